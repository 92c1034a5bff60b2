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
  Points room_right;  /* how far its text reaches at most */
  size_t words, numbers;
} PdfColumn;

/* A heading: a cell of one or several printed lines. */
typedef struct {
  Points left, right, top, bottom; /* top and bottom: of the middles of its lines */
  Points size;
  size_t first, last; /* columns that it stands over */
  unsigned level;     /* row of the headings, from 0 */
  bool part;          /* 类, 款 or 项, beside another of them */
  bool leaf;          /* the heading of one column */
  bool bare;          /* nothing stands below it */
  bool uncertain;     /* its columns are not sure */
  size_t first_word, word_count; /* in the table's head words, from top to bottom */
} PdfHead;

/* The headings of one of the table's pages. */
typedef struct {
  VEC(PdfHead) cells;
  VEC(const PdfWord *) words;
  unsigned levels;
  Points pitch; /* of their page's lines, where all are equally high; else 0 */
} PdfHeads;

typedef struct {
  const PdfBands *bands;
  const PdfRegion *regions;
  size_t region_count;
  VEC(size_t) head_bands; /* of each region, how many of its bands are headings */
  VEC(PdfColumn) columns;
} PdfTable;

/* The bands of one of its regions, and the words of a band. */
static inline const PdfBand *pdf_table_bands(const PdfTable *table, size_t region) {
  return table->bands->bands.items + table->regions[region].first;
}

static inline const PdfWord *pdf_table_words(const PdfTable *table, const PdfBand *band) {
  return table->bands->pages->words.items + band->first;
}

/* The table that begins with a region; `regions` are those that are left, on the same or later
 * pages. */
void pdf_table_open(PdfTable *table, const PdfBands *bands, const PdfRegion *regions,
                    size_t count);
void pdf_table_close(PdfTable *table);

/* Each word of the table's rows, those that count the columns aside. `band` counts over the whole
 * table. */
typedef void PdfWordVisitor(void *context, const PdfWord *word, size_t band);
void pdf_columns_visit(const PdfTable *table, PdfWordVisitor *visit, void *context);
/* Adds the columns that the words of the rows show. */
void pdf_columns_find(PdfTable *table);

/* The distance across between a stretch and a column; negative when they overlap. */
static inline Points pdf_column_distance(const PdfColumn *column, Points left, Points right) {
  return points_most(column->left - right, left - column->right);
}
/* The column at which most of a word stands. *uncertain: it stands between two. */
size_t pdf_table_column(const PdfTable *table, const PdfWord *word, bool *uncertain);

/* The headings among the first `count` bands of a region. With columns: what each stands over. */
void pdf_heads_open(PdfHeads *heads, const PdfBands *bands, const PdfRegion *region, size_t count);
void pdf_heads_close(PdfHeads *heads);
/* Marks the headings that are the lowest of their place. */
void pdf_heads_find_leaves(PdfHeads *heads);
/* Gives columns that hang under no heading to the one beside them, where they hang as low as its
 * own. */
void pdf_heads_take_in_edges(PdfHeads *heads);
/* Tells over which columns each heading stands, and its level. */
void pdf_heads_place(PdfHeads *heads, const PdfTable *table);

/* Gives each column its heading, among the lowest ones: columns then reach over both, and those
 * that have only a heading are added. */
void pdf_match_heads(PdfTable *table, const PdfHeads *heads);
/* Where lines are equally high, a heading of one column may stand at the top of its rows: makes the
 * lowest headings of those with nothing below them that a column needs. */
void pdf_match_bare(const PdfTable *table, PdfHeads *heads);
/* The column of each of the lowest headings, by their order; `columns` has one for each heading,
 * and keeps what it held for those without a column. */
void pdf_match_leaves(const PdfTable *table, const PdfHeads *heads, size_t *columns);

#endif
