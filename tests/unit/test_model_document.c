#include <criterion/criterion.h>
#include <string.h>

#include "make_table.h"
#include "model/build.h"
#include "model/row_code.h"

Test(document, new_and_free) {
  Document *document = document_new("a.yaml");
  cr_expect_str_eq(document->file, "a.yaml");
  cr_expect_eq(document->annex_count, 0);
  document_free(document);
  document_free(NULL);
}

Test(document, office) {
  Document *document = document_new("-");
  document->organization.name = "政务服务管理办公室";
  cr_expect_str_eq(document_office(document), "政务服务管理办公室");
  document->organization.short_name = "政务办";
  cr_expect_str_eq(document_office(document), "政务办");
  document_free(document);
}

Test(document, annex_by_number) {
  Document *document = document_new("-");
  Annex annexes[] = {{.number = "1"}, {.number = "附件5"}, {.number = "表9"}, {.number = "5"}};
  document->annexes = annexes;
  document->annex_count = 4;
  cr_expect_eq(document_annex(document, "1"), &annexes[0]);
  cr_expect_eq(document_annex(document, "附件1"), &annexes[0]);
  cr_expect_eq(document_annex(document, "表1"), &annexes[0]);
  cr_expect_eq(document_annex(document, "１"), &annexes[0]);
  cr_expect_eq(document_annex(document, "5"), &annexes[3]);
  cr_expect_eq(document_annex(document, "附件5"), &annexes[1]);
  cr_expect_eq(document_annex(document, "附表9"), &annexes[2]);
  cr_expect_null(document_annex(document, "11"));
  cr_expect_null(document_annex(document, ""));
  cr_expect_null(document_annex(document, "附件"));
  document_free(document);
}

Test(document, header_of_groups) {
  Arena *arena = arena_new();
  Column inner[] = {{.title = "小计", .role = ROLE_VEHICLE}, {.title = "运行费", .role = ROLE_VEHICLE_OPERATION}};
  Column middle[] = {{.title = "合计", .role = ROLE_TOTAL},
                     {.title = "公务用车", .columns = inner, .column_count = 2},
                     {.title = "接待费", .role = ROLE_RECEPTION}};
  Column columns[] = {{.title = "编码", .role = ROLE_CODE},
                      {.title = "预算数", .columns = middle, .column_count = 3}};
  Table table = {0};
  build_header(arena, &table, columns, 2);
  cr_expect_eq(table.leaf_count, 5);
  cr_expect_eq(table.header_depth, 3);
  cr_expect_eq(table.columns, columns);
  cr_expect_eq(columns[1].first_leaf, 1);
  cr_expect_eq(columns[1].leaf_count, 4);
  cr_expect_eq(middle[1].first_leaf, 2);
  cr_expect_eq(middle[1].leaf_count, 2);
  cr_expect_eq(middle[2].first_leaf, 4);
  cr_expect_eq(table.leaves[3], &inner[1]);
  cr_expect_eq(table_leaf(&table, ROLE_RECEPTION), 4);
  cr_expect_eq(table_leaf(&table, ROLE_NAME), -1);
  build_header(arena, &table, columns, 0);
  cr_expect_eq(table.leaf_count, 0);
  cr_expect_eq(table.header_depth, 0);
  arena_free(arena);
}

static void expect_code(const char *columns, const char *row, const char *code) {
  Arena *arena = arena_new();
  Table *table = make_table(arena, UNIT_WAN, columns, ROWS(row));
  char out[64] = "?";
  size_t length = table_row_code(table, &table->rows[0], out, sizeof out);
  cr_expect_str_eq(out, code, "%s: %s", row, out);
  cr_expect_eq(length, strlen(code), "%s", row);
  arena_free(arena);
}

Test(document, codes) {
  expect_code("code,name", "201|一般公共服务支出", "201");
  expect_code("code,name", "2010301|行政运行", "2010301");
  expect_code("code,name", "２０１|一般公共服务支出", "201");
  expect_code("code,name", " 20103 |x", "20103");
  expect_code("code,name", "　20103|x", "20103");
  expect_code("code,name", "20103010101020304|x", "20103010101020304");
  expect_code("code,name", "合计|", "");
  expect_code("code,name", "|合计", "");
  expect_code("code,name", "20 1|x", "");
  expect_code("code,name", "201a|x", "");
  expect_code("code,name", "12345678a|x", "");
  expect_code("code,name", "1234567890123456a|x", "");
  expect_code("code,name", "   |x", "");
  expect_code("name,total", "201|3", "");
}

Test(document, codes_over_three_columns) {
  const char *columns = "code-class,code-section,code-item,name";
  expect_code(columns, "201|||x", "201");
  expect_code(columns, "201|03||x", "20103");
  expect_code(columns, "201|3||x", "20103");
  expect_code(columns, "201|03|01|x", "2010301");
  expect_code(columns, "201|3|1|x", "2010301");
  expect_code(columns, "２０１|３|１|x", "2010301");
  expect_code(columns, "201|20103|2010301|x", "2010301");
  expect_code(columns, "合计|||x", "");
  expect_code(columns, "|03|01|x", "");
  expect_code("code-class,code-section", "301|2", "30102");
  expect_code("code-class", "301", "301");
}

Test(document, long_codes_are_measured_whole) {
  Arena *arena = arena_new();
  Table *table = make_table(arena, UNIT_WAN, "code", ROWS("20103010203"));
  char out[5];
  cr_expect_eq(table_row_code(table, &table->rows[0], out, sizeof out), 11);
  cr_expect_str_eq(out, "2010");
  cr_expect_eq(table_row_code(table, &table->rows[0], NULL, 0), 11);
  arena_free(arena);
}

/* Every length and every place of a wrong byte, against a plain loop. */
Test(document, packing_takes_digits_only) {
  char text[24];
  for (size_t length = 1; length <= 20; length++) {
    uint64_t plain = 0, key = 1;
    for (size_t i = 0; i < length; i++) {
      text[i] = (char)('0' + (i * 7 + length) % 10);
      if (i < CODE_KEY_DIGITS)
        plain |= (uint64_t)(text[i] - '0' + 1) << (60 - 4 * i);
    }
    cr_expect(code_pack(text, length, &key));
    cr_expect_eq(key, plain, "%zu digits: %llx", length, (unsigned long long)key);
    for (size_t i = 0; i < length; i++)
      for (int byte = 0; byte < 256; byte++) {
        char kept = text[i];
        text[i] = (char)byte;
        cr_assert_eq(code_pack(text, length, &key), byte >= '0' && byte <= '9', "%d at %zu of %zu",
                     byte, i, length);
        text[i] = kept;
      }
  }
  uint64_t key;
  cr_expect_not(code_pack("", 0, &key));
}

Test(document, names) {
  Arena *arena = arena_new();
  Table *table = make_table(arena, UNIT_WAN, "code,name,total",
                            ROWS("201|一般公共服务支出|1", "合计||1", "|合计|1", "201||1", "||", "合计|总|1"));
  static const char *const names[] = {"一般公共服务支出", "合计", "合计", "", "", "总"};
  for (size_t i = 0; i < 6; i++)
    cr_expect_str_eq(table_row_name(table, &table->rows[i]), names[i]);
  table = make_table(arena, UNIT_WAN, "item,amount", ROWS("一、本年收入|1"));
  cr_expect_str_eq(table_row_name(table, &table->rows[0]), "一、本年收入");
  table = make_table(arena, UNIT_WAN, "code-class,code-section,amount", ROWS("合计||1", "|合计|1"));
  cr_expect_str_eq(table_row_name(table, &table->rows[0]), "合计");
  cr_expect_str_eq(table_row_name(table, &table->rows[1]), "合计");
  arena_free(arena);
}

Test(document, figures) {
  Arena *arena = arena_new();
  Table *table = make_table(arena, UNIT_WAN, "total,basic,project,weight", ROWS("1.50||–|20"));
  const Cell *cells = table->rows[0].cells;
  Figure figure;
  cr_assert(cell_figure(&cells[0], UNIT_WAN, &figure));
  cr_expect_eq(figure.money.fen, 1500000);
  cr_expect_eq(figure.unit, UNIT_WAN);
  cr_expect_eq(figure.decimals, 2);
  for (size_t i = 1; i < 4; i++)
    cr_expect_not(cell_figure(&cells[i], UNIT_WAN, &figure));
  arena_free(arena);
}

Test(document, headings_stand_over_their_leaves) {
  Column inner[] = {{.title = "b", .first_leaf = 1, .leaf_count = 1},
                    {.title = "c", .first_leaf = 2, .leaf_count = 1}};
  Column columns[] = {{.title = "a", .leaf_count = 1},
                      {.title = "g", .columns = inner, .column_count = 2, .first_leaf = 1,
                       .leaf_count = 2}};
  Table table = {.columns = columns, .column_count = 2, .leaf_count = 3};
  cr_expect_eq(table_heading(&table, 0, 0), &columns[0]);
  cr_expect_null(table_heading(&table, 0, 1));
  cr_expect_eq(table_heading(&table, 2, 0), &columns[1]);
  cr_expect_eq(table_heading(&table, 2, 1), &inner[1]);
  cr_expect_null(table_heading(&table, 2, 2));
}
