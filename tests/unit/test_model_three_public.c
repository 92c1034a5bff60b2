#include <criterion/criterion.h>
#include <string.h>

#include "model/build.h"
#include "model/three_public.h"

enum { MAX_CELLS = 64 };

/* A document with one annex of the three public expenses, put together by hand. */
typedef struct {
  Document *document;
  Annex annex;
  Table table;
  Row rows[8];
  Cell cells[MAX_CELLS];
} Made;

static void make(Made *made, Column *columns, size_t count) {
  memset(made, 0, sizeof *made);
  made->document = document_new("test");
  build_header(made->document->arena, &made->table, columns, count);
  made->table.rows = made->rows;
  made->annex = (Annex){.number = "5",
                        .title = "",
                        .kind = KIND_THREE_PUBLIC,
                        .unit = UNIT_WAN,
                        .included = true,
                        .tables = &made->table,
                        .table_count = 1};
  made->document->annexes = &made->annex;
  made->document->annex_count = 1;
}

static Cell *add_row(Made *made, bool total) {
  size_t row = made->table.row_count++;
  made->rows[row] = (Row){.cells = made->cells + row * made->table.leaf_count, .total = total};
  return made->cells + row * made->table.leaf_count;
}

static Cell money(int64_t fen) { return (Cell){.money = {fen}, .kind = CELL_MONEY, .decimals = 2}; }
static Cell text(const char *words) {
  return (Cell){.text = words, .length = (uint32_t)strlen(words), .kind = CELL_TEXT};
}

static Column leaf(const char *title, Role role) { return (Column){.title = title, .role = role}; }

static void expect(const ThreePublic *expenses, size_t index, const char *label, Role role, int depth) {
  cr_assert_lt(index, expenses->count);
  cr_expect_str_eq(expenses->lines[index].label, label);
  cr_expect_eq(expenses->lines[index].role, role);
  cr_expect_eq(expenses->lines[index].depth, depth);
}

Test(three_public, one_row_with_a_column_for_each) {
  Column vehicle[] = {leaf("小计", ROLE_VEHICLE), leaf("公务用车购置费", ROLE_VEHICLE_PURCHASE),
                      leaf("公务用车运行费", ROLE_VEHICLE_OPERATION)};
  Column parts[] = {leaf("合计", ROLE_TOTAL),
                    leaf("因公出国（境）费", ROLE_ABROAD),
                    {.title = "公务用车购置及运行费", .columns = vehicle, .column_count = 3},
                    leaf("公务接待费", ROLE_RECEPTION)};
  Column columns[] = {{.title = "2023年预算数", .columns = parts, .column_count = 4}};
  Made made;
  make(&made, columns, 1);
  Cell *cells = add_row(&made, false);
  cells[0] = money(5500000);
  cells[2] = cells[4] = money(4500000);
  cells[5] = money(1000000);

  ThreePublic expenses = three_public_of(made.document);
  cr_expect_eq(expenses.annex, &made.annex);
  cr_assert_eq(expenses.count, 6);
  expect(&expenses, 0, "合计", ROLE_TOTAL, 0);
  expect(&expenses, 1, "因公出国（境）费", ROLE_ABROAD, 1);
  expect(&expenses, 2, "公务用车购置及运行费", ROLE_VEHICLE, 1);
  expect(&expenses, 3, "公务用车购置费", ROLE_VEHICLE_PURCHASE, 2);
  expect(&expenses, 4, "公务用车运行费", ROLE_VEHICLE_OPERATION, 2);
  expect(&expenses, 5, "公务接待费", ROLE_RECEPTION, 1);
  cr_expect_eq(expenses.lines[0].figure.money.fen, 5500000);
  cr_expect_eq(expenses.lines[0].figure.unit, UNIT_WAN);
  cr_expect_eq(expenses.lines[1].cell->kind, CELL_BLANK, "a blank stays a blank");
  cr_expect_eq(expenses.lines[5].leaf, 5);
  document_free(made.document);
}

Test(three_public, a_row_for_each) {
  Column columns[] = {leaf("项目", ROLE_ITEM), leaf("预算数", ROLE_AMOUNT)};
  static const char *const names[] = {"合计", "1、因公出国（境）费用", "2、公务接待费",
                                      "3、公务用车费", "其中：（1）公务用车运行维护费",
                                      "（2）公务用车购置"};
  Made made;
  make(&made, columns, 2);
  for (size_t i = 0; i < 6; i++) {
    Cell *cells = add_row(&made, i == 0);
    cells[0] = text(names[i]);
    cells[1] = money((int64_t)i * 100);
  }
  ThreePublic expenses = three_public_of(made.document);
  cr_assert_eq(expenses.count, 6);
  expect(&expenses, 0, names[0], ROLE_TOTAL, 0);
  expect(&expenses, 1, names[1], ROLE_ABROAD, 1);
  expect(&expenses, 2, names[3], ROLE_VEHICLE, 1);
  expect(&expenses, 3, names[5], ROLE_VEHICLE_PURCHASE, 2);
  expect(&expenses, 4, names[4], ROLE_VEHICLE_OPERATION, 2);
  expect(&expenses, 5, names[2], ROLE_RECEPTION, 1);
  cr_expect_eq(expenses.lines[5].row, 2);
  cr_expect_eq(expenses.lines[5].figure.money.fen, 200);
  document_free(made.document);
}

Test(three_public, parts_of_vehicles_rise_where_vehicles_have_no_line) {
  Column columns[] = {leaf("合计", ROLE_TOTAL), leaf("公务用车运行费", ROLE_VEHICLE_OPERATION)};
  Made made;
  make(&made, columns, 2);
  add_row(&made, false);
  ThreePublic expenses = three_public_of(made.document);
  cr_assert_eq(expenses.count, 2);
  expect(&expenses, 1, "公务用车运行费", ROLE_VEHICLE_OPERATION, 1);
  document_free(made.document);
}

Test(three_public, of_several_rows_the_total_counts) {
  Column columns[] = {leaf("单位", ROLE_NAME), leaf("合计", ROLE_TOTAL), leaf("接待", ROLE_RECEPTION)};
  Made made;
  make(&made, columns, 3);
  add_row(&made, false)[1] = money(1);
  add_row(&made, true)[1] = money(3);
  ThreePublic expenses = three_public_of(made.document);
  cr_assert_not_null(three_public_line(&expenses, ROLE_TOTAL));
  cr_expect_eq(three_public_line(&expenses, ROLE_TOTAL)->figure.money.fen, 3);
  cr_expect_eq(three_public_line(&expenses, ROLE_TOTAL)->row, 1);
  cr_expect_null(three_public_line(&expenses, ROLE_ABROAD));
  document_free(made.document);
}

Test(three_public, of_a_final_account_what_was_spent_counts) {
  Column budget[] = {leaf("合计", ROLE_TOTAL), leaf("接待", ROLE_RECEPTION)};
  Column spent[] = {leaf("合计", ROLE_TOTAL), leaf("接待", ROLE_RECEPTION)};
  Column columns[] = {{.title = "预算数", .columns = budget, .column_count = 2},
                      {.title = "决算数", .columns = spent, .column_count = 2}};
  Made made;
  make(&made, columns, 2);
  Cell *cells = add_row(&made, false);
  cells[0] = money(10);
  cells[2] = money(7);
  made.document->stage = STAGE_FINAL;
  ThreePublic expenses = three_public_of(made.document);
  cr_assert_eq(expenses.count, 2);
  cr_expect_eq(expenses.lines[0].figure.money.fen, 7);
  made.document->stage = STAGE_BUDGET;
  expenses = three_public_of(made.document);
  cr_expect_eq(expenses.lines[0].figure.money.fen, 10);
  document_free(made.document);
}

/* Each expense over 预算数 and 决算数, of which the roles may be told or not. */
static void expect_budgets(bool told) {
  Column amounts[4][2];
  for (size_t i = 0; i < 4; i++) {
    static const Role roles[] = {ROLE_TOTAL, ROLE_VEHICLE, ROLE_VEHICLE_PURCHASE, ROLE_RECEPTION};
    amounts[i][0] = leaf("预算数", ROLE_AMOUNT);
    amounts[i][1] = leaf("2024年决算数", told ? roles[i] : ROLE_EXECUTED);
  }
  Column vehicle[] = {{.title = "小计", .columns = amounts[1], .column_count = 2},
                      {.title = "公务用车购置费", .columns = amounts[2], .column_count = 2}};
  Column groups[] = {{.title = "合计", .columns = amounts[0], .column_count = 2},
                     {.title = "公务用车购置及运行费", .columns = vehicle, .column_count = 2},
                     {.title = "公务接待费", .columns = amounts[3], .column_count = 2}};
  Column columns[] = {{.title = "“三公”经费", .columns = groups, .column_count = 3}};
  Made made;
  make(&made, columns, 1);
  Cell *cells = add_row(&made, false);
  cells[0] = cells[6] = money(95);
  cells[7] = money(40);
  made.document->stage = STAGE_FINAL;
  ThreePublic expenses = three_public_of(made.document);
  cr_assert_eq(expenses.count, 4);
  expect(&expenses, 0, "合计", ROLE_TOTAL, 0);
  expect(&expenses, 1, "公务用车购置及运行费", ROLE_VEHICLE, 1);
  expect(&expenses, 2, "公务用车购置费", ROLE_VEHICLE_PURCHASE, 2);
  expect(&expenses, 3, "公务接待费", ROLE_RECEPTION, 1);
  cr_expect(three_public_budgeted(&expenses));
  cr_expect_eq(expenses.lines[0].cell->kind, CELL_BLANK);
  cr_expect_eq(expenses.lines[0].budget_figure.money.fen, 95);
  cr_expect_eq(expenses.lines[1].budget->kind, CELL_BLANK);
  cr_expect_eq(expenses.lines[3].figure.money.fen, 40);
  cr_expect_eq(expenses.lines[3].budget_leaf, 6);
  document_free(made.document);
}

Test(three_public, what_was_budgeted_stands_beside_what_was_spent) {
  expect_budgets(true);
  expect_budgets(false);
}

Test(three_public, rows_of_a_final_account_have_a_budget_beside_them) {
  Column columns[] = {leaf("项目", ROLE_ITEM), leaf("预算数", ROLE_AMOUNT),
                      leaf("决算数", ROLE_EXECUTED)};
  Made made;
  make(&made, columns, 3);
  Cell *cells = add_row(&made, false);
  cells[0] = text("公务接待费");
  cells[1] = money(95);
  cells[2] = money(40);
  made.document->stage = STAGE_FINAL;
  ThreePublic expenses = three_public_of(made.document);
  cr_assert_eq(expenses.count, 1);
  cr_expect_eq(expenses.lines[0].figure.money.fen, 40);
  cr_assert(three_public_budgeted(&expenses));
  cr_expect_eq(expenses.lines[0].budget_figure.money.fen, 95);
  made.document->stage = STAGE_BUDGET;
  expenses = three_public_of(made.document);
  cr_expect_not(three_public_budgeted(&expenses));
  document_free(made.document);
}

Test(three_public, an_annex_without_a_table_has_no_lines) {
  Column columns[] = {leaf("合计", ROLE_TOTAL)};
  Made made;
  make(&made, columns, 1);
  made.annex.table_count = 0;
  made.annex.included = false;
  ThreePublic expenses = three_public_of(made.document);
  cr_expect_eq(expenses.annex, &made.annex);
  cr_expect_eq(expenses.count, 0);
  made.annex.kind = KIND_OTHER;
  cr_expect_null(three_public_of(made.document).annex);
  document_free(made.document);
}
