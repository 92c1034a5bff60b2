#include <criterion/criterion.h>
#include <string.h>

#include "export/format.h"
#include "yaml/reader.h"

#define HEAD                     \
  "format: budgettui/1\n"        \
  "title: 某局 <b>&\"'\n"        \
  "organization: {name: 某局}\n" \
  "year: 2023\n"                 \
  "unit: 万元\n"

static bool collect(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

/* The page of a document; with a number that of one annex. */
static char *page(const char *yaml, const char *number) {
  Document *document = NULL;
  Diagnostics diagnostics;
  Str out = STR_EMPTY, error = STR_EMPTY;
  Sink sink;
  diag_open(&diagnostics, "test.yaml", 9);
  reader_bytes("test.yaml", yaml, strlen(yaml), NULL, &document, &diagnostics);
  cr_assert_not_null(document, "%s",
                     diagnostics.list.count ? diagnostics.list.items[0].message : "");
  diag_close(&diagnostics);
  FormatOptions options = {.annex = number ? document_annex(document, number) : NULL};
  sink_open(&sink, collect, &out);
  cr_expect(format_html(document, &options, &sink, &error));
  cr_expect(sink_close(&sink));
  cr_expect_eq(error.length, 0);
  document_free(document);
  str_free(&error);
  return str_take(&out);
}

static void expect(const char *html, const char *part) {
  cr_expect_not_null(strstr(html, part), "%s is not there", part);
}

static void expect_not(const char *html, const char *part) {
  cr_expect_null(strstr(html, part), "%s is there", part);
}

static size_t count(const char *html, const char *part) {
  size_t found = 0;
  for (const char *at = html; (at = strstr(at, part)) != NULL; at += strlen(part))
    found++;
  return found;
}

#define TREE                                                                               \
  HEAD "annexes:\n"                                                                        \
       "  - number: \"2\"\n"                                                               \
       "    title: 支出预算表\n"                                                           \
       "    kind: general-public-expenditure\n"                                            \
       "    classification: functional\n"                                                  \
       "    columns:\n"                                                                    \
       "      - {title: 科目编码}\n"                                                       \
       "      - {title: 科目名称}\n"                                                       \
       "      - title: 预算数\n"                                                           \
       "        columns: [{title: 合计}, {title: 基本支出}]\n"                             \
       "    rows:\n"                                                                       \
       "      - [合计, ~, 1600.00, ~]\n"                                                   \
       "      - [\"201\", 一般公共服务支出, 1200.00, \"–\"]\n"                             \
       "      - [\"20103\", \"<script>alert(1)</script>\", 1200.00, 0]\n"                  \
       "      - [\"208\", \"a\\e[2J\\u202eb\", 400.00, /]\n"                               \
       "  - number: \"<8>\"\n"                                                             \
       "    title: 缺表\n"                                                                 \
       "    status: not-included\n"

Test(export_html, text_is_escaped_and_controls_are_gone) {
  char *html = page(TREE, NULL);
  expect(html, "<title>某局 &lt;b&gt;&amp;&quot;&#39;</title>");
  expect(html, "&lt;script&gt;alert(1)&lt;/script&gt;");
  expect_not(html, "<script");
  expect_not(html, "\033");
  expect_not(html, "\u202e");
  expect(html, "a\uFFFD[2Jb");
  memory_free(html);
}

Test(export_html, needs_nothing_beside_itself) {
  char *html = page(TREE, NULL);
  cr_expect_eq(strstr(html, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"), html);
  expect(html, "<meta charset=\"utf-8\">");
  expect(html, "@media print");
  expect(html, "prefers-color-scheme:dark");
  expect_not(html, "http:");
  expect_not(html, "https:");
  expect_not(html, "url(");
  expect_not(html, "@import");
  expect_not(html, "src=");
  memory_free(html);
}

Test(export_html, cells_are_as_printed) {
  char *html = page(TREE, "2");
  expect(html, "<tr class=\"total\"><th scope=\"row\" class=\"c\">合计</th><td></td>");
  expect(html, "<td class=\"n\">1,600.00</td><td class=\"n\"></td></tr>");
  expect(html, "<th scope=\"row\">一般公共服务支出</th><td class=\"n\">1,200.00</td>"
               "<td class=\"n\">–</td></tr>");
  expect(html, "<td class=\"n\">0</td>");
  expect(html, "<td class=\"n\">/</td>");
  memory_free(html);
}

Test(export_html, headings_span_what_they_stand_over) {
  char *html = page(TREE, "2");
  expect(html, "<thead>\n<tr><th scope=\"col\" rowspan=\"2\">科目编码</th>"
               "<th scope=\"col\" rowspan=\"2\">科目名称</th>"
               "<th scope=\"colgroup\" colspan=\"2\">预算数</th></tr>\n"
               "<tr><th scope=\"col\">合计</th><th scope=\"col\">基本支出</th></tr>\n</thead>");
  expect(html, "<caption class=\"sr\">支出预算表</caption>");
  memory_free(html);
}

Test(export_html, trees_fold_and_have_bars) {
  char *html = page(TREE, NULL);
  cr_expect_eq(count(html, "<details open>"), 2); /* the total and 201 */
  cr_expect_eq(count(html, "</details>"), 2);
  expect(html, "<i style=\"width:75.0%\"></i></span><span class=\"share\">75.0%</span>");
  expect(html, "<i style=\"width:25.0%\">");
  memory_free(html);
}

Test(export_html, absent_annexes_are_named) {
  char *html = page(TREE, NULL);
  expect(html, "<li class=\"absent\"><span class=\"code\">&lt;8&gt;</span>"
               "<span><a href=\"#annex-2\">缺表</a><span class=\"badge\">not included</span>");
  expect(html, "listed in the document, but not included in it");
  memory_free(html);
}

Test(export_html, one_annex_is_a_page_of_its_own) {
  char *html = page(TREE, "2");
  expect_not(html, "缺表");
  expect_not(html, "<nav");
  expect(html, "</html>\n");
  memory_free(html);
}

#define INDICATORS                                                           \
  HEAD "annexes:\n"                                                          \
       "  - number: \"13\"\n"                                                \
       "    title: 绩效目标表\n"                                             \
       "    kind: department-targets\n"                                      \
       "    targets:\n"                                                      \
       "      - subject: [{label: 名称, role: department, value: 某局}]\n"   \
       "        goal: {label: 目标, text: \"一\\n二\"}\n"                    \
       "        indicators:\n"                                               \
       "          columns: [{title: 一级指标}, {title: 三级指标}]\n"         \
       "          rows:\n"                                                   \
       "            - [产出指标, 甲]\n"                                      \
       "            - [^, 乙]\n"                                             \
       "            - [^, 丙]\n"                                             \
       "            - [~, 丁]\n"

Test(export_html, merged_cells_go_over_their_rows) {
  char *html = page(INDICATORS, NULL);
  expect(html, "<td rowspan=\"3\">产出指标</td><td>甲</td></tr>\n<tr><td>乙</td></tr>\n"
               "<tr><td>丙</td></tr>\n<tr><td></td><td>丁</td></tr>");
  expect(html, "<p>一<br>二</p>");
  expect(html, "<dt>名称</dt><dd>某局</dd>");
  memory_free(html);
}
