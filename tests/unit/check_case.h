/* Documents for tests of the checks, written as YAML, and what one rule finds in them. */
#ifndef BUDGETTUI_TEST_CHECK_CASE_H
#define BUDGETTUI_TEST_CHECK_CASE_H

#include "check/check.h"
#include "test_yaml.h"

typedef struct {
  Outcome outcome;
  Checks *checks;
} Checked;

/* Reads and checks a document with these annexes (a YAML list in flow style); exact findings are kept. */
Checked checked_annexes(const char *annexes);
/* The same with one paragraph of narrative. */
Checked checked_text(const char *paragraph, const char *annexes);
Checked checked_file(const char *file);
void checked_free(Checked *checked);

/* The rule of the table with this identifier, or NULL. */
const CheckRule *rule_named(const char *id);

/* Counts of one rule by outcome. */
typedef struct {
  size_t exact, rounding, mismatch, not_applicable, warning, note;
} Counts;
Counts counts_of(const Checked *checked, const char *rule);

/* One case of a rule: the annexes, and what is found. */
typedef struct {
  const char *what, *annexes;
  Counts counts;
} Case;
void expect_cases(const char *rule, const Case *cases, size_t count);
#define EXPECT_CASES(rule, ...)                                               \
  do {                                                                        \
    const Case cases[] = {__VA_ARGS__};                                       \
    expect_cases((rule), cases, sizeof cases / sizeof *cases);                \
  } while (0)

/* The first finding of a rule with this outcome, or NULL. */
const Finding *first_finding(const Checked *checked, const char *rule, CheckOutcome outcome);

#endif
