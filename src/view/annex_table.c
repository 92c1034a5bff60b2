/* An annex with one table, or with panels printed side by side. */
#include <string.h>

#include "base/i18n.h"
#include "text/wrap.h"
#include "view/annex_body.h"
#include "view/annex_panel.h"
#include "view/panes.h"

typedef struct {
  Session *session;
  const Annex *annex;
  AnnexPanel *panels;
  size_t count, focus;
  Area area; /* as last drawn; for clicks, never painted again */
} AnnexTable;

static void *open_table(Session *session, const Annex *annex) {
  AnnexTable *table = memory_zero(1, sizeof *table);
  *table = (AnnexTable){.session = session, .annex = annex, .count = annex->table_count};
  table->panels = memory_zero(table->count, sizeof *table->panels);
  for (size_t i = 0; i < table->count; i++)
    annex_panel_open(&table->panels[i], session, annex, &annex->tables[i]);
  return table;
}

static void close_table(void *opened) {
  AnnexTable *table = opened;
  for (size_t i = 0; i < table->count; i++)
    annex_panel_close(&table->panels[i]);
  memory_free(table->panels);
  memory_free(table);
}

/* ---- painting */

/* The note under the table, in a few lines at the bottom; returns what is left above it. */
static Area draw_note(const Annex *annex, Area area) {
  enum { LINES_MOST = 4, ROWS_LEAST = 8 };
  const char *note = annex->note;
  if (note == NULL || area.width < 4)
    return area;
  size_t length = strlen(note), next, at = 0;
  int lines = 0;
  for (; at < length && lines < LINES_MOST; at += next, lines++)
    wrap_line(note + at, length - at, (size_t)area.width - 2, &next);
  if (area.height - lines < ROWS_LEAST)
    return area;
  int top = area.height - lines;
  at = 0;
  for (int line = 0; line < lines; line++, at += next) {
    size_t taken = wrap_line(note + at, length - at, (size_t)area.width - 2, &next);
    if (line + 1 == lines) taken = length - at; /* what is left is cut with an ellipsis */
    area_fit(area, top + line, 1, area.width - 2, STYLE_DIM, FIT_LEFT, note + at, taken);
  }
  return area_part(area, 0, 0, top, area.width);
}

static void draw_panel(AnnexPanel *panel, Area area, bool focused, bool titled) {
  const char *title = panel->table->title;
  if (titled && title != NULL && area.height > 4) {
    area_fit(area, 0, 0, area.width, focused ? STYLE_TITLE : STYLE_DIM, FIT_CENTER, title,
             strlen(title));
    area = area_part(area, 1, 0, area.height - 1, area.width);
  }
  grid_draw(&panel->grid, area, focused);
}

static int lack(AnnexTable *table, size_t index, int width) {
  if (table->count == 1)
    return 0;
  int natural = grid_natural(&table->panels[index].grid);
  return natural > width ? natural - width : 0;
}

/* The width of each panel side by side: what it needs, and of what is left as much as it lacks. */
static void share_width(AnnexTable *table, Area area, int *widths) {
  int width = area.width, needed = (int)table->count - 1, lacking = 0;
  for (size_t i = 0; i < table->count; i++) {
    grid_look(&table->panels[i].grid, area.height);
    widths[i] = grid_minimum(&table->panels[i].grid);
    needed += widths[i];
    lacking += lack(table, i, widths[i]);
  }
  int spare = width < needed ? 0 : width - needed;
  for (size_t i = 0; i < table->count && lacking > 0; i++) {
    int lacks = lack(table, i, widths[i]);
    widths[i] += spare < lacking ? spare * lacks / lacking : lacks;
  }
}

static void draw_all(AnnexTable *table, Area area, const int *minimum, bool focused) {
  Area *parts = memory_alloc(table->count * sizeof *parts);
  panes_layout(area, table->count, minimum, parts);
  for (size_t i = 0; i < table->count; i++)
    if (parts[i].height > 0)
      draw_panel(&table->panels[i], parts[i], focused && i == table->focus, table->count > 1);
  memory_free(parts);
}

/* The panel that has the keys, and which of them it is. */
static void draw_one(AnnexTable *table, Area area, bool focused) {
  AnnexPanel *panel = &table->panels[table->focus];
  const char *title = panel->table->title;
  Str text = STR_EMPTY;
  str_printf(&text, "%s %zu/%zu", title != NULL ? title : "", table->focus + 1, table->count);
  area_fit(area, 0, 0, area.width, focused ? STYLE_TITLE : STYLE_DIM, FIT_CENTER, text.data,
           text.length);
  str_free(&text);
  grid_draw(&panel->grid, area_part(area, 1, 0, area.height - 1, area.width), focused);
}

/* Where few rows are left for panels one above the other, only one is shown. */
static void draw(void *opened, Area area, bool focused) {
  enum { PANEL_LEAST = 6 };
  AnnexTable *table = opened;
  table->area = area;
  for (size_t i = 0; i < table->count; i++)
    table->panels[i].grid.area.height = 0; /* not drawn yet */
  area = draw_note(table->annex, area);
  int *minimum = memory_alloc(table->count * sizeof *minimum);
  share_width(table, area, minimum);
  bool few = area.height < PANEL_LEAST * (int)table->count;
  if (table->count > 1 && few && panes_stacked(area, table->count, minimum))
    draw_one(table, area, focused);
  else
    draw_all(table, area, minimum, focused);
  memory_free(minimum);
}

/* ---- actions */

static AnnexPanel *focused_panel(AnnexTable *table) { return &table->panels[table->focus]; }

/* Into the next panel, on the same line of the screen. */
static bool change_panel(AnnexTable *table, size_t focus, bool at_left) {
  if (focus >= table->count)
    return false;
  Window *from = &focused_panel(table)->grid.window, *to = &table->panels[focus].grid.window;
  Grid *grid = &table->panels[focus].grid;
  if (from->height == to->height)
    window_move(to, to->top + (from->cursor - from->top));
  grid->column = at_left || grid->columns.count == 0 ? 0 : grid->columns.count - 1;
  table->focus = focus;
  return true;
}

static Outcome act(void *opened, Action action) {
  AnnexTable *table = opened;
  Grid *grid = &focused_panel(table)->grid;
  if (action == ACTION_LEAVE || action == ACTION_UP_LEVEL)
    return OUTCOME_LEAVE;
  if (action == ACTION_PANE && table->count > 1) {
    table->focus = (table->focus + 1) % table->count;
    return table->focus == 0 ? OUTCOME_LEAVE : OUTCOME_DONE;
  }
  if (action == ACTION_ENTER) {
    if (!grid_toggle(grid))
      str_add_text(&table->session->message, _("nothing to unfold in this row"));
    return OUTCOME_DONE;
  }
  Outcome outcome = grid_act(grid, action);
  if (outcome != OUTCOME_IGNORED || (action != ACTION_LEFT && action != ACTION_RIGHT))
    return outcome;
  if (action == ACTION_RIGHT)
    change_panel(table, table->focus + 1, true);
  else if (table->focus > 0)
    change_panel(table, table->focus - 1, false);
  return OUTCOME_DONE;
}

static void write_status(void *opened, Str *out) {
  AnnexTable *table = opened;
  annex_panel_status(focused_panel(table), out);
}

/* ---- places */

static bool show(void *opened, const Place *place) {
  AnnexTable *table = opened;
  bool here = place->kind == PLACE_ROW || place->kind == PLACE_COLUMN; /* shown at the first row */
  if (!here || place->table >= table->count)
    return false;
  Grid *grid = &table->panels[place->table].grid;
  uint32_t node = tree_node_of_row(grid->outline.tree, 0, place->row);
  if (node == NODE_NONE)
    return false;
  table->focus = place->table;
  grid_show_node(grid, node);
  if (place->leaf < grid->columns.count)
    grid_choose(grid, place->leaf);
  return true;
}

static bool where(void *opened, Place *place) {
  AnnexTable *table = opened;
  const AnnexPanel *panel = focused_panel(table);
  const Row *row = annex_panel_row(panel);
  if (row == NULL)
    return false;
  place->kind = PLACE_ROW;
  place->table = (uint32_t)table->focus;
  place->row = (uint32_t)(row - panel->table->rows);
  place->leaf = panel->grid.columns.count > 0 ? (uint16_t)panel->grid.column : PLACE_NO_LEAF;
  return true;
}

static unsigned context(void *opened) {
  const AnnexTable *table = opened;
  return CONTEXT_TABLE | (table->count > 1 ? (unsigned)CONTEXT_PANES : 0);
}

/* ---- clicks, filter, another version of the document */

/* The panel at a cell of the table takes the keys. */
static bool point(void *opened, int row, int column) {
  AnnexTable *table = opened;
  for (size_t i = 0; i < table->count; i++)
    if (area_holds(table->panels[i].grid.area, table->area.top + row, table->area.left + column)) {
      table->focus = i;
      return true;
    }
  return false;
}

static bool click(void *opened, int row, int column) {
  AnnexTable *table = opened;
  return point(table, row, column) && grid_click(&focused_panel(table)->grid, table->area.top + row,
                                                 table->area.left + column);
}

static size_t filter(void *opened, const char *text) {
  AnnexTable *table = opened;
  size_t count = 0;
  for (size_t i = 0; i < table->count; i++)
    count += grid_filter(&table->panels[i].grid, text);
  return count;
}

static const char *filtered(void *opened) {
  const AnnexTable *table = opened;
  for (size_t i = 0; i < table->count; i++)
    if (table->panels[i].grid.filter.length > 0)
      return table->panels[i].grid.filter.data;
  return "";
}

static Grid *grid_here(void *opened) {
  AnnexTable *table = opened;
  return &table->panels[table->focus].grid;
}

static void carry(const void *opened, void *opened_anew) {
  const AnnexTable *old = opened;
  AnnexTable *fresh = opened_anew;
  for (size_t i = 0; i < old->count && i < fresh->count; i++)
    grid_carry(&old->panels[i].grid, &fresh->panels[i].grid);
  if (old->focus < fresh->count)
    fresh->focus = old->focus;
}

const AnnexBody annex_table = {.open = open_table, .close = close_table, .draw = draw, .act = act,
                               .status = write_status, .show = show, .where = where,
                               .context = context, .click = click, .point = point,
                               .filter = filter, .filtered = filtered, .grid = grid_here,
                               .carry = carry};
