#include "check/sum.h"

void sum_subtract(Sum *sum, const Figure *figure) {
  Figure negative = *figure;
  negative.money.fen = -negative.money.fen;
  sum_add(sum, &negative);
}

Figure sum_figure(const Sum *sum) {
  return (Figure){.money = sum->money, .unit = sum->unit, .decimals = sum->decimals};
}

static uint64_t distance(int64_t a, int64_t b) {
  return a > b ? (uint64_t)a - (uint64_t)b : (uint64_t)b - (uint64_t)a;
}

CheckOutcome sum_judge(const Sum *printed, const Sum *computed, CheckRelation relation) {
  uint64_t steps;
  if (printed->lost || computed->lost ||
      __builtin_add_overflow(printed->steps, computed->steps, &steps))
    return CHECK_NOT_APPLICABLE;
  int order = money_compare(printed->money, computed->money);
  if (!order || (order < 0 && relation == CHECK_AT_MOST) ||
      (order > 0 && relation == CHECK_AT_LEAST))
    return CHECK_EXACT;
  /* Half of each step: 2 * distance <= steps, without multiplying. */
  return distance(printed->money.fen, computed->money.fen) <= steps / 2 ? CHECK_ROUNDING
                                                                        : CHECK_MISMATCH;
}

static uint64_t last_digit(const Sum *sum) {
  return sum->count ? sum_step(sum->unit, sum->decimals) : 0;
}

bool sum_tolerates(const Sum *printed, const Sum *computed, unsigned digits) {
  uint64_t one = last_digit(printed), other = last_digit(computed), most, steps;
  if (!digits || __builtin_mul_overflow(one > other ? one : other, (uint64_t)digits, &most) ||
      __builtin_add_overflow(printed->steps, computed->steps, &steps) ||
      __builtin_add_overflow(most, steps / 2, &most))
    return false;
  return distance(printed->money.fen, computed->money.fen) <= most;
}

bool sum_difference(const Sum *printed, const Sum *computed, Figure *difference) {
  Sum sum = printed->count ? *printed : *computed;
  if (computed->count)
    sum_note(&sum, computed->unit, computed->decimals);
  bool fits = money_subtract(printed->money, computed->money, &sum.money);
  *difference = sum_figure(&sum);
  return fits;
}
