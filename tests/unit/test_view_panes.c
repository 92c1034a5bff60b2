/* Two views side by side, and places gone to, left and marked. */
#include <criterion/criterion.h>
#include <string.h>

#include "browse.h"

TestSuite(panes, .init = browse_open, .fini = browse_close);

static void two(const char *keys) { browse_type(keys); }

Test(panes, the_second_view_has_the_keys) {
  two("3|2");
  browse_expect("[2");
  browse_expect("Function · annex 2");
  browse_expect("Tables");
  browse_press(KEYCODE_TAB);
  browse_expect("[3");
  browse_press(KEYCODE_TAB);
  browse_expect("[2");
}

Test(panes, one_alone_keeps_the_keys_when_it_comes_round_its_own_panes) {
  two("3|8");
  browse_type("|");
  browse_expect("[8");
  for (int i = 0; i < 8; i++) {
    browse_press(KEYCODE_TAB);
    browse_expect("[8");
  }
}

Test(panes, each_has_its_own_cursor) {
  two("3|4");
  browse_type("jj");
  browse_expect_selected("30101");
  browse_press(KEYCODE_TAB);
  browse_expect_selected("合计");
  browse_type("j");
  browse_expect_selected("201");
  browse_press(KEYCODE_TAB);
  browse_expect_selected("30101");
}

Test(panes, each_has_its_own_search) {
  browse_size(24, 120);
  two("3|4");
  browse_type("/302\r");
  browse_press(KEYCODE_TAB);
  browse_type("n");
  browse_expect("nothing searched for yet");
  browse_type("/2080505\r");
  browse_expect_selected("2080505");
  browse_press(KEYCODE_TAB);
  browse_type("n");
  browse_expect("302");
  browse_expect_none("nothing");
}

Test(panes, hits_are_listed_beside_the_other_view_where_there_is_room) {
  two("3|4");
  browse_type("/公务");
  browse_expect_none("Function ·");
  browse_press(KEYCODE_ESCAPE);
  browse_size(24, 120);
  browse_type("/公务");
  browse_expect("Function ·");
  browse_expect("公务接待费");
  browse_double_click("公务接待费");
  browse_expect_none("/公务");
  browse_expect_selected("公务接待费");
  browse_type(":302");
  browse_expect("Function ·");
}

Test(panes, leave_closes_the_one_with_the_keys_and_the_sign_the_other) {
  two("3|7");
  browse_type("q");
  browse_expect_none("│");
  browse_expect("[3");
  two("|7");
  browse_type("|");
  browse_expect_none("│");
  browse_expect("[7");
  cr_expect_eq(browse_press('q'), RESULT_LEAVE);
}

Test(panes, no_key_of_a_view_opens_none) {
  two("3|x");
  browse_expect("no view has that key");
  browse_expect_none("│");
  two("|");
  browse_press(KEYCODE_ESCAPE);
  browse_expect_none("│");
  browse_expect_none("beside it");
  two("||");
  browse_expect("│");
}

Test(panes, tab_goes_through_the_panes_of_a_view_and_on) {
  browse_size(24, 160);
  two("3|6");
  browse_expect_selected("合计");
  browse_press(KEYCODE_TAB);
  browse_expect_selected("22,465,060.80 元");
  browse_press(KEYCODE_TAB);
  browse_expect("[3");
  browse_press(KEYCODE_TAB);
  browse_expect("[6");
  browse_expect_selected("合计");
}

Test(panes, they_stack_where_it_is_narrow_and_stay_on_the_smallest_screen) {
  browse_size(24, 60);
  two("3|4");
  browse_expect_none("│");
  browse_expect("Function ·");
  browse_expect("Dept econ ·");
  browse_size(10, 40);
  browse_expect("Function ·");
  browse_expect("Dept econ ·");
  browse_type("j");
  browse_expect_selected("301");
  browse_press(KEYCODE_TAB);
  browse_expect_selected("合计");
}

Test(panes, the_help_covers_both_and_tells_how_to_go_between) {
  two("3|7");
  browse_type("?");
  browse_expect_none("Function ·");
  browse_expect("Tab");
  browse_type("q");
  browse_expect("Function ·");
}

Test(panes, a_click_or_the_wheel_goes_to_the_other) {
  two("3|4");
  browse_click("2010301");
  browse_expect("[3");
  browse_expect_selected("2010301");
  browse_click("Dept econ ·");
  browse_expect("[4");
  browse_mouse(MOUSE_WHEEL_DOWN, "2010301", 0);
  browse_expect("[3");
}

Test(panes, two_trees_follow_one_amount_column) {
  two("3|3");
  browse_type("L");
  browse_press(KEYCODE_TAB);
  browse_type("yv");
  browse_expect("copied: 646.51");
}

/* ---- places */

TestSuite(keys, .init = browse_open, .fini = browse_close);

/* The usual keys of programs that people have in their fingers. */
Test(keys, those_of_less_and_vi_move_as_there) {
  static const char *const pairs[][2] = {{"\x06", " "}, {"\x02", "b"}, {"\x04", "d"},
                                         {"\x15", "u"}, {"j", "\x0e"}, {"k", "\x10"},
                                         {"C", "zM"},   {"CE", "CzR"},   {"[", "\x0f"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    Str one = STR_EMPTY;
    browse_type("3EgjGkk");
    browse_type(pairs[i][0]);
    str_add_text(&one, browse_screen());
    browse_type("3EgjGkk");
    browse_type(pairs[i][1]);
    cr_expect_str_eq(browse_screen(), one.data, "%s", pairs[i][1]);
    str_free(&one);
  }
  browse_press('Z');
  cr_expect_eq(browse_press('Z'), RESULT_QUIT);
}

Test(keys, an_empty_search_repeats_the_last_one) {
  browse_type("3/");
  browse_press(KEYCODE_ENTER);
  browse_expect_none("nothing searched for");
  browse_type("/2080505");
  browse_press(KEYCODE_ENTER);
  browse_expect("1/2 annex 2");
  browse_type("/");
  browse_press(KEYCODE_ENTER);
  browse_expect("2/2 annex 9");
}

TestSuite(places, .init = browse_open, .fini = browse_close);

Test(places, back_and_forward_along_the_whole_way) {
  browse_type("3/2080505\r");
  browse_type("/30217\r");
  browse_expect("[4");
  browse_type("[");
  browse_expect("[3");
  browse_expect_selected("2080505");
  browse_type("]");
  browse_expect_selected("30217");
  browse_type("]");
  browse_expect("no place to go forward to");
  browse_type("[[[");
  browse_expect("no place to go back to");
}

Test(places, a_mark_is_gone_to_from_another_view) {
  browse_type("3/2080505\r");
  browse_type("ma");
  browse_expect("mark a is set");
  browse_type("7'a");
  browse_expect("[3");
  browse_expect_selected("2080505");
  browse_type("[");
  browse_expect("[7");
}

Test(places, a_mark_of_one_pane_is_gone_to_in_the_other) {
  browse_type("3|4jmB");
  browse_press(KEYCODE_TAB);
  browse_type("'B");
  browse_expect_selected("301");
  browse_expect_none("Function ·");
}

Test(places, marks_are_told_by_what_stands_there) {
  browse_type("'");
  browse_expect("go to mark: its letter, or ' for the place before");
  browse_press(KEYCODE_ESCAPE);
  browse_type("3/2080505\r");
  browse_type("mb1mZ'");
  browse_expect("b 2080505 机关事业单位基");
  browse_expect("| Z Overview");
  browse_type("b");
  browse_expect_selected("2080505");
}

Test(places, a_quote_twice_goes_to_and_fro) {
  browse_type("''");
  browse_expect("no place to go back to");
  browse_type("3/2080505\r");
  browse_type("/30217\r");
  browse_type("''");
  browse_expect_selected("2080505");
  browse_type("''");
  browse_expect_selected("30217");
  browse_type("''");
  browse_expect_selected("2080505");
}

Test(places, what_is_no_mark_is_told) {
  browse_type("'q");
  browse_expect("mark q is not set");
  browse_type("m1");
  browse_expect("a mark is a letter from a to z or from A to Z");
  browse_type("m");
  browse_press(KEYCODE_ESCAPE);
  browse_expect_none("a mark is");
  browse_type("m'");
  browse_expect("a mark is a letter");
}
