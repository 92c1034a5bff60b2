#include "check_case.h"

#include <criterion/criterion.h>
#include <string.h>

#define TOP                        \
  "format: budgettui/1\n"          \
  "title: 某局2023年部门预算\n"    \
  "organization: {name: 某局}\n"   \
  "year: 2023\n"                   \
  "unit: 万元\n"

static Checked checked(Outcome outcome) {
  cr_assert_eq(outcome.status, READER_OK, "%s",
               outcome.diagnostics.list.count ? outcome.diagnostics.list.items[0].message : "");
  CheckOptions options = {.exact = true};
  return (Checked){outcome, check_run(outcome.document, &options)};
}

Checked checked_text(const char *paragraph, const char *annexes) {
  Str text = STR_EMPTY;
  str_add_text(&text, TOP);
  if (paragraph)
    str_printf(&text, "narrative: [{heading: 一、说明, text: [\"%s\"]}]\n", paragraph);
  str_printf(&text, "annexes: [%s]\n", annexes);
  Outcome outcome = outcome_of_bytes(text.data, text.length);
  str_free(&text);
  return checked(outcome);
}

Checked checked_annexes(const char *annexes) { return checked_text(NULL, annexes); }

Checked checked_file(const char *file) { return checked(outcome_of_file(file)); }

void checked_free(Checked *done) {
  check_free(done->checks);
  outcome_free(&done->outcome);
}

const CheckRule *rule_named(const char *id) {
  for (size_t i = 0; i < check_rule_count; i++)
    if (!strcmp(check_rules[i].id, id))
      return &check_rules[i];
  return NULL;
}

Counts counts_of(const Checked *done, const char *rule) {
  const CheckRule *of = rule_named(rule);
  cr_assert_not_null(of, "no rule %s", rule);
  const size_t *counts = done->checks->by_rule[of - check_rules];
  return (Counts){counts[CHECK_EXACT],          counts[CHECK_ROUNDING], counts[CHECK_MISMATCH],
                  counts[CHECK_NOT_APPLICABLE], counts[CHECK_WARNING],  counts[CHECK_NOTE]};
}

void expect_cases(const char *rule, const Case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    Checked done = checked_annexes(cases[i].annexes);
    Counts found = counts_of(&done, rule), expected = cases[i].counts;
    cr_expect(
        !memcmp(&found, &expected, sizeof found),
        "%s: %s: exact %zu, rounding %zu, mismatch %zu, not applicable %zu, warning %zu, note %zu",
        rule, cases[i].what, found.exact, found.rounding, found.mismatch, found.not_applicable,
        found.warning, found.note);
    checked_free(&done);
  }
}

const Finding *first_finding(const Checked *done, const char *rule, CheckOutcome outcome) {
  for (size_t i = 0; i < done->checks->count; i++) {
    const Finding *finding = &done->checks->findings[i];
    if (finding->outcome == outcome && !strcmp(finding->rule->id, rule))
      return finding;
  }
  return NULL;
}
