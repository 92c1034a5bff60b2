/* Every amount that the annexes of a document print, one after the other, in document order: those
 * of its tables, then those of its targets. */
#ifndef BUDGETTUI_MODEL_AMOUNT_WALK_H
#define BUDGETTUI_MODEL_AMOUNT_WALK_H

#include "model/document.h"
#include "model/place.h"

typedef struct {
  const Document *document;
  Place place; /* where the walk stands */
} AmountWalk;

AmountWalk amount_walk(const Document *document);
/* The next amount and its place; NULL at the end. */
const Cell *amount_walk_next(AmountWalk *walk, Place *place);
/* The amount in the cell, or on the line of targets, that a place names; NULL: none. */
const Cell *amount_at_place(const Document *document, const Place *place);
/* The first amount of the row of a place, which then names its column; NULL: none. */
const Cell *amount_of_row(const Document *document, Place *place);

#endif
