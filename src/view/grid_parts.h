/* What the files of a grid share. For grid*.c only. */
#ifndef BUDGETTUI_VIEW_GRID_PARTS_H
#define BUDGETTUI_VIEW_GRID_PARTS_H

#include "view/grid.h"

/* ---- grid.c */

/* The rows changed: the cursor stays at its node, or goes to what it was folded into. */
void grid_keep_node(Grid *grid, uint32_t node);
/* Sorts by a column as the key does: again reverses, the third time is the printed order. */
void grid_sort(Grid *grid, size_t column);

/* ---- grid_columns.c */

/* The columns in the order of their headings, those of one heading as they stand. Freed with
 * memory_free. */
size_t *grid_by_heading(const Grid *grid);
/* How the headings of two columns, of one grid or of two, are ordered: as strcmp. */
int grid_compare_headings(const Grid *grid, size_t column, const Grid *other, size_t other_column);
/* Whether a cursor can stand in the column. */
bool grid_can_choose(const Grid *grid, size_t column, bool amounts);
/* Goes to the next or previous column; false when there is none. */
bool grid_step_column(Grid *grid, bool right, bool amounts);
Outcome grid_narrower(Grid *grid);
Outcome grid_wider(Grid *grid);
Outcome grid_fit(Grid *grid);
Outcome grid_freeze(Grid *grid);
Outcome grid_hide(Grid *grid);
Outcome grid_show_all(Grid *grid);

/* ---- grid_tags.c */

Outcome grid_tag(Grid *grid);
Outcome grid_clear_tags(Grid *grid);
void grid_tag_nodes(Grid *grid, const uint32_t *nodes, size_t count);
bool grid_is_tagged(const Grid *grid, uint32_t node);
void grid_free_tags(Grid *grid);
/* Adds the number of tagged rows and the sums of their amounts. */
void grid_write_tags(const Grid *grid, Str *out);
/* Columns at the left edge in which tags are shown. */
static inline int grid_gutter(const Grid *grid) { return grid->tags.nodes.count > 0; }

/* ---- grid_filter.c */

void grid_free_filter(Grid *grid);
/* All rows again, when the filter hides a node. */
void grid_uncover(Grid *grid, uint32_t node);

#endif
