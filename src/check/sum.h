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

void sum_add(Sum *sum, const Figure *figure);
void sum_subtract(Sum *sum, const Figure *figure);
void sum_add_sum(Sum *sum, const Sum *other);
Sum sum_of(Figure figure);
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
