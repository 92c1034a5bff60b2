/* Where the columns of a grid stand. For grid*.c only. */
#ifndef BUDGETTUI_VIEW_GRID_LAYOUT_H
#define BUDGETTUI_VIEW_GRID_LAYOUT_H

#include "view/grid.h"

enum { GRID_FLEX_LEAST = 6, GRID_SHARE_WIDTH = 8 };

/* Takes the widths of the rows [from, to) of the outline into account. */
void grid_measure(Grid *grid, size_t from, size_t to);
/* The first rows as they are, before there are others: so columns are as wide when the document is
 * read again. */
static inline void grid_look_first(Grid *grid) { grid_measure(grid, 0, 0); }
/* The rows of the outline are others now. */
void grid_forget_rows(Grid *grid);
/* Lays the columns out in `width`: left and width of each, more_left, more_right. The current
 * column is in sight. */
void grid_layout(Grid *grid, int width);
/* Of the widest cell looked at and the whole heading. */
int grid_whole_width(Grid *grid, const GridColumn *column);
/* Indentation of a node in a tree column, as far as that has room for it. */
int grid_shown_indent(const Grid *grid, const GridColumn *column, uint32_t node);
/* Whether a sign of folding stands before a node. */
bool grid_has_sign(const Grid *grid, uint32_t node);
/* The text of an amount as shown, in grid->scratch; whether it was converted. */
bool grid_write_amount(Grid *grid, const TreeAmount *amount);

#endif
