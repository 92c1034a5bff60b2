/* The mouse on a whole browser: what a click, a double click and the wheel do where. */
#include <criterion/criterion.h>

#include "browse.h"

TestSuite(clicks, .init = browse_open, .fini = browse_close);

Test(clicks, a_tab_opens_its_view) {
  browse_click("3Function");
  browse_expect("[3");
  browse_click("[3");
  browse_expect("[3");
  browse_click("8Checks");
  browse_expect("[8");
}

Test(clicks, in_the_overview_a_line_is_selected_and_entered) {
  browse_click("住房保障支出");
  browse_expect_selected("221");
  browse_click("Expenditure by function");
  browse_expect_selected("221");
  browse_double_click("社会保障和就业支出");
  browse_expect("[3");
  browse_expect_selected("208");
}

Test(clicks, in_two_columns_of_the_overview_too) {
  browse_size(40, 120);
  browse_click("15 ");
  browse_expect_selected("15");
  browse_click("卫生健康支出");
  browse_expect_selected("210");
}

Test(clicks, in_the_list_of_annexes) {
  browse_type("2");
  browse_click("no.");
  browse_mouse(MOUSE_CLICK, "收入总表", 0);
  browse_expect_selected("收入总表");
  browse_mouse(MOUSE_DOUBLE_CLICK, "收入总表", 0);
  browse_expect("annex 7");
}

Test(clicks, in_targets_a_sign_folds_and_a_line_is_selected) {
  browse_command("annex 15");
  browse_size(40, 120);
  browse_click("▾");
  browse_expect("▸");
  browse_click("▸");
  browse_expect_none("▸");
  browse_mouse(MOUSE_CLICK, "质量", 0);
  browse_expect_selected("质量");
}

Test(clicks, in_the_three_public_a_click_goes_to_the_pane_it_is_in) {
  browse_type("6");
  browse_click("公务接待费");
  browse_expect_selected("公务接待费");
  browse_double_click("中心运行费");
  browse_expect("(annex 15 中心运行费)");
  browse_click("项目经办人电话");
  browse_expect_selected("项目经办人电话");
  browse_click("公务接待费");
  browse_press(KEYCODE_UP);
  browse_press(KEYCODE_DOWN);
  browse_expect_selected("公务接待费");
}

Test(clicks, the_wheel_scrolls_the_pane_under_it) {
  browse_type("6");
  browse_mouse(MOUSE_WHEEL_DOWN, "Three public expenses", 0);
  browse_expect_selected("公务用车");
}

Test(clicks, in_the_narrative_a_line_is_selected) {
  browse_type("7");
  browse_mouse(MOUSE_CLICK, "。", 0);
  browse_expect_selected("。");
  browse_mouse(MOUSE_WHEEL_DOWN, "。", 0);
  browse_expect("[7");
}

Test(clicks, in_the_narrative_a_figure_is_chosen_and_leads_to_its_cell) {
  browse_type("7JJJJ");
  browse_click("646.51");
  browse_expect("646.51 万元 = ");
  browse_click("88.59");
  browse_expect("88.59 万元");
  browse_expect_none("646.51 万元 = ");
  browse_double_click("646.51");
  browse_expect_none("[7");
  browse_expect_selected("646.51");
}

Test(clicks, in_the_checks_a_filter_is_chosen_and_a_line_selected) {
  browse_type("8");
  browse_mouse(MOUSE_CLICK, "to look at", 0);
  browse_expect("[to look at");
  browse_click("✗ 0");
  browse_expect("[✗");
  browse_expect_none("[to look at");
  browse_mouse(MOUSE_DOUBLE_CLICK, "to look at", 0);
  browse_expect("[to look at");
  browse_expect("[8");
}

Test(clicks, a_hint_does_what_it_says) {
  browse_click("? help");
  browse_expect("Moving");
  browse_click("leave");
  browse_expect_none("Moving");
  browse_click("search");
  browse_expect_row(-1, "/");
  browse_click("/");
  browse_press(KEYCODE_ESCAPE);
  cr_expect_eq(browse_click("leave"), RESULT_LEAVE);
}

Test(clicks, a_message_in_place_of_the_hints_is_none) {
  browse_size(10, 40);
  browse_type("8");
  browse_expect_none("? ");
  browse_click("“部门应根据");
  browse_double_click("“部门应根据");
  browse_expect("[8");
}

Test(clicks, in_the_help_a_line_is_selected_and_done) {
  browse_type("3?");
  browse_click("Next line");
  browse_expect_selected("Next line");
  browse_type("G");
  browse_mouse(MOUSE_WHEEL_UP, "Mouse", 0);
  browse_type("/shares:\r");
  browse_double_click("Shares: as bars");
  browse_expect("[3");
  browse_expect("share of the parent");
}

Test(clicks, in_a_list_of_hits) {
  browse_type("/30");
  browse_click("302 ");
  browse_expect_selected("302 ");
  browse_mouse(MOUSE_WHEEL_DOWN, "302 ", 0);
  browse_mouse(MOUSE_WHEEL_UP, "302 ", 0);
  browse_expect_row(-1, "/30");
  browse_double_click("302 ");
  browse_expect_none("/30");
  browse_expect_selected("302");
}

/* Where a list was seen before, there is none while another thing is typed. */
Test(clicks, a_list_that_is_no_longer_seen_takes_no_click) {
  browse_type("/30");
  browse_expect("302 ");
  browse_press(KEYCODE_ESCAPE);
  browse_type("3:unit 万元");
  browse_double_click("201 ");
  browse_expect_row(-1, ":unit 万元");
  browse_expect("[3");
}

Test(clicks, the_wheel_leaves_a_command_that_is_typed) {
  browse_command("unit yuan");
  browse_type("3:unit 万元");
  browse_mouse(MOUSE_WHEEL_UP, "201 ", 0);
  browse_expect_row(-1, ":unit 万元");
}

Test(clicks, in_the_help_while_it_is_searched) {
  browse_type("?/next");
  browse_click("Next screen");
  browse_expect_selected("Next screen");
  browse_mouse(MOUSE_WHEEL_UP, "Next screen", 0);
  browse_expect_selected("Moving");
  browse_mouse(MOUSE_WHEEL_UP, "Next screen", 0);
  browse_expect_row(-1, "/next");
}

/* ---- trees and tables */

Test(clicks, in_a_tree_a_row_and_its_column_are_selected) {
  browse_type("3");
  browse_click("2010350");
  browse_expect_selected("2010350");
  browse_click("499.40"); /* 基本支出 of 201 */
  browse_expect_selected("201 ");
  browse_type("s");
  browse_expect("基本支出▼");
  browse_double_click("20805");
  browse_expect("› 208 社会保障和就业支出 › 20805");
}

Test(clicks, in_a_tree_a_sign_folds) {
  browse_type("3");
  browse_mouse(MOUSE_CLICK, "▾", 2); /* of 20103 */
  browse_expect("▸20103");
  browse_expect_none("2010301");
  browse_click("▸20103");
  browse_expect("2010301");
}

Test(clicks, in_a_tree_a_heading_sorts) {
  browse_type("3");
  browse_click("项目支出");
  browse_expect("项目支出▼");
  browse_click("项目支出");
  browse_expect("项目支出▲");
  browse_click("项目支出");
  browse_expect_none("▲");
  browse_click("Account");
  browse_expect("Account▼");
  browse_double_click("小计"); /* twice: reversed */
  browse_expect("小计▲");
  browse_expect_none("›");
}

Test(clicks, on_the_way_one_goes_up) {
  browse_type("3");
  browse_double_click("20805");
  browse_double_click("▾20805");
  browse_click("208 社会保障");
  browse_expect_none("› 20805");
  browse_expect("› 208");
  browse_expect_selected("20805");
  browse_click("合计 ›");
  browse_expect_none("›");
  browse_expect_selected("208 ");
}

Test(clicks, tagged_rows_leave_the_pointer_right) {
  browse_type("3t");
  browse_click("▾201 ");
  browse_expect("▸201");
  browse_expect_selected("201");
}

Test(clicks, in_a_table_a_cell_is_selected_and_a_heading_sorts) {
  browse_command("annex 2");
  browse_click("261.96");
  browse_expect("2010301 行政运行 · 2023年预算数 / 小计: 261.96");
  browse_click("基本支出");
  browse_expect("基本支出▼");
  browse_click("2023年预算数");
  browse_expect("基本支出▼");
  browse_double_click("20805");
  browse_expect("▸20805");
}

Test(clicks, in_panels_a_click_goes_to_the_panel_it_is_in) {
  browse_command("annex 1");
  browse_click("二、结转…");
  browse_expect_selected("二、结转…");
  browse_type("k");
  browse_expect_selected("住房");
  browse_mouse(MOUSE_WHEEL_DOWN, "一、本年收入", 0);
  browse_type("g");
  browse_expect_selected("一、本年收入");
}
