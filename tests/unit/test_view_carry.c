/* A view of a new version of its document takes over the state of the old one. */
#include <criterion/criterion.h>
#include <string.h>

#include "make_table.h"
#include "screen.h"
#include "view/browser.h"
#include "view/tree_match.h"

#define DOCUMENT(rows)                                                                            \
  "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\nannexes:\n"      \
  "  - {number: '1', title: 甲表, columns: [{title: 项目, role: item}, {title: 金额}], rows: [[a, 1]]}\n" \
  "  - {number: '2', title: t, classification: functional, columns: [{title: 科目编码}, "        \
  "{title: 科目名称}, {title: 合计}, {title: 基本支出}, {title: 项目支出}], rows: [" rows "]}\n"

static const char before[] = DOCUMENT(
    "['201', 甲, 7, 7, ~], ['20101', 乙, 3, 3, ~], ['20102', 丙, 2, 2, ~], ['20102', 丙二, 2, 2, ~],"
    "['208', 丁, 7, 3, 4], ['20801', 戊, 6, 3, 3], ['20802', 己, 1, ~, 1]");
static const char after[] = DOCUMENT(
    "['201', 甲, 8, 8, ~], ['20100', 新, 1, 1, ~], ['20101', 乙, 3, 3, ~], ['20102', 丙, 2, 2, ~],"
    "['20102', 丙二, 2, 2, ~], ['205', 庚, 1, ~, ~], ['208', 丁, 6, 3, 3], ['20801', 戊, 6, 3, 3]");

/* ---- which account is which */

static const Tree *tree_in(const Screen *screen) {
  return document_tree(screen->document, CLASSIFICATION_FUNCTIONAL, 0);
}

Test(carry, accounts_are_known_again_by_code) {
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_open(&fresh, &view_functional, after);
  uint32_t *map = tree_match(tree_in(&old), tree_in(&fresh));
  static const char *const names[] = {"甲", "乙", "丙", "丙二", "丁", "戊", NULL};
  for (uint32_t node = 1; node < tree_in(&old)->node_count; node++) {
    const char *name = names[node - 1];
    if (name == NULL)
      cr_expect_eq(map[node], NODE_NONE, "20802 is gone");
    else
      cr_expect_str_eq(tree_name(tree_in(&fresh), map[node]), name);
  }
  cr_expect_eq(map[0], 0);
  memory_free(map);
  screen_close(&old);
  screen_close(&fresh);
}

/* ---- trees */

static void carry(Screen *old, Screen *fresh, const char *yaml) {
  screen_open(fresh, old->type, yaml);
  screen_size(fresh, old->canvas.height, old->canvas.width);
  old->type->carry(old->view, fresh->view);
}

Test(carry, a_tree_keeps_cursor_folds_order_columns_and_tags) {
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_paint(&old);
  screen_act(&old, ACTION_COLUMN_RIGHT, 1);
  screen_act(&old, ACTION_SORT, 2); /* by 基本支出, ascending */
  screen_act(&old, ACTION_COLUMN_RIGHT, 1);
  screen_act(&old, ACTION_HIDE, 1); /* 项目支出; 基本支出 is current again */
  screen_act(&old, ACTION_FREEZE, 1);
  screen_act(&old, ACTION_WIDER, 3);
  screen_act(&old, ACTION_DOWN, 1); /* 208: 3 is less than 5 */
  screen_act(&old, ACTION_TAG, 1);
  screen_act(&old, ACTION_UP, 1);
  screen_act(&old, ACTION_LEFT, 1);
  screen_act(&old, ACTION_DOWN, 3); /* 20102 丙二 */
  screen_expect(&old, 0,
                "  Code   Account      合计     基本支出▲ % parent\n"
                " ▾       all accounts   14∑          10∑ ████████████████████████\n"
                "✓▸208    丁              7            3  ███████▎\n"
                " ▾201    甲              7            7  ████████████████▊\n"
                "   20102 丙              2            2  ██████▉\n"
                "   20102 丙二            2            2  ██████▉\n"
                "   20101 乙              3            3  ██████████▎\n");
  carry(&old, &fresh, after);
  screen_expect(&fresh, 0,
                "  Code   Account      合计     基本支出▲ % parent\n"
                " ▾       all accounts   15∑          11∑ ████████████████████████\n"
                "✓▸208    丁              6            3  ██████▌\n"
                " ▾201    甲              8            8  █████████████████▌\n"
                "   20100 新              1            1  ███\n"
                "   20102 丙              2            2  ██████\n"
                "   20102 丙二            2            2  ██████\n"
                "   20101 乙              3            3  █████████\n"
                "  205    庚              1\n");
  cr_expect(screen_style(&fresh, 6, 4) & STYLE_SELECTED);
  cr_expect_not_null(strstr(screen_status(&fresh), "· 20102 丙二 "), "%s", screen_status(&fresh));
  screen_close(&old);
  screen_close(&fresh);
}

Test(carry, a_tree_keeps_its_root_and_filter) {
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_act(&old, ACTION_DOWN, 5);
  screen_act(&old, ACTION_ENTER, 1); /* into 208 */
  carry(&old, &fresh, after);
  screen_expect_some(&fresh, "› 208 丁");
  screen_act(&fresh, ACTION_UP_LEVEL, 1);
  screen_close(&old);
  fresh.type->filter(fresh.view, "丙");
  Screen third;
  carry(&fresh, &third, before);
  cr_expect_str_eq(third.type->filtered(third.view), "丙");
  screen_expect_none(&third, "20101");
  third.type->filter(third.view, NULL);
  screen_expect_some(&third, "20101");
  screen_close(&fresh);
  screen_close(&third);
}

static bool stop(void *context, Work work, uint64_t done, uint64_t total) {
  (void)context, (void)work, (void)done, (void)total;
  return false;
}

Test(carry, a_tree_keeps_its_folds_where_its_filter_was_interrupted) {
  Progress stopping = {stop, NULL};
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_act(&old, ACTION_FOLD_ALL, 1);
  cr_assert_eq(old.type->filter(old.view, "戊"), 1);
  screen_open(&fresh, &view_functional, after);
  search_watch(fresh.session.search, &stopping);
  old.type->carry(old.view, fresh.view);
  cr_expect_str_eq(fresh.type->filtered(fresh.view), "");
  screen_expect_some(&fresh, "▸208");
  screen_expect_none(&fresh, "戊");
  screen_close(&old);
  screen_close(&fresh);
}

Test(carry, where_the_account_is_gone_the_cursor_is_at_what_it_was_in) {
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_act(&old, ACTION_LAST, 1); /* 20802 */
  carry(&old, &fresh, after);
  cr_expect_eq(strncmp(screen_status(&fresh), "208 丁", strlen("208 丁")), 0);
  screen_close(&fresh);
  carry(&old, &fresh,
        "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\nannexes: []\n");
  screen_expect_some(&fresh, "no annex of this document holds this classification");
  screen_close(&old);
  screen_close(&fresh);
}

/* ---- annexes */

Test(carry, an_open_annex_stays_open_at_its_row_and_column) {
  Screen old, fresh;
  screen_open(&old, &view_annexes, before);
  screen_act(&old, ACTION_DOWN, 1);
  screen_act(&old, ACTION_ENTER, 1);
  screen_act(&old, ACTION_DOWN, 4);
  screen_act(&old, ACTION_RIGHT, 1);
  screen_act(&old, ACTION_TAG, 1);
  carry(&old, &fresh, after);
  Place place;
  cr_expect(fresh.type->where(fresh.view, &place));
  cr_expect_eq(place.annex, 1);
  cr_expect_eq(place.row, 7);
  cr_expect_eq(place.leaf, 3);
  screen_expect_some(&fresh, "✓▾208");
  screen_close(&old);
  screen_close(&fresh);
}

/* Keys may come so fast that a table is filtered or folded before it is first drawn. */
Test(carry, columns_stay_as_wide_as_they_are_whatever_came_before_the_first_drawing) {
  static const char wide[] = DOCUMENT("['201', 一个很长很长的名称, 7, 7, ~], ['20101', 乙, 1234567, 3, ~], "
                                      "['208', 丁, 7, 3, 4]");
  Screen old, fresh;
  Str seen = STR_EMPTY;
  for (int folded = 0; folded < 2; folded++) {
    screen_open(&old, &view_annexes, wide);
    screen_act(&old, ACTION_DOWN, 1);
    screen_act(&old, ACTION_ENTER, 1);
    if (folded)
      screen_act(&old, ACTION_FOLD_ALL, 1);
    else
      old.type->filter(old.view, "208");
    str_clear(&seen);
    str_add_text(&seen, screen_paint(&old));
    carry(&old, &fresh, wide);
    cr_expect_str_eq(screen_paint(&fresh), seen.data);
    screen_close(&old);
    screen_close(&fresh);
  }
  str_free(&seen);
}

/* Time that grows with the square of the columns, or worse, does not do. */
Test(carry, an_annex_of_very_many_columns_is_carried_at_once, .timeout = 20) {
  enum { COLUMNS = 4000 };
  Str yaml = STR_EMPTY;
  str_add_text(&yaml, "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\n"
                      "annexes:\n  - {number: '1', title: t, columns: [{title: 项目, role: item}");
  for (int i = 0; i < COLUMNS; i++)
    str_add_text(&yaml, ", {title: 列, role: amount}");
  str_add_text(&yaml, "], rows: [[a");
  for (int i = 0; i < COLUMNS; i++)
    str_printf(&yaml, ", %d", i);
  str_add_text(&yaml, "]]}\n");
  Screen old, fresh;
  screen_open(&old, &view_annexes, yaml.data);
  screen_act(&old, ACTION_ENTER, 1);
  screen_act(&old, ACTION_RIGHT, COLUMNS / 2);
  screen_act(&old, ACTION_HIDE, 1);
  screen_act(&old, ACTION_TAG, 1);
  carry(&old, &fresh, yaml.data);
  Place before_it, place;
  cr_assert(old.type->where(old.view, &before_it) && fresh.type->where(fresh.view, &place));
  cr_expect_eq(place.leaf, before_it.leaf);
  cr_expect_gt(place.leaf, COLUMNS / 2 - 2);
  screen_expect_some(&fresh, "✓");
  screen_close(&old);
  screen_close(&fresh);
  str_free(&yaml);
}

Test(carry, the_list_of_annexes_keeps_its_line) {
  Screen old, fresh;
  screen_open(&old, &view_annexes, before);
  screen_act(&old, ACTION_DOWN, 1);
  carry(&old, &fresh, after);
  cr_expect_not_null(strstr(screen_status(&fresh), "annex 2"));
  screen_close(&old);
  screen_close(&fresh);
}

/* ---- the narrative */

#define NARRATIVE(first, second)                                                                  \
  "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 万元\nnarrative:\n"     \
  "  - heading: 一\n    text: [" first "]\n  - heading: 二\n    text: [" second "]\nannexes: []\n"

#define FIGURES "收入 9 万元和 2 万元和 3 万元和 2 万元。"

/* Goes to a figure of a narrative and reads another version; the line about it then. */
static void expect_figure(const char *from, int nth, const char *to, const char *expected) {
  Screen old, fresh;
  screen_open(&old, &view_narrative, from);
  screen_paint(&old);
  screen_act(&old, ACTION_RIGHT, nth);
  carry(&old, &fresh, to);
  screen_paint(&fresh);
  const char *status = screen_status(&fresh);
  cr_expect_eq(strncmp(status, expected, strlen(expected)), 0, "%s\nnot %s", status, expected);
  screen_close(&old);
  screen_close(&fresh);
}

Test(carry, the_figure_chosen_in_the_narrative_stays_chosen) {
  static const char text[] = NARRATIVE(FIGURES, "又 5 万元。");
  expect_figure(text, 3, text, "3 万元 ");
  expect_figure(text, 4, text, "2 万元 ");
  expect_figure(text, 5, text, "5 万元 ");
  /* In a paragraph that was changed by what it tells. */
  expect_figure(text, 3, NARRATIVE("收入 9 万元和 3 万元。", "无"), "3 万元 ");
  expect_figure(text, 3, NARRATIVE("新增 1 万元，" FIGURES, "无"), "3 万元 ");
  /* Where it tells another amount instead, by its number. */
  expect_figure(text, 3, NARRATIVE("收入 9 万元和 2 万元和 4 万元和 2 万元。", "无"), "4 万元 ");
  expect_figure(text, 2, NARRATIVE("收入 9 万元和 7 万元。", "无"), "7 万元 ");
  /* Where there is none, nothing is chosen. */
  expect_figure(text, 5, NARRATIVE(FIGURES, "又无。"), "二 · paragraph 1 of 1");
  expect_figure(text, 3, NARRATIVE("无", "无"), "一 · paragraph 1 of 1");
}

Test(carry, of_figures_that_are_alike_the_same_one_stays_chosen) {
  Screen old, fresh;
  Place before_it, place;
  screen_open(&old, &view_narrative, NARRATIVE(FIGURES, "无"));
  screen_paint(&old);
  screen_act(&old, ACTION_RIGHT, 4); /* the second one of 2 万元 */
  carry(&old, &fresh, NARRATIVE(FIGURES "今年。", "无"));
  cr_assert(old.type->where(old.view, &before_it) && fresh.type->where(fresh.view, &place));
  cr_expect_eq(place.at, before_it.at);
  screen_close(&fresh);
  carry(&old, &fresh, NARRATIVE("收入 2 万元。", "无")); /* there is one left */
  cr_expect_eq(strncmp(screen_status(&fresh), "2 万元", strlen("2 万元")), 0);
  screen_close(&old);
  screen_close(&fresh);
}

/* The cursor goes along with it. */
Test(carry, the_figure_chosen_stays_chosen_on_another_line) {
  Screen old, fresh;
  screen_open(&old, &view_narrative, NARRATIVE(FIGURES, "无"));
  screen_size(&old, 10, 20);
  screen_paint(&old);
  screen_act(&old, ACTION_RIGHT, 3);
  carry(&old, &fresh, NARRATIVE("经过充分的讨论和认真的研究，" FIGURES, "无"));
  screen_paint(&fresh);
  cr_expect_eq(strncmp(screen_status(&fresh), "3 万元", strlen("3 万元")), 0);
  screen_act(&fresh, ACTION_LEFT, 1);
  cr_expect_eq(strncmp(screen_status(&fresh), "2 万元", strlen("2 万元")), 0);
  screen_close(&old);
  screen_close(&fresh);
}

/* ---- the whole browser */

static void type(Shell *shell, const char *keys) {
  for (; *keys != '\0'; keys++)
    shell_key(shell, (Key)*keys);
}

/* What is shown now. */
static const char *show(Shell *shell, Screen *screen) {
  canvas_resize(&screen->canvas, 24, 80);
  shell_draw(shell, &screen->canvas);
  str_clear(&screen->text);
  canvas_write(&screen->canvas, &screen->text);
  return screen->text.data;
}

static void expect_shown(Shell *shell, Screen *screen, const char *text) {
  cr_expect_not_null(strstr(show(shell, screen), text), "expected: %s\nshown:\n%s", text,
                     screen->text.data);
}

Test(carry, a_filter_that_is_being_typed_goes_on) {
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_open(&fresh, &view_functional, after);
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_open(old.document, shell);
  show(shell, &old);
  type(shell, "3jt&2010");
  browser = browser_reload(browser, fresh.document);
  expect_shown(shell, &fresh, "&2010");
  expect_shown(shell, &fresh, "20100");
  expect_shown(shell, &fresh, "✓");
  cr_expect_null(strstr(show(shell, &fresh), "208"));
  shell_key(shell, KEYCODE_BACKSPACE);
  shell_key(shell, KEYCODE_BACKSPACE);
  shell_key(shell, KEYCODE_BACKSPACE);
  shell_key(shell, '0');
  shell_key(shell, '8');
  shell_key(shell, KEYCODE_ENTER);
  expect_shown(shell, &fresh, "filter: 208 · 2 rows · tagged: 1");
  browser_close(browser);
  shell_close(shell);
  screen_close(&old);
  screen_close(&fresh);
}

Test(carry, both_panes_keep_their_trees) {
  Screen old, fresh;
  screen_open(&old, &view_functional, before);
  screen_open(&fresh, &view_functional, after);
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_open(old.document, shell);
  show(shell, &old);
  type(shell, "3jh|3Ls"); /* 201 folded at the left, sorted by the second column at the right */
  browser = browser_reload(browser, fresh.document);
  expect_shown(shell, &fresh, "▸201");
  expect_shown(shell, &fresh, "▼");
  browser_close(browser);
  shell_close(shell);
  screen_close(&old);
  screen_close(&fresh);
}
