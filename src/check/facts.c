#include "check/facts.h"

#include <string.h>

#include "model/amount_leaf.h"
#include "model/code_index.h"

Fact fact_cell(const Sheet *sheet, uint32_t row, int leaf) {
  Fact fact = {.place = place_none};
  if (!sheet || row == NO_ROW || leaf < 0)
    return fact;
  Figure figure;
  fact.told = true;
  fact.place = sheet_place(sheet, row, (size_t)leaf);
  if (sheet_figure(sheet, row, (size_t)leaf, &figure))
    sum_add(&fact.sum, &figure);
  return fact;
}

/* The last total row that holds a figure, else the last one. */
static uint32_t total_row(const Sheet *sheet, int leaf) {
  uint32_t found = NO_ROW;
  if (sheet->tree)
    return sheet->tree->root_row;
  for (uint32_t row = 0; row < sheet->table->row_count; row++)
    if (sheet_is_total(sheet, row) &&
        (found == NO_ROW || sheet->table->rows[row].cells[leaf].kind == CELL_MONEY))
      found = row;
  if (found == NO_ROW && sheet->table->row_count == 1)
    return 0;
  return found;
}

/* Where no total is printed, the outermost accounts make it. */
static Fact sum_accounts(const Sheet *sheet, int leaf) {
  Fact fact = {.place = place_of_annex(sheet->annex_index)};
  const Tree *tree = sheet->tree;
  for (uint32_t node = tree ? tree->nodes[0].first_child : NODE_NONE; node != NODE_NONE;
       node = tree->nodes[node].next_sibling) {
    uint32_t row = tree->nodes[node].rows[0];
    Figure figure;
    if (row != NODE_NONE && sheet_is_total(sheet, row))
      continue;
    if (row == NODE_NONE || !*tree_code(tree, node))
      return fact;
    if (sheet_figure(sheet, row, (size_t)leaf, &figure))
      sum_add(&fact.sum, &figure);
  }
  fact.told = tree != NULL;
  return fact;
}

static Fact panel_total(const CheckRun *run, const Sheet *sheet, Role role) {
  return fact_total_leaf(sheet, role == ROLE_TOTAL
                                    ? amount_leaf(sheet->table, run->document->stage)
                                    : table_leaf(sheet->table, role));
}

/* Accounts that go on beside each other: the one total of all is that of them all, else they add
 * up. */
static Fact panels_total(const CheckRun *run, const Sheet *first, Role role) {
  Fact all = {.place = place_of_annex(first->annex_index)};
  const Sheet *whole = NULL;
  size_t wholes = 0;
  for (size_t i = 0; i < first->annex->table_count; i++) {
    Fact one = panel_total(run, &first[i], role);
    all.told = all.told || one.told;
    sum_add_sum(&all.sum, &one.sum);
    if (first[i].tree->root_row != NODE_NONE) {
      whole = &first[i];
      wholes++;
    }
  }
  return wholes == 1 ? panel_total(run, whole, role) : all;
}

static bool shares_accounts(const Sheet *sheet) {
  if (sheet->table_index || sheet->annex->table_count < 2)
    return false;
  for (size_t i = 0; i < sheet->annex->table_count; i++)
    if (!sheet[i].tree)
      return false;
  return true;
}

Fact fact_total(const CheckRun *run, const Sheet *sheet, Role role) {
  if (!sheet)
    return (Fact){.place = place_none};
  return shares_accounts(sheet) ? panels_total(run, sheet, role) : panel_total(run, sheet, role);
}

Fact fact_total_leaf(const Sheet *sheet, int leaf) {
  if (leaf < 0)
    return (Fact){.place = place_none};
  uint32_t row = total_row(sheet, leaf);
  return row == NO_ROW ? sum_accounts(sheet, leaf) : fact_cell(sheet, row, leaf);
}

Fact fact_of_kind(const CheckRun *run, Kind kind, Classification classification, Role role) {
  return fact_total(run, run_sheet(run, kind, classification), role);
}

Fact fact_class(CheckRun *run, const Sheet *sheet, const char *folded, int leaf) {
  if (!sheet || !sheet->tree || leaf < 0)
    return (Fact){.place = place_none};
  uint32_t row = run_class(run, sheet, folded);
  return row == NO_ROW ? (Fact){.told = true, .place = place_of_annex(sheet->annex_index)}
                       : fact_cell(sheet, row, leaf);
}

Fact fact_expense(const CheckRun *run, Role role) {
  const ThreePublicLine *line = three_public_line(&run->expenses, role);
  Fact fact = {.place = place_none};
  if (!line)
    return fact;
  fact.told = true;
  fact.place = (Place){.kind = PLACE_ROW,
                       .annex = run->expenses.annex_index,
                       .leaf = line->leaf,
                       .row = line->row};
  if (line->cell->kind == CELL_MONEY)
    sum_add(&fact.sum, &line->figure);
  return fact;
}

static const Sheet *sheet_at(const CheckRun *run, uint32_t annex, const Table *table) {
  size_t index = (size_t)(table - run->document->annexes[annex].tables);
  return &run->sheets[run_first_sheet(run, annex) + index];
}

Fact fact_account(const CheckRun *run, Kind kind, Classification classification, const char *code) {
  const Document *document = run->document;
  Fact fact = {.told = run_sheet(run, kind, classification) != NULL, .place = place_none};
  uint64_t key = 0;
  code_pack(code, strlen(code), &key);
  size_t first, count = document->codes ? code_index_prefix(document, code, &first) : 0;
  for (size_t i = 0; i < count; i++) {
    const CodeEntry *entry = &document->codes->entries[first + i];
    const Annex *annex = &document->annexes[entry->annex];
    if (entry->key != key)
      break;
    if (annex->kind != kind || annex->classification != classification)
      continue;
    size_t row;
    const Table *table = code_index_place(document, entry, &row);
    const Sheet *sheet = sheet_at(run, entry->annex, table);
    Fact cell = fact_cell(sheet, (uint32_t)row, amount_leaf(table, document->stage));
    fact.place = cell.place;
    sum_add_sum(&fact.sum, &cell.sum);
  }
  return fact;
}

/* ------------------------------------------------------------------ balances */

static bool titled(const Sheet *sheet, const char *word) {
  return sheet->table->title && strstr(sheet->table->title, word);
}

/* Without titles the income stands on the left. */
static const Sheet *find_side(const CheckRun *run, Kind kind, bool income) {
  for (size_t i = 0; i < run->sheet_count; i++) {
    const Sheet *sheet = &run->sheets[i];
    if (sheet->annex->kind != kind || sheet->annex->table_count != 2)
      continue;
    if (titled(sheet, income ? "收入" : "支出") ||
        (!sheet->table->title && sheet->table_index == (income ? 0 : 1)))
      return sheet;
  }
  return NULL;
}

/* The first row of each source, but not among what was carried over from the year before. */
static void find_sources(Side *side) {
  const Table *table = side->sheet->table;
  Str name = STR_EMPTY;
  bool carried = false;
  for (uint32_t row = 0; row < table->row_count; row++) {
    str_clear(&name);
    class_name(&name, table_row_name(table, &table->rows[row]));
    if (table->rows[row].level <= 1)
      carried = strstr(name.data, "结转") != NULL;
    Role role = role_of_title(name.data, NULL);
    if (side->roles[role] == NO_ROW && (!carried || role == ROLE_CARRY_OVER))
      side->roles[role] = row;
  }
  str_free(&name);
}

/* The row that sums up this year's alone; the total itself is none. */
static uint32_t find_this_year(const Side *side, bool income) {
  const Table *table = side->sheet->table;
  for (uint32_t row = 0; row < table->row_count; row++)
    if (row != side->total && table->rows[row].cells[side->leaf].kind == CELL_MONEY &&
        strstr(table_row_name(table, &table->rows[row]), income ? "本年收入" : "本年支出"))
      return row;
  return NO_ROW;
}

static bool carries(const Side *side) {
  const Table *table = side->sheet->table;
  for (size_t i = 0; i < table->row_count; i++) {
    const Cell *cell = &table->rows[i].cells[side->leaf];
    const char *name = table_row_name(table, &table->rows[i]);
    if (cell->kind == CELL_MONEY && cell->money.fen &&
        (strstr(name, "结转") || strstr(name, "结余")))
      return true;
  }
  return false;
}

Side side_of(const CheckRun *run, Kind kind, bool income) {
  Side side = {.sheet = find_side(run, kind, income),
               .leaf = -1,
               .total = NO_ROW,
               .this_year = NO_ROW};
  for (int i = 0; i < ROLE_COUNT; i++)
    side.roles[i] = NO_ROW;
  if (!side.sheet)
    return side;
  side.leaf = amount_leaf(side.sheet->table, run->document->stage);
  if (side.leaf < 0)
    return side;
  side.total = total_row(side.sheet, side.leaf);
  side.this_year = find_this_year(&side, income);
  side.carries = carries(&side);
  if (income)
    find_sources(&side);
  return side;
}

Fact side_total(const Side *side) { return fact_cell(side->sheet, side->total, side->leaf); }

Fact side_this_year(const Side *side) {
  return fact_cell(side->sheet, side->this_year, side->leaf);
}

/* Whether a leaf's own title or a heading over it holds a word. */
static bool leaf_says(const Table *table, int leaf, const char *word) {
  for (size_t depth = 0; depth < table->header_depth; depth++) {
    const Column *heading = table_heading(table, (size_t)leaf, depth);
    if (heading && heading->title && strstr(heading->title, word))
      return true;
  }
  return false;
}

bool income_this_year(const CheckRun *run, const Sheet *income) {
  int leaf = income ? amount_leaf(income->table, run->document->stage) : -1;
  if (leaf < 0 || table_leaf(income->table, ROLE_CARRY_OVER) >= 0)
    return false;
  return run->document->stage == STAGE_FINAL || leaf_says(income->table, leaf, "本年");
}

Fact side_source(const Side *side, Role role) {
  return fact_cell(side->sheet, side->roles[role], side->leaf);
}

bool facts_compare(CheckRun *run, const CheckRule *rule, const Fact *printed, const Fact *computed,
                   CheckRelation relation, const char *reason) {
  if (!printed->told || !computed->told || (!printed->sum.count && !computed->sum.count))
    return false;
  run_compare(run, rule,
              &(Comparison){.place = printed->place,
                            .other = computed->place,
                            .relation = relation,
                            .printed = printed->sum,
                            .computed = computed->sum,
                            .reason = reason});
  return true;
}
