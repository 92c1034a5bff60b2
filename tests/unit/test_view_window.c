#include <criterion/criterion.h>

#include "view/window.h"

static Window window_of(size_t count, size_t height) {
  Window window = {.height = height};
  window_set_count(&window, count);
  return window;
}

static void expect(const Window *window, size_t cursor, size_t top) {
  cr_expect_eq(window->cursor, cursor, "cursor %zu, not %zu", window->cursor, cursor);
  cr_expect_eq(window->top, top, "top %zu, not %zu", window->top, top);
}

Test(window, scrolls_as_little_as_possible) {
  Window window = window_of(100, 10);
  window_move(&window, 9);
  expect(&window, 9, 0);
  window_move(&window, 10);
  expect(&window, 10, 1);
  window_move(&window, 50);
  expect(&window, 50, 41);
  window_move(&window, 45);
  expect(&window, 45, 41);
  window_move(&window, 40);
  expect(&window, 40, 40);
  window_move(&window, 1000);
  expect(&window, 99, 90);
}

Test(window, moves_by_lines_screens_and_to_the_ends) {
  Window window = window_of(100, 10);
  static const struct { Action action; size_t cursor, top; } steps[] = {
      {ACTION_UP, 0, 0},        {ACTION_DOWN, 1, 0},       {ACTION_PAGE_DOWN, 11, 10},
      {ACTION_HALF_DOWN, 16, 15}, {ACTION_HALF_UP, 11, 10}, {ACTION_PAGE_UP, 1, 0},
      {ACTION_PAGE_UP, 0, 0},   {ACTION_LAST, 99, 90},     {ACTION_PAGE_DOWN, 99, 90},
      {ACTION_UP, 98, 90},      {ACTION_FIRST, 0, 0},
  };
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    cr_expect(window_act(&window, steps[i].action));
    expect(&window, steps[i].cursor, steps[i].top);
  }
  cr_expect_not(window_act(&window, ACTION_ENTER));
}

Test(window, keeps_the_cursor_in_sight_when_it_shrinks) {
  Window window = window_of(100, 20);
  window_move(&window, 15);
  window_set_height(&window, 5);
  expect(&window, 15, 11);
  window_set_height(&window, 40);
  expect(&window, 15, 11);
  window_set_count(&window, 12);
  expect(&window, 11, 0);
}

Test(window, shows_no_emptiness_while_there_are_lines_above) {
  Window window = window_of(100, 10);
  window_move(&window, 99);
  window_set_height(&window, 30);
  expect(&window, 99, 70);
}

Test(window, may_be_empty) {
  Window window = window_of(0, 0);
  for (int action = ACTION_NONE; action < ACTION_COUNT; action++) {
    window_act(&window, (Action)action);
    expect(&window, 0, 0);
  }
  window_set_height(&window, 0);
  cr_expect_eq(window.height, 1);
}

Test(window, centers) {
  Window window = window_of(100, 11);
  window_move(&window, 50);
  window_center(&window);
  expect(&window, 50, 45);
  window_move(&window, 2);
  window_center(&window);
  expect(&window, 2, 0);
}
