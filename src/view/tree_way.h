/* The line that tells the way from the whole to the account that was gone into; a click on a step
 * goes up to it. */
#ifndef BUDGETTUI_VIEW_TREE_WAY_H
#define BUDGETTUI_VIEW_TREE_WAY_H

#include "base/vec.h"
#include "model/tree.h"
#include "view/canvas.h"

typedef struct {
  uint32_t node;
  int left, width; /* as drawn */
} WayStep;

typedef VEC(WayStep) Way; /* from the account up */

/* Draws the way to `root` on the first row of the area; its end is always in sight. */
void tree_way_draw(Way *way, const Tree *tree, uint32_t root, Area area);
/* The account at a column of the area; NODE_NONE. */
uint32_t tree_way_at(const Way *way, int column);

#endif
