/* Balances against the tables of expenditure, by functional class. */
#include <string.h>

#include "base/i18n.h"
#include "check/facts.h"
#include "check/rules.h"
#include "model/amount_leaf.h"

/* The two sides of a balance against a table of expenditure. What was carried over from the year
 * before may be counted in the balance alone. */
typedef struct {
  Side expenditure;
  CheckRelation relation;
  const char *reason;
} Balance;

static Balance balance_of(const CheckRun *run, Kind kind) {
  static const char carried[] = N_("the balance may count what was carried over, too");
  Side income = side_of(run, kind, true);
  bool carries = income.carries;
  return (Balance){side_of(run, kind, false), carries ? CHECK_AT_LEAST : CHECK_EQUAL,
                   carries ? carried : NULL};
}

static bool is_other(const char *name) { return strstr(name, "结转") || strstr(name, "本年支出"); }

/* Rows whose name is that of a class; the others (结转下年) say something else. */
static void judge_classes(CheckRun *run, const CheckRule *rule, const Balance *balance, int leaf,
                          const Sheet *table) {
  const Sheet *side = balance->expenditure.sheet;
  int amount = amount_leaf(table->table, run->document->stage);
  Str name = STR_EMPTY;
  for (uint32_t row = 0; row < side->table->row_count; row++) {
    const char *printed = table_row_name(side->table, &side->table->rows[row]);
    if (!*printed || is_other(printed) || sheet_is_total(side, row))
      continue;
    str_clear(&name);
    class_name(&name, printed);
    uint32_t class_row = run_class(run, table, name.data);
    Fact one = fact_cell(side, row, leaf), class = fact_cell(table, class_row, amount);
    facts_compare(run, rule, &one, &class, balance->relation, balance->reason);
  }
  str_free(&name);
}

/* What is carried into the next year stands in the balance's total, but in no table. */
static void judge_balance(CheckRun *run, const CheckRule *rule, const Balance *balance, int leaf,
                          Kind kind) {
  const Side *side = &balance->expenditure;
  const Sheet *table = run_sheet(run, kind, CLASSIFICATION_NONE);
  if (!side->sheet || !table || leaf < 0)
    return;
  uint32_t row = side->this_year;
  if (row != NO_ROW && side->sheet->table->rows[row].cells[leaf].kind != CELL_MONEY)
    row = NO_ROW;
  if (row == NO_ROW && !side->carries)
    row = side->total;
  Fact whole = fact_cell(side->sheet, row, leaf), total = fact_total(run, table, ROLE_TOTAL);
  facts_compare(run, rule, &whole, &total, balance->relation, balance->reason);
  judge_classes(run, rule, balance, leaf, table);
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
  Balance balance = balance_of(run, KIND_FISCAL_BALANCE);
  const Side *side = &balance.expenditure;
  for (size_t i = 0; side->sheet && i < sizeof columns / sizeof *columns; i++)
    judge_balance(
        run, rule, &balance,
        i ? table_leaf(side->sheet->table, columns[i].role) : general_leaf(run, side),
        columns[i].kind);
}

void find_department_classes(CheckRun *run, const CheckRule *rule) {
  Balance balance = balance_of(run, KIND_DEPARTMENT_BALANCE);
  judge_balance(run, rule, &balance, balance.expenditure.leaf, KIND_DEPARTMENT_EXPENDITURE);
}
