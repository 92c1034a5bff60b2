/* The rows of a sheet over all its parts, in one set of columns; and which of them are headings. */
#ifndef BUDGETTUI_IMPORT_GRID_H
#define BUDGETTUI_IMPORT_GRID_H

#include "import/sheets.h"

enum { GRID_DEPTH = 8 /* rows of headings */ };

typedef struct {
  const StreamRow *row;
  const uint16_t *columns; /* of the grid, for each column of its part */
} GridRow;

typedef struct {
  Work *work;
  VEC(GridRow) rows;     /* without headings that are printed again, and index rows */
  size_t column_count;
  size_t heading_count;  /* rows of headings, at most GRID_DEPTH */
  /* The cell that each heading row has over each column: [row * column_count + column]; NULL. */
  const StreamCell **headings;
} Grid;

void grid_open(Work *work, const Sheet *sheet, Grid *grid);
void grid_close(Grid *grid);
/* The cell that begins in a column of a row; NULL: blank. Two cells of a row in one column: the
 * first. */
const StreamCell *grid_cell(const Grid *grid, size_t row, size_t column);
static inline size_t grid_first_column(const Grid *grid, size_t row, const StreamCell *cell) {
  return grid->rows.items[row].columns[cell->first];
}

#endif
