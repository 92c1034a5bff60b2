/* A figure of the narrative in another version of the document, after it was read again.
 *
 * Its paragraph is looked for as places are (view/place_carry.h). In that it is known by its words
 * and by which one it is of those with the same words; where these are gone, by its number. */
#ifndef BUDGETTUI_VIEW_FIGURE_CARRY_H
#define BUDGETTUI_VIEW_FIGURE_CARRY_H

#include <stddef.h>

#include "view/session.h"

/* By its number among the figures of the old version; SIZE_MAX: nothing stands for it. */
size_t figure_carry(const Session *old, const Session *fresh, size_t index);

#endif
