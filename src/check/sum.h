/* Sums of printed figures, and how far rounding may move them. Integers only. */
#ifndef BUDGETTUI_CHECK_SUM_H
#define BUDGETTUI_CHECK_SUM_H

#include "check/check.h"

typedef struct {
  Money money;
  uint64_t steps;   /* the last printed decimals of the addends, added up, in fen */
  size_t count;     /* addends; 0: nothing is printed */
  Unit unit;        /* of the first addend */
  uint8_t decimals; /* in that unit, of the most precise addend */
  bool lost;        /* does not fit */
} Sum;

/* The last printed decimal in fen. What is printed finer than a fen is exact to the fen. */
static inline uint64_t sum_step(Unit unit, uint8_t decimals) {
  static const uint64_t powers[] = {
      1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000};
  int exponent = unit_exponent(unit) - decimals;
  return exponent < 0 ? 0 : powers[exponent];
}

/* Notes the unit and decimals of what is added next. */
static inline void sum_note(Sum *sum, Unit unit, uint8_t decimals) {
  if (!sum->count)
    sum->unit = unit;
  if (unit != sum->unit)
    decimals = (uint8_t)figure_decimals((Figure){.unit = unit, .decimals = decimals}, sum->unit);
  if (decimals > sum->decimals)
    sum->decimals = decimals;
}

static inline Sum sum_of(Figure figure) {
  return (Sum){.money = figure.money,
               .steps = sum_step(figure.unit, figure.decimals),
               .count = 1,
               .unit = figure.unit,
               .decimals = figure.decimals};
}

static inline void sum_add_sum(Sum *sum, const Sum *other) {
  if (!other->count)
    return;
  sum_note(sum, other->unit, other->decimals);
  sum->count += other->count;
  if (!money_add(sum->money, other->money, &sum->money) ||
      __builtin_add_overflow(sum->steps, other->steps, &sum->steps) || other->lost)
    sum->lost = true;
}

static inline void sum_add(Sum *sum, const Figure *figure) {
  Sum one = sum_of(*figure);
  sum_add_sum(sum, &one);
}
void sum_subtract(Sum *sum, const Figure *figure);
/* The sum as a figure in its unit. */
Figure sum_figure(const Sum *sum);

/* Exact, within rounding, or a mismatch; not applicable when a sum is lost. What is less than
 * allowed by an AT_MOST, or more by an AT_LEAST, is exact. */
CheckOutcome sum_judge(const Sum *printed, const Sum *computed, CheckRelation relation);
/* Whether a mismatch is no more than `digits` of the last printed digit beside rounding; of the
 * coarser one, where the two differ. */
bool sum_tolerates(const Sum *printed, const Sum *computed, unsigned digits);
/* printed - computed in the unit of `printed`, with the decimals that it needs; false: does not
 * fit. */
bool sum_difference(const Sum *printed, const Sum *computed, Figure *difference);

#endif
