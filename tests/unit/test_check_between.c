#include <criterion/criterion.h>
#include <string.h>

#include "check_case.h"

#define CODED(number, kind, of, unit, columns, rows)                                      \
  "{number: '" number "', title: 表, kind: " kind ", classification: " of ", unit: " unit \
  ", columns: [{title: 科目编码}, {title: 科目名称}, " columns "], rows: [" rows "]}"
#define GENERAL(rows)                                                     \
  CODED("2", "general-public-expenditure", "functional", "万元",          \
        "{title: 小计}, {title: 基本支出}, {title: 项目支出}", rows)
#define DEPARTMENT(rows)                                                  \
  CODED("9", "department-expenditure", "functional", "万元",              \
        "{title: 总计}, {title: 基本支出}, {title: 项目支出}", rows)
#define ECONOMIC(kind, of, unit, rows) CODED("3", kind, of, unit, "{title: 总计}", rows)
#define BALANCE(kind, income, expenditure)                                                   \
  "{number: '1', title: 总表, kind: " kind ", panels: ["                                     \
  "{title: 收入, columns: [{title: 项目}, {title: 预算数}], rows: [" income "]}, "           \
  "{title: 支出, columns: [{title: 项目}, {title: 预算数}], rows: [" expenditure "]}]}"

#define TOTAL "[合计, ~, 3.00, 1.00, 2.00]"

#define CARRIED "[上年结转, 1.00], [一般公共预算资金, 3.00], [合计, 4.00]"

Test(check_between, what_is_carried_over) {
  EXPECT_CASES("between/department-classes",
               {"the balance may hold more",
                DEPARTMENT("[合计, ~, 3.00, ~, ~], ['201', 甲, 3.00, ~, ~]") ", "
                BALANCE("department-balance", CARRIED, "[甲, 4.00], [合计, 4.00]"),
                {.exact = 2}},
               {"but not less",
                DEPARTMENT("[合计, ~, 3.00, ~, ~], ['201', 甲, 3.00, ~, ~]") ", "
                BALANCE("department-balance", CARRIED, "[甲, 2.00], [合计, 4.00]"),
                {.exact = 1, .mismatch = 1}},
               {"into the next year", DEPARTMENT("[合计, ~, 3.00, ~, ~]") ", "
                BALANCE("department-balance", "[合计, 4.00]", "[结转下年, 1.00], [合计, 4.00]"),
                {.not_applicable = 1}});
}

#define YEAR_INCOME(total, source)                                                               \
  "{number: '8', title: 收入表, kind: department-income, columns: [{title: 科目编码}, "          \
  "{title: 科目名称}, {title: 本年收入合计}, {title: 其他收入}], rows: [[合计, ~, " total ", "   \
  source "]]}"
#define YEAR_BALANCE(year, total)                                                                \
  BALANCE("department-balance",                                                                  \
          "[其他收入, 2.00], [本年收入合计, " year "], [使用非财政拨款结余, 1.00], "              \
          "[年初结转和结余, 4.00], [总计, " total "]",                                           \
          "[本年支出合计, 8.00], [年末结转和结余, 2.00], [总计, 10.00]")

Test(check_between, income_of_this_year_beside_what_was_left_of_the_last) {
  EXPECT_CASES("between/department-income",
               {"agrees with its own row", YEAR_INCOME("5.00", "2.00") ", " YEAR_BALANCE("5.00", "10.00"),
                {.exact = 2}},
               {"and with no other", YEAR_INCOME("10.00", "2.00") ", " YEAR_BALANCE("5.00", "10.00"),
                {.exact = 1, .mismatch = 1}},
               {"is a part where no row prints it",
                YEAR_INCOME("5.00", "2.00") ", " YEAR_BALANCE("~", "10.00"), {.exact = 2}});
  EXPECT_CASES("between/income-expenditure",
               {"what was left may be spent",
                YEAR_INCOME("5.00", "2.00") ", " YEAR_BALANCE("5.00", "10.00") ", "
                DEPARTMENT("[合计, ~, 8.00, ~, ~]"),
                {.exact = 1}},
               {"but no more",
                YEAR_INCOME("5.00", "2.00") ", " YEAR_BALANCE("5.00", "10.00") ", "
                DEPARTMENT("[合计, ~, 12.00, ~, ~]"),
                {.mismatch = 1}});
}

#define PANEL(rows)                                                                              \
  "{columns: [{title: 科目编码}, {title: 科目名称}, {title: 预算数}], rows: [" rows "]}"
#define PANELS(left, right)                                                                      \
  "{number: '3', title: 基本支出表, kind: basic-expenditure, classification: "                   \
  "department-economic, panels: [" PANEL(left) ", " PANEL(right) "]}"
#define GENERAL_BASIC(total) GENERAL("[合计, ~, ~, " total ", ~]")

Test(check_between, accounts_that_go_on_beside_each_other) {
  EXPECT_CASES(
      "between/basic-department",
      {"each side has its total",
       GENERAL_BASIC("3.00") ", " PANELS("['301', 甲, 2.00], [~, 人员经费合计, 2.00]",
                                        "['302', 乙, 1.00], [~, 公用经费合计, 1.00]"),
       {.exact = 1}},
      {"or none", GENERAL_BASIC("3.00") ", " PANELS("['301', 甲, 2.00]", "['302', 乙, 1.00]"),
       {.exact = 1}},
      {"or one stands for both",
       GENERAL_BASIC("3.00") ", " PANELS("['301', 甲, 2.00]", "['302', 乙, 1.00], [~, 合计, 3.00]"),
       {.exact = 1}},
      {"one side is not the whole",
       GENERAL_BASIC("2.00") ", " PANELS("['301', 甲, 2.00], [~, 人员经费合计, 2.00]",
                                        "['302', 乙, 1.00], [~, 公用经费合计, 1.00]"),
       {.mismatch = 1}});
  EXPECT_CASES("table/total-row",
               {"a total of a part sums up its own panel",
                PANELS("['301', 甲, 2.00], [~, 人员经费合计, 2.10]",
                       "['302', 乙, 1.00], [~, 公用经费合计, 1.00]"),
                {.exact = 1, .mismatch = 1}},
               {"and beside another one in one list, nothing that is known",
                CODED("3", "basic-expenditure", "department-economic", "万元", "{title: 预算数}",
                      "['301', 甲, 2.00], [~, 人员经费合计, 2.00], ['302', 乙, 1.00], "
                      "[~, 公用经费合计, 1.00], [~, 合计, 3.00]"),
                {.exact = 1}});
}

Test(check_between, economic) {
  EXPECT_CASES("between/basic-department",
               {"right",
                GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "department-economic", "万元",
                                             "[合计, ~, 1.00]"),
                {.exact = 1}},
               {"rounded",
                GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "department-economic", "万元",
                                             "[合计, ~, 1.01]"),
                {.rounding = 1}},
               {"wrong",
                GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "department-economic", "万元",
                                             "[合计, ~, 1.10]"),
                {.mismatch = 1}},
               {"another unit",
                GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "department-economic", "元",
                                             "[合计, ~, 10040.00]"),
                {.rounding = 1}},
               {"the sum of accounts without a total",
                GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "department-economic", "万元",
                                             "['301', 甲, 0.40], ['302', 乙, 0.60]"),
                {.exact = 1}},
               {"another classification",
                GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "government-economic", "万元",
                                             "[合计, ~, 9.00]"),
                {.not_applicable = 1}});
  EXPECT_CASES(
      "between/basic-government",
      {"right",
       GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "government-economic", "万元",
                                    "[合计, ~, 1.00]"),
       {.exact = 1}},
      {"rounded",
       GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "government-economic", "万元",
                                    "[合计, ~, 1.01]"),
       {.rounding = 1}},
      {"wrong",
       GENERAL(TOTAL) ", " ECONOMIC("basic-expenditure", "government-economic", "万元",
                                    "[合计, ~, 9.00]"),
       {.mismatch = 1}},
      {"the economic ones alone",
       ECONOMIC("basic-expenditure", "government-economic", "万元",
                "[合计, ~, 9.00]") ", " ECONOMIC("basic-expenditure", "department-economic", "万元",
                                                 "[合计, ~, 8.00]"),
       {.mismatch = 1}},
      {"none", GENERAL(TOTAL), {.not_applicable = 1}});
  EXPECT_CASES("between/project-department",
               {"right",
                GENERAL(TOTAL) ", " ECONOMIC("project-expenditure", "department-economic", "万元",
                                             "[合计, ~, 2.00]"),
                {.exact = 1}},
               {"rounded",
                GENERAL(TOTAL) ", " ECONOMIC("project-expenditure", "department-economic", "万元",
                                             "[合计, ~, 1.99]"),
                {.rounding = 1}},
               {"wrong",
                GENERAL(TOTAL) ", " ECONOMIC("project-expenditure", "department-economic", "万元",
                                             "[合计, ~, 1.00]"),
                {.mismatch = 1}},
               {"none", GENERAL(TOTAL), {.not_applicable = 1}});
  EXPECT_CASES("between/project-government",
               {"right",
                GENERAL(TOTAL) ", " ECONOMIC("project-expenditure", "government-economic", "万元",
                                             "[合计, ~, 2.00]"),
                {.exact = 1}},
               {"rounded",
                GENERAL(TOTAL) ", " ECONOMIC("project-expenditure", "government-economic", "万元",
                                             "[合计, ~, 1.99]"),
                {.rounding = 1}},
               {"wrong",
                GENERAL(TOTAL) ", " ECONOMIC("project-expenditure", "government-economic", "万元",
                                             "[合计, ~, 1.00]"),
                {.mismatch = 1}},
               {"none", GENERAL(TOTAL), {.not_applicable = 1}});
}

#define CLASSES GENERAL(TOTAL ", ['201', 一般公共服务支出, 3.00, 1.00, 2.00]")

Test(check_between, classes) {
  EXPECT_CASES(
      "between/fiscal-classes",
      {"by class, by this year's expenditure",
       CLASSES ", " BALANCE(
           "fiscal-balance", "[收入合计, 4.00]",
           "{level: 1, cells: [一、本年支出, 3.00]}, {level: 2, cells: [（一）一般公共服务支出, 3.00]}, "
           "{level: 1, cells: [二、结转下年, 1.00]}, {level: 1, total: true, cells: [支出合计, 4.00]}"),
       {.exact = 2}},
      {"a name with spaces",
       CLASSES
       ", " BALANCE("fiscal-balance", "[合计, 3.00]", "['一般公共 服务支出', 3.00], [合计, 3.00]"),
       {.exact = 2}},
      {"rounded",
       CLASSES
       ", " BALANCE("fiscal-balance", "[合计, 3.00]", "[一般公共服务支出, 3.01], [合计, 3.00]"),
       {.exact = 1, .rounding = 1}},
      {"wrong",
       CLASSES
       ", " BALANCE("fiscal-balance", "[合计, 3.00]", "[一般公共服务支出, 2.00], [合计, 3.00]"),
       {.exact = 1, .mismatch = 1}},
      {"no balance", CLASSES, {.not_applicable = 1}});
  EXPECT_CASES("between/department-classes",
               {"right",
                DEPARTMENT(TOTAL ", ['201', 甲支出, 3.00, 1.00, 2.00]") ", " BALANCE(
                    "department-balance", "[合计, 3.00]", "[甲, 3.00], [合计, 3.00]"),
                {.exact = 2}},
               {"rounded",
                DEPARTMENT(TOTAL ", ['201', 甲, 3.00, 1.00, 2.00]") ", " BALANCE(
                    "department-balance", "[合计, 3.00]", "[甲, 2.99], [合计, 3.00]"),
                {.exact = 1, .rounding = 1}},
               {"wrong",
                DEPARTMENT(TOTAL ", ['201', 甲, 3.00, 1.00, 2.00]") ", " BALANCE(
                    "department-balance", "[合计, 3.00]", "[甲, 3.00], [合计, 5.00]"),
                {.exact = 1, .mismatch = 1}},
               {"no table",
                BALANCE("department-balance", "[合计, 3.00]", "[甲, 3.00]"),
                {.not_applicable = 1}});
}

#define INCOME(rows)                                                                                                  \
  "{number: '8', title: 收入表, kind: department-income, columns: [{title: 科目编码}, {title: 科目名称}, " \
  "{title: 总计}, {title: 一般公共预算}, {title: 事业收入}], rows: [" rows "]}"

Test(check_between, income) {
  EXPECT_CASES("between/department-income",
               {"by source",
                INCOME("[合计, ~, 3.00, 2.00, 1.00]") ", " BALANCE(
                    "department-balance",
                    "[一般公共预算资金, 2.00], [事业收入资金, 1.00], [合计, 3.00]", "[合计, 3.00]"),
                {.exact = 3}},
               {"rounded",
                INCOME("[合计, ~, 3.00, 2.00, 1.00]") ", " BALANCE(
                    "department-balance",
                    "[一般公共预算资金, 2.01], [事业收入资金, 1.00], [合计, 3.00]", "[合计, 3.00]"),
                {.exact = 2, .rounding = 1}},
               {"wrong",
                INCOME("[合计, ~, 3.00, 2.00, 1.00]") ", " BALANCE(
                    "department-balance",
                    "[一般公共预算资金, 2.00], [事业收入资金, 2.00], [合计, 3.00]", "[合计, 3.00]"),
                {.exact = 2, .mismatch = 1}},
               {"no balance", INCOME("[合计, ~, 3.00, 2.00, 1.00]"), {.not_applicable = 1}});
  EXPECT_CASES(
      "between/income-expenditure",
      {"right", INCOME("[合计, ~, 3.00, 2.00, 1.00]") ", " DEPARTMENT(TOTAL), {.exact = 1}},
      {"rounded", INCOME("[合计, ~, 3.01, 2.00, 1.00]") ", " DEPARTMENT(TOTAL), {.rounding = 1}},
      {"wrong", INCOME("[合计, ~, 4.00, 2.00, 1.00]") ", " DEPARTMENT(TOTAL), {.mismatch = 1}},
      {"one of them", DEPARTMENT(TOTAL), {.not_applicable = 1}});
}

#define FUND(rows)                                                \
  CODED("6", "government-fund-expenditure", "functional", "万元", \
        "{title: 总计}, {title: 基本支出}, {title: 项目支出}", rows)
#define ONLY BALANCE("department-balance", "[一般公共预算资金, 3.00], [合计, 3.00]", "[合计, 3.00]")
#define MORE                                                                                    \
  BALANCE("department-balance", "[一般公共预算资金, 3.00], [事业收入资金, 1.00], [合计, 4.00]", \
          "[合计, 4.00]")

Test(check_between, department_sources) {
  EXPECT_CASES("between/department-sources",
               {"total and accounts",
                DEPARTMENT(TOTAL ", ['201', 甲, 3.00, 1.00, 2.00]") ", " CLASSES,
                {.exact = 6}},
               {"general and fund together",
                DEPARTMENT("[合计, ~, 5.00, ~, ~]") ", " GENERAL("[合计, ~, 3.00, ~, ~]") ", " FUND(
                    "[~, 合计, 2.00, ~, ~]"),
                {.exact = 1}},
               {"a blank fund",
                DEPARTMENT("[合计, ~, 3.00, ~, ~]") ", " GENERAL("[合计, ~, 3.00, ~, ~]") ", " FUND(
                    "[~, 合计, ~, ~, ~]"),
                {.exact = 1}},
               {"rounded",
                DEPARTMENT("[合计, ~, 3.01, ~, ~]") ", " GENERAL("[合计, ~, 3.00, ~, ~]") ", " ONLY,
                {.rounding = 1}},
               {"more than all sources",
                DEPARTMENT("[合计, ~, 4.00, ~, ~]") ", " GENERAL("[合计, ~, 3.00, ~, ~]") ", " ONLY,
                {.mismatch = 1}},
               {"more, where there is other income",
                DEPARTMENT("[合计, ~, 4.00, ~, ~]") ", " GENERAL("[合计, ~, 3.00, ~, ~]") ", " MORE,
                {.exact = 1}},
               {"less than its sources",
                DEPARTMENT("[合计, ~, 2.00, ~, ~]") ", " GENERAL("[合计, ~, 3.00, ~, ~]") ", " MORE,
                {.mismatch = 1}},
               {"no table", GENERAL(TOTAL), {.not_applicable = 1}});
}

#define EXPENSES \
  "{number: '5', title: 三公, kind: three-public, columns: [{title: 合计}, {title: 公务接待费}], rows: [[1.00, 1.00]]}"
#define HOLDS(kind, amount)                     \
  ECONOMIC(kind, "department-economic", "万元", \
           "['302', 甲, " amount "], ['30217', 公务接待费, " amount "]")
#define GOVERNMENT(rows) ECONOMIC("basic-expenditure", "government-economic", "万元", rows)

Test(check_between, three_public_accounts) {
  EXPECT_CASES(
      "between/three-public-accounts",
      {"basic alone is a part", EXPENSES ", " HOLDS("basic-expenditure", "0.40"), {.exact = 1}},
      {"but no more", EXPENSES ", " HOLDS("basic-expenditure", "1.40"), {.mismatch = 1}},
      {"unless rounded", EXPENSES ", " HOLDS("basic-expenditure", "1.01"), {.rounding = 1}},
      {"basic and project are all",
       EXPENSES ", " HOLDS("basic-expenditure", "0.40") ", " HOLDS("project-expenditure", "0.60"),
       {.exact = 1}},
      {"and not less",
       EXPENSES ", " HOLDS("basic-expenditure", "0.40") ", " HOLDS("project-expenditure", "0.50"),
       {.mismatch = 1}},
      {"of the government's accounts, institutions hold a part",
       EXPENSES
       ", " GOVERNMENT("['502', 甲, 0.50], ['50206', 公务接待费, 0.50], ['505', 乙, 9.00]") ", " ECONOMIC(
           "project-expenditure", "government-economic", "万元", "['502', 甲, 1.00]"),
       {.exact = 1}},
      {"a table of classes alone does not tell",
       EXPENSES ", " HOLDS("basic-expenditure", "0.40") ", "
       ECONOMIC("project-expenditure", "department-economic", "万元", "['302', 甲, 9.00]"),
       {.exact = 1}},
      {"none", EXPENSES, {.not_applicable = 1}});
  Checked checked = checked_annexes(EXPENSES ", " HOLDS("basic-expenditure", "1.40"));
  const Finding *finding = first_finding(&checked, "between/three-public-accounts", CHECK_MISMATCH);
  cr_assert_not_null(finding);
  cr_assert_eq(finding->relation, CHECK_AT_LEAST);
  cr_assert_not_null(finding->reason, "it says why the comparison is no equality");
  cr_assert_eq(finding->other.kind, PLACE_ROW);
  checked_free(&checked);
}
