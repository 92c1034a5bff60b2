/* The three public expenses beside the performance targets. */
#include <string.h>

#include "base/i18n.h"
#include "model/targets.h"
#include "model/three_public.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/highlight.h"
#include "view/panes.h"
#include "view/place_text.h"
#include "view/targets.h"
#include "view/view.h"
#include "view/window.h"

enum { EXPENSES, TARGETS, PANE_COUNT };
static const int minimum[PANE_COUNT] = {30, 41};

enum { MARGIN = 1, BRANCH_WIDTH = 2, TITLE_ROWS = 1 };

/* One set of targets of the document. */
typedef struct {
  uint32_t annex;
  uint16_t set;
} SetPlace;

typedef struct {
  Session *session;
  ThreePublic expenses;
  Window expense_window; /* over its lines */
  VEC(SetPlace) sets;
  Window set_window;     /* over the list of sets */
  void *targets;         /* the set that is open; NULL: the list is seen */
  size_t open_set;
  size_t pane;           /* that has the keys */
} View;

/* ------------------------------------------------------------------ opening */

static void collect_sets(View *view) {
  const Document *document = view->session->document;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t set = 0; set < document->annexes[i].target_count; set++)
      vec_push(&view->sets, (SetPlace){(uint32_t)i, (uint16_t)set});
}

static const Annex *annex_of(const View *view, size_t set) {
  return &view->session->document->annexes[view->sets.items[set].annex];
}

static const Targets *targets_of(const View *view, size_t set) {
  return &annex_of(view, set)->targets[view->sets.items[set].set];
}

static void close_set(View *view) {
  targets_close(view->targets);
  view->targets = NULL;
}

static void open_set(View *view, size_t set) {
  if (view->targets && view->open_set == set)
    return;
  close_set(view);
  view->open_set = set;
  view->targets = targets_open(view->session, annex_of(view, set), view->sets.items[set].set);
  window_move(&view->set_window, set);
}

static void *three_public_open(Session *session) {
  View *view = memory_zero(1, sizeof *view);
  view->session = session;
  view->expenses = three_public_of(session->document);
  collect_sets(view);
  window_set_height(&view->expense_window, 1);
  window_set_height(&view->set_window, 1);
  window_set_count(&view->expense_window, view->expenses.count);
  window_set_count(&view->set_window, view->sets.count);
  if (view->sets.count == 1)
    open_set(view, 0);
  return view;
}

static void three_public_close(void *state) {
  View *view = state;
  close_set(view);
  vec_free(&view->sets);
  memory_free(view);
}

/* ------------------------------------------------------------------ the expenses */

static Amount expense_amount(const View *view, const ThreePublicLine *line) {
  return amount_of_cell(line->cell, view->expenses.annex->unit);
}

/* Whether another line of this depth follows under the same parent. */
static bool has_next(const ThreePublic *expenses, size_t index, int depth) {
  for (size_t i = index + 1; i < expenses->count && expenses->lines[i].depth >= depth; i++)
    if (expenses->lines[i].depth == depth)
      return true;
  return false;
}

static int draw_branches(const ThreePublic *expenses, Area area, int row, size_t index) {
  int depth = expenses->lines[index].depth;
  for (int level = 1; level <= depth; level++) {
    bool next = has_next(expenses, index, level);
    int column = (level - 1) * BRANCH_WIDTH;
    if (level == depth)
      area_glyph(area, row, column, STYLE_RULE, next ? GLYPH_BRANCH : GLYPH_LAST);
    else if (next)
      area_glyph(area, row, column, STYLE_RULE, GLYPH_TRUNK);
  }
  return depth * BRANCH_WIDTH;
}

static int amount_columns(const View *view) {
  int most = 0;
  for (size_t i = 0; i < view->expenses.count; i++) {
    Amount amount = expense_amount(view, &view->expenses.lines[i]);
    int width = amount_width(view->session, &amount);
    most = width > most ? width : most;
  }
  return most + 1;
}

static void draw_expense(const View *view, Area area, int row, size_t index) {
  const ThreePublicLine *line = &view->expenses.lines[index];
  int style = line->role == ROLE_TOTAL ? STYLE_TOTAL : STYLE_NORMAL;
  int amounts = amount_columns(view), most = area.width * 2 / 3;
  amounts = amounts < most ? amounts : most;
  int left = draw_branches(&view->expenses, area, row, index), room = area.width - amounts - left;
  size_t length = strlen(line->label);
  area_fit(area, row, left, room, style, FIT_LEFT, line->label, length);
  highlight_mark(view->session, area_part(area, row, left, 1, room), 0, 0, line->label, length, 0,
                 fit_prefix(line->label, length, room > 0 ? (size_t)room : 0, NULL));
  Amount amount = expense_amount(view, line);
  amount_draw(view->session, area, row, area.width - amounts, amounts, style, &amount);
}

static bool expense_share(const View *view, const ThreePublicLine *line, int64_t *permille) {
  const ThreePublicLine *total = three_public_line(&view->expenses, ROLE_TOTAL);
  return total && total->cell->kind == CELL_MONEY && line->cell->kind == CELL_MONEY &&
         money_share(line->figure.money, total->figure.money, permille);
}

static int bar_label_width(const View *view, int most) {
  int wanted = 0;
  for (size_t i = 0; i < view->expenses.count; i++) {
    const ThreePublicLine *line = &view->expenses.lines[i];
    int width = (int)width_text(line->label, strlen(line->label));
    if (line->depth == 1 && line->cell->kind == CELL_MONEY && width > wanted)
      wanted = width;
  }
  return wanted < most ? wanted : most;
}

/* The parts of the total as bars, below the tree. */
static void draw_bars(const View *view, Area area, int row) {
  enum { SHARE_WIDTH = 7 };
  int label = bar_label_width(view, area.width / 2);
  for (size_t i = 0; i < view->expenses.count && row < area.height; i++) {
    const ThreePublicLine *line = &view->expenses.lines[i];
    int64_t permille;
    if (line->depth != 1 || !expense_share(view, line, &permille))
      continue;
    Str share = STR_EMPTY;
    share_write(&share, permille);
    area_fit(area, row, 0, label, STYLE_NORMAL, FIT_LEFT, line->label, strlen(line->label));
    area_fit(area, row, label, SHARE_WIDTH, STYLE_DIM, FIT_RIGHT, share.data, share.length);
    int left = label + SHARE_WIDTH + 1;
    area_bar(area, row++, left, area.width - left, STYLE_BAR, permille);
    str_free(&share);
  }
}

static void draw_expenses(View *view, Area area, bool focused) {
  Window *window = &view->expense_window;
  const char *absent = !view->expenses.annex ? _("The document has no table of them.")
                       : !view->expenses.count ? _("The table is not included.") : NULL;
  area_fill(area, STYLE_NORMAL);
  Area text = area_part(area, 0, MARGIN, area.height, area.width - 2 * MARGIN);
  if (absent) {
    area_fit(text, 0, 0, text.width, STYLE_DIM, FIT_LEFT, absent, strlen(absent));
    return;
  }
  window_set_height(window, area.height > 0 ? (size_t)area.height : 1);
  int row = 0;
  for (size_t i = window->top; i < window->count && row < area.height; i++)
    draw_expense(view, text, row++, i);
  if (focused)
    area_mark(area, (int)(window->cursor - window->top), 0, area.width, STYLE_SELECTED);
  draw_bars(view, text, row + 1);
}

/* ------------------------------------------------------------------ the list of sets */

/* The whole funds of a set: the first fund line that says so, else the first with money. */
static Amount set_total(const View *view, size_t set) {
  const Targets *targets = targets_of(view, set);
  const Labelled *found = NULL;
  for (size_t i = 0; i < targets->fund_count; i++) {
    const Labelled *fund = &targets->funds[i];
    if (fund->value.kind == CELL_MONEY && (!found || (found->role != ROLE_TOTAL && fund->role == ROLE_TOTAL)))
      found = fund;
  }
  return found ? amount_of_cell(&found->value, annex_of(view, set)->unit) : (Amount){.kind = CELL_BLANK};
}

static void draw_set(const View *view, Area area, int row, size_t set) {
  enum { NUMBER_WIDTH = 3, MOST = 20 };
  const char *number = annex_of(view, set)->number, *name = targets_name(targets_of(view, set));
  Amount amount = set_total(view, set);
  amount.unit = true;
  int amounts = amount_width(view->session, &amount) + 1;
  amounts = amounts < MOST ? amounts : MOST;
  amounts = amounts < area.width / 2 ? amounts : area.width / 2;
  area_fit(area, row, 0, NUMBER_WIDTH, STYLE_CODE, FIT_RIGHT, number, strlen(number));
  int left = NUMBER_WIDTH + 1, room = area.width - left - amounts;
  area_fit(area, row, left, room, STYLE_NORMAL, FIT_LEFT, name, strlen(name));
  amount_draw(view->session, area, row, area.width - amounts, amounts, STYLE_NORMAL, &amount);
}

static void draw_list(View *view, Area area, bool focused) {
  Window *window = &view->set_window;
  area_fill(area, STYLE_NORMAL);
  Area text = area_part(area, 0, MARGIN, area.height, area.width - 2 * MARGIN);
  if (!view->sets.count) {
    area_text(text, 0, 0, STYLE_DIM, _("The document has none."));
    return;
  }
  window_set_height(window, area.height > 0 ? (size_t)area.height : 1);
  for (int row = 0; row < area.height && window->top + (size_t)row < window->count; row++)
    draw_set(view, text, row, window->top + (size_t)row);
  if (focused)
    area_mark(area, (int)(window->cursor - window->top), 0, area.width, STYLE_SELECTED);
}

/* ------------------------------------------------------------------ painting */

static void draw_title(Area area, const char *title, const char *annex, const char *name) {
  Str text = STR_EMPTY;
  str_add_text(&text, title);
  if (annex) {
    str_add_text(&text, " (");
    str_printf(&text, _("annex %s"), annex);
    str_printf(&text, "%s%s)", *name ? " " : "", name);
  }
  area_fit(area, 0, MARGIN, area.width - MARGIN, STYLE_HEADING, FIT_LEFT, text.data, text.length);
  str_free(&text);
}

/* The part of a pane below its title. */
static Area below_title(Area area) {
  return area_part(area, TITLE_ROWS, 0, area.height - TITLE_ROWS, area.width);
}

static void draw_targets(View *view, Area area, bool focused) {
  if (!view->targets) {
    draw_title(area, _("Performance targets"), NULL, "");
    draw_list(view, below_title(area), focused);
    return;
  }
  draw_title(area, _("Performance targets"), annex_of(view, view->open_set)->number,
             targets_name(targets_of(view, view->open_set)));
  targets_draw(view->targets, below_title(area), focused);
}

/* Where few rows are left for two panes, the one without the keys keeps only its title. */
static void lay_out_panes(const View *view, Area area, Area *panes) {
  enum { FEW_ROWS = 12 };
  if (!panes_stacked(area, PANE_COUNT, minimum) || area.height >= FEW_ROWS) {
    panes_layout(area, PANE_COUNT, minimum, panes);
    return;
  }
  int first = view->pane == EXPENSES ? area.height - TITLE_ROWS : TITLE_ROWS;
  panes[EXPENSES] = area_part(area, 0, 0, first, area.width);
  panes[TARGETS] = area_part(area, first, 0, area.height - first, area.width);
}

static void three_public_draw(void *state, Area area, bool focused) {
  View *view = state;
  Area panes[PANE_COUNT];
  area_fill(area, STYLE_NORMAL);
  lay_out_panes(view, area, panes);
  const Annex *annex = view->expenses.annex;
  draw_title(panes[EXPENSES], _("Three public expenses"), annex ? annex->number : NULL, "");
  draw_expenses(view, below_title(panes[EXPENSES]), focused && view->pane == EXPENSES);
  draw_targets(view, panes[TARGETS], focused && view->pane == TARGETS);
}

/* ------------------------------------------------------------------ acting */

static Outcome leave_set(View *view) {
  if (!view->targets || view->sets.count < 2)
    return OUTCOME_LEAVE;
  close_set(view);
  return OUTCOME_DONE;
}

static Outcome act_on_list(View *view, Action action) {
  switch (action) {
    case ACTION_ENTER:
    case ACTION_RIGHT:
      if (view->sets.count)
        open_set(view, view->set_window.cursor);
      return OUTCOME_DONE;
    case ACTION_LEAVE:
    case ACTION_UP_LEVEL: return OUTCOME_LEAVE;
    default: return window_act(&view->set_window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
  }
}

static Outcome act_on_targets(View *view, Action action) {
  if (!view->targets)
    return act_on_list(view, action);
  Outcome outcome = targets_act(view->targets, action);
  return outcome == OUTCOME_LEAVE ? leave_set(view) : outcome;
}

static Place expense_place(const View *view) {
  const ThreePublicLine *line = &view->expenses.lines[view->expense_window.cursor];
  return (Place){.kind = PLACE_ROW,
                 .annex = view->expenses.annex_index,
                 .row = line->row,
                 .leaf = line->leaf};
}

static Outcome act_on_expenses(View *view, Action action) {
  switch (action) {
    case ACTION_LEAVE:
    case ACTION_UP_LEVEL: return OUTCOME_LEAVE;
    default: return window_act(&view->expense_window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
  }
}

static Outcome three_public_act(void *state, Action action) {
  View *view = state;
  if (action == ACTION_PANE) {
    view->pane = view->pane == EXPENSES ? TARGETS : EXPENSES;
    return OUTCOME_DONE;
  }
  return view->pane == EXPENSES ? act_on_expenses(view, action) : act_on_targets(view, action);
}

/* ------------------------------------------------------------------ telling */

static void expense_status(const View *view, Str *out) {
  if (!view->expenses.count)
    return;
  const ThreePublicLine *line = &view->expenses.lines[view->expense_window.cursor];
  Amount amount = expense_amount(view, line);
  int64_t permille;
  str_add_text(out, line->label);
  if (amount.kind == CELL_BLANK)
    str_printf(out, " · %s", _("blank"));
  else
    str_add_text(out, " · ");
  amount_write_printed(out, &amount);
  if (line->depth && expense_share(view, line, &permille)) {
    str_add_text(out, " · ");
    share_write(out, permille);
  }
}

static void set_status(const View *view, Str *out) {
  if (!view->sets.count)
    return;
  size_t set = view->set_window.cursor;
  Place place = {.kind = PLACE_TARGET, .annex = view->sets.items[set].annex};
  Amount amount = set_total(view, set);
  place_write_annex(out, view->session->document, &place);
  str_printf(out, " · %s", targets_name(targets_of(view, set)));
  if (amount.kind == CELL_MONEY)
    str_add_text(out, " · ");
  amount_write_printed(out, &amount);
}

static void three_public_status(void *state, Str *out) {
  const View *view = state;
  if (view->pane == EXPENSES)
    expense_status(view, out);
  else if (view->targets)
    targets_status(view->targets, out);
  else
    set_status(view, out);
}

/* The unit of the pane that has the keys. */
static void three_public_caption(void *state, Str *out) {
  const View *view = state;
  const Annex *annex = view->pane == EXPENSES ? view->expenses.annex
                       : view->targets       ? annex_of(view, view->open_set)
                                             : NULL;
  if (view->session->unit >= 0)
    str_add_text(out, unit_name((Unit)view->session->unit));
  else if (annex)
    str_add_text(out, unit_name(annex->unit));
}

/* ------------------------------------------------------------------ places */

static bool show_expense(View *view, const Place *place) {
  if (!view->expenses.count || place->annex != view->expenses.annex_index)
    return false;
  for (size_t i = 0; i < view->expenses.count; i++) {
    const ThreePublicLine *line = &view->expenses.lines[i];
    if (line->row == place->row && (line->leaf == place->leaf || place->leaf == PLACE_NO_LEAF)) {
      window_move(&view->expense_window, i);
      view->pane = EXPENSES;
      return true;
    }
  }
  return false;
}

static bool show_target(View *view, const Place *place) {
  for (size_t i = 0; i < view->sets.count; i++)
    if (view->sets.items[i].annex == place->annex && view->sets.items[i].set == place->table) {
      open_set(view, i);
      targets_show_line(view->targets, place->row);
      view->pane = TARGETS;
      return true;
    }
  return false;
}

static bool three_public_show(void *state, const Place *place) {
  if (place->kind == PLACE_ROW)
    return show_expense(state, place);
  return place->kind == PLACE_TARGET && show_target(state, place);
}

static bool three_public_where(void *state, Place *place) {
  const View *view = state;
  if (view->pane == EXPENSES && view->expenses.count) {
    *place = expense_place(view);
    return true;
  }
  if (view->pane == EXPENSES || !view->targets)
    return false;
  *place = (Place){.kind = PLACE_TARGET,
                   .annex = view->sets.items[view->open_set].annex,
                   .table = view->sets.items[view->open_set].set,
                   .leaf = PLACE_NO_LEAF,
                   .row = (uint32_t)targets_cursor_line(view->targets)};
  return true;
}

const ViewType view_three_public = {
    .name = "three-public",
    .title = N_("Three public | targets"),
    .contexts = CONTEXT_LIST | CONTEXT_PANES,
    .open = three_public_open,
    .close = three_public_close,
    .draw = three_public_draw,
    .act = three_public_act,
    .status = three_public_status,
    .caption = three_public_caption,
    .show = three_public_show,
    .where = three_public_where,
};
