#include <criterion/criterion.h>
#include <string.h>

#include "check/describe.h"
#include "check/sum.h"
#include "check_case.h"

Test(check_rules, identifiers) {
  static const char *const groups[CHECK_GROUP_COUNT] = {"table/", "between/", "targets/", "text/",
                                                        "form/"};
  for (size_t i = 0; i < check_rule_count; i++) {
    const CheckRule *rule = &check_rules[i];
    cr_expect_eq(rule_named(rule->id), rule, "%s stands twice", rule->id);
    const char *group = groups[rule->group];
    cr_expect_eq(strncmp(rule->id, group, strlen(group)), 0, "%s", rule->id);
    cr_expect(*rule->asserts && *rule->says && *rule->source, "%s", rule->id);
    cr_expect(rule->severity == CHECK_MISMATCH ? rule->needs != NULL : rule->needs == NULL, "%s",
              rule->id);
  }
  cr_expect_null(rule_named("table"));
}

Test(check_rules, named) {
  cr_expect_eq(check_rules_named(check_rules[3].id), UINT64_C(1) << 3);
  cr_expect_eq(check_rules_named(""), 0);
  cr_expect_eq(check_rules_named("tab"), 0);
  CheckRuleSet forms = check_rules_named("form");
  for (size_t i = 0; i < check_rule_count; i++)
    cr_expect_eq(forms >> i & 1, check_rules[i].group == CHECK_FORM, "%s", check_rules[i].id);
}

static Figure figure(int64_t fen, uint8_t decimals) { return (Figure){{fen}, UNIT_WAN, decimals}; }

Test(check_rules, tolerance) {
  Sum printed = sum_of(figure(30100 * 100, 2)), computed = {0};
  for (int i = 0; i < 3; i++) {
    Figure part = figure(10000 * 100, 2);
    sum_add(&computed, &part);
  }
  /* Four halves of 0.01 万元 are 20,000 fen; the figures differ by 10,000. */
  cr_expect_eq(sum_judge(&printed, &computed, CHECK_EQUAL), CHECK_ROUNDING);
  printed.money.fen = 30000 * 100 + 20000;
  cr_expect_eq(sum_judge(&printed, &computed, CHECK_EQUAL), CHECK_ROUNDING);
  printed.money.fen++;
  cr_expect_eq(sum_judge(&printed, &computed, CHECK_EQUAL), CHECK_MISMATCH);
  cr_expect_eq(sum_judge(&printed, &computed, CHECK_AT_LEAST), CHECK_EXACT);
  cr_expect_eq(sum_judge(&computed, &printed, CHECK_AT_MOST), CHECK_EXACT);
  cr_expect_eq(sum_judge(&printed, &computed, CHECK_AT_MOST), CHECK_MISMATCH);
}

Test(check_rules, sums_that_do_not_fit) {
  Sum sum = sum_of(figure(INT64_MAX, 2)), one = sum_of(figure(1, 2));
  Figure more = figure(1, 2), difference;
  sum_add(&sum, &more);
  cr_expect(sum.lost);
  cr_expect_eq(sum_judge(&sum, &one, CHECK_EQUAL), CHECK_NOT_APPLICABLE);
  Sum high = sum_of(figure(INT64_MAX, 2)), low = sum_of(figure(-INT64_MAX, 2));
  cr_expect_eq(sum_judge(&high, &low, CHECK_EQUAL), CHECK_MISMATCH);
  cr_expect_not(sum_difference(&high, &low, &difference));
}

#define TABLE                                                                                     \
  "{number: '9', title: 表, columns: [{title: 项目}, {title: 合计}, {title: 基本支出}, " \
  "{title: 项目支出}], rows: [[甲, 9.00, 1.00, 2.00], [乙, 3.01, 1.00, 2.00], [丙, 3.00, 1.00, 2.00]]}"

Test(check_rules, findings_at_places) {
  Checked checked = checked_annexes(TABLE);
  Place place = {.kind = PLACE_ROW, .leaf = 1};
  cr_assert_not_null(check_at(checked.checks, &place));
  cr_expect_eq(check_at(checked.checks, &place)->outcome, CHECK_MISMATCH);
  place.row = 1;
  cr_expect_eq(check_at(checked.checks, &place)->outcome, CHECK_ROUNDING);
  place.row = 2;
  cr_expect_eq(check_at(checked.checks, &place)->outcome, CHECK_EXACT);
  place.leaf = 2;
  cr_expect_null(check_at(checked.checks, &place));
  checked_free(&checked);
}

Test(check_rules, options) {
  Checked checked = checked_annexes(TABLE);
  CheckOptions few = {.kept = 1};
  Checks *checks = check_run(checked.outcome.document, &few);
  cr_expect_eq(checks->count, 1);
  cr_expect_eq(checks->totals[CHECK_MISMATCH], 1);
  cr_expect_eq(checks->totals[CHECK_EXACT], 1, "counted, though not kept");
  cr_expect_gt(checks->left_out, 0);
  check_free(checks);
  CheckOptions none = {.off = ~(CheckRuleSet)0};
  checks = check_run(checked.outcome.document, &none);
  cr_expect_eq(checks->count, 0);
  check_free(checks);
  checked_free(&checked);
}

/* What is exact fills the list first where there is much of it. */
Test(check_rules, what_weighs_most_is_kept) {
  Checked checked = checked_annexes(TABLE);
  for (size_t kept = 1; kept <= checked.checks->count; kept++) {
    CheckOptions few = {.kept = kept, .exact = true};
    Checks *checks = check_run(checked.outcome.document, &few);
    size_t left = kept;
    cr_expect_eq(checks->count, kept);
    cr_expect_eq(checks->count + checks->left_out, checked.checks->count);
    for (int weight = 5; weight >= 0; weight--)
      for (size_t i = 0; i < checked.checks->count; i++) {
        const Finding *finding = &checked.checks->findings[i];
        if (check_weight(finding->outcome) != weight || left == 0)
          continue;
        size_t all = checks->totals[finding->outcome], listed = 0;
        for (size_t k = 0; k < checks->count; k++)
          listed += checks->findings[k].outcome == finding->outcome;
        cr_expect_eq(listed, all < left ? all : left, "%zu kept: %zu of weight %d", kept, listed,
                     weight);
        left -= listed;
        break;
      }
    check_free(checks);
  }
  checked_free(&checked);
}

Test(check_rules, findings_are_in_order) {
  Checked checked = checked_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  uint32_t line = 0;
  for (size_t i = 0; i < checked.checks->count; i++) {
    uint32_t at = check_position(checked.outcome.document, &checked.checks->findings[i].place).line;
    cr_expect(at == 0 || at >= line, "%s", checked.checks->findings[i].rule->id);
    line = at;
  }
  checked_free(&checked);
}
