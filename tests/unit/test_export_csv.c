#include <criterion/criterion.h>
#include <string.h>

#include "export/csv_export.h"
#include "export/format.h"
#include "test_export.h"

static void expect_csv(const char *yaml, FormatOptions how, const char *number,
                       const char *expected) {
  Str out = exported(yaml, "csv", &how, number);
  cr_expect_str_eq(out.data, expected);
  str_free(&out);
}

/* --------------------------------------------------------------------------- fields */

static void expect_field(bool no_formulas, const char *text, const char *expected) {
  Str out = STR_EMPTY;
  Sink sink;
  sink_open(&sink, collect_text, &out);
  Csv csv = {.sink = &sink, .no_formulas = no_formulas};
  csv_text(&csv, text, strlen(text));
  cr_expect(csv_end(&csv));
  cr_expect(sink_close(&sink));
  cr_assert_gt(out.length, 1);
  cr_expect_str_eq(out.data + out.length - 2, "\r\n");
  str_cut(&out, out.length - 2);
  cr_expect_str_eq(out.data, expected);
  str_free(&out);
}

Test(export_csv, fields_are_quoted_where_needed) {
  expect_field(false, "甲", "甲");
  expect_field(false, "a,b", "\"a,b\"");
  expect_field(false, "a\"b\"", "\"a\"\"b\"\"\"");
  expect_field(false, "\"", "\"\"\"\"");
  expect_field(false, "a\nb", "\"a\nb\"");
  expect_field(false, "a\r", "\"a\r\"");
  expect_field(false, " a", "\" a\"");
  expect_field(false, "a ", "\"a \"");
}

Test(export_csv, a_line_with_one_empty_field_is_no_empty_line) { expect_field(false, "", "\"\""); }

Test(export_csv, formulas_are_left_alone_unless_asked) {
  static const char *const formulas[] = {"=1+1", "+a", "-a", "@a", "\ta", "＝1+1", "-5+a"};
  static const char *const none[] = {"=", "-", "+", "@", "-5", "+1.50", "a=1", "≥", "–"};
  for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
    Str kept = STR_EMPTY;
    str_printf(&kept, "'%s", formulas[i]);
    expect_field(false, formulas[i], formulas[i]);
    expect_field(true, formulas[i], kept.data);
    str_free(&kept);
  }
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    expect_field(true, none[i], none[i]);
}

/* --------------------------------------------------------------------------- annexes */

#define TABLE                                                                              \
  EXPORT_HEAD "  - number: \"2\"\n"                                                        \
              "    title: 表\n"                                                            \
              "    columns:\n"                                                             \
              "      - {title: 科目, columns: [{title: 编码, role: code}, {title: 名称, role: name}]}\n" \
              "      - {title: 预算数, columns: [{title: 小计}, {title: 项目支出}]}\n"   \
              "    rows:\n"                                                                \
              "      - [合计, ~, \"1,600.00\", 0]\n"                                     \
              "      - [\"201\", \"a,b\", -1.5, –]\n"                                    \
              "      - [\"20103\", ~, /, ~]\n"

static const FormatOptions plain = {0};

Test(export_csv, an_annex_as_printed) {
  expect_csv(TABLE, plain, "2",
             "科目 / 编码,科目 / 名称,预算数 / 小计,预算数 / 项目支出\r\n"
             "合计,,1600.00,0\r\n"
             "201,\"a,b\",-1.5,–\r\n"
             "20103,,/,\r\n");
}

Test(export_csv, a_byte_order_mark_when_asked) {
  Str out = exported(TABLE, "csv", &(FormatOptions){.bom = true}, "2");
  cr_expect_arr_eq(out.data, "\xEF\xBB\xBF科目", 9);
  str_free(&out);
}

Test(export_csv, panels_stand_side_by_side) {
  expect_csv(EXPORT_HEAD "  - number: \"1\"\n    title: 表\n    panels:\n"
                         "      - {title: 收入, columns: [{title: 项目}, {title: 预算数}],\n"
                         "         rows: [[甲, 1.00], [乙, 2.00]]}\n"
                         "      - {title: 支出, columns: [{title: 项目}], rows: [[丙]]}\n",
             plain, "1",
             "收入 / 项目,收入 / 预算数,支出 / 项目\r\n甲,1.00,丙\r\n乙,2.00,\r\n");
}

#define TARGETS                                                                            \
  EXPORT_HEAD "  - number: \"13\"\n    title: 表\n    unit: 元\n    targets:\n"            \
              "      - subject: [{label: 预算年度, value: \"2023\"}]\n"                    \
              "        funds: [{label: 资金, role: total, amount: 5.00},\n"               \
              "                {label: 其中, funds: [{label: 财政, role: fiscal, amount: ~}]}]\n" \
              "        goal: {heading: 情况, label: 目标, text: 甲}\n"                    \
              "        notes: {label: 说明, text: ~}\n"                                   \
              "        indicators:\n"                                                     \
              "          columns: [{title: 一级指标}, {title: 三级指标}, {title: 权重}]\n" \
              "          rows: [[产出指标, 乙, 60], [^, 丙, 40.5]]\n"                      \
              "      - indicators:\n"                                                     \
              "          columns: [{title: 三级指标}, {title: 备注}]\n"                   \
              "          rows: [[丁, 戊]]\n"

Test(export_csv, targets_have_a_line_for_each_item) {
  expect_csv(TARGETS, plain, "13",
             "set,part,label,value,一级指标,三级指标,权重,备注\r\n"
             "1,subject,预算年度,2023,,,,\r\n"
             "1,funds,资金,5.00,,,,\r\n"
             "1,funds,其中,,,,,\r\n"
             "1,funds,其中 / 财政,,,,,\r\n"
             "1,goal,情况 / 目标,甲,,,,\r\n"
             "1,indicators,,,产出指标,乙,60,\r\n"
             "1,indicators,,,产出指标,丙,40.5,\r\n"
             "1,notes,说明,,,,,\r\n"
             "2,indicators,,,,丁,,戊\r\n");
}

/* --------------------------------------------------------------------- the long table */

#define LONG_TITLES "annex,row,code,name,column,role,amount,unit\r\n"

Test(export_csv, all_amounts_of_tables) {
  expect_csv(TABLE, plain, NULL,
             LONG_TITLES "2,1,,合计,预算数 / 小计,total,1600.00,万元\r\n"
                         "2,1,,合计,预算数 / 项目支出,project,0,万元\r\n"
                         "2,2,201,\"a,b\",预算数 / 小计,total,-1.5,万元\r\n"
                         "2,2,201,\"a,b\",预算数 / 项目支出,project,–,万元\r\n"
                         "2,3,20103,,预算数 / 小计,total,/,万元\r\n"
                         "2,3,20103,,预算数 / 项目支出,project,,万元\r\n");
}

Test(export_csv, all_amounts_of_targets) {
  expect_csv(TARGETS, plain, NULL,
             LONG_TITLES "13,2,,资金,,total,5.00,元\r\n"
                         "13,4,,其中 / 财政,,fiscal,,元\r\n"
                         "13,6,,乙,权重,weight,60,\r\n"
                         "13,7,,丙,权重,weight,40.5,\r\n");
}

Test(export_csv, a_sink_that_stops_ends_the_export) {
  Document *document = read_yaml(TABLE);
  Str error = STR_EMPTY;
  Sink sink = {.text = STR_EMPTY, .stopped = true};
  cr_expect(format_csv(document, &plain, &sink, &error));
  cr_expect_not(sink_close(&sink));
  document_free(document);
}
