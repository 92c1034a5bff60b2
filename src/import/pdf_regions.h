/* What tells tables from what stands at a page's edges. For pdf_regions.c and pdf_page_edges.c. */
#ifndef BUDGETTUI_IMPORT_PDF_REGIONS_H
#define BUDGETTUI_IMPORT_PDF_REGIONS_H

#include <string.h>

#include "import/pdf_bands.h"

/* The page that is looked at. */
typedef struct {
  PdfBands *bands;
  size_t page;
  size_t first, end; /* bands of the page */
} PageScan;

static inline PdfBand *scan_band(const PageScan *scan, size_t band) {
  return &scan->bands->bands.items[band];
}

static inline const PdfWord *scan_words(const PageScan *scan, const PdfBand *band) {
  return &scan->bands->pages->words.items[band->first];
}

/* ---- pdf_regions.c */

/* A line that names the unit stands above a table. */
bool pdf_is_unit_line(const PdfWord *words, size_t count);

/* ---- pdf_page_edges.c */

/* A running head stands at the same height of many of the pages around this one; the headings of a
 * table are printed again on fewer. */
bool pdf_is_running_head(const PageScan *scan, const PdfBand *band);
/* Page numbers and running heads stand alone at the page's edge. */
bool pdf_is_page_number(const PageScan *scan, const PdfBand *band);

#endif
