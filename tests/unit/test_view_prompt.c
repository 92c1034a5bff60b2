#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "text/cluster.h"
#include "base/limits.h"
#include "text/utf8.h"
#include "view/prompt.h"

static Prompt prompt;
static History history;

static void setup(void) {
  history_open(&history);
  prompt_init(&prompt, &history, HISTORY_SEARCH);
  prompt_start(&prompt);
}

static void teardown(void) {
  prompt_free(&prompt);
  history_close(&history);
}

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

static void expect(const char *line) {
  cr_expect_str_eq(prompt.line.data, line, "%s, not %s", prompt.line.data, line);
}

static void paste(const char *text) { prompt_paste(&prompt, text, strlen(text)); }

static void remember(const char *line) {
  prompt_start(&prompt);
  paste(line);
  prompt_remember(&prompt);
  prompt_start(&prompt);
}

Test(prompt, words_end_at_blanks_signs_and_between_scripts) {
  static const char *const left[] = {"见附件15（公务接待费）、 2023",
                                     "见附件15（公务接待费）、 ",
                                     "见附件15（公务接待费",
                                     "见附件15（",
                                     "见附件15",
                                     "见附件",
                                     ""};
  paste("见附件15（公务接待费）、 2023年");
  for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
    press(KEY_CONTROL('w'), 1);
    expect(left[i]);
  }
  press(KEY_CONTROL('w'), 1);
  expect("");
}

Test(prompt, the_cursor_goes_by_words) {
  paste("export 预算2023.csv");
  press(KEYCODE_WORD_LEFT, 3);
  cr_expect_eq(prompt.cursor, strlen("export 预算"));
  press(KEYCODE_WORD_LEFT, 9);
  cr_expect_eq(prompt.cursor, 0);
  press(KEYCODE_WORD_RIGHT, 2);
  cr_expect_eq(prompt.cursor, strlen("export 预算"));
  press(KEYCODE_WORD_DELETE, 1);
  expect("export 预算.csv");
  press(KEYCODE_END, 1);
  press(KEY_CONTROL('y'), 1);
  expect("export 预算.csv2023");
  press(KEYCODE_WORD_RIGHT, 1);
  cr_expect_eq(prompt.cursor, prompt.line.length);
}

Test(prompt, a_cluster_is_never_taken_apart) {
  paste("ae\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81z");
  press(KEYCODE_LEFT, 2);
  cr_expect_eq(prompt.cursor, 1);
  press(KEYCODE_DELETE, 1);
  expect("az");
}

Test(prompt, keys_end_it) {
  cr_expect_eq(prompt_key(&prompt, KEYCODE_ENTER), PROMPT_ACCEPTED);
  cr_expect_eq(prompt_key(&prompt, '\r'), PROMPT_ACCEPTED);
  cr_expect_eq(prompt_key(&prompt, KEYCODE_BACKSPACE), PROMPT_CANCELLED);
  type("a");
  cr_expect_eq(prompt_key(&prompt, KEYCODE_BACKSPACE), PROMPT_CHANGED);
  cr_expect_eq(prompt_key(&prompt, KEYCODE_ESCAPE), PROMPT_CANCELLED);
  cr_expect_eq(prompt_key(&prompt, KEY_CONTROL('g')), PROMPT_CANCELLED);
}

Test(prompt, a_pasted_text_becomes_one_line) {
  paste("\n  公务\t\n接待费\r\n");
  expect("公务 接待费");
  press(KEYCODE_HOME, 1);
  paste("X ");
  expect("X公务 接待费");
}

Test(prompt, what_could_disturb_a_terminal_does_not_go_in) {
  /* ESC, a C1 control, a zero width joiner, a right-to-left override, half a character, a bad byte */
  paste("a\x1b[31mb\xc2\x9b" "c\xe2\x80\x8d" "d\xe2\x80\xae" "e\xe4\xb8" "f\xff");
  expect("a[31mbcdef");
  cr_expect_eq(prompt_key(&prompt, 0x200D), PROMPT_IGNORED);
  cr_expect_eq(prompt_key(&prompt, 0x9B), PROMPT_IGNORED);
}

Test(prompt, a_line_is_bounded) {
  enum { MEGABYTE = 1 << 20 };
  char *text = memory_alloc(MEGABYTE);
  for (size_t i = 0; i + 3 <= MEGABYTE; i += 3)
    memcpy(text + i, "预", 3);
  cr_expect_not(prompt_paste(&prompt, text, MEGABYTE - MEGABYTE % 3));
  cr_expect_eq(prompt.line.length, LIMIT_TYPED - LIMIT_TYPED % 3);
  cr_expect_eq(prompt_key(&prompt, 0x9884), PROMPT_IGNORED);
  cr_expect_eq(prompt_key(&prompt, 'a'), PROMPT_CHANGED);
  cr_expect_eq(prompt_key(&prompt, 'a'), PROMPT_IGNORED);
  prompt_remember(&prompt);
  cr_expect_eq(history.lines[HISTORY_SEARCH].count, 1);
  memory_free(text);
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
  cr_assert(prompt_recall(&prompt, true, false));
  cr_assert_str_eq(prompt.line.data, "302");
  cr_assert(prompt_recall(&prompt, true, false));
  cr_assert_str_eq(prompt.line.data, "201");
  cr_assert_not(prompt_recall(&prompt, true, false));
  cr_assert(prompt_recall(&prompt, false, false));
  cr_assert(prompt_recall(&prompt, false, false));
  cr_assert_str_eq(prompt.line.data, "dra");
  cr_assert_not(prompt_recall(&prompt, false, false));
}

Test(prompt, up_goes_to_lines_that_begin_with_what_is_typed) {
  remember("annex 5");
  remember("unit 元");
  remember("annex 15");
  type("ann");
  prompt_key_beside(&prompt, NULL, KEYCODE_UP);
  expect("annex 15");
  prompt_key_beside(&prompt, NULL, KEYCODE_UP);
  expect("annex 5");
  cr_expect_eq(prompt_key_beside(&prompt, NULL, KEYCODE_UP), PROMPT_IGNORED);
  prompt_key_beside(&prompt, NULL, KEYCODE_DOWN);
  prompt_key_beside(&prompt, NULL, KEYCODE_DOWN);
  expect("ann");
  prompt_key_beside(&prompt, NULL, KEY_CONTROL('p'));
  prompt_key_beside(&prompt, NULL, KEY_CONTROL('p'));
  expect("unit 元");
  press(KEYCODE_BACKSPACE, 1); /* edited, it is a line of its own */
  prompt_key_beside(&prompt, NULL, KEYCODE_UP);
  expect("unit 元");
}

Test(prompt, history_is_searched_as_one_types) {
  remember("公务接待费");
  remember("一般公共服务");
  remember("公务用车");
  type("行政");
  press(KEY_CONTROL('r'), 1);
  expect("行政");
  type("公");
  expect("公务用车");
  type("务");
  expect("公务用车");
  press(KEY_CONTROL('r'), 1);
  expect("公务接待费");
  press(KEY_CONTROL('r'), 1);
  expect("公务接待费");
  cr_expect(prompt.missed);
  press(KEY_CONTROL('s'), 1);
  expect("公务用车");
  cr_expect_not(prompt.missed);
  press(KEYCODE_BACKSPACE, 1);
  type("共");
  expect("一般公共服务");
  cr_expect_eq(prompt_key(&prompt, KEYCODE_ESCAPE), PROMPT_CHANGED);
  expect("行政");
  press(KEY_CONTROL('r'), 1);
  type("接待");
  cr_expect_eq(prompt_key(&prompt, KEYCODE_ENTER), PROMPT_ACCEPTED);
  expect("公务接待费");
}

Test(prompt, a_key_that_edits_takes_the_line_found) {
  remember("公务接待费");
  press(KEY_CONTROL('r'), 1);
  type("接");
  press(KEYCODE_HOME, 1);
  type("1");
  expect("1公务接待费");
  prompt_start(&prompt);
  press(KEY_CONTROL('r'), 1);
  press(KEYCODE_BACKSPACE, 1);
  cr_expect_not(prompt.seeking);
}

Test(prompt, a_search_without_a_history_finds_nothing) {
  prompt.history = NULL;
  type("a");
  press(KEY_CONTROL('r'), 3);
  type("b");
  cr_expect(prompt.missed);
  press(KEY_CONTROL('s'), 1);
  press(KEYCODE_BACKSPACE, 2);
  expect("a");
  prompt_remember(&prompt);
  cr_expect_not(prompt_recall(&prompt, true, false));
}

/* ---- on the screen */

static bool on_boundary(const Prompt *one) {
  size_t at = 0;
  while (at < one->cursor)
    at += cluster_first(one->line.data + at, one->line.length - at).bytes;
  return at == one->cursor;
}

static Key any_key(void) {
  static const Key keys[] = {
      'a', ' ', '7', 0x9884, 0x7B97, 0x301, 0xFF0C, 0x1F600, 0x200D, 0x1b, KEYCODE_LEFT, KEYCODE_RIGHT,
      KEYCODE_HOME, KEYCODE_END, KEYCODE_BACKSPACE, KEYCODE_DELETE, KEYCODE_UP, KEYCODE_DOWN,
      KEYCODE_WORD_LEFT, KEYCODE_WORD_RIGHT, KEYCODE_WORD_DELETE, KEY_CONTROL('w'), KEY_CONTROL('y'),
      KEY_CONTROL('k'), KEY_CONTROL('r'), KEY_CONTROL('s'), KEY_CONTROL('g'), KEY_CONTROL('p'),
      KEY_CONTROL('n'), KEYCODE_ENTER, KEYCODE_TAB};
  return keys[(size_t)rand() % (sizeof keys / sizeof *keys)];
}

/* Whatever is typed, the line is one that a history takes, the cursor stands between clusters and is seen. */
Test(prompt, any_keys) {
  enum { KEYS = 20000, WIDTH_MOST = 30 };
  Canvas canvas;
  srand(1);
  canvas_init(&canvas, 1, WIDTH_MOST);
  for (int i = 0; i < KEYS; i++) {
    PromptResult result = prompt_key_beside(&prompt, NULL, any_key());
    if (rand() % 50 == 0)
      paste("预算公开（2023）");
    int width = 4 + rand() % (WIDTH_MOST - 4);
    prompt_draw(&prompt, area_part(canvas_area(&canvas), 0, 0, 1, width), ":");
    cr_assert_lt(canvas.cursor_column, width, "%s", prompt.line.data);
    cr_assert(on_boundary(&prompt), "%s at %zu", prompt.line.data, prompt.cursor);
    cr_assert(prompt.line.length == 0 || history_add(&history, HISTORY_FILTER, prompt.line.data));
    if (result == PROMPT_ACCEPTED)
      prompt_remember(&prompt);
    if (result == PROMPT_ACCEPTED || result == PROMPT_CANCELLED)
      prompt_start(&prompt);
  }
  canvas_free(&canvas);
}

static void expect_painted(const char *painted, int cursor) {
  Canvas canvas;
  Str text = STR_EMPTY;
  canvas_init(&canvas, 1, 11); /* the last column stays blank */
  prompt_draw(&prompt, canvas_area(&canvas), "/");
  canvas_write(&canvas, &text);
  str_cut(&text, text.length - 1);
  cr_expect_str_eq(text.data, painted, "%s, not %s", text.data, painted);
  cr_expect_eq(canvas.cursor_column, cursor, "%s: cursor at %d", painted, canvas.cursor_column);
  str_free(&text);
  canvas_free(&canvas);
}

Test(prompt, a_long_line_scrolls_so_that_the_cursor_is_seen) {
  type("一二三四");
  expect_painted("/一二三四", 9);
  type("五六七");
  expect_painted("/<五六七", 8);
  press(KEYCODE_LEFT, 1);
  expect_painted("/<五六七", 6);
  press(KEYCODE_LEFT, 2);
  expect_painted("/<五六七", 2);
  press(KEYCODE_LEFT, 1);
  expect_painted("/<三四五 >", 4);
  press(KEYCODE_HOME, 1);
  expect_painted("/一二三四>", 1);
  press(KEYCODE_RIGHT, 3);
  expect_painted("/一二三四>", 7);
  press(KEYCODE_RIGHT, 1);
  expect_painted("/<三四五 >", 6);
  press(KEYCODE_END, 1);
  press(KEY_CONTROL('u'), 1);
  expect_painted("/", 1);
}

Test(prompt, what_is_taken_away_leaves_no_room_unused) {
  type("abcdefghijklmno");
  expect_painted("/<ijklmno", 9);
  press(KEYCODE_BACKSPACE, 4);
  expect_painted("/<efghijk", 9);
  press(KEYCODE_BACKSPACE, 3);
  expect_painted("/abcdefgh", 9);
}

Test(prompt, a_search_of_the_history_is_told) {
  remember("abc");
  press(KEY_CONTROL('r'), 1);
  expect_painted("/earl…", 7);
  type("c");
  expect_painted("/earl… <c", 9);
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
