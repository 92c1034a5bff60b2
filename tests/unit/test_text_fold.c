#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"
#include "text/fold.h"

static void expect(const char *text, const char *wanted) {
  Str out = STR_EMPTY;
  fold_text(&out, text, strlen(text));
  cr_assert_str_eq(out.data, wanted, "“%s” folds to “%s”, not “%s”", text, out.data, wanted);
  Str again = STR_EMPTY;
  fold_text(&again, out.data, out.length);
  cr_assert_str_eq(again.data, out.data, "“%s” changes when folded again", out.data);
  str_free(&again);
  str_free(&out);
}

Test(fold, ascii_is_lowered_without_white_space) {
  expect("", "");
  expect("Budget 2023\t(CNY)\r\n", "budget2023(cny)");
  expect("@[`{", "@[`{");
  expect("AZaz09", "azaz09");
}

Test(fold, han_is_copied) {
  expect("一般公共服务支出", "一般公共服务支出");
  expect("机 构事务", "机构事务");
  expect("机\u3000构\u00A0事\u2003务", "机构事务");
  expect("\u9FFF\u4E00\u3400\U00020000", "\u9FFF\u4E00\u3400\U00020000");
}

Test(fold, compatibility_forms_agree) {
  expect("（２０２３）ＡＢ％", "(2023)ab%");
  expect("⽀出", "支出"); /* a Kangxi radical */
  expect("\uF90A", "金"); /* a compatibility ideograph */
  expect("㎡①Ⅳ㈠", "m21iv(一)");
  expect("℠", "sm"); /* lower case only after the form is dissolved */
  expect("ｶﾞ", "ガ");
  expect("…", "...");
}

Test(fold, chinese_punctuation_stays) {
  expect("“三公”、。《》—", "“三公”、。《》—");
}

Test(fold, marks_compose_with_what_stands_before) {
  expect("e\u0301", "é");
  expect("E\u0301", "é");
  expect("\u00C9", "é");
  expect("Ｅ\u0301", "é");
  expect("e \u0301", "é");
  expect("か\u3099", "が");
  expect("预\u0301", "预\u0301");
  expect("a\u0323\u0302", "\u1EAD");
  expect("a\u0302\u0323", "\u1EAD");
  expect("a\u00A8", "ä"); /* the form of ¨ begins with a space */
  expect("é \u0323", "\u1EB9\u0301");
  expect("\u1112\u1161\u11AB", "\uD55C");
}

Test(fold, hidden_characters_fall_out) {
  expect("机\u200B构\uFEFF\u00AD", "机构");
  expect("a\u202Eb", "ab");
  expect("e\u200D\u0301", "é");
}

Test(fold, case_beyond_ascii) {
  expect("ÄΣ\u0416", "äσ\u0436");
  expect("ß", "ss");
}

Test(fold, adds_behind_what_is_there) {
  Str out = STR_EMPTY;
  str_add_text(&out, "e");
  fold_text(&out, "\u0301x", 3);
  cr_assert_str_eq(out.data, "e\u0301x", "a mark composed with text from before the call");
  str_free(&out);
}

Test(fold, bad_bytes_do_no_harm) {
  expect("a\xE4\xB8", "a\uFFFD\uFFFD");
  expect("\xFF"
         "预",
         "\uFFFD预");
  Str out = STR_EMPTY;
  fold_text(&out, "a\0B", 3);
  cr_assert_eq(out.length, 3);
  cr_assert_arr_eq(out.data, "a\0b", 4);
  str_free(&out);
}

Test(fold, a_flood_of_marks_is_folded) {
  Str text = STR_EMPTY, out = STR_EMPTY;
  str_add_text(&text, "预");
  for (int i = 0; i < 10000; i++)
    str_add_text(&text, i % 2 ? "\u0301" : "\u0323");
  fold_text(&out, text.data, text.length);
  cr_assert_eq(out.length, text.length);
  str_free(&text);
  str_free(&out);
}

static bool equal(const char *a, const char *b) {
  return fold_equal(a, strlen(a), b, strlen(b));
}

Test(fold, equal) {
  cr_assert(equal("机 构事务（款）", "机构事务(款)"));
  cr_assert(equal("ABC", "abc"));
  cr_assert(equal("", " \u3000"));
  cr_assert(equal("e\u0301", "É"));
  cr_assert_not(equal("机构", "机构事务"));
  cr_assert_not(equal("机构", "结构"));
  cr_assert_not(equal("a", ""));
}

static void expect_found(const char *text, size_t from, const char *needle, const char *wanted) {
  Str folded = STR_EMPTY;
  size_t start = 0, end = 0;
  fold_text(&folded, needle, strlen(needle));
  bool found = fold_find(text, strlen(text), from, folded.data, folded.length, &start, &end);
  cr_assert_eq(found, wanted != NULL, "“%s” in “%s”", needle, text);
  if (wanted) {
    cr_assert_eq(end - start, strlen(wanted), "“%s” in “%s”: [%zu, %zu)", needle, text, start, end);
    cr_assert_eq(strncmp(text + start, wanted, end - start), 0);
    cr_assert_geq(start, from);
  }
  str_free(&folded);
}

Test(fold, find_gives_the_place_in_the_original) {
  expect_found("一般公共预算", 0, "公共", "公共");
  expect_found("办公厅（室）及相关机 构事务", 0, "机构事务", "机 构事务");
  expect_found("办公厅（室）及", 0, "(室)", "（室）");
  expect_found("  Budget Office", 0, "budgetoffice", "Budget Office");
  expect_found("面积５㎡。", 0, "5m2", "５㎡");
  expect_found("面积5㎡。", 0, "2", "㎡");
  expect_found("cafe\u0301 e\u0301", 0, "É", "e\u0301");
  expect_found("机\u200B构", 0, "机构", "机\u200B构");
  expect_found("机构", 0, "构机", NULL);
  expect_found("机构", 0, "机构事务", NULL);
  expect_found("机构", 0, "", NULL);
  expect_found("", 0, "机", NULL);
}

Test(fold, find_starts_where_it_is_told) {
  static const char text[] = "支出、支出";
  size_t start, end;
  cr_assert(fold_find(text, strlen(text), 0, "支出", 6, &start, &end));
  cr_assert_eq(start, 0);
  cr_assert(fold_find(text, strlen(text), end, "支出", 6, &start, &end));
  cr_assert_eq(start, 9);
  cr_assert_eq(end, 15);
  cr_assert_not(fold_find(text, strlen(text), end, "支出", 6, &start, &end));
  cr_assert_not(fold_find(text, strlen(text), 99, "支出", 6, &start, &end));
}

Test(fold, find_does_not_match_across_bytes_of_characters) {
  expect_found("\u4E01\u0180", 0, "\u0180", "\u0180");
  expect_found("丁丂", 0, "丂", "丂");
}
