#include <criterion/criterion.h>
#include <string.h>

#include "check_case.h"

#define TABLES                                                                                                            \
  "{number: '7', title: 总表, kind: department-balance, panels: [{title: 收入, columns: [{title: 项目}, "           \
  "{title: 预算数}], rows: [[一般公共预算资金, 2246.51], [事业收入资金, ~], [合计, 2246.51]]}, "       \
  "{title: 支出, columns: [{title: 项目}, {title: 预算数}], rows: [[合计, 2246.51]]}]}, "                        \
  "{number: '2', title: 支出表, kind: general-public-expenditure, classification: functional, columns: "               \
  "[{title: 科目编码}, {title: 科目名称}, {title: 小计}, {title: 基本支出}, {title: 项目支出}], rows: " \
  "[[合计, ~, 2246.51, 646.51, 1600.00], ['201', 一般公共服务支出, 2246.51, 646.51, 1600.00], "                 \
  "['2010301', 行政运行, 261.96, 261.96, ~]]}, "                                                                      \
  "{number: '6', title: 基金, kind: government-fund-expenditure, classification: functional, columns: "                 \
  "[{title: 科目编码}, {title: 科目名称}, {title: 总计}], rows: [[~, 合计, ~]]}, "                            \
  "{number: '5', title: 三公, kind: three-public, columns: [{title: 合计}, {title: 因公出国（境）费}, "       \
  "{title: 公务接待费}], rows: [[5.50, ~, 1.00]]}"

typedef struct {
  const char *text;
  Counts counts;
} Told;

static void expect(const char *rule, const char *tables, const Told *told, size_t count) {
  for (size_t i = 0; i < count; i++) {
    Checked done = checked_text(told[i].text, tables);
    Counts found = counts_of(&done, rule), wanted = told[i].counts;
    cr_expect(!memcmp(&found, &wanted, sizeof found),
              "%s: exact %zu, rounding %zu, mismatch %zu, not applicable %zu", told[i].text,
              found.exact, found.rounding, found.mismatch, found.not_applicable);
    checked_free(&done);
  }
}
#define EXPECT(rule, tables, ...)                                  \
  do {                                                             \
    const Told told[] = {__VA_ARGS__};                             \
    expect((rule), (tables), told, sizeof told / sizeof *told);    \
  } while (0)

Test(check_text, amounts) {
  EXPECT(
      "text/amounts", TABLES,
      {"(一) 收入预算：2023 年年初预算数 2246.51 万元，其中：一般公共预算拨款 2246.51 万元，事业收入 0 万元，其他收入 0 万元。",
       {.exact = 4}},
      {"收入预算 2246.52 万元。", {.rounding = 1}}, {"收入预算 2246.61 万元。", {.mismatch = 1}},
      {"事业收入 3 万元。", {.mismatch = 1}}, {"其他收入 3 万元。", {.not_applicable = 1}},
      {"支出预算：2023年年初预算数2,246.51万元，其中：一般公共服务支出预算 2246.51 万元，教育支出预算 0 万元。",
       {.exact = 3}},
      {"一般公共服务支出预算 2099 万元。", {.mismatch = 1}},
      {"教育支出预算 5 万元。", {.mismatch = 1}},
      {"2023 年一般公共预算财政拨款支出 2246.51 万元，其中：基本支出 646.51 万元；项目支出 1600 万元。",
       {.exact = 3}},
      {"一般公共预算财政拨款基本支出 646.51 万元。", {.exact = 1}},
         {"2023 年支出 2246.51 万元。", {.exact = 1}},
         {"项目支出 1600.1 万元。", {.mismatch = 1}}, {"基本支出 6465100 元。", {.exact = 1}},
      {"基本支出 0.0647 亿元。", {.rounding = 1}}, {"政府性基金预算支出 0 万元。", {.exact = 1}},
      {"2023 年“三公”经费预算 5.5 万元。其中：因公出国（境）费用 0 万元；公务接待费 1 万元。",
       {.exact = 3}},
      {"公务接待费 2 万元。", {.mismatch = 1}},
      {"项目支出均实行了绩效管理，涉及一般公共预算当年财政拨款 1600 万元。", {.exact = 1}},
      {"绩效目标管理涉及资金 1700 万元。", {.mismatch = 1}});
}

Test(check_text, what_is_no_mismatch) {
  EXPECT("text/amounts", TABLES,
         {"机关运行经费 261.96 万元。", {.not_applicable = 1}},
         {"政府采购预算总额 0 万元。", {.not_applicable = 1}},
         {"2022 年收入预算 2000 万元。", {.not_applicable = 1}},
         {"支出预算较 2022 年增加 66.62 万元。", {.not_applicable = 1}},
         {"开展活动三次，支出 5 万元。", {.not_applicable = 1}},
         {"办公楼维修花了 300 万元。", {.not_applicable = 1}},
         {"共有车辆 1 辆。", {.not_applicable = 1}});
}

Test(check_text, operation_of_the_office_where_a_table_prints_it) {
  static const char table[] =
      "{number: '5', title: 表, columns: [{title: 项目}, {title: 预算数}], rows: [[机关运行经费, 261.96]]}";
  EXPECT("text/amounts", table, {"机关运行经费 261.96 万元。", {.exact = 1}},
         {"机关运行经费 262.96 万元。", {.mismatch = 1}});
}

Test(check_text, changes) {
  EXPECT(
      "text/changes", TABLES,
      {"支出预算较 2022 年增加 66.62 万元，主要是基本支出预算增加 88.59 万元，项目支出预算减少 21.97 万元。",
       {.exact = 1}},
      {"支出预算较 2022 年增加 66.63 万元，主要是基本支出预算增加 88.59 万元，项目支出预算减少 21.97 万元。",
       {.rounding = 1}},
      {"支出预算较 2022 年增加 66.62 万元，主要是基本支出预算增加 88.59 万元，项目支出预算增加 21.97 万元。",
       {.mismatch = 1}},
      {"支出预算较 2022 年增加 66.62 万元，主要是基本支出预算增加 88.59 万元。",
       {.not_applicable = 1}});
}

Test(check_text, quotes_the_words) {
  Checked checked = checked_text("其中：基本支出 700 万元。", TABLES);
  const Finding *finding = first_finding(&checked, "text/amounts", CHECK_MISMATCH);
  cr_assert_not_null(finding);
  cr_assert_str_eq(finding->quote, "基本支出 700 万元");
  cr_assert_eq(finding->place.kind, PLACE_PARAGRAPH);
  cr_assert_eq(finding->other.kind, PLACE_ROW);
  cr_assert_eq(finding->difference.figure.money.fen, 5349 * 10000);
  checked_free(&checked);
}
