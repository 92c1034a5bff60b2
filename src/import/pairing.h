/* Two rows of things, each in its order, paired so that the pairs and those that stay alone cost
 * least together: the alignment of two sequences (Needleman and Wunsch, 1970). It takes time and
 * room in proportion to left x right. */
#ifndef BUDGETTUI_IMPORT_PAIRING_H
#define BUDGETTUI_IMPORT_PAIRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  size_t left, right; /* how many there are of each */
  /* What two cost as a pair, and what one costs alone. */
  int64_t (*pair)(const void *context, size_t left, size_t right);
  int64_t (*left_alone)(const void *context, size_t left);
  int64_t right_alone;
  const void *context;
} PairingCosts;

/* All zero: of nothing. */
typedef struct {
  PairingCosts costs;
  int64_t *least;     /* what the first i of one and the first j of the other cost */
  size_t left, right; /* those before are still to be visited */
} Pairing;

#define PAIRING_NONE SIZE_MAX

/* Of both, or of the one that stays alone beside PAIRING_NONE. */
typedef struct {
  size_t left, right;
} Pair;

/* Freed with pairing_close. */
Pairing pairing_open(const PairingCosts *costs);
void pairing_close(Pairing *pairing);
/* What all of them cost. */
int64_t pairing_cost(const Pairing *pairing);
/* From the last ones to the first; false: all were visited. Where several pairings cost the same, a
 * pair goes before one alone, and one of the left before one of the right. */
bool pairing_back(Pairing *pairing, Pair *pair);

static inline bool pairing_has_both(const Pair *pair) {
  return pair->left != PAIRING_NONE && pair->right != PAIRING_NONE;
}

#endif
