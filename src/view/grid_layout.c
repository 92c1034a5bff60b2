#include "view/grid_layout.h"

#include <limits.h>
#include <string.h>

#include "text/width.h"
#include "view/extent.h"
#include "view/grid_parts.h"

enum {
  GAP = 1,
  SIGN = 1,          /* behind an amount or number, and before the text of a tree column */
  TEXT_MOST = 40,    /* a text column is not wider, unless it is flexible */
  FLEX_MOST = 120,
  SAMPLE_ROWS = 200, /* looked at before the first drawing */
  TITLE_LEAST = 8,
  TITLE_MOST = 64,
  TITLE_SCROLLED = 12
};

static int text_width(const char *text, size_t length, int limit) {
  size_t taken;
  fit_prefix(text, length, (size_t)limit, &taken);
  return (int)taken;
}

/* ---- natural widths */

/* What is below a root without a code is not set in, so that the first accounts stand at the edge;
 * what is below a root that was gone into is. */
static int indent_of(const Grid *grid, const GridColumn *column, uint32_t node) {
  if (column->flat)
    return 0;
  const Outline *outline = &grid->outline;
  int depth = outline_depth(outline, node);
  bool edge = outline->root == 0 && outline->show_root &&
              !(outline->hide_derived && !tree_printed(outline->tree, 0));
  return depth > 0 && edge ? depth - 1 : depth;
}

int grid_shown_indent(const Grid *grid, const GridColumn *column, uint32_t node) {
  return larger(smaller(indent_of(grid, column, node), column->width - GRID_FLEX_LEAST), 0);
}

bool grid_has_sign(const Grid *grid, uint32_t node) {
  const Outline *outline = &grid->outline;
  return outline_has_children(outline, node) && !(node == outline->root && outline->hide_derived);
}

bool grid_write_amount(Grid *grid, const TreeAmount *amount) {
  str_clear(&grid->scratch);
  if (amount->kind == CELL_MONEY)
    return grid_figure(grid->session, amount->figure, &grid->scratch);
  if (amount->kind == CELL_DASH || amount->kind == CELL_SLASH)
    str_add_text(&grid->scratch, amount->text);
  return false;
}

static int natural_width(Grid *grid, uint32_t node, size_t index) {
  const GridColumn *column = &grid->columns.items[index];
  int limit = column->flexible || column->fitted ? FLEX_MOST : TEXT_MOST;
  if (column->kind == GRID_SHARE)
    return GRID_SHARE_WIDTH;
  GridCell cell = grid_cell(grid, node, index);
  if (column->kind == GRID_AMOUNT) {
    grid_write_amount(grid, &cell.amount);
    return text_width(grid->scratch.data, grid->scratch.length, FLEX_MOST) + SIGN;
  }
  int width = text_width(cell.text, cell.length, limit);
  if (column->kind == GRID_NUMBER)
    return width + SIGN;
  return column->kind == GRID_TREE ? indent_of(grid, column, node) + SIGN + width : width;
}

static void measure_node(Grid *grid, uint32_t node) {
  for (size_t i = 0; i < grid->columns.count; i++) {
    int width = natural_width(grid, node, i);
    if (width > grid->columns.items[i].wanted)
      grid->columns.items[i].wanted = width;
  }
}

static void measure_sample(Grid *grid) {
  const Outline *outline = &grid->outline;
  for (size_t i = 0; i < grid->columns.count; i++)
    if (grid->columns.items[i].kind == GRID_AMOUNT)
      grid->columns.items[i].wanted = 0;
  grid->measured = true;
  grid->unit = grid->session->unit;
  grid_forget_rows(grid);
  if (outline->show_root && !(outline->hide_derived && !tree_printed(outline->tree, 0)))
    measure_node(grid, 0);
  grid_measure(grid, 0, SAMPLE_ROWS);
}

void grid_forget_rows(Grid *grid) { grid->seen_from = grid->seen_to = 0; }

/* Rows that were looked at are not again: a table may have thousands of columns. */
void grid_measure(Grid *grid, size_t from, size_t to) {
  if (!grid->measured || grid->unit != grid->session->unit)
    measure_sample(grid);
  if (to > grid->outline.rows.count)
    to = grid->outline.rows.count;
  if (from >= to)
    return;
  bool apart = to < grid->seen_from || from > grid->seen_to || grid->seen_from == grid->seen_to;
  for (size_t i = from; i < to; i++)
    if (apart || i < grid->seen_from || i >= grid->seen_to)
      measure_node(grid, grid->outline.rows.items[i]);
  grid->seen_from = apart || from < grid->seen_from ? from : grid->seen_from;
  grid->seen_to = apart || to > grid->seen_to ? to : grid->seen_to;
}

void grid_look(Grid *grid, int height) {
  size_t rows = (size_t)larger(height, 0), cursor = grid->window.cursor;
  grid_measure(grid, cursor > rows ? cursor - rows : 0, cursor + rows);
}

/* ---- laying out */

typedef struct {
  int title; /* a heading makes its column at most so wide */
  int flexible; /* the flexible column has at least so much, where it wants it */
  bool bars;
} Manner;

static bool is_shown(const Grid *grid, const GridColumn *column, const Manner *manner) {
  if (column->kind != GRID_SHARE)
    return !column->hidden;
  return grid->session->share != SHARE_OFF && (manner->bars || grid->session->share != SHARE_BAR);
}

static bool has_sign(const GridColumn *column) {
  return column->kind == GRID_TREE || column->kind == GRID_AMOUNT || column->kind == GRID_NUMBER;
}

static int title_width(const GridColumn *column, int limit) {
  return text_width(column->title, strlen(column->title), limit) + (has_sign(column) ? SIGN : 0);
}

/* Of its widest cell and whole heading. */
static int whole_width(const GridColumn *column) {
  return larger(column->wanted, title_width(column, TITLE_MOST));
}

static int column_width(const GridColumn *column, const Manner *manner) {
  if (column->fitted)
    return whole_width(column);
  if (column->chosen > 0)
    return column->chosen;
  bool text = column->kind == GRID_TREE || column->kind == GRID_TEXT;
  int wanted = text && !column->flexible ? smaller(column->wanted, TEXT_MOST) : column->wanted;
  int width = larger(wanted, title_width(column, manner->title));
  return column->flexible ? larger(smaller(width, manner->flexible), GRID_FLEX_LEAST) : width;
}

/* The sign of folding stands at the edge. */
static int margin(const Grid *grid) {
  size_t first = 0;
  while (first < grid->columns.count && grid->columns.items[first].hidden)
    first++;
  return first < grid->columns.count && grid->columns.items[first].kind == GRID_TREE ? 0 : 1;
}

/* What a flexible column lacks, unless a user gave it its width. */
static int missing_width(const GridColumn *column, int width) {
  return column->fitted || column->chosen > 0 ? 0 : larger(whole_width(column) - width, 0);
}

/* Columns that all take with the gaps between them; counted until they are more than `limit`. */
static int total_width(const Grid *grid, const Manner *manner, int limit) {
  int total = margin(grid) - GAP;
  for (size_t i = 0; i < grid->columns.count && total <= limit; i++)
    if (is_shown(grid, &grid->columns.items[i], manner))
      total += column_width(&grid->columns.items[i], manner) + GAP;
  return total;
}

static int place(GridColumn *column, int left, int width) {
  column->left = left;
  column->width = width;
  return left + width + GAP;
}

/* Of what no column needs, how much this one takes: what is missing of names, then for bars. */
static int spare_width(const Grid *grid, const GridColumn *column, int width, int spare) {
  enum { BAR_MOST = 24 };
  if (column->flexible)
    return smaller(spare, missing_width(column, width));
  bool bar = column->kind == GRID_SHARE && grid->session->share == SHARE_BAR;
  return bar ? smaller(spare, larger(BAR_MOST - width, 0)) : 0;
}

static void place_all(Grid *grid, const Manner *manner, int spare) {
  int left = margin(grid);
  grid->more_left = grid->more_right = false;
  grid->first = 0;
  for (size_t i = 0; i < grid->columns.count; i++) {
    GridColumn *column = &grid->columns.items[i];
    int width = column_width(column, manner);
    column->left = -1;
    if (!is_shown(grid, column, manner))
      continue;
    int extra = spare_width(grid, column, width, spare);
    spare -= extra;
    left = place(column, left, width + extra);
  }
}

/* The longest headings that leave room for all columns; these fit with the shortest ones. */
static void lengthen_titles(const Grid *grid, Manner *manner, int width) {
  int high = TITLE_MOST + 1;
  while (high - manner->title > 1) {
    Manner longer = *manner;
    longer.title = manner->title + (high - manner->title) / 2;
    if (total_width(grid, &longer, width) <= width)
      manner->title = longer.title;
    else
      high = longer.title;
  }
}

/* Ways to make room without losing a column, the best one first: headings are cut, then names,
 * then there are no bars, and names are cut hard. */
static bool fit_all(Grid *grid, int width) {
  static const Manner steps[] = {{TITLE_LEAST, 16, true},
                                 {TITLE_LEAST, 12, false},
                                 {TITLE_LEAST, GRID_FLEX_LEAST, false}};
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    Manner manner = steps[i];
    if (total_width(grid, &manner, width) > width)
      continue;
    lengthen_titles(grid, &manner, width);
    place_all(grid, &manner, width - total_width(grid, &manner, width));
    return true;
  }
  return false;
}

static bool scrolls(const Grid *grid, size_t index) {
  const GridColumn *column = &grid->columns.items[index];
  return index >= grid->frozen && !column->hidden && column->kind != GRID_SHARE;
}

static int frozen_width(const GridColumn *column, const Manner *manner, int width) {
  int wanted = column_width(column, manner), third = larger(width / 3, GRID_FLEX_LEAST);
  if (column->kind == GRID_AMOUNT || column->fitted || column->chosen > 0)
    return wanted;
  return smaller(wanted, third);
}

/* Of the columns that a user froze or made wide, as many as leave room beside them. */
static size_t count_frozen(const Grid *grid, const Manner *manner, int width) {
  enum { BESIDE_LEAST = 12 };
  int left = margin(grid);
  size_t count = 0;
  for (; count < grid->columns.count && grid->columns.items[count].frozen; count++) {
    const GridColumn *column = &grid->columns.items[count];
    bool usual = count < grid->usual_frozen && !column->fitted && column->chosen == 0;
    if (column->hidden)
      continue;
    left += frozen_width(column, manner, width) + GAP;
    if (!usual && left + BESIDE_LEAST > width)
      break;
  }
  return count;
}

/* Behind the last scrolling column from `from` on that stands in `room`; at least one does. */
static size_t fitting_end(const Grid *grid, const Manner *manner, size_t from, int room) {
  size_t count = 0, i = from;
  for (; i < grid->columns.count; i++) {
    if (!scrolls(grid, i))
      continue;
    room -= column_width(&grid->columns.items[i], manner) + (count > 0 ? GAP : 0);
    if (room < 0 && count > 0)
      break;
    count++;
  }
  return i;
}

/* The columns that scroll are [*begin, *end). */
static void scrolling_range(const Grid *grid, size_t *begin, size_t *end) {
  *end = grid->columns.count;
  for (*begin = 0; *begin < *end && !scrolls(grid, *begin);)
    ++*begin;
  while (*end > *begin && !scrolls(grid, *end - 1))
    --*end;
}

/* The column behind the last one in sight when `first` is the first; at the very right no room is
 * kept for the sign that columns continue. */
static size_t last_fitting(const Grid *grid, const Manner *manner, size_t first, size_t end,
                           int room) {
  if (fitting_end(grid, manner, first, room + 1) >= end)
    return end;
  return fitting_end(grid, manner, first, room);
}

/* The first scrolling column in sight: the present one if the current column is in sight then,
 * and none while there is room at the right. */
static size_t choose_first(const Grid *grid, const Manner *manner, int room) {
  size_t begin, end, first = grid->first;
  scrolling_range(grid, &begin, &end);
  if (first < begin)
    first = begin;
  if (first >= end)
    first = end > begin ? end - 1 : begin;
  if (scrolls(grid, grid->column)) {
    if (grid->column < first)
      first = grid->column;
    while (first < grid->column && last_fitting(grid, manner, first, end, room) <= grid->column)
      first++;
  }
  while (first > begin && last_fitting(grid, manner, first - 1, end, room) >= end)
    first--;
  while (first < end && !scrolls(grid, first))
    first++;
  return first;
}

/* Columns beside the scrolling ones: the frozen ones, then the share; returns where they end. */
static int place_frozen(Grid *grid, const Manner *manner, int width, int *right) {
  int left = margin(grid);
  *right = width;
  for (size_t i = 0; i < grid->columns.count; i++) {
    GridColumn *column = &grid->columns.items[i];
    column->left = -1;
    if (i < grid->frozen && !column->hidden)
      left = place(column, left, frozen_width(column, manner, width));
    if (column->kind == GRID_SHARE && is_shown(grid, column, manner) && width >= 2 * left) {
      *right = width - GRID_SHARE_WIDTH - GAP;
      place(column, *right + GAP, GRID_SHARE_WIDTH);
    }
  }
  return left;
}

/* What no column uses goes to the flexible one, if that is frozen; those behind it move. */
static void give_spare(Grid *grid, int spare) {
  for (size_t i = 0; i < grid->columns.count; i++) {
    GridColumn *column = &grid->columns.items[i];
    if (!column->flexible || i >= grid->frozen || column->hidden)
      continue;
    int extra = smaller(spare, missing_width(column, column->width));
    column->width += extra;
    for (size_t j = i + 1; j < grid->columns.count; j++)
      if (grid->columns.items[j].left >= 0 && grid->columns.items[j].kind != GRID_SHARE)
        grid->columns.items[j].left += extra;
  }
}

static void scroll_columns(Grid *grid, int width) {
  Manner manner = {TITLE_SCROLLED, GRID_FLEX_LEAST, false};
  grid->frozen = count_frozen(grid, &manner, width);
  int right, left = place_frozen(grid, &manner, width, &right);
  size_t begin, end;
  scrolling_range(grid, &begin, &end);
  grid->edge = --right; /* for the sign that columns continue */
  size_t first = grid->first = choose_first(grid, &manner, right - left);
  size_t last = last_fitting(grid, &manner, first, end, right - left);
  if (last >= end)
    right++;
  for (size_t i = first; i < last && i < end; i++) {
    GridColumn *column = &grid->columns.items[i];
    int wanted = column_width(column, &manner);
    if (!scrolls(grid, i))
      continue;
    left = place(column, left, smaller(wanted, larger(right - left, 0)));
  }
  grid->more_left = first > begin;
  grid->more_right = last < end;
  give_spare(grid, right - (left - GAP));
}

void grid_layout(Grid *grid, int width) {
  grid->frozen = grid->columns.count;
  if (grid->columns.count > 0 && !fit_all(grid, width))
    scroll_columns(grid, width);
}

int grid_whole_width(Grid *grid, const GridColumn *column) {
  grid_measure(grid, 0, 0);
  return whole_width(column);
}

int grid_natural(Grid *grid) {
  Manner manner = {FLEX_MOST, FLEX_MOST, true};
  grid_measure(grid, 0, 0);
  return total_width(grid, &manner, INT_MAX - 1) + grid_gutter(grid);
}

int grid_minimum(Grid *grid) {
  Manner manner = {TITLE_SCROLLED, 12, false};
  int width = grid_gutter(grid) + margin(grid) + 1; /* and the sign that columns continue */
  bool scrolling = false;
  grid_measure(grid, 0, 0);
  for (size_t i = 0; i < grid->columns.count && !scrolling; i++) {
    const GridColumn *column = &grid->columns.items[i];
    if (column->hidden)
      continue;
    width += column_width(column, &manner) + GAP;
    scrolling = !column->frozen && column->kind != GRID_SHARE;
  }
  return width;
}
