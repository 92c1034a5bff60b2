/* The three public expenses beside the performance targets. */
#include <string.h>

#include "base/i18n.h"
#include "model/targets.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/expenses.h"
#include "view/panes.h"
#include "view/place_carry.h"
#include "view/place_text.h"
#include "view/targets.h"
#include "view/view.h"
#include "view/window.h"

enum { EXPENSES, TARGETS, PANE_COUNT };
static const int minimum[PANE_COUNT] = {30, 41};

enum { MARGIN = 1, TITLE_ROWS = 1 };

/* One set of targets of the document. */
typedef struct {
  uint32_t annex;
  uint32_t set;
} SetPlace;

typedef struct {
  Session *session;
  Expenses expenses;
  VEC(SetPlace) sets;
  Window set_window;     /* over the list of sets */
  void *targets;         /* the set that is open; NULL: the list is seen */
  size_t open_set;
  size_t pane;           /* that has the keys */
  Area area, panes[PANE_COUNT]; /* as last drawn; for clicks, never painted again */
} View;

/* ------------------------------------------------------------------ opening */

static void collect_sets(View *view) {
  const Document *document = view->session->document;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t set = 0; set < document->annexes[i].target_count; set++)
      vec_push(&view->sets, (SetPlace){(uint32_t)i, (uint32_t)set});
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
  expenses_open(&view->expenses, session);
  collect_sets(view);
  window_set_height(&view->set_window, 1);
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

/* ------------------------------------------------------------------ the list of sets */

static Amount set_total(const View *view, size_t set) {
  const Labelled *total = targets_total(targets_of(view, set));
  return total ? amount_of_cell(&total->value, annex_of(view, set)->unit)
               : (Amount){.kind = CELL_BLANK};
}

static void draw_set(const View *view, Area area, int row, size_t set) {
  enum { NUMBER_WIDTH = 3, MOST = 20 };
  const char *number = annex_of(view, set)->number, *name = targets_of(view, set)->name;
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
    area_text(text, 0, 0, STYLE_DIM, _("not in this document"));
    return;
  }
  window_set_height(window, area.height > 0 ? (size_t)area.height : 1);
  for (int row = 0; row < area.height && window->top + (size_t)row < window->count; row++)
    draw_set(view, text, row, window->top + (size_t)row);
  if (focused)
    area_mark(area, (int)(window->cursor - window->top), 0, area.width, STYLE_SELECTED);
}

/* ------------------------------------------------------------------ painting */

static const char *shown_unit(const View *view, const Annex *annex) {
  int unit = view->session->unit;
  return unit >= 0 ? unit_name((Unit)unit) : annex != NULL ? unit_name(annex->unit) : "";
}

/* With the unit at the right: the panes may have two, and the title of the screen tells but one. */
static void draw_title(const View *view, Area area, const char *title, const Annex *annex,
                       const char *name) {
  Str text = STR_EMPTY;
  const char *unit = annex != NULL ? shown_unit(view, annex) : "";
  int right = area.width - MARGIN - (int)width_text(unit, strlen(unit));
  str_add_text(&text, title);
  if (annex) {
    str_add_text(&text, " (");
    str_printf(&text, _("annex %s"), annex->number);
    str_printf(&text, "%s%s)", *name ? " " : "", name);
  }
  area_fit(area, 0, MARGIN, right - MARGIN - (*unit ? 1 : 0), STYLE_HEADING, FIT_LEFT, text.data,
           text.length);
  area_text(area, 0, right, STYLE_HEADING, unit);
  str_free(&text);
}

/* The part of a pane below its title. */
static Area below_title(Area area) {
  return area_part(area, TITLE_ROWS, 0, area.height - TITLE_ROWS, area.width);
}

static void draw_targets(View *view, Area area, bool focused) {
  if (!view->targets) {
    draw_title(view, area, _("Performance targets"), NULL, "");
    draw_list(view, below_title(area), focused);
    return;
  }
  draw_title(view, area, _("Performance targets"), annex_of(view, view->open_set),
             targets_of(view, view->open_set)->name);
  targets_draw(view->targets, below_title(area), focused);
}

static void three_public_draw(void *state, Area area, bool focused) {
  View *view = state;
  Area *panes = view->panes;
  view->area = area;
  area_fill(area, STYLE_NORMAL);
  panes_layout_titled(area, PANE_COUNT, minimum, view->pane, panes);
  draw_title(view, panes[EXPENSES], _("Three public expenses"), view->expenses.table.annex, "");
  expenses_draw(&view->expenses, below_title(panes[EXPENSES]), focused && view->pane == EXPENSES);
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

static Outcome act_on_expenses(View *view, Action action) {
  switch (action) {
    case ACTION_LEAVE:
    case ACTION_UP_LEVEL: return OUTCOME_LEAVE;
    case ACTION_ENTER:
      return expenses_where(&view->expenses, &view->session->target) ? OUTCOME_GO : OUTCOME_DONE;
    default: return window_act(&view->expenses.window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
  }
}

static Outcome three_public_act(void *state, Action action) {
  View *view = state;
  if (action == ACTION_PANE) {
    view->pane = (view->pane + 1) % PANE_COUNT;
    return view->pane == EXPENSES ? OUTCOME_LEAVE : OUTCOME_DONE;
  }
  return view->pane == EXPENSES ? act_on_expenses(view, action) : act_on_targets(view, action);
}

/* The pane at a cell of the view takes the keys. */
static bool three_public_point(void *state, int row, int column) {
  View *view = state;
  for (size_t i = 0; i < PANE_COUNT; i++)
    if (area_holds(view->panes[i], view->area.top + row, view->area.left + column)) {
      view->pane = i;
      return true;
    }
  return false;
}

static bool three_public_click(void *state, int row, int column) {
  View *view = state;
  if (!three_public_point(view, row, column))
    return false;
  const Area *pane = &view->panes[view->pane];
  row -= pane->top - view->area.top + TITLE_ROWS;
  if (view->pane == EXPENSES)
    return window_click(&view->expenses.window, row - expenses_head(&view->expenses));
  if (view->targets)
    return targets_click(view->targets, row, column - (pane->left - view->area.left));
  return window_click(&view->set_window, row);
}

/* ------------------------------------------------------------------ telling */

static void set_status(const View *view, Str *out) {
  if (!view->sets.count)
    return;
  size_t set = view->set_window.cursor;
  Place place = {.kind = PLACE_TARGET, .annex = view->sets.items[set].annex};
  Amount amount = set_total(view, set);
  place_write_annex(out, view->session->document, &place);
  str_printf(out, " · %s", targets_of(view, set)->name);
  if (amount.kind == CELL_MONEY)
    str_add_text(out, " · ");
  amount_write_printed(out, &amount);
}

static void three_public_status(void *state, Str *out) {
  const View *view = state;
  if (view->pane == EXPENSES)
    expenses_status(&view->expenses, out);
  else if (view->targets)
    targets_status(view->targets, out);
  else
    set_status(view, out);
}

/* The unit of the pane that has the keys. */
static void three_public_caption(void *state, Str *out) {
  const View *view = state;
  const Annex *annex = view->pane == EXPENSES ? view->expenses.table.annex
                       : view->targets       ? annex_of(view, view->open_set)
                                             : NULL;
  str_add_text(out, shown_unit(view, annex));
}

/* ------------------------------------------------------------------ places */

static void show_set(View *view, size_t set, const Place *place) {
  if (place->listed && view->sets.count > 1) {
    close_set(view);
    window_move(&view->set_window, set);
    return;
  }
  open_set(view, set);
  targets_show_line(view->targets, place->row);
}

static bool show_target(View *view, const Place *place) {
  for (size_t i = 0; i < view->sets.count; i++)
    if (view->sets.items[i].annex == place->annex && view->sets.items[i].set == place->table) {
      view->pane = TARGETS;
      show_set(view, i, place);
      return true;
    }
  return false;
}

static bool three_public_show(void *state, const Place *place) {
  View *view = state;
  if (place->kind == PLACE_TARGET)
    return show_target(view, place);
  if (!expenses_show(&view->expenses, place))
    return false;
  view->pane = EXPENSES;
  return true;
}

static bool three_public_where(void *state, Place *place) {
  const View *view = state;
  if (view->pane == EXPENSES)
    return expenses_where(&view->expenses, place);
  if (!view->sets.count)
    return false;
  const SetPlace *set = &view->sets.items[view->targets ? view->open_set : view->set_window.cursor];
  *place = (Place){.kind = PLACE_TARGET,
                   .annex = set->annex,
                   .table = set->set,
                   .leaf = PLACE_NO_LEAF,
                   .row = view->targets ? (uint32_t)targets_cursor_line(view->targets) : 0,
                   .listed = !view->targets};
  return true;
}

static unsigned three_public_context(void *state) {
  const View *view = state;
  bool groups = view->pane == TARGETS && view->targets;
  return CONTEXT_LIST | CONTEXT_PANES | (groups ? (unsigned)CONTEXT_GROUPS : 0);
}

static void carry_expenses(const View *old, View *fresh) {
  Place place;
  window_carry(&fresh->expenses.window, &old->expenses.window, fresh->expenses.window.cursor);
  if (!expenses_where(&old->expenses, &place))
    return;
  place = place_carry(old->session->document, fresh->session->document, &place);
  if (expenses_show(&fresh->expenses, &place))
    window_carry(&fresh->expenses.window, &old->expenses.window, fresh->expenses.window.cursor);
}

/* The set of a new version; the number of sets: there is none. */
static size_t same_set(const View *old, const View *fresh, size_t set) {
  Place place = {.kind = PLACE_TARGET,
                 .annex = old->sets.items[set].annex,
                 .table = old->sets.items[set].set};
  place = place_carry(old->session->document, fresh->session->document, &place);
  size_t i = 0;
  while (i < fresh->sets.count && (place.kind != PLACE_TARGET ||
                                   fresh->sets.items[i].annex != place.annex ||
                                   fresh->sets.items[i].set != place.table))
    i++;
  return i;
}

static void carry_sets(const View *old, View *fresh) {
  if (!old->sets.count)
    return;
  size_t set = same_set(old, fresh, old->set_window.cursor);
  if (set < fresh->sets.count)
    window_carry(&fresh->set_window, &old->set_window, set);
  if (old->targets)
    set = same_set(old, fresh, old->open_set);
  if (!old->targets || set == fresh->sets.count)
    return;
  open_set(fresh, set);
  targets_carry(old->targets, fresh->targets);
}

static void three_public_carry(const void *opened, void *opened_anew) {
  const View *old = opened;
  View *fresh = opened_anew;
  fresh->pane = old->pane;
  carry_expenses(old, fresh);
  carry_sets(old, fresh);
}

const ViewType view_three_public = {
    .name = "three-public",
    .title = N_("Three public"),
    .contexts = CONTEXT_LIST | CONTEXT_PANES,
    .open = three_public_open,
    .close = three_public_close,
    .draw = three_public_draw,
    .act = three_public_act,
    .status = three_public_status,
    .caption = three_public_caption,
    .show = three_public_show,
    .where = three_public_where,
    .context = three_public_context,
    .carry = three_public_carry,
    .click = three_public_click,
    .point = three_public_point,
};
