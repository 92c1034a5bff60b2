#include <criterion/criterion.h>
#include <string.h>

#include "check/describe.h"
#include "check_case.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"

typedef struct {
  CheckOutcome outcome;
  const char *rule, *annex, *about; /* annex NULL: not of one */
  const char *printed, *computed;   /* NULL: no figures */
} Expected;

/* Everything but what is exact or not applicable, in the order of the document. */
static const Expected expected[] = {
    {CHECK_WARNING, "form/instruction", NULL, "六、专业性名词解释", NULL, NULL},
    {CHECK_ROUNDING, "table/parent-sum", "2", "20805 行政事业单位养老支出 · 小计", "68.54 万元",
     "68.53 万元"},
    {CHECK_ROUNDING, "table/parent-sum", "2", "20805 行政事业单位养老支出 · 基本支出", "68.54 万元",
     "68.53 万元"},
    {CHECK_ROUNDING, "table/total-row", "3", "合计 · 总计", "646.51 万元", "646.50 万元"},
    {CHECK_ROUNDING, "table/total-row", "3", "合计 · 人员经费", "518.18 万元", "518.17 万元"},
    {CHECK_ROUNDING, "table/parent-sum", "4", "505 对事业单位经常性补助 · 基本支出", "262.90 万元",
     "262.91 万元"},
    {CHECK_WARNING, "form/empty-table", "6", NULL, NULL, NULL},
    {CHECK_WARNING, "form/absent-annex", "8", NULL, NULL, NULL},
    {CHECK_ROUNDING, "table/parent-sum", "9", "20805 行政事业单位养老支出 · 总计", "68.54 万元",
     "68.53 万元"},
    {CHECK_ROUNDING, "table/parent-sum", "9", "20805 行政事业单位养老支出 · 基本支出", "68.54 万元",
     "68.53 万元"},
    {CHECK_WARNING, "form/heading", "10", NULL, NULL, NULL},
    {CHECK_WARNING, "form/absent-annex", "12", NULL, NULL, NULL},
    {CHECK_ROUNDING, "targets/department-funds", "13", "预算支出总额", "22,465,060.80 元",
     "2,246.51 万元"},
    {CHECK_ROUNDING, "targets/department-funds", "13", "合计", "6,465,060.80 元", "646.51 万元"},
    {CHECK_NOTE, "targets/indicator-level", "13", "部门预决算公开率 · 一级指标", NULL, NULL},
    {CHECK_WARNING, "form/absent-annex", "14", NULL, NULL, NULL},
    {CHECK_WARNING, "form/unit", "15", NULL, NULL, NULL},
    {CHECK_NOTE, "targets/projects-covered", "15", "项目总额", "14,095,700 元", "1,600.00 万元"},
};

static void expect_value(const CheckValue *value, const char *text) {
  Str out = STR_EMPTY;
  check_value(&out, value);
  cr_expect_str_eq(out.data, text ? text : "");
  str_free(&out);
}

static void expect_finding(const Document *document, const Finding *finding,
                           const Expected *wanted) {
  Str about = STR_EMPTY;
  check_about(&about, document, &finding->place);
  cr_expect_eq(finding->outcome, wanted->outcome, "%s", about.data);
  cr_expect_str_eq(finding->rule->id, wanted->rule);
  if (wanted->about)
    cr_expect_str_eq(about.data, wanted->about);
  if (wanted->annex)
    cr_expect_str_eq(document->annexes[finding->place.annex].number, wanted->annex);
  else
    cr_expect_eq(finding->place.kind, PLACE_PARAGRAPH);
  expect_value(&finding->printed, wanted->printed);
  expect_value(&finding->computed, wanted->computed);
  cr_expect_gt(check_position(document, &finding->place).line, 0);
  str_free(&about);
}

Test(check_sample, findings) {
  Checked checked = checked_file(SAMPLE);
  size_t next = 0, count = sizeof expected / sizeof *expected;
  for (size_t i = 0; i < checked.checks->count; i++) {
    const Finding *finding = &checked.checks->findings[i];
    if (finding->outcome == CHECK_EXACT || finding->outcome == CHECK_NOT_APPLICABLE)
      continue;
    cr_assert_lt(next, count, "one more: %s", finding->rule->id);
    expect_finding(checked.outcome.document, finding, &expected[next++]);
  }
  cr_assert_eq(next, count);
  checked_free(&checked);
}

Test(check_sample, counts) {
  Checked checked = checked_file(SAMPLE);
  const size_t *totals = checked.checks->totals;
  cr_expect_eq(totals[CHECK_ROUNDING], 9);
  cr_expect_eq(totals[CHECK_MISMATCH], 0);
  cr_expect_eq(totals[CHECK_WARNING], 7);
  cr_expect_eq(totals[CHECK_NOTE], 2);
  cr_expect_geq(totals[CHECK_EXACT], 240);
  Counts text = counts_of(&checked, "text/amounts");
  cr_expect_eq(text.exact, 25);
  cr_expect_eq(text.not_applicable, 23); /* 15 of them are told with the exact ones alone */
  cr_expect_eq(counts_of(&checked, "text/changes").exact, 3);
  checked_free(&checked);
}

Test(check_sample, uncovered_projects) {
  Checked checked = checked_file(SAMPLE);
  const Finding *note = first_finding(&checked, "targets/projects-covered", CHECK_NOTE);
  cr_assert_not_null(note);
  expect_value(&note->difference, "190.43 万元");
  checked_free(&checked);
}

/* The place that a figure is held against is named: without it nobody can look at it. */
Test(check_sample, a_sentence_names_the_other_place) {
  static const struct {
    const char *rule, *sentence;
  } told[] = {
      {"targets/department-funds", "22,465,060.80 元 is printed; it is 2,246.51 万元 in annex 9, 合计 · "
                                   "总计 (difference -39.20 元)"},
      {"between/basic-government",
       "646.51 万元 is printed; it is 646.51 万元 in annex 2, 合计 · 基本支出 (difference 0.00 万元)"},
      {"text/amounts", "“2023 年年初预算数 2246.51 万元”: the tables hold 2,246.51 万元 (difference "
                       "0.00 万元); see annex 7, 合计 · 预算数"},
  };
  Checked checked = checked_file(SAMPLE);
  Str out = STR_EMPTY;
  for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
    const Finding *finding = first_finding(&checked, told[i].rule, CHECK_ROUNDING);
    if (!finding)
      finding = first_finding(&checked, told[i].rule, CHECK_EXACT);
    str_clear(&out);
    check_sentence(&out, checked.outcome.document, finding);
    cr_expect_str_eq(out.data, told[i].sentence);
  }
  str_free(&out);
  checked_free(&checked);
}

Test(check_sample, sentence) {
  Checked checked = checked_file(SAMPLE);
  Str out = STR_EMPTY;
  check_sentence(&out, checked.outcome.document,
                 first_finding(&checked, "table/total-row", CHECK_ROUNDING));
  cr_expect_str_eq(
      out.data,
      "646.51 万元 is printed; the rows it sums up come to 646.50 万元 (difference 0.01 万元)");
  str_free(&out);
  checked_free(&checked);
}

/* ---- progress */

typedef struct {
  size_t calls, stop_at;
  uint64_t last;
} Told;

static bool tell(void *context, Work work, uint64_t done, uint64_t total) {
  Told *told = context;
  cr_assert_eq(work, WORK_CHECKING);
  cr_assert(done <= total && done >= told->last);
  told->last = done;
  return ++told->calls != told->stop_at;
}

Test(check_sample, checks_can_be_stopped_at_every_step) {
  Checked checked = checked_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  Told all = {0};
  for (size_t stop_at = 0; stop_at <= all.calls; stop_at++) {
    Told told = {.stop_at = stop_at};
    const Progress progress = {tell, &told};
    Checks *checks = check_run(checked.outcome.document, &(CheckOptions){.progress = &progress});
    cr_assert_eq(checks == NULL, stop_at > 0, "at step %zu", stop_at);
    cr_assert(stop_at == 0 || told.calls == stop_at);
    all = stop_at ? all : told;
    check_free(checks);
  }
  cr_assert_geq(all.calls, check_rule_count);
  checked_free(&checked);
}
