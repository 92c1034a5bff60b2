/* What is taken to the clipboard, from places of the sample. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "view/copy.h"
#include "yaml/reader.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"

static Document *document;

static void open_sample(void) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, SAMPLE, 10);
  cr_assert_eq(reader_file(SAMPLE, NULL, &document, &diagnostics, NULL), READER_OK);
  diag_close(&diagnostics);
}

static void close_sample(void) { document_free(document); }

TestSuite(copy, .init = open_sample, .fini = close_sample);

/* NULL: nothing is copied. */
static void expect_copy(Place place, CopyPart part, const char *text) {
  Str out = STR_EMPTY;
  cr_expect_eq(copy_part(document, &place, part, &out), text != NULL);
  cr_expect_str_eq(out.data, text != NULL ? text : "");
  str_free(&out);
}

/* A row of annex 2, counted from 0. */
static Place row_of_annex_2(uint32_t row, uint16_t leaf) {
  const Annex *annex = document_annex(document, "2");
  return (Place){.kind = PLACE_ROW,
                 .annex = (uint32_t)(annex - document->annexes),
                 .row = row,
                 .leaf = leaf};
}

Test(copy, an_account) {
  Place place = row_of_annex_2(3, PLACE_NO_LEAF);
  expect_copy(place, COPY_CODE, "2010301");
  expect_copy(place, COPY_ROW, "2010301\t行政运行\t261.96\t261.96\t");
  expect_copy(place, COPY_AMOUNT, "261.96");
  expect_copy(place, COPY_PATH, "一般公共服务支出 / 政府办公厅（室）及相关机构事务 / 行政运行");
}

/* The cell of the cursor, and no other in its place, even where it is blank. */
Test(copy, the_amount_of_a_column) {
  expect_copy(row_of_annex_2(3, 4), COPY_AMOUNT, NULL);
  expect_copy(row_of_annex_2(3, 1), COPY_AMOUNT, "261.96");
  expect_copy(row_of_annex_2(4, 4), COPY_AMOUNT, "1,600.00");
  expect_copy(row_of_annex_2(4, 2), COPY_AMOUNT, "1,600.00");
}

Test(copy, the_total_has_no_code_and_is_its_own_path) {
  Place place = row_of_annex_2(0, PLACE_NO_LEAF);
  expect_copy(place, COPY_CODE, NULL);
  expect_copy(place, COPY_PATH, "合计");
}

Test(copy, nothing_of_nowhere) {
  for (int part = COPY_ROW; part <= COPY_PATH; part++)
    expect_copy((Place){.kind = PLACE_NONE}, (CopyPart)part, NULL);
}

/* What would end a cell where it is pasted becomes a blank. */
Test(copy, a_text_stays_in_one_cell) {
  static const char yaml[] = "format: budgettui/1\n"
                             "title: 某局2023年部门预算\n"
                             "year: 2023\n"
                             "unit: 万元\n"
                             "organization: {name: 某局}\n"
                             "annexes:\n"
                             "  - number: 1\n"
                             "    title: 表\n"
                             "    kind: other\n"
                             "    columns: [{title: 项目}, {title: 金额, role: amount}]\n"
                             "    rows:\n"
                             "      - [\"甲\\t乙\\n丙\", 1.00]\n";
  Diagnostics diagnostics;
  close_sample();
  diag_open(&diagnostics, "test", 10);
  cr_assert_eq(reader_bytes("test", yaml, strlen(yaml), NULL, &document, &diagnostics), READER_OK, "%s",
               diagnostics.list.count ? diagnostics.list.items[0].message : "");
  diag_close(&diagnostics);
  expect_copy((Place){.kind = PLACE_ROW, .leaf = PLACE_NO_LEAF}, COPY_ROW, "甲 乙 丙\t1.00");
}
