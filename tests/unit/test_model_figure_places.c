#include <criterion/criterion.h>
#include <string.h>

#include "make_table.h"
#include "model/amount_walk.h"
#include "model/figure_places.h"
#include "model/sections.h"

/* Expects the next figure that begins before `end`. */
static void expect_next(const char *text, size_t *at, size_t end, int64_t fen) {
  Money money;
  size_t start, from = *at;
  cr_assert(figure_next(text, strlen(text), at, end, &start, &money));
  cr_expect_eq(money.fen, fen);
  cr_expect(start >= from && start < *at && text[start] >= '0' && text[start] <= '9');
}

Test(figure_places, amounts_have_a_unit_and_are_not_zero) {
  const char *text = "2023 年 0 万元，68.54万元，3 人，1,600.00 元，2.5 亿元。";
  size_t at = 0, end = strlen(text), start;
  Money money;
  expect_next(text, &at, end, 68540000);
  expect_next(text, &at, end, 160000);
  expect_next(text, &at, end, 25000000000);
  cr_expect_not(figure_next(text, end, &at, end, &start, &money));
}

Test(figure_places, a_figure_may_end_behind_the_end_but_not_begin_there) {
  const char *text = "收入 12 万元";
  size_t at = 0, start;
  Money money;
  cr_expect_not(figure_next(text, strlen(text), &at, strlen("收入 "), &start, &money));
  at = 0;
  expect_next(text, &at, strlen("收入 1"), 12000000);
}

/* ------------------------------------------------------------------ of a document */

static Arena *arena;
static Document *document;
static FigurePlaces places;
static Diagnostics diagnostics;

static void open_document(void) {
  static const char *const paragraphs[] = {"收入 3 万元，其中 2 万元和 0 万元。", "无",
                                           "共 20000 元，另有 5 元"};
  static const Section inner[] = {{.heading = "（一）1 万元"}};
  static Section sections[] = {{.heading = "一、7 元", .paragraphs = paragraphs,
                                .paragraph_count = 3, .sections = inner, .section_count = 1}};
  diag_open(&diagnostics, "test", 10);
  arena = arena_new();
  Table *first = make_table(arena, UNIT_WAN, "item,amount", ROWS("甲|1.00", "乙|–", "丙"));
  Table *second = make_table(arena, UNIT_YUAN, "item,amount,total",
                             ROWS("甲|30000|1", "乙|20000|20000", "丙|20000|10000"));
  static Annex annexes[2];
  annexes[0] = (Annex){.number = "1", .title = "", .unit = UNIT_WAN, .included = true,
                       .tables = first, .table_count = 1};
  annexes[1] = (Annex){.number = "2", .title = "", .unit = UNIT_YUAN, .included = true,
                       .tables = second, .table_count = 1};
  document = make_document(arena, annexes, 2, &diagnostics);
  document->sections = sections;
  document->section_count = 1;
  sections_number(document);
  figure_places_open(&places, document);
}

static void close_document(void) {
  figure_places_close(&places);
  document_free(document);
  diag_close(&diagnostics);
}

TestSuite(figures, .init = open_document, .fini = close_document);

/* "section.paragraph fen annex:row:leaf", a heading as "h", what stands nowhere as "-". */
static void write_figure(Str *out, const NarrativeFigure *figure) {
  str_printf(out, "%u.", figure->section);
  if (figure->paragraph == PLACE_HEADING)
    str_add_text(out, "h");
  else
    str_printf(out, "%u", figure->paragraph);
  str_printf(out, " %lld ", (long long)figure->money.fen);
  if (figure->cell.kind == PLACE_NONE)
    str_add_text(out, "-, ");
  else
    str_printf(out, "%u:%u:%u, ", figure->cell.annex, figure->cell.row, figure->cell.leaf);
}

Test(figures, come_in_reading_order_with_the_first_cell_of_their_money) {
  Str out = STR_EMPTY;
  for (size_t i = 0; i < places.items.count; i++)
    write_figure(&out, &places.items.items[i]);
  cr_expect_str_eq(out.data, "0.h 700 -, 0.0 3000000 1:0:1, 0.0 2000000 1:1:1, 0.2 2000000 1:1:1, "
                             "0.2 500 -, 1.h 1000000 0:0:1, ");
  str_free(&out);
}

Test(figures, are_found_by_their_place) {
  cr_expect_eq(figure_places_from(&places, 0, PLACE_HEADING, 0), 0);
  cr_expect_eq(figure_places_from(&places, 0, 0, 0), 1);
  cr_expect_eq(figure_places_from(&places, 0, 0, places.items.items[1].end - 1u), 1);
  cr_expect_eq(figure_places_from(&places, 0, 0, places.items.items[1].end), 2);
  cr_expect_eq(figure_places_from(&places, 0, 1, 0), 3);
  cr_expect_eq(figure_places_from(&places, 1, PLACE_HEADING, 0), 5);
  cr_expect_eq(figure_places_from(&places, 1, 0, 0), 6);
  cr_expect_eq(figure_places_from(&places, 9, 0, 0), 6);
}

Test(figures, amounts_are_walked_in_document_order) {
  AmountWalk walk = amount_walk(document);
  Place place;
  Str out = STR_EMPTY;
  while (amount_walk_next(&walk, &place))
    str_printf(&out, "%u:%u:%u ", place.annex, place.row, place.leaf);
  cr_expect_str_eq(out.data, "0:0:1 1:0:1 1:0:2 1:1:1 1:1:2 1:2:1 1:2:2 ");
  str_free(&out);
}

Test(figures, the_amount_of_a_place_is_its_own) {
  Place place = {.kind = PLACE_ROW, .annex = 1, .row = 2, .leaf = 2};
  cr_expect_eq(amount_at_place(document, &place)->money.fen, 1000000);
  place.leaf = 0;
  cr_expect_null(amount_at_place(document, &place));
  place.leaf = PLACE_NO_LEAF;
  cr_expect_null(amount_at_place(document, &place));
  cr_expect_eq(amount_of_row(document, &place)->money.fen, 2000000);
  cr_expect_eq(place.leaf, 1);
  place = (Place){.kind = PLACE_ROW, .annex = 0, .row = 2};
  cr_expect_null(amount_of_row(document, &place));
}
