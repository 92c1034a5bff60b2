/* Sums down a column: an account and its parts, a total row and what it sums up. */
#include "check/rules.h"
#include "check/run.h"

#include <string.h>

/* ------------------------------------------------------------------ tables with codes */

/* The rule's share of one table: below the root, or at the root alone. */
typedef struct {
  CheckRun *run;
  const CheckRule *rule;
  const Sheet *sheet;
  Sum *all, *accounts; /* of a node's children, for each column of money; see add_children */
} Look;

static Look look_at(CheckRun *run, const CheckRule *rule, const Sheet *sheet) {
  return (Look){.run = run,
                .rule = rule,
                .sheet = sheet,
                .all = arena_array(run->work, sheet->money_count, sizeof(Sum)),
                .accounts = arena_array(run->work, sheet->money_count, sizeof(Sum))};
}

static bool coded(const Tree *tree, uint32_t node) { return *tree_code(tree, node) != '\0'; }

static uint32_t row_of(const Tree *tree, uint32_t node) { return tree->nodes[node].rows[0]; }

static bool is_total_node(const Look *look, uint32_t node) {
  uint32_t row = row_of(look->sheet->tree, node);
  return row != NODE_NONE && sheet_is_total(look->sheet, row);
}

/* What a row without a code among accounts is: a part of its own, a total, or something beside
 * them. */
typedef struct {
  bool any_coded, any_other, any_total, of_which;
} Family;

enum { TOTALS_JUDGED = 64 }; /* of one table: no print has more */

static Family look_at_children(const Look *look, uint32_t node) {
  const Tree *tree = look->sheet->tree;
  Family family = {0};
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    if (!tree_printed(tree, child) || coded(tree, child)) {
      family.any_coded = true;
    } else if (is_total_node(look, child)) {
      family.any_total = true;
    } else {
      family.any_other = true;
      family.of_which = family.of_which || !strncmp(tree_name(tree, child), "其中", strlen("其中"));
    }
  }
  return family;
}

static void add_figures(const Look *look, uint32_t row, Sum *sums) {
  Figure figure;
  for (size_t i = 0; i < look->sheet->money_count; i++)
    if (sheet_figure(look->sheet, row, look->sheet->money[i], &figure))
      sum_add(&sums[i], &figure);
}

/* Rows without codes may be parts or explain their neighbours. */
static bool either_way(const Family *family) { return family->any_coded && family->any_other; }

/* Adds the children's figures, those that are no totals and, where it matters, those of accounts
 * alone; an account that no table prints stands for its own children. */
static void add_children(const Look *look, uint32_t node, const Family *family) {
  const Tree *tree = look->sheet->tree;
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    uint32_t row = row_of(tree, child);
    if (row == NODE_NONE) {
      add_children(look, child, family);
      continue;
    }
    bool uncoded = (family->any_total || either_way(family)) && !coded(tree, child);
    if (!uncoded || !family->any_total || !is_total_node(look, child))
      add_figures(look, row, look->all);
    if (!uncoded && either_way(family))
      add_figures(look, row, look->accounts);
  }
}

static void sum_children(const Look *look, uint32_t node, const Family *family) {
  memset(look->all, 0, look->sheet->money_count * sizeof *look->all);
  memset(look->accounts, 0, look->sheet->money_count * sizeof *look->accounts);
  add_children(look, node, family);
}

/* The sum that agrees better counts. */
static const Sum *better_sum(const Sum *printed, const Sum *all, const Sum *accounts) {
  return accounts->count &&
                 sum_judge(printed, accounts, CHECK_EQUAL) < sum_judge(printed, all, CHECK_EQUAL)
             ? accounts
             : all;
}

/* Holds a row against the sums of sum_children. */
static void judge_row(const Look *look, uint32_t row, const Family *family) {
  for (size_t i = 0; i < look->sheet->money_count; i++) {
    size_t leaf = look->sheet->money[i];
    Figure figure;
    if (!sheet_figure(look->sheet, row, leaf, &figure))
      continue;
    Sum printed = sum_of(figure);
    const Sum *computed = better_sum(&printed, &look->all[i], &look->accounts[i]);
    if (!computed->count)
      continue;
    run_compare(look->run, look->rule,
                &(Comparison){.place = sheet_place(look->sheet, row, leaf),
                              .other = place_none,
                              .relation = family->of_which && !family->any_coded ? CHECK_AT_LEAST
                                                                                 : CHECK_EQUAL,
                              .printed = printed,
                              .computed = *computed});
  }
}

static void judge_accounts(const Look *look) {
  const Tree *tree = look->sheet->tree;
  for (uint32_t node = 1; node < tree->node_count; node++) {
    uint32_t row = row_of(tree, node);
    if (row == NODE_NONE || tree->nodes[node].first_child == NODE_NONE)
      continue;
    Family family = look_at_children(look, node);
    sum_children(look, node, &family);
    judge_row(look, row, &family);
  }
}

/* Whether a total sums up one part of the accounts (人员经费合计) where another total stands beside
 * it: no table says then which accounts are its own. */
static bool sums_part(const Look *look, uint32_t row, size_t totals) {
  const char *name = table_row_name(look->sheet->table, &look->sheet->table->rows[row]);
  Role role = role_of_total(name, strlen(name));
  return role != ROLE_TOTAL && role != ROLE_TEXT && totals > 1;
}

static size_t count_totals(const Look *look) {
  const Tree *tree = look->sheet->tree;
  size_t totals = row_of(tree, 0) != NODE_NONE;
  for (uint32_t child = tree->nodes[0].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling)
    totals += !coded(tree, child) && is_total_node(look, child);
  return totals;
}

/* The total row of the tree, and totals repeated elsewhere. */
static void judge_root(const Look *look) {
  const Tree *tree = look->sheet->tree;
  Family family = look_at_children(look, 0);
  if (!family.any_coded && !family.any_other)
    return;
  sum_children(look, 0, &family);
  if (row_of(tree, 0) != NODE_NONE)
    judge_row(look, row_of(tree, 0), &family);
  size_t totals = 0, all = family.any_total ? count_totals(look) : 0;
  for (uint32_t child = tree->nodes[0].first_child;
       family.any_total && child != NODE_NONE && totals < TOTALS_JUDGED;
       child = tree->nodes[child].next_sibling)
    if (row_of(tree, child) != NODE_NONE && !coded(tree, child) && is_total_node(look, child) &&
        !sums_part(look, row_of(tree, child), all)) {
      judge_row(look, row_of(tree, child), &family);
      totals++;
    }
}

/* ------------------------------------------------------------------ tables without codes */

static bool is_blank(const Table *table, uint32_t row) {
  return table_row_is_blank(table, &table->rows[row]);
}

static unsigned level_of(const Row *row) { return row->level ? row->level : 1; }

/* The row after the group of `row`: the first that is not below it. */
static uint32_t group_end(const Table *table, uint32_t row) {
  uint32_t at = row + 1;
  while (at < table->row_count &&
         (is_blank(table, at) || level_of(&table->rows[at]) > level_of(&table->rows[row])))
    at++;
  return at;
}

static bool begins_other(const Sheet *sheet, uint32_t row) {
  return !strncmp(table_row_name(sheet->table, &sheet->table->rows[row]), "其中", strlen("其中"));
}

/* Rows that name a part of the row before them, where no levels tell so. */
static bool names_parts(const char *name) {
  static const char *const begins[] = {"其中", " ",      "　",   "\t", "一、",
                                       "二、", "（一）", "(一)", "1.", "1、"};
  for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
    if (!strncmp(name, begins[i], strlen(begins[i])))
      return true;
  return false;
}

/* Whether the rows of a table can be told apart into wholes and parts. */
static bool levels_told(const Sheet *sheet) {
  const Table *table = sheet->table;
  bool levels = false, parts = false;
  for (size_t i = 0; i < table->row_count; i++) {
    levels = levels || table->rows[i].level > 0;
    parts = parts || names_parts(table_row_name(table, &table->rows[i]));
  }
  return levels || (!parts && sheet->annex->kind != KIND_THREE_PUBLIC);
}

/* Rows [first, end) of one level that are not totals. */
static void add_level(const Sheet *sheet, uint32_t first, uint32_t end, unsigned level, size_t leaf,
                      Sum *sum) {
  for (uint32_t row = first; row < end; row++) {
    Figure figure;
    if (level_of(&sheet->table->rows[row]) == level && !sheet_is_total(sheet, row) &&
        sheet_figure(sheet, row, leaf, &figure))
      sum_add(sum, &figure);
  }
}

typedef struct {
  uint32_t first, end;
  unsigned level;
  CheckRelation relation;
} Range;

static void judge_range(const Look *look, uint32_t row, Range range) {
  for (size_t i = 0; i < look->sheet->money_count; i++) {
    size_t leaf = look->sheet->money[i];
    Figure figure;
    Sum sum = {0};
    if (!sheet_figure(look->sheet, row, leaf, &figure))
      continue;
    add_level(look->sheet, range.first, range.end, range.level, leaf, &sum);
    if (sum.count)
      run_compare(look->run, look->rule,
                  &(Comparison){.place = sheet_place(look->sheet, row, leaf),
                                .other = place_none,
                                .relation = range.relation,
                                .printed = sum_of(figure),
                                .computed = sum});
  }
}

/* A row over rows of a deeper level. */
static void judge_levels(const Look *look) {
  const Table *table = look->sheet->table;
  for (uint32_t row = 0; row < table->row_count; row++) {
    if (is_blank(table, row) || sheet_is_total(look->sheet, row))
      continue;
    uint32_t end = group_end(table, row), first = row + 1;
    while (first < end && is_blank(table, first))
      first++;
    if (first == end)
      continue;
    judge_range(look, row,
                (Range){first, end, level_of(&table->rows[first]),
                        begins_other(look->sheet, first) ? CHECK_AT_LEAST : CHECK_EQUAL});
  }
}

/* The whole group that a total row belongs to, up to the last row of a lesser level. */
static uint32_t group_start(const Table *table, uint32_t row) {
  uint32_t first = row;
  while (first > 0 && (is_blank(table, first - 1) ||
                       level_of(&table->rows[first - 1]) >= level_of(&table->rows[row])))
    first--;
  return first;
}

static bool level_between(const Sheet *sheet, uint32_t first, uint32_t end, unsigned level) {
  for (uint32_t row = first; row < end; row++)
    if (!is_blank(sheet->table, row) && level_of(&sheet->table->rows[row]) == level &&
        !sheet_is_total(sheet, row))
      return true;
  return false;
}

/* A total sums up what stands before it in its group; one that stands first, what follows it. */
static void judge_totals(const Look *look) {
  const Table *table = look->sheet->table;
  size_t totals = 0;
  for (uint32_t row = 0; row < table->row_count && totals < TOTALS_JUDGED; row++) {
    if (is_blank(table, row) || !sheet_is_total(look->sheet, row))
      continue;
    totals++;
    unsigned level = level_of(&table->rows[row]);
    uint32_t first = group_start(table, row), end = row + 1;
    if (level_between(look->sheet, first, row, level)) {
      judge_range(look, row, (Range){first, row, level, CHECK_EQUAL});
      continue;
    }
    while (end < table->row_count &&
           (is_blank(table, end) || level_of(&table->rows[end]) >= level) &&
           (is_blank(table, end) || !sheet_is_total(look->sheet, end)))
      end++;
    judge_range(look, row, (Range){row + 1, end, level, CHECK_EQUAL});
  }
}

/* ------------------------------------------------------------------ the rules */

void find_parent_sums(CheckRun *run, const CheckRule *rule) {
  for (size_t i = 0; i < run->sheet_count; i++) {
    Look look = look_at(run, rule, &run->sheets[i]);
    if (look.sheet->tree)
      judge_accounts(&look);
    else if (levels_told(look.sheet))
      judge_levels(&look);
  }
}

void find_total_rows(CheckRun *run, const CheckRule *rule) {
  for (size_t i = 0; i < run->sheet_count; i++) {
    Look look = look_at(run, rule, &run->sheets[i]);
    if (look.sheet->tree)
      judge_root(&look);
    else if (levels_told(look.sheet))
      judge_totals(&look);
  }
}
