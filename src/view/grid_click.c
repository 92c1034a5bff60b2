/* What a click does that falls on a grid, as it was last drawn. */
#include "view/grid_layout.h"
#include "view/grid_parts.h"

/* The column at a cell of a line, or the one before the gap there; columns.count: none. */
static size_t column_under(const Grid *grid, int at) {
  size_t best = grid->columns.count;
  for (size_t i = 0; i < grid->columns.count; i++) {
    const GridColumn *column = &grid->columns.items[i];
    if (column->left >= 0 && at >= column->left && at <= column->left + column->width)
      best = i;
  }
  return best;
}

static void click_heading(Grid *grid, size_t column) {
  if (column == grid->columns.count || !grid_can_choose(grid, column, false))
    return;
  if (grid_can_choose(grid, column, !grid->cell_cursor))
    grid->column = column;
  grid_sort(grid, column);
}

static bool is_on_sign(const Grid *grid, uint32_t node, size_t column, int at) {
  if (column == grid->columns.count || grid->columns.items[column].kind != GRID_TREE)
    return false;
  const GridColumn *tree = &grid->columns.items[column];
  return grid_has_sign(grid, node) && at == tree->left + grid_shown_indent(grid, tree, node);
}

static bool click_row(Grid *grid, size_t row, size_t column, int at) {
  if (row >= grid->outline.rows.count)
    return false;
  window_move(&grid->window, row);
  if (column < grid->columns.count && grid_can_choose(grid, column, !grid->cell_cursor))
    grid->column = column;
  return !is_on_sign(grid, grid_node(grid), column, at) || !grid_toggle(grid);
}

bool grid_click(Grid *grid, int row, int column) {
  int line = row - grid->area.top, at = column - grid->area.left - grid_gutter(grid);
  if (!area_holds(grid->area, row, column))
    return false;
  size_t under = column_under(grid, at);
  if (line >= grid->header)
    return click_row(grid, grid->window.top + (size_t)(line - grid->header), under, at);
  if (line == grid->header - 1)
    click_heading(grid, under);
  return false;
}
