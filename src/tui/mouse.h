/* What a terminal tells of the mouse: reports of buttons to the Mouse of view/event.h.
 *
 * Asked for are presses and the wheel, not motion. Two presses of the left button on one cell, soon
 * after each other, are a double click; other buttons, releases and motion mean nothing. */
#ifndef BUDGETTUI_TUI_MOUSE_H
#define BUDGETTUI_TUI_MOUSE_H

#include <stdbool.h>

#include "view/event.h"

/* The last press; a cleared one is none. */
typedef struct {
  bool awaited; /* a second one may follow */
  double when;
  int row, column;
} MouseClicks;

/* A report as the terminal counts: the button with its bits, cells from 1 on. `now` in seconds.
 * False when it means nothing. */
bool mouse_press(MouseClicks *clicks, int button, int column, int row, double now, Mouse *mouse);
/* The same for the parameters "BUTTON;COLUMN;ROW" of a press. */
bool mouse_parse(MouseClicks *clicks, const char *parameters, double now, Mouse *mouse);

#endif
