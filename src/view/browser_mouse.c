/* The mouse: a click selects, a double click enters, the wheel scrolls, a tab opens its view. */
#include "view/browser_parts.h"

enum { WHEEL_ROWS = 3 };

static bool holds(Area area, const Mouse *mouse) {
  return mouse->row >= area.top && mouse->row < area.top + area.height && mouse->column >= area.left &&
         mouse->column < area.left + area.width;
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

/* Over a list of hits the wheel and a click do what the keys of the list do. */
static BrowserResult in_list(Browser *browser, const Mouse *mouse) {
  Finder *finder = &browser_pane(browser)->finder;
  Key motion = mouse->kind == MOUSE_WHEEL_UP ? KEYCODE_UP : KEYCODE_DOWN;
  if (!is_click(mouse)) {
    for (int i = 0; i < WHEEL_ROWS && (motion == KEYCODE_DOWN || finder->window.cursor > 0); i++)
      browser_key(browser, motion);
    return BROWSER_GO_ON;
  }
  size_t line = finder->window.top + (size_t)(mouse->row - browser->frame.body.top);
  if (!holds(browser->frame.body, mouse) || line >= finder->window.count)
    return BROWSER_GO_ON;
  window_move(&finder->window, line);
  return mouse->kind == MOUSE_DOUBLE_CLICK ? browser_key(browser, KEYCODE_ENTER) : BROWSER_GO_ON;
}

static BrowserResult in_view(Browser *browser, const Mouse *mouse, size_t index) {
  browser->focus = index;
  Pane *pane = browser_pane(browser);
  const ViewType *type = browser_type(pane);
  if (!is_click(mouse))
    return scroll(browser, mouse);
  if (type->click == NULL || !type->click(browser_view(pane, pane->open), mouse->row - pane->area.top,
                                          mouse->column - pane->area.left))
    return BROWSER_GO_ON;
  browser_follow(browser);
  return mouse->kind == MOUSE_DOUBLE_CLICK ? browser_act(browser, ACTION_ENTER) : BROWSER_GO_ON;
}

BrowserResult browser_mouse(Browser *browser, const Mouse *mouse) {
  if (browser->prompting || browser->command.open)
    return in_list(browser, mouse);
  if (is_click(mouse) && holds(browser->frame.tabs, mouse)) {
    size_t tab = frame_tab_at(&browser->frame, browser_types, BROWSER_VIEWS,
                              browser_pane(browser)->open, mouse->column);
    if (tab < BROWSER_VIEWS)
      browser_open_view(browser, tab);
    return BROWSER_GO_ON;
  }
  if (browser->helping)
    return is_click(mouse) ? BROWSER_GO_ON : scroll(browser, mouse);
  for (size_t i = 0; i < browser->pane_count; i++) {
    size_t index = browser->pane_count == 1 ? browser->focus : i;
    if (holds(browser->panes[index].area, mouse))
      return in_view(browser, mouse, index);
  }
  return BROWSER_GO_ON;
}
