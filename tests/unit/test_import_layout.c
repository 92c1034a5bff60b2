#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "base/str.h"
#include "import/layout.h"
#include "import/pdf_words.h"
#include "stream_text.h"

static bool is_row(const char *line) { return layout_is_row(line, strlen(line)); }

Test(import_layout, a_row_has_figures_set_apart_by_two_blanks) {
  cr_expect(is_row("201   一般公共服务支出   120"));
  cr_expect(is_row("行政运行      1,234.56"));
  cr_expect(is_row("合计　　12.5"));
  cr_expect_not(is_row("第一章 部门概况           1"));
  cr_expect_not(is_row("2023年 安排 12.50 万元，比上年 增加 0.5 万元"));
  cr_expect_not(is_row("项目   预算数   备注"));
  cr_expect_not(is_row("1,234.56"));
  cr_expect_not(is_row(""));
}

static bool is_aligned(const char *text) { return layout_is(text, strlen(text)); }

Test(import_layout, three_rows_make_a_text_aligned_and_one_tab_makes_it_none) {
  cr_expect(is_aligned("甲   1.00\n乙   2.00\n\n丙   3.00"));
  cr_expect_not(is_aligned("甲   1.00\n乙   2.00\n丙  三\n"));
  cr_expect_not(is_aligned("甲   1.00\n乙   2.00\n丙\t3.00\n"));
}

Test(import_layout, other_text_is_read_line_by_line) {
  Stream *stream = stream_of_text("甲   1.00\n乙   2.00\n");
  cr_expect_not(stream->geometry_known);
  cr_assert_eq(stream->items.count, 2);
  cr_expect_str_eq(stream->cells.items[0].text, "甲   1.00");
  stream_free(stream);
}

/* A terminal shows 行政 as wide as four digits. */
Test(import_layout, columns_of_a_terminal) {
  expect_stream("科目编码  科目名称        合计    项目支出\n"
                "201       一般公共服务  120.50       20.50\n"
                "20103     办公厅        100.00\n"
                "2010301   行政运行       20.50       20.50\n",
                "1 table [1 0@1:科目编码 1@11:科目名称 2@27:合计 3@35:项目支出]"
                " [2 0@1:201 1@11:一般公共服务 2@25:120.50 3@38:20.50]"
                " [3 0@1:20103 1@11:办公厅 2@25:100.00]"
                " [4 0@1:2010301 1@11:行政运行 2@26:20.50 3@38:20.50]\n");
}

/* pdftotext lays each character in one column. */
Test(import_layout, columns_of_characters) {
  expect_stream("科目编码  科目名称        合计    项目支出\n"
                "201       一般公共服务    120.50     20.50\n"
                "20103     办公厅       100.00\n"
                "2010301   行政运行       20.50     20.50\n",
                "1 table [1 0@1:科目编码 1@7:科目名称 2@19:合计 3@25:项目支出]"
                " [2 0@1:201 1@11:一般公共服务 2@21:120.50 3@32:20.50]"
                " [3 0@1:20103 1@11:办公厅 2@21:100.00]"
                " [4 0@1:2010301 1@11:行政运行 2@22:20.50 3@32:20.50]\n");
}

Test(import_layout, a_page_has_a_scale_of_its_own) {
  expect_stream("科目编码  科目名称              合计    项目支出\n"
                "201       一般公共服务        120.50       20.50\n"
                "20103     办公厅              100.00       10.00\n"
                "\f204    公共安全        20.50      20.50\n"
                "20406  司法             1.00       0.50\n",
                "1 table [1 0@1:科目编码 1@11:科目名称 2@33:合计 3@41:项目支出]"
                " [2 0@1:201 1@11:一般公共服务 2@31:120.50 3@44:20.50]"
                " [3 0@1:20103 1@11:办公厅 2@31:100.00 3@44:10.00]\n"
                "2 table [4 0@1:204 1@8:公共安全 2@24:20.50 3@35:20.50]"
                " [5 0@1:20406 1@8:司法 2@25:1.00 3@36:0.50]\n");
}

/* One column of the second page is blank: which, is a guess. */
Test(import_layout, a_page_with_fewer_figures_is_uncertain) {
  Stream *stream = stream_of_text("科目编码  科目名称          合计      基本支出    项目支出\n"
                                  "201       一般公共服务    120.50        100.00       20.50\n"
                                  "20103     办公厅          100.00         90.00       10.00\n"
                                  "\f204     公共安全         20.50         20.50\n"
                                  "20406    司法              1.00          1.00\n");
  size_t uncertain = 0;
  for (size_t i = 0; i < stream->cells.count; i++)
    uncertain += stream->cells.items[i].uncertain;
  cr_expect_eq(uncertain, 4);
  stream_free(stream);
}

Test(import_layout, names_go_on_below_their_figures) {
  expect_stream("科目编码  科目名称            合计      项目支出\n"
                "20805     行政事业单位养老    120.50       20.50\n"
                "2080505                       100.00       10.00\n"
                "          机关事业单位基本养\n"
                "          老保险缴费支出\n"
                "2080506   职业年金             20.50       10.50\n",
                "1 table [1 0@1:科目编码 1@11:科目名称 2@31:合计 3@41:项目支出]"
                " [2 0@1:20805 1@11:行政事业单位养老 2@31:120.50 3@44:20.50]"
                " [3 0@1:2080505 1@11:机关事业单位基本养老保险缴费支出 2@31:100.00 3@44:10.00]"
                " [6 0@1:2080506 1@11:职业年金 2@32:20.50 3@44:10.50]\n");
}

Test(import_layout, places_are_lines_and_columns_of_the_file) {
  Stream *stream = stream_of_text("\n甲    1.00\n\n乙    2.00\n丙    3.00\n");
  const StreamCell *last = &stream->cells.items[stream->cells.count - 1];
  cr_expect(stream->lines_known);
  cr_expect_str_eq(last->text, "3.00");
  cr_expect_eq(last->place.line, 5);
  cr_expect_eq(last->place.across, 7);
  stream_free(stream);
}

/* Beyond what a page holds it goes on as another of the same number, and nothing is lost. */
Test(import_layout, a_page_beyond_all_measure) {
  enum { ROWS = 3000, WIDE = 30000 };
  Str text = STR_EMPTY;
  size_t figures = 0;
  for (size_t i = 0; i < ROWS; i++)
    str_add_text(&text, "甲    1.00    2.00\n");
  for (size_t i = 0; i < WIDE; i++)
    str_add_text(&text, "  1");
  Stream *stream = stream_of_text(text.data);
  for (size_t i = 0; i < stream->cells.count; i++)
    for (const char *at = stream->cells.items[i].text; *at; at++)
      figures += *at == '1';
  cr_expect_eq(figures, ROWS + WIDE);
  cr_expect_eq(stream->page, 1);
  stream_free(stream);
  str_free(&text);
}

Test(import_layout, a_figure_that_touches_its_name_is_one_of_its_own) {
  expect_stream("科目编码  科目名称          合计    项目支出\n"
                "201       一般公共服务    120.50       20.50\n"
                "20103     政府办公及机构1,100.00\n"
                "2010301   行政运行         20.50       20.50\n"
                "2010302   行政管理         20.50       20.50\n",
                "1 table [1 0@1:科目编码 1@11:科目名称 2@29:合计 3@37:项目支出]"
                " [2 0@1:201 1@11:一般公共服务 2@27:120.50 3@40:20.50]"
                " [3 0@1:20103 1@11:政府办公及机构 2@25:1,100.00]"
                " [4 0@1:2010301 1@11:行政运行 2@28:20.50 3@40:20.50]"
                " [5 0@1:2010302 1@11:行政管理 2@28:20.50 3@40:20.50]\n");
}

static size_t amount_in(const char *text) { return pdf_words_amount(text, strlen(text)); }

Test(import_layout, an_amount_is_told_by_its_shape) {
  cr_expect_eq(amount_in("行政运行1,234.56"), strlen("行政运行"));
  cr_expect_eq(amount_in("合计-12.50"), strlen("合计"));
  cr_expect_eq(amount_in("合计12,345"), strlen("合计"));
  static const char *const others[] = {"合计1234", "第1.5", "合计1,23.45", "合计,123", "a1,234.56",
                                       "1,234.56", "2023年", "（一）1.00", "合计1.234.56"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    cr_expect_eq(amount_in(others[i]), 0, "%s", others[i]);
}
