#include "view/targets.h"

#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/findings.h"
#include "view/highlight.h"
#include "view/place_carry.h"
#include "view/targets_rows.h"
#include "view/window.h"

enum {
  FIRST_WIDTH = 80, /* until it is drawn */
  MARGIN = 1,
  INDENT = 2,
  TEXT_INDENT = 4
};

typedef struct {
  Session *session;
  const Annex *annex;
  TargetsRows rows;
  Window window;
} Pane;

static const TargetsRow *row_at(const Pane *pane, size_t row) {
  return &pane->rows.rows.items[row];
}

static TargetLine line_of(const Pane *pane, const TargetsRow *row) {
  return targets_line(pane->rows.targets, row->line);
}

/* Of a fund, or of a cell of an indicator in the column `leaf`. */
static Place figure_place(const Pane *pane, size_t line, int leaf) {
  return (Place){.kind = PLACE_TARGET,
                 .annex = (uint32_t)(pane->annex - pane->session->document->annexes),
                 .table = (uint32_t)(pane->rows.targets - pane->annex->targets),
                 .leaf = leaf < 0 ? PLACE_NO_LEAF : (uint16_t)leaf,
                 .row = (uint32_t)line};
}

static Place weight_place(const Pane *pane, size_t line) {
  return figure_place(pane, line, table_leaf(&pane->rows.targets->indicators, ROLE_WEIGHT));
}

static bool selectable(const Pane *pane, size_t row) { return row_at(pane, row)->line != SIZE_MAX; }

/* ------------------------------------------------------------------ laying out */

/* The row that shows what another layout's row showed. */
static size_t find_row(const Pane *pane, const TargetsRow *wanted) {
  size_t found = targets_rows_find(&pane->rows, wanted->line);
  for (size_t i = 0; i < pane->rows.rows.count; i++) {
    const TargetsRow *row = row_at(pane, i);
    if (wanted->kind == TARGETS_GROUP || wanted->kind == TARGETS_SUM) {
      if (row->kind == wanted->kind && row->group == wanted->group)
        return i;
    } else if (row->line == wanted->line && row->kind != TARGETS_GROUP &&
               row->kind != TARGETS_SUM && row->start <= wanted->start) {
      found = i;
    }
  }
  return found;
}

/* Sets the rows anew and keeps the place of the cursor. */
static void set_rows(Pane *pane, int width) {
  TargetsRow here = {0};
  bool has_place = pane->rows.rows.count > 0;
  if (has_place)
    here = *row_at(pane, pane->window.cursor);
  size_t above = pane->window.cursor - pane->window.top;
  targets_rows_set(&pane->rows, width);
  window_set_count(&pane->window, pane->rows.rows.count);
  if (!has_place)
    return;
  size_t row = find_row(pane, &here);
  if (row == SIZE_MAX)
    return;
  pane->window.top = row > above ? row - above : 0;
  window_move(&pane->window, row);
}

void *targets_open(Session *session, const Annex *annex, size_t set) {
  Pane *pane = memory_zero(1, sizeof *pane);
  pane->session = session;
  pane->annex = annex;
  targets_rows_open(&pane->rows, &annex->targets[set]);
  window_set_height(&pane->window, 1);
  set_rows(pane, FIRST_WIDTH);
  return pane;
}

void targets_close(void *view) {
  Pane *pane = view;
  if (!pane)
    return;
  targets_rows_close(&pane->rows);
  memory_free(pane);
}

/* ------------------------------------------------------------------ painting */

/* Text in exactly `width` columns, with its matches marked. */
static void draw_fit(const Pane *pane, Area area, int row, int column, int width, int style,
                     const char *text) {
  size_t length = strlen(text);
  area_fit(area, row, column, width, style, FIT_LEFT, text, length);
  highlight_mark(pane->session, area_part(area, row, column, 1, width), 0, 0, text, length, 0,
                 fit_prefix(text, length, width > 0 ? (size_t)width : 0, NULL));
}

/* The part of a line's text that a row shows. */
static void draw_slice(const Pane *pane, Area area, int row, int column, const TargetsRow *shown) {
  const char *text = targets_rows_text(&pane->rows, shown->line);
  area_bytes(area, row, column, STYLE_NORMAL, text + shown->start, shown->end - shown->start);
  highlight_mark(pane->session, area, row, column, text, strlen(text), shown->start, shown->end);
}

static void draw_labelled(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  int width = pane->rows.columns.label;
  TargetLine line = line_of(pane, shown);
  if (shown->first && line.label)
    draw_fit(pane, area, row, 0, width, STYLE_DIM, line.label);
  draw_slice(pane, area, row, width + 1, shown);
}

static void draw_fund(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  enum { MOST = 24 };
  TargetLine line = line_of(pane, shown);
  int indent = INDENT * line.depth, label = pane->rows.columns.fund, room = area.width - label - 1;
  Amount amount = amount_of_cell(line.value, pane->annex->unit);
  if (line.label)
    draw_fit(pane, area, row, indent, label - indent, STYLE_DIM, line.label);
  room = room < MOST ? room : MOST;
  amount_draw(pane->session, area, row, label + 1, room, STYLE_NORMAL, &amount);
  Place place = figure_place(pane, shown->line, -1);
  amount_draw_finding(pane->session, area, row, label + room, &place);
}

static const char *title_of(const Pane *pane, Role role) {
  int leaf = table_leaf(&pane->rows.targets->indicators, role);
  return leaf < 0 ? "" : pane->rows.targets->indicators.leaves[leaf]->title;
}

/* Where the value and the weight of an indicator begin. */
static int value_column(const TargetsColumns *columns) {
  int beside = columns->level3 < 0 ? 0 : columns->level3 + 1;
  return INDENT + columns->level2 + 1 + beside;
}

static int weight_column(const TargetsColumns *columns) { return columns->width - columns->weight; }

static void draw_head(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  const char *title = pane->rows.targets->indicators_title;
  const char *value = title_of(pane, ROLE_VALUE), *weight = title_of(pane, ROLE_WEIGHT);
  int left = value_column(columns);
  (void)shown;
  title = title                 ? title
          : columns->level3 < 0 ? title_of(pane, ROLE_LEVEL_1)
                                : title_of(pane, ROLE_LEVEL_3);
  area_fit(area, row, 0, left - 1, STYLE_HEADING, FIT_LEFT, title, strlen(title));
  area_fit(area, row, left, columns->value, STYLE_HEADING, FIT_LEFT, value, strlen(value));
  area_fit(area, row, weight_column(columns), columns->weight, STYLE_HEADING, FIT_RIGHT, weight,
           strlen(weight));
}

static void draw_group(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsGroup *group = &pane->rows.groups.items[shown->group];
  int left = area_glyph(area, row, 0, STYLE_NORMAL, group->folded ? GLYPH_CLOSED : GLYPH_OPEN) + 1;
  const char *title = group->title ? group->title : _("(blank)");
  draw_fit(pane, area, row, left, area.width - left, group->title ? STYLE_HEADING : STYLE_DIM,
           title);
}

/* A second level merged with the one above is told by a line down, a blank one by nothing. */
static void draw_level2(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const Cell *cell = targets_cell(pane->rows.targets, line_of(pane, shown).row, ROLE_LEVEL_2);
  if (cell && cell->kind == CELL_MERGED)
    area_glyph(area, row, INDENT, STYLE_RULE, GLYPH_TRUNK);
  else if (cell && cell->kind == CELL_TEXT)
    draw_fit(pane, area, row, INDENT, pane->rows.columns.level2, STYLE_NORMAL, cell->text);
}

/* A weight stands at the edge: the sign of what was found about it goes before it. */
static void draw_weight(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  Str text = STR_EMPTY;
  targets_write_cell(&text,
                     targets_cell(pane->rows.targets, line_of(pane, shown).row, ROLE_WEIGHT));
  area_fit(area, row, weight_column(columns), columns->weight, STYLE_AMOUNT, FIT_RIGHT, text.data,
           text.length);
  Place place = weight_place(pane, shown->line);
  amount_draw_finding(pane->session, area, row,
                      columns->width - (int)width_text(text.data, text.length) - 1, &place);
  str_free(&text);
}

static void draw_indicator(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  uint32_t indicator = line_of(pane, shown).row;
  draw_level2(pane, area, row, shown);
  if (columns->level3 >= 0)
    draw_slice(pane, area, row, INDENT + columns->level2 + 1, shown);
  Str text = STR_EMPTY;
  targets_write_value(&text, pane->rows.targets, indicator);
  draw_fit(pane, area, row, value_column(columns), columns->value, STYLE_AMOUNT, text.data);
  str_free(&text);
  draw_weight(pane, area, row, shown);
}

static void draw_continued(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  draw_slice(pane, area, row, columns->level3 < 0 ? TEXT_INDENT : INDENT + columns->level2 + 1,
             shown);
}

static void write_sum(const Pane *pane, Str *out) {
  int64_t digits;
  uint8_t decimals;
  if (targets_weight_sum(pane->rows.targets, &digits, &decimals))
    number_write(out, digits, decimals);
}

static void draw_sum(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  const TargetsColumns *columns = &pane->rows.columns;
  Str sum = STR_EMPTY;
  (void)shown;
  write_sum(pane, &sum);
  int left = area_glyph(area, row, 0, STYLE_DERIVED, GLYPH_DERIVED) + 1;
  area_text(area, row, left, STYLE_DERIVED, _("sum of the weights"));
  area_fit(area, row, weight_column(columns), columns->weight, STYLE_DERIVED, FIT_RIGHT, sum.data,
           sum.length);
  str_free(&sum);
}

static void draw_heading(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  draw_fit(pane, area, row, 0, area.width, STYLE_HEADING, line_of(pane, shown).heading);
}

static void draw_gap(const Pane *pane, Area area, int row, const TargetsRow *shown) {
  (void)pane, (void)area, (void)row, (void)shown;
}

typedef void RowDrawer(const Pane *pane, Area area, int row, const TargetsRow *shown);

static RowDrawer *const drawers[] = {
    [TARGETS_GAP] = draw_gap,       [TARGETS_HEADING] = draw_heading,
    [TARGETS_LABELLED] = draw_labelled,
    [TARGETS_FUND] = draw_fund,     [TARGETS_HEAD] = draw_head,
    [TARGETS_GROUP] = draw_group,   [TARGETS_INDICATOR] = draw_indicator,
    [TARGETS_CONTINUED] = draw_continued, [TARGETS_SUM] = draw_sum,
};

void targets_draw(void *view, Area area, bool focused) {
  Pane *pane = view;
  Area text = area_part(area, 0, MARGIN, area.height, area.width - 2 * MARGIN);
  area_fill(area, STYLE_NORMAL);
  window_set_height(&pane->window, area.height > 0 ? (size_t)area.height : 1);
  if (text.width != pane->rows.columns.width)
    set_rows(pane, text.width);
  for (int i = 0; i < area.height && pane->window.top + (size_t)i < pane->window.count; i++) {
    const TargetsRow *row = row_at(pane, pane->window.top + (size_t)i);
    drawers[row->kind](pane, text, i, row);
  }
  if (focused)
    area_mark(area, (int)(pane->window.cursor - pane->window.top), 0, area.width, STYLE_SELECTED);
}

/* ------------------------------------------------------------------ acting */

static void fold(Pane *pane, size_t group, bool folded) {
  pane->rows.groups.items[group].folded = folded;
  set_rows(pane, pane->rows.columns.width);
}

static Outcome fold_all(Pane *pane, bool folded) {
  for (size_t i = 0; i < pane->rows.groups.count; i++)
    pane->rows.groups.items[i].folded = folded;
  set_rows(pane, pane->rows.columns.width);
  return OUTCOME_DONE;
}

/* The group of the cursor's row; NULL where it is on no indicator. */
static TargetsGroup *group_here(Pane *pane) {
  const TargetsRow *row = row_at(pane, pane->window.cursor);
  bool inside = row->kind == TARGETS_GROUP || row->kind == TARGETS_INDICATOR ||
                row->kind == TARGETS_CONTINUED;
  return inside ? &pane->rows.groups.items[row->group] : NULL;
}

static void go_to_group(Pane *pane, size_t group) {
  for (size_t i = 0; i < pane->rows.rows.count; i++)
    if (row_at(pane, i)->kind == TARGETS_GROUP && row_at(pane, i)->group == group)
      window_move(&pane->window, i);
}

/* Folding in place as in a tree: h folds or goes to the group, l unfolds, Enter does either. */
static Outcome act_on_group(Pane *pane, Action action) {
  TargetsGroup *here = pane->rows.rows.count ? group_here(pane) : NULL;
  if (!here)
    return OUTCOME_DONE;
  size_t group = (size_t)(here - pane->rows.groups.items);
  bool on_title = row_at(pane, pane->window.cursor)->kind == TARGETS_GROUP;
  if (action == ACTION_LEFT && !on_title)
    go_to_group(pane, group);
  else if (on_title)
    fold(pane, group, action == ACTION_LEFT || (action == ACTION_ENTER && !here->folded));
  return OUTCOME_DONE;
}

/* The cursor does not rest on an empty row or on headings; the first and the last row are
 * neither. */
static void leave_gap(Pane *pane, bool upwards) {
  size_t row = pane->window.cursor;
  while (row < pane->window.count && !selectable(pane, row) && (row || !upwards))
    row = upwards ? row - 1 : row + 1;
  while (row < pane->window.count && !selectable(pane, row))
    row++;
  if (row < pane->window.count)
    window_move(&pane->window, row);
}

Outcome targets_act(void *view, Action action) {
  Pane *pane = view;
  size_t before = pane->window.cursor;
  switch (action) {
    case ACTION_LEFT:
    case ACTION_RIGHT:
    case ACTION_ENTER: return act_on_group(pane, action);
    case ACTION_FOLD_ALL: return fold_all(pane, true);
    case ACTION_UNFOLD_ALL: return fold_all(pane, false);
    case ACTION_LEAVE:
    case ACTION_UP_LEVEL: return OUTCOME_LEAVE;
    default: break;
  }
  if (!window_act(&pane->window, action))
    return OUTCOME_IGNORED;
  leave_gap(pane, pane->window.cursor < before);
  return OUTCOME_DONE;
}

bool targets_click(void *view, int row, int column) {
  Pane *pane = view;
  size_t line = pane->window.top + (size_t)(row > 0 ? row : 0);
  if (row < 0 || line >= pane->window.count || !selectable(pane, line) ||
      !window_click(&pane->window, row))
    return false;
  if (column > MARGIN || row_at(pane, line)->kind != TARGETS_GROUP)
    return true;
  act_on_group(pane, ACTION_ENTER);
  return false;
}

/* ------------------------------------------------------------------ telling */

static void add_part(Str *out, size_t start, const char *text) {
  if (text && *text)
    str_printf(out, "%s%s", out->length > start ? " · " : "", text);
}

static void indicator_status(const Pane *pane, uint32_t row, Str *out) {
  static const Role levels[] = {ROLE_LEVEL_1, ROLE_LEVEL_2, ROLE_LEVEL_3};
  const Targets *targets = pane->rows.targets;
  size_t start = out->length;
  for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
    add_part(out, start, targets_level(targets, row, levels[i]));
  Str text = STR_EMPTY;
  targets_write_value(&text, targets, row);
  add_part(out, start, text.data);
  str_clear(&text);
  targets_write_cell(&text, targets_cell(targets, row, ROLE_WEIGHT));
  if (text.length) {
    add_part(out, start, title_of(pane, ROLE_WEIGHT));
    str_printf(out, " %s", text.data);
  }
  str_clear(&text);
  targets_write_cell(&text, targets_cell(targets, row, ROLE_NOTE));
  add_part(out, start, text.data);
  str_free(&text);
}

static void line_status(const Pane *pane, const TargetLine *line, const char *text, Str *out) {
  if (line->label)
    str_printf(out, "%s ", line->label);
  if (line->part != TARGET_FUND) {
    str_add_text(out, text);
    return;
  }
  Amount amount = amount_of_cell(line->value, pane->annex->unit);
  amount_write_printed(out, &amount);
}

void targets_status(void *view, Str *out) {
  const Pane *pane = view;
  if (!pane->rows.rows.count)
    return;
  const TargetsRow *row = row_at(pane, pane->window.cursor);
  TargetLine line = line_of(pane, row);
  if (row->kind == TARGETS_GROUP) {
    const TargetsGroup *group = &pane->rows.groups.items[row->group];
    str_printf(out, ngettext("%s · %u indicator", "%s · %u indicators", group->count),
               group->title ? group->title : _("(blank)"), group->count);
  } else if (row->kind == TARGETS_SUM) {
    str_printf(out, "%s ", _("sum of the weights"));
    write_sum(pane, out);
  } else if (line.part == TARGET_INDICATOR) {
    Place place = weight_place(pane, row->line);
    indicator_status(pane, line.row, out);
    findings_write_figure(pane->session, &place, out);
  } else {
    line_status(pane, &line, targets_rows_text(&pane->rows, row->line), out);
    Place place = figure_place(pane, row->line, -1);
    if (line.part == TARGET_FUND)
      findings_write_figure(pane->session, &place, out);
  }
}

void targets_show_line(void *view, size_t line) {
  Pane *pane = view;
  if (line >= targets_line_count(pane->rows.targets))
    return;
  TargetLine wanted = targets_line(pane->rows.targets, line);
  for (size_t i = 0; wanted.part == TARGET_INDICATOR && i < pane->rows.groups.count; i++) {
    TargetsGroup *group = &pane->rows.groups.items[i];
    if (wanted.row >= group->first && wanted.row - group->first < group->count && group->folded)
      fold(pane, i, false);
  }
  size_t row = targets_rows_find(&pane->rows, line);
  if (row != SIZE_MAX)
    window_move(&pane->window, row);
}

size_t targets_cursor_line(void *view) {
  const Pane *pane = view;
  return pane->rows.rows.count ? row_at(pane, pane->window.cursor)->line : 0;
}

/* ------------------------------------------------------------------ another version */

static bool same_title(const TargetsGroup *a, const TargetsGroup *b) {
  return a->title == b->title ||
         (a->title != NULL && b->title != NULL && strcmp(a->title, b->title) == 0);
}

/* The group of that title, the nearest to the number if there are several; the number of groups:
 * none. */
static size_t same_group(const Pane *pane, const TargetsGroup *wanted, size_t from) {
  size_t count = pane->rows.groups.count;
  const TargetsGroup *groups = pane->rows.groups.items;
  for (size_t i = from < count ? from + 1 : count; i > 0; i--)
    if (same_title(&groups[i - 1], wanted))
      return i - 1;
  for (size_t i = from + 1; i < count; i++)
    if (same_title(&groups[i], wanted))
      return i;
  return count;
}

static void carry_folds(const Pane *old, Pane *fresh) {
  for (size_t i = 0; i < fresh->rows.groups.count; i++) {
    TargetsGroup *group = &fresh->rows.groups.items[i];
    size_t there = same_group(old, group, i);
    group->folded = there < old->rows.groups.count && old->rows.groups.items[there].folded;
  }
}

void targets_carry(const void *from, void *to) {
  const Pane *old = from;
  Pane *fresh = to;
  carry_folds(old, fresh);
  set_rows(fresh, old->rows.columns.width);
  if (!old->rows.rows.count || !fresh->rows.rows.count)
    return;
  TargetsRow here = *row_at(old, old->window.cursor);
  if (here.line == SIZE_MAX)
    return;
  Place place = figure_place(old, here.line, -1);
  place = place_carry(old->session->document, fresh->session->document, &place);
  if (here.kind == TARGETS_GROUP)
    here.group = same_group(fresh, &old->rows.groups.items[here.group], here.group);
  here.line = place.kind == PLACE_TARGET ? place.row : 0;
  size_t row = find_row(fresh, &here);
  if (row != SIZE_MAX)
    window_carry(&fresh->window, &old->window, row);
}
