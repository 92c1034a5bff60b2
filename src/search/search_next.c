/* The hits in document order: which is next to a place. */
#include "search/search_parts.h"

#define NO_HIT ((size_t)-1)

/* The first hit of [from, to) whose entry is at least `entry`; `to` if there is none. */
static size_t hit_from(const Search *search, size_t from, size_t to, size_t entry) {
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    if (search->hits.items[middle] < entry)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

/* The nearer of two hits in the direction, where NO_HIT stands for none. */
static size_t nearer(const Search *search, size_t a, size_t b, bool backwards) {
  if (a == NO_HIT || b == NO_HIT)
    return a == NO_HIT ? b : a;
  bool a_first = search->hits.items[a] < search->hits.items[b];
  return a_first != backwards ? a : b;
}

/* The nearest hit with an entry in [low, high). */
static size_t hit_between(const Search *search, size_t low, size_t high, bool backwards) {
  size_t best = NO_HIT, begin = 0;
  for (size_t i = 0; i < HIT_LISTS; begin = search->ends[i++]) {
    size_t first = hit_from(search, begin, search->ends[i], low);
    size_t end = hit_from(search, begin, search->ends[i], high);
    if (first < end)
      best = nearer(search, best, backwards ? end - 1 : first, backwards);
  }
  return best;
}

size_t search_next(const Search *search, const Place *place, bool backwards, bool *wrapped) {
  *wrapped = false;
  if (search->hits.count == 0)
    return NO_HIT;
  size_t all = corpus_count(&search->corpus);
  size_t entry = place->kind == PLACE_NONE ? 0 : corpus_entry(&search->corpus, place);
  size_t hit = backwards
                   ? hit_between(search, 0, entry, true)
                   : hit_between(search, place->kind == PLACE_NONE ? 0 : entry + 1, all, false);
  if (hit != NO_HIT)
    return hit;
  *wrapped = true;
  return hit_between(search, 0, all, backwards);
}
