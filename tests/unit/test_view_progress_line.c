#include <criterion/criterion.h>
#include <string.h>

#include "language.h"
#include "text/width.h"
#include "view/progress_line.h"

/* What a canvas of this size shows of a work, over a row of text in each line. */
static void expect(int height, int width, bool plain, Work work, uint64_t done, uint64_t total,
                   const char *lines) {
  Canvas canvas;
  Str text = STR_EMPTY;
  width_set_ambiguous(1);
  language_use("en");
  canvas_init(&canvas, height, width);
  canvas.plain = plain;
  for (int row = 0; row < height; row++)
    area_text(canvas_area(&canvas), row, 0, STYLE_NORMAL, "text");
  progress_line_draw(&canvas, work, done, total);
  canvas_write(&canvas, &text);
  cr_expect_str_eq(text.data, lines);
  str_free(&text);
  canvas_free(&canvas);
}

Test(progress_line, tells_count_and_share) {
  expect(3, 60, false, WORK_SORTING, 500000, 1000000,
         "text\n sorting: 500,000 of 1,000,000 accounts  50%  ██████▌\n ^C stop\n");
}

Test(progress_line, tells_bytes) {
  expect(2, 40, false, WORK_READING, 12345678, 45600000,
         " reading: 12.3 of 45.6 MB  27%\n ^C stop\n");
  expect(2, 40, false, WORK_READING, 12345678, 0, " reading: 12.3 MB\n ^C stop\n");
  expect(2, 40, false, WORK_READING, 0, 0, " reading: 0.0 MB\n ^C stop\n");
}

Test(progress_line, has_no_bar_on_a_plain_canvas) {
  expect(2, 80, true, WORK_CHECKING, 1, 2, " checking: 1 of 2 accounts  50%\n ^C stop\n");
}

Test(progress_line, fits_where_there_is_little_room) {
  expect(1, 30, false, WORK_SEARCHING, 999, 1000, " searching: 999 of 1,000 texts\n");
  expect(1, 5, false, WORK_SEARCHING, 999, 1000, " sear\n");
  expect(0, 5, false, WORK_SEARCHING, 999, 1000, "");
}

Test(progress_line, does_not_overflow) {
  expect(1, 100, true, WORK_IMPORTING, UINT64_MAX, UINT64_MAX,
         " importing: 18,446,744,073,709,551,615 of 18,446,744,073,709,551,615 pages  100%\n");
  expect(1, 100, true, WORK_IMPORTING, UINT64_MAX / 2, UINT64_MAX,
         " importing: 9,223,372,036,854,775,807 of 18,446,744,073,709,551,615 pages  50%\n");
  expect(1, 60, true, WORK_IMPORTING, 7, 3, " importing: 7 of 3 pages  100%\n");
}
