#include "view/expenses.h"

#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/findings.h"
#include "view/highlight.h"

enum { MARGIN = 1, BRANCH_WIDTH = 2 };

void expenses_open(Expenses *expenses, Session *session) {
  *expenses = (Expenses){.session = session, .table = three_public_of(session->document)};
  window_set_height(&expenses->window, 1);
  window_set_count(&expenses->window, expenses->table.count);
}

static Amount expense_amount(const Expenses *expenses, const ThreePublicLine *line) {
  return amount_of_cell(line->cell, expenses->table.annex->unit);
}

/* Whether another line of this depth follows under the same parent. */
static bool has_next(const ThreePublic *table, size_t index, int depth) {
  for (size_t i = index + 1; i < table->count && table->lines[i].depth >= depth; i++)
    if (table->lines[i].depth == depth)
      return true;
  return false;
}

static int draw_branches(const ThreePublic *table, Area area, int row, size_t index) {
  int depth = table->lines[index].depth;
  for (int level = 1; level <= depth; level++) {
    bool next = has_next(table, index, level);
    int column = (level - 1) * BRANCH_WIDTH;
    if (level == depth)
      area_glyph(area, row, column, STYLE_RULE, next ? GLYPH_BRANCH : GLYPH_LAST);
    else if (next)
      area_glyph(area, row, column, STYLE_RULE, GLYPH_TRUNK);
  }
  return depth * BRANCH_WIDTH;
}

static Place expense_place(const Expenses *expenses, const ThreePublicLine *line) {
  return (Place){.kind = PLACE_ROW,
                 .annex = expenses->table.annex_index,
                 .row = line->row,
                 .leaf = line->leaf};
}

static Amount budget_amount(const Expenses *expenses, const ThreePublicLine *line) {
  return line->budget ? amount_of_cell(line->budget, expenses->table.annex->unit)
                      : (Amount){.kind = CELL_BLANK};
}

/* The columns of amounts: what was budgeted, if anything, and what is shown. */
typedef struct {
  int budget, amount;
} AmountColumns;

static int wider(const Expenses *expenses, Amount amount, int width) {
  int wanted = amount_width(expenses->session, &amount);
  return wanted > width ? wanted : width;
}

static AmountColumns amount_columns(const Expenses *expenses, int most) {
  AmountColumns columns = {0};
  for (size_t i = 0; i < expenses->table.count; i++) {
    const ThreePublicLine *line = &expenses->table.lines[i];
    columns.amount = wider(expenses, expense_amount(expenses, line), columns.amount);
    columns.budget = wider(expenses, budget_amount(expenses, line), columns.budget);
  }
  if (expenses_head(expenses)) {
    int budget = (int)width_text(_("Budgeted"), strlen(_("Budgeted")));
    int amount = (int)width_text(_("Executed"), strlen(_("Executed")));
    columns.budget = (budget > columns.budget ? budget : columns.budget) + 1;
    columns.amount = amount > columns.amount ? amount : columns.amount;
  } else {
    columns.budget = 0;
  }
  columns.amount++;
  columns.amount = columns.amount < most ? columns.amount : most;
  columns.budget = columns.budget < most - columns.amount ? columns.budget : most - columns.amount;
  return columns;
}

int expenses_head(const Expenses *expenses) { return three_public_budgeted(&expenses->table); }

/* The names of the columns, with room at the right for the sign of a finding. */
static void draw_head(const Expenses *expenses, Area area) {
  AmountColumns columns = amount_columns(expenses, area.width * 2 / 3);
  int left = area.width - columns.amount;
  area_fit(area, 0, left - columns.budget, columns.budget - 1, STYLE_DIM, FIT_RIGHT, _("Budgeted"),
           strlen(_("Budgeted")));
  area_fit(area, 0, left, columns.amount - 1, STYLE_DIM, FIT_RIGHT, _("Executed"),
           strlen(_("Executed")));
}

static void draw_expense(const Expenses *expenses, Area area, int row, size_t index) {
  const ThreePublicLine *line = &expenses->table.lines[index];
  int style = line->role == ROLE_TOTAL ? STYLE_TOTAL : STYLE_NORMAL;
  AmountColumns columns = amount_columns(expenses, area.width * 2 / 3);
  int amounts = columns.amount, left = draw_branches(&expenses->table, area, row, index);
  int room = area.width - amounts - columns.budget - left;
  size_t length = strlen(line->label);
  area_fit(area, row, left, room, style, FIT_LEFT, line->label, length);
  highlight_mark(expenses->session, area_part(area, row, left, 1, room), 0, 0, line->label, length,
                 0, fit_prefix(line->label, length, room > 0 ? (size_t)room : 0, NULL));
  Amount amount = expense_amount(expenses, line), budget = budget_amount(expenses, line);
  amount_draw(expenses->session, area, row, area.width - amounts, amounts, style, &amount);
  if (columns.budget)
    amount_draw(expenses->session, area, row, area.width - amounts - columns.budget,
                columns.budget, style, &budget);
  Place place = expense_place(expenses, line);
  amount_draw_finding(expenses->session, area, row, area.width - 1, &place);
}

static int bar_label_width(const Expenses *expenses, int most) {
  int wanted = 0;
  for (size_t i = 0; i < expenses->table.count; i++) {
    const ThreePublicLine *line = &expenses->table.lines[i];
    int width = (int)width_text(line->label, strlen(line->label));
    if (line->depth == 1 && line->cell->kind == CELL_MONEY && width > wanted)
      wanted = width;
  }
  return wanted < most ? wanted : most;
}

/* The parts of the total as bars, below the tree. */
static void draw_bars(const Expenses *expenses, Area area, int row) {
  enum { SHARE_WIDTH = 7 };
  int label = bar_label_width(expenses, area.width / 2);
  for (size_t i = 0; i < expenses->table.count && row < area.height; i++) {
    const ThreePublicLine *line = &expenses->table.lines[i];
    int64_t permille;
    if (line->depth != 1 || !three_public_share(&expenses->table, line, &permille))
      continue;
    Str share = STR_EMPTY;
    share_write(&share, permille);
    area_fit(area, row, 0, label, STYLE_NORMAL, FIT_LEFT, line->label, strlen(line->label));
    area_fit(area, row, label, SHARE_WIDTH, STYLE_DIM, FIT_RIGHT, share.data, share.length);
    int left = label + SHARE_WIDTH + 1;
    area_bar(area, row++, left, area.width - left, STYLE_BAR, permille);
    str_free(&share);
  }
}

void expenses_draw(Expenses *expenses, Area area, bool focused) {
  Window *window = &expenses->window;
  const char *absent = !expenses->table.annex ? _("not in this document")
                       : !expenses->table.count ? _("not included") : NULL;
  area_fill(area, STYLE_NORMAL);
  Area text = area_part(area, 0, MARGIN, area.height, area.width - 2 * MARGIN);
  if (absent) {
    area_fit(text, 0, 0, text.width, STYLE_DIM, FIT_LEFT, absent, strlen(absent));
    return;
  }
  if (expenses_head(expenses)) {
    draw_head(expenses, text);
    area = area_part(area, 1, 0, area.height - 1, area.width);
    text = area_part(text, 1, 0, text.height - 1, text.width);
  }
  window_set_height(window, area.height > 0 ? (size_t)area.height : 1);
  int row = 0;
  for (size_t i = window->top; i < window->count && row < area.height; i++)
    draw_expense(expenses, text, row++, i);
  if (focused)
    area_mark(area, (int)(window->cursor - window->top), 0, area.width, STYLE_SELECTED);
  draw_bars(expenses, text, row + 1);
}

void expenses_status(const Expenses *expenses, Str *out) {
  if (!expenses->table.count)
    return;
  const ThreePublicLine *line = &expenses->table.lines[expenses->window.cursor];
  Amount amount = expense_amount(expenses, line);
  int64_t permille;
  str_add_text(out, line->label);
  if (amount.kind == CELL_BLANK)
    str_printf(out, " · %s", _("blank"));
  else
    str_add_text(out, " · ");
  amount_write_printed(out, &amount);
  Amount budget = budget_amount(expenses, line);
  if (budget.kind == CELL_MONEY) {
    str_printf(out, " · %s ", _("Budgeted"));
    amount_write_printed(out, &budget);
  }
  if (three_public_share(&expenses->table, line, &permille)) {
    str_add_text(out, " · ");
    share_write(out, permille);
  }
  Place place = expense_place(expenses, line);
  findings_write_figure(expenses->session, &place, out);
}

bool expenses_show(Expenses *expenses, const Place *place) {
  if (place->kind != PLACE_ROW || !expenses->table.count ||
      place->annex != expenses->table.annex_index)
    return false;
  for (size_t i = 0; i < expenses->table.count; i++) {
    const ThreePublicLine *line = &expenses->table.lines[i];
    bool budget = line->budget && line->budget_leaf == place->leaf;
    if (line->row == place->row &&
        (line->leaf == place->leaf || budget || place->leaf == PLACE_NO_LEAF)) {
      window_move(&expenses->window, i);
      return true;
    }
  }
  return false;
}

bool expenses_where(const Expenses *expenses, Place *place) {
  if (!expenses->table.count)
    return false;
  *place = expense_place(expenses, &expenses->table.lines[expenses->window.cursor]);
  return true;
}
