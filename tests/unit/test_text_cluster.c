#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

static void narrow_again(void) {
  width_set_ambiguous(1);
}

TestSuite(cluster, .init = narrow_again);

static void expect(const char *text, size_t bytes, int width, const char *shown) {
  char utf8[CLUSTER_UTF8 + 1];
  Cluster cluster = cluster_first(text, strlen(text));
  cr_assert_eq(cluster.bytes, bytes, "“%s”: %zu bytes", text, cluster.bytes);
  cr_assert_eq(cluster.width, width, "“%s”: %d columns", text, cluster.width);
  utf8[cluster_utf8(&cluster, utf8)] = '\0';
  cr_assert_str_eq(utf8, shown);
}

Test(cluster, plain_characters_are_themselves) {
  expect("ab", 1, 1, "a");
  expect("预算", 3, 2, "预");
  expect("，a", 3, 2, "，");
  expect("😀a", 4, 2, "😀");
  expect(" ", 1, 1, " ");
}

Test(cluster, marks_stay_with_their_base) {
  expect("e\u0301x", 3, 1, "e\u0301");
  expect("预\u0323\u0301算", 7, 2, "预\u0323\u0301");
  expect("か\u3099", 6, 2, "か\u3099");
}

Test(cluster, a_mark_without_a_base_stands_on_a_space) {
  expect("\u0301x", 2, 1, " \u0301");
  expect("\u200D\u0301x", 5, 1, " \u0301");
}

Test(cluster, marks_beyond_the_limit_are_left_out) {
  expect("e\u0301\u0302\u0303\u0304\u0305x", 11, 1, "e\u0301\u0302\u0303");
  expect("\u0301\u0302\u0303\u0304x", 8, 1, " \u0301\u0302\u0303");
}

Test(cluster, hidden_characters_go_with_what_stands_before) {
  expect("a\u202Eb", 4, 1, "a");
  expect("a\u200D\uFE0F\u2069\U000E0041b", 14, 1, "a");
  expect("e\u200D\u0301b", 6, 1, "e\u0301");
  expect("线\u00AD段", 5, 2, "线");
}

Test(cluster, hidden_characters_alone_show_nothing) {
  expect("\u202Eabc", 3, 0, "");
  expect("\uFEFF\u2066\u2028预", 9, 0, "");
}

Test(cluster, what_disturbs_a_terminal_is_replaced) {
  static const char *const bad[] = {"\x1B[2J", "\x01", "\x07", "\x7F", "\r"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    width_set_ambiguous(1);
    expect(bad[i], 1, 1, "\uFFFD");
    width_set_ambiguous(2);
    expect(bad[i], 1, 1, "?");
  }
  expect("\xC2\x9B"
         "31m",
         2, 1, "?");
  expect("\uFFFD", 3, 1, "?");
  expect("\uFFFF", 3, 1, "?");
  cr_assert_eq(cluster_first("\0", 1).chars[0], '?');
}

Test(cluster, bad_bytes_are_replaced_one_by_one) {
  expect("\xFFx", 1, 1, "\uFFFD");
  expect("\xE4\xB8", 1, 1, "\uFFFD");
  expect("\xC3", 1, 1, "\uFFFD");
  expect("\xE4\xB8\x41", 1, 1, "\uFFFD");
}

Test(cluster, white_space_is_one_space) {
  expect("\tx", 1, 1, " ");
  expect("\nx", 1, 1, " ");
}

Test(cluster, the_length_bounds_the_reading) {
  Cluster cluster = cluster_first("e\u0301", 2);
  cr_assert_eq(cluster.bytes, 1, "half a mark is no mark");
  cluster = cluster_first("预", 2);
  cr_assert_eq(cluster.bytes, 1);
  cr_assert_eq(cluster.chars[0], 0xFFFD);
}

Test(cluster, a_flood_of_marks_is_one_cluster) {
  Str text = STR_EMPTY;
  str_add_text(&text, "x预");
  for (int i = 0; i < 10000; i++)
    str_add_text(&text, "\u0301");
  str_add_text(&text, "算");
  Cluster cluster = cluster_first(text.data + 1, text.length - 1);
  cr_assert_eq(cluster.bytes, 20003);
  cr_assert_eq(cluster.width, 2);
  cr_assert_neq(cluster.chars[CLUSTER_MARKS], 0);
  cr_assert_eq(cluster_before(text.data, text.length), text.length - 3);
  cr_assert_eq(cluster_before(text.data, text.length - 3), 1);
  cr_assert_eq(width_text(text.data, text.length), 5);
  str_free(&text);
}

/* Pieces that are put together at random; the seed is fixed. */
static const char *const pieces[] = {
    "a",      " ",    "预",     "，",       "\u0301",   "\u200D",
    "\u202E", "\x80", "\xE4",   "\xB8",     "\xF0\x9F", "😀",
    "\n",     "\t",   "\x1B",   "\xE4\xB8", "é",        "\u1112\u1161\u11AB",
    "🇨",      "—",    "\uFEFF", "\xC2",     "中",       "\xED\xA0\x80",
};

static uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525 + 1013904223;
  return *state >> 16;
}

static void random_text(Str *text, uint32_t *state) {
  str_clear(text);
  for (uint32_t i = next_random(state) % 12 + 1; i > 0; i--)
    str_add_text(text, pieces[next_random(state) % (sizeof pieces / sizeof *pieces)]);
}

Test(cluster, reading_back_meets_the_same_clusters) {
  Str text = STR_EMPTY;
  uint32_t state = 1;
  for (int round = 0; round < 20000; round++) {
    random_text(&text, &state);
    size_t width = 0;
    for (size_t at = 0; at < text.length;) {
      Cluster cluster = cluster_first(text.data + at, text.length - at);
      cr_assert(cluster.bytes > 0 && cluster.bytes <= text.length - at);
      cr_assert(cluster.width >= 0 && cluster.width <= 2);
      cr_assert_eq(cluster.width == 0, cluster.chars[0] == 0);
      cr_assert_eq(cluster_before(text.data, at + cluster.bytes), at, "round %d, byte %zu", round,
                   at);
      width += (size_t)cluster.width;
      at += cluster.bytes;
    }
    cr_assert_eq(width_text(text.data, text.length), width, "round %d", round);
  }
  str_free(&text);
}

Test(cluster, what_is_plain_is_what_the_tables_say) {
  Str text = STR_EMPTY;
  uint32_t state = 7;
  size_t plain = 0;
  for (int round = 0; round < 20000; round++) {
    random_text(&text, &state);
    plain += cluster_plain(text.data, text.length) > 0;
    Cluster first = cluster_first(text.data, text.length);
    Cluster looked_up = cluster_look_up(text.data, text.length);
    cr_assert_eq(first.bytes, looked_up.bytes, "round %d", round);
    cr_assert_eq(first.width, looked_up.width, "round %d", round);
    cr_assert_arr_eq(first.chars, looked_up.chars, sizeof first.chars, "round %d", round);
  }
  cr_assert_gt(plain, 1000);
  str_free(&text);
}

Test(cluster, plain_takes_ascii_and_han_only) {
  cr_assert_eq(cluster_plain("a", 1), 1);
  cr_assert_eq(cluster_plain("一", 3), 3);
  cr_assert_eq(cluster_plain("龥x", 4), 3);
  cr_assert_eq(cluster_plain("\u9FFF", 3), 3);
  static const char *const others[] = {"\x1F",    "\x7F",     "\u4DC0", "\u4DFF",      "，",
                                       "a\u0301", "预\u0301", "é",      "\xE9\x41\x80"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    cr_assert_eq(cluster_plain(others[i], strlen(others[i])), 0, "text %zu", i);
  cr_assert_eq(cluster_plain("一", 2), 0);
}

Test(cluster, before_the_first_byte_is_the_beginning) {
  cr_assert_eq(cluster_before("abc", 0), 0);
  cr_assert_eq(cluster_before("\u0301\u0301", 4), 0);
  cr_assert_eq(cluster_before("\x80\x80\x80\x80\x80", 5), 4);
}
