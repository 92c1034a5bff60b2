#include "import/pdf_block.h"

#include <stdlib.h>
#include <string.h>

enum {
  LEADING = 150,  /* percent of the size between two lines of a cell, at most */
  ON_ROW = 35,    /* by which the middles of a row's cells differ at most */
  MOST_ROWS = 300 /* of a block with merged cells */
};

static bool within(Points distance, Points size, int percent) {
  return (int64_t)abs(distance) * 100 <= (int64_t)size * percent;
}

/* -------------------------------------------------------------------- columns */

typedef struct {
  Points left, right;
} Extent;

static int by_left(const void *left, const void *right) {
  const Extent *a = left, *b = right;
  return (a->left > b->left) - (a->left < b->left);
}

static void find_extents(PdfBlock *block, const PdfForm *form, size_t first, size_t end) {
  VEC(Extent) extents = {0};
  for (size_t i = first; i < end; i++)
    if (!form->pieces.items[i].odd)
      vec_push(&extents, (Extent){form->pieces.items[i].left, form->pieces.items[i].right});
  if (extents.count)
    qsort(extents.items, extents.count, sizeof *extents.items, by_left);
  block->lefts = memory_zero(extents.count + 1, sizeof *block->lefts);
  block->rights = memory_zero(extents.count + 1, sizeof *block->rights);
  for (size_t i = 0; i < extents.count; i++) {
    size_t last = block->column_count;
    if (last && extents.items[i].left + PDF_OVERLAP < block->rights[last - 1]) {
      block->rights[last - 1] = points_most(block->rights[last - 1], extents.items[i].right);
      continue;
    }
    block->lefts[last] = extents.items[i].left;
    block->rights[last] = extents.items[i].right;
    block->column_count++;
  }
  vec_free(&extents);
}

/* The column with which a piece has most in common. */
static size_t column_of(const PdfBlock *block, const PdfPiece *piece) {
  Points most = INT32_MIN;
  size_t best = 0;
  for (size_t i = 0; i < block->column_count; i++) {
    Points common = points_least(piece->right, block->rights[i]) -
                    points_most(piece->left, block->lefts[i]);
    if (common > most) {
      most = common;
      best = i;
    }
  }
  return best;
}

static void find_columns(PdfBlock *block, PdfForm *form, size_t first, size_t end) {
  for (size_t i = first; i < end; i++)
    form->pieces.items[i].odd = pdf_form_over_two(form, &form->pieces.items[i], first, end);
  find_extents(block, form, first, end);
  for (size_t i = first; i < end; i++)
    form->pieces.items[i].column = column_of(block, &form->pieces.items[i]);
}

static int by_height(const void *left, const void *right) {
  Points a = *(const Points *)left, b = *(const Points *)right;
  return (a > b) - (a < b);
}

/* The usual distance between two texts of the column that has the most. */
static Points find_pitch(const PdfBlock *block, const PdfForm *form, size_t first, size_t end) {
  size_t *counts = memory_zero(block->column_count, sizeof *counts), best = 0;
  for (size_t i = first; i < end; i++)
    if (++counts[form->pieces.items[i].column] > counts[best])
      best = form->pieces.items[i].column;
  memory_free(counts);
  VEC(Points) distances = {0};
  const PdfPiece *above = NULL;
  for (size_t i = first; i < end; i++) {
    const PdfPiece *piece = &form->pieces.items[i];
    if (piece->column != best)
      continue;
    if (above)
      vec_push(&distances, piece->middle - above->middle);
    above = piece;
  }
  Points pitch = 0;
  if (distances.count) {
    qsort(distances.items, distances.count, sizeof *distances.items, by_height);
    pitch = distances.items[distances.count / 2];
  }
  vec_free(&distances);
  return pitch;
}

/* ---------------------------------------------------------------------- cells */

static bool begins(const PdfForm *form, const PdfPiece *piece, const char *text) {
  return pdf_word_begins(pdf_form_words(form, piece), text);
}

static bool ends(const PdfForm *form, const PdfPiece *piece, const char *text) {
  return pdf_word_ends(pdf_form_words(form, piece) + piece->count - 1, text);
}

static bool is_sentence(const PdfForm *form, const PdfPiece *piece) {
  return pdf_form_contains(form, piece, "，") || pdf_form_contains(form, piece, "。") ||
         pdf_form_contains(form, piece, "；") || pdf_form_contains(form, piece, "、");
}

/* The end of a level's name (… 指标), broken anywhere. */
static bool ends_level(const PdfForm *form, const PdfPiece *piece) {
  return ends(form, piece, "指标") || pdf_form_words(form, piece)->length == strlen("标");
}

/* Whether a piece is the next line of one above it in its column. */
static bool is_next_line(const PdfBlock *block, const PdfForm *form, const PdfPiece *upper,
                         const PdfPiece *lower) {
  Points room = block->rights[upper->column] - block->lefts[upper->column] -
                (upper->right - upper->left);
  if (!within(lower->middle - upper->middle, upper->size, LEADING) ||
      pdf_form_words(form, upper)->kind == WORD_NUMBER ||
      pdf_form_words(form, lower)->kind == WORD_NUMBER)
    return false;
  if (ends(form, upper, "指标") && !is_sentence(form, upper))
    return false;
  /* Indicators may stand as close as the lines of one; only the end of a level's name tells. */
  if (block->indicators && (int64_t)(lower->middle - upper->middle) * 100 >= block->pitch * 97LL)
    return ends_level(form, lower) && !is_sentence(form, upper);
  return room * 10 < upper->size * 13 || begins(form, lower, "（") || is_sentence(form, upper);
}

static void join_lines(const PdfBlock *block, PdfForm *form, size_t first, size_t end) {
  size_t *last = memory_zero(block->column_count, sizeof *last);
  for (size_t i = first; i < end; i++) {
    PdfPiece *piece = &form->pieces.items[i];
    size_t above = last[piece->column];
    if (above && is_next_line(block, form, &form->pieces.items[above - 1], piece)) {
      form->pieces.items[above - 1].next = i;
      piece->rest = true;
    }
    last[piece->column] = i + 1;
  }
  memory_free(last);
}

static void find_cells(PdfBlock *block, const PdfForm *form, size_t first, size_t end) {
  for (size_t i = first; i < end; i++) {
    const PdfPiece *piece = &form->pieces.items[i];
    if (piece->rest)
      continue;
    const PdfPiece *last = piece;
    while (last->next != (size_t)(last - form->pieces.items))
      last = &form->pieces.items[last->next];
    vec_push(&block->cells, (PdfFormCell){.piece = i, .column = piece->column, .rows = 1,
                                          .top = piece->middle, .bottom = last->middle});
  }
}

/* ----------------------------------------------------------------------- rows */

static Points height_of(const PdfFormCell *cell) {
  return (cell->top + cell->bottom) / 2;
}

static size_t richest_column(const PdfBlock *block) {
  size_t *counts = memory_zero(block->column_count, sizeof *counts), best = 0;
  for (size_t i = 0; i < block->cells.count; i++)
    counts[block->cells.items[i].column]++;
  for (size_t i = 0; i < block->column_count; i++)
    if (counts[i] >= counts[best])
      best = i;
  memory_free(counts);
  return best;
}

/* Whether a row already stands where the cell is. Among indicators, what stands between two rows is
 * merged over both. */
static bool has_row(const PdfBlock *block, const PdfFormCell *cell, Points size) {
  if (block->indicators)
    size = points_most(size, block->pitch);
  for (size_t i = 0; i < block->row_count; i++)
    if (block->heights[i] >= cell->top - size && block->heights[i] <= cell->bottom + size)
      return true;
  return false;
}

/* The cells of the richest column are rows; so is what stands beside none of them. */
static void find_rows(PdfBlock *block, const PdfForm *form) {
  size_t richest = richest_column(block);
  block->heights = memory_zero(block->cells.count, sizeof *block->heights);
  for (size_t i = 0; i < block->cells.count; i++)
    if (block->cells.items[i].column == richest)
      block->heights[block->row_count++] = height_of(&block->cells.items[i]);
  for (size_t i = 0; i < block->cells.count; i++) {
    const PdfFormCell *cell = &block->cells.items[i];
    if (!has_row(block, cell, form->pieces.items[cell->piece].size))
      block->heights[block->row_count++] = height_of(cell);
  }
  qsort(block->heights, block->row_count, sizeof *block->heights, by_height);
}

/* -------------------------------------------------------------------- merging */

/* The cells of one column, and what it costs to lay the first i rows under the first j of them. */
typedef struct {
  const Points *heights; /* of the rows */
  size_t rows, before;   /* how many, and the rows before them */
  PdfFormCell **cells;
  size_t count;
  Points bare; /* the cost of a row without a cell */
  int64_t *costs;
  size_t *firsts; /* the row with which the last cell begins; the row itself: it is bare */
} Tiling;

static size_t at(const Tiling *tiling, size_t rows, size_t cells) {
  return rows * (tiling->count + 1) + cells;
}

static int64_t cost_of(const Tiling *tiling, size_t first, size_t end, size_t cell) {
  const Points *heights = tiling->heights;
  return abs((heights[first] + heights[end - 1]) / 2 - height_of(tiling->cells[cell]));
}

static void try_cost(Tiling *tiling, size_t place, int64_t cost, size_t first) {
  if (cost >= tiling->costs[place])
    return;
  tiling->costs[place] = cost;
  tiling->firsts[place] = first;
}

static void fill_costs(Tiling *tiling) {
  for (size_t i = 0; i <= tiling->rows; i++)
    for (size_t j = 0; j <= tiling->count; j++) {
      size_t place = at(tiling, i, j);
      tiling->costs[place] = i || j ? INT32_MAX : 0;
      if (i)
        try_cost(tiling, place, tiling->costs[at(tiling, i - 1, j)] + tiling->bare, i);
      for (size_t first = 0; j && first < i; first++)
        try_cost(tiling, place,
                 tiling->costs[at(tiling, first, j - 1)] + cost_of(tiling, first, i, j - 1), first);
    }
}

static void follow(const Tiling *tiling) {
  size_t rows = tiling->rows, cells = tiling->count;
  while (rows && cells) {
    size_t first = tiling->firsts[at(tiling, rows, cells)];
    if (first == rows) {
      rows--;
      continue;
    }
    cells--;
    tiling->cells[cells]->row = tiling->before + first;
    tiling->cells[cells]->rows = rows - first;
    rows = first;
  }
}

/* Lays the rows under the cells of a column so that each cell stands in the middle of its own. */
static void tile(Tiling *tiling) {
  size_t size = (tiling->rows + 1) * (tiling->count + 1);
  tiling->costs = memory_zero(size, sizeof *tiling->costs);
  tiling->firsts = memory_zero(size, sizeof *tiling->firsts);
  fill_costs(tiling);
  follow(tiling);
  memory_free(tiling->costs);
  memory_free(tiling->firsts);
}

static void take_nearest_row(const PdfBlock *block, PdfFormCell *cell) {
  Points best = INT32_MAX;
  for (size_t i = 0; i < block->row_count; i++) {
    Points away = abs(block->heights[i] - height_of(cell));
    if (away < best) {
      best = away;
      cell->row = i;
    }
  }
}

/* Merged cells stand left of what they name: columns of texts with fewer cells than there are
 * rows. */
static bool is_merged(const PdfBlock *block, const PdfForm *form, PdfFormCell *const *cells,
                      size_t count) {
  size_t levels = 0, between = 0;
  if (block->row_count > MOST_ROWS)
    return false;
  for (size_t i = 0; i < count; i++) {
    const PdfPiece *piece = &form->pieces.items[cells[i]->piece];
    PdfFormCell probe = *cells[i];
    if (pdf_form_words(form, piece)->kind == WORD_NUMBER)
      return false;
    take_nearest_row(block, &probe);
    between += !within(block->heights[probe.row] - height_of(&probe), piece->size, ON_ROW);
    levels += ends(form, piece, "指标");
  }
  /* A single label at the left is that of all rows. */
  bool alone = count == 1 && block->indicators && cells[0]->column == 0;
  return count < block->row_count && (between || levels > 1 || alone);
}

static size_t heading_band(const PdfForm *form, const PdfBlock *block) {
  return form->pieces.items[block->cells.items[0].piece].band;
}

static void place_column(PdfBlock *block, const PdfForm *form, size_t column) {
  VEC(PdfFormCell *) cells = {0};
  /* The row of the headings is under nothing. */
  size_t before = block->indicators;
  for (size_t i = 0; i < block->cells.count; i++) {
    PdfFormCell *cell = &block->cells.items[i];
    if (cell->column != column)
      continue;
    take_nearest_row(block, cell);
    if (cell->row || !before || form->pieces.items[cell->piece].band > heading_band(form, block))
      vec_push(&cells, cell);
  }
  if (cells.count && block->row_count > before && is_merged(block, form, cells.items, cells.count))
    tile(&(Tiling){.heights = block->heights + before, .rows = block->row_count - before,
                   .before = before, .cells = cells.items, .count = cells.count,
                   .bare = form->pieces.items[cells.items[0]->piece].size});
  vec_free(&cells);
}

static int by_row(const void *left, const void *right) {
  const PdfFormCell *a = left, *b = right;
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  if (a->column != b->column)
    return a->column < b->column ? -1 : 1;
  return (a->top > b->top) - (a->top < b->top);
}

void pdf_block_open(PdfBlock *block, PdfForm *form, size_t number) {
  size_t first = form->starts.items[number], end = form->starts.items[number + 1];
  *block = (PdfBlock){0};
  find_columns(block, form, first, end);
  block->indicators = pdf_form_heads_levels(form, first);
  block->pitch = find_pitch(block, form, first, end);
  join_lines(block, form, first, end);
  find_cells(block, form, first, end);
  find_rows(block, form);
  for (size_t i = 0; i < block->column_count; i++)
    place_column(block, form, i);
  qsort(block->cells.items, block->cells.count, sizeof *block->cells.items, by_row);
}

void pdf_block_close(PdfBlock *block) {
  memory_free(block->lefts);
  memory_free(block->rights);
  memory_free(block->heights);
  vec_free(&block->cells);
}
