#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "export/text.h"
#include "text/width.h"
#include "yaml/reader.h"

#define HEAD                    \
  "format: budgettui/1\n"       \
  "title: 某局2023年部门预算\n" \
  "organization: {name: 某局}\n" \
  "year: 2023\n"                \
  "unit: 万元\n"
#define TREE                                                                   \
  HEAD "annexes:\n"                                                            \
       "  - number: \"2\"\n"                                                   \
       "    title: 支出预算表\n"                                               \
       "    kind: general-public-expenditure\n"                                \
       "    classification: functional\n"                                      \
       "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n"  \
       "    rows:\n"                                                           \
       "      - [合计, ~, 10.00]\n"                                            \
       "      - [\"201\", 一般公共服务支出, 8.00]\n"                           \
       "      - [\"20103\", 政府办公厅, 8.00]\n"                               \
       "      - [\"2010301\", 行政运行, 8.00]\n"                               \
       "      - [\"2080505\", 养老支出, 2.00]\n"

static const TextOptions plain = {.unit = -1};

static bool collect(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

static Document *read_text(const char *yaml) {
  Document *document = NULL;
  Diagnostics diagnostics;
  diag_open(&diagnostics, "test.yaml", 9);
  reader_bytes("test.yaml", yaml, strlen(yaml), NULL, &document, &diagnostics);
  cr_assert_not_null(document, "%s", diagnostics.list.count ? diagnostics.list.items[0].message : "");
  diag_close(&diagnostics);
  return document;
}

/* The text of a part; NULL when there was nothing, then `error` says why. */
static char *shown(const char *yaml, TextOptions options, Str *error) {
  Document *document = read_text(yaml);
  Str out = STR_EMPTY;
  ExportStatus status = export_text(document, &options, collect, &out, error);
  document_free(document);
  if (status == EXPORT_DONE)
    return str_take(&out);
  cr_expect_eq(status, EXPORT_NOTHING);
  cr_expect_eq(out.length, 0, "nothing found, but this was written: %s", out.data);
  str_free(&out);
  return NULL;
}

static void expect(const char *yaml, TextOptions options, const char *expected) {
  Str error = STR_EMPTY;
  char *text = shown(yaml, options, &error);
  cr_expect_str_eq(text ? text : "", expected);
  cr_expect_eq(error.length, 0);
  memory_free(text);
  str_free(&error);
}

static void expect_nothing(const char *yaml, TextOptions options, const char *reason) {
  Str error = STR_EMPTY;
  char *text = shown(yaml, options, &error);
  cr_expect_null(text);
  cr_expect_str_eq(error.data, reason);
  memory_free(text);
  str_free(&error);
}

static TextOptions annex(const char *number) {
  return (TextOptions){.part = TEXT_ANNEX, .number = number, .unit = -1};
}

static TextOptions functional(void) { return (TextOptions){.part = TEXT_FUNCTIONAL, .unit = -1}; }

Test(export_text, every_part_has_a_name_and_a_meaning) {
  for (int i = 0; i < TEXT_PART_COUNT; i++)
    cr_expect(text_parts[i].name && text_parts[i].meaning);
}

Test(export_text, a_table_keeps_blanks_zeros_dashes_and_merged_cells_apart) {
  expect(HEAD "annexes:\n"
              "  - number: \"1\"\n"
              "    title: 表\n"
              "    subtitle: (试)\n"
              "    note: 注：无\n"
              "    columns:\n"
              "      - {title: 一级指标}\n"
              "      - title: 预算\n"
              "        columns: [{title: 合计}, {title: 基本支出}]\n"
              "    rows:\n"
              "      - [甲, 0, ~]\n"
              "      - [^, \"–\", \"/\"]\n"
              "      - [~, -1.50, 1000]\n",
         annex("1"),
         "Annex 1  表\n"
         "(试)\n"
         "Unit: 万元\n"
         "\n"
         "               预算\n"
         "          ---------------\n"
         "一级指标   合计  基本支出\n"
         "--------  -----  --------\n"
         "甲            0\n"
         "^             –         /\n"
         "          -1.50     1,000\n"
         "注：无\n"
         "^ one cell with the cell above\n");
}

Test(export_text, panels_stand_side_by_side) {
  expect(HEAD "annexes:\n"
              "  - number: \"1\"\n"
              "    title: 表\n"
              "    panels:\n"
              "      - title: 收入\n"
              "        columns: [{title: 项目}, {title: 预算数}]\n"
              "        rows:\n"
              "          - {level: 1, cells: [本年, 3.00]}\n"
              "          - {level: 2, cells: [拨款, 3.00]}\n"
              "      - title: 支出\n"
              "        columns: [{title: 项目}, {title: 预算数}]\n"
              "        rows:\n"
              "          - [支出, 3.00]\n"
              "          - [~, ~]\n",
         annex("1"),
         "Annex 1  表\n"
         "Unit: 万元\n"
         "\n"
         "     收入      |     支出\n"
         "-------------- | ------------\n"
         "项目    预算数 | 项目  预算数\n"
         "------  ------ | ----  ------\n"
         "本年      3.00 | 支出    3.00\n"
         "  拨款    3.00 |\n");
}

Test(export_text, a_converted_figure_is_marked_and_the_unit_named) {
  TextOptions options = annex("2");
  options.unit = UNIT_YUAN;
  options.code = "208";
  expect(TREE, options,
         "Annex 2  支出预算表\n"
         "Unit: 元 (printed in 万元)\n"
         "\n"
         "科目编码  科目名称    合计\n"
         "--------  --------  -------\n"
         "2080505   养老支出  20,0__*\n"
         "* converted from the unit in which it is printed\n"
         "_ a digit that the printed figure does not tell\n");
}

Test(export_text, a_tree_marks_what_it_derives_and_keeps_codes_at_the_left) {
  expect(TREE, functional(),
         "Functional classification\n"
         "Annex 2  支出预算表\n"
         "Unit: 万元\n"
         "\n"
         "Code     Account                     合计   Of parent\n"
         "-------  -------------------------  ------  ---------\n"
         "         合计                       10.00\n"
         "201        一般公共服务支出          8.00       80.0%\n"
         "20103        政府办公厅              8.00      100.0%\n"
         "2010301        行政运行              8.00      100.0%\n"
         "208        社会保障和就业支出+       2.00+      20.0%\n"
         "20805        行政事业单位养老支出+   2.00+     100.0%\n"
         "2080505        养老支出              2.00      100.0%\n"
         "+ added up; no table prints it\n");
}

Test(export_text, depth_counts_levels_below_the_root_or_the_account) {
  TextOptions options = functional();
  options.depth = 1;
  expect(TREE, options,
         "Functional classification\n"
         "Annex 2  支出预算表\n"
         "Unit: 万元\n"
         "\n"
         "Code  Account                 合计   Of parent\n"
         "----  ---------------------  ------  ---------\n"
         "      合计                   10.00\n"
         "201     一般公共服务支出      8.00       80.0%\n"
         "208     社会保障和就业支出+   2.00+      20.0%\n"
         "+ added up; no table prints it\n");
  options.code = "201";
  expect(TREE, options,
         "Functional classification\n"
         "Annex 2  支出预算表\n"
         "Unit: 万元\n"
         "\n"
         "Code   Account              合计  Of parent\n"
         "-----  ------------------  -----  ---------\n"
         "       合计                10.00\n"
         "201      一般公共服务支出   8.00      80.0%\n"
         "20103      政府办公厅       8.00     100.0%\n");
}

Test(export_text, accounts_without_amounts_have_no_shares) {
  expect(HEAD "annexes:\n"
              "  - number: \"2\"\n"
              "    title: 科目表\n"
              "    classification: functional\n"
              "    columns: [{title: 科目编码}, {title: 科目名称}]\n"
              "    rows: [[合计, ~], [\"201\", 一般公共服务支出]]\n",
         functional(),
         "Functional classification\n"
         "Annex 2  科目表\n"
         "Unit: 万元\n"
         "\n"
         "Code  Account\n"
         "----  ------------------\n"
         "      合计\n"
         "201     一般公共服务支出\n");
}

Test(export_text, an_account_is_looked_for_in_all_trees_of_a_classification) {
  TextOptions options = functional();
  options.code = "212";
  expect(TREE "  - number: \"6\"\n"
              "    title: 基金表\n"
              "    kind: government-fund-expenditure\n"
              "    classification: functional\n"
              "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n"
              "    rows: [[合计, ~, 3.00], [\"212\", 城乡社区支出, 3.00]]\n",
         options,
         "Functional classification\n"
         "Annex 6  基金表\n"
         "Unit: 万元\n"
         "\n"
         "Code  Account         合计  Of parent\n"
         "----  --------------  ----  ---------\n"
         "      合计            3.00\n"
         "212     城乡社区支出  3.00     100.0%\n"
         "See also annex 2: functional 2\n");
}

Test(export_text, nothing_found_is_told) {
  TextOptions options = functional();
  options.code = "2090";
  expect_nothing(TREE, options, "account 2090 stands nowhere in the functional classification");
  options.code = "";
  expect_nothing(TREE, options, "account  stands nowhere in the functional classification");
  options = functional();
  options.number = "7";
  expect_nothing(TREE, options, "annex 7 has no accounts of the functional classification");
  expect_nothing(TREE, annex("7"), "there is no annex 7; \"overview\" lists the annexes");
  options = annex("2");
  options.code = "3";
  expect_nothing(TREE, options, "account 3 stands nowhere in annex 2");
  options = plain;
  options.part = TEXT_GOVERNMENT_ECONOMIC;
  expect_nothing(TREE, options, "no annex has accounts of the government economic classification");
  options.part = TEXT_THREE_PUBLIC;
  expect_nothing(TREE, options, "the document has no table of the three public expenses");
  options.part = TEXT_TARGETS;
  expect_nothing(TREE, options, "the document has no performance targets");
  options.part = TEXT_NARRATIVE;
  expect_nothing(TREE, options, "the document has no narrative");
}

Test(export_text, names_give_way_to_the_width_and_amounts_never) {
  TextOptions options = functional();
  options.code = "20103";
  options.width = 40;
  expect(TREE, options,
         "Functional classification\n"
         "Annex 2  支出预算表\n"
         "Unit: 万元\n"
         "\n"
         "Code     Account            合计  Of pa…\n"
         "-------  ----------------  -----  ------\n"
         "         合计              10.00\n"
         "201       一般公共服务支…   8.00   80.0%\n"
         "20103      政府办公厅       8.00  100.0%\n"
         "2010301     行政运行        8.00  100.0%\n");
  options.width = 10;
  Str error = STR_EMPTY;
  char *text = shown(TREE, options, &error);
  cr_expect_not_null(strstr(text, "\n2010301     行政…   8.00  100.0%\n"), "%s", text);
  memory_free(text);
  str_free(&error);
}

/* A title is not shortened: nothing else in the text would give it whole. */
Test(export_text, titles_wrap_at_the_width) {
  TextOptions options = annex("2");
  options.width = 30;
  expect(HEAD "annexes:\n"
              "  - number: \"2\"\n"
              "    title: 某局一般公共预算财政拨款支出预算表\n"
              "    status: not-included\n",
         options,
         "Annex 2  某局一般公共预算财政\n"
         "         拨款支出预算表\n"
         "listed in the document, but not included in it\n");
}

Test(export_text, huge_names_cost_no_time_to_fit, .timeout = 20) {
  Str yaml = STR_EMPTY, error = STR_EMPTY;
  str_add_text(&yaml, HEAD "annexes:\n  - number: \"1\"\n    title: 表\n    columns: [{title: 合计}");
  for (int i = 0; i < 1000; i++)
    str_add_text(&yaml, ", {title: 项目}");
  str_add_text(&yaml, "]\n    rows:\n      - [1.00");
  for (int i = 0; i < 1000; i++) {
    str_add_text(&yaml, ", ");
    str_add_fill(&yaml, 'x', 2000);
  }
  str_add_text(&yaml, "]\n");
  TextOptions options = annex("1");
  options.width = 100 * 1000;
  char *text = shown(yaml.data, options, &error);
  const char *line = text ? strstr(text, "\n1.00  ") : NULL;
  cr_assert_not_null(line);
  size_t length = strcspn(line + 1, "\n");
  cr_expect_eq(width_text(line + 1, length), 100 * 1000);
  memory_free(text);
  str_free(&yaml);
  str_free(&error);
}

Test(export_text, ascii_and_ambiguous_width) {
  TextOptions options = functional();
  options.width = 40;
  options.ascii = true;
  Str error = STR_EMPTY;
  char *text = shown(TREE, options, &error);
  cr_expect_not_null(strstr(text, "...  "), "%s", text);
  cr_expect_null(strstr(text, "…"));
  memory_free(text);
  static const char quoted[] = HEAD "annexes:\n"
                                    "  - number: \"1\"\n"
                                    "    title: 表\n"
                                    "    columns: [{title: 项目}, {title: 合计}]\n"
                                    "    rows:\n"
                                    "      - [“甲”, 1.00]\n";
  width_set_ambiguous(2);
  text = shown(quoted, annex("1"), &error);
  cr_expect_not_null(strstr(text, "\n------  ----\n“甲”  1.00\n"), "%s", text);
  width_set_ambiguous(1);
  memory_free(text);
  str_free(&error);
}

Test(export_text, hostile_text_reaches_nobody) {
  expect(HEAD "annexes:\n"
              "  - number: \"1\\e[2J\"\n"
              "    title: \"a\\e[31mb\\nc\"\n"
              "    note: \"x\\u202ey\"\n"
              "    columns: [{title: \"p\\tq\"}, {title: 合计}]\n"
              "    rows:\n"
              "      - [\"r\\ns\\u009b\", 1.00]\n",
         annex("1\033[2J"),
         "Annex 1\xEF\xBF\xBD[2J  a\xEF\xBF\xBD[31mb c\n"
         "Unit: 万元\n"
         "\n"
         "p q   合计\n"
         "----  ----\n"
         "r s\xEF\xBF\xBD  1.00\n"
         "xy\n");
}

Test(export_text, an_absent_annex_is_named_as_absent) {
  expect(HEAD "annexes:\n"
              "  - {number: \"8\", title: 收入总表, status: not-included}\n",
         annex("8"),
         "Annex 8  收入总表\n"
         "listed in the document, but not included in it\n");
}

Test(export_text, three_public_expenses_have_shares_of_the_total) {
  TextOptions options = plain;
  options.part = TEXT_THREE_PUBLIC;
  expect(HEAD "annexes:\n"
              "  - number: \"5\"\n"
              "    title: 三公\n"
              "    kind: three-public\n"
              "    columns: [{title: 合计}, {title: 因公出国（境）费}, {title: 公务接待费}]\n"
              "    rows: [[4.00, ~, 1.00]]\n",
         options,
         "Annex 5  三公\n"
         "Unit: 万元\n"
         "\n"
         "Item                Amount  Of the total\n"
         "------------------  ------  ------------\n"
         "合计                  4.00\n"
         "  因公出国（境）费\n"
         "  公务接待费          1.00         25.0%\n");
}

Test(export_text, targets_in_printed_order) {
  TextOptions options = plain;
  options.part = TEXT_TARGETS;
  options.width = 24;
  expect(HEAD "annexes:\n"
              "  - number: \"13\"\n"
              "    title: 目标\n"
              "    unit: 元\n"
              "    unit-printed: false\n"
              "    targets:\n"
              "      - subject: [{label: 单位, role: department, value: 某局}]\n"
              "        funds:\n"
              "          - {label: 基本支出, role: basic, funds: [{label: 合计, role: total, amount: 1.00}]}\n"
              "        goal: {label: 目标, text: 保障各项工作的顺利开展}\n"
              "        indicators:\n"
              "          title: 年度指标\n"
              "          columns: [{title: 三级指标}, {title: 指标值}, {title: 权重}]\n"
              "          rows: [[完成率, \"95\", 20]]\n",
         options,
         "Annex 13  目标\n"
         "Unit: 元 (the table prints none)\n"
         "\n"
         "单位  某局\n"
         "\n"
         "基本支出\n"
         "  合计    1.00\n"
         "\n"
         "目标\n"
         "  保障各项工作的顺利开展\n"
         "\n"
         "年度指标\n"
         "三级指标  指标值  权重\n"
         "--------  ------  ----\n"
         "完成率    95        20\n");
}

Test(export_text, the_narrative_wraps_only_when_asked_to) {
  static const char yaml[] = HEAD "narrative:\n"
                                  "  - heading: 一、情况\n"
                                  "    sections:\n"
                                  "      - {heading: (一) 职责, text: [负责全区政务服务管理工作，负责中心运行。]}\n"
                                  "annexes: []\n";
  TextOptions options = plain;
  options.part = TEXT_NARRATIVE;
  expect(yaml, options,
         "某局2023年部门预算\n"
         "\n"
         "一、情况\n"
         "\n"
         "  (一) 职责\n"
         "    负责全区政务服务管理工作，负责中心运行。\n");
  options.width = 28;
  expect(yaml, options,
         "某局2023年部门预算\n"
         "\n"
         "一、情况\n"
         "\n"
         "  (一) 职责\n"
         "    负责全区政务服务管理工\n"
         "    作，负责中心运行。\n");
}

typedef struct {
  size_t bytes, most, calls, limit;
} Count;

static bool count_pieces(void *context, const char *bytes, size_t length) {
  Count *count = context;
  (void)bytes;
  count->bytes += length;
  count->most = length > count->most ? length : count->most;
  count->calls++;
  return !count->limit || count->calls < count->limit;
}

static Document *long_document(void) {
  Str yaml = STR_EMPTY;
  str_add_text(&yaml, HEAD "annexes:\n"
                           "  - number: \"1\"\n"
                           "    title: 表\n"
                           "    columns: [{title: 科目编码}, {title: 合计}]\n"
                           "    rows:\n");
  for (int i = 0; i < 20000; i++)
    str_printf(&yaml, "      - [\"%d\", 1.00]\n", 2000000 + i);
  Document *document = read_text(yaml.data);
  str_free(&yaml);
  return document;
}

Test(export_text, a_long_table_is_written_in_pieces_and_stops_when_told) {
  Document *document = long_document();
  TextOptions options = annex("1");
  Str error = STR_EMPTY;
  Count count = {0};
  cr_expect_eq(export_text(document, &options, count_pieces, &count, &error), EXPORT_DONE);
  cr_expect_gt(count.bytes, 200000);
  cr_expect_lt(count.most, 70000);
  count = (Count){.limit = 1};
  cr_expect_eq(export_text(document, &options, count_pieces, &count, &error), EXPORT_STOPPED);
  cr_expect_eq(count.calls, 1);
  str_free(&error);
  document_free(document);
}

Test(export_text, an_account_is_shown_in_every_tree_that_has_it) {
  Document *document = read_text(TREE);
  Str out = STR_EMPTY, error = STR_EMPTY;
  TextOptions options = {.code = "20103", .unit = -1};
  cr_expect_eq(export_text_account(document, &options, collect, &out, &error), EXPORT_DONE);
  cr_expect_eq(strncmp(out.data, "Functional classification\n", 26), 0);
  options.code = "30101";
  cr_expect_eq(export_text_account(document, &options, collect, &out, &error), EXPORT_NOTHING);
  cr_expect_str_eq(error.data, "account 30101 stands nowhere in the document");
  str_free(&out);
  str_free(&error);
  document_free(document);
}
