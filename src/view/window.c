#include "view/window.h"

#include "view/extent.h"

static size_t last(const Window *window) { return window->count > 0 ? window->count - 1 : 0; }

/* No blank lines below while there are lines above; the cursor in sight. */
static void settle(Window *window) {
  size_t height = window->height > 0 ? window->height : 1;
  window->cursor = at_most(window->cursor, last(window));
  window->top = at_most(window->top, window->count > height ? window->count - height : 0);
  if (window->top > window->cursor)
    window->top = window->cursor;
  if (window->cursor - window->top >= height)
    window->top = window->cursor - height + 1;
}

void window_set_count(Window *window, size_t count) {
  window->count = count;
  settle(window);
}

void window_set_height(Window *window, size_t height) {
  window->height = height > 0 ? height : 1;
  settle(window);
}

void window_move(Window *window, size_t cursor) {
  window->cursor = cursor;
  settle(window);
}

bool window_click(Window *window, int row) {
  if (row < 0 || (size_t)row >= window->height || window->top + (size_t)row >= window->count)
    return false;
  window_move(window, window->top + (size_t)row);
  return true;
}

void window_carry(Window *window, const Window *old, size_t cursor) {
  size_t above = old->cursor - old->top;
  window->height = old->height;
  window->top = cursor > above ? cursor - above : 0;
  window_move(window, cursor);
}

void window_center(Window *window) {
  size_t half = window->height / 2;
  window->top = window->cursor > half ? window->cursor - half : 0;
  settle(window);
}

static void down(Window *window, size_t lines) {
  size_t room = last(window) - window->cursor;
  window_move(window, window->cursor + at_most(lines, room));
}

static void up(Window *window, size_t lines) {
  window_move(window, window->cursor - at_most(lines, window->cursor));
}

/* A screen on: the cursor keeps its line of the screen where it can. */
static void scroll_down(Window *window, size_t lines) {
  window->top += at_most(lines, last(window));
  down(window, lines);
}

static void scroll_up(Window *window, size_t lines) {
  window->top -= at_most(lines, window->top);
  up(window, lines);
}

static size_t half(const Window *window) { return window->height > 1 ? window->height / 2 : 1; }

static void next_line(Window *window) { down(window, 1); }
static void previous_line(Window *window) { up(window, 1); }
static void page_down(Window *window) { scroll_down(window, window->height); }
static void page_up(Window *window) { scroll_up(window, window->height); }
static void half_down(Window *window) { scroll_down(window, half(window)); }
static void half_up(Window *window) { scroll_up(window, half(window)); }
static void first_line(Window *window) { window_move(window, 0); }
static void last_line(Window *window) { window_move(window, last(window)); }

bool window_act(Window *window, Action action) {
  static const struct {
    Action action;
    void (*move)(Window *window);
  } motions[] = {
      {ACTION_DOWN, next_line},      {ACTION_UP, previous_line},  {ACTION_PAGE_DOWN, page_down},
      {ACTION_PAGE_UP, page_up},     {ACTION_HALF_DOWN, half_down}, {ACTION_HALF_UP, half_up},
      {ACTION_FIRST, first_line},    {ACTION_LAST, last_line},    {ACTION_CENTER, window_center},
  };
  for (size_t i = 0; i < sizeof motions / sizeof *motions; i++)
    if (motions[i].action == action) {
      motions[i].move(window);
      return true;
    }
  return false;
}

void window_write_position(const Window *window, const char *before, Str *out) {
  if (window->count > window->height)
    str_printf(out, "%s%zu/%zu", out->length > 0 ? before : "", window->cursor + 1, window->count);
}
