/* Where an amount that a text tells is printed in a table. */
#ifndef BUDGETTUI_MODEL_FIGURE_PLACES_H
#define BUDGETTUI_MODEL_FIGURE_PLACES_H

#include "model/document.h"
#include "model/place.h"

/* The next amount with its unit (68.54 万元) that begins in the bytes [*at, end) of `text` and is
 * not zero: *at moves behind it. False when there is none. */
bool figure_next(const char *text, size_t length, size_t *at, size_t end, Money *money);
/* The first cell of the document with exactly this money; false when no table has one. */
bool figure_place(const Document *document, Money money, Place *place);

#endif
