#include <criterion/criterion.h>
#include <string.h>

#include "check/check.h"
#include "screen.h"
#include "view/browser.h"

Test(checks, the_samples_findings_lead_to_their_cells) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 20, 130);
  screen_expect_some(&screen, "[to look at 18]");
  screen_expect_some(&screen, "= exact 243");
  cr_expect_eq(screen_act(&screen, ACTION_RIGHT, 2), OUTCOME_DONE);
  cr_expect_str_eq(screen_status(&screen),
                   "20805 行政事业单位养老支出 · 小计: 68.54 万元 is printed; the accounts below it add up to "
                   "68.53 万元 (difference 0.01 万元) [table/parent-sum]");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_GO);
  cr_expect_eq(screen.session.target.kind, PLACE_ROW);
  cr_expect_eq(screen.session.target.annex, 1);
  cr_expect_eq(screen.session.target.row, 7);
  cr_expect_eq(screen.session.target.leaf, 2);
  screen_close(&screen);
}

/* An error stands before all else, wherever in the document it is. */
Test(checks, what_weighs_most_stands_first) {
  Screen screen;
  screen_open(&screen, &view_checks,
              "format: budgettui/1\ntitle: 预算\norganization: {name: 局}\nyear: 2023\nunit: 万元\nannexes:\n"
              "  - {number: '1', title: 空, columns: [{title: 项目}, {title: 合计}], rows: [[甲, ~]]}\n"
              "  - {number: '2', title: 表, columns: [{title: 项目}, {title: 合计}, {title: 基本支出}, "
              "{title: 项目支出}], rows: [[甲, 3.01, 1.00, 2.00], [乙, 9.00, 1.00, 2.00]]}\n");
  screen_size(&screen, 20, 130);
  screen_expect_some(&screen, "[to look at 3]");
  cr_expect(strncmp(screen_status(&screen), "乙", strlen("乙")) == 0, "%s", screen_status(&screen));
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect(strstr(screen_status(&screen), "[form/"), "%s", screen_status(&screen));
  screen_act(&screen, ACTION_LAST, 1);
  cr_expect(strncmp(screen_status(&screen), "甲", strlen("甲")) == 0, "%s", screen_status(&screen));
  screen_close(&screen);
}

Test(checks, one_outcome_at_a_time) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 20, 130);
  screen_act(&screen, ACTION_RIGHT, 1);
  screen_expect_some(&screen, "[✗ mismatch 0]");
  screen_expect_some(&screen, "nothing of this kind was found");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  screen_act(&screen, ACTION_RIGHT, 1);
  screen_expect_some(&screen, "[≈ within rounding 9]");
  screen_act(&screen, ACTION_LEFT, 3);
  screen_expect_some(&screen, "[– not applicable 27]");
  cr_expect_eq(screen_act(&screen, ACTION_PANE, 1), OUTCOME_LEAVE, "there is one side by side");
  screen_expect_some(&screen, "[to look at 18]");
  cr_expect_eq(screen_act(&screen, ACTION_PANE, 1), OUTCOME_DONE);
  cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_LEAVE);
  screen_close(&screen);
}

/* A count that is cut would be another number. */
Test(checks, filters_are_seen_whole_or_not_at_all) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 20, 40);
  screen_expect(&screen, 0, "[to look at 18] ✗ 0  ≈ 9  ! 7  i 2     >");
  screen_act(&screen, ACTION_RIGHT, 5);
  screen_expect(&screen, 0, "< ✗ 0  ≈ 9  ! 7  i 2 [= exact 243] – 27");
  screen.type->click(screen.view, 0, 0);
  screen_expect(&screen, 0, "[to look at 18] ✗ 0  ≈ 9  ! 7  i 2     >");
  screen.type->click(screen.view, 0, 39);
  screen_expect(&screen, 0, "< ✗ 0  ≈ 9  ! 7  i 2 [= exact 243] – 27");
  screen_close(&screen);
}

/* What the lines below the view cannot hold can be read in the list. */
Test(checks, findings_are_read_whole_on_a_small_screen) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 6, 40);
  screen_act(&screen, ACTION_RIGHT, 2);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_expect(&screen, 1, " ≈ annex 2   20805");
  screen_expect(&screen, 4, "   68.53 万元 (difference 0.01 万元)");
  cr_expect(strncmp(screen_status(&screen), "20805 ", strlen("20805 ")) == 0, "%s", screen_status(&screen));
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_FOLD_ALL, 1);
  screen_expect(&screen, 1, " ≈ annex 2   20805 行政事业单位养老支…");
  screen_act(&screen, ACTION_ENTER, 1);
  cr_expect_eq(screen.session.target.leaf, 3);
  screen_close(&screen);
}

/* A key that moves goes to another finding, whole in sight: where all of one is marked, another of
 * its lines would look the same. */
Test(checks, keys_move_from_finding_to_finding) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 12, 40);
  screen_act(&screen, ACTION_RIGHT, 2);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  for (int i = 0; i < 4; i++) {
    screen_paint(&screen);
    Str before = STR_EMPTY;
    str_add_text(&before, screen_status(&screen));
    screen_act(&screen, ACTION_DOWN, 1);
    screen_paint(&screen);
    cr_expect_str_neq(screen_status(&screen), before.data);
    screen_act(&screen, ACTION_UP, 1);
    cr_expect_str_eq(screen_status(&screen), before.data);
    screen_act(&screen, ACTION_DOWN, 1);
    str_free(&before);
  }
  screen_expect(&screen, 8, " ≈ annex 4   505 对事业单位经常性补助 ·\n"
                            "   基本支出: 262.90 万元 is printed;\n"
                            "   the accounts below it add up to\n"
                            "   262.91 万元 (difference -0.01 万元)");
  cr_expect_eq(screen_selected(&screen), 8);
  screen_close(&screen);
}

/* One that is too tall to be seen at once is read line by line. */
Test(checks, a_tall_finding_is_read_line_by_line) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 4, 40);
  screen_act(&screen, ACTION_RIGHT, 2);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_expect(&screen, 1, " ≈ annex 2   20805 行政事业单位养老支");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_expect(&screen, 3, "   68.53 万元 (difference 0.01 万元)");
  screen_act(&screen, ACTION_DOWN, 2);
  screen_expect(&screen, 2, " ≈ annex 2   20805 行政事业单位养老支\n"
                            "   出 · 基本支出: 68.54 万元 is");
  screen_act(&screen, ACTION_UP, 1);
  screen_expect(&screen, 1, "   68.53 万元 (difference 0.01 万元)");
  screen_act(&screen, ACTION_UP, 3);
  screen_expect(&screen, 1, " ≈ annex 2   20805 行政事业单位养老支");
  screen_close(&screen);
}

/* Each of its 40,000 lines is drawn from where it begins. */
Test(checks, a_finding_of_a_long_text_is_gone_through_at_once, .timeout = 20) {
  enum { CHARACTERS = 1000000 };
  Screen screen;
  Str text = STR_EMPTY;
  str_add_text(&text, "format: budgettui/1\ntitle: 预算\norganization: {name: 局}\nyear: 2023\nunit: 万元\n"
                      "annexes:\n  - {number: '1', title: 表, columns: [{title: 项目}, {title: 合计}, "
                      "{title: 基本支出}, {title: 项目支出}], rows: [[");
  for (int i = 0; i < CHARACTERS; i++)
    str_add_text(&text, "甲");
  str_add_text(&text, ", 9.00, 1.00, 2.00]]}\n");
  screen_open(&screen, &view_checks, text.data);
  screen_size(&screen, 20, 66);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_act(&screen, ACTION_LAST, 1);
  for (int i = 0; i < 10; i++)
    screen_act(&screen, ACTION_UP, 1);
  screen_expect_some(&screen, "甲甲甲甲");
  screen_close(&screen);
  str_free(&text);
}

/* Another width, and findings told whole or not, leave the selected one where it is seen. */
Test(checks, the_finding_stays_where_it_is_on_the_screen) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 6, 80);
  screen_act(&screen, ACTION_RIGHT, 2);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_paint(&screen);
  screen_act(&screen, ACTION_DOWN, 4);
  screen_act(&screen, ACTION_UP, 1);
  screen_expect(&screen, 2, " ≈ annex 3   合计 · 人员经费");
  int row = screen_selected(&screen);
  screen_size(&screen, 6, 70);
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), row);
  screen_act(&screen, ACTION_FOLD_ALL, 1);
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), row);
  screen_act(&screen, ACTION_UNFOLD_ALL, 1);
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), row);
  screen_close(&screen);
}

Test(checks, signs_stay_one_column_wide_where_ambiguous_characters_are_two) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen.canvas.ascii = true;
  screen_size(&screen, 20, 130);
  screen_expect_some(&screen, "X mismatch 0");
  screen_expect_some(&screen, " ~ annex 2");
  screen_close(&screen);
}

Test(checks, figures_carry_the_sign_of_what_was_found) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 20, 130);
  screen_expect_some(&screen, "68.54≈");
  screen_act(&screen, ACTION_DOWN, 7);
  cr_expect_str_eq(screen_status(&screen),
                   "20805 行政事业单位养老支出 · annex 2 annex 9 · 68.54 万元 is printed; the accounts below it "
                   "add up to 68.53 万元 (difference 0.01 万元)");
  screen_close(&screen);
}

Test(checks, figures_outside_of_tables_carry_it_too) {
  static const char *const document =
      "format: budgettui/1\ntitle: 预算\norganization: {name: 局}\nyear: 2023\nunit: 万元\nannexes:\n"
      "  - {number: '1', title: 三公, kind: three-public, columns: [{title: 合计}, {title: 因公出国（境）费}, "
      "{title: 公务用车运行费}, {title: 公务接待费}], rows: [[5.50, ~, 4.00, 1.00]]}\n"
      "  - {number: '2', title: 绩效, kind: department-targets, targets: [{funds: [{label: 总额, role: total, "
      "amount: 9.00}, {label: 财政资金, role: fiscal, amount: 8.00}], indicators: {columns: [{title: 三级指标}, "
      "{title: 权重}], rows: [[满意度, 90]]}}]}\n";
  Screen screen;
  screen_open(&screen, &view_three_public, document);
  screen_size(&screen, 20, 130);
  screen_expect_some(&screen, "5.50✗");
  screen_expect_some(&screen, "9.00✗");
  screen_expect_some(&screen, "✗90");
  cr_expect(strstr(screen_status(&screen), "5.50 万元 · 5.50 万元 is printed; its parts"), "%s",
            screen_status(&screen));
  screen_act(&screen, ACTION_PANE, 1);
  cr_expect(strstr(screen_status(&screen), "is printed; its parts"), "%s", screen_status(&screen));
  screen_act(&screen, ACTION_LAST, 1);
  screen_act(&screen, ACTION_UP, 1);
  cr_expect(strstr(screen_status(&screen), "the weights come to 90"), "%s", screen_status(&screen));
  screen_close(&screen);
  screen_open(&screen, &view_overview, document);
  screen_size(&screen, 20, 130);
  screen_expect_some(&screen, "5.50✗");
  screen_close(&screen);
}

Test(checks, a_paragraph_tells_the_worst_that_was_found_in_it) {
  Screen screen;
  screen_open(&screen, &view_narrative,
              "format: budgettui/1\ntitle: 预算\norganization: {name: 局}\nyear: 2023\nunit: 万元\n"
              "narrative: [{heading: 三公, text: [公务接待费 2 万元。, 别无他事。]}]\nannexes:\n"
              "  - {number: '1', title: 三公, kind: three-public, columns: [{title: 公务接待费}], "
              "rows: [[1.00]]}\n");
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect(strstr(screen_status(&screen), " of the file · “公务接待费 2 万元”: the tables hold 1.00 万元"),
            "%s", screen_status(&screen));
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_null(strstr(screen_status(&screen), "the tables hold"), "%s", screen_status(&screen));
  screen_close(&screen);
}

static const char *shown_by(Shell *shell, Screen *screen) {
  shell_draw(shell, &screen->canvas);
  str_clear(&screen->text);
  canvas_write(&screen->canvas, &screen->text);
  return screen->text.data;
}

static Browser *browser_with(Screen *screen, Shell *shell, const char *keys) {
  Browser *browser = browser_open(screen->document, shell);
  for (; *keys; keys++)
    shell_key(shell, *keys == '\r' ? KEYCODE_ENTER : (Key)*keys);
  return browser;
}

/* x lists what a figure is held against, and Enter goes there. */
Test(checks, both_places_of_a_finding_are_listed) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 24, 80);
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_with(&screen, shell, "8lljjjjjjjx");
  const char *shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "›annex 13"), "%s", shown);
  cr_expect(strstr(shown, "1/2  annex 9:1 annex 13:1"), "%s", shown);
  shell_key(shell, KEYCODE_ENTER);
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "annex 9"), "%s", shown);
  cr_expect(strstr(shown, "annex 13, 预算支出总额: 22,465,060.80"), "%s", shown);
  browser_close(browser);
  browser = browser_with(&screen, shell, "8llx");
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "20805  2/3  annex 2:1 annex 9:1 Narrative:1"), "%s", shown);
  browser_close(browser);
  browser = browser_with(&screen, shell, "8x");
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "neither an account nor an amount"), "%s", shown);
  browser_close(browser);
  shell_close(shell);
  screen_close(&screen);
}

/* As tig returns from what it led to. */
Test(checks, leaving_returns_from_where_a_finding_led) {
  Screen screen;
  screen_open(&screen, &view_checks, NULL);
  screen_size(&screen, 24, 160);
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_with(&screen, shell, "8llj\r");
  const char *shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "[3Function]"), "%s", shown);
  cr_expect(strstr(shown, "\n [ back  ↵ open"), "%s", shown);
  cr_expect_eq(shell_key(shell, 'q'), RESULT_GO_ON);
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "[8Checks]"), "%s", shown);
  cr_expect_null(strstr(shown, "[ back"), "%s", shown);
  cr_expect_eq(shell_key(shell, 'q'), RESULT_LEAVE);
  browser_close(browser);

  /* Further in, one is led out first; another view opened by its key is no level. */
  browser = browser_with(&screen, shell, "8llj\r\r");
  cr_expect_eq(shell_key(shell, 'q'), RESULT_GO_ON);
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "[3Function]"), "%s", shown);
  cr_expect_eq(shell_key(shell, KEYCODE_BACKSPACE), RESULT_GO_ON);
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "[8Checks]"), "%s", shown);
  browser_close(browser);
  browser = browser_with(&screen, shell, "8llj\r3");
  cr_expect_eq(shell_key(shell, 'q'), RESULT_LEAVE);
  browser_close(browser);

  /* A table is an inner level of its view, but Enter led right there. */
  browser = browser_with(&screen, shell, "8llx\r");
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "[2Tables]"), "%s", shown);
  cr_expect_eq(shell_key(shell, 'q'), RESULT_GO_ON);
  shown = shown_by(shell, &screen);
  cr_expect(strstr(shown, "[8Checks]"), "%s", shown);
  browser_close(browser);
  shell_close(shell);
  screen_close(&screen);
}

Test(checks, the_users_own_rules_and_those_off) {
  static const LocalRule own = {.id = "local/basic",
                                .asserts = "甲",
                                .left = {.kind = KIND_DEPARTMENT_EXPENDITURE},
                                .right = {.kind = KIND_DEPARTMENT_EXPENDITURE, .column = "basic"}};
  const CheckOptions options = {.off = ~CHECK_LOCAL_RULES, .local = &own, .local_count = 1};
  Screen screen; /* for its document */
  screen_open(&screen, &view_checks, NULL);
  Shell *shell = shell_open(&(ShellStart){.checks = &options});
  Browser *browser = browser_open(screen.document, shell);
  screen_size(&screen, 20, 130);
  shell_key(shell, '8');
  shell_draw(shell, &screen.canvas);
  str_clear(&screen.text);
  canvas_write(&screen.canvas, &screen.text);
  cr_expect(strstr(screen.text.data, "checks ≈0 ✗1"), "%s", screen.text.data);
  cr_expect(strstr(screen.text.data, "it is 646.51 万元 in annex 9, 合计 · 基本支出 (difference 1,600.00 万元); 甲"),
            "%s", screen.text.data);
  browser_close(browser);
  shell_close(shell);
  screen_close(&screen);
}
