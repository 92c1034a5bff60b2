/* Money, exact: a whole number of fen (分) in an int64, and its units.
 *
 * Amounts are printed in a unit with a number of decimals; both belong to the
 * figure as printed and are kept beside the money, never in it. Amounts lie
 * within +-INT64_MAX fen, so that one can always be negated. */
#ifndef BUDGETTUI_MODEL_MONEY_H
#define BUDGETTUI_MODEL_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

typedef struct {
  int64_t fen;
} Money;

typedef enum { UNIT_YUAN, UNIT_THOUSAND, UNIT_WAN, UNIT_YI, UNIT_COUNT } Unit;

/* 元, 千元, 万元, 亿元. */
const char *unit_name(Unit unit);
bool unit_parse(const char *text, size_t length, Unit *unit);
extern const uint8_t unit_exponents[UNIT_COUNT];
/* The power of ten from fen: 2, 5, 6, 10. */
static inline int unit_exponent(Unit unit) { return unit_exponents[unit]; }

typedef enum {
  MONEY_OK,
  MONEY_SYNTAX,   /* not a number */
  MONEY_FRACTION, /* not a whole number of fen */
  MONEY_OVERFLOW  /* does not fit */
} MoneyStatus;

/* Reads an amount printed in `unit`: an optional sign or accounting brackets,
 * digits (full-width too) with or without thousands separators, an optional
 * fraction; spaces around it are passed over. `decimals` gets the digits after
 * the point, as printed: at most MONEY_DECIMALS. Both results are set on MONEY_OK only. */
enum { MONEY_DECIMALS = 18 };
MoneyStatus money_parse(const char *text, size_t length, Unit unit, Money *money,
                        uint8_t *decimals);

/* The same for a plain exact number (a weight, a count): digits * 10^-decimals. */
MoneyStatus number_parse(const char *text, size_t length, int64_t *digits, uint8_t *decimals);
/* Adds a number to another, which then has the decimals of the more precise one. False, and nothing
 * changed, when the sum does not fit. */
bool number_add(int64_t *digits, uint8_t *decimals, int64_t more, uint8_t more_decimals);

/* False, and *sum unchanged, when the result does not fit. */
static inline bool money_add(Money a, Money b, Money *sum) {
  int64_t fen;
  if (__builtin_add_overflow(a.fen, b.fen, &fen) || fen == INT64_MIN)
    return false;
  sum->fen = fen;
  return true;
}
bool money_subtract(Money a, Money b, Money *difference);
static inline int money_compare(Money a, Money b) { return (a.fen > b.fen) - (a.fen < b.fen); }

/* A figure as a table holds it: money with the unit and decimals of its print. */
typedef struct {
  Money money;
  Unit unit;
  uint8_t decimals;
} Figure;

/* Reads an amount with its unit as running text tells it: 68.54 万元. *bytes is what it takes at
 * the start of the text; where the result is false, what a number without a unit of money takes
 * there, or 0. */
bool figure_read(const char *text, size_t length, size_t *bytes, Figure *figure);

/* Adds the figure in `unit` with thousands separators. In its own unit: exactly
 * the decimals printed. In a smaller unit, digits that the print does not
 * support are written `_` (2,246.51 万元 is 22,465,1__ 元; 0 is 0); in a larger one,
 * every printed digit is kept (0.224651 亿元). */
void figure_write(Str *out, Figure figure, Unit unit);
void number_write(Str *out, int64_t digits, uint8_t decimals);
/* The same in the unit that a reader asked for, or as printed when that is -1. Whether it was
 * converted: a converted figure is always shown with a mark. */
bool figure_show(Str *out, Figure figure, int unit);
/* Decimals that `figure` shows in `unit`. */
int figure_decimals(Figure figure, Unit unit);
/* part/whole in tenths of a percent, rounded half away from zero; false when it
 * has no meaning (whole is 0) or does not fit. No floating point. */
bool money_share(Money part, Money whole, int64_t *permille);
/* A share in percent: 93.5%. */
void share_write(Str *out, int64_t permille);

#endif
