/* Annexes as CSV: one as it is printed, or all of them as one long table. */
#ifndef BUDGETTUI_EXPORT_CSV_EXPORT_H
#define BUDGETTUI_EXPORT_CSV_EXPORT_H

#include "base/vec.h"
#include "export/csv.h"
#include "model/document.h"

typedef struct {
  char *title;     /* owned */
  Content content; /* of every cell but dashes and slashes */
} CsvColumn;

typedef struct {
  VEC(CsvColumn) list;
} CsvColumns;

/* The columns that csv_annex writes. `unique`: a title is made different from those before it, and
 * never empty, by a number after it. */
void csv_columns_open(CsvColumns *columns, const Annex *annex, bool unique);
void csv_columns_close(CsvColumns *columns);

/* An annex as printed: a line of titles and a line for each row, panels side by side. Targets have
 * a line for each item, fund, indicator and remark. */
void csv_annex(Csv *csv, const Annex *annex, bool unique);
/* One line for each cell of a column of amounts or numbers, in the order of print: annex, row,
 * code, name, column, role, amount, unit. A number that is no amount has no unit. */
void csv_long(Csv *csv, const Document *document);
extern const char *const csv_long_titles[];
extern const size_t csv_long_count;

#endif
