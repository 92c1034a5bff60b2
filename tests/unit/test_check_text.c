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

#define FINAL                                                                                     \
  "{number: '1', title: 总表, kind: department-balance, panels: [{title: 收入, columns: [{title: 项目}, " \
  "{title: 决算数}], rows: [[本年收入合计, 8.00], [年初结转和结余, 2.00], [总计, 10.00]]}, "       \
  "{title: 支出, columns: [{title: 项目}, {title: 决算数}], rows: [[本年支出合计, 7.00], "         \
  "[年末结转和结余, 3.00], [总计, 10.00]]}]}, "                                                    \
  "{number: '2', title: 收入表, kind: department-income, columns: [{title: 科目编码}, {title: 科目名称}, " \
  "{title: 本年收入合计}, {title: 财政拨款收入}], rows: [[合计, ~, 8.00, 6.00]]}, "                 \
  "{number: '4', title: 财政总表, kind: fiscal-balance, panels: [{title: 收入, columns: [{title: 项目}, " \
  "{title: 决算数}], rows: [[一般公共预算财政拨款, 6.00], [年初结转和结余, 1.00], [总计, 7.00]]}, " \
  "{title: 支出, columns: [{title: 项目}, {title: 决算数}], rows: [[总计, 7.00]]}]}, "              \
  "{number: '6', title: 基本支出, kind: basic-expenditure, classification: department-economic, "   \
  "panels: [{columns: [{title: 科目编码}, {title: 科目名称}, {title: 决算数}], rows: "              \
  "[['301', 甲, 2.00], [~, 人员经费合计, 2.00]]}, {columns: [{title: 科目编码}, "                   \
  "{title: 科目名称}, {title: 决算数}], rows: [['302', 乙, 1.00], [~, 公用经费合计, 1.00]]}]}"

Test(check_text, this_year_and_the_total) {
  EXPECT("text/amounts", FINAL, {"本年收入合计8万元，本年支出合计7万元。", {.exact = 2}},
         {"本年收入合计10万元，本年支出合计10万元。", {.mismatch = 2}},
         {"收入总计10万元，支出总计10万元。", {.exact = 2}},
         {"2023年度收入总计8万元。", {.mismatch = 1}},
         {"2023年收入8万元，2023年收入10万元。", {.exact = 2}},
         {"某某市某局2023年度收入支出总计10万元。", {.exact = 1}},
         {"某某市某局2023年度财政拨款收入支出总计0.3万元。", {.mismatch = 1}},
         {"财政拨款收支总预算7万元。", {.exact = 1}}, {"财政拨款收入6万元。", {.exact = 1}});
}

Test(check_text, totals_of_parts_of_basic_expenditure) {
  EXPECT("text/amounts", FINAL, {"其中：人员经费2万元；公用经费1万元。", {.exact = 2}},
         {"人员经费3万元。", {.mismatch = 1}}, {"机关运行经费支出1万元。", {.exact = 1}},
         {"机关运行经费支出0.5万元。", {.not_applicable = 1}});
}

Test(check_text, what_no_rule_knows_is_counted_and_listed_with_the_exact_ones) {
  static const char text[] = "收入总计10万元。修房子花了3万元，比2022年增加1万元。";
  EXPECT("text/amounts", FINAL, {text, {.exact = 1, .not_applicable = 2}});
  Checked checked = checked_text(text, FINAL);
  const Finding *finding = first_finding(&checked, "text/amounts", CHECK_NOT_APPLICABLE);
  cr_assert_not_null(finding);
  cr_assert_str_eq(finding->quote, "修房子花了3万元");
  Checks *brief = check_run(checked.outcome.document, NULL);
  for (size_t i = 0; i < brief->count; i++)
    cr_expect(brief->findings[i].rule != finding->rule);
  cr_expect_eq(brief->by_rule[finding->rule - check_rules][CHECK_NOT_APPLICABLE], 2);
  check_free(brief);
  checked_free(&checked);
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
