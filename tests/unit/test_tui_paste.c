#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "tui/paste.h"

#include "base/limits.h"

static Paste paste = {.text = STR_EMPTY};

/* Bytes with the closing bracket among them; what comes behind it is not the paste's. */
static void expect(const char *bytes, const char *text) {
  setlocale(LC_CTYPE, "C.UTF-8");
  paste_begin(&paste, 0);
  for (; *bytes && paste.open; bytes++)
    paste_byte(&paste, (unsigned char)*bytes, 0);
  cr_expect_not(paste.open);
  cr_expect_str_eq(paste.text.data, text);
}

Test(paste, keeps_text_and_drops_control_characters) {
  expect("行政 运行\033[201~", "行政 运行");
  expect("a\r\nb\rc\nd\t\001\037\177e\302\233f\033[201~", "a\nb\nc\nd\tef");
  expect("\033]52;c;?\a\033[201~", "]52;c;?");
  str_free(&paste.text);
}

Test(paste, drops_what_is_no_character) {
  expect("a\377b\344\270c\300\200d\355\240\200e\344\270\033[201~", "abcde");
  str_free(&paste.text);
}

Test(paste, ends_at_its_bracket_alone) {
  expect("a\033[20\033[201\033\033[201~", "a[20[201");
  str_free(&paste.text);
}

Test(paste, is_cut_between_characters) {
  setlocale(LC_CTYPE, "C.UTF-8");
  paste_begin(&paste, 0);
  for (int i = 0; i < 2 * LIMIT_PASTE; i++)
    paste_byte(&paste, (unsigned char)"行"[i % 3], 0);
  cr_expect(paste.cut);
  cr_expect_leq(paste.text.length, (size_t)LIMIT_PASTE);
  cr_expect_eq(paste.text.length % 3, 0);
  str_free(&paste.text);
}

Test(paste, ends_by_silence) {
  paste_begin(&paste, 10.0);
  paste_byte(&paste, 'a', 10.5);
  cr_expect_gt(paste_wait(&paste, 11.0), 0);
  cr_expect_eq(paste_wait(&paste, 12.6), 0);
  paste_end(&paste);
  cr_expect_eq(paste_wait(&paste, 12.6), -1);
  str_free(&paste.text);
}
