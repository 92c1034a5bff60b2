/* The mouse: a click selects, a double click enters, the wheel scrolls, a tab opens its view. */
#include "view/browser_parts.h"

enum { WHEEL_ROWS = 3 };

static bool holds(Area area, const Mouse *mouse) {
  return area_holds(area, mouse->row, mouse->column);
}

static bool is_click(const Mouse *mouse) {
  return mouse->kind == MOUSE_CLICK || mouse->kind == MOUSE_DOUBLE_CLICK;
}

static BrowserResult scroll(Browser *browser, const Mouse *mouse) {
  Action action = mouse->kind == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN;
  for (int i = 0; i < WHEEL_ROWS; i++)
    browser_act(browser, action);
  return BROWSER_GO_ON;
}

/* Selects the line of a list that was clicked. True: it was a double click. */
static bool click_list(Browser *browser, const Mouse *mouse) {
  Window *window = &browser_pane(browser)->finder.window;
  size_t line = window->top + (size_t)(mouse->row - browser->list.top);
  if (!holds(browser->list, mouse) || line >= window->count)
    return false;
  window_move(window, line);
  return mouse->kind == MOUSE_DOUBLE_CLICK;
}

/* Over a list of hits the wheel and a click do what the keys of the list do. */
static BrowserResult in_list(Browser *browser, const Mouse *mouse) {
  Finder *finder = &browser_pane(browser)->finder;
  Key motion = mouse->kind == MOUSE_WHEEL_UP ? KEYCODE_UP : KEYCODE_DOWN;
  if (!is_click(mouse)) {
    for (int i = 0; i < WHEEL_ROWS && (motion == KEYCODE_DOWN || finder->window.cursor > 0); i++)
      browser_key(browser, motion);
    return BROWSER_GO_ON;
  }
  return click_list(browser, mouse) ? browser_key(browser, KEYCODE_ENTER) : BROWSER_GO_ON;
}

static BrowserResult in_references(Browser *browser, const Mouse *mouse) {
  if (!is_click(mouse))
    return scroll(browser, mouse);
  return click_list(browser, mouse) ? browser_act(browser, ACTION_ENTER) : BROWSER_GO_ON;
}

/* The pane under the pointer takes the keys, and of its own panes the one there. */
static BrowserResult in_view(Browser *browser, const Mouse *mouse, size_t index) {
  browser->focus = index;
  Pane *pane = browser_pane(browser);
  const ViewType *type = browser_type(pane);
  void *view = browser_view(pane, pane->open);
  int row = mouse->row - pane->area.top, column = mouse->column - pane->area.left;
  if (type->point != NULL)
    type->point(view, row, column);
  if (!is_click(mouse))
    return scroll(browser, mouse);
  bool selected = type->click != NULL && type->click(view, row, column);
  browser_follow(browser);
  return selected && mouse->kind == MOUSE_DOUBLE_CLICK ? browser_act(browser, ACTION_ENTER)
                                                       : BROWSER_GO_ON;
}

static BrowserResult in_help(Browser *browser, const Mouse *mouse) {
  if (!is_click(mouse))
    return scroll(browser, mouse);
  bool selected = holds(browser->frame.body, mouse) &&
                  help_click(&browser->help, mouse->row - browser->frame.body.top);
  return selected && mouse->kind == MOUSE_DOUBLE_CLICK ? browser_act(browser, ACTION_ENTER)
                                                       : BROWSER_GO_ON;
}

static BrowserResult on_tabs(Browser *browser, const Mouse *mouse) {
  size_t tab = frame_tab_at(&browser->frame, browser_types, BROWSER_VIEWS,
                            browser_pane(browser)->open, mouse->column);
  if (tab < BROWSER_VIEWS)
    browser_open_view(browser, tab);
  return BROWSER_GO_ON;
}

static BrowserResult on_hints(Browser *browser, const Mouse *mouse) {
  Action action = frame_hint_at(&browser->frame, browser->keys, browser_key_contexts(browser),
                                mouse->column);
  return action != ACTION_NONE ? browser_act(browser, action) : BROWSER_GO_ON;
}

static BrowserResult on_panes(Browser *browser, const Mouse *mouse) {
  for (size_t i = 0; i < browser->pane_count; i++) {
    size_t index = browser->pane_count == 1 ? browser->focus : i;
    const Pane *pane = &browser->panes[index];
    if (holds(pane->area, mouse))
      return in_view(browser, mouse, index);
    if (is_click(mouse) && browser->pane_count > 1 && holds(pane->heading, mouse))
      browser->focus = index;
  }
  return BROWSER_GO_ON;
}

BrowserResult browser_mouse(Browser *browser, const Mouse *mouse) {
  browser->awaiting = ACTION_NONE;
  browser->first_key = 0;
  if (browser->filtering)
    return BROWSER_GO_ON; /* the rows under the pointer change while a filter is typed */
  if (browser->prompting || browser->command.open)
    return in_list(browser, mouse);
  if (is_click(mouse) && holds(browser->frame.tabs, mouse))
    return on_tabs(browser, mouse);
  if (is_click(mouse) && holds(browser->frame.hints, mouse))
    return browser->hinted ? on_hints(browser, mouse) : BROWSER_GO_ON;
  if (browser->referring)
    return in_references(browser, mouse);
  return browser->helping ? in_help(browser, mouse) : on_panes(browser, mouse);
}
