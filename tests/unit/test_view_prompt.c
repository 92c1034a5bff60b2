#include <criterion/criterion.h>
#include <string.h>

#include "text/utf8.h"
#include "view/prompt.h"

static Prompt prompt;

static void setup(void) {
  prompt_init(&prompt);
  prompt_start(&prompt);
}

static void teardown(void) { prompt_free(&prompt); }

TestSuite(prompt, .init = setup, .fini = teardown);

static void type(const char *text) {
  uint32_t key;
  for (size_t left = strlen(text), took; left > 0; text += took, left -= took) {
    took = utf8_decode(text, left, &key);
    prompt_key(&prompt, key);
  }
}

static void press(Key key, int times) {
  for (int i = 0; i < times; i++)
    prompt_key(&prompt, key);
}

Test(prompt, text_goes_in_at_the_cursor) {
  type("行运");
  press(KEYCODE_LEFT, 1);
  type("政");
  cr_assert_str_eq(prompt.line.data, "行政运");
  press(KEYCODE_HOME, 1);
  type("2");
  press(KEYCODE_END, 1);
  type("行");
  cr_assert_str_eq(prompt.line.data, "2行政运行");
}

Test(prompt, backspace_takes_one_cluster) {
  type("公务e\xcc\x81");
  press(KEYCODE_BACKSPACE, 1);
  cr_assert_str_eq(prompt.line.data, "公务");
  press(KEYCODE_BACKSPACE, 1);
  cr_assert_str_eq(prompt.line.data, "公");
  press(KEYCODE_BACKSPACE, 3);
  cr_assert_str_eq(prompt.line.data, "");
}

Test(prompt, delete_takes_what_is_under_the_cursor) {
  type("公务费");
  press(KEYCODE_HOME, 1);
  press(KEYCODE_RIGHT, 1);
  press(KEYCODE_DELETE, 1);
  cr_assert_str_eq(prompt.line.data, "公费");
}

Test(prompt, words_and_lines_are_killed_and_come_back) {
  type("公务 接待费");
  press(KEY_CONTROL('w'), 1);
  cr_assert_str_eq(prompt.line.data, "公务 ");
  press(KEY_CONTROL('u'), 1);
  cr_assert_str_eq(prompt.line.data, "");
  press(KEY_CONTROL('y'), 2);
  cr_assert_str_eq(prompt.line.data, "公务 公务 ");
  press(KEYCODE_HOME, 1);
  press(KEY_CONTROL('k'), 1);
  cr_assert_str_eq(prompt.line.data, "");
}

Test(prompt, control_characters_do_not_go_in) {
  cr_assert_eq(prompt_key(&prompt, 0x1b), PROMPT_IGNORED);
  cr_assert_eq(prompt_key(&prompt, 0x7f), PROMPT_IGNORED);
  cr_assert_str_eq(prompt.line.data, "");
}

Test(prompt, history_comes_back_and_keeps_what_was_being_typed) {
  type("201");
  prompt_remember(&prompt);
  prompt_remember(&prompt); /* the same line twice is one */
  prompt_start(&prompt);
  type("302");
  prompt_remember(&prompt);
  prompt_start(&prompt);
  type("dra");
  cr_assert(prompt_recall(&prompt, true));
  cr_assert_str_eq(prompt.line.data, "302");
  cr_assert(prompt_recall(&prompt, true));
  cr_assert_str_eq(prompt.line.data, "201");
  cr_assert_not(prompt_recall(&prompt, true));
  cr_assert(prompt_recall(&prompt, false));
  cr_assert(prompt_recall(&prompt, false));
  cr_assert_str_eq(prompt.line.data, "dra");
  cr_assert_not(prompt_recall(&prompt, false));
}

Test(prompt, a_long_line_scrolls_so_that_the_cursor_is_seen) {
  Canvas canvas;
  Str text = STR_EMPTY;
  canvas_init(&canvas, 1, 10);
  type("一二三四五六七");
  prompt_draw(&prompt, canvas_area(&canvas), "/");
  canvas_write(&canvas, &text);
  cr_assert_str_eq(text.data, "<四五六七\n");
  cr_assert_eq(canvas.cursor_column, 9);
  str_free(&text);
  canvas_free(&canvas);
}

Test(prompt, beside_a_list_up_and_down_choose_until_its_first_line) {
  Window list = {.height = 5};
  type("201");
  prompt_remember(&prompt);
  prompt_start(&prompt);
  window_set_count(&list, 3);
  cr_assert_eq(prompt_key_beside(&prompt, &list, KEYCODE_DOWN), PROMPT_MOVED);
  cr_assert_eq(list.cursor, 1);
  cr_assert_eq(prompt_key_beside(&prompt, &list, KEYCODE_UP), PROMPT_MOVED);
  cr_assert_eq(list.cursor, 0);
  cr_assert_eq(prompt_key_beside(&prompt, &list, KEYCODE_UP), PROMPT_CHANGED);
  cr_assert_str_eq(prompt.line.data, "201");
  cr_assert_eq(prompt_key_beside(&prompt, &list, KEY_CONTROL('n')), PROMPT_CHANGED);
  cr_assert_str_eq(prompt.line.data, "");
  cr_assert_eq(prompt_key_beside(&prompt, NULL, KEYCODE_UP), PROMPT_CHANGED);
  cr_assert_eq(prompt_key_beside(&prompt, NULL, KEYCODE_DOWN), PROMPT_CHANGED);
  cr_assert_eq(prompt_key_beside(&prompt, NULL, KEYCODE_DOWN), PROMPT_IGNORED);
  cr_assert_eq(prompt_key_beside(&prompt, &list, '3'), PROMPT_CHANGED);
  cr_assert_str_eq(prompt.line.data, "3");
}
