#include <criterion/criterion.h>
#include <string.h>

#include "model/change.h"

/* Expects the next change of `text`: its subject, the year compared with, and fen. */
static void expect(const char *text, size_t *at, const char *subject, int year, int64_t fen) {
  Change change;
  cr_assert(change_read(text, strlen(text), at, &change), "no change before %s", subject);
  cr_expect_eq(change.subject_length, strlen(subject), "%.*s", (int)change.subject_length,
               text + change.subject);
  cr_expect_arr_eq(text + change.subject, subject, change.subject_length);
  cr_expect_eq(change.year, year);
  cr_expect_eq(change.change.money.fen, fen);
}

static void expect_end(const char *text, size_t *at) {
  Change change;
  cr_expect_not(change_read(text, strlen(text), at, &change), "%.*s", (int)change.subject_length,
                text + change.subject);
  cr_expect_eq(*at, strlen(text));
}

static void expect_only(const char *text, const char *subject, int year, int64_t fen) {
  size_t at = 0;
  expect(text, &at, subject, year, fen);
  expect_end(text, &at);
}

static void expect_none(const char *text) {
  size_t at = 0;
  expect_end(text, &at);
}

Test(change, subject_stands_before_the_comparison) {
  expect_only("收入较 2022 年增加 66.62 万元。", "收入", 2022, 66620000);
}

Test(change, decrease_is_negative) {
  expect_only("项目支出比2022年减少21.97万元。", "项目支出", 2022, -21970000);
}

Test(change, subject_stands_in_the_clause_before) {
  expect_only("其中：基本支出 646.51 万元，比 2022 年增加 88.59 万元，主要原因是在编人员增加 3 名。",
              "基本支出", 2022, 88590000);
}

Test(change, the_year_is_no_part_of_the_subject) {
  expect_only("2023 年“三公”经费预算 5.5 万元，比 2022 年增加 0 万元。", "“三公”经费预算", 2022, 0);
}

Test(change, the_year_before_may_be_named_so) {
  expect_only("机关运行经费261.96万元，比上年增加了 78.65 万元。", "机关运行经费", 0, 78650000);
}

Test(change, later_clauses_need_not_compare_again) {
  const char *text = "支出预算较 2022 年增加 66.62 万元，主要是基本支出预算增加 88.59 "
                     "万元，项目支出预算减少 21.97 万元。";
  size_t at = 0;
  expect(text, &at, "支出预算", 2022, 66620000);
  expect(text, &at, "基本支出预算", 2022, 88590000);
  expect(text, &at, "项目支出预算", 2022, -21970000);
  expect_end(text, &at);
}

Test(change, comparison_may_stand_in_a_clause_of_its_own) {
  expect_only("基本支出646.51万元，与2022年相比，增加1,088.59元。", "基本支出", 2022, 108859);
}

Test(change, units_are_read) {
  expect_only("收入比去年下降 1.5 亿元", "收入", 0, -15000000000);
}

Test(change, a_new_sentence_compares_anew) {
  expect_none("收入与 2022 年持平。支出增加 5 万元。");
}

Test(change, without_comparison_there_is_no_change) {
  expect_none("经费拨款增加 66.62 万元。");
}

Test(change, what_is_no_amount_of_money_is_passed_over) {
  expect_none("编制较 2022 年增加 3 人，增长 3.06%，比例较大，比 2022 年增加。");
}

Test(change, the_bytes_after_the_length_are_not_read) {
  const char *text = "收入较上年增加 66.62 万元";
  Change change;
  size_t at = 0;
  cr_expect_not(change_read(text, strlen(text) - strlen("元"), &at, &change));
}

Test(change, a_text_without_a_full_stop_costs_no_more) {
  enum { CLAUSES = 20000 };
  Str text = STR_EMPTY;
  str_add_text(&text, "收入较上年增加 1 元");
  for (int i = 0; i < CLAUSES; i++)
    str_add_text(&text, "，增加 1 元");
  Change change;
  size_t count = 0;
  for (size_t at = 0; change_read(text.data, text.length, &at, &change);)
    count++;
  cr_expect_gt(count, 0);
  cr_expect_lt(count, CLAUSES, "a comparison far back is forgotten");
  str_free(&text);
}
