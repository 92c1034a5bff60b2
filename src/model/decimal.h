/* Amounts and numbers as plain decimals for other programs: no thousands separators, no unit,
 * every digit exact. (Those for people are in model/money.h.) */
#ifndef BUDGETTUI_MODEL_DECIMAL_H
#define BUDGETTUI_MODEL_DECIMAL_H

#include "base/str.h"
#include "model/money.h"

/* Adds digits * 10^-exponent with at least `decimals` digits after the point; more only where they
 * are not zero. 0 <= exponent. */
void decimal_write(Str *out, int64_t digits, int exponent, int decimals);

/* A figure in its own unit with the decimals printed: 2246.51. */
static inline void decimal_figure(Str *out, Figure figure) {
  decimal_write(out, figure.money.fen, unit_exponent(figure.unit), figure.decimals);
}
/* Money in yuan with two decimals: 22465100.00. */
static inline void decimal_yuan(Str *out, Money money) {
  decimal_write(out, money.fen, unit_exponent(UNIT_YUAN), 2);
}
/* A number that is no money: digits * 10^-decimals. */
static inline void decimal_number(Str *out, int64_t digits, uint8_t decimals) {
  decimal_write(out, digits, decimals, decimals);
}

#endif
