/* Account trees: one code for the functional and the two economic classifications. */
#include <string.h>

#include "base/i18n.h"
#include "view/grid.h"
#include "view/tree_status.h"
#include "view/tree_way.h"

enum { UNFOLDED_ROWS = 500 };

typedef struct {
  Session *session;
  Classification classification;
  const Tree *tree; /* NULL: the document has no such table */
  size_t nth;
  Grid grid;
  Area area; /* as last drawn; for clicks, never painted again */
  Way way;   /* the same */
  Str wanted; /* the account that the last tree gone to does not hold; the next one may */
} TreeView;

/* ---- the source of the grid */

static void tree_cell(const Grid *grid, uint32_t node, const GridColumn *column, GridCell *cell) {
  const Tree *tree = grid->outline.tree;
  if (column->kind == GRID_AMOUNT) {
    cell->amount = tree_amount(tree, node, column->index);
    return;
  }
  cell->text = column->kind == GRID_TREE ? tree_code(tree, node) : tree_shown_name(tree, node);
  cell->length = strlen(cell->text);
}

static const char *share_title(const Session *session) {
  if (session->share == SHARE_OF_WHOLE)
    return _("% whole");
  /* xgettext:no-c-format */
  return _("% parent");
}

static void add_columns(TreeView *view) {
  Grid *grid = &view->grid;
  const Tree *tree = view->tree;
  grid_add_column(grid, (GridColumn){.kind = GRID_TREE, .title = _("Code"), .frozen = true});
  grid_add_column(grid, (GridColumn){.kind = GRID_TEXT, .title = _("Account"), .frozen = true,
                                     .flexible = true});
  for (size_t i = 0; i < tree->column_count; i++) {
    const char *title = tree->columns[i].title;
    grid_add_column(grid, (GridColumn){.kind = GRID_AMOUNT, .index = i,
                                       .role = tree->columns[i].role,
                                       .title = title != NULL ? title : _("Total")});
  }
  grid_add_column(grid, (GridColumn){.kind = GRID_SHARE, .title = share_title(view->session)});
  grid->column = tree->column_count > 0 ? 2 : 0;
}

static void open_tree(TreeView *view, size_t nth) {
  view->nth = nth;
  view->tree = document_tree(view->session->document, view->classification, nth);
  if (view->tree == NULL)
    return;
  grid_open(&view->grid, view->session, (GridSource){.cell = tree_cell}, view);
  add_columns(view);
  outline_open(&view->grid.outline, view->tree, true, false, UNFOLDED_ROWS);
  window_set_count(&view->grid.window, view->grid.outline.rows.count);
}

static void close_tree(TreeView *view) {
  if (view->tree != NULL)
    grid_close(&view->grid);
  view->tree = NULL;
}

static void *open_view(Session *session, Classification classification) {
  TreeView *view = memory_zero(1, sizeof *view);
  view->session = session;
  view->classification = classification;
  view->wanted = (Str)STR_EMPTY;
  open_tree(view, 0);
  return view;
}

static void close_view(void *opened) {
  TreeView *view = opened;
  close_tree(view);
  vec_free(&view->way);
  str_free(&view->wanted);
  memory_free(view);
}

static void *open_functional(Session *session) {
  return open_view(session, CLASSIFICATION_FUNCTIONAL);
}

static void *open_department(Session *session) {
  return open_view(session, CLASSIFICATION_DEPARTMENT_ECONOMIC);
}

static void *open_government(Session *session) {
  return open_view(session, CLASSIFICATION_GOVERNMENT_ECONOMIC);
}

/* ---- painting */

static void draw(void *opened, Area area, bool focused) {
  TreeView *view = opened;
  Grid *grid = &view->grid;
  area_fill(area, STYLE_NORMAL);
  view->area = area;
  view->way.count = 0;
  if (view->tree == NULL) {
    area_text(area, 1, 1, STYLE_DIM, _("no annex of this document holds this classification"));
    return;
  }
  grid->columns.items[grid->columns.count - 1].title = share_title(view->session);
  if (grid->outline.root != 0) {
    tree_way_draw(&view->way, view->tree, grid->outline.root, area_part(area, 0, 0, 1, area.width));
    area = area_part(area, 1, 0, area.height - 1, area.width);
  }
  grid_draw(grid, area, focused);
}

static void write_status(void *opened, Str *out) {
  const TreeView *view = opened;
  if (view->tree == NULL)
    return;
  grid_write_state(&view->grid, out);
  tree_write_status(out, &view->grid);
}

static void write_caption(void *opened, Str *out) {
  const TreeView *view = opened;
  const Tree *tree = view->tree;
  if (tree == NULL)
    return;
  tree_write_sources(out, view->session->document, tree);
  int unit = view->session->unit;
  Unit printed = tree->sources[0].annex->unit;
  bool same = tree->source_count < 2 || tree->sources[1].annex->unit == printed;
  str_add_text(out, " · ");
  if (unit >= 0)
    printed = (Unit)unit;
  str_add_text(out, unit >= 0 || same ? unit_name(printed) : _("as printed"));
}

/* ---- actions */

static Outcome enter(TreeView *view) {
  Grid *grid = &view->grid;
  uint32_t node = grid_node(grid);
  if (node == NODE_NONE || node == grid->outline.root)
    return OUTCOME_DONE;
  if (!outline_has_children(&grid->outline, node)) {
    str_add_text(&view->session->message, _("nothing stands below this account"));
    return OUTCOME_DONE;
  }
  grid_set_root(grid, node, node);
  return OUTCOME_DONE;
}

static Outcome go_up(TreeView *view) {
  Grid *grid = &view->grid;
  uint32_t root = grid->outline.root;
  if (root == 0)
    return OUTCOME_LEAVE;
  grid_set_root(grid, view->tree->nodes[root].parent, root);
  return OUTCOME_DONE;
}

/* The next tree of the classification that holds accounts, round to the open one. */
static size_t next_number(const TreeView *view) {
  const Document *document = view->session->document;
  size_t nth = view->nth;
  do {
    nth = document_tree(document, view->classification, nth + 1) != NULL ? nth + 1 : 0;
  } while (nth != view->nth && document_tree(document, view->classification, nth)->node_count < 2);
  return nth;
}

/* The filter stays: it is of the classification's accounts, not of one annex. */
static void change_tree(TreeView *view, size_t nth) {
  Str filter = STR_EMPTY;
  str_add_text(&filter, view->grid.filter.data);
  close_tree(view);
  open_tree(view, nth);
  if (filter.length > 0)
    grid_filter(&view->grid, filter.data);
  str_free(&filter);
}

/* To the next tree of the classification, at the same account if it is there. */
static Outcome next_tree(TreeView *view) {
  const Document *document = view->session->document;
  size_t nth = next_number(view);
  Str *message = &view->session->message;
  if (nth == view->nth) {
    str_add_text(message, _("no other annex holds this classification"));
    return OUTCOME_DONE;
  }
  uint32_t node = grid_node(&view->grid);
  const char *code = node == NODE_NONE ? "" : tree_code(view->tree, node);
  if (code[0] != '\0') {
    str_clear(&view->wanted);
    str_add_text(&view->wanted, code);
  }
  change_tree(view, nth);
  uint32_t there = tree_find(view->tree, view->wanted.data);
  if (there != NODE_NONE)
    grid_show_node(&view->grid, there);
  if (message->length > 0)
    str_add_text(message, " · ");
  tree_write_sources(message, document, view->tree);
  if (there == NODE_NONE && view->wanted.length > 0) {
    str_add_text(message, " · ");
    str_printf(message, _("without account %s"), view->wanted.data);
  }
  return OUTCOME_DONE;
}

static Outcome act(void *opened, Action action) {
  static const struct {
    Action action;
    Outcome (*act)(TreeView *view);
  } acts[] = {{ACTION_ENTER, enter}, {ACTION_UP_LEVEL, go_up}, {ACTION_LEAVE, go_up},
            {ACTION_OTHER_ANNEX, next_tree}};
  TreeView *view = opened;
  bool leaves = action == ACTION_LEAVE || action == ACTION_UP_LEVEL;
  if (view->tree == NULL)
    return leaves ? OUTCOME_LEAVE : OUTCOME_IGNORED;
  for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
    if (acts[i].action == action)
      return acts[i].act(view);
  str_clear(&view->wanted);
  return grid_act(&view->grid, action);
}

/* ---- places */

/* The tree that holds a place: the one that is open, if it does. */
static size_t find_tree(const TreeView *view, const Place *place, uint32_t *node, size_t *source) {
  const Document *document = view->session->document;
  const Tree *tree;
  if ((*node = tree_node_of_place(document, view->tree, place, source)) != NODE_NONE)
    return view->nth;
  for (size_t nth = 0; (tree = document_tree(document, view->classification, nth)) != NULL; nth++)
    if ((*node = tree_node_of_place(document, tree, place, source)) != NODE_NONE)
      return nth;
  return SIZE_MAX;
}

static void choose_column(TreeView *view, size_t source, uint16_t leaf) {
  Grid *grid = &view->grid;
  for (size_t i = 0; i < grid->columns.count; i++) {
    if (grid->columns.items[i].kind != GRID_AMOUNT)
      continue;
    const TreeColumn *column = &view->tree->columns[grid->columns.items[i].index];
    if (column->source == (int)source && column->leaf == leaf)
      grid_choose(grid, i);
  }
}

static bool show(void *opened, const Place *place) {
  TreeView *view = opened;
  uint32_t node;
  size_t source = 0;
  if (place->kind != PLACE_ROW || view->tree == NULL)
    return false;
  size_t nth = find_tree(view, place, &node, &source);
  if (nth == SIZE_MAX)
    return false;
  if (nth != view->nth)
    change_tree(view, nth);
  if (outline_reveal(&view->grid.outline, node) == (size_t)-1)
    grid_set_root(&view->grid, 0, node);
  grid_show_node(&view->grid, node);
  choose_column(view, source, place->leaf);
  return true;
}

static bool where(void *opened, Place *place) {
  const TreeView *view = opened;
  uint32_t node = view->tree == NULL ? NODE_NONE : grid_node(&view->grid);
  if (node == NODE_NONE)
    return false;
  const GridColumn *current = &view->grid.columns.items[view->grid.column];
  for (size_t i = 0; i < view->tree->source_count; i++) {
    const TreeSource *source = &view->tree->sources[i];
    uint32_t row = view->tree->nodes[node].rows[i];
    if (row == NODE_NONE)
      continue;
    *place = tree_row_place(view->session->document, source, row);
    if (current->kind == GRID_AMOUNT && view->tree->columns[current->index].source == (int)i)
      place->leaf = view->tree->columns[current->index].leaf;
    return true;
  }
  return false;
}

/* ---- clicks, filter, columns, another version of the document */

static bool click(void *opened, int row, int column) {
  TreeView *view = opened;
  Grid *grid = &view->grid;
  if (view->tree == NULL)
    return false;
  uint32_t root = grid->outline.root, step = tree_way_at(&view->way, column);
  if (row > 0 || root == 0)
    return grid_click(grid, row + view->area.top, column + view->area.left);
  if (step != NODE_NONE && step != root)
    grid_set_root(grid, step, root);
  return false;
}

static size_t filter(void *opened, const char *text) {
  TreeView *view = opened;
  return view->tree == NULL ? 0 : grid_filter(&view->grid, text);
}

static const char *filtered(void *opened) {
  const TreeView *view = opened;
  return view->tree == NULL ? "" : view->grid.filter.data;
}

static Role column(void *opened) {
  const TreeView *view = opened;
  if (view->tree == NULL || view->grid.columns.items[view->grid.column].kind != GRID_AMOUNT)
    return ROLE_TEXT;
  return view->grid.columns.items[view->grid.column].role;
}

/* A column that the user hid stays hidden. */
static void choose(void *opened, Role role) {
  TreeView *view = opened;
  Grid *grid = &view->grid;
  for (size_t i = 0; view->tree != NULL && i < grid->columns.count; i++) {
    const GridColumn *one = &grid->columns.items[i];
    if (one->kind == GRID_AMOUNT && one->role == role && !one->hidden) {
      grid->column = i;
      return;
    }
  }
}

/* The tree of the same annexes, else the one in the same place. */
static size_t same_tree(const TreeView *old, const TreeView *fresh) {
  const Document *document = fresh->session->document;
  const Tree *tree;
  for (size_t nth = 0; (tree = document_tree(document, fresh->classification, nth)) != NULL; nth++)
    if (strcmp(tree->sources[0].annex->number, old->tree->sources[0].annex->number) == 0)
      return nth;
  return document_tree(document, fresh->classification, old->nth) != NULL ? old->nth : 0;
}

static Grid *grid_here(void *opened) {
  TreeView *view = opened;
  return view->tree == NULL ? NULL : &view->grid;
}

static void carry(const void *opened, void *opened_anew) {
  const TreeView *old = opened;
  TreeView *fresh = opened_anew;
  if (old->tree == NULL || fresh->tree == NULL)
    return;
  size_t nth = same_tree(old, fresh);
  if (nth != fresh->nth)
    change_tree(fresh, nth);
  grid_carry(&old->grid, &fresh->grid);
}

#define TREE_VIEW(view_name, view_title, open_function)                                          \
  {                                                                                              \
    .name = view_name, .title = view_title, .contexts = CONTEXT_TREE, .open = open_function,     \
    .close = close_view, .draw = draw, .act = act, .status = write_status,                       \
    .caption = write_caption, .show = show, .where = where, .click = click, .filter = filter,    \
    .filtered = filtered, .column = column, .choose = choose, .grid = grid_here, .carry = carry  \
  }

const ViewType view_functional = TREE_VIEW("functional", N_("Function"), open_functional);
const ViewType view_department_economic =
    TREE_VIEW("department-economic", N_("Dept econ"), open_department);
const ViewType view_government_economic =
    TREE_VIEW("government-economic", N_("Govt econ"), open_government);
