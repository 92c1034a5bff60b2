/* Places of one version of a document in another one. */
#include <criterion/criterion.h>

#include "screen.h"
#include "view/place_carry.h"

#define DOCUMENT(text, annexes)                                                                    \
  "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\n"                 \
  "narrative:\n" text "annexes:\n" annexes
#define SECTION(heading, paragraphs)                                                               \
  "  - heading: " heading "\n    text: [" paragraphs "]\n"
#define ANNEX(number, title, columns, rows)                                                        \
  "  - {number: '" number "', title: " title ", classification: functional, columns: [" columns     \
  "], rows: [" rows "]}\n"
#define COLUMNS "{title: 科目编码}, {title: 科目名称}, {title: 合计}, {title: 基本支出}"

static const char before[] = DOCUMENT(
    SECTION("一", "甲, 乙, 丙") SECTION("二", "丁"),
    ANNEX("1", "首", COLUMNS, "['201', a, 1, 1], ['208', b, 1, 1], ['208', c, 1, 1], [~, 附注行, 1, 1]")
    ANNEX("2", "次", COLUMNS, "['201', a, 1, 1]"));
static const char after[] = DOCUMENT(
    SECTION("二", "新, 丁") SECTION("一", "甲, 丙, 别的"),
    ANNEX("2", "次", COLUMNS, "['200', z, 1, 1], ['201', a, 1, 1]")
    ANNEX("1", "首", "{title: 科目编码}, {title: 科目名称}, {title: 基本支出}, {title: 合计}",
          "['205', n, 1, 1], ['208', b, 1, 1], ['208', c, 1, 1], ['209', d, 1, 1], [~, 附注行, 1, 1]"));

static Screen old, fresh;

static void open_both(void) {
  screen_open(&old, &view_overview, before);
  screen_open(&fresh, &view_overview, after);
}

static void close_both(void) {
  screen_close(&old);
  screen_close(&fresh);
}

static Place carried(Place place) { return place_carry(old.document, fresh.document, &place); }

static Place row(uint32_t annex, uint32_t number, uint16_t leaf) {
  return (Place){.kind = PLACE_ROW, .annex = annex, .row = number, .leaf = leaf};
}

static void expect_row(Place place, uint32_t annex, uint32_t number, uint16_t leaf) {
  cr_expect_eq(place.kind, PLACE_ROW);
  cr_expect_eq(place.annex, annex);
  cr_expect_eq(place.row, number);
  cr_expect_eq(place.leaf, leaf);
}

Test(place_carry, rows_by_code_and_which_of_them) {
  open_both();
  expect_row(carried(row(0, 1, 2)), 1, 1, 3);
  expect_row(carried(row(0, 2, 3)), 1, 2, 2);
  expect_row(carried(row(1, 0, PLACE_NO_LEAF)), 0, 1, PLACE_NO_LEAF);
  close_both();
}

Test(place_carry, headings_of_columns_by_role) {
  open_both();
  Place place = carried((Place){.kind = PLACE_COLUMN, .annex = 0, .leaf = 2});
  cr_expect(place.kind == PLACE_COLUMN && place.annex == 1 && place.leaf == 3);
  place = carried((Place){.kind = PLACE_COLUMN, .annex = 0, .leaf = 1});
  cr_expect(place.kind == PLACE_COLUMN && place.leaf == 1);
  close_both();
}

Test(place_carry, rows_by_name_then_by_number) {
  open_both();
  expect_row(carried(row(0, 3, 0)), 1, 4, 0);
  expect_row(carried(row(0, 0, 0)), 1, 0, 0); /* neither its code nor its name is there */
  close_both();
}

Test(place_carry, annexes_by_number_and_none) {
  open_both();
  Place place = carried((Place){.kind = PLACE_ANNEX, .annex = 1, .listed = true});
  cr_expect(place.kind == PLACE_ANNEX && place.annex == 0 && place.listed);
  cr_expect_eq(carried((Place){.kind = PLACE_NONE}).kind, PLACE_NONE);
  Place gone = {.kind = PLACE_ANNEX, .annex = 0};
  static const char nothing[] =
      "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\nannexes: []\n";
  Screen empty;
  screen_open(&empty, &view_overview, nothing);
  cr_expect_eq(place_carry(old.document, empty.document, &gone).kind, PLACE_NONE);
  Place text = {.kind = PLACE_PARAGRAPH};
  cr_expect_eq(place_carry(old.document, empty.document, &text).kind, PLACE_NONE);
  screen_close(&empty);
  close_both();
}

Test(place_carry, paragraphs_by_text_then_by_heading) {
  static const uint32_t wanted[][4] = {
      {0, 0, 1, 0}, {0, 1, 1, 1}, {0, 2, 1, 1}, {1, 0, 0, 1}, {0, PLACE_HEADING, 1, PLACE_HEADING}};
  open_both();
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    Place place = carried((Place){
        .kind = PLACE_PARAGRAPH, .section = wanted[i][0], .paragraph = wanted[i][1]});
    cr_expect_eq(place.section, wanted[i][2], "%zu: section %u", i, place.section);
    cr_expect_eq(place.paragraph, wanted[i][3], "%zu: paragraph %u", i, place.paragraph);
  }
  close_both();
}
