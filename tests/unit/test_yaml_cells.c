/* Cells that hold no figure: blank, dash and slash are kept apart, and as they were printed. */
#include <criterion/criterion.h>

#include "test_yaml.h"

Test(yaml_cells, blank_dash_and_slash_are_no_zero) {
  static const struct {
    const char *printed;
    CellKind kind;
    const char *text;
  } cells[] = {{"~", CELL_BLANK, NULL},   {"", CELL_BLANK, NULL},     {"'-'", CELL_DASH, "-"},
               {"'–'", CELL_DASH, "–"},   {"'—'", CELL_DASH, "—"},    {"'－'", CELL_DASH, "－"},
               {"'/'", CELL_SLASH, "/"},  {"0", CELL_MONEY, NULL},    {"'０.００'", CELL_MONEY, NULL}};
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    Str text = STR_EMPTY;
    str_printf(&text, HEAD ANNEX "      - - ~\n        - 甲\n        - %s\n", cells[i].printed);
    Outcome outcome = expect_well(text.data);
    const Cell *cell = &outcome.document->annexes[0].tables[0].rows[0].cells[2];
    cr_expect_eq(cell->kind, cells[i].kind, "%s", cells[i].printed);
    if (cells[i].text)
      cr_expect_str_eq(cell->text, cells[i].text);
    if (cells[i].kind == CELL_MONEY)
      cr_expect_eq(cell->money.fen, 0);
    outcome_free(&outcome);
    str_free(&text);
  }
}

Test(yaml_cells, a_sign_alone_is_no_amount) {
  expect_fault(HEAD ANNEX "      - [~, 甲, '+']\n", 12, 16, "“+”");
  expect_fault(HEAD ANNEX "      - [~, 甲, '//']\n", 12, 16, "“//”");
}

/* A spreadsheet would make the code an amount, 208.00. */
Test(yaml_cells, a_code_of_digits_stays_as_printed) {
  static const char *const codes[] = {"208", "2010301", "'0208'", "\"20805\""};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    Str text = STR_EMPTY, expected = STR_EMPTY;
    str_printf(&text, HEAD ANNEX "      - [%s, 甲, 208]\n", codes[i]);
    size_t quotes = strspn(codes[i], "'\"");
    str_add(&expected, codes[i] + quotes, strlen(codes[i]) - 2 * quotes);
    Outcome outcome = expect_well(text.data);
    const Cell *cells = outcome.document->annexes[0].tables[0].rows[0].cells;
    cr_expect_eq(cells[0].kind, CELL_TEXT, "%s", codes[i]);
    cr_expect_str_eq(cells[0].text, expected.data);
    cr_expect_eq(cells[2].kind, CELL_MONEY);
    outcome_free(&outcome);
    str_free(&expected);
    str_free(&text);
  }
}

/* No row of a long file is left out without a word. */
Test(yaml_cells, a_long_table_is_read_to_its_end) {
  enum { ROWS = 70000 };
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD ANNEX);
  for (int i = 1; i <= ROWS; i++)
    str_printf(&text, "      - [\"201%07d\", 甲, %d]\n", i, i);
  Outcome outcome = expect_well(text.data);
  const Table *table = &outcome.document->annexes[0].tables[0];
  cr_assert_eq(table->row_count, (size_t)ROWS);
  cr_expect_str_eq(table->rows[ROWS - 1].cells[0].text, "2010070000");
  outcome_free(&outcome);
  str_free(&text);
}
