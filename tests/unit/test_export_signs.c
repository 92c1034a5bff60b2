/* Signs beside figures in the text export: which place each figure is asked about, where its sign
 * stands, and what is said of it below. */
#include <criterion/criterion.h>
#include <string.h>

#include "export/text.h"
#include "yaml/reader.h"

#define HEAD                    \
  "format: budgettui/1\n"       \
  "title: 某局2023年部门预算\n" \
  "organization: {name: 某局}\n" \
  "year: 2023\n"                \
  "unit: 万元\n"                \
  "annexes:\n"
#define TREE                                                              \
  HEAD "  - {number: \"1\", title: 空表, status: not-included}\n"              \
       "  - number: \"2\"\n"                                              \
       "    title: 支出预算表\n"                                          \
       "    kind: general-public-expenditure\n"                           \
       "    classification: functional\n"                                 \
       "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n" \
       "    rows:\n"                                                      \
       "      - [合计, ~, 10.00]\n"                                       \
       "      - [\"20103\", 政府办公厅, 8.00]\n"                          \
       "      - [\"20805\", 养老支出, 2.00]\n"

static const TextSign near = {"~", "is near"}, wrong = {"X", "is wrong"};

/* The places of figures that have a sign; those that were asked about are counted. */
typedef struct {
  Place near, wrong;
  size_t asked;
} Marked;

static bool is_place(const Place *a, const Place *b) {
  return a->kind == b->kind && a->annex == b->annex && a->table == b->table && a->row == b->row &&
         a->leaf == b->leaf;
}

static const TextSign *find_sign(void *context, const Place *place) {
  Marked *marked = context;
  cr_expect(place->kind == PLACE_ROW || place->kind == PLACE_TARGET);
  marked->asked++;
  return is_place(place, &marked->wrong) ? &wrong : is_place(place, &marked->near) ? &near : NULL;
}

static bool collect(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

static void expect(const char *yaml, TextOptions options, Marked *marked, const char *expected) {
  Document *document = NULL;
  Diagnostics diagnostics;
  diag_open(&diagnostics, "test.yaml", 9);
  reader_bytes("test.yaml", yaml, strlen(yaml), NULL, &document, &diagnostics);
  cr_assert_not_null(document, "%s", diagnostics.list.count ? diagnostics.list.items[0].message : "");
  Str out = STR_EMPTY, error = STR_EMPTY;
  options.sign = find_sign;
  options.sign_context = marked;
  cr_expect_eq(export_text(document, &options, collect, &out, &error), EXPORT_DONE);
  cr_expect_str_eq(out.data, expected, "found:\n%s", out.data);
  str_free(&out);
  str_free(&error);
  document_free(document);
  diag_close(&diagnostics);
}

static Place cell(uint32_t annex, uint16_t table, uint32_t row, uint16_t leaf) {
  return (Place){.kind = PLACE_ROW, .annex = annex, .table = table, .row = row, .leaf = leaf};
}

Test(export_signs, a_table_has_room_for_signs_where_there_are_any) {
  Marked marked = {.near = cell(0, 0, 1, 1), .wrong = cell(0, 1, 0, 1)};
  TextOptions options = {.part = TEXT_ANNEX, .number = "1", .unit = UNIT_YUAN};
  expect(HEAD "  - number: \"1\"\n"
              "    title: 总表\n"
              "    panels:\n"
              "      - {title: 收入, columns: [{title: 项目, role: item}, {title: 预算, role: amount}],"
              " rows: [[甲, 1.00], [乙, 2.00]]}\n"
              "      - {title: 支出, columns: [{title: 项目, role: item}, {title: 预算, role: amount}],"
              " rows: [[丙, 3.00]]}\n",
         options, &marked,
         "Annex 1  总表\n"
         "Unit: 元 (printed in 万元)\n"
         "\n"
         "     收入      |      支出\n"
         "-------------- | --------------\n"
         "项目    预算   | 项目    预算\n"
         "----  -------- | ----  --------\n"
         "甲    10,0__*  | 丙    30,0__X*\n"
         "乙    20,0__~* |\n"
         "* converted from the unit in which it is printed\n"
         "_ a digit that the printed figure does not tell\n"
         "X is wrong\n"
         "~ is near\n");
}

Test(export_signs, a_tree_asks_about_printed_figures_only) {
  Marked marked = {.near = cell(1, 0, 1, 2)};
  TextOptions options = {.part = TEXT_FUNCTIONAL, .unit = -1};
  expect(TREE, options, &marked,
         "Functional classification\n"
         "Annex 2  支出预算表\n"
         "Unit: 万元\n"
         "\n"
         "Code   Account                 合计   Of parent\n"
         "-----  ---------------------  ------  ---------\n"
         "       合计                   10.00\n"
         "201      一般公共服务支出+     8.00+      80.0%\n"
         "20103      政府办公厅          8.00~     100.0%\n"
         "208      社会保障和就业支出+   2.00+      20.0%\n"
         "20805      养老支出            2.00      100.0%\n"
         "+ added up; no table prints it\n"
         "~ is near\n");
}

Test(export_signs, the_overview_shows_the_signs_of_its_figures) {
  Marked marked = {.wrong = cell(1, 0, 0, 2)};
  TextOptions options = {.part = TEXT_OVERVIEW, .unit = -1};
  expect(TREE, options, &marked,
         "某局2023年部门预算\n"
         "Office  某局\n"
         "Year    2023  budget as planned\n"
         "\n"
         "Income and expenditure\n"
         "  Total expenditure       10.00X  万元         annex 2\n"
         "\n"
         "Expenditure by function\n"
         "  201 一般公共服务支出     8.00+  万元  80.0%\n"
         "  208 社会保障和就业支出   2.00+  万元  20.0%\n"
         "+ added up; no table prints it\n"
         "X is wrong\n"
         "\n"
         "Annexes\n"
         "  1  空表        not included\n"
         "  2  支出预算表\n");
}

Test(export_signs, the_three_public_expenses) {
  Marked marked = {.near = cell(0, 0, 0, 2)};
  TextOptions options = {.part = TEXT_THREE_PUBLIC, .unit = -1};
  expect(HEAD "  - number: \"5\"\n"
              "    title: 三公\n"
              "    kind: three-public\n"
              "    columns: [{title: 合计}, {title: 因公出国（境）费}, {title: 公务接待费}]\n"
              "    rows: [[4.00, ~, 1.00]]\n",
         options, &marked,
         "Annex 5  三公\n"
         "Unit: 万元\n"
         "\n"
         "Item                Amount  Of the total\n"
         "------------------  ------  ------------\n"
         "合计                 4.00\n"
         "  因公出国（境）费\n"
         "  公务接待费         1.00~         25.0%\n"
         "~ is near\n");
}

Test(export_signs, funds_and_weights_of_targets) {
  Marked marked = {.near = {.kind = PLACE_TARGET, .row = 2, .leaf = PLACE_NO_LEAF},
                   .wrong = {.kind = PLACE_TARGET, .row = 4, .leaf = 2}};
  TextOptions options = {.part = TEXT_TARGETS, .unit = -1};
  expect(HEAD "  - number: \"13\"\n"
              "    title: 目标\n"
              "    unit: 元\n"
              "    targets:\n"
              "      - subject: [{label: 单位, role: department, value: 某局}]\n"
              "        funds:\n"
              "          - {label: 基本支出, role: basic, funds: [{label: 合计, role: total, amount: 1.00}]}\n"
              "        indicators:\n"
              "          columns: [{title: 三级指标}, {title: 指标值}, {title: 权重}]\n"
              "          rows: [[完成率, \"95\", 20], [满意率, \"95\", 79]]\n",
         options, &marked,
         "Annex 13  目标\n"
         "Unit: 元\n"
         "\n"
         "单位  某局\n"
         "\n"
         "基本支出\n"
         "  合计    1.00~\n"
         "\n"
         "三级指标  指标值  权重\n"
         "--------  ------  ----\n"
         "完成率    95       20\n"
         "满意率    95       79X\n"
         "~ is near\n"
         "X is wrong\n");
}

Test(export_signs, no_sign_takes_no_room) {
  Marked marked = {.near = {.kind = PLACE_NONE}};
  TextOptions options = {.part = TEXT_ANNEX, .number = "2", .unit = -1};
  expect(TREE, options, &marked,
         "Annex 2  支出预算表\n"
         "Unit: 万元\n"
         "\n"
         "科目编码  科目名称     合计\n"
         "--------  ----------  -----\n"
         "合计                  10.00\n"
         "20103     政府办公厅   8.00\n"
         "20805     养老支出     2.00\n");
  cr_expect_gt(marked.asked, 0);
}
