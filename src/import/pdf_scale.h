/* Pages of one table that have each a scale of its own, as those that `pdftotext -layout` prints:
 * what stands at the 54th column of one page stands at the 45th of the next.
 *
 * The columns of each page are told from its own rows, and matched from left to right, by what
 * stands in them and where; then the words are moved to where the columns of all pages have room.
 * Where a page has fewer columns of figures than those before it, which of them are blank is a
 * guess, and its figures are marked as unsure. */
#ifndef BUDGETTUI_IMPORT_PDF_SCALE_H
#define BUDGETTUI_IMPORT_PDF_SCALE_H

#include "import/pdf_table.h"

/* Moves the words of a table whose extent is known. Does nothing where the scale is one. */
void pdf_scale_table(const PdfTable *table);

#endif
