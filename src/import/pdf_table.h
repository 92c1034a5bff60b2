/* A table of a PDF, with all pages that it goes on over: its grid of columns, told from all of its
 * words, and its headings.
 *
 * Columns are what no word of the rows crosses, or next to none: a wide word that does stands over
 * several. A heading without figures below it is a column, too, and belongs to the figures beside
 * which it stands, since figures stand at the right of their column and headings in its middle. */
#ifndef BUDGETTUI_IMPORT_PDF_TABLE_H
#define BUDGETTUI_IMPORT_PDF_TABLE_H

#include "import/pdf_bands.h"

typedef struct {
  Points left, right; /* of what stands in it */
  Points head_middle; /* of its own heading's position across; -1 without one */
  Points room_right;  /* how far its text reaches at most */
  size_t words, numbers;
} PdfColumn;

/* A heading: a cell of one or several printed lines. */
typedef struct {
  Points left, right, top, bottom; /* top and bottom: of the middles of its lines */
  Points size;
  size_t first, last; /* columns that it stands over */
  unsigned level;     /* row of the headings, from 0 */
  bool leaf;          /* the heading of one column */
  bool uncertain;     /* its columns are not sure */
  size_t first_word, word_count; /* in the table's head words, from top to bottom */
} PdfHead;

/* The headings of one of the table's pages. */
typedef struct {
  VEC(PdfHead) cells;
  VEC(const PdfWord *) words;
  unsigned levels;
} PdfHeads;

typedef struct {
  const PdfBands *bands;
  const PdfRegion *regions;
  size_t region_count;
  VEC(size_t) head_bands; /* of each region, how many of its bands are headings */
  VEC(PdfColumn) columns;
} PdfTable;

/* The table that begins with a region; `regions` are those that are left, on the same or later
 * pages. */
void pdf_table_open(PdfTable *table, const PdfBands *bands, const PdfRegion *regions,
                    size_t count);
void pdf_table_close(PdfTable *table);

/* The column at which most of a word stands. *uncertain: it stands between two. */
size_t pdf_table_column(const PdfTable *table, const PdfWord *word, bool *uncertain);

/* The headings among the first `count` bands of a region. With columns: what each stands over. */
void pdf_heads_open(PdfHeads *heads, const PdfBands *bands, size_t first, size_t count);
void pdf_heads_close(PdfHeads *heads);
/* Marks the headings that are the lowest of their place. */
void pdf_heads_find_leaves(PdfHeads *heads);
/* Tells over which columns each heading stands, and its level. */
void pdf_heads_place(PdfHeads *heads, const PdfTable *table);

#endif
