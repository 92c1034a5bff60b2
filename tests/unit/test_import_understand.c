#include <criterion/criterion.h>
#include <string.h>

#include "import/aliases.h"
#include "import/notes.h"
#include "import/text.h"
#include "import/understand.h"
#include "yaml/writer.h"

/* A text imported. */
typedef struct {
  Document *document;
  Notes notes;
  Diagnostics diagnostics;
  Str yaml;
} Imported;

static bool keep(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

static Imported import(const char *text) {
  Imported imported = {.yaml = STR_EMPTY};
  Stream *stream = stream_new();
  Aliases *aliases = aliases_new();
  notes_open(&imported.notes);
  diag_open(&imported.diagnostics, "text", 5);
  cr_assert(text_read(text, strlen(text), NULL, stream, &imported.diagnostics));
  imported.document =
      understand(stream, NULL, aliases, "text", &imported.notes, &imported.diagnostics);
  if (imported.document) {
    Sink sink;
    sink_open(&sink, keep, &imported.yaml);
    writer_document(imported.document, NULL, &sink);
    sink_close(&sink);
  }
  aliases_free(aliases);
  stream_free(stream);
  return imported;
}

static void close_import(Imported *imported) {
  document_free(imported->document);
  notes_close(&imported->notes);
  diag_close(&imported->diagnostics);
  str_free(&imported->yaml);
}

/* The import of a text holds these lines, one after another, and has this many warnings. */
static void expect(const char *text, const char *lines, size_t warnings) {
  Imported imported = import(text);
  cr_assert(imported.document);
  cr_expect(strstr(imported.yaml.data, lines), "expected:\n%s\nfound:\n%s", lines,
            imported.yaml.data);
  cr_expect_eq(imported.notes.warnings, warnings);
  close_import(&imported);
}

static size_t count_notes(const Imported *imported, const char *why) {
  size_t count = 0;
  for (size_t i = 0; i < imported->notes.list.count; i++)
    count += strstr(imported->notes.list.items[i].why, why) != NULL;
  return count;
}

#define COVER "某局2023年部门预算\n"
#define BALANCE "部门收支总表\n单位：万元\n"

Test(import_understand, the_cover_tells_title_office_year_and_stage) {
  Imported imported = import("某市某局\n\n2022 年部门决算\n\n" BALANCE "项目\t金额\n合计\t1.00\n");
  cr_assert(imported.document);
  cr_expect_str_eq(imported.document->title, "某市某局2022年部门决算");
  cr_expect_str_eq(imported.document->organization.name, "某市某局");
  cr_expect_eq(imported.document->year, 2022);
  cr_expect_eq(imported.document->stage, STAGE_FINAL);
  cr_expect(imported.document->imported);
  close_import(&imported);
}

Test(import_understand, a_table_of_accounts) {
  expect(COVER "附件3\n一般公共预算支出表\n单位：元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
         "201\t一般公共服务支出\t1,000\t(200)\t/\n合计\t\t1,000\t–\t\n",
         "  - number: \"3\"\n    title: 一般公共预算支出表\n    kind: general-public-expenditure\n"
         "    classification: functional\n    columns:\n      - {title: 科目编码}\n"
         "      - {title: 科目名称}\n      - {title: 合计}\n      - {title: 基本支出}\n"
         "      - {title: 项目支出}\n    rows:\n"
         "      - [\"201\", 一般公共服务支出, 1000, -200, \"/\"]\n"
         "      - [合计, ~, 1000, \"–\", ~]\n",
         0);
}

Test(import_understand, headings_of_three_levels) {
  expect(COVER "三公经费表\n单位：元\n2023年预算数\t\t\t\n合计\t公务用车购置及运行费\t\t公务接待费\n"
         "\t购置费\t运行费\t\n6\t2\t3\t1\n",
         "      - {title: 2023年预算数, columns: [{title: 合计}, {title: 公务用车购置及运行费, "
         "columns: [{title: 购置费}, {title: 运行费}]}, {title: 公务接待费}]}\n"
         "    rows:\n      - [6, 2, 3, 1]\n",
         0);
}

Test(import_understand, parts_of_a_code_under_one_heading) {
  expect(COVER "一般公共预算支出表\n单位：元\n科目编码\t\t\t科目名称\t合计\n"
         "201\t\t\t甲\t3\n201\t05\t\t乙\t3\n201\t05\t06\t丙\t3\n\t\t\t\t合计\n",
         "      - {title: 科目编码, columns: [{title: \"\", role: code-class}, "
         "{title: \"\", role: code-section}, {title: \"\", role: code-item}]}\n",
         0);
}

Test(import_understand, a_total_set_across_the_columns_is_the_row_s_name) {
  expect(COVER "一般公共预算支出表\n单位：元\n科目编码\t科目名称\t合计\t基本支出\n201\t甲\t3\t3\n"
         "\t\t合计\t3\n",
         "      - [~, 合计, ~, 3]\n", 0);
}

Test(import_understand, panels_side_by_side_with_levels) {
  expect(COVER BALANCE "收入\t\t支出\t\n项目\t金额\t项目\t金额\n一、本年收入\t5\t一、教育支出\t5\n"
         "拨款\t5\t\t\n收入合计\t5\t支出合计\t5\n",
         "          - {level: 1, cells: [一、本年收入, 5]}\n"
         "          - {level: 2, cells: [拨款, 5]}\n"
         "          - {level: 1, cells: [收入合计, 5]}\n"
         "      - title: 支出\n",
         0);
}

Test(import_understand, numbers_that_begin_again_are_inside_the_row_above_them) {
  expect(COVER BALANCE "收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
         "一、一般公共预算拨款\t5\t一、教育支出\t8\n二、政府性基金拨款\t\t二、国防支出\t\n"
         "本年收入合计\t5\t本年支出合计\t8\n年初结转和结余\t3\t年末结转和结余\t\n"
         "一、一般公共预算拨款\t3\t\t\n二、政府性基金拨款\t\t\t\n总计\t8\t总计\t8\n",
         "          - {level: 1, cells: [二、政府性基金拨款, ~]}\n"
         "          - {level: 1, cells: [本年收入合计, 5]}\n"
         "          - {level: 1, cells: [年初结转和结余, 3]}\n"
         "          - {level: 2, cells: [一、一般公共预算拨款, 3]}\n"
         "          - {level: 2, cells: [二、政府性基金拨款, ~]}\n"
         "          - {level: 1, cells: [总计, 8]}\n",
         0);
}

Test(import_understand, without_a_total_before_it_the_row_above_them_is_outermost) {
  expect(COVER BALANCE "收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
         "一、一般公共预算拨款\t5\t一、教育支出\t8\n二、政府性基金拨款\t\t二、国防支出\t\n"
         "上年结转\t3\t三、外交支出\t\n一、一般公共预算拨款\t3\t\t\n收入合计\t8\t支出合计\t8\n",
         "          - {level: 1, cells: [二、政府性基金拨款, ~]}\n"
         "          - {level: 1, cells: [上年结转, 3]}\n"
         "          - {level: 2, cells: [一、一般公共预算拨款, 3]}\n"
         "          - {level: 1, cells: [收入合计, 8]}\n",
         0);
}

Test(import_understand, a_table_goes_on_over_a_page_with_its_headings_again) {
  Imported imported = import(COVER "一般公共预算支出表\n单位：元\n科目编码\t科目名称\t合计\n"
                             "201\t甲\t1\n\f科目编码\t科目名称\t合计\n202\t乙\t2\n");
  cr_assert(imported.document);
  cr_assert_eq(imported.document->annex_count, 1);
  cr_expect_eq(imported.document->annexes[0].tables[0].row_count, 2);
  cr_expect_eq(count_notes(&imported, "printed again"), 3);
  cr_expect_eq(imported.notes.warnings, 0);
  close_import(&imported);
}

Test(import_understand, an_index_row_is_no_money) {
  Imported imported = import(COVER "一般公共预算支出表\n单位：元\n科目编码\t科目名称\t合计\t基本支出\n"
                             "栏次\t\t1=2\t2\n201\t甲\t1\t2\n");
  cr_assert(imported.document);
  cr_expect_eq(imported.document->annexes[0].tables[0].row_count, 1);
  close_import(&imported);
  imported = import(COVER "一般公共预算支出表\n单位：元\n科目编码\t科目名称\t合计\t基本支出\n"
                    "1\t2\t3\t4\n201\t甲\t1\t2\n");
  cr_expect_eq(imported.document->annexes[0].tables[0].row_count, 1);
  cr_expect_eq(count_notes(&imported, "index row"), 4);
  close_import(&imported);
}

Test(import_understand, a_row_that_counts_without_end_is_no_index_row) {
  Imported imported = import(COVER "一般公共预算支出表\n单位：元\n科目编码\t科目名称\t合计\t基本支出\n"
                             "1\t2\t2147483647=1+2\t4\n201\t甲\t1\t2\n");
  cr_assert(imported.document);
  cr_expect_eq(count_notes(&imported, "index row"), 0);
  close_import(&imported);
}

Test(import_understand, listed_tables_that_are_absent_and_an_empty_one_with_its_note) {
  expect(COVER "附表：1.部门收支总表\n2.部门收入总表\n\n附件1\n" BALANCE
         "项目\t金额\n\n注：本单位没有收支。\n",
         "  - number: \"1\"\n    title: 部门收支总表\n    kind: department-balance\n"
         "    note: 注：本单位没有收支。\n    columns:\n      - {title: 项目}\n      - {title: 金额}\n"
         "    rows: []\n  - number: \"2\"\n    title: 部门收入总表\n"
         "    kind: department-income\n    status: not-included\n",
         0);
}

Test(import_understand, headings_and_broken_paragraphs_of_the_narrative) {
  expect(COVER "一、情况\n\n(一) 职能\n\n1. 负责全区政务服务管理工作的统筹、指导、协调和督促，并负责社\n\n"
         "会保障。\n\n二、其他\n\n没有。\n\n" BALANCE "项目\t金额\n合计\t1\n",
         "  - heading: 一、情况\n    sections:\n      - heading: (一) 职能\n        text:\n"
         "          - 1. 负责全区政务服务管理工作的统筹、指导、协调和督促，并负责社会保障。\n"
         "  - heading: 二、其他\n    text:\n      - 没有。\n",
         0);
}

Test(import_understand, what_is_no_amount_is_left_out_with_a_warning) {
  Imported imported = import(COVER BALANCE "项目\t金额\n甲\t1\n乙\t见附表\n丙\t99999999999999999999\n");
  cr_assert(imported.document);
  cr_expect_eq(imported.notes.warnings, 2);
  cr_expect_eq(imported.document->uncertain, 2);
  cr_expect_str_eq(imported.notes.list.items[1].text, "见附表");
  cr_expect_eq(imported.notes.list.items[1].place.line, 6);
  close_import(&imported);
}

Test(import_understand, a_set_of_targets) {
  expect(COVER "项目绩效目标表\n主管部门：\t某局\t项目名称：\t甲\n项目总额：\t100\t其中：\t财政资金：\t100\n"
         "整体目标：\t办好。\n一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重\n"
         "产出指标\t数量指标\t数\t≥\t5\t个\t50\n\t质量指标\t质\t定性\t好\t\t50\n其他说明\t\n",
         "          rows:\n            - [产出指标, 数量指标, 数, \"≥\", \"5\", 个, 50]\n"
         "            - [^, 质量指标, 质, 定性, 好, ~, 50]\n",
         0);
}

static void expect_error(const char *text, const char *part) {
  Imported imported = import(text);
  cr_assert(!imported.document);
  cr_assert_eq(imported.diagnostics.errors, 1);
  cr_expect(strstr(imported.diagnostics.list.items[0].message, part));
  close_import(&imported);
}

Test(import_understand, a_text_without_tables_or_year_is_no_budget) {
  expect_error(COVER "正文。\n", "no table");
  expect_error("某局部门预算\n" BALANCE "项目\t金额\n合计\t1\n", "no budget year");
}

/* 公用经费合计 stands in the middle of two panels, its amount at the right of both. */
Test(import_understand, a_total_over_two_panels_has_the_amount_at_its_right) {
  Imported imported =
      import("2024年一般公共预算基本支出表\n"
             "单位：万元\n"
             "           人员经费                                    公用经费\n"
             "科目编码   科目名称   预算数   科目编码   科目名称   预算数   科目编码   科目名称   预算数\n"
             "301        工资福利     9.00   302        商品服务     4.00   30202      印刷费       1.00\n"
             "30101      基本工资     9.00   30201      办公费       1.00   30205      水费         2.00\n"
             "人员经费合计            9.00                      公用经费合计                        4.00\n");
  cr_assert(imported.document);
  cr_expect(strstr(imported.yaml.data, "公用经费合计, 4.00]"), "%s", imported.yaml.data);
  close_import(&imported);
}

/* Under a heading of amounts, but counting the rows, and codes in their order. */
Test(import_understand, figures_that_count_and_codes_are_no_amounts) {
  Imported imported = import("2024年支出表\n"
                             "单位：万元\n"
                             "项目     金额   合计   预算数\n"
                             "一、甲     18    201     1.00\n"
                             "二、乙     19    20101   1.00\n"
                             "三、丙     20    2010101 1.00\n"
                             "四、丁     21    20102   1.00\n");
  cr_assert(imported.document);
  cr_expect(strstr(imported.yaml.data, "role: serial"), "%s", imported.yaml.data);
  cr_expect(strstr(imported.yaml.data, "role: code"), "%s", imported.yaml.data);
  close_import(&imported);
}
