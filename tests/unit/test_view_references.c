/* The list of places where the same account or amount stands. */
#include <criterion/criterion.h>
#include <string.h>

#include "browse.h"

TestSuite(references_list, .init = browse_open, .fini = browse_close);

static void list_account(void) {
  browse_type("3jjjx");
  browse_expect("2010301  2/3  annex 2:1 annex 9:1 Narrative:1");
}

Test(references_list, the_place_asked_from_is_marked_and_the_next_one_selected) {
  list_account();
  cr_expect_eq(strncmp(browse_row(3), "›annex 2 ", strlen("›annex 2 ")), 0, "%s", browse_row(3));
  cr_expect_eq(strncmp(browse_row(4), " annex 9 ", strlen(" annex 9 ")), 0, "%s", browse_row(4));
  browse_expect_selected(" annex 9 ");
}

Test(references_list, enter_goes_and_back_returns_along_the_path) {
  list_account();
  browse_press(KEYCODE_ENTER);
  browse_expect("[2Tables]");
  browse_expect_selected("2010301 行政运行");
  browse_type("x");
  browse_press(KEYCODE_ENTER);
  browse_expect_selected("2010301 行政运行");
  browse_expect("annex 2  2023年");
  browse_type("[");
  browse_expect("annex 9  2023年");
  browse_type("[");
  browse_expect("[3Function]");
  browse_expect_selected("2010301 行政运行");
  browse_type("]");
  browse_expect("annex 9  2023年");
}

Test(references_list, a_figure_of_the_text_is_gone_to_where_it_stands) {
  list_account();
  browse_type("j");
  browse_press(KEYCODE_ENTER);
  browse_expect("[7Text]");
  browse_expect("261.96 万元 = annex 2 2010301 行政运行 · ");
}

Test(references_list, keys_that_leave_close_it) {
  static const Key keys[] = {'q', 'x', '[', KEYCODE_ESCAPE, KEYCODE_BACKSPACE};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    list_account();
    cr_expect_eq(browse_press(keys[i]), RESULT_GO_ON);
    browse_expect("[3Function]");
    browse_expect_none("Narrative:1");
    browse_expect_selected("2010301 行政运行");
    browse_type("g");
  }
}

Test(references_list, other_keys_close_it_and_do_what_they_do) {
  list_account();
  browse_type("7");
  browse_expect("[7Text]");
  browse_expect_none("Narrative:1");
  browse_type("3");
  browse_type("x");
  browse_expect("Narrative:1");
  browse_type("/xzyx");
  browse_expect("1/2  annex 2:1 annex 9:1");
  browse_press(KEYCODE_ESCAPE);
  browse_type("x");
  browse_expect("Narrative:1");
  browse_paste("公务接待费");
  browse_expect("1/5 ");
}

Test(references_list, the_mouse_selects_and_enters) {
  list_account();
  browse_click("Narrative  ");
  browse_expect_selected("Narrative  ");
  browse_double_click("annex 9 ");
  browse_expect("annex 9  2023年");
  browse_type("x");
  browse_click("8Checks");
  browse_expect("[8Checks]");
  browse_expect_none("Narrative:1");
}

Test(references_list, is_typed_as_a_command_too) {
  browse_type("3jjj");
  browse_command("references");
  browse_expect("2010301  2/3  annex 2:1");
}

Test(references_list, where_nothing_is_selected_says_so) {
  browse_type("7x");
  browse_expect("neither an account nor an amount is selected");
  browse_type("2x");
  browse_expect("neither an account nor an amount is selected");
}

Test(references_list, what_stands_nowhere_else_says_so) {
  browse_type("7/78.65");
  browse_press(KEYCODE_ENTER);
  browse_expect("78.65 万元 stands in no annex");
  browse_type("x");
  browse_expect("it stands nowhere else");
  browse_expect("[7Text]");
}

/* A line of the overview is the figure that it tells. */
Test(references_list, a_line_of_the_overview_is_asked_for) {
  browse_type("1jjj");
  browse_expect_selected("201 一般公共服务支出");
  browse_type("x");
  browse_expect("annex 2:1");
  browse_press(KEYCODE_ENTER);
  browse_expect_selected("201");
  browse_type("[");
  browse_expect("[1Overview]");
  browse_expect_selected("201 一般公共服务支出");
}

/* What is searched for from the overview is still gone to in the view that shows it. */
Test(references_list, a_hit_is_not_a_line_of_the_overview) {
  browse_type("1/201");
  browse_press(KEYCODE_ENTER);
  browse_expect("[3Function]");
}

/* The amount stands where the name keeps room beside it, in a pane as on a whole screen. */
Test(references_list, amounts_stand_where_there_is_room) {
  static const struct {
    int width;
    bool amount;
  } sizes[] = {{80, true}, {56, true}, {40, false}};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    browse_size(24, sizes[i].width);
    browse_type("/2010302");
    cr_expect_eq(strstr(browse_row(3), "1,600.00") != NULL, sizes[i].amount, "%s", browse_row(3));
    browse_press(KEYCODE_ESCAPE);
  }
}

/* The hits of a search are counted as they are listed, wherever they lead. */
Test(references_list, hits_are_counted_as_they_are_listed) {
  browse_type("3/2");
  browse_press(KEYCODE_DOWN);
  browse_press(KEYCODE_DOWN);
  browse_expect("3/83 ");
  browse_press(KEYCODE_ENTER);
  browse_expect("3/83 annex 2 · 2010301 行政运行");
  browse_type("n");
  browse_expect("4/83 annex 2 · 2010302");
  browse_type("NNN");
  browse_expect("1/83 annex 2 · 201 ");
  browse_type("N");
  browse_expect("83/83 ");
  browse_expect("search goes on from the end");
  browse_type("n");
  browse_expect("1/83 annex 2 · search goes on from the beginning");
  browse_type("4gn"); /* from where no hit led, the nearest in the document */
  browse_expect("/83 ");
}

/* What was found is shown, if not where it stands usually. */
Test(references_list, hits_show_what_was_found) {
  browse_type("/100");
  browse_expect("部门预决算公开率 · 100");
  browse_press(KEYCODE_ESCAPE);
  browse_type("/公务接待费");
  browse_expect("2023年预算数 / 公务接待费                           1.00");
  browse_press(KEYCODE_ESCAPE);
  browse_type("/1600");
  browse_expect("一般行政管理事务                                1,600.00");
}

/* ---- the way back from a hit */

/* As from where Enter led elsewhere. */
Test(references_list, leaving_returns_from_where_a_hit_led) {
  static const Key ways[] = {'q', KEYCODE_BACKSPACE};
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    browse_type("3gjj/厉行节约");
    browse_press(KEYCODE_ENTER);
    browse_expect("[7Text]");
    browse_type("k"); /* once the message is gone */
    browse_expect_row(-1, " [ back  ↵ open  ⌫ up  / search  x places  U unit  q leave  ? help");
    cr_expect_eq(browse_press(ways[i]), RESULT_GO_ON);
    browse_expect("[3Function]");
    browse_expect_selected("20103");
    cr_expect_eq(browse_press(KEYCODE_BACKSPACE), RESULT_GO_ON);
    browse_expect("this is the top level");
  }
  cr_expect_eq(browse_press('q'), RESULT_LEAVE);
}

/* A hit in the open view is a motion. */
Test(references_list, a_hit_in_the_same_view_is_no_level) {
  browse_type("3/2010302");
  browse_press(KEYCODE_ENTER);
  browse_expect_selected("2010302");
  browse_press(KEYCODE_BACKSPACE);
  browse_expect("this is the top level");
  browse_expect_selected("2010302");
  cr_expect_eq(browse_press('q'), RESULT_LEAVE);
}

/* Nor does it cut the way back off, or make it longer. */
Test(references_list, hits_in_between_are_passed_on_the_way_back) {
  browse_type("1jjj/2010302");
  browse_press(KEYCODE_ENTER);
  browse_type("/2010350");
  browse_press(KEYCODE_ENTER);
  browse_type("/20805");
  browse_press(KEYCODE_ENTER);
  browse_expect_selected("20805");
  cr_expect_eq(browse_press('q'), RESULT_GO_ON);
  browse_expect("[1Overview]");
  browse_expect_selected("201 一般公共服务支出");
  browse_type("]]"); /* the way ahead is whole */
  browse_expect_selected("2010350");
  browse_type("]");
  browse_expect_selected("20805");
  browse_type("[[[");
  browse_expect("[1Overview]");
}

Test(references_list, leaving_returns_from_where_a_code_led) {
  browse_type("7");
  browse_command("2010302");
  browse_expect("[3Function]");
  browse_type("q");
  browse_expect("[7Text]");
}
