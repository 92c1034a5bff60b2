/* The rows of a table's page: which printed bands are one row, and what is one cell.
 *
 * A row may take several bands: a name is wrapped above and below its figures, or figures stand at
 * the top of a high cell and the name in its middle. The bands are parted into rows so that
 * all of them together cost the least: each row has a cost, to which is added what speaks against
 * two bands being one row (a figure above a figure, a name that had room on its line, much
 * space). */
#ifndef BUDGETTUI_IMPORT_PDF_ROWS_H
#define BUDGETTUI_IMPORT_PDF_ROWS_H

#include "import/pdf_table.h"

/* What stands in one column on one band. */
typedef struct {
  size_t band; /* of the page's bands */
  size_t column, last;
  Points left, right, size;
  size_t first, count; /* words */
  bool number, uncertain;
} PdfLine;

typedef struct {
  size_t first, count; /* bands, counted from the first of the rows */
} PdfRow;

typedef struct {
  VEC(PdfLine) lines;        /* by band, then by column */
  VEC(size_t) band_lines;    /* of each band, its first line; one more at the end */
  VEC(PdfRow) rows;
} PdfRows;

/* The rows among the bands of a region that are not headings. */
void pdf_rows_open(PdfRows *rows, const PdfTable *table, size_t region);
void pdf_rows_close(PdfRows *rows);

#endif
