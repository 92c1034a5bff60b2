/* Places of one version of a document in another one, after it was read again.
 *
 * An annex is known by its number, a row by its code (and which of those with that code it is),
 * else by its name, a paragraph by its text; what cannot be found so, by where it stood. */
#ifndef BUDGETTUI_VIEW_PLACE_CARRY_H
#define BUDGETTUI_VIEW_PLACE_CARRY_H

#include "model/document.h"
#include "model/place.h"

/* PLACE_NONE: nothing of the new version stands for it. */
Place place_carry(const Document *old, const Document *fresh, const Place *place);

#endif
