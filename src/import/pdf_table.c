#include "import/pdf_scale.h"
#include "import/pdf_table.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------- what is a head */

static bool is_total(const PdfWord *words, size_t count) {
  static const char *const totals[] = {"合计", "总计"};
  for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
    if (count == 1 && pdf_word_is(words, totals[i]))
      return true;
  return count == 2 && pdf_word_is(&words[1], "计") &&
         (pdf_word_is(&words[0], "合") || pdf_word_is(&words[0], "总"));
}

/* The first row of a table of items. */
static bool begins_items(const PdfWord *word) {
  return word->length > strlen("一、") && !memcmp(word->text, "一、", strlen("一、"));
}

/* Headings end where a figure stands, or a row that can be none. */
static bool ends_heads(const PdfTable *table, const PdfBand *band, const PdfBand *above) {
  const PdfWord *words = pdf_table_words(table, band);
  if (band->flags & BAND_NUMBERS || begins_items(words))
    return true;
  return above && is_total(words, band->count) &&
         (int64_t)(band->middle - above->middle) * 100 > (int64_t)band->size * 190;
}

enum { MOST_HEAD_WORDS = 150, MOST_JOINED = 100 };

/* What would have more headings than any table has none: all its bands are rows. */
static size_t count_heads(const PdfTable *table, size_t region) {
  const PdfBand *bands = pdf_table_bands(table, region);
  size_t count = 0, words = 0;
  while (count < table->regions[region].count &&
         !ends_heads(table, &bands[count], count ? &bands[count - 1] : NULL))
    words += bands[count++].count;
  return words <= MOST_HEAD_WORDS ? count : 0;
}

static bool has_word(const PdfTable *table, const PdfBand *band, const PdfWord *word) {
  const PdfWord *words = pdf_table_words(table, band);
  for (size_t i = 0; i < band->count; i++)
    if (words[i].length == word->length && !memcmp(words[i].text, word->text, word->length))
      return true;
  return false;
}

/* Whether most of the words of a band are those of another one. */
static bool same_text(const PdfTable *table, const PdfBand *a, const PdfBand *b) {
  const PdfWord *words = pdf_table_words(table, b);
  size_t same = 0;
  for (size_t i = 0; i < b->count; i++)
    same += has_word(table, a, &words[i]);
  return same * 2 > b->count && b->count * 2 > a->count;
}

/* Whether the bands at a region's top repeat the headings of the table's first page. */
static bool repeats_heads(const PdfTable *table, size_t region) {
  return table->head_bands.items[0] &&
         same_text(table, pdf_table_bands(table, 0), pdf_table_bands(table, region));
}

/* --------------------------------------------------------------------- extent */

/* A region at the top of the page after one that reaches to the page's end goes on with it,
 * unless it has headings of its own. */
static bool goes_on(const PdfTable *table, size_t next) {
  const PdfRegion *last = &table->regions[next - 1], *region = &table->regions[next];
  const PdfPage *pages = table->bands->pages->pages.items;
  if (region->form || !last->closes || !region->opens || region->page != last->page + 1 ||
      pages[region->page].width != pages[last->page].width)
    return false;
  size_t heads = count_heads(table, next);
  return heads < 2 || repeats_heads(table, next) || !table->head_bands.items[0] ||
         pdf_table_bands(table, next)[0].pieces == 1;
}

static void find_extent(PdfTable *table, size_t count) {
  vec_push(&table->head_bands, count_heads(table, 0));
  table->region_count = 1;
  while (table->region_count < count && goes_on(table, table->region_count)) {
    size_t next = table->region_count++;
    vec_push(&table->head_bands, repeats_heads(table, next) ? count_heads(table, next) : 0);
  }
}

/* -------------------------------------------------------------------- columns */

size_t pdf_table_column(const PdfTable *table, const PdfWord *word, bool *uncertain) {
  size_t best = 0;
  Points nearest = INT32_MAX, second = INT32_MAX;
  for (size_t i = 0; i < table->columns.count; i++) {
    Points here = pdf_column_distance(&table->columns.items[i], word->left, word->right);
    if (here < nearest) {
      second = nearest;
      nearest = here;
      best = i;
    } else {
      second = points_least(second, here);
    }
  }
  *uncertain = (nearest >= 0 || second < 0) && (int64_t)second - nearest < word->size;
  return best;
}

typedef struct {
  PdfTable *table;
  size_t *last_band; /* of each column: the last band with a word in it */
  size_t *together;  /* bands that have words in a column and in the one to its left */
} Count;

static void count_word(void *context, const PdfWord *word, size_t band) {
  Count *count = context;
  bool uncertain;
  size_t i = pdf_table_column(count->table, word, &uncertain);
  PdfColumn *column = &count->table->columns.items[i];
  column->words++;
  column->numbers += word->kind == WORD_NUMBER;
  column->room_right = points_most(column->room_right, word->right);
  if (i && count->last_band[i] != band + 1 && count->last_band[i - 1] == band + 1)
    count->together[i]++;
  count->last_band[i] = band + 1;
}

/* The lowest headings that stand over a stretch of the page. */
static size_t leaves_over(const PdfHeads *heads, Points left, Points right) {
  size_t count = 0;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *head = &heads->cells.items[i];
    count += head->leaf && head->left < right && head->right > left;
  }
  return count;
}

static void remove_column(PdfTable *table, size_t at) {
  memmove(table->columns.items + at, table->columns.items + at + 1,
          (table->columns.count - at - 1) * sizeof *table->columns.items);
  table->columns.count--;
}

/* Columns that may be one: both of texts, or one of codes and a word or two in its middle. */
static bool may_be_one(const PdfColumn *left, const PdfColumn *right) {
  enum { FEW = 3 };
  if (!left->numbers && !right->numbers)
    return true;
  return (!left->numbers && left->words <= FEW) || (!right->numbers && right->words <= FEW);
}

/* Texts at the left of a column and in its middle (合计) look like two columns: they are one when
 * no row has both and they have one heading. */
static bool join_one(PdfTable *table, const PdfHeads *heads, const Count *count) {
  for (size_t i = 1; i < table->columns.count; i++) {
    PdfColumn *left = &table->columns.items[i - 1], *right = &table->columns.items[i];
    if (!may_be_one(left, right) || count->together[i] ||
        leaves_over(heads, left->left, right->right) > 1)
      continue;
    left->right = right->right;
    remove_column(table, i);
    return true;
  }
  return false;
}

static void count_columns(PdfTable *table, Count *count) {
  size_t columns = table->columns.count;
  *count = (Count){.table = table,
                   .last_band = memory_zero(columns, sizeof(size_t)),
                   .together = memory_zero(columns, sizeof(size_t))};
  for (size_t i = 0; i < columns; i++)
    table->columns.items[i].words = table->columns.items[i].numbers = 0;
  pdf_columns_visit(table, count_word, count);
}

static void close_count(Count *count) {
  memory_free(count->last_band);
  memory_free(count->together);
}

static void join_columns(PdfTable *table, const PdfHeads *heads) {
  bool joined = table->columns.count <= MOST_JOINED;
  while (joined && table->columns.count) {
    Count count;
    count_columns(table, &count);
    joined = join_one(table, heads, &count);
    close_count(&count);
  }
}

/* ------------------------------------------------------------------------ opening */

/* Extents that run into each other are cut in the middle. */
static void part_columns(PdfTable *table) {
  for (size_t i = 1; i < table->columns.count; i++) {
    PdfColumn *left = &table->columns.items[i - 1], *right = &table->columns.items[i];
    if (left->right > right->left)
      left->right = right->left = (left->right + right->left) / 2;
  }
}

void pdf_table_open(PdfTable *table, const PdfBands *bands, const PdfRegion *regions,
                    size_t count) {
  *table = (PdfTable){.bands = bands, .regions = regions};
  find_extent(table, count);
  pdf_scale_table(table);
  pdf_columns_find(table);
  PdfHeads heads;
  pdf_heads_open(&heads, bands, regions, table->head_bands.items[0]);
  pdf_heads_find_leaves(&heads);
  join_columns(table, &heads);
  pdf_match_bare(table, &heads);
  pdf_match_heads(table, &heads);
  part_columns(table);
  pdf_heads_close(&heads);
}

void pdf_table_close(PdfTable *table) {
  vec_free(&table->head_bands);
  vec_free(&table->columns);
}
