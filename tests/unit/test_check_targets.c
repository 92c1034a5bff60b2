#include <criterion/criterion.h>

#include "check_case.h"

#define SET(kind, subject, funds, rows)                                                         \
  "{number: '13', title: 目标, kind: " kind ", unit: 元, targets: [{subject: [" subject "], "   \
  "funds: [" funds "], indicators: {columns: [{title: 一级指标}, {title: 三级指标}, "           \
  "{title: 指标性质}, {title: 指标值}, {title: 权重}], rows: [" rows "]}}]}"
#define ROWS_OF(first, second) \
  "[产出指标, 甲, '≥', '1', " first "], [效益指标, 乙, '=', '2', " second "]"
#define EXECUTION "{label: 预算执行率权重(%), role: execution-weight, value: '10'}"
#define WEIGHTS(subject, first, second) SET("project-targets", subject, "", ROWS_OF(first, second))

Test(check_targets, weights) {
  EXPECT_CASES(
      "targets/weights", {"a hundred", WEIGHTS("", "60", "40"), {.exact = 1}},
      {"with the execution rate", WEIGHTS(EXECUTION, "50", "40"), {.exact = 1}},
      {"decimals are exact", WEIGHTS("", "60.5", "39.5"), {.exact = 1}},
      {"no tolerance", WEIGHTS("", "60.5", "39.51"), {.mismatch = 1}},
      {"too much with the execution rate", WEIGHTS(EXECUTION, "60", "40"), {.mismatch = 1}},
      {"none", WEIGHTS("", "~", "~"), {.not_applicable = 1}},
      {"the difference does not fit",
       WEIGHTS("", "-9223372036854775800", "0"),
       {.not_applicable = 1}});
}

Test(check_targets, indicators) {
  EXPECT_CASES(
      "targets/indicator",
      {"readable",
       SET("project-targets", "", "", "[产出指标, 甲, '≥', '1', 50], [产出指标, 乙, 定性, 优, 50]"),
       {0}},
      {"no relation",
       SET("project-targets", "", "", "[产出指标, 甲, ~, '1', 100]"),
       {.warning = 1}},
      {"no value", SET("project-targets", "", "", "[产出指标, 甲, '≥', ~, 100]"), {.warning = 1}},
      {"no number",
       SET("project-targets", "", "", "[产出指标, 甲, '≥', 优, 100]"),
       {.warning = 1}},
      {"words are a value",
       SET("project-targets", "", "", "[产出指标, 甲, '=', 达标, 50], [产出指标, 乙, ~, 提升, 50]"),
       {0}},
      {"a part is lost",
       SET("project-targets", "", "", "[产出指标, 甲, '=', '9□%', 50], [产出指标, 乙, '=', '#REF!', 50]"),
       {.warning = 2}});
  EXPECT_CASES(
      "targets/indicator-level",
      {"known",
       SET("project-targets", "", "", "[产出指标, 甲, '≥', '1', 50], [~, 乙, '≥', '1', 50]"),
       {0}},
      {"not known", SET("project-targets", "", "", "[效果指标, 甲, '≥', '1', 100]"), {.note = 1}});
}

Test(check_targets, quotes_the_value) {
  Checked checked =
      checked_annexes(SET("project-targets", "", "", "[产出指标, 甲, '≥', 良好, 100]"));
  const Finding *finding = first_finding(&checked, "targets/indicator", CHECK_WARNING);
  cr_assert_not_null(finding);
  cr_assert_str_eq(finding->quote, "良好");
  checked_free(&checked);
}

#define FUNDS(total, fiscal, unit_funds)                                                      \
  "{label: 总额, role: total, amount: " total "}, {label: 财政, role: fiscal, amount: " fiscal \
  "}, {label: 单位, role: unit-funds, amount: " unit_funds "}"
#define NESTED(total, basic, project)                               \
  "{label: 资金, funds: [{label: 总额, role: total, amount: " total \
  "}, {label: 基本, role: basic, "                                \
  "funds: [{label: 合计, role: total, amount: " basic               \
  "}, {label: 财政, role: fiscal, amount: " basic                   \
  "}]}, {label: 项目, role: project, funds: [{label: 合计, role: total, amount: " project "}]}]}"

Test(check_targets, funds) {
  EXPECT_CASES(
      "targets/funds",
      {"right", SET("project-targets", "", FUNDS("3", "1", "2"), ROWS_OF("1", "1")), {.exact = 1}},
      {"a blank adds nothing",
       SET("project-targets", "", FUNDS("3.00", "3.00", "~"), ROWS_OF("1", "1")),
       {.exact = 1}},
      {"rounded",
       SET("project-targets", "", FUNDS("3.01", "1.00", "2.00"), ROWS_OF("1", "1")),
       {.rounding = 1}},
      {"wrong",
       SET("project-targets", "", FUNDS("30", "1", "2"), ROWS_OF("1", "1")),
       {.mismatch = 1}},
      {"nested",
       SET("department-targets", "", NESTED("3.00", "1.00", "2.00"), ROWS_OF("1", "1")),
       {.exact = 2}},
      {"of two totals each is that of the funds behind it",
       SET("project-targets", "", FUNDS("3", "1", "2") ", " FUNDS("5", "1", "4"),
           ROWS_OF("1", "1")),
       {.exact = 2}},
      {"one of two is wrong",
       SET("project-targets", "", FUNDS("3", "1", "2") ", " FUNDS("50", "1", "4"),
           ROWS_OF("1", "1")),
       {.exact = 1, .mismatch = 1}},
      {"none", SET("project-targets", "", "", ROWS_OF("1", "1")), {.not_applicable = 1}});
}

#define DEPARTMENT                                                                              \
  "{number: '9', title: 表, kind: department-expenditure, classification: functional, columns: " \
  "[{title: 科目编码}, {title: 科目名称}, {title: 总计}, {title: 基本支出}, {title: 项目支出}], " \
  "rows: [[合计, ~, 3.00, 1.00, 2.00]]}"

Test(check_targets, department_funds) {
  EXPECT_CASES(
      "targets/department-funds",
      {"in another unit",
       DEPARTMENT ", " SET("department-targets", "", NESTED("30000.00", "10000.00", "20000.00"),
                           ROWS_OF("1", "1")),
       {.exact = 3}},
      {"rounded",
       DEPARTMENT ", " SET("department-targets", "", NESTED("30049.00", "10049.00", "20000.00"),
                           ROWS_OF("1", "1")),
       {.exact = 1, .rounding = 2}},
      {"wrong",
       DEPARTMENT ", " SET("department-targets", "", NESTED("30051.00", "10000.00", "20000.00"),
                           ROWS_OF("1", "1")),
       {.exact = 2, .mismatch = 1}},
      {"a project's are not the department's",
       DEPARTMENT ", " SET("project-targets", "", NESTED("1.00", "1.00", "~"), ROWS_OF("1", "1")),
       {.not_applicable = 1}});
}

#define PROJECT "{label: 项目名称, role: project, value: 50010-中心 运行费}"
#define DETAILS(amount)                                                                        \
  "{number: '12', title: 明细, kind: project-details, columns: [{title: 项目名称}, "           \
  "{title: 金额}], rows: [[别的, 9.00], [中心运行费, " amount "]]}"

Test(check_targets, projects) {
  EXPECT_CASES("targets/project-funds",
               {"by name",
                DETAILS("1.00") ", " SET("project-targets", PROJECT, FUNDS("10000", "10000", "0"),
                                         ROWS_OF("1", "1")),
                {.exact = 1}},
               {"rounded",
                DETAILS("1.00") ", " SET("project-targets", PROJECT, FUNDS("10040", "10040", "0"),
                                         ROWS_OF("1", "1")),
                {.rounding = 1}},
               {"wrong",
                DETAILS("2.00") ", " SET("project-targets", PROJECT, FUNDS("10000", "10000", "0"),
                                         ROWS_OF("1", "1")),
                {.mismatch = 1}},
               {"no table",
                SET("project-targets", PROJECT, FUNDS("1", "1", "0"), ROWS_OF("1", "1")),
                {.not_applicable = 1}});
  EXPECT_CASES(
      "targets/projects-covered",
      {"all of it",
       DEPARTMENT
       ", " SET("project-targets", PROJECT, FUNDS("20000", "20000", "0"), ROWS_OF("1", "1")),
       {.exact = 1}},
      {"rounded",
       DEPARTMENT
       ", " SET("project-targets", PROJECT, FUNDS("20040", "20040", "0"), ROWS_OF("1", "1")),
       {.rounding = 1}},
      {"a part",
       DEPARTMENT
       ", " SET("project-targets", PROJECT, FUNDS("5000", "5000", "0"), ROWS_OF("1", "1")),
       {.note = 1}},
      {"more than all",
       DEPARTMENT
       ", " SET("project-targets", PROJECT, FUNDS("30000", "30000", "0"), ROWS_OF("1", "1")),
       {.mismatch = 1}},
      {"none", DEPARTMENT, {.not_applicable = 1}});
}
