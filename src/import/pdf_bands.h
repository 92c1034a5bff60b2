/* The bands of a page: words at one height, from left to right; and which of them are tables.
 *
 * A band is what is printed on one line. In a table a row may take several bands (wrapped names,
 * figures at the top of a high cell), which import/pdf_rows.h tells. A region is a run of bands
 * that are a table. */
#ifndef BUDGETTUI_IMPORT_PDF_BANDS_H
#define BUDGETTUI_IMPORT_PDF_BANDS_H

#include <stdbool.h>

#include "import/pdf_words.h"

enum {
  BAND_NUMBERS = 1 << 0,   /* holds a number among other words */
  BAND_NARRATIVE = 1 << 1, /* a line of running text, a note, a title: never of a table */
  BAND_TABLE = 1 << 2,     /* its pieces stand apart as cells do */
  BAND_RUNNING = 1 << 3    /* printed again at the edge of each page */
};

typedef struct {
  Points middle, size;
  Points left, right;
  size_t first, count; /* words, from left to right */
  unsigned pieces;     /* runs of words that stand apart */
  unsigned flags;
} PdfBand;

typedef struct {
  size_t page;               /* index */
  size_t first, count;       /* bands */
  bool form;                 /* of performance targets: see import/pdf_form.h */
  bool opens, closes;        /* nothing but a page number stands above it, below it on the page */
} PdfRegion;

typedef struct {
  PdfPages *pages;
  VEC(PdfBand) bands;
  VEC(size_t) page_bands; /* of each page, its first band; one more at the end */
  VEC(PdfRegion) regions;
} PdfBands;

/* Puts the words of each page into bands: they are sorted anew. */
void pdf_bands_open(PdfBands *bands, PdfPages *pages);
void pdf_bands_close(PdfBands *bands);
/* Tells which bands are tables (pdf_regions.c). */
void pdf_bands_find_regions(PdfBands *bands);

/* Whether more space lies between two words of a line than within a text. */
bool pdf_words_apart(const PdfWord *left, const PdfWord *right);

#endif
