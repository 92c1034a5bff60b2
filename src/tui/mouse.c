#include "tui/mouse.h"

#include <stdio.h>

enum {
  BUTTON_LEFT = 0,
  BUTTON_HELD = 4 | 8 | 16, /* Shift, Alt, Control */
  BUTTON_MOTION = 32,
  BUTTON_WHEEL_UP = 64,
  BUTTON_WHEEL_DOWN = 65,
  MOST_CELLS = 100000
};
static const double DOUBLE_CLICK_SECONDS = 0.4;

/* After a double click the next one is a single one again. */
static MouseKind click(MouseClicks *clicks, const Mouse *mouse, double now) {
  bool second = clicks->awaited && clicks->row == mouse->row && clicks->column == mouse->column &&
                now - clicks->when <= DOUBLE_CLICK_SECONDS;
  *clicks = (MouseClicks){!second, now, mouse->row, mouse->column};
  return second ? MOUSE_DOUBLE_CLICK : MOUSE_CLICK;
}

bool mouse_press(MouseClicks *clicks, int button, int column, int row, double now, Mouse *mouse) {
  *mouse = (Mouse){.row = row - 1, .column = column - 1};
  if (row < 1 || column < 1 || row > MOST_CELLS || column > MOST_CELLS || (button & BUTTON_MOTION))
    return false;
  switch (button & ~BUTTON_HELD) {
  case BUTTON_LEFT:
    mouse->kind = click(clicks, mouse, now);
    return true;
  case BUTTON_WHEEL_UP:
    mouse->kind = MOUSE_WHEEL_UP;
    return true;
  case BUTTON_WHEEL_DOWN:
    mouse->kind = MOUSE_WHEEL_DOWN;
    return true;
  default:
    clicks->awaited = false;
    return false;
  }
}

bool mouse_parse(MouseClicks *clicks, const char *parameters, double now, Mouse *mouse) {
  int button, column, row, end = 0;
  if (sscanf(parameters, "%6d;%6d;%6d%n", &button, &column, &row, &end) < 3 || parameters[end])
    return false;
  return button >= 0 && mouse_press(clicks, button, column, row, now, mouse);
}
