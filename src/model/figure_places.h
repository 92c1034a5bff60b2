/* The amounts that the narrative tells, and where the annexes print them. */
#ifndef BUDGETTUI_MODEL_FIGURE_PLACES_H
#define BUDGETTUI_MODEL_FIGURE_PLACES_H

#include "base/vec.h"
#include "model/document.h"
#include "model/place.h"

/* The next amount with its unit (68.54 万元) that begins in the bytes [*at, end) of `text` and is
 * not zero: where it begins; *at moves behind it. False when there is none. */
bool figure_next(const char *text, size_t length, size_t *at, size_t end, size_t *start,
                 Money *money);

typedef struct {
  uint32_t section, paragraph; /* as in a Place */
  uint32_t start, end;         /* bytes of that text */
  Money money;
  Place cell; /* the first one in the annexes with exactly this money; PLACE_NONE: there is none */
} NarrativeFigure;

/* All of them, in reading order. */
typedef struct {
  VEC(NarrativeFigure) items;
} FigurePlaces;

/* One pass over the document. */
void figure_places_open(FigurePlaces *places, const Document *document);
void figure_places_close(FigurePlaces *places);
/* The first figure that ends behind byte `at` of a paragraph, or comes later in the narrative;
 * items.count if there is none. */
size_t figure_places_from(const FigurePlaces *places, uint32_t section, uint32_t paragraph,
                          size_t at);

#endif
