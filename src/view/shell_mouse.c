/* The mouse round the content: a click on a hint does it, one on a line of a list selects it, a
 * second one enters, the wheel scrolls. */
#include "view/shell_parts.h"

enum { WHEEL_ROWS = 3 };

static Action wheel_action(const Mouse *mouse) {
  return mouse->kind == MOUSE_WHEEL_UP ? ACTION_UP : ACTION_DOWN;
}

EventResult shell_scroll(Shell *shell, const Mouse *mouse) {
  for (int i = 0; i < WHEEL_ROWS; i++)
    shell_act(shell, wheel_action(mouse));
  return RESULT_GO_ON;
}

/* Selects the line of a list that was clicked. True: it is to be entered. */
static bool click_line(Window *window, Area area, const Mouse *mouse) {
  return mouse_is_in(mouse, area) && window_click(window, mouse->row - area.top) &&
         mouse->kind == MOUSE_DOUBLE_CLICK;
}

/* While a line is typed, the mouse is for what is listed beside it alone: the rows of a view may
 * change under the pointer. */
static EventResult beside_line(Shell *shell, const Mouse *mouse) {
  Window *window = shell_typing_list(shell);
  if (window == NULL)
    return RESULT_GO_ON;
  if (mouse_clicks(mouse))
    return click_line(window, shell->list, mouse) ? shell_key(shell, KEYCODE_ENTER) : RESULT_GO_ON;
  for (int i = 0; i < WHEEL_ROWS; i++)
    window_act(window, wheel_action(mouse));
  return RESULT_GO_ON;
}

EventResult shell_mouse_in_list(Shell *shell, const Mouse *mouse, Window *window, Area area) {
  if (!mouse_clicks(mouse))
    return shell_scroll(shell, mouse);
  return click_line(window, area, mouse) ? shell_act(shell, ACTION_ENTER) : RESULT_GO_ON;
}

static EventResult on_hints(Shell *shell, const Mouse *mouse) {
  Action action = shell->hinted
                      ? frame_hint_at(&shell->frame, shell->keys, shell_contexts(shell),
                                      shell_was_led(shell), mouse->column)
                      : ACTION_NONE;
  return action != ACTION_NONE ? shell_act(shell, action) : RESULT_GO_ON;
}

/* Where there was no room to draw, there is nothing to point at. */
EventResult shell_mouse(Shell *shell, const Mouse *mouse) {
  shell_end_wait(shell);
  if (shell->frame.body.canvas == NULL)
    return RESULT_GO_ON;
  if (shell->typing != NULL)
    return beside_line(shell, mouse);
  if (mouse_clicks(mouse) && mouse_is_in(mouse, shell->frame.hints))
    return on_hints(shell, mouse);
  bool on_tabs = mouse_clicks(mouse) && mouse_is_in(mouse, shell->frame.tabs);
  if (shell->helping && !on_tabs)
    return shell_mouse_in_list(shell, mouse, &shell->help.window, shell->frame.body);
  return shell->type->mouse(shell->content, mouse);
}
