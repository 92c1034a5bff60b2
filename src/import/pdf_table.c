#include "import/pdf_table.h"

#include <stdlib.h>
#include <string.h>

static const PdfBand *bands_of(const PdfTable *table, size_t region) {
  return table->bands->bands.items + table->regions[region].first;
}

static const PdfWord *words_of(const PdfTable *table, const PdfBand *band) {
  return table->bands->pages->words.items + band->first;
}

/* ------------------------------------------------------------- what is a head */

static bool is_text(const PdfWord *word, const char *text) {
  return word->length == strlen(text) && !memcmp(word->text, text, word->length);
}

static bool is_total(const PdfWord *words, size_t count) {
  static const char *const totals[] = {"合计", "总计"};
  for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
    if (count == 1 && is_text(words, totals[i]))
      return true;
  return count == 2 && is_text(&words[1], "计") &&
         (is_text(&words[0], "合") || is_text(&words[0], "总"));
}

/* The first row of a table of items. */
static bool begins_items(const PdfWord *word) {
  return word->length > strlen("一、") && !memcmp(word->text, "一、", strlen("一、"));
}

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
  const PdfWord *words = words_of(table, band);
  unsigned last = 0;
  for (size_t i = 0; i < band->count; i++) {
    if (is_text(&words[i], "栏次") || is_text(&words[i], "行次"))
      continue;
    if (ordinal(&words[i]) != last + 1)
      return false;
    last++;
  }
  return last > 1;
}

/* Headings end where a figure stands, or a row that can be none. */
static bool ends_heads(const PdfTable *table, const PdfBand *band, const PdfBand *above) {
  const PdfWord *words = words_of(table, band);
  if (band->flags & BAND_NUMBERS || begins_items(words))
    return true;
  return above && is_total(words, band->count) &&
         (int64_t)(band->middle - above->middle) * 100 > (int64_t)band->size * 190;
}

enum { MOST_HEAD_WORDS = 150, MOST_JOINED = 100 };

/* What would have more headings than any table has none: all its bands are rows. */
static size_t count_heads(const PdfTable *table, size_t region) {
  const PdfBand *bands = bands_of(table, region);
  size_t count = 0, words = 0;
  while (count < table->regions[region].count &&
         !ends_heads(table, &bands[count], count ? &bands[count - 1] : NULL))
    words += bands[count++].count;
  return words <= MOST_HEAD_WORDS ? count : 0;
}

static bool has_word(const PdfTable *table, const PdfBand *band, const PdfWord *word) {
  const PdfWord *words = words_of(table, band);
  for (size_t i = 0; i < band->count; i++)
    if (words[i].length == word->length && !memcmp(words[i].text, word->text, word->length))
      return true;
  return false;
}

/* Whether most of the words of a band are those of another one. */
static bool same_text(const PdfTable *table, const PdfBand *a, const PdfBand *b) {
  const PdfWord *words = words_of(table, b);
  size_t same = 0;
  for (size_t i = 0; i < b->count; i++)
    same += has_word(table, a, &words[i]);
  return same * 2 > b->count;
}

/* Whether the bands at a region's top repeat the headings of the table's first page. */
static bool repeats_heads(const PdfTable *table, size_t region) {
  return table->head_bands.items[0] &&
         same_text(table, bands_of(table, 0), bands_of(table, region));
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
         bands_of(table, next)[0].pieces == 1;
}

static void find_extent(PdfTable *table, size_t count) {
  vec_push(&table->head_bands, count_heads(table, 0));
  table->region_count = 1;
  while (table->region_count < count && goes_on(table, table->region_count)) {
    size_t next = table->region_count++;
    vec_push(&table->head_bands, repeats_heads(table, next) ? count_heads(table, next) : 0);
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

typedef void WordVisitor(void *context, const PdfWord *word, size_t band);

/* Each word of the rows. `band` counts over the whole table. */
static void visit_rows(const PdfTable *table, WordVisitor *visit, void *context) {
  for (size_t i = 0; i < table->region_count; i++) {
    const PdfBand *bands = bands_of(table, i);
    for (size_t j = table->head_bands.items[i]; j < table->regions[i].count; j++)
      for (size_t k = 0; k < bands[j].count && !counts_columns(table, &bands[j]); k++)
        visit(context, words_of(table, &bands[j]) + k, table->regions[i].first + j);
  }
}

static void cover(void *context, const PdfWord *word, size_t band) {
  (void)band;
  Coverage *coverage = context;
  size_t end = end_point(word, coverage->points);
  for (size_t i = first_point(word); i < end; i++)
    coverage->words[i]++;
}

static void add_column(PdfTable *table, size_t first, size_t end) {
  PdfColumn column = {.left = (Points)first * BBOX_POINT, .right = (Points)end * BBOX_POINT,
                      .head_middle = -1};
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

static void find_columns(PdfTable *table) {
  const PdfPage *page = &table->bands->pages->pages.items[table->regions->page];
  Points width = points_most(page->width, 0) / BBOX_POINT + 1;
  Coverage coverage = {memory_zero((size_t)width, sizeof(uint32_t)),
                       memory_zero((size_t)width, sizeof(uint32_t)), (size_t)width};
  visit_rows(table, cover, &coverage);
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

/* -------------------------------------------------------------------- columns */

/* The distance across between a word and a column; negative when they overlap. */
static Points distance(const PdfColumn *column, Points left, Points right) {
  return points_most(column->left - right, left - column->right);
}

size_t pdf_table_column(const PdfTable *table, const PdfWord *word, bool *uncertain) {
  size_t best = 0;
  Points nearest = INT32_MAX, second = INT32_MAX;
  for (size_t i = 0; i < table->columns.count; i++) {
    Points here = distance(&table->columns.items[i], word->left, word->right);
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
  visit_rows(table, count_word, count);
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

/* ------------------------------------------------------ headings and columns */

enum { ALONE = 25, MOST_AWAY = 50 }; /* sizes: what it costs to have no partner; the farthest one */

typedef struct {
  const PdfHead **heads;
  size_t head_count;
  PdfColumn *columns;
  size_t column_count;
  int64_t *costs; /* of the first i headings with the first j columns */
  Points size;
} Match;

static int64_t *cost_at(const Match *match, size_t head, size_t column) {
  return &match->costs[head * (match->column_count + 1) + column];
}

static int64_t cost_of_pair(const Match *match, size_t head, size_t column) {
  const PdfHead *here = match->heads[head];
  Points away = distance(&match->columns[column], here->left, here->right);
  if (away > match->size * MOST_AWAY)
    return INT32_MAX;
  return points_most(away, 0);
}

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

static void fill_costs(Match *match) {
  int64_t alone = (int64_t)match->size * ALONE;
  for (size_t i = 0; i <= match->head_count; i++)
    for (size_t j = 0; j <= match->column_count; j++) {
      int64_t best = i || j ? INT64_MAX : 0;
      if (i)
        best = least(best, *cost_at(match, i - 1, j) + alone);
      if (j)
        best = least(best, *cost_at(match, i, j - 1) + alone);
      if (i && j)
        best = least(best, *cost_at(match, i - 1, j - 1) + cost_of_pair(match, i - 1, j - 1));
      *cost_at(match, i, j) = best;
    }
}

/* A column with its heading: from the first word of either to the last. */
static PdfColumn with_head(PdfColumn column, const PdfHead *head) {
  column.left = points_least(column.left, head->left);
  column.right = points_most(column.right, head->right);
  column.head_middle = (head->left + head->right) / 2;
  return column;
}

static PdfColumn head_alone(const PdfHead *head) {
  return (PdfColumn){.left = head->left, .right = head->right, .room_right = head->right,
                     .head_middle = (head->left + head->right) / 2};
}

static int by_left(const void *left, const void *right) {
  const PdfColumn *a = left, *b = right;
  return (a->left > b->left) - (a->left < b->left);
}

/* Follows the cheapest way back, from the right to the left. */
static void take_pairs(const Match *match, PdfTable *table) {
  int64_t alone = (int64_t)match->size * ALONE;
  size_t i = match->head_count, j = match->column_count;
  VEC(PdfColumn) found = {0};
  while (i || j) {
    int64_t cost = *cost_at(match, i, j);
    if (i && j && cost == *cost_at(match, i - 1, j - 1) + cost_of_pair(match, i - 1, j - 1)) {
      vec_push(&found, with_head(match->columns[j - 1], match->heads[i - 1]));
      i--;
      j--;
    } else if (i && cost == *cost_at(match, i - 1, j) + alone) {
      vec_push(&found, head_alone(match->heads[--i]));
    } else {
      vec_push(&found, match->columns[--j]);
    }
  }
  table->columns.count = 0;
  while (found.count)
    vec_push(&table->columns, found.items[--found.count]);
  if (table->columns.count)
    qsort(table->columns.items, table->columns.count, sizeof *table->columns.items, by_left);
  vec_free(&found);
}

static int by_place(const void *left, const void *right) {
  const PdfHead *a = *(const PdfHead *const *)left, *b = *(const PdfHead *const *)right;
  Points x = a->left + a->right, y = b->left + b->right;
  return (x > y) - (x < y);
}

static void match_heads(PdfTable *table, const PdfHeads *heads) {
  VEC(const PdfHead *) leaves = {0};
  for (size_t i = 0; i < heads->cells.count; i++)
    if (heads->cells.items[i].leaf)
      vec_push(&leaves, &heads->cells.items[i]);
  if (leaves.count) {
    qsort(leaves.items, leaves.count, sizeof *leaves.items, by_place);
    Match match = {leaves.items, leaves.count, table->columns.items, table->columns.count,
                   memory_zero((leaves.count + 1) * (table->columns.count + 1), sizeof(int64_t)),
                   leaves.items[0]->size};
    fill_costs(&match);
    take_pairs(&match, table);
    memory_free(match.costs);
  }
  vec_free(&leaves);
}

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
  find_columns(table);
  PdfHeads heads;
  pdf_heads_open(&heads, bands, regions->first, table->head_bands.items[0]);
  pdf_heads_find_leaves(&heads);
  join_columns(table, &heads);
  match_heads(table, &heads);
  part_columns(table);
  pdf_heads_close(&heads);
}

void pdf_table_close(PdfTable *table) {
  vec_free(&table->head_bands);
  vec_free(&table->columns);
}
