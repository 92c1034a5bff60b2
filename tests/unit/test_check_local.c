/* Rules of a user's own, rules that are off, and tolerance. */
#include <criterion/criterion.h>
#include <string.h>

#include "check/describe.h"
#include "check/sum.h"
#include "check_case.h"

#define BALANCE                                                                                  \
  "{number: '1', title: 总表, kind: department-balance, panels: ["                               \
  "{title: 收入, columns: [{title: 项目}, {title: 预算数}], rows: [[一、事业收入, 2.00], "       \
  "[收入合计, 12.00]]}, "                                                                        \
  "{title: 支出, columns: [{title: 项目}, {title: 预算数}], rows: [[教育支出, 12.01], "          \
  "[支出合计, 12.01]]}]}"
#define EXPENDITURE(rows)                                                                        \
  "{number: '2', title: 支出表, kind: department-expenditure, classification: functional, "      \
  "columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}, {title: 基本支出}, "           \
  "{title: 项目支出}], rows: [" rows "]}"
#define ROWS                                                                                     \
  EXPENDITURE("[~, 合计, 12.00, 4.00, 8.00], ['205', 教育支出, 12.00, 4.00, 8.00], "             \
              "['20502', 普通教育, 12.00, 4.00, ~]")

static const LocalFigure total = {.kind = KIND_DEPARTMENT_EXPENDITURE};
static const LocalFigure basic = {.kind = KIND_DEPARTMENT_EXPENDITURE, .column = "basic"};
static const LocalFigure project = {.kind = KIND_DEPARTMENT_EXPENDITURE, .column = "项目 支出"};
static const LocalFigure income = {.kind = KIND_DEPARTMENT_BALANCE, .row = "收入合计"};
static const LocalFigure spent = {.kind = KIND_DEPARTMENT_BALANCE, .row = "支出合计"};
static const LocalFigure business = {.kind = KIND_DEPARTMENT_BALANCE, .row = "事业收入"};
static const LocalFigure account = {
    .kind = KIND_DEPARTMENT_EXPENDITURE, .row = "20502", .column = "basic"};
static const LocalFigure blank = {
    .kind = KIND_DEPARTMENT_EXPENDITURE, .row = "20502", .column = "project"};
static const LocalFigure absent_row = {.kind = KIND_DEPARTMENT_EXPENDITURE, .row = "299"};
static const LocalFigure absent_column = {
    .kind = KIND_DEPARTMENT_EXPENDITURE, .column = "reception"};
static const LocalFigure absent_kind = {.kind = KIND_PROCUREMENT};
static const LocalFigure economic = {.kind = KIND_DEPARTMENT_EXPENDITURE,
                                     .classification = CLASSIFICATION_DEPARTMENT_ECONOMIC};

static Checks *run(const Document *document, CheckOptions options, const LocalRule *rule) {
  options.exact = true;
  options.local = rule;
  options.local_count = rule != NULL;
  return check_run(document, &options);
}

/* The outcome of one rule, which gives one finding. */
static CheckOutcome outcome_of(LocalFigure left, Relation relation, LocalFigure right,
                               unsigned tolerance) {
  Outcome read = outcome_of_text(HEAD "  - " BALANCE "\n  - " ROWS "\n");
  cr_assert_not_null(read.document);
  LocalRule rule = {"local/a", "甲等于乙", (int)relation, left, right};
  Checks *checks = run(read.document, (CheckOptions){.tolerance = tolerance}, &rule);
  CheckOutcome found = CHECK_OUTCOME_COUNT;
  size_t count = 0;
  for (size_t i = 0; i < checks->count; i++)
    if (!strcmp(checks->findings[i].rule->id, "local/a")) {
      found = checks->findings[i].outcome;
      count++;
    }
  cr_expect_eq(count, 1);
  cr_assert_eq(checks->rule_count, check_rule_count + 1);
  cr_expect_eq(checks->by_rule[check_rule_count][found], 1);
  cr_expect_eq(check_rule_index(checks, check_rule_at(checks, check_rule_count)),
               check_rule_count);
  check_free(checks);
  outcome_free(&read);
  return found;
}

#define EXPECT(left, relation, right, outcome) \
  cr_expect_eq(outcome_of(left, relation, right, 0), outcome)

Test(check_local, outcomes) {
  EXPECT(total, RELATION_EQUAL, income, CHECK_EXACT);
  EXPECT(total, RELATION_EQUAL, spent, CHECK_ROUNDING);
  EXPECT(total, RELATION_EQUAL, basic, CHECK_MISMATCH);
  EXPECT(account, RELATION_EQUAL, basic, CHECK_EXACT);
  EXPECT(business, RELATION_AT_MOST, total, CHECK_EXACT);
  EXPECT(business, RELATION_AT_LEAST, total, CHECK_MISMATCH);
  EXPECT(total, RELATION_AT_LEAST, business, CHECK_EXACT);
}

Test(check_local, sums) {
  const LocalFigure both[] = {basic, project}, twice[] = {basic, basic};
  const LocalFigure some[] = {basic, absent_kind}, rows[] = {total, absent_row};
  EXPECT(total, RELATION_EQUAL, ((LocalFigure){.sum = both, .sum_count = 2}), CHECK_EXACT);
  EXPECT(((LocalFigure){.sum = both, .sum_count = 2}), RELATION_EQUAL, spent, CHECK_ROUNDING);
  EXPECT(total, RELATION_EQUAL, ((LocalFigure){.sum = twice, .sum_count = 2}), CHECK_MISMATCH);
  EXPECT(total, RELATION_EQUAL, ((LocalFigure){.sum = some, .sum_count = 2}),
         CHECK_NOT_APPLICABLE);
  EXPECT(income, RELATION_EQUAL, ((LocalFigure){.sum = rows, .sum_count = 2}), CHECK_EXACT);
}

Test(check_local, nothing_to_compare) {
  EXPECT(total, RELATION_EQUAL, absent_kind, CHECK_NOT_APPLICABLE);
  EXPECT(absent_column, RELATION_EQUAL, total, CHECK_NOT_APPLICABLE);
  EXPECT(economic, RELATION_EQUAL, income, CHECK_NOT_APPLICABLE);
  EXPECT(blank, RELATION_EQUAL, absent_row, CHECK_NOT_APPLICABLE);
  EXPECT(blank, RELATION_EQUAL, total, CHECK_MISMATCH);
  EXPECT(absent_row, RELATION_AT_MOST, total, CHECK_EXACT);
}

Test(check_local, tolerance) {
  static const LocalFigure four = {.kind = KIND_DEPARTMENT_EXPENDITURE, .column = "basic"};
  cr_expect_eq(outcome_of(four, RELATION_EQUAL, project, 398), CHECK_MISMATCH);
  cr_expect_eq(outcome_of(four, RELATION_EQUAL, project, 399), CHECK_ROUNDING);
  cr_expect_eq(outcome_of(four, RELATION_EQUAL, account, 399), CHECK_EXACT);
}

/* Beside the two halves of rounding, one digit of the coarser figure. */
Test(check_local, tolerance_of_figures_with_unlike_decimals) {
  Sum fine = sum_of((Figure){.money = {1000200}, .unit = UNIT_WAN, .decimals = 2}),
      coarse = sum_of((Figure){.money = {1000000 + 1550000}, .unit = UNIT_WAN, .decimals = 0});
  cr_expect_not(sum_tolerates(&fine, &coarse, 0));
  cr_expect(sum_tolerates(&fine, &coarse, 2));
  cr_expect_not(sum_tolerates(&fine, &coarse, 1));
  cr_expect_eq(sum_tolerates(&fine, &coarse, 1), sum_tolerates(&coarse, &fine, 1));
}

Test(check_local, of_the_built_in_rules_too) {
  static const char annex[] =
      HEAD "  - " EXPENDITURE("['205', 教育支出, 12.03, 4.00, 8.00]") "\n";
  Outcome read = outcome_of_text(annex);
  const CheckRule *rule = rule_named("table/basic-project");
  for (unsigned digits = 0; digits < 3; digits++) {
    Checks *checks = run(read.document, (CheckOptions){.tolerance = digits}, NULL);
    const size_t *counts = checks->by_rule[check_rule_index(checks, rule)];
    cr_expect_eq(counts[CHECK_MISMATCH], digits < 2, "%u", digits);
    cr_expect_eq(counts[CHECK_ROUNDING], digits == 2, "%u", digits);
    check_free(checks);
  }
  outcome_free(&read);
}

Test(check_local, off) {
  Outcome read = outcome_of_text(HEAD "  - " ROWS "\n");
  LocalRule rule = {"local/a", "甲等于乙", RELATION_EQUAL, total, basic};
  cr_assert_eq(check_rules_named("local"), CHECK_LOCAL_RULES);
  Checks *checks = run(read.document, (CheckOptions){.off = CHECK_LOCAL_RULES}, &rule);
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    cr_expect_eq(checks->by_rule[check_rule_count][i], 0);
  cr_expect_gt(checks->count, 0);
  check_free(checks);
  checks = run(read.document, (CheckOptions){.off = ~CHECK_LOCAL_RULES}, &rule);
  cr_assert_eq(checks->count, 1);
  cr_expect_eq(checks->totals[CHECK_MISMATCH], 1);
  check_free(checks);
  outcome_free(&read);
}

Test(check_local, findings_lead_there_and_say_what_is_asserted) {
  Outcome read = outcome_of_text(HEAD "  - " ROWS "\n");
  LocalRule rule = {"local/a", "支出合计应等于基本支出{printed}", RELATION_EQUAL, total, account};
  Checks *checks = run(read.document, (CheckOptions){.off = ~CHECK_LOCAL_RULES}, &rule);
  const Finding *finding = &checks->findings[0];
  cr_assert_eq(checks->count, 1);
  cr_expect_eq(finding->place.kind, PLACE_ROW);
  cr_expect_eq(finding->place.row, 0);
  cr_expect_eq(finding->place.leaf, 2);
  cr_expect_eq(finding->other.row, 2);
  cr_expect_eq(finding->other.leaf, 3);
  cr_expect_eq(check_at(checks, &finding->other), finding);
  Str sentence = STR_EMPTY;
  check_sentence(&sentence, read.document, finding);
  cr_expect_str_eq(sentence.data, "12.00 万元 is printed; it is 4.00 万元 in annex 2, 20502 普通教育 · "
                                  "基本支出 (difference 8.00 万元); 支出合计应等于基本支出{printed}");
  str_free(&sentence);
  check_free(checks);
  outcome_free(&read);
}
