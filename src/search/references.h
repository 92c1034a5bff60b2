/* Every place where the same account, or the same amount, stands.
 *
 * From a row of an account: the rows with its code in every annex, and the figures of the
 * narrative that tell the amount meant. From another amount, and from a figure of the narrative:
 * every cell and every figure with exactly that money, whatever its unit. In document order, the
 * narrative last. */
#ifndef BUDGETTUI_SEARCH_REFERENCES_H
#define BUDGETTUI_SEARCH_REFERENCES_H

#include "base/str.h"
#include "model/figure_places.h"

typedef struct {
  VEC(Place) places;
  size_t here;  /* the place asked from; places.count: none of them */
  Str code;     /* of the account; empty: the amount alone was looked for */
  size_t cells; /* places in annexes: the first ones */
} References;

/* `place` in the narrative means the first figure that ends behind its byte `at` in that paragraph.
 * False: neither an account nor an amount stands there, and the list is empty. To be closed in any
 * case. */
bool references_open(References *references, const Document *document,
                     const FigurePlaces *figures, const Place *place);
/* Adds a place, in document order, unless its row is there already: then the column is what was
 * meant. Returns where it stands. */
size_t references_add(References *references, const Place *place);
void references_close(References *references);

#endif
