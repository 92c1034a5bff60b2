/* Tables printed side by side: income and expenditure come to the same total. */
#include <string.h>

#include "check/facts.h"
#include "check/rules.h"
#include "model/amount_leaf.h"

static Fact panel_total(const CheckRun *run, const Sheet *sheet) {
  int leaf = amount_leaf(sheet->table, run->document->stage);
  for (uint32_t row = (uint32_t)sheet->table->row_count; row-- > 0;)
    if (leaf >= 0 && sheet_is_total(sheet, row) &&
        sheet->table->rows[row].cells[leaf].kind == CELL_MONEY)
      return fact_cell(sheet, row, leaf);
  return (Fact){.place = place_none};
}

static bool titled(const Sheet *sheet, const char *word) {
  return sheet->table->title && strstr(sheet->table->title, word);
}

/* Two panels of income and expenditure, not just any two. */
static bool is_balance(const Sheet *left) {
  return left->annex->kind == KIND_FISCAL_BALANCE || left->annex->kind == KIND_DEPARTMENT_BALANCE ||
         (titled(left, "收入") && titled(left + 1, "支出"));
}

void find_panels(CheckRun *run, const CheckRule *rule) {
  for (size_t i = 0; i + 1 < run->sheet_count; i++) {
    const Sheet *left = &run->sheets[i];
    if (left->table_index != 0 || left->annex->table_count != 2 || !is_balance(left))
      continue;
    Fact expenditure = panel_total(run, &run->sheets[i + 1]), income = panel_total(run, left);
    facts_compare(run, rule, &expenditure, &income, CHECK_EQUAL, NULL);
  }
}
