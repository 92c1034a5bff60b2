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
