#include <criterion/criterion.h>
#include <string.h>

#include "model/targets.h"
#include "screen.h"
#include "text/width.h"
#include "view/targets.h"
#include "view/targets_rows.h"

/* The pane as a view: the last set of targets of the document. */
static void *open_pane(Session *session) {
  const Document *document = session->document;
  for (size_t i = document->annex_count; i-- > 0;)
    if (document->annexes[i].target_count)
      return targets_open(session, &document->annexes[i], document->annexes[i].target_count - 1);
  return NULL;
}

static const ViewType pane_type = {
    .name = "targets",
    .open = open_pane,
    .close = targets_close,
    .draw = targets_draw,
    .act = targets_act,
    .status = targets_status,
};

static const char small[] =
    "format: budgettui/1\n"
    "title: 某局\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 元\n"
    "annexes:\n"
    "  - number: \"1\"\n"
    "    title: 绩效目标表\n"
    "    kind: project-targets\n"
    "    targets:\n"
    "      - subject:\n"
    "          - {label: 项目名称, role: project, value: 运行费}\n"
    "        funds:\n"
    "          - {label: 项目总额, role: total, amount: 1234.50}\n"
    "          - label: 来源\n"
    "            role: project\n"
    "            funds: [{label: 财政资金, role: fiscal, amount: ~}]\n"
    "        goal: {label: 整体目标, text: 保障政务服务平台的正常运行及各项工作的顺利开展。}\n"
    "        indicators:\n"
    "          columns: [{title: 一级指标}, {title: 二级指标}, {title: 三级指标}, {title: 指标性质},\n"
    "                    {title: 指标值}, {title: 度量单位}, {title: 权重}]\n"
    "          rows:\n"
    "            - [产出指标, 数量指标, 窗口的数量, \"≥\", \"95\", \"%\", 20]\n"
    "            - [^, ^, 电脑的数量, \"=\", \"12\", 台, 10.5]\n"
    "            - [效益指标, ~, 群众诉求, \"=\", ~, ~, ~]\n"
    "            - [~, 社会效益, 诉求, 定性, 良, ~, 5]\n";

Test(targets, a_set_at_48_columns) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 48);
  screen_expect(&screen, 0,
                " 项目名称 运行费\n"
                "\n"
                " 项目总额                  1,234.50\n"
                " 来源\n"
                "   财政资金\n"
                "\n"
                " 整体目标 保障政务服务平台的正常运行及各项工作\n"
                "          的顺利开展。\n"
                "\n"
                " 一级指标   指标值                         权重\n"
                " ▾ 产出指标\n"
                "   数量指标 ≥ 95%                            20\n"
                "     窗口的数量\n"
                "   │        = 12 台                        10.5\n"
                "     电脑的数量\n"
                " ▾ 效益指标\n"
                "            =\n"
                "     群众诉求\n"
                " ▾ (blank)\n"
                "   社会效益 定性 良                          ✗5\n"
                "     诉求\n"
                " ∑ sum of the weights                      35.5\n");
  screen_close(&screen);
}

Test(targets, a_wide_pane_has_the_text_beside) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 80);
  screen_expect_some(&screen,
                     "\n ▾ 产出指标\n"
                     "   数量指标 窗口的数量                                            ≥ 95%      20\n"
                     "   │        电脑的数量                                            = 12 台  10.5\n");
  screen_expect_none(&screen, "\n     窗口的数量");
  screen_close(&screen);
}

Test(targets, groups_fold_in_place) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 48);
  screen_paint(&screen);
  targets_show_line(screen.view, 6);
  cr_expect_str_eq(screen_status(&screen), "产出指标 · 数量指标 · 电脑的数量 · = 12 台 · 权重 10.5");
  screen_act(&screen, ACTION_LEFT, 1);
  cr_expect_str_eq(screen_status(&screen), "产出指标 · 2 indicators");
  screen_act(&screen, ACTION_LEFT, 1);
  screen_expect_some(&screen, " ▸ 产出指标\n ▾ 效益指标\n");
  screen_act(&screen, ACTION_RIGHT, 1);
  screen_expect_some(&screen, " ▾ 产出指标\n   数量指标");
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect_none(&screen, "窗口的数量");
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect_some(&screen, "窗口的数量");
  screen_act(&screen, ACTION_FOLD_ALL, 1);
  screen_expect_some(&screen, " ▸ 产出指标\n ▸ 效益指标\n ▸ (blank)\n ∑ sum");
  targets_show_line(screen.view, 7);
  screen_expect_some(&screen, " ▸ 产出指标\n ▾ 效益指标\n            =\n     群众诉求\n ▸");
  cr_expect_eq(targets_cursor_line(screen.view), 7);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_expect_none(&screen, "▸");
  screen_close(&screen);
}

Test(targets, the_cursor_passes_over_what_cannot_be_selected) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 48);
  static const int rows[] = {0, 2, 3, 4, 6, 7, 10, 11};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    screen_paint(&screen);
    cr_expect_eq(screen_selected(&screen), rows[i]);
    screen_act(&screen, ACTION_DOWN, 1);
  }
  for (size_t i = sizeof rows / sizeof *rows; i-- > 0;) {
    screen_act(&screen, ACTION_UP, 1);
    screen_paint(&screen);
    cr_expect_eq(screen_selected(&screen), rows[i]);
  }
  screen_close(&screen);
}

Test(targets, the_line_below_tells_the_whole) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  cr_expect_str_eq(screen_status(&screen), "项目名称 运行费");
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen), "项目总额 1,234.50 元");
  screen_act(&screen, ACTION_DOWN, 3);
  cr_expect_str_eq(screen_status(&screen),
                   "整体目标 保障政务服务平台的正常运行及各项工作的顺利开展。");
  screen_act(&screen, ACTION_LAST, 1);
  cr_expect_str_eq(screen_status(&screen), "sum of the weights 35.5");
  cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_LEAVE);
  cr_expect_eq(screen_act(&screen, ACTION_SORT, 1), OUTCOME_IGNORED);
  screen_close(&screen);
}

Test(targets, the_unit_asked_for_marks_what_is_converted) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 48);
  screen.session.unit = UNIT_WAN;
  screen_expect_some(&screen, " 项目总额                  0.123450*\n");
  screen_close(&screen);
}

Test(targets, an_amount_with_too_little_room_is_not_cut) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 18);
  screen_expect_some(&screen, "###");
  screen_expect_none(&screen, "1,23");
  screen_close(&screen);
}

Test(targets, matches_are_marked) {
  Screen screen;
  screen_open(&screen, &pane_type, small);
  screen_size(&screen, 24, 48);
  screen_find(&screen, "数量");
  screen_paint(&screen);
  cr_expect(screen_style(&screen, 11, 3) & STYLE_MATCH, "in the second level");
  cr_expect_not(screen_style(&screen, 11, 7) & STYLE_MATCH);
  cr_expect(screen_style(&screen, 12, 11) & STYLE_MATCH, "in the text");
  cr_expect_not(screen_style(&screen, 12, 10) & STYLE_MATCH);
  screen_close(&screen);
}

Test(targets, another_width_keeps_the_place) {
  Screen screen;
  screen_open(&screen, &pane_type, NULL);
  targets_show_line(screen.view, 17);
  static const int widths[] = {40, 200, 9, 80};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    screen_size(&screen, 10, widths[i]);
    screen_paint(&screen);
    cr_expect_eq(targets_cursor_line(screen.view), 17, "at %d", widths[i]);
    cr_expect_neq(screen_selected(&screen), -1);
  }
  screen_close(&screen);
}

Test(targets, every_size_and_width_of_ambiguous_characters_is_painted_whole) {
  static const int sizes[][2] = {{6, 40}, {18, 80}, {34, 120}, {1, 1}, {3, 7}, {20, 12}};
  Screen screen;
  screen_open(&screen, &pane_type, NULL);
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
      width_set_ambiguous(ambiguous);
      screen_size(&screen, sizes[i][0], sizes[i][1]);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_PAGE_DOWN, 1);
      screen_expect_whole(&screen);
    }
  width_set_ambiguous(1);
  screen_close(&screen);
}

Test(targets, weights_add_up_exactly_or_not_at_all) {
  Column column = {.title = "权重", .role = ROLE_WEIGHT};
  const Column *leaf = &column;
  Cell cells[] = {{.kind = CELL_NUMBER, .number = 15, .decimals = 1},
                  {.kind = CELL_BLANK},
                  {.kind = CELL_NUMBER, .number = 225, .decimals = 2}};
  Row rows[] = {{.cells = &cells[0]}, {.cells = &cells[1]}, {.cells = &cells[2]}};
  Targets targets = {.indicators = {.columns = &column, .column_count = 1, .leaves = &leaf,
                                    .leaf_count = 1, .rows = rows, .row_count = 3}};
  int64_t digits;
  uint8_t decimals;
  cr_assert(targets_weight_sum(&targets, &digits, &decimals));
  cr_expect_eq(digits, 375);
  cr_expect_eq(decimals, 2);
  cells[0].number = INT64_MAX;
  cr_expect_not(targets_weight_sum(&targets, &digits, &decimals), "does not fit");
  cells[0].kind = cells[2].kind = CELL_BLANK;
  cr_expect_not(targets_weight_sum(&targets, &digits, &decimals), "there are none");
}
