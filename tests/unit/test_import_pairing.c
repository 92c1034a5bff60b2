#include <criterion/criterion.h>
#include <string.h>

#include "import/pairing.h"

/* Digits: a pair costs what they differ by, one alone 3. */
typedef struct {
  const char *left, *right;
} Digits;

enum { ALONE = 3 };

static int64_t pair(const void *context, size_t left, size_t right) {
  const Digits *digits = context;
  int difference = digits->left[left] - digits->right[right];
  return difference < 0 ? -difference : difference;
}

static int64_t alone(const void *context, size_t left) {
  (void)context, (void)left;
  return ALONE;
}

/* The pairs from the last one to the first, "-" for none, and what all cost. */
static void expect(const char *left, const char *right, int64_t cost, const char *pairs) {
  Digits digits = {left, right};
  Pairing pairing = pairing_open(&(PairingCosts){strlen(left), strlen(right), pair, alone, ALONE, &digits});
  char found[64] = "";
  cr_expect_eq(pairing_cost(&pairing), cost, "%s with %s", left, right);
  for (Pair one; pairing_back(&pairing, &one);) {
    char words[] = {one.left == PAIRING_NONE ? '-' : left[one.left],
                    one.right == PAIRING_NONE ? '-' : right[one.right], ' ', '\0'};
    strcat(found, words);
  }
  cr_expect_str_eq(found, pairs);
  pairing_close(&pairing);
}

Test(pairing, keeps_the_order_and_costs_least) {
  expect("159", "159", 0, "99 55 11 ");
  expect("159", "19", 3, "99 5- 11 ");
  expect("19", "159", 3, "99 -5 11 ");
  expect("28", "19", 2, "89 21 ");
  expect("91", "19", 6, "1- 99 -1 ");
}

Test(pairing, takes_what_is_farther_than_two_alone_for_no_pair) {
  expect("1", "8", 6, "1- -8 ");
  expect("1", "7", 6, "17 "); /* as dear as two alone: a pair */
}

Test(pairing, of_nothing_leaves_the_others_alone) {
  expect("", "", 0, "");
  expect("12", "", 6, "2- 1- ");
  expect("", "12", 6, "-2 -1 ");
  Pairing none = {.least = NULL};
  Pair pair_of_none;
  cr_expect_not(pairing_back(&none, &pair_of_none));
}
