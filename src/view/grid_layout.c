#include "view/grid_layout.h"

#include <limits.h>
#include <string.h>

#include "text/width.h"

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

static int least(int a, int b) { return a < b ? a : b; }
static int most(int a, int b) { return a > b ? a : b; }

static int text_width(const char *text, size_t length, int limit) {
  size_t taken;
  fit_prefix(text, length, (size_t)limit, &taken);
  return (int)taken;
}

/* ---- natural widths */

/* What is below a root without a code is not set in, so that the first accounts stand at the edge;
 * what is below a root that was gone into is. */
int grid_indent(const Grid *grid, const GridColumn *column, uint32_t node) {
  if (column->flat)
    return 0;
  const Outline *outline = &grid->outline;
  int depth = outline_depth(outline, node);
  bool edge = outline->root == 0 && outline->show_root &&
              !(outline->hide_derived && outline_is_derived(outline, 0));
  return depth > 0 && edge ? depth - 1 : depth;
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
  int limit = column->flexible ? FLEX_MOST : TEXT_MOST;
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
  return column->kind == GRID_TREE ? grid_indent(grid, column, node) + SIGN + width : width;
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
  if (outline->show_root && !(outline->hide_derived && outline_is_derived(outline, 0)))
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

/* ---- laying out */

typedef struct {
  int title; /* a heading makes its column at most so wide */
  int flexible; /* the flexible column has at least so much, where it wants it */
  bool bars;
} Manner;

static bool is_shown(const Grid *grid, const GridColumn *column, const Manner *manner) {
  if (column->kind != GRID_SHARE)
    return true;
  return grid->session->share != SHARE_OFF && (manner->bars || grid->session->share != SHARE_BAR);
}

static bool has_sign(const GridColumn *column) {
  return column->kind == GRID_TREE || column->kind == GRID_AMOUNT || column->kind == GRID_NUMBER;
}

static int title_width(const GridColumn *column, int limit) {
  return text_width(column->title, strlen(column->title), limit) + (has_sign(column) ? SIGN : 0);
}

static int column_width(const GridColumn *column, const Manner *manner) {
  int width = most(column->wanted, title_width(column, manner->title));
  return column->flexible ? most(least(width, manner->flexible), GRID_FLEX_LEAST) : width;
}

static int margin(const Grid *grid) {
  return grid->columns.count > 0 && grid->columns.items[0].kind == GRID_TREE ? 0 : 1;
}

/* What a flexible column lacks of its widest cell and whole heading. */
static int missing_width(const GridColumn *column, int width) {
  return most(most(column->wanted, title_width(column, TITLE_MOST)) - width, 0);
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

static void place_all(Grid *grid, const Manner *manner, int spare) {
  int left = margin(grid);
  grid->more_left = grid->more_right = false;
  grid->first = 0;
  for (size_t i = 0; i < grid->columns.count; i++) {
    GridColumn *column = &grid->columns.items[i];
    int width = column_width(column, manner);
    column->left = -1;
    if (column->flexible)
      width += least(spare, missing_width(column, width));
    if (is_shown(grid, column, manner))
      left = place(column, left, width);
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

static bool scrolls(const GridColumn *column) {
  return !column->frozen && column->kind != GRID_SHARE;
}

static int frozen_width(const GridColumn *column, const Manner *manner, int width) {
  int wanted = column_width(column, manner);
  return column->kind == GRID_AMOUNT || wanted <= width / 3 ? wanted
                                                            : most(width / 3, GRID_FLEX_LEAST);
}

/* How many scrolling columns from `from` on stand in `room`; at least one. */
static size_t count_fitting(const Grid *grid, const Manner *manner, size_t from, int room) {
  size_t count = 0;
  for (size_t i = from; i < grid->columns.count; i++) {
    if (!scrolls(&grid->columns.items[i]))
      continue;
    room -= column_width(&grid->columns.items[i], manner) + (count > 0 ? GAP : 0);
    if (room < 0)
      break;
    count++;
  }
  return count > 0 ? count : 1;
}

/* The columns that scroll are [*begin, *end). */
static void scrolling_range(const Grid *grid, size_t *begin, size_t *end) {
  *end = grid->columns.count;
  for (*begin = 0; *begin < *end && !scrolls(&grid->columns.items[*begin]);)
    ++*begin;
  while (*end > *begin && !scrolls(&grid->columns.items[*end - 1]))
    --*end;
}

/* The column behind the last one in sight when `first` is the first; at the very right no room is
 * kept for the sign that columns continue. */
static size_t last_fitting(const Grid *grid, const Manner *manner, size_t first, size_t end, int room) {
  if (first + count_fitting(grid, manner, first, room + 1) >= end)
    return end;
  return first + count_fitting(grid, manner, first, room);
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
  if (scrolls(&grid->columns.items[grid->column])) {
    if (grid->column < first)
      first = grid->column;
    while (first < grid->column && last_fitting(grid, manner, first, end, room) <= grid->column)
      first++;
  }
  while (first > begin && last_fitting(grid, manner, first - 1, end, room) >= end)
    first--;
  return first;
}

/* Columns beside the scrolling ones: the frozen ones, then the share; returns where they end. */
static int place_frozen(Grid *grid, const Manner *manner, int width, int *right) {
  int left = margin(grid);
  *right = width;
  for (size_t i = 0; i < grid->columns.count; i++) {
    GridColumn *column = &grid->columns.items[i];
    column->left = -1;
    if (column->frozen)
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
    if (!column->flexible || !column->frozen)
      continue;
    int extra = least(spare, missing_width(column, column->width));
    column->width += extra;
    for (size_t j = i + 1; j < grid->columns.count; j++)
      if (grid->columns.items[j].left >= 0 && grid->columns.items[j].kind != GRID_SHARE)
        grid->columns.items[j].left += extra;
  }
}

static void scroll_columns(Grid *grid, int width) {
  Manner manner = {TITLE_SCROLLED, GRID_FLEX_LEAST, false};
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
    left = place(column, left, least(wanted, most(right - left, 0)));
  }
  grid->more_left = first > begin;
  grid->more_right = last < end;
  give_spare(grid, right - (left - GAP));
}

void grid_layout(Grid *grid, int width) {
  if (grid->columns.count > 0 && !fit_all(grid, width))
    scroll_columns(grid, width);
}

int grid_natural(Grid *grid) {
  Manner manner = {FLEX_MOST, FLEX_MOST, true};
  grid_measure(grid, 0, 0);
  return total_width(grid, &manner, INT_MAX - 1);
}

int grid_minimum(Grid *grid) {
  Manner manner = {TITLE_SCROLLED, 12, false};
  int width = margin(grid) + 1; /* and the sign that columns continue */
  bool scrolling = false;
  grid_measure(grid, 0, 0);
  for (size_t i = 0; i < grid->columns.count && !scrolling; i++) {
    width += column_width(&grid->columns.items[i], &manner) + GAP;
    scrolling = scrolls(&grid->columns.items[i]);
  }
  return width;
}
