/* The mouse: a click selects, a double click enters, the wheel scrolls, a tab opens its view. */
#include "view/browser_parts.h"

enum { WHEEL_ROWS = 3 };

static bool holds(Area area, const Mouse *mouse) {
  return area_holds(area, mouse->row, mouse->column);
}

static bool is_click(const Mouse *mouse) {
  return mouse->kind == MOUSE_CLICK || mouse->kind == MOUSE_DOUBLE_CLICK;
}

static Action wheel_action(const Mouse *mouse) {
  return mouse->kind == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN;
}

static EventResult scroll(Browser *browser, const Mouse *mouse) {
  for (int i = 0; i < WHEEL_ROWS; i++)
    browser_act(browser, wheel_action(mouse));
  return RESULT_GO_ON;
}

/* Selects the line of a list that was clicked. True: it is to be entered. */
static bool click_line(Window *window, Area area, const Mouse *mouse) {
  return holds(area, mouse) && window_click(window, mouse->row - area.top) &&
         mouse->kind == MOUSE_DOUBLE_CLICK;
}

/* While a line is typed, the mouse is for what is listed beside it alone: the rows of a view may
 * change under the pointer. */
static EventResult beside_line(Browser *browser, const Mouse *mouse) {
  Window *window = browser_typing_list(browser);
  if (window == NULL)
    return RESULT_GO_ON;
  Area area = window == &browser->help.window ? browser->frame.body : browser->list;
  if (is_click(mouse))
    return click_line(window, area, mouse) ? browser_key(browser, KEYCODE_ENTER) : RESULT_GO_ON;
  for (int i = 0; i < WHEEL_ROWS; i++)
    window_act(window, wheel_action(mouse));
  return RESULT_GO_ON;
}

static EventResult in_list(Browser *browser, const Mouse *mouse, Window *window, Area area) {
  if (!is_click(mouse))
    return scroll(browser, mouse);
  return click_line(window, area, mouse) ? browser_act(browser, ACTION_ENTER) : RESULT_GO_ON;
}

/* The pane under the pointer takes the keys, and of its own panes the one there. */
static EventResult in_view(Browser *browser, const Mouse *mouse, size_t index) {
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
                                                       : RESULT_GO_ON;
}

static EventResult on_tabs(Browser *browser, const Mouse *mouse) {
  size_t tab = frame_tab_at(&browser->frame, browser_types, BROWSER_VIEWS,
                            browser_pane(browser)->open, mouse->column);
  if (tab < BROWSER_VIEWS)
    browser_open_view(browser, tab);
  return RESULT_GO_ON;
}

static EventResult on_hints(Browser *browser, const Mouse *mouse) {
  Action action = frame_hint_at(&browser->frame, browser->keys, browser_key_contexts(browser),
                                browser_was_led(browser), mouse->column);
  return action != ACTION_NONE ? browser_act(browser, action) : RESULT_GO_ON;
}

static EventResult on_panes(Browser *browser, const Mouse *mouse) {
  for (size_t i = 0; i < browser->pane_count; i++) {
    size_t index = browser->pane_count == 1 ? browser->focus : i;
    const Pane *pane = &browser->panes[index];
    if (holds(pane->area, mouse))
      return in_view(browser, mouse, index);
    if (is_click(mouse) && browser->pane_count > 1 && holds(pane->heading, mouse))
      browser->focus = index;
  }
  return RESULT_GO_ON;
}

EventResult browser_mouse(Browser *browser, const Mouse *mouse) {
  browser_end_wait(browser);
  if (browser->typing != NULL)
    return beside_line(browser, mouse);
  if (is_click(mouse) && holds(browser->frame.tabs, mouse))
    return on_tabs(browser, mouse);
  if (is_click(mouse) && holds(browser->frame.hints, mouse))
    return browser->hinted ? on_hints(browser, mouse) : RESULT_GO_ON;
  if (browser->helping)
    return in_list(browser, mouse, &browser->help.window, browser->frame.body);
  if (browser->referring)
    return in_list(browser, mouse, &browser_pane(browser)->finder.window, browser->list);
  return on_panes(browser, mouse);
}
