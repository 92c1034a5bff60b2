/* Two views side by side. */
#include <string.h>

#include "base/i18n.h"
#include "view/browser_parts.h"
#include "view/panes.h"

enum { PANE_MIN_WIDTH = 36 };

/* ---- one and two */

void browser_open_beside(Browser *browser, size_t view) {
  Pane *first = browser_pane(browser), *second = &browser->panes[1 - browser->focus];
  second->session.unit = first->session.unit;
  second->session.share = first->session.share;
  second->open = view;
  browser->pane_count = BROWSER_PANES;
  browser->focus = 1 - browser->focus;
}

EventResult browser_split(Browser *browser, Action action) {
  if (browser->pane_count == BROWSER_PANES) {
    browser->pane_count = 1;
    return RESULT_GO_ON;
  }
  shell_close_help(browser->shell);
  shell_await(browser->shell, action);
  browser_say(browser, "%s", _("beside it: the key of a view, 1 to 8"));
  return RESULT_GO_ON;
}

void browser_split_key(Browser *browser, Key key) {
  Action action = keymap_action(browser->shell->keys, key, browser_contexts(browser));
  if (action_opens_view(action))
    browser_open_beside(browser, (size_t)(action - ACTION_VIEW_1));
  else if (action == ACTION_SPLIT)
    browser_open_beside(browser, browser_pane(browser)->open);
  else if (key != KEYCODE_ESCAPE)
    browser_say(browser, "%s", _("no view has that key: one of 1 to 8"));
}

void browser_next_pane(Browser *browser) {
  Pane *pane = browser_pane(browser);
  void *view = browser_view(pane, pane->open);
  bool own = (browser_contexts(browser) & CONTEXT_PANES) != 0;
  if (own && browser_type(pane)->act(view, ACTION_PANE) != OUTCOME_LEAVE)
    return;
  if (browser->pane_count > 1)
    browser->focus = 1 - browser->focus;
}

void browser_follow(Browser *browser) {
  Pane *pane = browser_pane(browser), *other = &browser->panes[1 - browser->focus];
  const ViewType *type = browser_type(pane), *beside = browser_type(other);
  if (browser->pane_count < BROWSER_PANES || type->column == NULL || beside->choose == NULL)
    return;
  Role role = type->column(browser_view(pane, pane->open));
  if (role != ROLE_TEXT)
    beside->choose(browser_view(other, other->open), role);
}

/* ---- painting */

static void draw_heading(Pane *pane, Area area, bool focused) {
  Str text = STR_EMPTY, caption = STR_EMPTY;
  browser_type(pane)->caption(browser_view(pane, pane->open), &caption);
  str_add_text(&text, _(browser_type(pane)->title));
  if (caption.length > 0)
    str_printf(&text, " %s %s", glyph_text(area.canvas, GLYPH_SEPARATOR), caption.data);
  area_fill(area, STYLE_NORMAL);
  area_fit(area, 0, 1, area.width - 2, focused ? STYLE_TAB_OPEN : STYLE_HEADING, FIT_LEFT,
           text.data, text.length);
  str_free(&text);
  str_free(&caption);
}

static void draw_list(Browser *browser, Area area) {
  finder_draw(&browser_pane(browser)->finder, area);
  browser->shell->list = area;
}

static void draw_view(Browser *browser, size_t index, Area area, bool listing) {
  Pane *pane = &browser->panes[index];
  bool focused = index == browser->focus;
  if (focused && listing)
    draw_list(browser, area);
  else
    browser_type(pane)->draw(browser_view(pane, pane->open), area, focused);
  pane->area = area;
}

/* Whether a list of what was found has room in the pane. */
static bool has_room(Area area) {
  enum { LIST_WIDTH = 48, LIST_HEIGHT = 5 };
  return area.width >= LIST_WIDTH && area.height >= LIST_HEIGHT;
}

void browser_draw_panes(Browser *browser, Area area, bool listing) {
  static const int minimum[BROWSER_PANES] = {PANE_MIN_WIDTH, PANE_MIN_WIDTH};
  Area areas[BROWSER_PANES];
  if (browser->pane_count == 1) {
    draw_view(browser, browser->focus, area, listing);
    return;
  }
  panes_layout_titled(area, BROWSER_PANES, minimum, browser->focus, areas);
  if (listing && !has_room(areas[browser->focus])) {
    draw_list(browser, area);
    return;
  }
  for (size_t i = 0; i < BROWSER_PANES; i++) {
    Area below = area_part(areas[i], 1, 0, areas[i].height - 1, areas[i].width);
    /* First: what a view says of itself may depend on its size. */
    draw_view(browser, i, below, listing);
    Pane *pane = &browser->panes[i];
    pane->heading = area_part(areas[i], 0, 0, 1, areas[i].width);
    draw_heading(pane, pane->heading, i == browser->focus);
  }
}
