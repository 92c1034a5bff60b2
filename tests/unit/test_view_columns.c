/* Columns: their widths, which are hidden, which do not scroll; and two trees side by side. */
#include <criterion/criterion.h>
#include <string.h>

#include "browse.h"
#include "screen.h"

static void open_table(Screen *screen) {
  screen_open(screen, &view_annexes, NULL);
  screen_act(screen, ACTION_DOWN, 1);
  screen_act(screen, ACTION_ENTER, 1); /* annex 2 */
  screen_paint(screen);
}

Test(columns, a_column_is_made_narrower_and_wider) {
  Screen screen;
  open_table(&screen);
  screen_act(&screen, ACTION_WIDER, 3);
  screen_expect(&screen, 2,
                " 科目编码  科目名称                                小计  基本支出  项目支出\n"
                " 合计                                          2,246.51    646.51  1,600.00\n");
  screen_act(&screen, ACTION_NARROWER, 4);
  screen_expect(&screen, 2,
                " 科目编码  科目名称                            小计  基本支出  项目支出\n"
                " 合计                                           ###    646.51  1,600.00\n"
                "▾201       一般公共服务支出                     ###    499.40  1,600.00\n"
                " ▾20103    政府办公厅（室）及相关机构事务       ###    499.40  1,600.00\n"
                "   2010301 行政运行                          261.96    261.96\n");
  screen_act(&screen, ACTION_NARROWER, 40);
  cr_expect_str_eq(screen.session.message.data, "the column cannot be narrower");
  screen_expect_some(&screen, " ###    646.51");
  screen_expect_none(&screen, "246.5");
  screen_act(&screen, ACTION_SHOW_ALL, 1);
  cr_expect_str_eq(screen.session.message.data, "all columns as they were");
  screen_expect_some(&screen, "2,246.51");
  screen_close(&screen);
}

Test(columns, the_name_gives_way_and_is_as_wide_as_told) {
  Screen screen;
  open_table(&screen);
  screen_act(&screen, ACTION_LEFT, 1);
  screen_act(&screen, ACTION_NARROWER, 20);
  screen_expect(&screen, 2,
                " 科目编码  科目名称         小计  基本支出  项目支出\n"
                " 合计                   2,246.51    646.51  1,600.00\n"
                "▾201       一般公共服…  2,099.40    499.40  1,600.00\n");
  screen_act(&screen, ACTION_FIT, 1);
  screen_expect_some(&screen, "机关事业单位基本养老保险缴费支出");
  screen_act(&screen, ACTION_FIT, 1);
  screen_expect_some(&screen, "机关事业单…  ");
  screen_act(&screen, ACTION_WIDER, 200);
  cr_expect_str_eq(screen.session.message.data, "the column is as wide as the screen");
  screen_expect_whole(&screen);
  screen_close(&screen);
}

Test(columns, hiding_leaves_one) {
  Screen screen;
  open_table(&screen);
  screen_act(&screen, ACTION_HIDE, 1);
  cr_expect_str_eq(screen.session.message.data, "hidden: 小计");
  screen_expect(&screen, 2,
                " 科目编码  科目名称                         基本支出  项目支出\n"
                " 合计                                         646.51  1,600.00\n");
  screen_act(&screen, ACTION_HIDE, 3);
  screen_expect(&screen, 2, " 科目编码\n 合计\n▾201\n");
  screen_act(&screen, ACTION_HIDE, 1);
  cr_expect_str_eq(screen.session.message.data, "the last column stays in sight");
  Place place = {.kind = PLACE_ROW, .annex = 1, .row = 2, .leaf = 3};
  cr_expect(screen.type->show(screen.view, &place));
  screen_expect(&screen, 2, " 科目编码  基本支出\n 合计        646.51\n");
  screen_act(&screen, ACTION_SHOW_ALL, 1);
  screen_expect_some(&screen, "小计  基本支出  项目支出");
  screen_close(&screen);
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_HIDE, 3);
  cr_expect_str_eq(screen.session.message.data, "the last column of amounts stays in sight");
  screen_expect_some(&screen, " Code      Account                          项目支出  % parent\n");
  screen_close(&screen);
}

Test(columns, frozen_columns_do_not_scroll) {
  Screen screen;
  open_table(&screen);
  screen_size(&screen, 8, 40);
  screen_act(&screen, ACTION_FREEZE, 1);
  cr_expect_str_eq(screen.session.message.data, "frozen up to this column: 小计");
  screen_act(&screen, ACTION_RIGHT, 2);
  screen_expect(&screen, 2,
                " 科目编码  科目名称      小计 <项目支出\n"
                " 合计                2,246.51  1,600.00\n");
  screen_act(&screen, ACTION_LEFT, 2);
  screen_act(&screen, ACTION_FREEZE, 1);
  cr_expect_str_eq(screen.session.message.data, "columns are frozen as they were");
  screen_act(&screen, ACTION_RIGHT, 2);
  screen_expect(&screen, 2, " 科目编码  科目名称 <基本支出  项目支出\n");
  screen_close(&screen);
}

/* Whatever is frozen, hidden and made wide, amounts are whole and the screen is, too. */
Test(columns, no_choice_breaks_the_screen) {
  static const Action actions[] = {ACTION_FREEZE, ACTION_WIDER, ACTION_HIDE, ACTION_RIGHT, ACTION_FIT,
                                   ACTION_NARROWER, ACTION_LEFT, ACTION_SHOW_ALL, ACTION_TAG,
                                   ACTION_COLUMN_RIGHT, ACTION_SORT};
  enum { COUNT = sizeof actions / sizeof *actions };
  Screen screen;
  unsigned chance = 7;
  open_table(&screen);
  for (int i = 0; i < 600; i++) {
    chance = chance * 1103515245u + 12345u;
    screen_act(&screen, actions[chance / 65536 % COUNT], 1 + (int)(chance / 1024 % 9));
    screen_size(&screen, 4 + i % 16, 12 + (int)(chance / 4096 % 90));
    screen_expect_whole(&screen);
    cr_assert(strstr(screen.text.data, ",246.5") == NULL || strstr(screen.text.data, "2,246.51"));
    cr_assert(strstr(screen.text.data, ",600.0") == NULL || strstr(screen.text.data, "1,600.00"));
  }
  screen_close(&screen);
}

Test(columns, two_trees_follow_one_column, .init = browse_open, .fini = browse_close) {
  browse_size(24, 120);
  browse_type("3|4");
  browse_press(KEYCODE_TAB);
  browse_type("LL"); /* 项目支出 */
  browse_expect("项目支出");
  browse_press(KEYCODE_TAB);
  browse_type("yv");
  browse_type("s");
  browse_expect("项目支出▼");
}
