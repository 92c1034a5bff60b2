/* The mouse on a document: a click selects, a double click enters, the wheel scrolls, a tab opens
 * its view. */
#include "view/browser_parts.h"

/* The pane under the pointer takes the keys, and of its own panes the one there. */
static EventResult in_view(Browser *browser, const Mouse *mouse, size_t index) {
  browser->focus = index;
  Pane *pane = browser_pane(browser);
  const ViewType *type = browser_type(pane);
  void *view = browser_view(pane, pane->open);
  int row = mouse->row - pane->area.top, column = mouse->column - pane->area.left;
  if (type->point != NULL)
    type->point(view, row, column);
  if (!mouse_clicks(mouse))
    return shell_scroll(browser->shell, mouse);
  bool selected = type->click != NULL && type->click(view, row, column);
  browser_follow(browser);
  return selected && mouse->kind == MOUSE_DOUBLE_CLICK ? shell_act(browser->shell, ACTION_ENTER)
                                                       : RESULT_GO_ON;
}

static EventResult on_tabs(Browser *browser, const Mouse *mouse) {
  size_t tab = frame_tab_at(&browser->shell->frame, browser_types, BROWSER_VIEWS,
                            browser_pane(browser)->open, mouse->column);
  if (tab < BROWSER_VIEWS)
    browser_open_view(browser, tab);
  return RESULT_GO_ON;
}

static EventResult on_panes(Browser *browser, const Mouse *mouse) {
  for (size_t i = 0; i < browser->pane_count; i++) {
    size_t index = browser->pane_count == 1 ? browser->focus : i;
    const Pane *pane = &browser->panes[index];
    if (mouse_is_in(mouse, pane->area))
      return in_view(browser, mouse, index);
    if (mouse_clicks(mouse) && browser->pane_count > 1 && mouse_is_in(mouse, pane->heading))
      browser->focus = index;
  }
  return RESULT_GO_ON;
}

EventResult browser_mouse(void *content, const Mouse *mouse) {
  Browser *browser = content;
  Shell *shell = browser->shell;
  if (mouse_clicks(mouse) && mouse_is_in(mouse, shell->frame.tabs))
    return on_tabs(browser, mouse);
  if (browser->referring)
    return shell_mouse_in_list(shell, mouse, &browser_pane(browser)->finder.window, shell->list);
  return on_panes(browser, mouse);
}
