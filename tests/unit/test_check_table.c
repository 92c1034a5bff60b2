#include <criterion/criterion.h>

#include "check_case.h"

#define GENERAL(rows)                                                                              \
  "{number: '2', title: 支出表, kind: general-public-expenditure, classification: functional, "    \
  "columns: [{title: 科目编码}, {title: 科目名称}, {title: 小计}, {title: 基本支出}, "             \
  "{title: 项目支出}], rows: [" rows "]}"
#define BASIC(rows)                                                                                \
  "{number: '3', title: 基本表, kind: basic-expenditure, classification: department-economic, "    \
  "columns: [{title: 科目编码}, {title: 科目名称}, {title: 总计}, {title: 人员经费}, "             \
  "{title: 日常公用经费}], rows: [" rows "]}"
#define PLAIN(columns, rows) "{number: '9', title: 表, columns: [" columns "], rows: [" rows "]}"
#define THREE(rows)                                                                                                 \
  "{number: '5', title: 三公, kind: three-public, columns: [{title: 合计}, {title: 因公出国（境）费}, " \
  "{title: 公务用车购置及运行费, columns: [{title: 小计}, {title: 公务用车购置费}, "             \
  "{title: 公务用车运行费}]}, {title: 公务接待费}], rows: [" rows "]}"
#define PANELS(income, expenditure)                                                          \
  "{number: '1', title: 总表, kind: fiscal-balance, panels: ["                               \
  "{title: 收入, columns: [{title: 项目}, {title: 预算数}], rows: [" income "]}, "           \
  "{title: 支出, columns: [{title: 项目}, {title: 预算数}], rows: [" expenditure "]}]}"

Test(check_table, basic_project) {
  EXPECT_CASES(
      "table/basic-project", {"right", GENERAL("['201', 甲, 3.00, 1.00, 2.00]"), {.exact = 1}},
      {"three halves of a hundredth may be lost",
       GENERAL("['201', 甲, 3.01, 1.00, 2.00]"),
       {.rounding = 1}},
      {"two hundredths may not", GENERAL("['201', 甲, 3.02, 1.00, 2.00]"), {.mismatch = 1}},
      {"fewer decimals, more tolerance", GENERAL("['201', 甲, 3, 1.3, 2.2]"), {.rounding = 1}},
      {"a blank adds nothing, nor tolerance",
       GENERAL("['201', 甲, 3.00, ~, 3.01]"),
       {.rounding = 1}},
      {"a blank is no addend", GENERAL("['201', 甲, 3.00, ~, 3.02]"), {.mismatch = 1}},
      {"a zero without decimals has those of its table",
       GENERAL("['201', 甲, 3.00, 0, 3.02]"),
       {.mismatch = 1}},
      {"a dash adds nothing", GENERAL("['201', 甲, 3.00, –, 3.00]"), {.exact = 1}},
      {"nothing printed beside the total",
       GENERAL("['201', 甲, 3.00, ~, ~]"),
       {.not_applicable = 1}},
      {"negative amounts", GENERAL("['201', 甲, -1.00, 1.00, -2.00]"), {.exact = 1}},
      {"other columns count",
       PLAIN("{title: 合计}, {title: 基本支出}, {title: 项目支出}, {title: 上缴上级支出}",
             "[6.00, 1.00, 2.00, '3.00']"),
       {.exact = 1}},
      {"a number in a text column is no amount",
       PLAIN("{title: 合计}, {title: 基本支出}, {title: 项目支出}, {title: 人数}",
             "[3.00, 1.00, 2.00, '3']"),
       {.exact = 1}},
      {"no such table", BASIC("['301', 甲, 1.00, 1.00, ~]"), {.not_applicable = 1}});
}

Test(check_table, sums_that_do_not_fit) {
  EXPECT_CASES("table/basic-project", {"too large",
                                       GENERAL("['201', 甲, 1.00, 9223372036854, 9223372036854]"),
                                       {.not_applicable = 1}});
}

Test(check_table, personnel_operating) {
  EXPECT_CASES("table/personnel-operating",
               {"right", BASIC("['301', 甲, 3.00, 1.00, 2.00]"), {.exact = 1}},
               {"rounded", BASIC("['301', 甲, 2.99, 1.00, 2.00]"), {.rounding = 1}},
               {"wrong", BASIC("['301', 甲, 2.90, 1.00, 2.00]"), {.mismatch = 1}},
               {"no such table", GENERAL("['201', 甲, 1.00, 1.00, ~]"), {.not_applicable = 1}});
}

#define SOURCES "{title: 合计}, {title: 一般公共预算}, {title: 政府性基金预算}, {title: 上年预算数}"
#define CHANGE "{title: 项目}, {title: 预算数}, {title: 上年预算数}, {title: 增减额}"

Test(check_table, header_group) {
  EXPECT_CASES(
      "table/header-group",
      {"the year before is no part", PLAIN(SOURCES, "[3.00, 1.00, 2.00, 9.00]"), {.exact = 1}},
      {"rounded", PLAIN(SOURCES, "[3.01, 1.00, 2.00, ~]"), {.rounding = 1}},
      {"wrong", PLAIN(SOURCES, "[4.00, 1.00, 2.00, ~]"), {.mismatch = 1}},
      {"a group counts by its own total",
       PLAIN(
           "{title: 合计}, {title: 财政拨款, columns: [{title: 小计}, {title: 一般公共预算}, {title: 政府性基金预算}]}, {title: 事业收入}",
           "[6.00, 3.00, 1.00, 2.00, 3.00]"),
       {.exact = 2}},
      {"no total",
       PLAIN("{title: 一般公共预算}, {title: 政府性基金预算}", "[1.00, 2.00]"),
       {.not_applicable = 1}});
  EXPECT_CASES("table/change",
               {"right", PLAIN(CHANGE, "[甲, 1.00, 3.00, -2.00]"), {.exact = 1}},
               {"rounded", PLAIN(CHANGE, "[甲, 1.00, 3.00, -2.01]"), {.rounding = 1}},
               {"wrong", PLAIN(CHANGE, "[甲, 1.00, 3.00, 2.00]"), {.mismatch = 1}},
               {"none", PLAIN(SOURCES, "[3.00, 1.00, 2.00, 9.00]"), {.not_applicable = 1}});
}

Test(check_table, parents) {
  EXPECT_CASES(
      "table/parent-sum",
      {"every level and column",
       GENERAL("['201', 甲, 3.00, 1.00, 2.00], ['20101', 乙, 3.00, 1.00, 2.00], "
               "['2010101', 丙, 3.00, 1.00, 2.00]"),
       {.exact = 6}},
      {"rounded", GENERAL("['201', 甲, 3.01, ~, ~], ['20101', 乙, 3.00, ~, ~]"), {.rounding = 1}},
      {"n + 1 halves",
       GENERAL(
           "['201', 甲, 3.02, ~, ~], ['20101', 乙, 1.00, ~, ~], ['20102', 丙, 1.00, ~, ~], ['20103', 丁, 1.00, ~, ~]"),
       {.rounding = 1}},
      {"wrong", GENERAL("['201', 甲, 3.02, ~, ~], ['20101', 乙, 3.00, ~, ~]"), {.mismatch = 1}},
      {"a parent that is not printed stands for its children",
       GENERAL("['201', 甲, 3.00, ~, ~], ['2010101', 乙, 1.00, ~, ~], ['2010201', 丙, 2.00, ~, ~]"),
       {.exact = 1}},
      {"children that print nothing",
       GENERAL("['201', 甲, 3.00, ~, ~], ['20101', 乙, ~, ~, ~]"),
       {.not_applicable = 1}},
      {"of which", GENERAL("['201', 甲, 3.00, ~, ~], [~, 其中：乙, 1.00, ~, ~]"), {.exact = 1}},
      {"of which more than all",
       GENERAL("['201', 甲, 3.00, ~, ~], [~, 其中：乙, 4.00, ~, ~]"),
       {.mismatch = 1}},
      {"no children", GENERAL("['201', 甲, 3.00, ~, ~]"), {.not_applicable = 1}});
}

Test(check_table, levels_of_panels) {
  EXPECT_CASES(
      "table/parent-sum",
      {"a heading over its sources",
       PANELS(
           "{level: 1, cells: [一、本年收入, 3.00]}, {level: 2, cells: [甲, 1.00]}, {level: 2, cells: [乙, 2.00]}, [~, ~], "
           "{level: 1, cells: [二、上年结转, ~]}, {level: 1, total: true, cells: [收入合计, 3.00]}",
           "{level: 1, cells: [丙, 3.00]}"),
       {.exact = 1}},
      {"wrong",
       PANELS("{level: 1, cells: [甲, 3.00]}, {level: 2, cells: [乙, 1.00]}", "[丙, 1.00]"),
       {.mismatch = 1}});
  EXPECT_CASES(
      "table/total-row",
      {"a heading and its sources are not added together",
       PANELS("{level: 1, cells: [一、本年收入, 3.00]}, {level: 2, cells: [甲, 3.00]}, "
              "{level: 1, total: true, cells: [收入合计, 3.00]}",
              "{level: 1, total: true, cells: [合计, 3.00]}, {level: 1, cells: [丙, 3.00]}"),
       {.exact = 2}},
      {"a total over what was carried over, too",
       PANELS(
           "{level: 1, cells: [甲, 3.00]}, {level: 1, total: true, cells: [本年收入合计, 3.00]}, "
           "{level: 1, cells: [上年结转, 1.00]}, {level: 1, total: true, cells: [收入总计, 4.00]}",
           "[丙, 4.00]"),
       {.exact = 2}},
      {"levels that are not told are not judged",
       PANELS("[一、本年收入, 3.00], [甲, 3.00], [收入合计, 3.00]",
              "[一、本年支出, 3.00], [丙, 3.00]"),
       {.not_applicable = 1}});
}

Test(check_table, total_row) {
  EXPECT_CASES(
      "table/total-row",
      {"before",
       GENERAL("[合计, ~, 3.00, ~, ~], ['201', 甲, 1.00, ~, ~], ['202', 乙, 2.00, ~, ~]"),
       {.exact = 1}},
      {"behind",
       GENERAL("['201', 甲, 1.00, ~, ~], ['202', 乙, 2.00, ~, ~], [~, 合计, 3.00, ~, ~]"),
       {.exact = 1}},
      {"both",
       GENERAL("[合计, ~, 3.00, ~, ~], ['201', 甲, 3.00, ~, ~], [~, 总计, 3.00, ~, ~]"),
       {.exact = 2}},
      {"rounded",
       GENERAL("[合计, ~, 3.01, ~, ~], ['201', 甲, 1.00, ~, ~], ['202', 乙, 2.00, ~, ~]"),
       {.rounding = 1}},
      {"wrong",
       GENERAL("[合计, ~, 3.10, ~, ~], ['201', 甲, 1.00, ~, ~], ['202', 乙, 2.00, ~, ~]"),
       {.mismatch = 1}},
      {"without codes",
       PLAIN("{title: 项目}, {title: 金额}", "[甲, 1.00], [乙, 2.00], [合计, 3.00]"),
       {.exact = 1}},
      {"blank", GENERAL("[合计, ~, ~, ~, ~], ['201', 甲, ~, ~, ~]"), {.not_applicable = 1}});
}

Test(check_table, panels) {
  EXPECT_CASES("table/panels",
               {"right", PANELS("[收入合计, 3.00]", "[支出合计, 3.00]"), {.exact = 1}},
               {"rounded", PANELS("[收入合计, 3.00]", "[支出合计, 3.01]"), {.rounding = 1}},
               {"wrong", PANELS("[收入合计, 3.00]", "[支出合计, 4.00]"), {.mismatch = 1}},
               {"panels of other things",
                "{number: '1', title: 表, panels: [{title: 甲, columns: [{title: 项目}, {title: 金额}], "
                "rows: [[合计, 1.00]]}, {title: 乙, columns: [{title: 项目}, {title: 金额}], rows: "
                "[[合计, 2.00]]}]}",
                {.not_applicable = 1}},
               {"one total", PANELS("[收入合计, 3.00]", "[甲, 4.00]"), {.not_applicable = 1}});
}

#define LINES(rows)                                                                              \
  "{number: '5', title: 三公, kind: three-public, columns: [{title: 项目}, {title: 预算数}], " \
  "rows: [" rows "]}"

Test(check_table, three_public) {
  EXPECT_CASES("table/three-public",
               {"right", THREE("[5.50, ~, 4.50, ~, 4.50, 1.00]"), {.exact = 1}},
               {"rounded", THREE("[5.51, ~, 4.50, ~, 4.50, 1.00]"), {.rounding = 1}},
               {"wrong", THREE("[6.50, ~, 4.50, ~, 4.50, 1.00]"), {.mismatch = 1}},
               {"a row for each",
                LINES("[合计, 3.00], [因公出国（境）费, 1.00], [公务接待费, 2.00]"),
                {.exact = 1}},
               {"a row for each, wrong",
                LINES("[合计, 4.00], [因公出国（境）费, 1.00], [公务接待费, 2.00]"),
                {.mismatch = 1}},
               {"none", GENERAL("['201', 甲, 3.00, ~, ~]"), {.not_applicable = 1}});
  EXPECT_CASES(
      "table/vehicles", {"right", THREE("[5.50, ~, 4.50, ~, 4.50, 1.00]"), {.exact = 1}},
      {"rounded", THREE("[5.50, ~, 4.50, 1.00, 3.51, 1.00]"), {.rounding = 1}},
      {"wrong", THREE("[5.50, ~, 4.50, 1.00, 4.50, 1.00]"), {.mismatch = 1}},
      {"a row for each",
       LINES(
           "[合计, 3.00], [公务用车购置及运行费, 3.00], [其中：公务用车购置费, 1.00], [公务用车运行费, 2.00]"),
       {.exact = 1}},
      {"none", GENERAL("['201', 甲, 3.00, ~, ~]"), {.not_applicable = 1}});
}
