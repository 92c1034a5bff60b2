#include "view/targets.h"

#include <string.h>

#include "base/i18n.h"
#include "view/amount.h"
#include "view/findings.h"
#include "view/place_carry.h"
#include "view/targets_parts.h"

enum {
  FIRST_WIDTH = 80, /* until it is drawn */
  MARGIN = 1
};

const TargetsRow *targets_row(const TargetsPane *pane, size_t row) {
  return &pane->rows.rows.items[row];
}

TargetLine targets_row_line(const TargetsPane *pane, const TargetsRow *row) {
  return targets_line(pane->rows.targets, row->line);
}

Place targets_figure_place(const TargetsPane *pane, size_t line, int leaf) {
  return (Place){.kind = PLACE_TARGET,
                 .annex = (uint32_t)(pane->annex - pane->session->document->annexes),
                 .table = (uint32_t)(pane->rows.targets - pane->annex->targets),
                 .leaf = leaf < 0 ? PLACE_NO_LEAF : (uint16_t)leaf,
                 .row = (uint32_t)line};
}

Place targets_weight_place(const TargetsPane *pane, size_t line) {
  return targets_figure_place(pane, line, table_leaf(&pane->rows.targets->indicators, ROLE_WEIGHT));
}

const char *targets_title(const TargetsPane *pane, Role role) {
  int leaf = table_leaf(&pane->rows.targets->indicators, role);
  return leaf < 0 ? "" : pane->rows.targets->indicators.leaves[leaf]->title;
}

void targets_write_sum(const TargetsPane *pane, Str *out) {
  int64_t digits;
  uint8_t decimals;
  if (targets_weight_sum(pane->rows.targets, &digits, &decimals))
    number_write(out, digits, decimals);
}

static bool selectable(const TargetsPane *pane, size_t row) {
  return targets_row(pane, row)->line != SIZE_MAX;
}

/* ------------------------------------------------------------------ laying out */

/* The row that shows what another layout's row showed. */
static size_t find_row(const TargetsPane *pane, const TargetsRow *wanted) {
  size_t found = targets_rows_find(&pane->rows, wanted->line);
  for (size_t i = 0; i < pane->rows.rows.count; i++) {
    const TargetsRow *row = targets_row(pane, i);
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
static void set_rows(TargetsPane *pane, int width) {
  TargetsRow here = {0};
  bool has_place = pane->rows.rows.count > 0;
  if (has_place)
    here = *targets_row(pane, pane->window.cursor);
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
  TargetsPane *pane = memory_zero(1, sizeof *pane);
  pane->session = session;
  pane->annex = annex;
  targets_rows_open(&pane->rows, &annex->targets[set]);
  window_set_height(&pane->window, 1);
  set_rows(pane, FIRST_WIDTH);
  return pane;
}

void targets_close(void *view) {
  TargetsPane *pane = view;
  if (!pane)
    return;
  targets_rows_close(&pane->rows);
  memory_free(pane);
}

void targets_draw(void *view, Area area, bool focused) {
  TargetsPane *pane = view;
  Area text = area_part(area, 0, MARGIN, area.height, area.width - 2 * MARGIN);
  area_fill(area, STYLE_NORMAL);
  window_set_height(&pane->window, area.height > 0 ? (size_t)area.height : 1);
  if (text.width != pane->rows.columns.width)
    set_rows(pane, text.width);
  targets_draw_rows(pane, text);
  if (focused)
    area_mark(area, (int)(pane->window.cursor - pane->window.top), 0, area.width, STYLE_SELECTED);
}

/* ------------------------------------------------------------------ acting */

static void fold(TargetsPane *pane, size_t group, bool folded) {
  pane->rows.groups.items[group].folded = folded;
  set_rows(pane, pane->rows.columns.width);
}

static Outcome fold_all(TargetsPane *pane, bool folded) {
  for (size_t i = 0; i < pane->rows.groups.count; i++)
    pane->rows.groups.items[i].folded = folded;
  set_rows(pane, pane->rows.columns.width);
  return OUTCOME_DONE;
}

/* The group of the cursor's row; NULL where it is on no indicator. */
static TargetsGroup *group_here(TargetsPane *pane) {
  const TargetsRow *row = targets_row(pane, pane->window.cursor);
  bool inside = row->kind == TARGETS_GROUP || row->kind == TARGETS_INDICATOR ||
                row->kind == TARGETS_CONTINUED;
  return inside ? &pane->rows.groups.items[row->group] : NULL;
}

static void go_to_group(TargetsPane *pane, size_t group) {
  for (size_t i = 0; i < pane->rows.rows.count; i++)
    if (targets_row(pane, i)->kind == TARGETS_GROUP && targets_row(pane, i)->group == group)
      window_move(&pane->window, i);
}

/* Folding in place as in a tree: h folds or goes to the group, l unfolds, Enter does either. */
static Outcome act_on_group(TargetsPane *pane, Action action) {
  TargetsGroup *here = pane->rows.rows.count ? group_here(pane) : NULL;
  if (!here)
    return OUTCOME_DONE;
  size_t group = (size_t)(here - pane->rows.groups.items);
  bool on_title = targets_row(pane, pane->window.cursor)->kind == TARGETS_GROUP;
  if (action == ACTION_LEFT && !on_title)
    go_to_group(pane, group);
  else if (on_title)
    fold(pane, group, action == ACTION_LEFT || (action == ACTION_ENTER && !here->folded));
  return OUTCOME_DONE;
}

/* The cursor does not rest on an empty row or on headings; the first and the last row are
 * neither. */
static void leave_gap(TargetsPane *pane, bool upwards) {
  size_t row = pane->window.cursor;
  while (row < pane->window.count && !selectable(pane, row) && (row || !upwards))
    row = upwards ? row - 1 : row + 1;
  while (row < pane->window.count && !selectable(pane, row))
    row++;
  if (row < pane->window.count)
    window_move(&pane->window, row);
}

Outcome targets_act(void *view, Action action) {
  TargetsPane *pane = view;
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
  TargetsPane *pane = view;
  size_t line = pane->window.top + (size_t)(row > 0 ? row : 0);
  if (row < 0 || line >= pane->window.count || !selectable(pane, line) ||
      !window_click(&pane->window, row))
    return false;
  if (column > MARGIN || targets_row(pane, line)->kind != TARGETS_GROUP)
    return true;
  act_on_group(pane, ACTION_ENTER);
  return false;
}

/* ------------------------------------------------------------------ telling */

static void add_part(Str *out, size_t start, const char *text) {
  if (text && *text)
    str_printf(out, "%s%s", out->length > start ? " · " : "", text);
}

static void indicator_status(const TargetsPane *pane, uint32_t row, Str *out) {
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
    add_part(out, start, targets_title(pane, ROLE_WEIGHT));
    str_printf(out, " %s", text.data);
  }
  str_clear(&text);
  targets_write_cell(&text, targets_cell(targets, row, ROLE_NOTE));
  add_part(out, start, text.data);
  str_free(&text);
}

static void line_status(const TargetsPane *pane, const TargetLine *line, const char *text,
                        Str *out) {
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
  const TargetsPane *pane = view;
  if (!pane->rows.rows.count)
    return;
  const TargetsRow *row = targets_row(pane, pane->window.cursor);
  TargetLine line = targets_row_line(pane, row);
  if (row->kind == TARGETS_GROUP) {
    const TargetsGroup *group = &pane->rows.groups.items[row->group];
    str_printf(out, ngettext("%s · %u indicator", "%s · %u indicators", group->count),
               group->title ? group->title : _("(blank)"), group->count);
  } else if (row->kind == TARGETS_SUM) {
    str_printf(out, "%s ", _("sum of the weights"));
    targets_write_sum(pane, out);
  } else if (line.part == TARGET_INDICATOR) {
    Place place = targets_weight_place(pane, row->line);
    indicator_status(pane, line.row, out);
    findings_write_figure(pane->session, &place, out);
  } else {
    line_status(pane, &line, targets_rows_text(&pane->rows, row->line), out);
    Place place = targets_figure_place(pane, row->line, -1);
    if (line.part == TARGET_FUND)
      findings_write_figure(pane->session, &place, out);
  }
}

void targets_show_line(void *view, size_t line) {
  TargetsPane *pane = view;
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
  const TargetsPane *pane = view;
  return pane->rows.rows.count ? targets_row(pane, pane->window.cursor)->line : 0;
}

/* ------------------------------------------------------------------ another version */

static bool same_title(const TargetsGroup *a, const TargetsGroup *b) {
  return a->title == b->title ||
         (a->title != NULL && b->title != NULL && strcmp(a->title, b->title) == 0);
}

/* The group of that title, the nearest to the number if there are several; the number of groups:
 * none. */
static size_t same_group(const TargetsPane *pane, const TargetsGroup *wanted, size_t from) {
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

static void carry_folds(const TargetsPane *old, TargetsPane *fresh) {
  for (size_t i = 0; i < fresh->rows.groups.count; i++) {
    TargetsGroup *group = &fresh->rows.groups.items[i];
    size_t there = same_group(old, group, i);
    group->folded = there < old->rows.groups.count && old->rows.groups.items[there].folded;
  }
}

void targets_carry(const void *from, void *to) {
  const TargetsPane *old = from;
  TargetsPane *fresh = to;
  carry_folds(old, fresh);
  set_rows(fresh, old->rows.columns.width);
  if (!old->rows.rows.count || !fresh->rows.rows.count)
    return;
  TargetsRow here = *targets_row(old, old->window.cursor);
  if (here.line == SIZE_MAX)
    return;
  Place place = targets_figure_place(old, here.line, -1);
  place = place_carry(old->session->document, fresh->session->document, &place);
  if (here.kind == TARGETS_GROUP)
    here.group = same_group(fresh, &old->rows.groups.items[here.group], here.group);
  here.line = place.kind == PLACE_TARGET ? place.row : 0;
  size_t row = find_row(fresh, &here);
  if (row != SIZE_MAX)
    window_carry(&fresh->window, &old->window, row);
}
