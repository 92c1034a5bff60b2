/* The rows of a sheet over all its parts, in one set of columns; and which of them are headings. */
#ifndef BUDGETTUI_IMPORT_RASTER_H
#define BUDGETTUI_IMPORT_RASTER_H

#include "import/sheets.h"

enum { RASTER_DEPTH = 8 /* rows of headings */ };

typedef struct {
  const StreamRow *row;
  const uint16_t *columns; /* of the raster, for each column of its part */
} RasterRow;

typedef struct {
  Job *job;
  VEC(RasterRow) rows;     /* without headings that are printed again, and index rows */
  size_t column_count;
  size_t heading_count;  /* rows of headings, at most RASTER_DEPTH */
  /* The cell that each heading row has over each column: [row * column_count + column]; NULL. */
  const StreamCell **headings;
} Raster;

void raster_open(Job *job, const Sheet *sheet, Raster *raster);
void raster_close(Raster *raster);
/* The cell that begins in a column of a row; NULL: blank. Two cells of a row in one column: the
 * first. */
const StreamCell *raster_cell(const Raster *raster, size_t row, size_t column);
static inline size_t raster_first_column(const Raster *raster, size_t row, const StreamCell *cell) {
  return raster->rows.items[row].columns[cell->first];
}

#endif
