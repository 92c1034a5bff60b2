/* Performance targets: their funds, and what the tables say of the same money. */
#include <string.h>

#include "base/memory.h"
#include "check/facts.h"
#include "check/rules.h"
#include "check/target_sets.h"
#include "model/amount_leaf.h"
#include "text/fold.h"

/* What the tables tell, looked up once for all sets. */
enum { DEPARTMENT_ROLES = 3 };
struct TargetsTold {
  Fact department[DEPARTMENT_ROLES];
  Names projects; /* the rows of projects in detail */
  Fact *amounts;  /* of all projects of a name, at the first of them */
  Fact covered;   /* the funds of all projects that have targets */
};

typedef struct {
  CheckRun *run;
  const CheckRule *rule;
  const TargetSet *set;
  size_t line; /* of the next fund */
} Funds;

static bool fund_figure(const TargetSet *set, const Labelled *fund, Figure *figure) {
  return cell_figure(&fund->value, set->annex->unit, figure);
}

/* The amount of a fund: its own, that of its total among its parts, or what they add up to. */
static Sum fund_sum(const TargetSet *set, const Labelled *fund) {
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
static Sum *sums_from(const TargetSet *set, const Labelled *list, size_t count) {
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

static void judge_funds(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  Funds funds = {run, rule, set, set->targets->subject_count};
  judge_list(&funds, NULL, set->targets->funds, set->targets->fund_count);
}

void find_fund_sums(CheckRun *run, const CheckRule *rule) {
  target_sets_visit(run, rule, judge_funds, NULL);
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
static Fact fund_fact(const TargetSet *set, Role role) {
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

static void judge_department(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  for (size_t i = 0; set->annex->kind == KIND_DEPARTMENT_TARGETS && i < DEPARTMENT_ROLES; i++) {
    Fact fund = fund_fact(set, department_roles[i]);
    facts_compare(run, rule, &fund, &set->told->department[i], CHECK_EQUAL, NULL);
  }
}

void find_department_funds(CheckRun *run, const CheckRule *rule) {
  TargetsTold told = {0};
  for (size_t i = 0; i < DEPARTMENT_ROLES; i++)
    told.department[i] = department_fact(run, department_roles[i]);
  target_sets_visit(run, rule, judge_department, &told);
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

static Fact *project_amounts(CheckRun *run, const Sheet *sheet, const Names *names) {
  Fact *amounts = arena_array(run->work, names->count, sizeof *amounts);
  int leaf = amount_leaf(sheet->table, run->document->stage);
  for (size_t i = 0, first = 0; i < names->count; i++) {
    Fact one = fact_cell(sheet, names->rows[i].row, leaf);
    if (!i || strcmp(names->rows[i].name, names->rows[first].name) != 0) {
      first = i;
      amounts[i] = one;
    } else {
      sum_add_sum(&amounts[first].sum, &one.sum);
    }
  }
  return amounts;
}

static void judge_project(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  const Cell *project = targets_subject(set->targets, SUBJECT_PROJECT);
  if (!project || project->kind != CELL_TEXT || !project->length)
    return;
  Str name = STR_EMPTY;
  project_name(&name, project->text);
  size_t first = names_first(&set->told->projects, name.data);
  Fact fund = fund_fact(set, ROLE_TOTAL);
  if (first < set->told->projects.count)
    facts_compare(run, rule, &fund, &set->told->amounts[first], CHECK_EQUAL, NULL);
  str_free(&name);
}

void find_project_funds(CheckRun *run, const CheckRule *rule) {
  const Sheet *sheet = run_sheet(run, KIND_PROJECT_DETAILS, CLASSIFICATION_NONE);
  if (!sheet)
    return;
  TargetsTold told = {.projects = project_names(run, sheet->table)};
  told.amounts = project_amounts(run, sheet, &told.projects);
  target_sets_visit(run, rule, judge_project, &told);
}

static void add_project(CheckRun *run, const CheckRule *rule, const TargetSet *set) {
  (void)run, (void)rule;
  if (set->annex->kind != KIND_PROJECT_TARGETS)
    return;
  Fact one = fund_fact(set, ROLE_TOTAL), *all = &set->told->covered;
  sum_add_sum(&all->sum, &one.sum);
  all->told = all->told || one.told;
  if (all->place.kind == PLACE_NONE)
    all->place = one.place;
}

/* The projects whose targets are published are a part of all project expenditure; what they leave
 * uncovered is worth a note. */
void find_projects_covered(CheckRun *run, const CheckRule *rule) {
  TargetsTold told = {.covered = {.place = place_none}};
  target_sets_visit(run, rule, add_project, &told);
  Fact all = department_fact(run, ROLE_PROJECT), projects = told.covered;
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
