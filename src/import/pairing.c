#include "import/pairing.h"

#include "base/memory.h"

static int64_t *least_at(const Pairing *pairing, size_t left, size_t right) {
  return &pairing->least[left * (pairing->costs.right + 1) + right];
}

/* What it costs to come to a place by a pair, or by one alone. */
static int64_t by_pair(const Pairing *pairing, size_t left, size_t right) {
  const PairingCosts *costs = &pairing->costs;
  return *least_at(pairing, left - 1, right - 1) + costs->pair(costs->context, left - 1, right - 1);
}

static int64_t by_left(const Pairing *pairing, size_t left, size_t right) {
  const PairingCosts *costs = &pairing->costs;
  return *least_at(pairing, left - 1, right) + costs->left_alone(costs->context, left - 1);
}

static int64_t by_right(const Pairing *pairing, size_t left, size_t right) {
  return *least_at(pairing, left, right - 1) + pairing->costs.right_alone;
}

static int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

static int64_t find_least(const Pairing *pairing, size_t left, size_t right) {
  int64_t least = left || right ? INT64_MAX : 0;
  if (left)
    least = smaller(least, by_left(pairing, left, right));
  if (right)
    least = smaller(least, by_right(pairing, left, right));
  return left && right ? smaller(least, by_pair(pairing, left, right)) : least;
}

Pairing pairing_open(const PairingCosts *costs) {
  Pairing pairing = {.costs = *costs, .left = costs->left, .right = costs->right};
  pairing.least = memory_zero((costs->left + 1) * (costs->right + 1), sizeof *pairing.least);
  for (size_t left = 0; left <= costs->left; left++)
    for (size_t right = 0; right <= costs->right; right++)
      *least_at(&pairing, left, right) = find_least(&pairing, left, right);
  return pairing;
}

void pairing_close(Pairing *pairing) {
  memory_free(pairing->least);
  *pairing = (Pairing){.least = NULL};
}

int64_t pairing_cost(const Pairing *pairing) {
  return *least_at(pairing, pairing->costs.left, pairing->costs.right);
}

bool pairing_back(Pairing *pairing, Pair *pair) {
  size_t left = pairing->left, right = pairing->right;
  if (!left && !right)
    return false;
  int64_t least = *least_at(pairing, left, right);
  bool both = left && right && least == by_pair(pairing, left, right);
  bool takes_left = both || (left && least == by_left(pairing, left, right));
  bool takes_right = both || !takes_left;
  *pair = (Pair){.left = takes_left ? --pairing->left : PAIRING_NONE,
                 .right = takes_right ? --pairing->right : PAIRING_NONE};
  return true;
}
