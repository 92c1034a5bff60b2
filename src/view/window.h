/* Scrolling, knowing neither a screen nor any data: a cursor among `count`
 * lines, `height` of which are seen from `top` on. */
#ifndef BUDGETTUI_VIEW_WINDOW_H
#define BUDGETTUI_VIEW_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "view/action.h"

typedef struct {
  size_t count, cursor, top;
  size_t height; /* at least 1 */
} Window;

void window_set_count(Window *window, size_t count);  /* keeps cursor and top in range */
void window_set_height(Window *window, size_t height); /* keeps the cursor in sight */
void window_move(Window *window, size_t cursor); /* goes there, scrolling as little as possible */
/* Goes to the line seen in that row of the window; false when there is none. */
bool window_click(Window *window, int row);
/* Goes to a line that stands for the cursor of another window, as high on the screen as that
 * was. */
void window_carry(Window *window, const Window *old, size_t cursor);
void window_center(Window *window);
/* Adds the cursor's line and how many there are, "12/345", where not all are in sight; `before` it,
 * if anything stands there already. */
void window_write_position(const Window *window, const char *before, Str *out);
/* Moves by a motion action; false when it is none. */
bool window_act(Window *window, Action action);

#endif
