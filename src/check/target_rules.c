/* Performance targets: weights, funds, and what the tables say of the same money. */
#include <string.h>

#include "base/i18n.h"
#include "base/memory.h"
#include "check/facts.h"
#include "check/rules.h"
#include "model/amount_leaf.h"
#include "model/targets.h"
#include "text/fold.h"

/* What the tables tell, looked up once for all sets. */
enum { DEPARTMENT_ROLES = 3 };
typedef struct {
  Fact department[DEPARTMENT_ROLES];
  const Sheet *projects;
  Names names; /* of the rows of `projects` */
} Told;

/* A set of targets with its place. */
typedef struct {
  const Annex *annex;
  const Targets *targets;
  uint32_t annex_index;
  size_t set;
  size_t indicators; /* the line of the first one (model/targets.h) */
  const Told *told;  /* for the rules that compare with tables; NULL */
} Set;

static size_t indicator_line(const Targets *targets) {
  return targets->subject_count + targets->fund_line_count +
         (targets->goal || targets->goal_label);
}

typedef void VisitSet(CheckRun *run, const CheckRule *rule, const Set *set);

static void visit_sets(CheckRun *run, const CheckRule *rule, VisitSet *visit, const Told *told) {
  const Document *document = run->document;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0; j < document->annexes[i].target_count; j++)
      visit(run, rule, &(Set){.annex = &document->annexes[i],
                              .targets = &document->annexes[i].targets[j],
                              .annex_index = (uint32_t)i,
                              .set = j,
                              .indicators = indicator_line(&document->annexes[i].targets[j]),
                              .told = told});
}

/* ------------------------------------------------------------------ lines */

static Place indicator_place(const Set *set, size_t row, int leaf) {
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

static bool scale(int64_t *digits, unsigned places) {
  while (places--)
    if (__builtin_mul_overflow(*digits, 10, digits))
      return false;
  return true;
}

static void add_number(NumberSum *sum, int64_t digits, uint8_t decimals) {
  uint8_t most = decimals > sum->decimals ? decimals : sum->decimals;
  if (!scale(&sum->digits, (unsigned)(most - sum->decimals)) ||
      !scale(&digits, (unsigned)(most - decimals)) ||
      __builtin_add_overflow(sum->digits, digits, &sum->digits))
    sum->lost = true;
  sum->decimals = most;
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

static void judge_weights(CheckRun *run, const CheckRule *rule, const Set *set) {
  const Table *table = &set->targets->indicators;
  int leaf = table_leaf(table, ROLE_WEIGHT);
  NumberSum sum = {0};
  int64_t whole = 100;
  if (leaf < 0)
    return;
  add_weights(table, leaf, &sum);
  if (!sum.count)
    return;
  add_execution(set->targets, &sum);
  if (!sum.lost && !scale(&whole, sum.decimals))
    sum.lost = true;
  int64_t difference = sum.lost ? 0 : sum.digits - whole;
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
          .computed = {.kind = CELL_NUMBER, .number = 100},
          .difference = {.kind = CELL_NUMBER, .number = difference, .decimals = sum.decimals}});
}

void find_target_weights(CheckRun *run, const CheckRule *rule) {
  visit_sets(run, rule, judge_weights, NULL);
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

static void judge_indicator(CheckRun *run, const CheckRule *rule, const Set *set, uint32_t row) {
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

static void judge_indicators(CheckRun *run, const CheckRule *rule, const Set *set) {
  for (uint32_t row = 0; row < set->targets->indicators.row_count; row++)
    judge_indicator(run, rule, set, row);
}

void find_indicators(CheckRun *run, const CheckRule *rule) {
  visit_sets(run, rule, judge_indicators, NULL);
}

/* 效果指标 for 效益指标. */
static void judge_levels(CheckRun *run, const CheckRule *rule, const Set *set) {
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
  visit_sets(run, rule, judge_levels, NULL);
}

/* ------------------------------------------------------------------ funds */

typedef struct {
  CheckRun *run;
  const CheckRule *rule;
  const Set *set;
  size_t line; /* of the next fund */
} Funds;

static bool fund_figure(const Set *set, const Labelled *fund, Figure *figure) {
  return cell_figure(&fund->value, set->annex->unit, figure);
}

/* The amount of a fund: its own, that of its total among its parts, or what they add up to. */
static Sum fund_sum(const Set *set, const Labelled *fund) {
  Sum sum = {0};
  Figure figure;
  if (fund_figure(set, fund, &figure)) {
    sum_add(&sum, &figure);
    return sum;
  }
  for (size_t i = 0; i < fund->part_count; i++)
    if (fund->parts[i].role == ROLE_TOTAL)
      return fund_sum(set, &fund->parts[i]);
  for (size_t i = 0; i < fund->part_count; i++) {
    Sum part = fund_sum(set, &fund->parts[i]);
    sum_add_sum(&sum, &part);
  }
  return sum;
}

static size_t count_totals(const Labelled *list, size_t count) {
  size_t totals = 0;
  for (size_t i = 0; i < count; i++)
    totals += list[i].role == ROLE_TOTAL;
  return totals;
}

/* What each fund of a list and all behind it add up to, and nothing behind the last; of several
 * totals each stands over the funds up to the next one. Freed by the caller. */
static Sum *sums_from(const Set *set, const Labelled *list, size_t count) {
  Sum *sums = memory_zero(count + 1, sizeof *sums);
  bool several = count_totals(list, count) > 1;
  for (size_t i = count; i--;) {
    if (several && list[i].role == ROLE_TOTAL)
      continue;
    sums[i] = fund_sum(set, &list[i]);
    sum_add_sum(&sums[i], &sums[i + 1]);
  }
  return sums;
}

static void judge_total(const Funds *funds, const Labelled *total, size_t line, Sum before,
                        const Sum *behind) {
  Figure figure;
  if (!fund_figure(funds->set, total, &figure))
    return;
  sum_add_sum(&before, behind);
  if (before.count)
    run_compare(
        funds->run, funds->rule,
        &(Comparison){.place = place_of_target(funds->set->annex_index, funds->set->set, line),
                      .other = place_none,
                      .printed = sum_of(figure),
                      .computed = before});
}

/* A list of funds with its total among them, or, as the parts of `whole`, with that amount. */
static void judge_list(Funds *funds, const Labelled *whole, const Labelled *list, size_t count) {
  Sum *from = sums_from(funds->set, list, count), before = {0};
  size_t totals = count_totals(list, count);
  if (whole && !totals)
    judge_total(funds, whole, funds->line - 1, before, &from[0]);
  for (size_t i = 0; i < count; i++) {
    const Labelled *fund = &list[i];
    size_t line = funds->line++;
    if (fund->role == ROLE_TOTAL)
      judge_total(funds, fund, line, before, &from[i + 1]);
    if (fund->part_count)
      judge_list(funds, fund, fund->parts, fund->part_count);
    Sum own = fund_sum(funds->set, fund);
    if (totals < 2)
      sum_add_sum(&before, &own);
  }
  memory_free(from);
}

static void judge_funds(CheckRun *run, const CheckRule *rule, const Set *set) {
  Funds funds = {run, rule, set, set->targets->subject_count};
  judge_list(&funds, NULL, set->targets->funds, set->targets->fund_count);
}

void find_fund_sums(CheckRun *run, const CheckRule *rule) {
  visit_sets(run, rule, judge_funds, NULL);
}

/* The first line of a fund with this role from `first` on, among the funds beside that one and
 * their parts, but outside the parts of any other role; the number of lines if there is none. */
static size_t find_fund(const Targets *targets, size_t first, Role role) {
  const FundLine *lines = targets->fund_lines;
  size_t count = targets->fund_line_count;
  for (size_t i = first; i < count && lines[i].depth >= lines[first].depth;) {
    const FundLine *line = &lines[i++];
    if (line->fund->role == (int)role)
      return i - 1;
    while (line->fund->role != ROLE_TEXT && i < count && lines[i].depth > line->depth)
      i++;
  }
  return count;
}

/* A fund as a fact; its place is that of the total among its parts, where it has no amount
 * itself. */
static Fact fund_fact(const Set *set, Role role) {
  Fact fact = {.place = place_none};
  const Targets *targets = set->targets;
  size_t line = find_fund(targets, 0, role);
  if (line == targets->fund_line_count)
    return fact;
  const Labelled *fund = targets->fund_lines[line].fund;
  if (fund->value.kind != CELL_MONEY && fund->part_count) {
    size_t inner = find_fund(targets, line + 1, ROLE_TOTAL);
    line = inner < targets->fund_line_count ? inner : line;
  }
  fact.told = true;
  fact.sum = fund_sum(set, fund);
  fact.place = place_of_target(set->annex_index, set->set, targets->subject_count + line);
  return fact;
}

/* ------------------------------------------------------------------ against the tables */

/* All that the department spends, else what the general public budget gives it. */
static Fact department_fact(const CheckRun *run, Role role) {
  Fact fact = fact_of_kind(run, KIND_DEPARTMENT_EXPENDITURE, CLASSIFICATION_NONE, role);
  return fact.told ? fact
                   : fact_of_kind(run, KIND_GENERAL_PUBLIC_EXPENDITURE, CLASSIFICATION_NONE, role);
}

static const Role department_roles[DEPARTMENT_ROLES] = {ROLE_TOTAL, ROLE_BASIC, ROLE_PROJECT};

static void judge_department(CheckRun *run, const CheckRule *rule, const Set *set) {
  for (size_t i = 0; set->annex->kind == KIND_DEPARTMENT_TARGETS && i < DEPARTMENT_ROLES; i++) {
    Fact fund = fund_fact(set, department_roles[i]);
    facts_compare(run, rule, &fund, &set->told->department[i], CHECK_EQUAL, NULL);
  }
}

void find_department_funds(CheckRun *run, const CheckRule *rule) {
  Told told = {0};
  for (size_t i = 0; i < DEPARTMENT_ROLES; i++)
    told.department[i] = department_fact(run, department_roles[i]);
  visit_sets(run, rule, judge_department, &told);
}

/* A project's name without the code before it: 50010722T000000094519-中心运行费. */
static void project_name(Str *out, const char *text) {
  size_t code = strspn(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  if (code && text[code] == '-' && text[code + 1])
    text += code + 1;
  str_clear(out);
  fold_text(out, text, strlen(text));
}

/* The rows of a table by the names of their projects. */
static Names project_names(CheckRun *run, const Table *table) {
  Names names = {.rows = arena_array(run->work, table->row_count, sizeof(NamedRow))};
  Str name = STR_EMPTY;
  int item = table_leaf(table, ROLE_ITEM);
  for (uint32_t row = 0; row < table->row_count; row++) {
    const Cell *cell = item < 0 ? NULL : &table->rows[row].cells[item];
    project_name(&name, cell && cell->kind == CELL_TEXT
                            ? cell->text
                            : table_row_name(table, &table->rows[row]));
    names.rows[names.count++] = (NamedRow){arena_text(run->work, name.data, name.length), row};
  }
  str_free(&name);
  names_sort(&names);
  return names;
}

static Fact project_fact(const CheckRun *run, const Told *told, const char *name) {
  const Names *names = &told->names;
  Fact fact = {.place = place_none};
  int leaf = amount_leaf(told->projects->table, run->document->stage);
  for (size_t i = names_first(names, name);
       i < names->count && !strcmp(names->rows[i].name, name); i++) {
    Fact one = fact_cell(told->projects, names->rows[i].row, leaf);
    fact.told = fact.told || one.told;
    fact.place = fact.place.kind == PLACE_NONE ? one.place : fact.place;
    sum_add_sum(&fact.sum, &one.sum);
  }
  return fact;
}

static void judge_project(CheckRun *run, const CheckRule *rule, const Set *set) {
  const Cell *project = targets_subject(set->targets, SUBJECT_PROJECT);
  if (!project || project->kind != CELL_TEXT || !project->length)
    return;
  Str name = STR_EMPTY;
  project_name(&name, project->text);
  Fact fund = fund_fact(set, ROLE_TOTAL), rows = project_fact(run, set->told, name.data);
  facts_compare(run, rule, &fund, &rows, CHECK_EQUAL, NULL);
  str_free(&name);
}

void find_project_funds(CheckRun *run, const CheckRule *rule) {
  Told told = {.projects = run_sheet(run, KIND_PROJECT_DETAILS, CLASSIFICATION_NONE)};
  if (!told.projects)
    return;
  told.names = project_names(run, told.projects->table);
  visit_sets(run, rule, judge_project, &told);
}

/* The projects whose targets are published are a part of all project expenditure; what they leave
 * uncovered is worth a note. */
void find_projects_covered(CheckRun *run, const CheckRule *rule) {
  const Document *document = run->document;
  Fact all = department_fact(run, ROLE_PROJECT), projects = {.place = place_none};
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0;
         document->annexes[i].kind == KIND_PROJECT_TARGETS && j < document->annexes[i].target_count;
         j++) {
      Fact one =
          fund_fact(&(Set){.annex = &document->annexes[i],
                                  .targets = &document->annexes[i].targets[j],
                                  .annex_index = (uint32_t)i,
                                  .set = j},
                            ROLE_TOTAL);
      sum_add_sum(&projects.sum, &one.sum);
      projects.told = projects.told || one.told;
      if (projects.place.kind == PLACE_NONE)
        projects.place = one.place;
    }
  if (!projects.sum.count || !all.sum.count)
    return;
  CheckOutcome outcome = sum_judge(&projects.sum, &all.sum, CHECK_EQUAL);
  Finding note = {.outcome = CHECK_NOTE,
                  .place = projects.place,
                  .other = all.place,
                  .printed = {.kind = CELL_MONEY, .figure = sum_figure(&projects.sum)},
                  .computed = {.kind = CELL_MONEY, .figure = sum_figure(&all.sum)}};
  if (outcome != CHECK_MISMATCH || money_compare(projects.sum.money, all.sum.money) > 0 ||
      !sum_difference(&all.sum, &projects.sum, &note.difference.figure)) {
    facts_compare(run, rule, &projects, &all, CHECK_AT_MOST, NULL);
    return;
  }
  note.difference.kind = CELL_MONEY;
  note.difference.figure.decimals = all.sum.decimals;
  run_find(run, rule, note);
}
