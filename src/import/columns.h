/* The columns of a grid: titles, groups and roles; and where panels stand side by side. */
#ifndef BUDGETTUI_IMPORT_COLUMNS_H
#define BUDGETTUI_IMPORT_COLUMNS_H

#include "import/grid.h"

/* One column of a grid. */
typedef struct {
  const char *titles[GRID_DEPTH]; /* from the outermost heading on; the last is its own */
  const StreamCell *cells[GRID_DEPTH];
  size_t depth;                   /* 0: nothing stands over it */
  Role role;
  size_t texts, amounts, codes;   /* cells of its body */
  uint16_t panel;
} GridColumn;

typedef struct {
  GridColumn *list;
  size_t count;
  size_t panels; /* at least 1 */
} GridColumns;

/* In the grid's arena. The cells of the headings are taken. */
void columns_open(const Grid *grid, GridColumns *columns);
/* The columns of one panel as a table's, with `title` of the heading that stands over them all and
 * no others, where there are panels. Leaves are in the order of the grid. */
void columns_build(const Grid *grid, const GridColumns *columns, size_t panel, Table *table);

#endif
