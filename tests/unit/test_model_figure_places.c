#include <criterion/criterion.h>
#include <string.h>

#include "make_table.h"
#include "model/figure_places.h"

/* Expects the next figure that begins before `end`. */
static void expect_next(const char *text, size_t *at, size_t end, int64_t fen) {
  Money money;
  cr_assert(figure_next(text, strlen(text), at, end, &money));
  cr_expect_eq(money.fen, fen);
}

Test(figure_places, amounts_have_a_unit_and_are_not_zero) {
  const char *text = "2023 年 0 万元，68.54万元，3 人，1,600.00 元，2.5 亿元。";
  size_t at = 0, end = strlen(text);
  Money money;
  expect_next(text, &at, end, 68540000);
  expect_next(text, &at, end, 160000);
  expect_next(text, &at, end, 25000000000);
  cr_expect_not(figure_next(text, end, &at, end, &money));
}

Test(figure_places, a_figure_may_end_behind_the_end_but_not_begin_there) {
  const char *text = "收入 12 万元";
  size_t at = 0;
  Money money;
  cr_expect_not(figure_next(text, strlen(text), &at, strlen("收入 "), &money));
  at = 0;
  expect_next(text, &at, strlen("收入 1"), 12000000);
}

Test(figure_places, the_first_cell_with_the_money_is_found) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, "test", 10);
  Arena *arena = arena_new();
  Table *first = make_table(arena, UNIT_WAN, "item,amount", ROWS("甲|1.00", "乙|–", "丙"));
  Table *second = make_table(arena, UNIT_YUAN, "item,amount", ROWS("甲|30000", "乙|20000", "丙|20000"));
  Annex annexes[] = {
      {.number = "1", .title = "", .unit = UNIT_WAN, .included = true, .tables = first, .table_count = 1},
      {.number = "2", .title = "", .unit = UNIT_YUAN, .included = true, .tables = second, .table_count = 1},
  };
  Document *document = make_document(arena, annexes, 2, &diagnostics);
  Place place;
  cr_assert(figure_place(document, (Money){2000000}, &place));
  cr_expect_eq(place.kind, PLACE_ROW);
  cr_expect_eq(place.annex, 1);
  cr_expect_eq(place.row, 1);
  cr_expect_eq(place.leaf, 1);
  cr_expect_not(figure_place(document, (Money){2000001}, &place));
  document_free(document);
  diag_close(&diagnostics);
}
