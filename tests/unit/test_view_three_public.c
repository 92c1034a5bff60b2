#include <criterion/criterion.h>
#include <string.h>

#include "screen.h"
#include "text/width.h"

static bool same_place(const Place *a, const Place *b) {
  return a->kind == b->kind && a->annex == b->annex && a->table == b->table && a->leaf == b->leaf &&
         a->row == b->row && a->listed == b->listed;
}

Test(view_three_public, the_sample_at_80_columns) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  screen_expect(&screen, 0,
                " Three public expenses (an… 万元 │ Performance targets\n"
                " 合计                      5.50  │  13 128-重庆市九龙坡区政…  22,465,060.80 元\n"
                " ├ 因公出国（境）费              │  15 中心运行费                14,095,700 元\n"
                " ├ 公务用车购置及运行费    4.50  │\n"
                " │ ├ 公务用车购置费              │\n"
                " │ └ 公务用车运行费        4.50  │\n"
                " └ 公务接待费              1.00  │\n"
                "                                 │\n"
                " 公务用车购置及…  81.8% ██████▌  │\n"
                " 公务接待费       18.2% █▌       │\n");
  cr_expect_str_eq(screen_status(&screen), "合计 · 5.50 万元");
  cr_expect_str_eq(screen_caption(&screen), "万元");
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen), "因公出国（境）费 · blank");
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen), "公务用车购置及运行费 · 4.50 万元 · 81.8%");
  screen_close(&screen);
}

Test(view_three_public, a_set_opens_from_the_list_and_closes_again) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  screen_act(&screen, ACTION_PANE, 1);
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen), "annex 15 · 中心运行费 · 14,095,700 元");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  screen_expect_some(&screen, "万元 │ Performance targets (annex 15 中心运行费) 元\n");
  screen_expect_some(&screen, "│ 项目名称          中心运行费\n");
  cr_expect_str_eq(screen_caption(&screen), "元");
  cr_expect_eq(screen_act(&screen, ACTION_UP_LEVEL, 1), OUTCOME_DONE);
  screen_expect_some(&screen, "│  15 中心运行费                14,095,700 元\n");
  cr_expect_str_eq(screen_status(&screen), "annex 15 · 中心运行费 · 14,095,700 元");
  cr_expect_eq(screen_act(&screen, ACTION_UP_LEVEL, 1), OUTCOME_LEAVE);
  screen_close(&screen);
}

Test(view_three_public, each_pane_has_a_cursor_of_its_own) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  screen_act(&screen, ACTION_DOWN, 5);
  screen_act(&screen, ACTION_PANE, 1);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen), "预算(单位)名称 128-重庆市九龙坡区政务服务管理办公室");
  screen_act(&screen, ACTION_PANE, 1);
  cr_expect_str_eq(screen_status(&screen), "公务接待费 · 1.00 万元 · 18.2%");
  screen_act(&screen, ACTION_PANE, 1);
  cr_expect_str_eq(screen_status(&screen), "预算(单位)名称 128-重庆市九龙坡区政务服务管理办公室");
  screen_close(&screen);
}

Test(view_three_public, narrow_panes_are_stacked) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  screen_size(&screen, 17, 60);
  screen_expect_none(&screen, "│ Performance");
  screen_expect_some(&screen, "\n Performance targets\n  13 128-重庆市");
  screen_close(&screen);
}

Test(view_three_public, where_rows_are_few_the_pane_with_the_keys_has_them) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  screen_size(&screen, 6, 40);
  screen_expect(&screen, 0,
                " Three public expenses (annex 5)   万元\n"
                " 合计                             5.50\n"
                " ├ 因公出国（境）费\n"
                " ├ 公务用车购置及运行费           4.50\n"
                " │ ├ 公务用车购置费\n"
                " Performance targets\n");
  screen_act(&screen, ACTION_PANE, 1);
  screen_expect(&screen, 0,
                " Three public expenses (annex 5)   万元\n"
                " Performance targets\n"
                "  13 128-重庆市九龙…  22,465,060.80 元\n"
                "  15 中心运行费          14,095,700 元\n");
  screen_close(&screen);
}

Test(view_three_public, shows_and_tells_places) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  Place place = {.kind = PLACE_ROW, .annex = 4, .leaf = 5}, here;
  cr_expect(view_three_public.show(screen.view, &place));
  cr_expect_str_eq(screen_status(&screen), "公务接待费 · 1.00 万元 · 18.2%");
  cr_expect(view_three_public.where(screen.view, &here));
  cr_expect(same_place(&here, &place));
  place = (Place){.kind = PLACE_TARGET, .annex = 14, .leaf = PLACE_NO_LEAF, .row = 13};
  cr_expect(view_three_public.show(screen.view, &place));
  screen_expect_some(&screen, "Performance targets (annex 15 中心运行费)");
  cr_expect(view_three_public.where(screen.view, &here));
  cr_expect(same_place(&here, &place));
  place = (Place){.kind = PLACE_ROW, .annex = 1};
  cr_expect_not(view_three_public.show(screen.view, &place));
  place = (Place){.kind = PLACE_TARGET, .annex = 14, .table = 1};
  cr_expect_not(view_three_public.show(screen.view, &place), "there is no such set");
  screen_close(&screen);
}

Test(view_three_public, the_unit_asked_for_marks_what_is_converted) {
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  screen.session.unit = UNIT_YUAN;
  screen_expect_some(&screen, " 合计                    55,0__* │");
  cr_expect_str_eq(screen_status(&screen), "合计 · 5.50 万元");
  screen_close(&screen);
}

static const char small[] =
    "format: budgettui/1\n"
    "title: 某局\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 万元\n"
    "annexes:\n"
    "  - {number: \"1\", title: 某表, kind: general-public-expenditure, status: not-included}\n";

Test(view_three_public, a_document_without_either_says_so) {
  Screen screen;
  Place here;
  screen_open(&screen, &view_three_public, small);
  screen_expect_some(&screen, "\n not in this document            │ not in this document\n");
  for (int pane = 0; pane < 2; pane++) {
    screen_act(&screen, ACTION_DOWN, 1);
    screen_act(&screen, ACTION_LAST, 1);
    screen_act(&screen, ACTION_ENTER, 1);
    cr_expect_str_eq(screen_status(&screen), "");
    cr_expect_not(view_three_public.where(screen.view, &here));
    cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_LEAVE);
    screen_act(&screen, ACTION_PANE, 1);
  }
  screen_close(&screen);
}

Test(view_three_public, every_size_and_width_of_ambiguous_characters_is_painted_whole) {
  static const int sizes[][2] = {{6, 40}, {18, 80}, {34, 120}, {1, 1}, {3, 7}, {44, 200}};
  Screen screen;
  screen_open(&screen, &view_three_public, NULL);
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
      width_set_ambiguous(ambiguous);
      screen_size(&screen, sizes[i][0], sizes[i][1]);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_PANE, 1);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_ENTER, 1);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_UP_LEVEL, 1);
    }
  width_set_ambiguous(1);
  screen_close(&screen);
}
