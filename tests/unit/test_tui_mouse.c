#include <criterion/criterion.h>

#include "tui/mouse.h"

static MouseClicks clicks;

static void expect(const char *parameters, double now, bool means, MouseKind kind, int row,
                   int column) {
  Mouse mouse = {.row = -1};
  cr_expect_eq(mouse_parse(&clicks, parameters, now, &mouse), means, "%s", parameters);
  if (means)
    cr_expect(mouse.kind == kind && mouse.row == row && mouse.column == column, "%s: %d at %d, %d",
              parameters, (int)mouse.kind, mouse.row, mouse.column);
}

Test(mouse, doubles_clicks_of_one_cell_within_a_moment) {
  expect("0;3;2", 1.0, true, MOUSE_CLICK, 1, 2);
  expect("0;3;2", 1.39, true, MOUSE_DOUBLE_CLICK, 1, 2);
  expect("0;3;2", 1.5, true, MOUSE_CLICK, 1, 2);
  expect("0;3;2", 1.91, true, MOUSE_CLICK, 1, 2);
  expect("0;3;3", 2.0, true, MOUSE_CLICK, 2, 2);
  expect("2;3;3", 2.1, false, MOUSE_CLICK, 0, 0);
  expect("0;3;3", 2.2, true, MOUSE_CLICK, 2, 2);
}

Test(mouse, reads_reports_and_nothing_else) {
  static const char *const nonsense[] = {
      "",       "0",     "0;1",     "0;0;1",  "0;1;0",  "0;1;1;1", "-1;1;1",
      "x;1;1",  "0;-1;-1", "0;1;1x", "32;1;1", "3;1;1",  "66;1;1",  "0;1000000000;1",
      "1000000;1;1"};
  for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++)
    expect(nonsense[i], 0, false, MOUSE_CLICK, 0, 0);
  expect("64;10;20", 0, true, MOUSE_WHEEL_UP, 19, 9);
  expect("65;10;20", 0, true, MOUSE_WHEEL_DOWN, 19, 9);
  expect("16;1;1", 0, true, MOUSE_CLICK, 0, 0); /* with Control */
}
