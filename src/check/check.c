#include "check/check.h"

#include <stdlib.h>
#include <string.h>

#include "check/run.h"

/* A figure that a finding concerns. */
typedef struct CheckMark {
  Place place;
  uint32_t finding;
} CheckMark;

int check_weight(CheckOutcome outcome) {
  static const int weights[CHECK_OUTCOME_COUNT] = {
      [CHECK_EXACT] = 0,    [CHECK_NOT_APPLICABLE] = 1, [CHECK_NOTE] = 2,
      [CHECK_ROUNDING] = 3, [CHECK_WARNING] = 4,        [CHECK_MISMATCH] = 5,
  };
  return weights[outcome];
}

CheckRuleSet check_rules_named(const char *word) {
  CheckRuleSet named = strcmp(word, "local") ? 0 : CHECK_LOCAL_RULES;
  size_t length = strlen(word);
  for (size_t i = 0; i < check_rule_count; i++)
    if (length && !strncmp(check_rules[i].id, word, length) &&
        (!check_rules[i].id[length] || check_rules[i].id[length] == '/'))
      named |= (CheckRuleSet)1 << i;
  return named;
}

const CheckRule *check_rule_at(const Checks *checks, size_t index) {
  return index < check_rule_count ? &check_rules[index] : &checks->own[index - check_rule_count];
}

size_t check_rule_index(const Checks *checks, const CheckRule *rule) {
  return rule->group == CHECK_LOCAL ? check_rule_count + (size_t)(rule - checks->own)
                                    : (size_t)(rule - check_rules);
}

/* ------------------------------------------------------------------ progress */

static void tell_progress(CheckRun *run) {
  run->compared = 0;
  run->stopped = run->stopped || !progress_step(run->options.progress, WORK_CHECKING,
                                                run->rows_done, run->rows);
}

static uint64_t count_rows(const CheckRun *run) {
  uint64_t rows = 0;
  for (size_t i = 0; i < run->sheet_count; i++)
    rows += run->sheets[i].table->row_count;
  return rows;
}

/* ------------------------------------------------------------------ finding */

void run_count(CheckRun *run, const CheckRule *rule, CheckOutcome outcome) {
  run->checks->by_rule[check_rule_index(run->checks, rule)][outcome]++;
  run->checks->totals[outcome]++;
}

/* The lightest outcome of what is kept; `outcome` itself where nothing is lighter. */
static CheckOutcome lightest_kept(const CheckRun *run, CheckOutcome outcome) {
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    if (run->kept[i].count > 0 && check_weight((CheckOutcome)i) < check_weight(outcome))
      outcome = (CheckOutcome)i;
  return outcome;
}

/* Where no more are kept, what weighs least gives way: never does an error to what is exact. */
void run_find(CheckRun *run, const CheckRule *rule, Finding finding) {
  finding.rule = rule;
  run_count(run, rule, finding.outcome);
  if (run->checks->count == run->options.kept) {
    CheckOutcome lightest = lightest_kept(run, finding.outcome);
    run->checks->left_out++;
    if (lightest == finding.outcome)
      return;
    run->kept[lightest].count--;
    run->checks->count--;
  }
  vec_push(&run->kept[finding.outcome], finding);
  run->checks->count++;
}

/* A blank counts as 0, in the unit and with the decimals of what it is held against. */
static CheckValue value_of(const Sum *sum, const Sum *other) {
  Figure figure = sum_figure(sum->count ? sum : other);
  figure.money = sum->money;
  return (CheckValue){.kind = CELL_MONEY, .figure = figure};
}

static bool is_cell(const Place *place) {
  return place->kind == PLACE_ROW || place->kind == PLACE_TARGET;
}

CheckOutcome run_compare(CheckRun *run, const CheckRule *rule, const Comparison *comparison) {
  enum { TOLD_AFTER = 4096 };
  if (++run->compared == TOLD_AFTER)
    tell_progress(run);
  if (run->stopped)
    return CHECK_NOT_APPLICABLE;
  CheckOutcome outcome =
      sum_judge(&comparison->printed, &comparison->computed, comparison->relation);
  if (outcome == CHECK_MISMATCH &&
      sum_tolerates(&comparison->printed, &comparison->computed, run->options.tolerance))
    outcome = CHECK_ROUNDING;
  if (outcome == CHECK_EXACT && run_skips_exact(run)) {
    run_count(run, rule, outcome);
    return outcome;
  }
  Finding finding = {.outcome = outcome,
                     .relation = comparison->relation,
                     .place = comparison->place,
                     .other = comparison->other,
                     .several = is_cell(&comparison->other) && comparison->computed.count > 1,
                     .printed = value_of(&comparison->printed, &comparison->computed),
                     .computed = value_of(&comparison->computed, &comparison->printed),
                     .quote = comparison->quote,
                     .reason = comparison->reason};
  if (sum_difference(&comparison->printed, &comparison->computed, &finding.difference.figure))
    finding.difference.kind = CELL_MONEY;
  run_find(run, rule, finding);
  return outcome;
}

const char *run_words(CheckRun *run, const char *text, size_t length) {
  return arena_text(run->checks->arena, text, length);
}

/* ------------------------------------------------------------------ order */

static int compare_numbers(uint64_t a, uint64_t b) { return (a > b) - (a < b); }

/* The narrative, the annexes one after the other, then the document's own. */
static int rank_of(const Place *place) {
  return place->kind == PLACE_PARAGRAPH ? 0 : place->kind == PLACE_NONE ? 2 : 1;
}

static int compare_places(const Place *a, const Place *b) {
  int order = rank_of(a) - rank_of(b);
  if (!order && a->kind == PLACE_PARAGRAPH) {
    order = compare_numbers(a->section, b->section);
    return order ? order : compare_numbers(a->paragraph + 1, b->paragraph + 1);
  }
  if (!order)
    order = compare_numbers(a->annex, b->annex);
  if (!order)
    order = compare_numbers(a->kind, b->kind);
  if (!order)
    order = compare_numbers(a->table, b->table);
  if (!order)
    order = compare_numbers(a->row, b->row);
  return order ? order : compare_numbers(a->leaf, b->leaf);
}

static int compare_findings(const void *a, const void *b) {
  const Finding *left = a, *right = b;
  int order = compare_places(&left->place, &right->place);
  if (!order)
    order = compare_numbers(left->rule->group, right->rule->group);
  if (!order)
    order = compare_numbers((uintptr_t)left->rule, (uintptr_t)right->rule);
  if (!order)
    order = compare_numbers(left->outcome, right->outcome);
  return order ? order : compare_places(&left->other, &right->other);
}

static int compare_marks(const void *a, const void *b) {
  const CheckMark *left = a, *right = b;
  int order = compare_places(&left->place, &right->place);
  return order ? order : compare_numbers(left->finding, right->finding);
}

static void sort_findings(CheckRun *run) {
  Checks *checks = run->checks;
  Finding *findings = arena_array(checks->arena, checks->count, sizeof *findings);
  size_t at = 0;
  for (int i = 0; i < CHECK_OUTCOME_COUNT; at += run->kept[i++].count)
    if (run->kept[i].count)
      memcpy(findings + at, run->kept[i].items, run->kept[i].count * sizeof *findings);
  if (checks->count)
    qsort(findings, checks->count, sizeof *findings, compare_findings);
  checks->findings = findings;
  CheckMark *marks = arena_array(checks->arena, 2 * checks->count, sizeof *marks);
  for (size_t i = 0; i < checks->count; i++) {
    if (findings[i].place.kind != PLACE_NONE)
      marks[checks->mark_count++] = (CheckMark){findings[i].place, (uint32_t)i};
    if (findings[i].other.kind != PLACE_NONE)
      marks[checks->mark_count++] = (CheckMark){findings[i].other, (uint32_t)i};
  }
  if (checks->mark_count)
    qsort(marks, checks->mark_count, sizeof *marks, compare_marks);
  checks->marks = marks;
}

const Finding *check_at(const Checks *checks, const Place *place) {
  size_t low = 0, high = checks->mark_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare_places(&checks->marks[middle].place, place) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  const Finding *worst = NULL;
  for (; low < checks->mark_count && !compare_places(&checks->marks[low].place, place); low++) {
    const Finding *finding = &checks->findings[checks->marks[low].finding];
    if (!worst || check_weight(finding->outcome) > check_weight(worst->outcome))
      worst = finding;
  }
  return worst;
}

/* ------------------------------------------------------------------ running */

static bool found_nothing(const Checks *checks, size_t rule) {
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    if (checks->by_rule[rule][i])
      return false;
  return true;
}

static bool is_off(const CheckRun *run, const CheckRule *rule, size_t index) {
  CheckRuleSet set = rule->group == CHECK_LOCAL ? CHECK_LOCAL_RULES : (CheckRuleSet)1 << index;
  return (run->options.off & set) != 0;
}

static void run_rules(CheckRun *run) {
  size_t count = run->checks->rule_count;
  run->rows = count_rows(run);
  for (size_t i = 0; i < count; i++) {
    const CheckRule *rule = check_rule_at(run->checks, i);
    run->rows_done = run->rows * i / count;
    tell_progress(run);
    if (run->stopped)
      return;
    if (is_off(run, rule, i))
      continue;
    rule->find(run, rule);
    if (rule->needs && found_nothing(run->checks, i))
      run_find(run, rule, (Finding){.outcome = CHECK_NOT_APPLICABLE,
                                    .place = place_none,
                                    .other = place_none,
                                    .reason = rule->needs});
  }
}

static void list_rules(Checks *checks, const CheckOptions *options) {
  size_t count = options ? options->local_count : 0;
  CheckRule *own = arena_array(checks->arena, count, sizeof *own);
  for (size_t i = 0; i < count; i++)
    own[i] = check_rule_of_local(&options->local[i]);
  checks->own = own;
  checks->rule_count = check_rule_count + count;
  checks->by_rule = arena_array(checks->arena, checks->rule_count, sizeof *checks->by_rule);
}

Checks *check_run(const Document *document, const CheckOptions *options) {
  Arena *arena = arena_new();
  Checks *checks = arena_array(arena, 1, sizeof *checks);
  *checks = (Checks){.document = document, .arena = arena};
  list_rules(checks, options);
  CheckRun run = {.document = document,
                  .options = options ? *options : (CheckOptions){0},
                  .checks = checks,
                  .work = arena_new(),
                  .expenses = three_public_of(document)};
  if (!run.options.kept)
    run.options.kept = CHECK_KEPT;
  sheets_build(&run);
  run_rules(&run);
  if (!run.stopped)
    sort_findings(&run);
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    vec_free(&run.kept[i]);
  vec_free(&run.leftovers);
  arena_free(run.work);
  if (!run.stopped)
    return checks;
  check_free(checks);
  return NULL;
}

void check_free(Checks *checks) {
  if (checks)
    arena_free(checks->arena);
}
