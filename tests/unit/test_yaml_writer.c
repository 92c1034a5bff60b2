/* What the writer writes reads back to an equal document. */
#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "test_yaml.h"
#include "yaml/scalar.h"

static void round_trip_file(const char *file) {
  Outcome outcome = outcome_of_file(file);
  cr_assert_not_null(outcome.document, "%s", file);
  expect_round_trip(outcome.document);
  outcome_free(&outcome);
}

Test(yaml_writer, the_sample_comes_back) {
  round_trip_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
}

Test(yaml_writer, good_documents_come_back) {
  glob_t files;
  cr_assert_eq(glob(TEST_SRCDIR "/tests/data/bad/good-*.yaml", 0, NULL, &files), 0);
  cr_expect_gt(files.gl_pathc, 5);
  for (size_t i = 0; i < files.gl_pathc; i++)
    round_trip_file(files.gl_pathv[i]);
  globfree(&files);
}

/* ------------------------------------------------------------------------ scalars */

static void expect_scalar(const char *text, bool flow, const char *expected) {
  Str out = STR_EMPTY;
  scalar_write(&out, text, strlen(text), flow);
  cr_expect_str_eq(out.data, expected);
  str_free(&out);
}

Test(yaml_writer, plain_texts_stay_plain) {
  static const char *const texts[] = {
      "一般公共服务支出", "中心运行费", "(一) 职能职责", "1. 贯彻执行", "2023年预算数", "“三公”经费",
      "24小时", "abc", "128-重庆市", "04-政务服务管理/01-中心日常运转", "a-b_c.d", "，逗号",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    expect_scalar(texts[i], true, texts[i]);
    expect_scalar(texts[i], false, texts[i]);
  }
  expect_scalar("甲,乙", false, "甲,乙");
  expect_scalar("甲:乙", false, "甲:乙");
}

/* Everything that libyaml or a reader of YAML 1.1 takes for something else. */
Test(yaml_writer, whatever_might_be_something_else_is_quoted) {
  static const char *const texts[] = {
      "201", "0201", "2246.51", "023-68031757", "2023-01-01", "12:30:00", "1e3", "0x1F", "1_000",
      "~", "null", "Null", "NULL", "true", "False", "yes", "NO", "on", "Off", "y", "N", "=", "<<",
      "≥", "-", "–", "/", "^", "%", ">", "|", "*a", "&a", "!a", "@a", "`a", "'a", "#a", "- a",
      "? a", ": a", "---", "...", "[", "]", "{", "}", ",", "", " a", "a ", "a: b", "a:", "a #b",
      "+1", "-1", ".5", ".inf", ".nan", "~a", "%a",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Str quoted = STR_EMPTY;
    str_printf(&quoted, "\"%s\"", texts[i]);
    expect_scalar(texts[i], true, quoted.data);
    expect_scalar(texts[i], false, quoted.data);
    str_free(&quoted);
  }
  expect_scalar("甲,乙", true, "\"甲,乙\"");
  expect_scalar("甲:乙", true, "\"甲:乙\"");
}

Test(yaml_writer, what_a_terminal_should_not_get_is_escaped) {
  expect_scalar("a\"b\\c", false, "a\"b\\c");
  expect_scalar("\"a\\", false, "\"\\\"a\\\\\"");
  expect_scalar("a\nb\tc\r", false, "\"a\\nb\\tc\\r\"");
  expect_scalar("a\x1b[2J\x7f", false, "\"a\\x1B[2J\\x7F\"");
  expect_scalar("a\xc2\x85", false, "\"a\\x85\"");
  expect_scalar("a\xe2\x80\xae", false, "\"a\\u202E\"");
  expect_scalar("a\xef\xbb\xbf", false, "\"a\\uFEFF\"");
  expect_scalar("a\xf3\xa0\x80\x81", false, "\"a\\U000E0001\"");
}

/* -------------------------------------------------------------------------- form */

static void expect_written(const char *yaml, const char *fragment) {
  Outcome outcome = expect_well(yaml);
  Str text = document_as_yaml(outcome.document, NULL);
  cr_expect(strstr(text.data, fragment), "“%s” is not in:\n%s", fragment, text.data);
  expect_round_trip(outcome.document);
  str_free(&text);
  outcome_free(&outcome);
}

Test(yaml_writer, looks_like_the_sample) {
  expect_written(HEAD ANNEX "      - [合计, ~, \"1,600.00\"]\n      - [201, '≥', '-']\n",
                 "format: budgettui/1\n"
                 "title: 某局2023年部门预算\n"
                 "organization: {name: 某局}\n"
                 "year: 2023\n"
                 "unit: 万元\n"
                 "annexes:\n"
                 "  - number: \"1\"\n"
                 "    title: 支出预算表\n"
                 "    columns:\n"
                 "      - {title: 科目编码}\n"
                 "      - {title: 科目名称}\n"
                 "      - {title: 合计}\n"
                 "    rows:\n"
                 "      - [合计, ~, 1600.00]\n"
                 "      - [\"201\", \"≥\", \"-\"]\n");
}

Test(yaml_writer, relations_are_quoted) {
  expect_written(HEAD "  - number: \"1\"\n    title: 目标\n    targets:\n"
                      "      - indicators:\n"
                      "          columns: [{title: 一级指标}, {title: 指标性质}]\n"
                      "          rows: [[甲, '≥'], [^, '='], ['^', '–']]\n",
                 "            - [甲, \"≥\"]\n"
                 "            - [^, \"=\"]\n"
                 "            - [\"^\", \"–\"]\n");
}

Test(yaml_writer, what_follows_from_something_else_is_left_out) {
  expect_written(HEAD "  - number: \"1\"\n    title: 表\n    unit: 万元\n    unit-printed: true\n"
                      "    status: included\n"
                      "    columns: [{title: 项目, role: item}, {title: 预算数, role: amount}]\n"
                      "    rows: [{total: true, cells: [收入合计, 1]}, {total: false, cells: [合计, 1]},\n"
                      "           {level: 2, total: true, cells: [甲, 1]}]\n",
                 "  - number: \"1\"\n    title: 表\n    columns:\n      - {title: 项目}\n"
                 "      - {title: 预算数}\n    rows:\n      - [收入合计, 1]\n"
                 "      - {total: false, cells: [合计, 1]}\n"
                 "      - {level: 2, total: true, cells: [甲, 1]}\n");
}

Test(yaml_writer, empty_bodies_come_back) {
  static const char *const bodies[] = {
      "    panels: []\n", "    targets: []\n", "    targets: [{}]\n", "    status: not-included\n",
      "    columns: [{title: ''}]\n    rows: []\n",
      "    columns: [{title: 甲, columns: [{title: 乙, columns: [{title: 丙}]}]}]\n    rows: [[1]]\n",
      "    panels: [{title: '', columns: [{title: 甲}], rows: []}]\n",
      "    panels: [{columns: [{title: 甲}], rows: [[1]]}]\n",
      "    targets: [{funds: [{label: 甲, funds: []}], goal: {label: ''}, notes: {label: 丁, text: ''}}]\n",
  };
  for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
    Str yaml = STR_EMPTY;
    str_printf(&yaml, HEAD "  - number: \"\"\n    title: 表\n%s", bodies[i]);
    Outcome outcome = expect_well(yaml.data);
    expect_round_trip(outcome.document);
    outcome_free(&outcome);
    str_free(&yaml);
  }
}

Test(yaml_writer, one_annex_alone) {
  Outcome outcome = outcome_of_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  const Annex *annex = document_annex(outcome.document, "13");
  Str text = document_as_yaml(outcome.document, annex);
  Outcome again = outcome_of_bytes(text.data, text.length);
  cr_assert_eq(again.status, READER_OK);
  cr_expect_eq(again.document->annex_count, 1);
  cr_expect_str_eq(again.document->annexes[0].title, annex->title);
  cr_expect_eq(again.document->section_count, outcome.document->section_count);
  str_free(&text);
  outcome_free(&again);
  outcome_free(&outcome);
}

/* As deep as the reader goes: headings, sections and funds in each other. */
static void add_nested(Str *out, int depth, const char *open, const char *inmost, const char *close) {
  for (int i = 0; i < depth; i++)
    str_add_text(out, open);
  str_add_text(out, inmost);
  for (int i = 0; i < depth; i++)
    str_add_text(out, close);
}

Test(yaml_writer, deep_documents_come_back) {
  Str yaml = STR_EMPTY;
  str_add_text(&yaml, "format: budgettui/1\ntitle: 某局\norganization: {name: 某局}\nyear: 2023\n"
                      "unit: 万元\nnarrative: ");
  add_nested(&yaml, 31, "[{heading: 甲, sections: ", "[]", "}]");
  str_add_text(&yaml, "\nannexes:\n  - {number: '1', title: 表, rows: [[1]], columns: ");
  add_nested(&yaml, 29, "[{title: 甲, columns: ", "[{title: 乙}]", "}]");
  str_add_text(&yaml, "}\n  - {number: '2', title: 表, targets: [{funds: ");
  add_nested(&yaml, 28, "[{label: 甲, funds: ", "[{label: 乙, amount: 1}]", "}]");
  str_add_text(&yaml, "}]}\n");
  Outcome outcome = expect_well(yaml.data);
  expect_round_trip(outcome.document);
  outcome_free(&outcome);
  str_free(&yaml);
}

static bool refuse(void *context, const char *bytes, size_t length) {
  (void)context;
  (void)bytes;
  (void)length;
  return false;
}

Test(yaml_writer, a_sink_that_stops_ends_the_writing) {
  Outcome outcome = outcome_of_file(TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml");
  Sink sink;
  sink_open(&sink, refuse, NULL);
  writer_document(outcome.document, NULL, &sink);
  cr_expect_not(sink_close(&sink));
  outcome_free(&outcome);
}
