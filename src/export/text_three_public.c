#include "base/i18n.h"
#include "export/text_sheet.h"
#include "model/three_public.h"

enum { EXPENSE_LABEL, EXPENSE_BUDGET, EXPENSE_AMOUNT, EXPENSE_SHARE };

static void amount_cell(Paper *paper, const ThreePublic *expenses, const ThreePublicLine *line,
                        const Cell *cell, uint16_t leaf, SheetCell *out) {
  const Annex *annex = expenses->annex;
  Place place = paper_place(paper, annex, annex->tables, line->row, leaf);
  if (!cell)
    return;
  sheet_cell(paper, cell, annex->unit, out);
  out->sign = paper_sign(paper, &place);
}

static void expense_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                         SheetCell *out) {
  const ThreePublic *expenses = sheet->context;
  const ThreePublicLine *line = &expenses->lines[row];
  int64_t permille;
  if (column > EXPENSE_LABEL && !three_public_budgeted(expenses))
    column++; /* no table prints a budget beside */
  if (column == EXPENSE_LABEL) {
    str_add_fill(&out->text, ' ', 2 * (size_t)line->depth);
    str_add_text(&out->text, line->label);
  } else if (column == EXPENSE_BUDGET) {
    amount_cell(paper, expenses, line, line->budget, line->budget_leaf, out);
  } else if (column == EXPENSE_AMOUNT) {
    amount_cell(paper, expenses, line, line->cell, line->leaf, out);
  } else if (three_public_share(expenses, line, &permille)) {
    share_write(&out->text, permille);
  }
}

ExportStatus paper_three_public(Paper *paper, Str *error) {
  ThreePublic expenses = three_public_of(paper->document);
  if (!expenses.annex) {
    str_add_text(error, _("the document has no table of the three public expenses"));
    return EXPORT_NOTHING;
  }
  paper_annex_heading(paper, expenses.annex);
  if (!expenses.count) {
    paper_plain(paper, _("listed in the document, but not included in it"));
    paper_end(paper);
    return EXPORT_DONE;
  }
  paper_unit(paper, expenses.annex);
  paper_end(paper);
  Sheet sheet = {.cell = expense_cell, .context = &expenses, .rows = expenses.count};
  sheet_add(&sheet, SHEET_TEXT, _("Item"));
  bool budgeted = three_public_budgeted(&expenses);
  if (budgeted)
    sheet_add(&sheet, SHEET_AMOUNT, _("Budgeted"));
  sheet_add(&sheet, SHEET_AMOUNT, budgeted ? _("Executed") : _("Amount"));
  sheet_add(&sheet, SHEET_AMOUNT, _("Of the total"));
  sheet_write(&sheet, paper);
  paper_legend(paper);
  sheet_free(&sheet);
  return EXPORT_DONE;
}
