/* The columns that the open view can be sorted by. */
#include "view/browser_parts.h"
#include "view/grid.h"

/* The grid that the cursor is in; NULL. */
static Grid *open_grid(Browser *browser) {
  const ViewType *type = browser_type(browser_pane(browser));
  return type->grid != NULL ? type->grid(browser_open_one(browser)) : NULL;
}

static bool write_title(void *content, size_t column, Str *out) {
  const Grid *grid = open_grid(content);
  const GridColumn *info = &grid->columns.items[column];
  if (info->kind == GRID_SHARE || info->hidden)
    return false;
  grid_write_title(grid, column, out);
  return true;
}

static bool sort(void *content, size_t column, Order order) {
  Grid *grid = open_grid(content);
  grid_choose(grid, column);
  if (!grid_order(grid, column, order))
    return false;
  browser_follow(content);
  return true;
}

bool browser_sortable(void *content, Sortable *out) {
  const Grid *grid = open_grid(content);
  if (grid == NULL)
    return false;
  *out = (Sortable){grid->columns.count, grid->column, ORDER_DESCENDING, write_title, sort};
  return true;
}
