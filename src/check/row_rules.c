/* Sums within a row: a total and the columns it sums up. */
#include "check/rules.h"
#include "check/run.h"

#include <string.h>

/* The figure of an addend; a text column counts where an amount stands in it. */
static bool addend(const Sheet *sheet, uint32_t row, size_t leaf, Figure *figure) {
  const Cell *cell = &sheet->table->rows[row].cells[leaf];
  if (cell->kind != CELL_TEXT)
    return sheet_figure(sheet, row, leaf, figure);
  *figure = (Figure){.unit = sheet->annex->unit};
  return money_parse(cell->text, cell->length, figure->unit, &figure->money, &figure->decimals) ==
         MONEY_OK;
}

/* The first `count` addends. */
static Sum add_columns(const Sheet *sheet, const ColumnSum *columns, uint32_t row, size_t count) {
  Figure figure;
  Sum sum = {0};
  for (size_t i = 0; i < count; i++)
    if (addend(sheet, row, columns->leaves[i], &figure))
      sum_add(&sum, &figure);
  if (columns->subtract != PLACE_NO_LEAF && addend(sheet, row, columns->subtract, &figure))
    sum_subtract(&sum, &figure);
  return sum;
}

/* A text column may hold amounts or anything else: it counts where the sum agrees with it alone. */
static Sum row_sum(const Sheet *sheet, const ColumnSum *columns, uint32_t row, const Sum *total) {
  Sum sum = add_columns(sheet, columns, row, columns->known);
  if (columns->known == columns->count || sum_judge(total, &sum, CHECK_EQUAL) != CHECK_MISMATCH)
    return sum;
  Sum more = add_columns(sheet, columns, row, columns->count);
  return sum_judge(total, &more, CHECK_EQUAL) == CHECK_MISMATCH ? sum : more;
}

static void judge_rows(CheckRun *run, const CheckRule *rule, const Sheet *sheet,
                       const ColumnSum *columns) {
  for (uint32_t row = 0; row < sheet->table->row_count; row++) {
    Figure figure;
    if (!sheet_figure(sheet, row, columns->total, &figure))
      continue;
    Sum total = sum_of(figure), computed = row_sum(sheet, columns, row, &total);
    if (!computed.count)
      continue;
    run_compare(run, rule,
                &(Comparison){.place = sheet_place(sheet, row, columns->total),
                              .other = place_none,
                              .printed = total,
                              .computed = computed});
  }
}

static void judge_columns(CheckRun *run, const CheckRule *rule, ColumnSumKind kind) {
  for (size_t i = 0; i < run->sheet_count; i++)
    for (size_t j = 0; j < run->sheets[i].sum_count; j++)
      if (run->sheets[i].sums[j].kind == kind)
        judge_rows(run, rule, &run->sheets[i], &run->sheets[i].sums[j]);
}

void find_basic_project(CheckRun *run, const CheckRule *rule) {
  judge_columns(run, rule, COLUMNS_BASIC_PROJECT);
}

void find_personnel_operating(CheckRun *run, const CheckRule *rule) {
  judge_columns(run, rule, COLUMNS_PERSONNEL_OPERATING);
}

void find_header_groups(CheckRun *run, const CheckRule *rule) {
  judge_columns(run, rule, COLUMNS_GROUP);
}

void find_changes(CheckRun *run, const CheckRule *rule) {
  judge_columns(run, rule, COLUMNS_CHANGE);
}

/* ------------------------------------------------------------------ the three public expenses */

/* Where each expense has a row of its own: the columns tell nothing then. */
static void judge_lines(CheckRun *run, const CheckRule *rule, Role whole, const Role *parts,
                        size_t count) {
  const ThreePublic *expenses = &run->expenses;
  const ThreePublicLine *total = three_public_line(expenses, whole);
  if (!total || total->cell->kind != CELL_MONEY)
    return;
  Sum sum = {0};
  bool rows = false;
  for (size_t i = 0; i < count; i++) {
    const ThreePublicLine *part = three_public_line(expenses, parts[i]);
    rows = rows || (part && part->row != total->row);
    if (part && part->cell->kind == CELL_MONEY)
      sum_add(&sum, &part->figure);
  }
  if (!rows || !sum.count)
    return;
  Place place = {
      .kind = PLACE_ROW, .annex = expenses->annex_index, .row = total->row, .leaf = total->leaf};
  run_compare(run, rule,
              &(Comparison){.place = place,
                            .other = place_none,
                            .printed = sum_of(total->figure),
                            .computed = sum});
}

void find_three_public(CheckRun *run, const CheckRule *rule) {
  static const Role parts[] = {ROLE_ABROAD, ROLE_VEHICLE, ROLE_RECEPTION};
  static const Role split[] = {ROLE_ABROAD, ROLE_VEHICLE_PURCHASE, ROLE_VEHICLE_OPERATION,
                               ROLE_RECEPTION};
  judge_columns(run, rule, COLUMNS_THREE_PUBLIC);
  if (three_public_line(&run->expenses, ROLE_VEHICLE))
    judge_lines(run, rule, ROLE_TOTAL, parts, sizeof parts / sizeof *parts);
  else
    judge_lines(run, rule, ROLE_TOTAL, split, sizeof split / sizeof *split);
}

void find_vehicles(CheckRun *run, const CheckRule *rule) {
  static const Role parts[] = {ROLE_VEHICLE_PURCHASE, ROLE_VEHICLE_OPERATION};
  judge_columns(run, rule, COLUMNS_VEHICLES);
  judge_lines(run, rule, ROLE_VEHICLE, parts, sizeof parts / sizeof *parts);
}
