#include <criterion/criterion.h>
#include <string.h>

#include "screen.h"
#include "text/width.h"


Test(overview, first_screen_of_the_sample_at_80_columns) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  screen_expect(&screen, 0,
                " 重庆市九龙坡区政务服务管理办公室\n"
                " code 128 · departmental budget 2023\n"
                "\n"
                "  Total income            2,246.51\n"
                "  Total expenditure       2,246.51\n"
                "\n"
                " Income by source\n"
                "  一般公共预算资金        2,246.51  100.0% ████████████████████████\n"
                "\n"
                " Expenditure by function\n"
                "  201 一般公共服务支出    2,099.40   93.5% ██████████████████████▌\n"
                "  208 社会保障和就业支出     68.54    3.1% ▊\n"
                "  210 卫生健康支出           29.64    1.3% ▎\n"
                "  221 住房保障支出           48.93    2.2% ▌\n"
                "\n"
                " Basic and project expenditure\n"
                "  Basic expenditure         646.51≈  28.8% ██████▉\n"
                "  Project expenditure     1,600.00   71.2% █████████████████▏\n");
  cr_expect_str_eq(screen_caption(&screen), "万元");
  cr_expect_eq(screen_selected(&screen), 3, "the first line that leads somewhere");
  screen_close(&screen);
}

Test(overview, two_columns_stand_side_by_side_where_there_is_room) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  screen_size(&screen, 34, 120);
  screen_expect(&screen, 2,
                "\n"
                "  Total income            2,246.51                            Narrative\n"
                "  Total expenditure       2,246.51                             一、单位基本情况\n"
                "                                                                 (一) 职能职责\n"
                " Income by source                                                (二) 单位构成\n");
  screen_expect_some(&screen, "  5 一般公共预算“三公”经费支出表\n");
  screen_expect_some(&screen, "  8 部门收入总表  not included\n");
  screen_expect_some(&screen, "      公务用车运行费          4.50   81.8%");
  screen_expect_some(&screen, "  Project expenditure       -21.97");
  screen_expect_some(&screen, "  Income                    +66.62");
  screen_close(&screen);
}

Test(overview, amounts_are_whole_at_40_columns) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  screen_size(&screen, 6, 40);
  screen_act(&screen, ACTION_DOWN, 3);
  screen_expect_some(&screen, "  201 一般公共服务支… 2,099.40   93.5%");
  screen_act(&screen, ACTION_LAST, 1);
  screen_expect_some(&screen, "   14 政府采购明细表  not included\n   15 项目绩效目标表");
  screen_act(&screen, ACTION_FIRST, 1);
  screen_expect(&screen, 0, " 重庆市九龙坡区政务服务管理办公室\n");
  screen_close(&screen);
}

Test(overview, every_size_and_width_of_ambiguous_characters_is_painted_whole) {
  static const int sizes[][2] = {{6, 40}, {18, 80}, {34, 120}, {1, 1}, {3, 7}, {90, 300}};
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
      width_set_ambiguous(ambiguous);
      screen_size(&screen, sizes[i][0], sizes[i][1]);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_LAST, 1);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_FIRST, 1);
    }
  width_set_ambiguous(1);
  screen_close(&screen);
}

Test(overview, a_figure_leads_to_its_cell) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  screen_act(&screen, ACTION_DOWN, 4);
  cr_expect_str_eq(screen_status(&screen), "annex 9 · 208 社会保障和就业支出 · 68.54 万元 · 3.1%");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_GO);
  cr_expect_eq(screen.session.target.kind, PLACE_ROW);
  cr_expect_eq(screen.session.target.annex, 8);
  cr_expect_eq(screen.session.target.row, 6);
  cr_expect_eq(screen.session.target.leaf, 2);
  screen_close(&screen);
}

Test(overview, a_change_leads_to_its_paragraph) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  screen_size(&screen, 60, 80);
  do
    screen_act(&screen, ACTION_DOWN, 1);
  while (!strstr(screen_status(&screen), "Project expenditure · -21.97 万元"));
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_GO);
  cr_expect_eq(screen.session.target.kind, PLACE_PARAGRAPH);
  cr_expect_eq(screen.session.target.section, 3);
  cr_expect_eq(screen.session.target.paragraph, 1);
  screen_close(&screen);
}

Test(overview, lines_of_the_other_column_are_beside) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  cr_expect_eq(screen_act(&screen, ACTION_RIGHT, 1), OUTCOME_IGNORED, "one column at 80");
  screen_size(&screen, 34, 120);
  screen_paint(&screen);
  cr_expect_eq(screen_act(&screen, ACTION_RIGHT, 1), OUTCOME_DONE);
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_GO);
  cr_expect_eq(screen.session.target.kind, PLACE_PARAGRAPH);
  cr_expect_eq(screen.session.target.paragraph, PLACE_HEADING);
  screen_act(&screen, ACTION_LEFT, 1);
  cr_expect_str_eq(screen_status(&screen), "annex 7 · Total expenditure · 2,246.51 万元");
  screen_close(&screen);
}

Test(overview, the_unit_asked_for_marks_what_is_converted) {
  Screen screen;
  screen_open(&screen, &view_overview, NULL);
  screen.session.unit = UNIT_YUAN;
  screen_expect_some(&screen, "  Total income            22,465,1__*\n");
  cr_expect_str_eq(screen_caption(&screen), "元");
  cr_expect_str_eq(screen_status(&screen), "annex 7 · Total income · 2,246.51 万元");
  screen_close(&screen);
}

static const char small[] =
    "format: budgettui/1\n"
    "title: 某局2023年部门预算\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "stage: final\n"
    "unit: 元\n"
    "annexes: []\n";

Test(overview, a_document_that_holds_nothing_says_so) {
  Screen screen;
  screen_open(&screen, &view_overview, small);
  screen_expect(&screen, 0,
                " 某局\n"
                " departmental final accounts 2023\n"
                "\n"
                " Narrative\n"
                "  none\n"
                "\n"
                " Annexes\n"
                "  none\n");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_UP, 1);
  screen_act(&screen, ACTION_PAGE_DOWN, 1);
  screen_act(&screen, ACTION_LAST, 1);
  cr_expect_str_eq(screen_status(&screen), "");
  cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_LEAVE);
  screen_close(&screen);
}

/* Amounts of the table in 元, of the narrative in 万元. */
static const char mixed[] =
    "format: budgettui/1\n"
    "title: 某局2023年部门预算\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 元\n"
    "narrative:\n"
    "  - heading: 一、收支\n"
    "    text: 收入较2022年减少5.5万元。\n"
    "annexes:\n"
    "  - number: \"1\"\n"
    "    title: 2023年度某局收支总表\n"
    "    kind: department-balance\n"
    "    panels:\n"
    "      - title: 收入\n"
    "        columns: [{title: 项目}, {title: 预算数}]\n"
    "        rows: [[事业收入, 1200], {total: true, cells: [收入总计, 1200]}]\n"
    "      - title: 支出\n"
    "        columns: [{title: 项目}, {title: 预算数}]\n"
    "        rows: [[教育支出, 1100], {total: true, cells: [支出总计, 1100]}]\n";

Test(overview, figures_in_several_units_are_written_with_them) {
  Screen screen;
  screen_open(&screen, &view_overview, mixed);
  screen_size(&screen, 24, 80);
  screen_expect_some(&screen, "  Total income       1,200 元✗\n  Total expenditure  1,100 元✗\n");
  screen_expect_some(&screen, "  Income            -5.5 万元\n");
  screen_expect_some(&screen, "  1 收支总表");
  cr_expect_str_eq(screen_caption(&screen), "");
  screen_close(&screen);
}
