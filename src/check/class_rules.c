/* Balances against the tables of expenditure, by functional class. */
#include <string.h>

#include "check/facts.h"
#include "check/rules.h"
#include "model/amount_leaf.h"

/* A row of a balance's expenditure side that says all of this year's expenditure. */
static uint32_t this_year(const Sheet *sheet) {
  for (uint32_t row = 0; row < sheet->table->row_count; row++)
    if (!sheet_is_total(sheet, row) &&
        strstr(table_row_name(sheet->table, &sheet->table->rows[row]), "本年支出"))
      return row;
  return NO_ROW;
}

static bool is_other(const char *name) { return strstr(name, "结转") || strstr(name, "本年支出"); }

/* Rows whose name is that of a class; the others (结转下年) say something else. */
static void judge_classes(CheckRun *run, const CheckRule *rule, const Sheet *balance, int leaf,
                          const Sheet *table) {
  int amount = amount_leaf(table->table, run->document->stage);
  Str name = STR_EMPTY;
  for (uint32_t row = 0; row < balance->table->row_count; row++) {
    const char *printed = table_row_name(balance->table, &balance->table->rows[row]);
    if (!*printed || is_other(printed) || sheet_is_total(balance, row))
      continue;
    str_clear(&name);
    class_name(&name, printed);
    uint32_t class_row = run_class(run, table, name.data);
    Fact side = fact_cell(balance, row, leaf), class = fact_cell(table, class_row, amount);
    facts_compare(run, rule, &side, &class, CHECK_EQUAL, NULL);
  }
  str_free(&name);
}

static void judge_balance(CheckRun *run, const CheckRule *rule, const Side *side, int leaf,
                          Kind kind) {
  const Sheet *table = run_sheet(run, kind, CLASSIFICATION_NONE);
  if (!side->sheet || !table || leaf < 0)
    return;
  uint32_t row = this_year(side->sheet);
  Fact balance = fact_cell(side->sheet, row == NO_ROW ? side->total : row, leaf);
  Fact total = fact_total(run, table, ROLE_TOTAL);
  facts_compare(run, rule, &balance, &total, CHECK_EQUAL, NULL);
  judge_classes(run, rule, side->sheet, leaf, table);
}

/* The column of the general public budget; the only column, where no other budget has any
 * amount. */
static int general_leaf(const CheckRun *run, const Side *side) {
  int leaf = table_leaf(side->sheet->table, ROLE_GENERAL_PUBLIC);
  const Sheet *fund = run_sheet(run, KIND_GOVERNMENT_FUND_EXPENDITURE, CLASSIFICATION_NONE);
  const Sheet *capital = run_sheet(run, KIND_STATE_CAPITAL_EXPENDITURE, CLASSIFICATION_NONE);
  bool others = (fund && fund->filled) || (capital && capital->filled);
  return leaf < 0 && !others && side->sheet->money_count == 1 ? side->leaf : leaf;
}

void find_fiscal_classes(CheckRun *run, const CheckRule *rule) {
  static const struct {
    Role role;
    Kind kind;
  } columns[] = {{ROLE_GENERAL_PUBLIC, KIND_GENERAL_PUBLIC_EXPENDITURE},
                 {ROLE_GOVERNMENT_FUND, KIND_GOVERNMENT_FUND_EXPENDITURE},
                 {ROLE_STATE_CAPITAL, KIND_STATE_CAPITAL_EXPENDITURE}};
  Side side = side_of(run, KIND_FISCAL_BALANCE, false);
  for (size_t i = 0; side.sheet && i < sizeof columns / sizeof *columns; i++)
    judge_balance(run, rule, &side,
                  i ? table_leaf(side.sheet->table, columns[i].role) : general_leaf(run, &side),
                  columns[i].kind);
}

void find_department_classes(CheckRun *run, const CheckRule *rule) {
  Side side = side_of(run, KIND_DEPARTMENT_BALANCE, false);
  judge_balance(run, rule, &side, side.leaf, KIND_DEPARTMENT_EXPENDITURE);
}
