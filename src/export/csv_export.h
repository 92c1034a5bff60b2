/* Annexes as CSV: one as it is printed, or all of them as one long table. */
#ifndef BUDGETTUI_EXPORT_CSV_EXPORT_H
#define BUDGETTUI_EXPORT_CSV_EXPORT_H

#include "export/csv.h"
#include "model/document.h"

/* An annex as printed: a line of titles and a line for each row, panels side by side. Targets have
 * a line for each item, fund, indicator and remark. */
void csv_annex(Csv *csv, const Annex *annex);
/* One line for each cell of a column of amounts or numbers, in the order of print: annex, row, code,
 * name, column, role, amount, unit. A number that is no amount has no unit. */
void csv_long(Csv *csv, const Document *document);

#endif
