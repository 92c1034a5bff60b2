#include "view/visits.h"

#include <string.h>

void visits_free(Visits *visits) { vec_free(&visits->path); }

void visits_leave(Visits *visits, Visit from) {
  visits->path.count = visits->at;
  if (visits->path.count == VISITS_MOST) {
    memmove(visits->path.items, visits->path.items + 1,
            (VISITS_MOST - 1) * sizeof *visits->path.items);
    visits->path.count--;
  }
  vec_push(&visits->path, from);
  visits->at = visits->path.count;
}

/* Stepping swaps `here` with the visit stepped to, so that the way lies on both sides. */
bool visits_step(Visits *visits, bool back, Visit here, Visit *there) {
  if (back ? visits->at == 0 : visits->at == visits->path.count)
    return false;
  size_t index = back ? visits->at - 1 : visits->at;
  *there = visits->path.items[index];
  visits->path.items[index] = here;
  visits->at = back ? index : index + 1;
  return true;
}
