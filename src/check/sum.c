#include "check/sum.h"

enum { EXPONENTS = 11 };

static const uint64_t powers[EXPONENTS] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000};

/* The last printed decimal in fen. What is printed finer than a fen is exact to the fen. */
static inline uint64_t step_of(const Figure *figure) {
  int exponent = unit_exponent(figure->unit) - figure->decimals;
  return exponent < 0 ? 0 : powers[exponent];
}

static inline void note_addend(Sum *sum, Unit unit, uint8_t decimals) {
  if (!sum->count)
    sum->unit = unit;
  if (unit != sum->unit)
    decimals = (uint8_t)figure_decimals((Figure){.unit = unit, .decimals = decimals}, sum->unit);
  if (decimals > sum->decimals)
    sum->decimals = decimals;
}

static inline void add_steps(Sum *sum, uint64_t steps) {
  if (__builtin_add_overflow(sum->steps, steps, &sum->steps))
    sum->lost = true;
}

void sum_add(Sum *sum, const Figure *figure) {
  note_addend(sum, figure->unit, figure->decimals);
  sum->count++;
  add_steps(sum, step_of(figure));
  if (!money_add(sum->money, figure->money, &sum->money))
    sum->lost = true;
}

void sum_subtract(Sum *sum, const Figure *figure) {
  Figure negative = *figure;
  negative.money.fen = -negative.money.fen;
  sum_add(sum, &negative);
}

void sum_add_sum(Sum *sum, const Sum *other) {
  if (!other->count)
    return;
  note_addend(sum, other->unit, other->decimals);
  sum->count += other->count;
  add_steps(sum, other->steps);
  sum->lost = sum->lost || other->lost || !money_add(sum->money, other->money, &sum->money);
}

Sum sum_of(Figure figure) {
  Sum sum = {0};
  sum_add(&sum, &figure);
  return sum;
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
  Figure figure = sum_figure(sum);
  return sum->count ? step_of(&figure) : 0;
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
    note_addend(&sum, computed->unit, computed->decimals);
  bool fits = money_subtract(printed->money, computed->money, &sum.money);
  *difference = sum_figure(&sum);
  return fits;
}
