/* Performance targets: the weights and the indicators themselves. */
#include <string.h>

#include "base/i18n.h"
#include "check/rules.h"
#include "check/target_sets.h"
#include "text/fold.h"

static Place indicator_place(const TargetSet *set, size_t row, int leaf) {
  Place place = place_of_target(set->annex_index, set->set, set->indicators + row);
  place.leaf = leaf < 0 ? PLACE_NO_LEAF : (uint16_t)leaf;
  return place;
}

/* ------------------------------------------------------------------ weights */

/* An exact sum of numbers with different decimals. */
typedef struct {
  int64_t digits;
  uint8_t decimals;
  size_t count;
  bool lost;
} NumberSum;

static void add_number(NumberSum *sum, int64_t digits, uint8_t decimals) {
  sum->lost = !number_add(&sum->digits, &sum->decimals, digits, decimals) || sum->lost;
  sum->count++;
}

static void add_weights(const Table *table, int leaf, NumberSum *sum) {
  for (size_t i = 0; i < table->row_count; i++) {
    const Cell *cell = &table->rows[i].cells[leaf];
    if (cell->kind == CELL_NUMBER)
      add_number(sum, cell->number, cell->decimals);
  }
}

static void add_execution(const Targets *targets, NumberSum *sum) {
  const Cell *cell = targets_subject(targets, SUBJECT_EXECUTION_WEIGHT);
  int64_t digits;
  uint8_t decimals;
  if (!cell || cell->kind != CELL_TEXT)
    return;
  size_t length = cell->length;
  while (length && cell->text[length - 1] == '%')
    length--;
  if (number_parse(cell->text, length, &digits, &decimals) == MONEY_OK)
    add_number(sum, digits, decimals);
}

static void judge_weights(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  enum { WHOLE = 100 };
  const Table *table = &set->targets->indicators;
  int leaf = table_leaf(table, ROLE_WEIGHT);
  NumberSum sum = {0};
  if (leaf < 0)
    return;
  add_weights(table, leaf, &sum);
  if (!sum.count)
    return;
  add_execution(set->targets, &sum);
  int64_t difference = sum.digits;
  if (!number_add(&difference, &sum.decimals, -WHOLE, 0))
    sum.lost = true;
  CheckOutcome outcome = sum.lost     ? CHECK_NOT_APPLICABLE
                         : difference ? CHECK_MISMATCH
                                      : CHECK_EXACT;
  if (outcome == CHECK_EXACT && run_skips_exact(run)) {
    run_count(run, rule, outcome);
    return;
  }
  run_find(
      run, rule,
      (Finding){
          .outcome = outcome,
          .place = indicator_place(set, table->row_count - 1, leaf),
          .other = place_none,
          .printed = {.kind = CELL_NUMBER, .number = sum.digits, .decimals = sum.decimals},
          .computed = {.kind = CELL_NUMBER, .number = WHOLE},
          .difference = {.kind = CELL_NUMBER, .number = difference, .decimals = sum.decimals}});
}

void find_target_weights(CheckRun *run, const CheckRule *rule) {
  target_sets_visit(run, rule, judge_weights, NULL);
}

/* ------------------------------------------------------------------ indicators */

static bool one_of(const Cell *cell, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (cell->kind == CELL_TEXT && fold_equal(cell->text, cell->length, words[i], strlen(words[i])))
      return true;
  return false;
}
#define ONE_OF(cell, words) one_of((cell), (words), sizeof(words) / sizeof *(words))

static bool holds_number(const Cell *cell) {
  return cell->kind == CELL_NUMBER || cell->kind == CELL_MONEY ||
         (cell->kind == CELL_TEXT && strpbrk(cell->text, "0123456789") != NULL);
}

/* A number of which a part is lost: a sign that stands for what could not be shown, or a fault of
 * the spreadsheet it came from. */
static bool is_broken(const Cell *cell) {
  static const char *const signs[] = {"\xef\xbf\xbd", "□", "■", "?", "？", "##", "#N/A", "#REF",
                                      "#DIV", "#VALUE", "#NUM", "#NAME"};
  if (cell->kind != CELL_TEXT || (!strpbrk(cell->text, "0123456789") && cell->text[0] != '#'))
    return false;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (strstr(cell->text, signs[i]))
      return true;
  return false;
}

static bool is_missing(const Cell *cell) {
  return cell->kind == CELL_BLANK || (cell->kind == CELL_TEXT && !cell->length);
}

/* What is wrong with a value; words (达标, 提升) are one, but no amount that something could be more
 * or less than. */
static const char *value_fault(const Cell *value, const Cell *relation) {
  static const char *const orders[] = {"≥", "≤", ">", "<", "＞", "＜", "≧", "≦"};
  if (is_missing(value))
    return N_("a value is missing");
  if (is_broken(value))
    return N_("a part of the number cannot be read");
  if (relation && ONE_OF(relation, orders) && !holds_number(value))
    return N_("a number was expected beside its relation");
  return NULL;
}

/* Words need no relation to what they say. */
static const char *relation_fault(const Cell *relation, const Cell *value) {
  static const char *const relations[] = {"≥",  "＝", "=", "≤", ">",   "<",
                                          "＞", "＜", "≧", "≦", "定性"};
  bool words = value && !is_missing(value) && !holds_number(value);
  if (ONE_OF(relation, relations) || (words && is_missing(relation)))
    return NULL;
  return N_("its relation is none of ≥ = ≤ > < 定性");
}

static void judge_indicator(CheckRun *run, const CheckRule *rule, const TargetSet *set,
                            uint32_t row) {
  const Table *table = &set->targets->indicators;
  int relation_leaf = table_leaf(table, ROLE_RELATION), value_leaf = table_leaf(table, ROLE_VALUE);
  const Cell *cells = table->rows[row].cells;
  const Cell *relation = relation_leaf < 0 ? NULL : &cells[relation_leaf];
  const Cell *value = value_leaf < 0 ? NULL : &cells[value_leaf];
  int leaf = relation_leaf;
  const char *reason = relation ? relation_fault(relation, value) : NULL;
  if (!reason && value) {
    leaf = value_leaf;
    reason = value_fault(value, relation);
  }
  if (!reason)
    return;
  run_find(run, rule,
           (Finding){.outcome = CHECK_WARNING,
                     .place = indicator_place(set, row, leaf),
                     .other = place_none,
                     .quote = cells[leaf].kind == CELL_TEXT ? cells[leaf].text : "",
                     .reason = reason});
}

static void judge_indicators(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  for (uint32_t row = 0; row < set->targets->indicators.row_count; row++)
    judge_indicator(run, rule, set, row);
}

void find_indicators(CheckRun *run, const CheckRule *rule) {
  target_sets_visit(run, rule, judge_indicators, NULL);
}

/* 效果指标 for 效益指标. */
static void judge_levels(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  static const char *const known[] = {"产出指标", "效益指标", "满意度指标", "成本指标"};
  const Table *table = &set->targets->indicators;
  int leaf = table_leaf(table, ROLE_LEVEL_1);
  for (uint32_t row = 0; leaf >= 0 && row < table->row_count; row++) {
    const Cell *cell = &table->rows[row].cells[leaf];
    if (cell->kind == CELL_TEXT && cell->length && !ONE_OF(cell, known))
      run_find(run, rule, (Finding){.outcome = CHECK_NOTE,
                                    .place = indicator_place(set, row, leaf),
                                    .other = place_none,
                                    .quote = cell->text});
  }
}

void find_indicator_levels(CheckRun *run, const CheckRule *rule) {
  target_sets_visit(run, rule, judge_levels, NULL);
}
