/* The columns of a table: stretches of the page that no word of its rows crosses, or next to
 * none. */
#include <string.h>

#include "import/pdf_table.h"

/* ----------------------------------------------------------------- words of rows */

/* The number that a word of one or two digits is; 0: it is none. */
static unsigned ordinal(const PdfWord *word) {
  unsigned value = 0;
  for (size_t i = 0; i < word->length; i++) {
    if (word->text[i] < '0' || word->text[i] > '9' || word->length > 2)
      return 0;
    value = value * 10 + (unsigned)(word->text[i] - '0');
  }
  return value;
}

/* A row that counts the columns (栏次 1 2 3 …): its numbers stand in the middle of their columns,
 * where no figures do. */
static bool counts_columns(const PdfTable *table, const PdfBand *band) {
  const PdfWord *words = pdf_table_words(table, band);
  unsigned last = 0;
  for (size_t i = 0; i < band->count; i++) {
    if (pdf_word_is(&words[i], "栏次") || pdf_word_is(&words[i], "行次"))
      continue;
    if (ordinal(&words[i]) != last + 1)
      return false;
    last++;
  }
  return last > 1;
}

void pdf_columns_visit(const PdfTable *table, PdfWordVisitor *visit, void *context) {
  for (size_t i = 0; i < table->region_count; i++) {
    const PdfBand *bands = pdf_table_bands(table, i);
    for (size_t j = table->head_bands.items[i]; j < table->regions[i].count; j++)
      for (size_t k = 0; k < bands[j].count && !counts_columns(table, &bands[j]); k++)
        visit(context, pdf_table_words(table, &bands[j]) + k, table->regions[i].first + j);
  }
}

/* ------------------------------------------------------------------- coverage */

typedef struct {
  uint32_t *words; /* that stand over each point across the page */
  uint32_t *right; /* the most that stand over any point from here on, in the run looked at */
  size_t points;
} Coverage;

/* Words that do no more than touch are apart. */
static size_t first_point(const PdfWord *word) {
  Points at = (word->left + BBOX_POINT / 2) / BBOX_POINT;
  return at > 0 ? (size_t)at : 0;
}

static size_t end_point(const PdfWord *word, size_t points) {
  Points at = (word->right - BBOX_POINT / 2) / BBOX_POINT;
  size_t end = at > 0 ? (size_t)at : 0;
  if (end <= first_point(word))
    end = first_point(word) + 1;
  return end < points ? end : points;
}

static void cover(void *context, const PdfWord *word, size_t band) {
  (void)band;
  Coverage *coverage = context;
  size_t end = end_point(word, coverage->points);
  for (size_t i = first_point(word); i < end; i++)
    coverage->words[i]++;
}

static void add_column(PdfTable *table, size_t first, size_t end) {
  PdfColumn column = {.left = (Points)first * BBOX_POINT, .right = (Points)end * BBOX_POINT};
  vec_push(&table->columns, column);
}

enum { VALLEY = 5 }; /* times as many words stand on both sides as cross between two columns */

/* Where a run of points is crossed by so few words that it is two columns; `end`: nowhere. */
static size_t find_valley(const Coverage *coverage, size_t first, size_t end) {
  const uint32_t *words = coverage->words;
  uint32_t left = 0, *right = coverage->right;
  size_t best = end;
  for (size_t i = end; i-- > first;)
    right[i] = i + 1 < end && right[i + 1] > words[i] ? right[i + 1] : words[i];
  for (size_t i = first; i < end; i++) {
    if (words[i] * VALLEY <= left && words[i] * VALLEY <= right[i] &&
        (best == end || words[i] < words[best]))
      best = i;
    left = words[i] > left ? words[i] : left;
  }
  return best;
}

static void split_run(PdfTable *table, const Coverage *coverage, size_t first, size_t end) {
  size_t valley = find_valley(coverage, first, end);
  if (valley == end) {
    add_column(table, first, end);
    return;
  }
  size_t low = coverage->words[valley], after = valley;
  while (after < end && coverage->words[after] <= low)
    after++;
  split_run(table, coverage, first, valley);
  split_run(table, coverage, after, end);
}

void pdf_columns_find(PdfTable *table) {
  const PdfPage *page = &table->bands->pages->pages.items[table->regions->page];
  Points width = points_most(page->width, 0) / BBOX_POINT + 1;
  Coverage coverage = {memory_zero((size_t)width, sizeof(uint32_t)),
                       memory_zero((size_t)width, sizeof(uint32_t)), (size_t)width};
  pdf_columns_visit(table, cover, &coverage);
  for (size_t i = 0; i < coverage.points;) {
    size_t first = i;
    while (i < coverage.points && coverage.words[i])
      i++;
    if (i > first)
      split_run(table, &coverage, first, i);
    i += i == first;
  }
  memory_free(coverage.words);
  memory_free(coverage.right);
}
