#include <criterion/criterion.h>
#include <string.h>

#include "search/references.h"
#include "yaml/reader.h"

static const char text[] =
    "format: budgettui/1\n"
    "title: 测试\n"
    "organization: {name: 测试办}\n"
    "year: 2023\n"
    "unit: 万元\n"
    "narrative:\n"
    "  - heading: 一、收支\n"
    "    text: [预算 400 万元，增加 7 万元，共 400 万元。, 又 1600 万元]\n"
    "annexes:\n"
    "  - number: \"2\"\n"
    "    title: 支出预算表\n"
    "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}, {title: 基本支出}]\n"
    "    rows:\n"
    "      - [合计, ~, 2000.00, 400.00]\n"
    "      - [\"20103\", 机构事务, 2000.00, 400.00]\n"
    "      - [\"2010301\", 行政运行, 400.00, ~]\n"
    "  - number: \"9\"\n"
    "    title: 总表\n"
    "    unit: 元\n"
    "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 基本支出}, {title: 合计}]\n"
    "    rows:\n"
    "      - [合计, ~, 5.00, 20000000.00]\n"
    "      - [\"2010301\", 行政运行, 5.00, 4000000.00]\n"
    "      - [\"2010301\", 行政运行, 5.00, ~]\n"
    "  - number: \"13\"\n"
    "    title: 绩效目标表\n"
    "    kind: department-targets\n"
    "    unit: 元\n"
    "    targets:\n"
    "      - subject: [{label: 名称, role: department, value: 测试办}]\n"
    "        funds: [{label: 总额, role: total, amount: 20000000.00}]\n";

static Document *document;
static FigurePlaces figures;

static void setup(void) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, "test", 10);
  ReaderStatus status = reader_bytes("test", text, strlen(text), NULL, &document, &diagnostics);
  cr_assert_eq(status, READER_OK);
  diag_close(&diagnostics);
  figure_places_open(&figures, document);
}

static void teardown(void) {
  figure_places_close(&figures);
  document_free(document);
}

TestSuite(references, .init = setup, .fini = teardown);

/* "2:1:2" is row 1, column 2 of annex 2; "*" no column; "t1" line 1 of targets; "p0+7" byte 7 of
 * paragraph 0; the place asked from in brackets. */
static void write_place(Str *out, const Place *place, bool here) {
  str_add_text(out, here ? "[" : "");
  if (place->kind == PLACE_PARAGRAPH)
    str_printf(out, "p%u+%u", place->paragraph, place->at);
  else if (place->kind == PLACE_TARGET)
    str_printf(out, "%s:t%u", document->annexes[place->annex].number, place->row);
  else if (place->leaf == PLACE_NO_LEAF)
    str_printf(out, "%s:%u:*", document->annexes[place->annex].number, place->row);
  else
    str_printf(out, "%s:%u:%u", document->annexes[place->annex].number, place->row, place->leaf);
  str_add_text(out, here ? "] " : " ");
}

static void expect(Place from, const char *expected) {
  References references;
  Str out = STR_EMPTY;
  if (!references_open(&references, document, &figures, &from)) {
    cr_expect_str_eq("none", expected);
    return;
  }
  for (size_t i = 0; i < references.places.count; i++)
    write_place(&out, &references.places.items[i], i == references.here);
  cr_expect_str_eq(out.data, expected, "%s", out.data);
  references_close(&references);
  str_free(&out);
}

static Place row(uint32_t annex, uint32_t number, uint16_t leaf) {
  return (Place){.kind = PLACE_ROW, .annex = annex, .row = number, .leaf = leaf};
}

static Place paragraph(uint32_t number, uint32_t at) {
  return (Place){.kind = PLACE_PARAGRAPH, .leaf = PLACE_NO_LEAF, .paragraph = number, .at = at};
}

Test(references, an_account_stands_in_every_annex_under_the_same_column) {
  expect(row(0, 2, 2), "[2:2:2] 9:1:3 9:2:3 p0+7 p0+42 ");
  expect(row(1, 1, 2), "2:2:3 [9:1:2] 9:2:2 ");
  expect(row(1, 2, 3), "2:2:2 9:1:3 [9:2:3] ");
  expect(row(0, 2, PLACE_NO_LEAF), "[2:2:*] 9:1:* 9:2:* ");
}

Test(references, a_code_that_only_begins_so_is_another_account) {
  expect(row(0, 1, 2), "[2:1:2] ");
  expect(row(0, 1, 3), "[2:1:3] p0+7 p0+42 ");
}

Test(references, an_amount_without_an_account_stands_in_cells_targets_and_text) {
  expect(row(0, 0, 2), "[2:0:2] 2:1:2 9:0:3 13:t1 ");
  expect(row(0, 0, 0), "[2:0:2] 2:1:2 9:0:3 13:t1 ");
  expect(row(0, 0, 3), "[2:0:3] 2:1:3 2:2:2 9:1:3 p0+7 p0+42 ");
}

Test(references, units_are_converted) {
  expect((Place){.kind = PLACE_TARGET, .annex = 2, .row = 1, .leaf = PLACE_NO_LEAF},
         "2:0:2 2:1:2 9:0:3 [13:t1] ");
}

Test(references, a_figure_of_the_narrative_stands_in_cells_and_text) {
  expect(paragraph(0, 0), "2:0:3 2:1:3 2:2:2 9:1:3 [p0+7] p0+42 ");
  expect(paragraph(0, 7), "2:0:3 2:1:3 2:2:2 9:1:3 [p0+7] p0+42 ");
  expect(paragraph(0, 42), "2:0:3 2:1:3 2:2:2 9:1:3 p0+7 [p0+42] ");
  expect(paragraph(0, 20), "[p0+27] ");
  expect(paragraph(1, 0), "[p1+4] ");
}

/* A place of the same row means its column; others are put in where they stand. */
Test(references, places_are_added_in_their_order) {
  static const char expected[] = "2:0:3 2:2:3 9:1:2 [9:2:2] 13:t1 p1+0 ";
  const Place from = row(1, 1, 2), added[] = {
      paragraph(1, 0), row(0, 0, 3),
      {.kind = PLACE_TARGET, .annex = 2, .row = 1, .leaf = PLACE_NO_LEAF}, row(1, 2, 2)};
  References references;
  Str out = STR_EMPTY;
  references_open(&references, document, &figures, &from);
  for (size_t i = 0; i < sizeof added / sizeof *added; i++)
    references.here = references_add(&references, &added[i]);
  cr_expect_eq(references.cells, references.places.count - 1);
  for (size_t i = 0; i < references.places.count; i++)
    write_place(&out, &references.places.items[i], i == references.here);
  cr_expect_str_eq(out.data, expected, "%s", out.data);
  references_close(&references);
  str_free(&out);
}

Test(references, what_is_neither_account_nor_amount_stands_nowhere) {
  expect(paragraph(1, 100), "none");
  expect((Place){.kind = PLACE_PARAGRAPH, .paragraph = PLACE_HEADING}, "none");
  expect((Place){.kind = PLACE_ANNEX}, "none");
  expect((Place){.kind = PLACE_TARGET, .annex = 2, .row = 0}, "none");
}
