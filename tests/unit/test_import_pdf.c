#include <criterion/criterion.h>
#include <string.h>

#include "pdf_page.h"

static void expect(PdfDraft *draft, const char *expected) {
  Str found = draft_read(draft);
  cr_expect_str_eq(found.data, expected, "expected:\n%s\nfound:\n%s", expected, found.data);
  str_free(&found);
  draft_close(draft);
}

/* Headings of a table of accounts with its code in three columns, at height `y`. */
static void draw_heads(PdfDraft *draft, int y) {
  draft_middle(draft, 200, y, "项目");
  draft_middle(draft, 600, y, "支出预算");
  draft_middle(draft, 110, y + 25, "功能分类科目编码");
  draft_middle(draft, 290, y + 37, "功能分类科目名称");
  draft_middle(draft, 470, y + 37, "合计");
  draft_middle(draft, 600, y + 37, "基本支出");
  draft_middle(draft, 730, y + 37, "项目支出");
  draft_middle(draft, 75, y + 50, "类");
  draft_middle(draft, 110, y + 50, "款");
  draft_middle(draft, 145, y + 50, "项");
}

#define HEADS                                                      \
  "head 0-3:项目 4-6:支出预算\n"                                   \
  "head 0-2:功能分类科目编码 3:功能分类科目名称 4:合计 5:基本支出 6:项目支出\n" \
  "head 0:类 1:款 2:项\n"

static void draw_codes(PdfDraft *draft, int y, const char *class, const char *section,
                       const char *item) {
  draft_middle(draft, 75, y, class);
  if (section)
    draft_middle(draft, 110, y, section);
  if (item)
    draft_middle(draft, 145, y, item);
}

static void draw_figures(PdfDraft *draft, int y, const char *total, const char *basic,
                         const char *project) {
  if (total)
    draft_right(draft, 530, y, total);
  if (basic)
    draft_right(draft, 660, y, basic);
  if (project)
    draft_right(draft, 790, y, project);
}

Test(import_pdf, tells_columns_from_the_whole_table) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, true);
  draft.size = 18;
  draft_middle(&draft, 421, 60, "2023年部门支出预算总表");
  draft.size = 12;
  draft_left(&draft, 60, 95, "编制部门：某某街道办事处");
  draft_right(&draft, 790, 95, "单位：元");
  draw_heads(&draft, 120);
  draw_codes(&draft, 200, "201", NULL, NULL);
  draft_left(&draft, 170, 200, "一般公共服务支出");
  draw_figures(&draft, 200, "2,976,800", "0", "2,976,800");
  draw_codes(&draft, 225, "201", "05", NULL);
  draft_left(&draft, 170, 225, "统计信息事务");
  draw_figures(&draft, 225, "627,600", NULL, "627,600");
  draw_codes(&draft, 250, "201", "05", "06");
  draft_left(&draft, 170, 250, "统计管理");
  draw_figures(&draft, 250, "26,300", "-5", NULL);
  draft_middle(&draft, 290, 275, "合 计");
  draw_figures(&draft, 275, "2,976,800", "0", "2,976,800");
  draft_left(&draft, 60, 310, "注：本表单位为元。");
  expect(&draft, "line 2023年部门支出预算总表\n"
                 "line 编制部门：某某街道办事处 单位：元\n"
                 "table 7\n" HEADS
                 "row 0:201 3:一般公共服务支出 4:2,976,800 5:0 6:2,976,800\n"
                 "row 0:201 1:05 3:统计信息事务 4:627,600 6:627,600\n"
                 "row 0:201 1:05 2:06 3:统计管理 4:26,300 5:-5\n"
                 "row 3:合计 4:2,976,800 5:0 6:2,976,800\n"
                 "line 注：本表单位为元。\n");
}

Test(import_pdf, goes_on_over_pages_with_and_without_headings) {
  PdfDraft draft;
  draft_open(&draft);
  for (int page = 0; page < 3; page++) {
    draft_page(&draft, true);
    if (page < 2)
      draw_heads(&draft, 60);
    draw_codes(&draft, 140, "201", "05", page ? NULL : "06");
    draft_left(&draft, 170, 140, "统计管理");
    draw_figures(&draft, 140, "26,300", page == 1 ? "26,300" : NULL, page == 1 ? NULL : "26,300");
    draw_codes(&draft, 165, "208", NULL, NULL);
    draft_left(&draft, 170, 165, "社会保障和就业支出");
    draw_figures(&draft, 165, "1,000,000", NULL, "1,000,000");
    draft_middle(&draft, 421, 570, page ? "2" : "1");
  }
  expect(&draft, "table 7\n" HEADS
                 "row 0:201 1:05 2:06 3:统计管理 4:26,300 6:26,300\n"
                 "row 0:208 3:社会保障和就业支出 4:1,000,000 6:1,000,000\n"
                 "line 1\ntable 7\n" HEADS
                 "row 0:201 1:05 3:统计管理 4:26,300 5:26,300\n"
                 "row 0:208 3:社会保障和就业支出 4:1,000,000 6:1,000,000\n"
                 "line 2\ntable 7\n"
                 "row 0:201 1:05 3:统计管理 4:26,300 6:26,300\n"
                 "row 0:208 3:社会保障和就业支出 4:1,000,000 6:1,000,000\n"
                 "line 2\n");
}

Test(import_pdf, joins_names_wrapped_around_their_figures) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, true);
  draw_heads(&draft, 60);
  int y = 140;
  for (int i = 0; i < 4; i++, y += 19) {
    draw_codes(&draft, y, "201", "05", "06");
    draft_left(&draft, 170, y, "统计管理");
    draw_figures(&draft, y, "26,300", NULL, "26,300");
  }
  y += 10;
  draw_codes(&draft, y, "208", "05", "05");
  draft_left(&draft, 170, y - 8, "机关事业单位基本养老保险缴");
  draft_left(&draft, 170, y + 8, "费支出");
  draw_figures(&draft, y, "4,412,547", "4,412,547", NULL);
  y += 34;
  draw_codes(&draft, y, "208", "05", "06");
  draft_left(&draft, 170, y - 8, "机关事业单位职业年金缴费支");
  draft_left(&draft, 170, y + 8, "出");
  /* Figures at the top of the cell. */
  draw_figures(&draft, y - 7, "2,206,272", "2,206,272", NULL);
  expect(&draft, "table 7\n" HEADS
                 "row 0:201 1:05 2:06 3:统计管理 4:26,300 6:26,300\n"
                 "row 0:201 1:05 2:06 3:统计管理 4:26,300 6:26,300\n"
                 "row 0:201 1:05 2:06 3:统计管理 4:26,300 6:26,300\n"
                 "row 0:201 1:05 2:06 3:统计管理 4:26,300 6:26,300\n"
                 "row 0:208 1:05 2:05 3:机关事业单位基本养老保险缴费支出 4:4,412,547 5:4,412,547\n"
                 "row 0:208 1:05 2:06 3:机关事业单位职业年金缴费支出 4:2,206,272 5:2,206,272\n");
}

Test(import_pdf, reads_panels_side_by_side) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, false);
  draft_middle(&draft, 145, 60, "收入");
  draft_middle(&draft, 430, 60, "支出");
  draft_middle(&draft, 110, 77, "项目");
  draft_middle(&draft, 250, 77, "决算数");
  draft_middle(&draft, 370, 77, "项目");
  draft_middle(&draft, 530, 77, "决算数");
  draft_left(&draft, 40, 94, "一、财政拨款收入");
  draft_right(&draft, 285, 94, "2,940.05");
  draft_left(&draft, 295, 94, "一、一般公共服务支出");
  draft_right(&draft, 560, 94, "2,106.66");
  draft_left(&draft, 40, 111, "二、事业收入");
  draft_left(&draft, 295, 111, "二、文化旅游体育与传媒支出");
  draft_left(&draft, 295, 128, "三、住房保障支出");
  draft_right(&draft, 560, 128, "(445.69)");
  draft_middle(&draft, 110, 145, "收入总计");
  draft_right(&draft, 285, 145, "2,940.05");
  draft_middle(&draft, 370, 145, "支出总计");
  draft_right(&draft, 560, 145, "2,940.05");
  expect(&draft, "table 4\n"
                 "head 0-1:收入 2-3:支出\n"
                 "head 0:项目 1:决算数 2:项目 3:决算数\n"
                 "row 0:一、财政拨款收入 1:2,940.05 2:一、一般公共服务支出 3:2,106.66\n"
                 "row 0:二、事业收入 2:二、文化旅游体育与传媒支出\n"
                 "row 2:三、住房保障支出 3:(445.69)\n"
                 "row 0:收入总计 1:2,940.05 2:支出总计 3:2,940.05\n");
}

/* Headings in the middle of their cells and figures at the right of them do not overlap. */
Test(import_pdf, gives_figures_to_the_heading_of_their_cell) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, true);
  draft_middle(&draft, 370, 100, "2023年“三公”经费预算数");
  draft_middle(&draft, 522, 130, "公务用车购置及运行费");
  draft_middle(&draft, 117, 142, "合计");
  draft_middle(&draft, 218, 142, "因公出国(境)费");
  draft_middle(&draft, 320, 142, "公务接待费");
  draft_middle(&draft, 421, 157, "小计");
  draft_middle(&draft, 522, 157, "购置费");
  draft_middle(&draft, 623, 157, "运行费");
  static const char *const figures[] = {"22.91", "0", "1.35", "21.56", "0", "21.56"};
  for (int i = 0; i < 6; i++)
    draft_right(&draft, 166 + i * 101, 210, figures[i]);
  expect(&draft, "table 6\n"
                 "head 0-5:2023年“三公”经费预算数\n"
                 "head 0:合计 1:因公出国(境)费 2:公务接待费 3-5:公务用车购置及运行费\n"
                 "head 3:小计 4:购置费 5:运行费\n"
                 "row 0:22.91 1:0 2:1.35 3:21.56 4:0 5:21.56\n");
}

/* Fonts with wrong heights: the names' boxes stand below where they are printed. */
Test(import_pdf, reads_words_of_fonts_with_wrong_heights) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, false);
  for (int i = 0; i < 12; i++) {
    int y = 100 + i * 17;
    draft_middle(&draft, 75, y, "201");
    draft_odd(&draft, 120, y + 5, 1, 2, i % 2 ? "统计管理" : "一般行政管理事务");
    draft_right(&draft, 400, y, "26,300");
  }
  Str found = draft_read(&draft);
  size_t rows = 0;
  for (const char *at = found.data; (at = strstr(at, "row 0:201 1:")); at++)
    rows++;
  cr_expect_eq(rows, 12, "%s", found.data);
  cr_expect_not(strstr(found.data, "line"), "%s", found.data);
  str_free(&found);
  draft_close(&draft);
}

Test(import_pdf, leaves_running_text_and_contents_as_lines) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, false);
  draft_middle(&draft, 297, 60, "目 录");
  draft_left(&draft, 70, 100, "一、部门主要职能");
  draft_right(&draft, 520, 100, "3");
  draft_left(&draft, 70, 120, "二、部门机构设置");
  draft_right(&draft, 520, 120, "4");
  draft_page(&draft, false);
  draft_left(&draft, 94, 60, "本部门收入预算为100万元，其中：财政拨款收入100万元，事业收入0万");
  draft_left(&draft, 70, 80, "元。主要原因是 5 家单位合并。");
  expect(&draft, "line 目录\n"
                 "line 一、部门主要职能 3\n"
                 "line 二、部门机构设置 4\n"
                 "line 本部门收入预算为100万元，其中：财政拨款收入100万元，事业收入0万\n"
                 "line 元。主要原因是 5 家单位合并。\n");
}

Test(import_pdf, takes_a_table_without_figures) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, true);
  draw_heads(&draft, 120);
  draft_middle(&draft, 290, 480, "合计");
  draft_left(&draft, 60, 510, "注：本部门无此项预算，故本表为空表。");
  expect(&draft, "table 7\n" HEADS
                 "row 3:合计\n"
                 "line 注：本部门无此项预算，故本表为空表。\n");
}

/* A form has another grid in each of its parts; levels are merged over the rows beside them. */
Test(import_pdf, parts_a_form_into_its_grids) {
  PdfDraft draft;
  draft_open(&draft);
  draft.size = 8;
  draft_page(&draft, false);
  draft_middle(&draft, 100, 80, "主管部门");
  draft_middle(&draft, 230, 80, "某某区人民政府某某街道办事处");
  draft_middle(&draft, 340, 80, "实施单位");
  draft_middle(&draft, 460, 80, "某某区人民政府某某街道办事处");
  draft_left(&draft, 150, 105, "项目资金总额");
  draft_right(&draft, 376, 105, "4,100,000.00");
  draft_left(&draft, 379, 105, "年度资金申请总额");
  draft_right(&draft, 540, 105, "4,100,000.00");
  draft_left(&draft, 379, 130, "其中：当年财政拨款");
  draft_right(&draft, 540, 130, "4,100,000.00");
  draft_left(&draft, 150, 142, "其中：财政资金");
  draft_right(&draft, 376, 142, "4,100,000.00");
  draft_middle(&draft, 100, 138, "项目资金");
  draft_middle(&draft, 100, 148, "（元）");
  draft_left(&draft, 379, 155, "上年结转资金");
  draft_right(&draft, 540, 155, "0.00");
  draft_middle(&draft, 240, 180, "项目总目标");
  draft_middle(&draft, 460, 180, "年度总体目标");
  draft_left(&draft, 110, 200, "建成后作为街道社区事务受理、社区管理、社区文化艺术活动和公共服");
  draft_left(&draft, 110, 210, "务场所。");
  draft_left(&draft, 385, 205, "完成结算，按期审价。");
  draft_middle(&draft, 80, 270, "绩效指标");
  draft_middle(&draft, 130, 230, "一级指标");
  draft_middle(&draft, 190, 230, "二级指标");
  draft_middle(&draft, 320, 230, "三级指标");
  draft_middle(&draft, 480, 230, "指标值");
  draft_middle(&draft, 130, 260, "产出指标");
  draft_middle(&draft, 190, 250, "数量指标");
  draft_middle(&draft, 320, 250, "规划建筑面积");
  draft_middle(&draft, 480, 250, "≥13459.00");
  draft_middle(&draft, 190, 270, "质量指标");
  draft_middle(&draft, 320, 270, "完工及时率");
  draft_middle(&draft, 480, 270, "及时率");
  draft_middle(&draft, 130, 290, "满意度指标");
  draft_middle(&draft, 190, 285, "服务对象满意");
  draft_middle(&draft, 190, 295, "度指标");
  draft_middle(&draft, 320, 290, "居民满意度");
  draft_middle(&draft, 480, 290, "满意度");
  expect(&draft, "table 4\n"
                 "row 0:主管部门 1:某某区人民政府某某街道办事处 2:实施单位 "
                 "3:某某区人民政府某某街道办事处\n"
                 "table 5\n"
                 "row 1:项目资金总额 2:4,100,000.00 3:年度资金申请总额 4:4,100,000.00\n"
                 "row 3:其中：当年财政拨款 4:4,100,000.00\n"
                 "row 0:项目资金（元） 1:其中：财政资金 2:4,100,000.00\n"
                 "row 3:上年结转资金 4:0.00\n"
                 "table 2\n"
                 "row 0:项目总目标 1:年度总体目标\n"
                 "row 0:建成后作为街道社区事务受理、社区管理、社区文化艺术活动和公共服务场所。 "
                 "1:完成结算，按期审价。\n"
                 "table 5\n"
                 "row 1:一级指标 2:二级指标 3:三级指标 4:指标值\n"
                 "row 0:绩效指标 1:产出指标 2:数量指标 3:规划建筑面积 4:≥13459.00\n"
                 "row 2:质量指标 3:完工及时率 4:及时率\n"
                 "row 1:满意度指标 2:服务对象满意度指标 3:居民满意度 4:满意度\n");
}

/* A lying table on an upright page: its text runs up or down along the page's side. */
Test(import_pdf, turns_pages_whose_text_runs_along_the_side) {
  for (int i = 0; i < 2; i++) {
    PdfDraft draft;
    draft_open(&draft);
    draft_page(&draft, false);
    draft.running = i ? DRAFT_UP : DRAFT_DOWN;
    draft.size = 18;
    draft_middle(&draft, 421, 30, "2023年部门支出预算总表");
    draft.size = 12;
    draw_heads(&draft, 60);
    draw_codes(&draft, 140, "201", NULL, NULL);
    draft_left(&draft, 170, 140, "一般公共服务支出");
    draw_figures(&draft, 140, "2,976,800", NULL, "2,976,800");
    draw_codes(&draft, 165, "201", "05", "06");
    draft_left(&draft, 170, 165, "统计管理");
    draw_figures(&draft, 165, "26,300", "26,300", NULL);
    expect(&draft, "line 2023年部门支出预算总表\n"
                   "table 7\n" HEADS
                   "row 0:201 3:一般公共服务支出 4:2,976,800 6:2,976,800\n"
                   "row 0:201 1:05 2:06 3:统计管理 4:26,300 5:26,300\n");
  }
}

/* 栏次 1 2: the numbers stand in the middle of their cells, where no figures do. */
Test(import_pdf, keeps_rows_that_count_columns_out_of_the_grid) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, true);
  draft_middle(&draft, 150, 60, "项目");
  draft_middle(&draft, 270, 60, "行次");
  draft_middle(&draft, 400, 60, "金额");
  draft_middle(&draft, 600, 60, "本年收入合计");
  draft_middle(&draft, 150, 75, "栏次");
  draft_middle(&draft, 400, 75, "1");
  draft_middle(&draft, 600, 75, "2");
  draft_left(&draft, 60, 90, "一、一般公共预算财政拨款");
  draft_middle(&draft, 270, 90, "1");
  draft_right(&draft, 496, 90, "1,250.36");
  draft_right(&draft, 700, 90, "12.00");
  draft_left(&draft, 60, 105, "二、事业收入");
  draft_middle(&draft, 270, 105, "2");
  draft_right(&draft, 700, 105, "0.50");
  expect(&draft, "table 4\n"
                 "head 0:项目 1:行次 2:金额 3:本年收入合计\n"
                 "row 0:栏次 2:1 3:2\n"
                 "row 0:一、一般公共预算财政拨款 1:1 2:1,250.36 3:12.00\n"
                 "row 0:二、事业收入 1:2 3:0.50\n");
}

/* Headings of the same table twice, side by side: those in the middle of their height stand beside
 * the group, not under it. */
Test(import_pdf, lays_groups_of_headings_over_their_own_columns) {
  PdfDraft draft;
  draft_open(&draft);
  draft.size = 8;
  draft_page(&draft, true);
  for (int half = 0; half < 2; half++) {
    int x = 40 + half * 372;
    draft_middle(&draft, x + 186, 60, half ? "决算数" : "预算数");
    draft_middle(&draft, x + 217, 78, "公务用车购置及运行费");
    draft_middle(&draft, x + 31, 90, "合计");
    draft_middle(&draft, x + 93, 90, "因公出国费");
    draft_middle(&draft, x + 341, 90, "公务接待费");
    draft_middle(&draft, x + 155, 104, "小计");
    draft_middle(&draft, x + 217, 104, "购置费");
    draft_middle(&draft, x + 279, 104, "运行费");
    draft_right(&draft, x + 59, 124, "12.50");
    draft_right(&draft, x + 183, 124, "10.00");
    draft_right(&draft, x + 307, 124, "10.00");
    draft_right(&draft, x + 369, 124, "2.50");
  }
  Str found = draft_read(&draft);
  cr_expect(strstr(found.data, "head 0-5:预算数 6-11:决算数\n"), "%s", found.data);
  cr_expect(strstr(found.data, " 8-10:公务用车购置及运行费 11:公务接待费\n"), "%s", found.data);
  cr_expect(strstr(found.data, "row 0:12.50 2:10.00 4:10.00 5:2.50 6:12.50 8:10.00 10:10.00 11:2.50"),
            "%s", found.data);
  str_free(&found);
  draft_close(&draft);
}

/* 样本 over a line of each page, in large type; the office, as large, stands on the cover only. */
Test(import_pdf, leaves_marks_printed_over_the_pages) {
  static const char *const lines[] = {"二、部门机构设置情况", "三、预算编制说明", "四、名词解释"};
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, false);
  draft.size = 48;
  draft_left(&draft, 100, 300, "某局");
  for (size_t i = 0; i < 3; i++) {
    draft_page(&draft, false);
    draft.size = 12;
    draft_left(&draft, 70, 100, lines[i]);
    draft_left(&draft, 70, 600, "本页完。");
    draft.size = 48;
    draft_left(&draft, 200, 102, "样本");
  }
  expect(&draft, "line 某局\n"
                 "line 二、部门机构设置情况\nline 本页完。\n"
                 "line 三、预算编制说明\nline 本页完。\n"
                 "line 四、名词解释\nline 本页完。\n");
}

/* 基本 and 支出 are one heading in a narrow column, though their lines stand as far apart as rows. */
Test(import_pdf, joins_lines_of_narrow_headings) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, false);
  draft_middle(&draft, 100, 109, "科目编码");
  draft_middle(&draft, 250, 109, "科目名称");
  draft_middle(&draft, 400, 100, "基本");
  draft_middle(&draft, 400, 119, "支出");
  draft_middle(&draft, 500, 100, "项目");
  draft_middle(&draft, 500, 119, "支出");
  for (int row = 0; row < 3; row++) {
    draft_left(&draft, 80, 145 + row * 22, "20101");
    draft_left(&draft, 200, 145 + row * 22, "行政运行");
    draft_right(&draft, 430, 145 + row * 22, "1.00");
    draft_right(&draft, 530, 145 + row * 22, "2.00");
  }
  expect(&draft, "table 4\n"
                 "head 0:科目编码 1:科目名称 2:基本支出 3:项目支出\n"
                 "row 0:20101 1:行政运行 2:1.00 3:2.00\n"
                 "row 0:20101 1:行政运行 2:1.00 3:2.00\n"
                 "row 0:20101 1:行政运行 2:1.00 3:2.00\n");
}

/* Parting the figure from 为 must not push the last word off its page. */
Test(import_pdf, keeps_the_last_line_of_a_page_with_parted_words) {
  PdfDraft draft;
  draft_open(&draft);
  draft_page(&draft, false);
  draft_left(&draft, 70, 100, "本年支出合计为7.50");
  draft_left(&draft, 70, 125, "上年支出合计为6.25");
  draft_left(&draft, 70, 150, "两年基本持平。");
  draft_page(&draft, false);
  draft_left(&draft, 70, 100, "以上单位为万元。");
  Str found = draft_read(&draft);
  cr_expect(strstr(found.data, "两年基本持平。"), "%s", found.data);
  cr_expect(strstr(found.data, "以上单位为万元。"), "%s", found.data);
  str_free(&found);
  draft_close(&draft);
}

/* Blanks inside quotation marks part no cells, in a form either. */
Test(import_pdf, keeps_a_quoted_text_of_a_form_in_one_cell) {
  PdfDraft draft;
  draft_open(&draft);
  draft.size = 8;
  draft_page(&draft, false);
  draft_middle(&draft, 130, 230, "一级指标");
  draft_middle(&draft, 190, 230, "二级指标");
  draft_middle(&draft, 320, 230, "三级指标");
  draft_middle(&draft, 480, 230, "指标值");
  draft_middle(&draft, 130, 260, "产出指标");
  draft_middle(&draft, 190, 250, "数量指标");
  draft_middle(&draft, 320, 250, "规划建筑面积");
  draft_middle(&draft, 480, 250, "≥13459.00");
  draft_middle(&draft, 190, 270, "质量指标");
  draft_left(&draft, 260, 266, "\"提升居民、单位质量、节能意识");
  draft_left(&draft, 378, 266, "企业环境");
  draft_left(&draft, 280, 275, "依法统计意识");
  draft_left(&draft, 334, 275, "优化环境");
  draft_left(&draft, 367, 275, "\"");
  draft_middle(&draft, 480, 270, "提升");
  draft_middle(&draft, 130, 290, "满意度指标");
  draft_middle(&draft, 190, 290, "服务对象");
  draft_middle(&draft, 320, 290, "居民满意度");
  draft_middle(&draft, 480, 290, "满意度");
  Str found = draft_read(&draft);
  cr_expect(strstr(found.data, "\"提升居民、单位质量、节能意识企业环境依法统计意识 优化环境\""), "%s",
            found.data);
  str_free(&found);
  draft_close(&draft);
}
