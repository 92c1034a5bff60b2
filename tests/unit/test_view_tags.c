/* Tagged rows and what they add up to. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "screen.h"

/* The status line up to what it says of the row under the cursor. */
static void expect_tags(Screen *screen, const char *text) {
  const char *status = screen_status(screen);
  cr_expect_eq(strncmp(status, text, strlen(text)), 0, "expected: %s\nfound: %s", text, status);
}

static void open_tree(Screen *screen, const char *rows) {
  static char yaml[4096];
  snprintf(yaml, sizeof yaml,
           "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 万元\nannexes:\n"
           "  - {number: '1', title: t, classification: functional, columns: [{title: 科目编码}, "
           "{title: 科目名称}, {title: 合计}, {title: 基本支出}, {title: 项目支出}], rows: [%s]}\n",
           rows);
  screen_open(screen, &view_functional, yaml);
}

Test(tags, rows_are_added_up_column_by_column) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_DOWN, 3);
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 1 · 小计 261.96∑ · 基本支出 261.96∑ · 2010302 ");
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 2 · 小计 1,861.96∑ · 基本支出 261.96∑ · 项目支出 1,600.00∑ · 2010350 ");
  screen_expect(&screen, 3,
                "  ▾20103    政府办公厅（室）及相关机构事… 2,099.40    499.40  1,600.00  ████████\n"
                "✓   2010301 行政运行                        261.96    261.96            █\n"
                "✓   2010302 一般行政管理事务              1,600.00            1,600.00  ██████▏\n"
                "    2010350 事业运行                        237.44    237.44            ▉\n");
  cr_expect_eq(screen_style(&screen, 4, 0), STYLE_TAGGED);
  cr_expect_eq(screen_style(&screen, 4, 12), STYLE_TAGGED);
  screen_act(&screen, ACTION_UP, 1);
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 1 · 小计 261.96∑ · 基本支出 261.96∑ · 2010350 ");
  screen_act(&screen, ACTION_CLEAR_TAGS, 1);
  expect_tags(&screen, "2010350 ");
  screen_expect_none(&screen, "✓");
  screen_act(&screen, ACTION_CLEAR_TAGS, 1);
  cr_expect_str_eq(screen.session.message.data, "no row is tagged");
  screen_close(&screen);
}

Test(tags, an_account_inside_a_tagged_one_counts_once) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_TAG, 4);
  expect_tags(&screen, "tagged: 4 (3 inside another) · 小计 2,099.40∑ · 基本支出 499.40∑ · "
                       "项目支出 1,600.00∑");
  screen_act(&screen, ACTION_FIRST, 1);
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 5 (4 inside another) · 小计 2,246.51∑");
  screen_close(&screen);
}

/* What the account above leaves blank is not told twice by counting it below. */
Test(tags, a_column_that_the_account_above_leaves_blank_is_added_up_below) {
  Screen screen;
  open_tree(&screen, "['201', 甲, 5, ~, ~], ['20101', 乙, 3, 3, ~], ['20102', 丙, 2, 1, '–']");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_TAG, 3);
  expect_tags(&screen, "tagged: 3 (2 inside another) · 合计 5∑ · 基本支出 4∑ · 20102 ");
  screen_close(&screen);
}

Test(tags, a_blank_is_no_zero_and_zero_is_an_amount) {
  Screen screen;
  open_tree(&screen, "['201', 甲, 0, ~, '–'], ['208', 乙, 0, ~, /]");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_TAG, 2);
  expect_tags(&screen, "tagged: 2 · 合计 0∑ · 208 ");
  screen_close(&screen);
  open_tree(&screen, "['201', 甲, ~, ~, '–'], ['208', 乙, 1, ~, ~]");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 1 · no amounts · 208 ");
  screen_close(&screen);
}

Test(tags, a_sum_that_does_not_fit_says_so) {
  Screen screen;
  open_tree(&screen, "['201', 甲, 9000000000000, 1, ~], ['208', 乙, 9000000000000, 2.5, ~]");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_TAG, 2);
  expect_tags(&screen, "tagged: 2 · 合计 (too large to add up) · 基本支出 3.5∑ · 208 ");
  screen_close(&screen);
}

Test(tags, they_stay_with_their_accounts) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 30, 80);
  screen_act(&screen, ACTION_DOWN, 3);
  screen_act(&screen, ACTION_TAG, 1);
  screen_act(&screen, ACTION_SORT, 2);
  screen_act(&screen, ACTION_FOLD_ALL, 1);
  expect_tags(&screen, "tagged: 1 · 小计 261.96∑");
  screen_expect_none(&screen, "✓");
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_expect_some(&screen, "✓   2010301");
  screen.session.unit = UNIT_YUAN;
  expect_tags(&screen, "tagged: 1 · 小计 2,619,6__∑");
  screen.session.unit = -1;
  screen.type->filter(screen.view, "208");
  expect_tags(&screen, "filter: 208 · 5 rows · tagged: 1 · 小计 261.96∑");
  screen.type->filter(screen.view, NULL);
  screen_expect_some(&screen, "✓   2010301");
  screen_close(&screen);
}

Test(tags, a_joined_tree_adds_up_what_it_derives) {
  Screen screen;
  screen_open(&screen, &view_government_economic, NULL);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 1 · Total 315.81∑ · 基本支出 315.81∑ · ");
  screen_close(&screen);
}

Test(tags, in_a_table_what_is_inside_goes_by_levels) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  screen_act(&screen, ACTION_ENTER, 1); /* annex 1: income beside expenditure */
  screen_act(&screen, ACTION_TAG, 2);
  expect_tags(&screen, "tagged: 2 (1 inside another) · ");
  screen_expect_some(&screen, "✓");
  screen_close(&screen);
}

Test(tags, a_total_beside_its_parts_is_told) {
  Screen screen;
  screen_open(&screen, &view_annexes,
              "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 万元\n"
              "annexes:\n- number: '1'\n  title: 收入表\n"
              "  columns: [{title: 项目, role: item}, {title: 预算数, role: amount}]\n"
              "  rows:\n  - {level: 1, cells: [拨款, 3]}\n  - {level: 1, cells: [结转, 4]}\n"
              "  - {level: 1, total: true, cells: [小计, 7]}\n"
              "  - {level: 1, cells: [其他, 1]}\n  - {level: 1, total: true, cells: [总计, 8]}\n");
  screen_act(&screen, ACTION_ENTER, 1);
  screen_act(&screen, ACTION_TAG, 2);
  expect_tags(&screen, "tagged: 2 · 预算数 7∑ · 小计 · 预算数: 7 万元 · row 3");
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 3 · 预算数 14∑ · a total is among them: its parts may be counted twice");
  screen_close(&screen);
}

Test(tags, headings_of_one_name_are_told_apart) {
  Screen screen;
  screen_open(&screen, &view_annexes,
              "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 万元\n"
              "annexes:\n- number: '1'\n  title: 表\n"
              "  columns: [{title: 项目, role: item}, {title: 上年, columns: [{title: 金额}]}, "
              "{title: 今年, columns: [{title: 金额}]}]\n"
              "  rows:\n  - [甲, 1, 2]\n");
  screen_act(&screen, ACTION_ENTER, 1);
  screen_act(&screen, ACTION_TAG, 1);
  expect_tags(&screen, "tagged: 1 · 上年 / 金额 1∑ · 今年 / 金额 2∑");
  screen_close(&screen);
}
