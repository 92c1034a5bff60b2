/* Rows kept by a filter: in a view, and typed at the prompt. */
#include <criterion/criterion.h>
#include <string.h>

#include "browse.h"
#include "screen.h"

/* ---- in a view */

Test(filter, keeps_what_is_found_with_the_accounts_above) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  cr_expect_eq(screen.type->filter(screen.view, "事业单位医疗"), 3);
  screen_expect(&screen, 1,
                "▾          合计                           2,246.51    646.51  1,600.00  ████████\n"
                "▾210       卫生健康支出                      29.64     29.64            ▏\n"
                " ▾21011    行政事业单位医疗                  29.64     29.64            ████████\n"
                "   2101102 事业单位医疗                      10.19     10.19            ██▊\n"
                "   2101199 其他行政事业单位医疗支出           3.83      3.83            █\n"
                "\n");
  cr_expect_eq(screen_style(&screen, 4, 11), STYLE_NORMAL | STYLE_MATCH);
  cr_expect_eq(screen_style(&screen, 2, 11), STYLE_NORMAL);
  cr_expect_str_eq(screen.type->filtered(screen.view), "事业单位医疗");
  screen.type->filter(screen.view, NULL);
  screen_expect_some(&screen, "▾201 ");
  cr_expect_str_eq(screen.type->filtered(screen.view), "");
  screen_close(&screen);
}

Test(filter, finds_codes_by_their_beginning_readings_and_amounts) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  cr_expect_eq(screen.type->filter(screen.view, "21011"), 5);
  cr_expect_eq(screen.type->filter(screen.view, "1011"), 0);
  cr_expect_eq(screen.type->filter(screen.view, "gwyyl"), 1);
  screen_expect_some(&screen, "公务员医疗补助");
  cr_expect_eq(screen.type->filter(screen.view, "1,600.00"), 4);
  screen_close(&screen);
}

Test(filter, leaves_the_search_as_it_was) {
  Screen screen;
  size_t length, count;
  screen_open(&screen, &view_functional, NULL);
  screen_find(&screen, "公务");
  count = search_count(screen.session.search);
  screen.type->filter(screen.view, "医疗");
  cr_expect_str_eq(search_needle(screen.session.search, &length), "公务");
  cr_expect_eq(search_count(screen.session.search), count);
  screen_close(&screen);
}

static bool stop(void *context, Work work, uint64_t done, uint64_t total) {
  (void)context, (void)work, (void)done, (void)total;
  return false;
}

Test(filter, that_was_interrupted_keeps_all_rows) {
  Progress stopping = {stop, NULL};
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  search_watch(screen.session.search, &stopping);
  cr_expect_eq(screen.type->filter(screen.view, "医疗"), 0);
  cr_expect_str_eq(screen.type->filtered(screen.view), "");
  cr_expect_str_eq(screen.session.message.data, "the search was interrupted");
  screen_expect_some(&screen, "▾201 ");
  screen_close(&screen);
}

Test(filter, folds_sorts_and_returns_as_it_was) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 30, 80);
  screen_act(&screen, ACTION_DOWN, 2);
  screen_act(&screen, ACTION_LEFT, 1); /* 20103 is folded */
  screen.type->filter(screen.view, "运行");
  screen_expect(&screen, 1,
                "▾          合计                           2,246.51    646.51  1,600.00  ████████\n"
                "▾201       一般公共服务支出               2,099.40    499.40  1,600.00  ███████▌\n"
                " ▾20103    政府办公厅（室）及相关机构事务 2,099.40    499.40  1,600.00  ████████\n"
                "   2010301 行政运行                         261.96    261.96            █\n"
                "   2010350 事业运行                         237.44    237.44            ▉\n"
                "\n");
  cr_expect_str_eq(screen_status(&screen), "filter: 运行 · 2 rows · 2010301 行政运行 · annex 2 annex 9");
  screen_act(&screen, ACTION_SORT, 2);
  screen_expect_some(&screen, "   2010350 事业运行                         237.44    237.44            ▉\n"
                              "   2010301 行政运行");
  screen.session.unit = UNIT_YUAN;
  screen_expect_none(&screen, "2010302");
  screen_act(&screen, ACTION_LEFT, 2);
  screen_expect_some(&screen, " ▸20103");
  screen_act(&screen, ACTION_SIBLING_NEXT, 1);
  screen_act(&screen, ACTION_SIBLING_PREVIOUS, 1);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_act(&screen, ACTION_UP_LEVEL, 2);
  screen.type->filter(screen.view, NULL);
  screen_expect_some(&screen, " ▸20103");
  screen_expect_some(&screen, "▾208");
  screen_close(&screen);
}

Test(filter, nothing_found_says_so_and_every_key_is_harmless) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  cr_expect_eq(screen.type->filter(screen.view, "没有这个"), 0);
  screen_expect_some(&screen, " no row holds: 没有这个\n");
  for (Action action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
    if (action != ACTION_OTHER_ANNEX)
      screen_act(&screen, action, 1);
  screen_expect_whole(&screen);
  cr_expect_str_eq(screen_status(&screen), "filter: 没有这个 · 0 rows");
  screen.type->filter(screen.view, NULL);
  screen_expect_some(&screen, "▾201");
  screen_close(&screen);
}

Test(filter, what_no_table_prints_is_found_too) {
  Screen screen;
  screen_open(&screen, &view_functional,
              "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\nannexes:\n"
              "  - {number: '1', title: t, classification: functional, columns: [{title: 科目编码}, "
              "{title: 科目名称}, {title: 合计}], rows: [['2010301', 行政运行, 1], ['2080505', 养老, 2]]}\n");
  cr_expect_eq(screen.type->filter(screen.view, "一般公共服务"), 1);
  screen_expect_some(&screen, "201 ");
  screen_expect_none(&screen, "208");
  screen_close(&screen);
}

Test(filter, the_next_annex_is_filtered_too) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen.type->filter(screen.view, "医疗");
  screen_act(&screen, ACTION_OTHER_ANNEX, 1);
  cr_expect_str_eq(screen.session.message.data, "annex 9");
  cr_expect_str_eq(screen.type->filtered(screen.view), "医疗");
  screen_expect_none(&screen, "▾201");
  screen_close(&screen);
}

Test(filter, panels_are_filtered_together) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  cr_expect_eq(screen.type->filter(screen.view, "公共"), 0, "the list has none");
  screen_act(&screen, ACTION_ENTER, 1);
  cr_expect_eq(screen.type->filter(screen.view, "公共"), 3);
  screen_expect_none(&screen, "住房保障");
  Place hidden = {.kind = PLACE_ROW, .annex = 0, .table = 1, .row = 4, .leaf = PLACE_NO_LEAF};
  cr_expect(screen.type->show(screen.view, &hidden));
  cr_expect_str_eq(screen.session.message.data, "no longer filtered by: 公共");
  screen_expect_some(&screen, "住房保障…");
  screen_close(&screen);
}

/* ---- at the prompt */

Test(filter_prompt, rows_narrow_as_one_types, .init = browse_open, .fini = browse_close) {
  browse_type("3&");
  browse_expect("keep the rows that hold");
  browse_type("医");
  browse_expect_row(-1, "&医");
  browse_expect_none("201 ");
  browse_expect("filter: 医 · 5 rows");
  browse_type("疗x");
  browse_expect("no row holds: 医疗x");
  browse_press(KEYCODE_BACKSPACE);
  browse_expect("21011");
  browse_press(KEYCODE_ENTER);
  browse_expect("filter: 医疗 · 5 rows");
  browse_press(KEYCODE_ESCAPE);
  browse_expect("all rows are shown");
  browse_expect("201 ");
}

Test(filter_prompt, escape_leaves_the_filter_before, .init = browse_open, .fini = browse_close) {
  browse_type("3&医疗");
  browse_press(KEYCODE_ENTER);
  browse_type("&住房");
  browse_expect("221 ");
  browse_press(KEYCODE_ESCAPE);
  browse_expect("filter: 医疗 · 5 rows");
  browse_type("&");
  browse_press(KEYCODE_UP);
  browse_expect_row(-1, "&医疗");
  browse_press(KEYCODE_ESCAPE);
  browse_type("&");
  browse_press(KEYCODE_ENTER);
  browse_expect_none("filter:");
}

Test(filter_prompt, a_pasted_text_filters, .init = browse_open, .fini = browse_close) {
  browse_type("3&");
  browse_paste("住房");
  browse_expect_row(-1, "&住房");
  browse_expect("filter: 住房 · 3 rows");
}

Test(filter_prompt, going_to_a_hidden_place_shows_it, .init = browse_open, .fini = browse_close) {
  browse_type("3&医疗");
  browse_press(KEYCODE_ENTER);
  browse_command("2010302");
  browse_expect("no longer filtered by: 医疗");
  browse_expect_selected("2010302");
}

Test(filter_prompt, a_search_goes_before_it, .init = browse_open, .fini = browse_close) {
  browse_type("3&医疗");
  browse_press(KEYCODE_ENTER);
  browse_type("/2101103");
  browse_press(KEYCODE_ENTER);
  browse_expect("filter: 医疗");
  browse_press(KEYCODE_ESCAPE); /* the marks of the search */
  browse_expect("filter: 医疗");
  browse_press(KEYCODE_ESCAPE);
  browse_expect_none("filter: 医疗");
}

Test(filter_prompt, going_back_to_a_hidden_place_shows_it, .init = browse_open, .fini = browse_close) {
  browse_command("2010302");
  browse_command("2101103");
  browse_type("&医疗");
  browse_press(KEYCODE_ENTER);
  browse_expect_none("201 ");
  browse_type("[");
  browse_expect_selected("2010302");
  browse_expect_none("filter:");
}
