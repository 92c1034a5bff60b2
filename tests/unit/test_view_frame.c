#include <criterion/criterion.h>
#include <string.h>

#include "text/width.h"
#include "view/frame.h"

static Canvas canvas;
static Str text;

static void open_frame(Frame *frame, int height, int width) {
  width_set_ambiguous(1);
  canvas_init(&canvas, height, width);
  cr_assert(frame_open(&canvas, frame));
  text = (Str)STR_EMPTY;
}

static void close_frame(void) {
  canvas_free(&canvas);
  str_free(&text);
}

static void expect_row(int row, const char *line) {
  str_clear(&text);
  canvas_write(&canvas, &text);
  const char *start = text.data;
  while (row-- > 0)
    start = strchr(start, '\n') + 1;
  size_t length = strcspn(start, "\n");
  cr_expect(length == strlen(line) && memcmp(start, line, length) == 0, "found: %.*s", (int)length, start);
}

Test(frame, a_short_status_takes_one_row) {
  Frame frame;
  open_frame(&frame, 20, 40);
  Keymap keys;
  keymap_open(&keys);
  frame_hints(&frame, &keys, CONTEXT_LIST, false);
  keymap_close(&keys);
  cr_expect_not(frame_status(&frame, STYLE_STATUS, "201 一般公共服务支出", true));
  expect_row(17, "────────────────────────────────────────");
  expect_row(18, " 201 一般公共服务支出");
  close_frame();
}

Test(frame, a_long_status_goes_on_in_the_rows_around_it) {
  static const char status[] = "2080505 机关事业单位基本养老保险缴费支出 · annex 2 annex 9";
  static const char three[] = "2080505 机关事业单位基本养老保险缴费支出 · annex 2 annex 9 · "
                              "in the national catalogue: 养老";
  Frame frame;
  open_frame(&frame, 20, 40);
  cr_expect(frame_status(&frame, STYLE_STATUS, status, true));
  expect_row(17, "────────────────────────────────────────");
  expect_row(18, " 2080505 机关事业单位基本养老保险缴费支");
  expect_row(19, " 出 · annex 2 annex 9");
  cr_expect(frame_status(&frame, STYLE_STATUS, three, true));
  expect_row(17, " 2080505 机关事业单位基本养老保险缴费支");
  expect_row(18, " 出 · annex 2 annex 9 · in the national");
  expect_row(19, " catalogue: 养老");
  close_frame();
}

/* An amount is shown whole or not at all. */
Test(frame, a_status_is_not_cut_within_a_number) {
  Frame frame;
  open_frame(&frame, 10, 40);
  frame_status(&frame, STYLE_STATUS, "201 一般公共服务支出 · 项目支出 12,099.40 万元", false);
  expect_row(8, " 201 一般公共服务支出 · 项目支出 …");
  frame_status(&frame, STYLE_STATUS, "201 一般公共服务支出 · 小计 2,099.4 · 其他", false);
  expect_row(8, " 201 一般公共服务支出 · 小计 2,099.4 ·…");
  close_frame();
}

Test(frame, a_long_status_leaves_the_prompt_alone) {
  static const char status[] = "2080505 机关事业单位基本养老保险缴费支出 · annex 2 annex 9";
  Frame frame;
  open_frame(&frame, 20, 40);
  cr_expect_not(frame_status(&frame, STYLE_STATUS, status, false));
  expect_row(17, " 2080505 机关事业单位基本养老保险缴费支");
  expect_row(18, " 出 · annex 2 annex 9");
  expect_row(19, "");
  close_frame();
  open_frame(&frame, 10, 40);
  cr_expect_not(frame_status(&frame, STYLE_STATUS, status, false));
  expect_row(8, " 2080505 机关事业单位基本养老保险缴费…");
  expect_row(9, "");
  close_frame();
}

static void draw_title(const Frame *frame, const char *office, const char *caption) {
  Document document = {.title = "", .year = 2023, .organization = {.name = office}};
  canvas_clear(&canvas);
  frame_title(frame, &document, caption, NULL);
}

static void draw_marked(const Frame *frame, const char *caption) {
  static const char *const mark[] = {"file changed, not read: 12:3", "not read: 12:3", "not read", NULL};
  Document document = {.title = "", .year = 2023, .organization = {.name = "一个名字很长很长的局"}};
  canvas_clear(&canvas);
  frame_title(frame, &document, caption, mark);
}

/* In few words where there is room for no more; the document gives way, never the mark. */
Test(frame, a_mark_stands_before_what_a_view_says) {
  Frame frame;
  open_frame(&frame, 10, 80);
  draw_marked(&frame, "万元");
  expect_row(0, " 一个名字很长很长的局 · budget 2023          file changed, not read: 12:3  万元");
  draw_marked(&frame, "annex 2 · 万元 · 1/21  checks ≈9 ✗0");
  expect_row(0, " budget 2023  file changed, not read: 12:3  annex 2 · 万元 · 1/21  checks ≈9 ✗0");
  close_frame();
  open_frame(&frame, 10, 40);
  draw_marked(&frame, "万元");
  expect_row(0, " budget 2023       not read: 12:3  万元");
  draw_marked(&frame, "annex 2 · 万元");
  expect_row(0, " budget 2023   not read  annex 2 · 万元");
  draw_marked(&frame, "annex 3+annex 10 · 万元");
  expect_row(0, "      not read  annex 3+annex 10 · 万元");
  draw_marked(&frame, "");
  expect_row(0, " 一个名字… · budget 2023 not read: 12:3");
  draw_marked(&frame, "annex 12345+annex 1234567 · 万元");
  expect_row(0, " not read  annex 12345+annex 1234567 ·…");
  close_frame();
}

Test(frame, the_office_gives_way_to_what_a_view_says) {
  Frame frame;
  open_frame(&frame, 10, 40);
  draw_title(&frame, "一个名字很长很长的局", "万元");
  expect_row(0, " 一个名字很长很长的… · budget 2023 万元");
  draw_title(&frame, "一个名字很长很长的局", "annex 3+annex 10 · 万元");
  expect_row(0, " budget 2023    annex 3+annex 10 · 万元");
  draw_title(&frame, "局", "annex 3+annex 10 · 万元");
  expect_row(0, " budget 2023    annex 3+annex 10 · 万元");
  close_frame();
}

Test(frame, too_small_a_screen_says_so_in_the_room_there_is) {
  Frame frame;
  text = (Str)STR_EMPTY;
  canvas_init(&canvas, 4, 20);
  cr_expect_not(frame_open(&canvas, &frame));
  expect_row(0, "too small: at least");
  expect_row(1, "40×10");
  canvas_resize(&canvas, 1, 1);
  cr_expect_not(frame_open(&canvas, &frame));
  close_frame();
}
