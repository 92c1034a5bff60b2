/* The places visited, as a path to go back and forward on. */
#ifndef BUDGETTUI_VIEW_VISITS_H
#define BUDGETTUI_VIEW_VISITS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "model/place.h"

typedef struct {
  size_t view;
  Place place; /* PLACE_NONE: the view as it was */
  bool led;    /* Enter led away from it: leaving returns there, past those visited in between */
} Visit;

enum { VISITS_MOST = 1000 }; /* older ones are forgotten */

typedef struct {
  VEC(Visit) path;
  size_t at; /* visits behind: path.items[at - 1] is the last; what follows lies ahead */
} Visits;

void visits_free(Visits *visits);
/* Leaving `from` for somewhere new: what lay ahead is forgotten. */
void visits_leave(Visits *visits, Visit from);
/* Steps back (or forward) from `here`; false when there is nothing. */
bool visits_step(Visits *visits, bool back, Visit here, Visit *there);

#endif
