/* Panes: parts of an area side by side, or one above the other where it is narrow. */
#ifndef BUDGETTUI_VIEW_PANES_H
#define BUDGETTUI_VIEW_PANES_H

#include <stdbool.h>
#include <stddef.h>

#include "view/canvas.h"

enum { PANES_STACKED_BELOW = 72 };

/* Lays out `count` panes, at least as wide as `minimum` says, into out[count], and paints the rules
 * between them. Side by side, what width is left is shared out in proportion to the minima; below
 * PANES_STACKED_BELOW columns, where the minima do not fit, or on a plain canvas, they are stacked
 * in equal heights. Returns the number of panes that got any room: where rows or columns are fewer
 * than panes, the last ones have none (height 0). */
size_t panes_layout(Area area, size_t count, const int *minimum, Area *out);
/* The same for panes with a title on their first row: where few rows are left to stack them in,
 * those but `focus` keep only that. */
void panes_layout_titled(Area area, size_t count, const int *minimum, size_t focus, Area *out);
/* Whether they would stand one above the other. */
bool panes_stacked(Area area, size_t count, const int *minimum);

#endif
