#include <criterion/criterion.h>
#include <string.h>

#include "text/width.h"
#include "view/canvas.h"
#include "view/panes.h"

static Canvas canvas;
static Str text;

static void setup(void) {
  width_set_ambiguous(1);
  canvas_init(&canvas, 3, 10);
  text = (Str)STR_EMPTY;
}

static void teardown(void) {
  canvas_free(&canvas);
  str_free(&text);
}

/* The body of each test ends with this: the leak check comes before a teardown. */
static void expect_canvas(const char *lines) {
  str_clear(&text);
  canvas_write(&canvas, &text);
  cr_expect_str_eq(text.data, lines);
}

static void expect_styles(const char *runs) {
  str_clear(&text);
  canvas_write_styles(&canvas, &text);
  cr_expect_str_eq(text.data, runs);
}

Test(canvas, text_is_clipped_at_the_edge) {
  setup();
  Area area = canvas_area(&canvas);
  cr_expect_eq(area_text(area, 0, 0, STYLE_NORMAL, "一般公共服务支出"), 10);
  cr_expect_eq(area_text(area, 1, 8, STYLE_NORMAL, "ab"), 2);
  cr_expect_eq(area_text(area, 2, 12, STYLE_NORMAL, "ab"), 0);
  cr_expect_eq(area_text(area, 3, 0, STYLE_NORMAL, "ab"), 0);
  cr_expect_eq(area_text(area, -1, 0, STYLE_NORMAL, "ab"), 0);
  expect_canvas("一般公共服\n        ab\n\n");
  teardown();
}

Test(canvas, half_of_a_wide_character_is_never_painted) {
  setup();
  Area area = canvas_area(&canvas);
  area_text(area, 0, 7, STYLE_NORMAL, "支出"); /* the second one would stand half outside */
  area_text(area, 1, -1, STYLE_NORMAL, "支出");
  cr_expect_eq(canvas.cells[9].chars[0], ' ');
  expect_canvas("       支\n 出\n\n");
  teardown();
}

Test(canvas, what_covers_half_a_wide_character_blanks_both_halves) {
  setup();
  Area area = canvas_area(&canvas);
  area_text(area, 0, 0, STYLE_NORMAL, "科目编码");
  area_text(area, 0, 3, STYLE_NORMAL, "xx"); /* the right half of 目, the left half of 编 */
  expect_canvas("科 xx 码\n\n\n");
  area_text(area, 0, 1, STYLE_NORMAL, "名");
  expect_canvas(" 名xx 码\n\n\n");
  teardown();
}

Test(canvas, a_sign_is_repeated_within_the_area_and_parts_what_it_covers_half) {
  setup();
  Area area = canvas_area(&canvas);
  area_text(area, 0, 0, STYLE_NORMAL, "科目编码");
  area_repeat(area, 0, 1, 4, STYLE_RULE, "─");
  area_repeat(area, 1, 8, 9, STYLE_RULE, "-");
  area_repeat(area, 1, -3, 5, STYLE_RULE, "=");
  area_repeat(area, 2, 4, -1, STYLE_RULE, "-");
  area_repeat(area, 3, 0, 4, STYLE_RULE, "-");
  expect_canvas(" ──── 码\n==      --\n\n");
  expect_styles("0:1-4 rule\n1:0-1 rule\n1:8-9 rule\n");
  teardown();
}

Test(canvas, a_part_of_an_area_keeps_what_is_painted_inside_it) {
  setup();
  Area part = area_part(canvas_area(&canvas), 1, 2, 5, 3);
  cr_expect_eq(part.height, 2);
  area_text(part, 0, 0, STYLE_NORMAL, "行政运行");
  area_text(part, 5, 0, STYLE_NORMAL, "x");
  expect_canvas("\n  行\n\n");
  Area none = area_part(canvas_area(&canvas), 7, 20, 2, 2);
  cr_expect_eq(none.height, 0);
  cr_expect_eq(none.width, 0);
  teardown();
}

Test(canvas, text_is_fitted_into_a_width) {
  setup();
  Area area = canvas_area(&canvas);
  cr_expect_eq(area_fit(area, 0, 0, 7, STYLE_NORMAL, FIT_LEFT, "住房保障支出", strlen("住房保障支出")), 7);
  area_fit(area, 1, 1, 8, STYLE_NORMAL, FIT_RIGHT, "48.93", 5);
  area_fit(area, 2, 0, 8, STYLE_NORMAL, FIT_CENTER, "收入", 6);
  area_text(area, 2, 8, STYLE_NORMAL, "|");
  expect_canvas("住房保…\n    48.93\n  收入  |\n");
  cr_expect_eq(area_fit(area, 0, 8, 4, STYLE_NORMAL, FIT_LEFT, "ab", 2), 2);
  expect_canvas("住房保… ab\n    48.93\n  收入  |\n");
  teardown();
}

Test(canvas, text_of_a_document_cannot_disturb) {
  setup();
  area_text(canvas_area(&canvas), 0, 0, STYLE_NORMAL, "a\x1b[1mb\n\xe2\x80\xae" "c");
  expect_canvas("a\xef\xbf\xbd[1mb c\n\n\n");
  teardown();
}

Test(canvas, a_mark_stays_with_its_base) {
  setup();
  cr_expect_eq(area_text(canvas_area(&canvas), 0, 0, STYLE_NORMAL, "e\xcc\x81x"), 2);
  cr_expect_eq(canvas.cells[0].chars[1], 0x301);
  expect_canvas("e\xcc\x81x\n\n\n");
  teardown();
}

Test(canvas, bars_show_eighths) {
  setup();
  static const struct { int64_t permille; const char *line; } bars[] = {
      {0, "    |\n"},     {1, "▏   |\n"},    {125, "▌   |\n"},    {500, "██  |\n"},
      {999, "███▉|\n"},   {1000, "████|\n"}, {1500, "████|\n"},   {-20, "    |\n"},
  };
  for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
    canvas_resize(&canvas, 1, 5);
    cr_expect_eq(area_bar(canvas_area(&canvas), 0, 0, 4, STYLE_BAR, bars[i].permille), 4);
    area_text(canvas_area(&canvas), 0, 4, STYLE_NORMAL, "|");
    expect_canvas(bars[i].line);
  }
  teardown();
}

Test(canvas, signs_are_ascii_where_ambiguous_characters_are_wide) {
  setup();
  Area area = canvas_area(&canvas);
  width_set_ambiguous(2);
  cr_expect_str_eq(glyph_text(&canvas, GLYPH_OPEN), "-");
  cr_expect_eq(glyph_width(&canvas, GLYPH_ELLIPSIS), 2);
  area_fit(area, 0, 0, 7, STYLE_NORMAL, FIT_LEFT, "住房保障支出", strlen("住房保障支出"));
  area_rule(area_part(area, 1, 0, 1, 4), 0, STYLE_RULE);
  area_bar(area, 2, 0, 4, STYLE_BAR, 600);
  expect_canvas("住房..\n----\n##\n");
  for (int glyph = 0; glyph < GLYPH_COUNT; glyph++)
    for (const char *sign = glyph_text(&canvas, (Glyph)glyph); *sign != '\0'; sign++)
      cr_expect(*sign > ' ' && *sign < 0x7f);
  width_set_ambiguous(1);
  teardown();
}

Test(canvas, every_sign_is_one_column_in_both_forms) {
  setup();
  for (int glyph = 0; glyph < GLYPH_ENTER; glyph++) {
    cr_expect_eq(glyph_width(&canvas, (Glyph)glyph), 1);
    canvas.ascii = true;
    if (glyph != GLYPH_ELLIPSIS)
      cr_expect_eq(glyph_width(&canvas, (Glyph)glyph), 1);
    canvas.ascii = false;
  }
  teardown();
}

Test(canvas, styles_are_told_as_runs) {
  setup();
  Area area = canvas_area(&canvas);
  area_text(area, 0, 0, STYLE_CODE, "201");
  area_text(area, 0, 4, STYLE_TOTAL, "合计");
  area_mark(area, 0, 4, 2, STYLE_MATCH);
  area_mark(area, 0, -3, 40, STYLE_SELECTED);
  area_fill(area_part(area, 2, 8, 1, 9), STYLE_STATUS);
  expect_styles("0:0-2 code+selected\n0:3-3 normal+selected\n0:4-5 total+match+selected\n"
                "0:6-7 total+selected\n0:8-9 normal+selected\n2:8-9 status\n");
  canvas_clear(&canvas);
  expect_styles("");
  teardown();
}

/* Whatever is painted wherever: every row is as wide as the canvas. */
static void expect_whole(void) {
  for (int row = 0; row < canvas.height; row++)
    for (int column = 0; column < canvas.width;) {
      const CanvasCell *cell = &canvas.cells[row * canvas.width + column];
      cr_assert(cell->chars[0] != 0 && (cell->width == 1 || cell->width == 2), "%d:%d", row, column);
      if (cell->width == 2)
        cr_assert(column + 1 < canvas.width && cell[1].chars[0] == 0);
      column += cell->width;
    }
}

Test(canvas, stays_whole_whatever_is_painted) {
  setup();
  static const char *const texts[] = {"科目", "a", "“三公”", "·x", "…", "支出ab支"};
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
    unsigned seed = 7;
    width_set_ambiguous(ambiguous);
    canvas_clear(&canvas);
    for (int i = 0; i < 3000; i++) {
      seed = seed * 1103515245u + 12345u;
      int row = (int)(seed >> 8) % 3, column = (int)(seed >> 12) % 14 - 2;
      const char *painted = texts[(seed >> 20) % 6];
      if ((seed >> 28) % 2 == 0)
        area_text(canvas_area(&canvas), row, column, STYLE_NORMAL, painted);
      else
        area_fit(canvas_area(&canvas), row, column, (int)(seed >> 16) % 7, STYLE_DIM, FIT_RIGHT,
                 painted, strlen(painted));
      expect_whole();
    }
  }
  width_set_ambiguous(1);
  teardown();
}

Test(panes, stand_side_by_side_or_stacked) {
  setup();
  static const int minimum[] = {20, 40};
  Area out[2];
  canvas_resize(&canvas, 5, 80);
  cr_expect_eq(panes_layout(canvas_area(&canvas), 2, minimum, out), 2);
  cr_expect_eq(out[0].width + 1 + out[1].width, 80);
  cr_expect_geq(out[0].width, 20);
  cr_expect_geq(out[1].width, 40);
  cr_expect_eq(out[1].left, out[0].width + 1);
  cr_expect_eq(canvas.cells[out[0].width].chars[0], 0x2502);
  canvas_resize(&canvas, 8, 71);
  cr_expect(panes_stacked(canvas_area(&canvas), 2, minimum));
  cr_expect_eq(panes_layout(canvas_area(&canvas), 2, minimum, out), 2);
  cr_expect_eq(out[0].height + 1 + out[1].height, 8);
  cr_expect_eq(out[1].width, 71);
  cr_expect_eq(canvas.cells[out[0].height * 71].chars[0], 0x2500);
  canvas_resize(&canvas, 1, 40);
  cr_expect_eq(panes_layout(canvas_area(&canvas), 2, minimum, out), 0);
  teardown();
}

Test(canvas, cuts_no_amount_short_of_its_own_width) {
  setup();
  cr_expect_eq(area_printf(canvas_area(&canvas), 0, 0, STYLE_AMOUNT, "%d.%02d", 5, 7), 4);
  expect_canvas("5.07\n\n\n");
  expect_styles("0:0-3 amount\n");
  teardown();
}

Test(canvas, plain_has_neither_lines_nor_bars_and_a_cursor) {
  setup();
  canvas.plain = true;
  Area area = canvas_area(&canvas);
  area_rule(area, 0, STYLE_RULE);
  area_bar(area, 1, 0, 10, STYLE_BAR, 500);
  area_glyph(area, 2, 0, STYLE_RULE, GLYPH_BRANCH);
  area_glyph(area, 2, 2, STYLE_NORMAL, GLYPH_OPEN);
  expect_canvas("\n\n  -\n");
  area_mark(area, 0, 0, 4, STYLE_MATCH);
  cr_expect_eq(canvas.cursor_row, -1);
  area_mark(area_part(area, 1, 2, 2, 8), 1, -1, 4, STYLE_SELECTED);
  area_mark(area, 0, 5, 4, STYLE_SELECTED);
  cr_expect(canvas.cursor_row == 2 && canvas.cursor_column == 2, "%d, %d", canvas.cursor_row,
            canvas.cursor_column);
  teardown();
}

Test(canvas, only_a_plain_one_has_a_cursor_where_a_row_is_selected) {
  setup();
  area_mark(canvas_area(&canvas), 0, 0, 4, STYLE_SELECTED);
  cr_expect_eq(canvas.cursor_row, -1);
  teardown();
}
