#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"
#include "text/cluster.h"
#include "text/width.h"
#include "text/wrap.h"

static void narrow_again(void) {
  width_set_ambiguous(1);
}

TestSuite(wrap, .init = narrow_again);

/* The lines of `text`, each with a bar behind it. */
static void wrap_all(Str *out, const char *text, size_t length, size_t width) {
  for (size_t at = 0, next; at < length; at += next) {
    size_t end = wrap_line(text + at, length - at, width, &next);
    cr_assert(next > 0 && next <= length - at, "no progress at byte %zu", at);
    cr_assert_leq(end, next);
    str_add(out, text + at, end);
    str_add_char(out, '|');
  }
}

static void expect(const char *text, size_t width, const char *wanted) {
  Str out = STR_EMPTY;
  wrap_all(&out, text, strlen(text), width);
  cr_assert_str_eq(out.data, wanted, "in %zu: “%s”, not “%s”", width, out.data, wanted);
  str_free(&out);
}

Test(wrap, han_breaks_anywhere) {
  expect("一般公共预算", 8, "一般公共|预算|");
  expect("一般公共预算", 9, "一般公共|预算|");
  expect("一般公共预算", 12, "一般公共预算|");
  expect("", 8, "");
}

/* `text` and `wanted` hold one %s, for each of the marks. */
static void expect_marks(const char *const marks[], const char *text, size_t width,
                         const char *wanted) {
  for (; *marks; marks++) {
    Str full_text = STR_EMPTY, full_wanted = STR_EMPTY;
    const char *at = strstr(text, "%s"), *wanted_at = strstr(wanted, "%s");
    str_printf(&full_text, "%.*s%s%s", (int)(at - text), text, *marks, at + 2);
    str_printf(&full_wanted, "%.*s%s%s", (int)(wanted_at - wanted), wanted, *marks, wanted_at + 2);
    expect(full_text.data, width, full_wanted.data);
    str_free(&full_text);
    str_free(&full_wanted);
  }
}

Test(wrap, closing_punctuation_begins_no_line) {
  static const char *const wide[] = {"、", "。", "，", "．", "：", "；", "！", "？", "）",
                                     "》", "」", "』", "】", "〕", "〉", "％", NULL};
  static const char *const narrow[] = {"”", "’", "…", "—", "℃", ")", ",", ".",
                                       ";", ":", "!", "?", "%", "]", NULL};
  expect_marks(wide, "一般公共%s预算", 8, "一般公|共%s预算|");
  expect_marks(narrow, "一般公共%s预算", 8, "一般公|共%s预算|");
}

Test(wrap, opening_punctuation_ends_no_line) {
  static const char *const wide[] = {"（", "《", "「", "『", "【", "〔", "￥", NULL};
  static const char *const narrow[] = {"“", "‘", "(", "[", "$", NULL};
  expect_marks(wide, "一般公%s共预算", 8, "一般公|%s共预算|");
  expect_marks(narrow, "一般公%s共预算", 7, "一般公|%s共预算|");
}

Test(wrap, dashes_and_dots_in_pairs_stay_together) {
  expect("经费——费用", 6, "经费——|费用|");
  expect("经费——费用", 5, "经|费——|费用|");
  expect("出国……由", 5, "出|国……|由|");
  width_set_ambiguous(2);
  expect("经费——费用", 6, "经|费——|费用|");
}

Test(wrap, numbers_stay_with_their_unit) {
  expect("支出12,345.67万元增", 14, "支出|12,345.67万元|增|");
  expect("增长11.1%，主要", 9, "增长|11.1%，主|要|");
  expect("约3亿元左右", 4, "约|3亿|元左|右|");
  expect("约3亿元左右", 5, "约|3亿元|左右|");
  expect("共计100元整", 8, "共计|100元整|");
  expect("下降-12.5个", 8, "下降|-12.5个|");
  expect("12 万元整", 4, "12|万元|整|");
  expect("共12 万元整", 7, "共|12 万元|整|");
}

Test(wrap, latin_words_stay_whole_where_they_fit) {
  expect("the budget office", 10, "the budget|office|");
  expect("the budget office", 9, "the|budget|office|");
  expect("预算budget", 8, "预算|budget|");
  expect("ls -al", 5, "ls|-al|");
  expect("don't don't", 6, "don't|don't|");
  expect("http://a.example/b-c 一", 21, "http://a.example/b-c|一|");
  expect("Éléonore é", 8, "Éléonore|é|");
}

Test(wrap, a_word_too_long_is_cut) {
  expect("abcdefghij", 4, "abcd|efgh|ij|");
  expect("预abcdefghij", 4, "预|abcd|efgh|ij|");
  expect("123456,789", 7, "123456,|789|");
  expect("123456,789", 6, "12345|6,789|");
}

Test(wrap, spaces_at_a_break_are_dropped) {
  expect("ab   cd", 3, "ab|cd|");
  expect("ab   cd", 2, "ab|cd|");
  expect("预算\u3000\u3000公开", 4, "预算|公开|");
  expect("ab   ", 2, "ab|");
  expect("ab cd", 5, "ab cd|");
  expect("ab\tcd", 4, "ab|cd|");
}

Test(wrap, spaces_do_not_excuse_a_closing_mark) {
  expect("一般 ，公共", 5, "一|般 ，|公共|");
}

Test(wrap, an_indent_is_kept) {
  expect("\u3000\u3000预算公开", 8, "\u3000\u3000预算|公开|");
}

Test(wrap, a_newline_ends_the_line) {
  expect("ab\ncd", 10, "ab|cd|");
  expect("ab\n\ncd\n", 10, "ab||cd|");
  expect("ab  \ncd", 2, "ab|cd|");
  expect("ab\ncd", 2, "ab|cd|");
  expect("\n", 1, "|");
}

Test(wrap, one_column_still_goes_on) {
  expect("预a，b", 1, "预|a|，|b|");
  expect("ab", 1, "a|b|");
  expect("。。", 1, "。|。|");
  expect("（（", 1, "（|（|");
}

Test(wrap, no_room_for_the_rules_breaks_them) {
  expect("。。。。。", 4, "。。|。。|。|");
  expect("（（（预", 4, "（（|（预|");
}

Test(wrap, hidden_characters_take_no_room) {
  expect("\uFEFF预算\u200B公开", 4, "\uFEFF预算\u200B|公开|");
  expect("\u202E", 4, "|");
}

/* No line is wider than asked, unless it is a single cluster, and nothing but white space is lost.
 */
static void check_lines(const char *text, size_t length, size_t width) {
  for (size_t at = 0, next; at < length; at += next) {
    size_t end = wrap_line(text + at, length - at, width, &next);
    cr_assert(next > 0 && next <= length - at && end <= next, "byte %zu in %zu", at, width);
    size_t columns = width_text(text + at, end);
    if (columns > width)
      cr_assert_eq(cluster_before(text + at, end), 0, "%zu columns in %zu", columns, width);
    for (size_t i = at + end; i < at + next;) {
      Cluster cluster = cluster_first(text + i, length - i);
      cr_assert(cluster.chars[0] == ' ' || cluster.chars[0] == 0x3000 || !cluster.chars[0]);
      i += cluster.bytes;
    }
  }
}

Test(wrap, any_text_in_any_width) {
  static const char *const pieces[] = {"一",        "预算",   "，",   "。",        "（", "）",
                                       "“",         "”",      "——",   "……",        " ",  "\n",
                                       "12,345.67", "万元",   "%",    "word",      "\t", "\u3000",
                                       "\u0301",    "\u202E", "\x80", "\xE4\xB8",  "-",  "a",
                                       "$",         "😀",      "\x1B", "http://x.y"};
  Str text = STR_EMPTY;
  uint32_t state = 3;
  for (int round = 0; round < 3000; round++) {
    str_clear(&text);
    for (int i = 0; i < 20; i++) {
      state = state * 1664525 + 1013904223;
      str_add_text(&text, pieces[(state >> 16) % (sizeof pieces / sizeof *pieces)]);
    }
    width_set_ambiguous(1 + round % 2);
    check_lines(text.data, text.length, 1 + (size_t)round % 30);
  }
  str_free(&text);
}

Test(wrap, a_line_costs_what_it_shows) {
  Str text = STR_EMPTY;
  for (int i = 0; i < 300000; i++)
    str_add_text(&text, "预算ab，");
  check_lines(text.data, text.length, 40);
  str_free(&text);
}
