#include "import/pdf_scale.h"

#include <stdlib.h>
#include <string.h>

#include "import/pairing.h"

/* What stands in a column. */
typedef enum { HOLDS_TEXT, HOLDS_DIGITS, HOLDS_AMOUNTS } Holding;

/* A column of one page. */
typedef struct {
  Points left, right;
  size_t words, numbers, amounts;
  size_t common; /* the one of all pages that it is */
  bool alone;    /* no page before has it */
} PageColumn;

/* A column of the whole table. */
typedef struct {
  Points anchor;      /* where it stands on the page that it was first met on */
  Points width, gap;  /* the most that it takes on any page, and between it and the one before */
  Points left;        /* where it is laid */
  Holding holding;
} CommonColumn;

typedef struct {
  size_t first, count; /* in the columns of all pages */
  bool unsure;
} PageGrid;

typedef struct {
  const PdfTable *table;
  VEC(PageColumn) columns;
  VEC(PageGrid) pages; /* one for each region */
  VEC(CommonColumn) common;
  Points size;
} Scale;

enum {
  MOST_COMMON = 60, /* no budget's table has as many */
  ALONE = 16,       /* sizes: what a column without a partner costs */
  UNLIKE = 30,      /* a text and a figure */
  UNLIKE_FIGURES = 6
};

/* ------------------------------------------------------------------- pages' columns */

static Holding holding_of(const PageColumn *column) {
  if (column->numbers * 2 <= column->words)
    return HOLDS_TEXT;
  return column->amounts ? HOLDS_AMOUNTS : HOLDS_DIGITS;
}

static Points anchor_of(const PageColumn *column) {
  return holding_of(column) == HOLDS_TEXT ? column->left : column->right;
}

/* The table of one page alone. */
static PdfTable page_of(const PdfTable *table, size_t region) {
  PdfTable page = {.bands = table->bands, .regions = table->regions + region, .region_count = 1};
  vec_push(&page.head_bands, table->head_bands.items[region]);
  return page;
}

typedef struct {
  PageColumn *columns;
  const PdfTable *page;
} Filling;

static void fill(void *context, const PdfWord *word, size_t band) {
  (void)band;
  Filling *filling = context;
  bool uncertain;
  PageColumn *column = &filling->columns[pdf_table_column(filling->page, word, &uncertain)];
  column->left = points_least(column->left, word->left);
  column->right = points_most(column->right, word->right);
  column->words++;
  column->numbers += word->kind == WORD_NUMBER;
  column->amounts += word->kind == WORD_NUMBER && (memchr(word->text, '.', word->length) ||
                                                   memchr(word->text, ',', word->length));
}

static void add_page(Scale *scale, size_t region) {
  PdfTable page = page_of(scale->table, region);
  PageGrid grid = {.first = scale->columns.count};
  pdf_columns_find(&page);
  for (size_t i = 0; i < page.columns.count; i++)
    vec_push(&scale->columns, (PageColumn){.left = INT32_MAX});
  grid.count = page.columns.count;
  if (grid.count)
    pdf_columns_visit(&page, fill, &(Filling){scale->columns.items + grid.first, &page});
  vec_push(&scale->pages, grid);
  pdf_table_close(&page);
}

/* ------------------------------------------------------------------------- matching */

/* The columns of one page, and how far all of them are moved before they are compared. */
typedef struct {
  const Scale *scale;
  const PageColumn *columns;
  size_t count;
  Points offset;
} Matching;

static int64_t cost_of_pair(const void *context, size_t own, size_t common_one) {
  const Matching *matching = context;
  const Scale *scale = matching->scale;
  const CommonColumn *common = &scale->common.items[common_one];
  const PageColumn *column = &matching->columns[own];
  Holding holding = holding_of(column);
  int64_t cost = abs(common->anchor - anchor_of(column) - matching->offset);
  if ((holding == HOLDS_TEXT) != (common->holding == HOLDS_TEXT))
    cost += (int64_t)scale->size * UNLIKE;
  else if (holding != common->holding)
    cost += (int64_t)scale->size * UNLIKE_FIGURES;
  return cost;
}

static int64_t cost_alone(const void *context, size_t own) {
  const Matching *matching = context;
  (void)own;
  return (int64_t)matching->scale->size * ALONE;
}

/* The page's columns, at the left, with the common ones. */
static Pairing pair_columns(const Matching *matching) {
  return pairing_open(&(PairingCosts){.left = matching->count,
                                      .right = matching->scale->common.count,
                                      .pair = cost_of_pair,
                                      .left_alone = cost_alone,
                                      .right_alone = cost_alone(matching, 0),
                                      .context = matching});
}

/* Either the left edges of both stand at one place or the right ones: as it costs less. */
static Pairing choose_pairing(Matching *matching) {
  Pairing left = pair_columns(matching);
  size_t count = matching->scale->common.count;
  if (!count || !matching->count)
    return left;
  matching->offset = matching->scale->common.items[count - 1].anchor -
                     anchor_of(&matching->columns[matching->count - 1]);
  Pairing right = pair_columns(matching);
  if (pairing_cost(&right) <= pairing_cost(&left)) {
    pairing_close(&left);
    return right;
  }
  matching->offset = 0;
  pairing_close(&right);
  return left;
}

/* A column that no page before had stands between those that they had. */
static void insert_common(Scale *scale, const PageGrid *grid, size_t at,
                          const PageColumn *column) {
  vec_push(&scale->common, (CommonColumn){0});
  CommonColumn *common = scale->common.items;
  memmove(common + at + 1, common + at, (scale->common.count - 1 - at) * sizeof *common);
  common[at] = (CommonColumn){.anchor = anchor_of(column), .holding = holding_of(column)};
  for (size_t i = 0; i < grid->first; i++)
    scale->columns.items[i].common += scale->columns.items[i].common >= at;
}

static size_t count_figures(const Scale *scale) {
  size_t count = 0;
  for (size_t i = 0; i < scale->common.count; i++)
    count += scale->common.items[i].holding != HOLDS_TEXT;
  return count;
}

static void take_pairs(Scale *scale, PageGrid *grid, Pairing *pairing) {
  PageColumn *columns = scale->columns.items + grid->first;
  size_t next = scale->common.count; /* the common column behind */
  for (Pair pair; pairing_back(pairing, &pair);) {
    if (pair.right != PAIRING_NONE)
      next = pair.right;
    if (pair.left == PAIRING_NONE)
      continue;
    columns[pair.left].common = next;
    columns[pair.left].alone = pair.right == PAIRING_NONE;
  }
  size_t added = 0;
  for (size_t i = 0; i < grid->count; i++) {
    columns[i].common += added;
    if (columns[i].alone)
      insert_common(scale, grid, columns[i].common, &columns[i]);
    added += columns[i].alone;
  }
}

/* Pages with as many columns, texts and figures in the same order, are taken to have the same
 * ones. */
static bool is_same(const Scale *scale, const PageGrid *grid) {
  const PageColumn *columns = scale->columns.items + grid->first;
  if (grid->count != scale->common.count)
    return false;
  for (size_t i = 0; i < grid->count; i++)
    if ((holding_of(&columns[i]) == HOLDS_TEXT) != (scale->common.items[i].holding == HOLDS_TEXT))
      return false;
  return true;
}

static void match_page(Scale *scale, PageGrid *grid) {
  if (is_same(scale, grid)) {
    for (size_t i = 0; i < grid->count; i++)
      scale->columns.items[grid->first + i].common = i;
    return;
  }
  Matching matching = {.scale = scale, .columns = scale->columns.items + grid->first,
                       .count = grid->count};
  Pairing pairing = choose_pairing(&matching);
  take_pairs(scale, grid, &pairing);
  pairing_close(&pairing);
  size_t figures = 0;
  for (size_t i = 0; i < grid->count; i++)
    figures += holding_of(&matching.columns[i]) != HOLDS_TEXT;
  grid->unsure = figures < count_figures(scale);
}

/* False: the pages have more columns than any budget's. */
static bool match_pages(Scale *scale) {
  for (size_t i = 0; i < scale->pages.count; i++) {
    if (scale->pages.items[i].count + scale->common.count > MOST_COMMON)
      return false;
    match_page(scale, &scale->pages.items[i]);
  }
  return true;
}

/* --------------------------------------------------------------------------- moving */

static void lay_columns(Scale *scale) {
  for (size_t i = 0; i < scale->pages.count; i++) {
    const PageColumn *columns = scale->columns.items + scale->pages.items[i].first;
    for (size_t j = 0; j < scale->pages.items[i].count; j++) {
      CommonColumn *common = &scale->common.items[columns[j].common];
      Points before = j ? columns[j - 1].right : 0;
      bool next = !columns[j].common || (j && columns[j - 1].common + 1 == columns[j].common);
      common->width = points_most(common->width, columns[j].right - columns[j].left);
      common->gap = points_most(common->gap, next ? columns[j].left - before : scale->size);
    }
  }
  Points at = 0;
  for (size_t i = 0; i < scale->common.count; i++) {
    CommonColumn *common = &scale->common.items[i];
    common->left = at + common->gap;
    at = common->left + common->width;
  }
}

/* How far a column is moved: figures stand at its right edge, texts at its left. */
static Points move_of(const Scale *scale, const PageColumn *column) {
  const CommonColumn *common = &scale->common.items[column->common];
  return common->holding == HOLDS_TEXT ? common->left - column->left
                                       : common->left + common->width - column->right;
}

/* Headings move with the columns at their sides, in proportion to where they stand between them. */
static Points move_at(const Scale *scale, const PageGrid *grid, Points across) {
  const PageColumn *columns = scale->columns.items + grid->first;
  for (size_t i = 0; i < grid->count; i++) {
    Points middle = (columns[i].left + columns[i].right) / 2;
    if (across > middle)
      continue;
    if (!i)
      return move_of(scale, &columns[0]);
    Points left = (columns[i - 1].left + columns[i - 1].right) / 2;
    Points from = move_of(scale, &columns[i - 1]), to = move_of(scale, &columns[i]);
    return from + (Points)((int64_t)(to - from) * (across - left) / points_most(middle - left, 1));
  }
  return grid->count ? move_of(scale, &columns[grid->count - 1]) : 0;
}

static void move_word(const Scale *scale, size_t region, const PdfTable *page, PdfWord *word,
                      bool heading) {
  const PageGrid *grid = &scale->pages.items[region];
  bool uncertain;
  Points move = heading ? move_at(scale, grid, (word->left + word->right) / 2)
                        : move_of(scale, &scale->columns.items[grid->first +
                                                               pdf_table_column(page, word,
                                                                                &uncertain)]);
  word->left += move;
  word->right += move;
  word->unsure = !heading && grid->unsure && word->kind == WORD_NUMBER &&
                 (memchr(word->text, '.', word->length) || memchr(word->text, ',', word->length));
}

static void move_page(const Scale *scale, size_t region) {
  const PageGrid *grid = &scale->pages.items[region];
  const PdfRegion *here = &scale->table->regions[region];
  PdfTable page = page_of(scale->table, region);
  for (size_t i = 0; i < grid->count; i++)
    vec_push(&page.columns, (PdfColumn){.left = scale->columns.items[grid->first + i].left,
                                        .right = scale->columns.items[grid->first + i].right});
  for (size_t i = 0; i < here->count && grid->count; i++) {
    const PdfBand *band = &scale->table->bands->bands.items[here->first + i];
    PdfWord *words = scale->table->bands->pages->words.items + band->first;
    for (size_t j = 0; j < band->count; j++)
      move_word(scale, region, &page, &words[j], i < page.head_bands.items[0]);
  }
  pdf_table_close(&page);
}

/* All pages stay equally wide: a table goes on only where they are. */
static void widen_pages(const Scale *scale) {
  PdfPages *pages = scale->table->bands->pages;
  const CommonColumn *last = &scale->common.items[scale->common.count - 1];
  Points width = last->left + last->width + scale->size;
  for (size_t i = 0; i < pages->pages.count; i++)
    pages->pages.items[i].width = points_most(pages->pages.items[i].width, width);
}

void pdf_scale_table(const PdfTable *table) {
  if (!table->bands->pages->scaled || table->region_count < 2)
    return;
  Scale scale = {.table = table,
                 .size = table->bands->bands.items[table->regions->first].size};
  for (size_t i = 0; i < table->region_count; i++)
    add_page(&scale, i);
  if (match_pages(&scale) && scale.common.count) {
    lay_columns(&scale);
    for (size_t i = 0; i < table->region_count; i++)
      move_page(&scale, i);
    widen_pages(&scale);
  }
  vec_free(&scale.columns);
  vec_free(&scale.pages);
  vec_free(&scale.common);
}
