#include <criterion/criterion.h>
#include <string.h>

#include "export/json.h"
#include "test_export.h"

static const FormatOptions plain = {0};

static void expect_text(const char *text, const char *expected) {
  Str out = STR_EMPTY;
  Json json;
  json_open(&json, collect_text, &out);
  json_text(&json, NULL, text);
  cr_expect(json_close(&json));
  cr_expect_str_eq(out.data, expected);
  str_free(&out);
}

Test(export_json, strings) {
  expect_text("甲", "\"甲\"\n");
  expect_text("a\"b\\c/", "\"a\\\"b\\\\c/\"\n");
  expect_text("\n\t\x1b\x7f", "\"\\n\\t\\u001b\\u007f\"\n");
  expect_text("\xc2\x85\xe2\x80\xa8\xe2\x80\xae\xef\xbb\xbf", "\"\\u0085\\u2028\\u202e\\ufeff\"\n");
  expect_text("😀", "\"😀\"\n");
  expect_text("\xf3\xa0\x80\x81", "\"\\udb40\\udc01\"\n");
  expect_text(NULL, "null\n");
}

Test(export_json, one_line_when_asked) {
  Str out = STR_EMPTY;
  Json json;
  json_open(&json, collect_text, &out);
  json_array(&json, NULL);
  json_object(&json, NULL);
  json_compact(&json, true);
  json_integer(&json, "a", 1);
  json_array(&json, "b");
  json_null(&json, NULL);
  json_boolean(&json, NULL, true);
  json_end(&json);
  json_end(&json);
  json_compact(&json, false);
  json_array(&json, NULL);
  cr_expect(json_close(&json));
  cr_expect_str_eq(out.data, "[\n  {\"a\": 1, \"b\": [null, true]},\n  []\n]\n");
  str_free(&out);
}

Test(export_json, what_a_document_leaves_out_is_said) {
  Str out = exported(EXPORT_HEAD "  - number: \"1\"\n    title: 表\n"
                                 "    columns: [{title: 科目编码}, {title: 合计}]\n"
                                 "    rows: [[201, \"1,600.00\"], [合计, ~]]\n",
                     "json", &plain, NULL);
  cr_expect_str_eq(
      out.data,
      "{\n"
      "  \"format\": \"budgettui-export/1\",\n"
      "  \"title\": \"某局2023年部门预算\",\n"
      "  \"organization\": {\n    \"name\": \"某局\"\n  },\n"
      "  \"year\": 2023,\n"
      "  \"stage\": \"budget\",\n"
      "  \"unit\": \"万元\",\n"
      "  \"annexes\": [\n"
      "    {\n"
      "      \"number\": \"1\",\n"
      "      \"title\": \"表\",\n"
      "      \"unit\": \"万元\",\n"
      "      \"unit-printed\": true,\n"
      "      \"status\": \"included\",\n"
      "      \"columns\": [\n"
      "        {\n          \"title\": \"科目编码\",\n          \"role\": \"code\"\n        },\n"
      "        {\n          \"title\": \"合计\",\n          \"role\": \"total\"\n        }\n"
      "      ],\n"
      "      \"rows\": [\n"
      "        {\"total\": false, \"code\": \"201\", \"cells\": [\"201\", "
      "{\"amount\": \"1600.00\", \"yuan\": \"16000000.00\"}]},\n"
      "        {\"total\": true, \"cells\": [\"合计\", null]}\n"
      "      ]\n"
      "    }\n"
      "  ],\n"
      "  \"trees\": []\n"
      "}\n");
  str_free(&out);
}

static void expect_within(const char *yaml, const char *fragment) {
  Str out = exported(yaml, "json", &plain, NULL);
  cr_expect(strstr(out.data, fragment), "“%s” is not in %s", fragment, out.data);
  str_free(&out);
}

Test(export_json, cells_of_every_kind) {
  expect_within(EXPORT_HEAD
                "  - number: \"1\"\n    title: 表\n    targets:\n"
                "      - indicators:\n"
                "          columns: [{title: 一级指标}, {title: 权重}, {title: 甲, role: amount}]\n"
                "          rows: [[产出指标, 20.50, –], [^, ~, 0]]\n",
                "{\"total\": false, \"cells\": [\"产出指标\", {\"number\": \"20.50\"}, {\"mark\": \"–\"}]},\n");
  expect_within(EXPORT_HEAD
                "  - number: \"1\"\n    title: 表\n    targets:\n"
                "      - indicators:\n"
                "          columns: [{title: 一级指标}, {title: 甲, role: amount}]\n"
                "          rows: [[产出指标, ~], [^, 0]]\n",
                "[{\"merged\": \"产出指标\"}, {\"amount\": \"0\", \"yuan\": \"0.00\"}]");
}

#define TREE                                                                       \
  EXPORT_HEAD "  - number: \"2\"\n    title: 表\n"                                 \
              "    kind: general-public-expenditure\n"                             \
              "    classification: functional\n"                                   \
              "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n" \
              "    rows:\n"                                                        \
              "      - [合计, ~, 10.00]\n"                                         \
              "      - [\"20103\", 甲, 8.00]\n"                                    \
              "      - [\"208\", 乙, ~]\n"

Test(export_json, accounts_that_no_table_prints_are_marked) {
  expect_within(TREE, "{\"depth\": 0, \"parent\": null, \"code\": \"\", \"name\": \"合计\", "
                      "\"printed\": true, \"rows\": [{\"annex\": \"2\", \"row\": 1}], "
                      "\"amounts\": [{\"amount\": \"10.00\", \"unit\": \"万元\", "
                      "\"yuan\": \"100000.00\", \"derived\": false}]},\n");
  expect_within(TREE, "{\"depth\": 1, \"parent\": 0, \"code\": \"201\", \"name\": \"一般公共服务支出\", "
                      "\"printed\": false, \"rows\": [], \"amounts\": [{\"amount\": \"8.00\", "
                      "\"unit\": \"万元\", \"yuan\": \"80000.00\", \"derived\": true}]},\n");
  expect_within(TREE, "{\"depth\": 2, \"parent\": 1, \"code\": \"20103\"");
  expect_within(TREE, "{\"depth\": 1, \"parent\": 0, \"code\": \"208\", \"name\": \"乙\", "
                      "\"printed\": true, \"rows\": [{\"annex\": \"2\", \"row\": 3}], "
                      "\"amounts\": [null]}\n");
}
