#include "view/grid_parts.h"

#include "base/i18n.h"
#include "view/grid_layout.h"

#define NO_ROW ((size_t)-1)

/* ---- opening */

void grid_open(Grid *grid, Session *session, GridSource source, void *context) {
  enum { NOT_YET_KNOWN = 1 << 20 }; /* all is in sight before the first drawing */
  *grid = (Grid){.session = session, .source = source, .context = context,
                 .window = {.height = NOT_YET_KNOWN}, .filter = STR_EMPTY,
                 .term = TERM_EMPTY, .sum_sign = "∑", .scratch = STR_EMPTY};
}

void grid_add_column(Grid *grid, GridColumn column) {
  column.left = -1;
  grid->usual_frozen += column.frozen;
  vec_push(&grid->columns, column);
}

void grid_close(Grid *grid) {
  grid_free_tags(grid);
  grid_free_filter(grid);
  outline_close(&grid->outline);
  vec_free(&grid->columns);
  str_free(&grid->scratch);
}

/* ---- cells */

bool grid_figure(const Session *session, Figure figure, Str *out) {
  Unit unit = session->unit < 0 ? figure.unit : (Unit)session->unit;
  figure_write(out, figure, unit);
  return unit != figure.unit;
}

GridCell grid_cell(const Grid *grid, uint32_t node, size_t column) {
  GridCell cell = {.text = ""};
  grid->source.cell(grid, node, &grid->columns.items[column], &cell);
  return cell;
}

bool grid_share(const Grid *grid, uint32_t node, int64_t *permille) {
  uint32_t parent = grid->outline.tree->nodes[node].parent;
  uint32_t whole = grid->session->share == SHARE_OF_WHOLE ? 0 : parent;
  if (grid->columns.items[grid->column].kind != GRID_AMOUNT)
    return false;
  TreeAmount part = grid_cell(grid, node, grid->column).amount;
  TreeAmount all = grid_cell(grid, whole == NODE_NONE ? node : whole, grid->column).amount;
  return part.kind == CELL_MONEY && all.kind == CELL_MONEY &&
         money_share(part.figure.money, all.figure.money, permille);
}

uint32_t grid_node(const Grid *grid) {
  const Outline *outline = &grid->outline;
  size_t row = grid->window.cursor;
  return row < outline->rows.count ? outline->rows.items[row] : NODE_NONE;
}

/* ---- going to rows */

/* Rows that come into sight stand in the middle, so that what is around them is seen. */
static void go_to_row(Grid *grid, size_t row) {
  Window *window = &grid->window;
  if (row == NO_ROW)
    return;
  bool in_sight = row >= window->top && row - window->top < window->height;
  window->count = grid->outline.rows.count;
  window_move(window, row);
  if (!in_sight)
    window_center(window);
  if (!grid->drawn)
    grid->center = true;
}

void grid_show_node(Grid *grid, uint32_t node) {
  grid_uncover(grid, node);
  grid_forget_rows(grid);
  go_to_row(grid, outline_reveal(&grid->outline, node));
}

void grid_set_root(Grid *grid, uint32_t root, uint32_t node) {
  grid_look_first(grid);
  outline_set_root(&grid->outline, root);
  grid_forget_rows(grid);
  window_set_count(&grid->window, grid->outline.rows.count);
  go_to_row(grid, outline_row(&grid->outline, node));
}

void grid_keep_node(Grid *grid, uint32_t node) {
  grid_forget_rows(grid);
  window_set_count(&grid->window, grid->outline.rows.count);
  if (node != NODE_NONE)
    go_to_row(grid, outline_row(&grid->outline, node));
}

/* ---- folding */

static void fold_row(Grid *grid, bool folded) {
  grid_look_first(grid);
  outline_fold(&grid->outline, grid->window.cursor, folded);
  grid_forget_rows(grid);
  window_set_count(&grid->window, grid->outline.rows.count);
}

bool grid_toggle(Grid *grid) {
  uint32_t node = grid_node(grid);
  if (node == NODE_NONE || node == grid->outline.root ||
      !outline_has_children(&grid->outline, node))
    return false;
  fold_row(grid, !outline_is_folded(&grid->outline, node));
  return true;
}

static Outcome fold_all(Grid *grid, bool folded) {
  uint32_t node = grid_node(grid);
  grid_look_first(grid);
  outline_fold_all(&grid->outline, folded);
  grid_keep_node(grid, node);
  return OUTCOME_DONE;
}

static Outcome fold_every(Grid *grid) { return fold_all(grid, true); }
static Outcome unfold_every(Grid *grid) { return fold_all(grid, false); }

/* ---- columns */

static Outcome column_left(Grid *grid) {
  grid_step_column(grid, false, true);
  return OUTCOME_DONE;
}

static Outcome column_right(Grid *grid) {
  grid_step_column(grid, true, true);
  return OUTCOME_DONE;
}

static Outcome column_first(Grid *grid) {
  while (grid_step_column(grid, false, !grid->cell_cursor))
    continue;
  return OUTCOME_DONE;
}

static Outcome column_last(Grid *grid) {
  while (grid_step_column(grid, true, !grid->cell_cursor))
    continue;
  return OUTCOME_DONE;
}

static Outcome left(Grid *grid) {
  const Outline *outline = &grid->outline;
  uint32_t node = grid_node(grid);
  if (grid->cell_cursor)
    return grid_step_column(grid, false, false) ? OUTCOME_DONE : OUTCOME_IGNORED;
  if (node == NODE_NONE || node == outline->root)
    return OUTCOME_DONE;
  if (outline_has_children(outline, node) && !outline_is_folded(outline, node))
    fold_row(grid, true);
  else
    go_to_row(grid, outline_parent(outline, grid->window.cursor));
  return OUTCOME_DONE;
}

static Outcome right(Grid *grid) {
  const Outline *outline = &grid->outline;
  uint32_t node = grid_node(grid);
  if (grid->cell_cursor)
    return grid_step_column(grid, true, false) ? OUTCOME_DONE : OUTCOME_IGNORED;
  if (node == NODE_NONE || !outline_has_children(outline, node))
    return OUTCOME_DONE;
  if (outline_is_folded(outline, node))
    fold_row(grid, false);
  else
    go_to_row(grid, grid->window.cursor + 1);
  return OUTCOME_DONE;
}

static Outcome next_sibling(Grid *grid) {
  if (grid_node(grid) != NODE_NONE)
    go_to_row(grid, outline_next(&grid->outline, grid->window.cursor));
  return OUTCOME_DONE;
}

static Outcome previous_sibling(Grid *grid) {
  if (grid_node(grid) != NODE_NONE)
    go_to_row(grid, outline_previous(&grid->outline, grid->window.cursor));
  return OUTCOME_DONE;
}

/* ---- sorting */

static OutlineKey number_key(int64_t number, uint8_t decimals) {
  enum { FRACTION_DIGITS = 18 };
  int64_t scale = 1, rest = 1;
  for (int i = 0; i < decimals && i < FRACTION_DIGITS; i++)
    scale *= 10;
  for (int i = decimals; i < FRACTION_DIGITS; i++)
    rest *= 10;
  return (OutlineKey){.kind = KEY_NUMBER,
                      .number = number / scale,
                      .fraction = number % scale * rest};
}

static OutlineKey sort_key(const void *context, uint32_t node) {
  const Grid *grid = context;
  GridCell cell = grid_cell(grid, node, grid->sorted);
  switch (grid->columns.items[grid->sorted].kind) {
    case GRID_AMOUNT:
      if (cell.amount.kind != CELL_MONEY)
        return (OutlineKey){.kind = KEY_BLANK};
      return (OutlineKey){.kind = KEY_NUMBER, .number = cell.amount.figure.money.fen};
    case GRID_NUMBER:
      if (!cell.has_number)
        return (OutlineKey){.kind = KEY_BLANK};
      return number_key(cell.number, cell.decimals);
    default:
      if (cell.length == 0)
        return (OutlineKey){.kind = KEY_BLANK};
      return (OutlineKey){.kind = KEY_TEXT, .text = cell.text};
  }
}

bool grid_order(Grid *grid, size_t column, Order order) {
  size_t before = grid->sorted;
  uint32_t node = grid_node(grid);
  grid->sorted = column;
  if (!outline_sort(&grid->outline, order, sort_key, grid, grid->session->progress)) {
    grid->sorted = before;
    session_say(grid->session, "%s", _("sorting was stopped: the order is as it was"));
    return false;
  }
  grid_keep_node(grid, node);
  return true;
}

void grid_sort(Grid *grid, size_t column) {
  static const Order next[] = {[ORDER_PRINTED] = ORDER_DESCENDING,
                               [ORDER_DESCENDING] = ORDER_ASCENDING,
                               [ORDER_ASCENDING] = ORDER_PRINTED};
  if (column < grid->columns.count)
    grid_order(grid, column, grid->sorted == column ? next[grid->outline.order] : ORDER_DESCENDING);
}

static Outcome sort(Grid *grid) {
  grid_sort(grid, grid->column);
  return OUTCOME_DONE;
}

Outcome grid_act(Grid *grid, Action action) {
  static const struct {
    Action action;
    Outcome (*act)(Grid *grid);
  } acts[] = {
      {ACTION_LEFT, left},
      {ACTION_RIGHT, right},
      {ACTION_COLUMN_LEFT, column_left},
      {ACTION_COLUMN_RIGHT, column_right},
      {ACTION_COLUMN_FIRST, column_first},
      {ACTION_COLUMN_LAST, column_last},
      {ACTION_SIBLING_NEXT, next_sibling},
      {ACTION_SIBLING_PREVIOUS, previous_sibling},
      {ACTION_SORT, sort},
      {ACTION_UNFOLD_ALL, unfold_every},
      {ACTION_FOLD_ALL, fold_every},
      {ACTION_NARROWER, grid_narrower},
      {ACTION_WIDER, grid_wider},
      {ACTION_FIT, grid_fit},
      {ACTION_FREEZE, grid_freeze},
      {ACTION_HIDE, grid_hide},
      {ACTION_SHOW_ALL, grid_show_all},
      {ACTION_TAG, grid_tag},
      {ACTION_CLEAR_TAGS, grid_clear_tags},
  };
  for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
    if (acts[i].action == action)
      return acts[i].act(grid);
  window_set_count(&grid->window, grid->outline.rows.count);
  if (action == ACTION_CENTER && !grid->drawn)
    grid->center = true; /* its height is not known yet */
  return window_act(&grid->window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
}
