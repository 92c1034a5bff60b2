#include <criterion/criterion.h>
#include <string.h>

#include "screen.h"
#include "model/tree.h"
#include "text/width.h"

/* ---- trees */

Test(grid, the_functional_tree_at_80_columns) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_expect(&screen, 0,
                " Code      Account                            小计  基本支出  项目支出  % parent\n"
                "▾          合计                           2,246.51    646.51  1,600.00  ████████\n"
                "▾201       一般公共服务支出               2,099.40    499.40  1,600.00  ███████▌\n"
                " ▾20103    政府办公厅（室）及相关机构事务 2,099.40    499.40  1,600.00  ████████\n"
                "   2010301 行政运行                         261.96    261.96            █\n"
                "   2010302 一般行政管理事务               1,600.00            1,600.00  ██████▏\n"
                "   2010350 事业运行                         237.44    237.44            ▉\n"
                "▾208       社会保障和就业支出                68.54     68.54            ▎\n"
                " ▾20805    行政事业单位养老支出              68.54≈    68.54≈           ████████\n"
                "   2080505 机关事业单位基本养老保险缴费…     40.89     40.89            ████▊\n");
  cr_expect_str_eq(screen_caption(&screen), "annex 2 · 万元");
  cr_expect_eq(screen_style(&screen, 1, 11), STYLE_TOTAL | STYLE_SELECTED);
  cr_expect_eq(screen_style(&screen, 0, 46), STYLE_HEADING | STYLE_SELECTED);
  cr_expect_eq(screen_style(&screen, 0, 52), STYLE_HEADING);
  screen_act(&screen, ACTION_DOWN, 3);
  cr_expect_str_eq(screen_status(&screen), "2010301 行政运行 · annex 2 annex 9");
  screen_close(&screen);
}

Test(grid, amounts_scroll_where_they_do_not_fit) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 6, 40);
  screen_expect(&screen, 0,
                " Code      Account      小计  基本支出 >\n"
                "▾          合计     2,246.51    646.51\n"
                "▾201       一般公…  2,099.40    499.40\n");
  screen_act(&screen, ACTION_COLUMN_RIGHT, 2);
  screen_expect(&screen, 0,
                " Code      Account  <基本支出  项目支出\n"
                "▾          合计        646.51  1,600.00\n"
                "▾201       一般公共…   499.40  1,600.00\n");
  screen_act(&screen, ACTION_COLUMN_LEFT, 1);
  screen_expect(&screen, 0, " Code      Account  <基本支出  项目支出\n");
  screen_act(&screen, ACTION_COLUMN_LEFT, 1);
  screen_expect(&screen, 0, " Code      Account      小计  基本支出 >\n");
  screen_close(&screen);
}

Test(grid, names_give_way_before_amounts) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 4, 52);
  screen_expect(&screen, 0,
                " Code      Account         小计  基本支出  项目支出\n"
                "▾          合计        2,246.51    646.51  1,600.00\n"
                "▾201       一般公共服… 2,099.40    499.40  1,600.00\n");
  screen_close(&screen);
}

Test(grid, an_amount_without_room_is_no_amount) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 4, 24);
  screen_expect_some(&screen, "###");
  screen_expect_none(&screen, "246");
  screen_expect_whole(&screen);
  screen_close(&screen);
}

Test(grid, what_is_converted_is_marked_and_told_as_printed) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen.session.unit = UNIT_YUAN;
  screen_act(&screen, ACTION_DOWN, 1);
  screen_expect(&screen, 2,
                "▾201       一般公共服务支出          20,994,0__* 4,994,0__* 16,000,0__* ███████▌\n");
  cr_expect_str_eq(screen_status(&screen),
                   "201 一般公共服务支出 · annex 2 annex 9 · as printed: 2,099.40 万元");
  cr_expect_str_eq(screen_caption(&screen), "annex 2 · 元");
  screen_close(&screen);
}

Test(grid, shares_follow_the_current_column) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen.session.share = SHARE_OF_PARENT;
  screen_act(&screen, ACTION_COLUMN_RIGHT, 1);
  screen_expect(&screen, 0,
                " Code      Account                            小计  基本支出  项目支出  % parent\n"
                "▾          合计                           2,246.51    646.51  1,600.00    100.0%\n"
                "▾201       一般公共服务支出               2,099.40    499.40  1,600.00     77.2%\n"
                " ▾20103    政府办公厅（室）及相关机构事务 2,099.40    499.40  1,600.00    100.0%\n"
                "   2010301 行政运行                         261.96    261.96               52.5%\n"
                "   2010302 一般行政管理事务               1,600.00            1,600.00\n");
  screen.session.share = SHARE_OF_WHOLE;
  screen_expect_some(&screen, "   2010301 行政运行                         261.96    261.96               40.5%\n");
  screen.session.share = SHARE_OFF;
  screen_expect_none(&screen, "%");
  screen_close(&screen);
}

Test(grid, sorting_shows_its_direction) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_COLUMN_RIGHT, 1);
  screen_act(&screen, ACTION_FOLD_ALL, 1);
  screen_act(&screen, ACTION_SORT, 2);
  screen_expect(&screen, 0,
                " Code      Account                            小计  基本支出▲ 项目支出  % parent\n"
                "▾          合计                           2,246.51    646.51  1,600.00  ████████\n"
                "▸210       卫生健康支出                      29.64     29.64            ▍\n"
                "▸221       住房保障支出                      48.93     48.93            ▋\n"
                "▸208       社会保障和就业支出                68.54     68.54            ▉\n"
                "▸201       一般公共服务支出               2,099.40    499.40  1,600.00  ██████▏\n");
  screen_act(&screen, ACTION_SORT, 1);
  screen_expect_none(&screen, "▲");
  screen_close(&screen);
}

static bool stop(void *context, Work work, uint64_t done, uint64_t total) {
  (void)context, (void)work, (void)done, (void)total;
  return false;
}

Test(grid, sorting_that_was_stopped_leaves_the_order) {
  enum { MANY = 9000 };
  Screen screen;
  Progress stopping = {stop, NULL};
  Str yaml = STR_EMPTY;
  str_add_text(&yaml, "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\n"
                      "annexes:\n- number: '1'\n  title: t\n  columns: [{title: 项目, role: item}, "
                      "{title: 甲, role: amount}, {title: 乙, role: project}]\n  rows:\n");
  for (int i = 0; i < MANY; i++)
    str_printf(&yaml, "  - [a%d, %d, %d]\n", i, i, MANY - i);
  screen_open(&screen, &view_annexes, yaml.data);
  str_free(&yaml);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_act(&screen, ACTION_SORT, 1);
  screen_act(&screen, ACTION_FIRST, 1);
  screen_expect_some(&screen, "甲▼");
  screen_expect_some(&screen, "a8999");
  screen.session.progress = &stopping;
  screen_act(&screen, ACTION_RIGHT, 1);
  screen_act(&screen, ACTION_SORT, 1);
  cr_expect_str_eq(screen.session.message.data, "sorting was stopped: the order is as it was");
  screen_expect_some(&screen, "甲▼");
  screen_expect_some(&screen, "a8999");
  screen_close(&screen);
}

Test(grid, going_in_shows_the_way_and_up_returns) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_DOWN, 2);
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  screen_expect(&screen, 0,
                " 合计 › 201 一般公共服务支出 › 20103 政府办公厅（室）及相关机构事务\n"
                " Code      Account                            小计  基本支出  项目支出  % parent\n"
                "▾20103     政府办公厅（室）及相关机构事务 2,099.40    499.40  1,600.00  ████████\n"
                "  2010301  行政运行                         261.96    261.96            █\n"
                "  2010302  一般行政管理事务               1,600.00            1,600.00  ██████▏\n"
                "  2010350  事业运行                         237.44    237.44            ▉\n"
                "\n");
  screen_size(&screen, 6, 40);
  screen_expect(&screen, 0, " … 20103 政府办公厅（室）及相关机构事务\n");
  screen_act(&screen, ACTION_UP_LEVEL, 1);
  cr_expect_str_eq(screen_status(&screen), "20103 政府办公厅（室）及相关机构事务 · annex 2 annex 9");
  screen_act(&screen, ACTION_UP_LEVEL, 1);
  cr_expect_eq(screen_act(&screen, ACTION_UP_LEVEL, 1), OUTCOME_LEAVE);
  screen_act(&screen, ACTION_ENTER, 1);
  cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_DONE, "q leaves one level, too");
  cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_LEAVE);
  screen_act(&screen, ACTION_LAST, 1);
  screen_act(&screen, ACTION_ENTER, 1);
  cr_expect_str_eq(screen.session.message.data, "nothing stands below this account");
  screen_close(&screen);
}

Test(grid, left_and_right_fold_and_move) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_DOWN, 3);
  screen_act(&screen, ACTION_LEFT, 2); /* to 20103, which folds */
  screen_expect_some(&screen, " ▸20103    政府办公厅");
  screen_act(&screen, ACTION_LEFT, 1);
  cr_expect_str_eq(screen_status(&screen), "201 一般公共服务支出 · annex 2 annex 9");
  screen_act(&screen, ACTION_SIBLING_NEXT, 1);
  cr_expect_str_eq(screen_status(&screen), "208 社会保障和就业支出 · annex 2 annex 9");
  screen_act(&screen, ACTION_SIBLING_PREVIOUS, 1);
  screen_act(&screen, ACTION_RIGHT, 3);
  cr_expect_str_eq(screen_status(&screen), "2010301 行政运行 · annex 2 annex 9");
  screen_close(&screen);
}

Test(grid, the_first_and_the_last_column_are_one_key_away) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_size(&screen, 10, 40);
  screen_act(&screen, ACTION_COLUMN_LAST, 1);
  screen_expect(&screen, 0, " Code      Account  <基本支出  项目支出\n");
  screen_act(&screen, ACTION_COLUMN_LAST, 1);
  screen_act(&screen, ACTION_COLUMN_FIRST, 1);
  screen_expect(&screen, 0, " Code      Account      小计  基本支出 >\n");
  screen_close(&screen);
}

Test(grid, a_joined_tree_tells_what_is_derived) {
  Screen screen;
  screen_open(&screen, &view_government_economic, NULL);
  cr_expect_str_eq(screen_caption(&screen), "annex 4+annex 11 · 万元");
  screen_expect(&screen, 0,
                " Code   Account                 Total  基本支出  项目支出  % parent\n"
                "▾       合计                 2,246.51∑   646.51  1,600.00  █████████████████████\n"
                "▾501    机关工资福利支出       315.81∑   315.81            ███\n");
  cr_expect_str_eq(screen_status(&screen), "合计 · derived: no table prints this amount");
  cr_expect_eq(screen_style(&screen, 1, 29) & ~STYLE_SELECTED, STYLE_DERIVED);
  screen_close(&screen);
}

Test(grid, a_sum_that_does_not_fit_is_told) {
  Screen screen;
  screen_open(&screen, &view_functional,
              "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 万元\n"
              "annexes:\n- {number: '1', title: t, classification: functional, "
              "columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}], "
              "rows: [['201', 甲, 9000000000000], ['208', 乙, 9000000000000]]}\n");
  screen_expect(&screen, 0,
                " Code Account                   合计  % parent\n"
                "▾     all accounts\n"
                " 201  甲           9,000,000,000,000\n");
  cr_expect_str_eq(screen_status(&screen),
                   "all accounts · derived: no table prints this row · the sum is too large");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_expect_none(&screen, "too large");
  screen_close(&screen);
}

Test(grid, the_next_annex_keeps_the_account) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_act(&screen, ACTION_DOWN, 2);
  screen_act(&screen, ACTION_OTHER_ANNEX, 1); /* annex 6 holds no account */
  cr_expect_str_eq(screen.session.message.data, "annex 9");
  cr_expect_str_eq(screen_status(&screen), "20103 政府办公厅（室）及相关机构事务 · annex 2 annex 9");
  screen_close(&screen);
}

#define FUNCTIONAL(number, rows)                                                             \
  "  - {number: '" number "', title: t, classification: functional, columns: [{title: 科目编码}, " \
  "{title: 科目名称}, {title: 合计}], rows: [" rows "]}\n"

static const char three_trees[] =
    "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\nannexes:\n"
    FUNCTIONAL("1", "['201', 甲, 1], ['208', 乙, 2]") FUNCTIONAL("2", "['208', 乙, 2]")
    FUNCTIONAL("3", "['201', 甲, 1], ['208', 乙, 2]");

Test(grid, an_account_is_looked_for_in_every_annex) {
  Screen screen;
  screen_open(&screen, &view_functional, three_trees);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_OTHER_ANNEX, 1);
  cr_expect_str_eq(screen.session.message.data, "annex 2 · without account 201");
  str_clear(&screen.session.message);
  screen_act(&screen, ACTION_OTHER_ANNEX, 1);
  cr_expect_str_eq(screen.session.message.data, "annex 3");
  cr_expect_str_eq(screen_status(&screen), "201 甲 · annex 1 annex 3 · in the national catalogue: 一般公共服务支出");
  screen_close(&screen);
}

static const char without_trees[] =
    "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 元\nannexes: []\n";

Test(grid, a_document_without_accounts_says_so) {
  Screen screen;
  screen_open(&screen, &view_department_economic, without_trees);
  screen_expect_some(&screen, "no annex of this document holds this classification");
  Place place;
  cr_expect_not(screen.type->where(screen.view, &place));
  cr_expect_str_eq(screen_status(&screen), "");
  cr_expect_eq(screen_act(&screen, ACTION_DOWN, 1), OUTCOME_IGNORED);
  screen_close(&screen);
  screen_open(&screen, &view_annexes, without_trees);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect_whole(&screen);
  cr_expect_not(screen.type->where(screen.view, &place));
  screen_close(&screen);
}

Test(grid, percentages_keep_their_place_while_amounts_scroll) {
  Screen screen;
  screen_open(&screen, &view_department_economic, NULL);
  screen.session.share = SHARE_OF_PARENT;
  screen_size(&screen, 6, 60);
  screen_expect(&screen, 0,
                " Code   Account     Total  人员经费  日常公用经费 > % parent\n"
                "▾       合计     2,246.51∑   518.18≈       128.33     100.0%\n"
                "▾301    工资福…    511.96∑   510.58          1.38      22.8%\n");
  screen_close(&screen);
}

/* ---- what was searched for */

Test(grid, matches_are_marked_where_they_stand) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  screen_find(&screen, "行政");
  screen_paint(&screen);
  cr_expect_eq(screen_style(&screen, 4, 11), STYLE_NORMAL | STYLE_MATCH);
  cr_expect_eq(screen_style(&screen, 4, 14), STYLE_NORMAL | STYLE_MATCH);
  cr_expect_eq(screen_style(&screen, 4, 15), STYLE_NORMAL);
  cr_expect_eq(screen_style(&screen, 5, 11), STYLE_NORMAL);
  cr_expect_eq(screen_style(&screen, 5, 15), STYLE_NORMAL | STYLE_MATCH);
  screen_find(&screen, "2103");
  screen_paint(&screen);
  for (int row = 2; row < 18; row++) /* no code begins so */
    for (int column = 0; column < 80; column++)
      cr_expect_eq(screen_style(&screen, row, column) & STYLE_MATCH, 0);
  screen_find(&screen, "2099.4");
  screen_paint(&screen);
  cr_expect_eq(screen_style(&screen, 2, 42) & STYLE_MATCH, 0); /* printed 2,099.40 */
  screen_find(&screen, "2099.40");
  screen_paint(&screen);
  cr_expect_eq(screen_style(&screen, 2, 42), STYLE_AMOUNT | STYLE_MATCH);
  cr_expect_eq(screen_style(&screen, 2, 50), STYLE_NORMAL);
  screen_close(&screen);
}

/* ---- widths */

static void write_figure(Figure figure, Str *out) {
  str_add_char(out, ' ');
  figure_write(out, figure, figure.unit);
}

static void write_table_figures(const Annex *annex, const Table *table, Str *out) {
  Figure figure;
  for (size_t row = 0; row < table->row_count; row++)
    for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
      if (cell_figure(&table->rows[row].cells[leaf], annex->unit, &figure))
        write_figure(figure, out);
}

static void write_tree_figures(const Tree *tree, Str *out) {
  for (uint32_t node = 0; node < tree->node_count; node++)
    for (size_t column = 0; column < tree->column_count; column++) {
      TreeAmount amount = tree_amount(tree, node, column);
      if (amount.kind == CELL_MONEY)
        write_figure(amount.figure, out);
    }
}

/* All figures of the document's tables and trees as they are written, between spaces. */
static void write_figures(const Document *document, Str *out) {
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t t = 0; t < document->annexes[i].table_count; t++)
      write_table_figures(&document->annexes[i], &document->annexes[i].tables[t], out);
  for (size_t i = 0; i < document->tree_count; i++)
    write_tree_figures(&document->trees[i], out);
  str_add_char(out, ' ');
}

static void expect_known_figures(const char *screen, const char *figures) {
  Str token = STR_EMPTY;
  while (*screen != '\0') {
    size_t length = strspn(screen, "0123456789,.");
    str_clear(&token);
    str_add_char(&token, ' ');
    str_add(&token, screen, length);
    str_add_char(&token, ' ');
    if (length > 0 && memchr(screen, '.', length) != NULL && screen[length - 1] != '.')
      cr_assert(strstr(figures, token.data) != NULL, "a part of an amount is shown");
    screen += length > 0 ? length : 1;
  }
  str_free(&token);
}

Test(grid, no_width_cuts_an_amount) {
  static const ViewType *const types[] = {&view_functional, &view_department_economic, &view_annexes};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    Screen screen;
    Str figures = STR_EMPTY;
    screen_open(&screen, types[i], NULL);
    write_figures(screen.document, &figures);
    if (types[i] == &view_annexes)
      screen_act(&screen, ACTION_DOWN, 2), screen_act(&screen, ACTION_ENTER, 1);
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
      for (int width = 8; width <= 130; width++) {
        width_set_ambiguous(ambiguous);
        screen_size(&screen, 3 + width % 20, width);
        screen_act(&screen, width % 3 == 0 ? ACTION_COLUMN_LEFT : ACTION_COLUMN_RIGHT, 1);
        screen_act(&screen, ACTION_DOWN, 1);
        screen_expect_whole(&screen);
        expect_known_figures(screen.text.data, figures.data);
      }
    width_set_ambiguous(1);
    str_free(&figures);
    screen_close(&screen);
  }
}

/* ---- annexes */

Test(annexes, the_list_names_what_is_absent) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  screen_expect(&screen, 0,
                " no.       title                                                   unit    rows\n"
                " annex 1   …财政拨款收支总表                                       万元      10\n");
  screen_expect_some(&screen, " annex 8   …部门收入总表                                           not included\n");
  screen_expect_some(&screen, " annex 15  …项目绩效目标表                                         (元)       8\n");
  screen_act(&screen, ACTION_DOWN, 7);
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  cr_expect_str_eq(screen.session.message.data, "annex 8 is listed, but not included in the document");
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen),
                   "annex 9 2023年重庆市九龙坡区政务办部门支出总表 · listed as: "
                   "2023年重庆市九龙坡区政务办部门支出总表（功能科目分类到项）");
  cr_expect_eq(screen_act(&screen, ACTION_LEAVE, 1), OUTCOME_LEAVE);
  screen_close(&screen);
}

/* A code over three columns, parents printed late, the total at the end: all as on paper. */
Test(annexes, a_code_in_three_columns_and_rows_in_any_order) {
  Screen screen;
  screen_open(&screen, &view_annexes,
              "format: budgettui/1\ntitle: 表\norganization: {name: 局}\nyear: 2024\nunit: 万元\n"
              "annexes:\n"
              "- number: '1'\n  title: 支出表\n  classification: functional\n"
              "  columns:\n"
              "  - title: 科目编码\n"
              "    columns: [{title: 类, role: code-class}, {title: 款, role: code-section}, "
              "{title: 项, role: code-item}]\n"
              "  - {title: 科目名称, role: name}\n"
              "  - {title: 合计, role: total}\n"
              "  rows:\n"
              "  - ['201', ~, ~, 一般公共服务支出, 3]\n"
              "  - ['201', '03', ~, 政府办公厅, 3]\n"
              "  - ['208', '05', '05', 养老保险, 2]\n"
              "  - ['208', '05', ~, 养老支出, 2]\n"
              "  - ['208', ~, ~, 社会保障, '–']\n"
              "  - {total: true, cells: [~, ~, ~, 合计, 5]}\n");
  screen_size(&screen, 10, 42);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect(&screen, 0,
                " annex 1  支出表               unit: 万元\n"
                " 科目编码\n"
                " 类  款 项 科目名称         合计\n"
                "▾201       一般公共服务支出    3\n"
                " 201 03    政府办公厅          3\n"
                " 208 05 05 养老保险            2\n"
                " 208 05    养老支出            2\n"
                " 208       社会保障            –\n"
                "           合计                5\n");
  screen_close(&screen);
}

Test(annexes, headings_of_three_levels) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  screen_act(&screen, ACTION_DOWN, 4);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect(&screen, 0,
                " annex 5  2023年重庆市九龙坡区政务办一般公共预算“三公”经费支出表     unit: 万元\n"
                " ───────────────────────────── 2023年预算数 ──────────────────────────────\n"
                "                         ─────── 公务用车购置及运行费 ────────\n"
                " 合计  因公出国（境）费  小计  公务用车购置费  公务用车运行费  公务接待费\n"
                " 5.50                    4.50                            4.50        1.00\n");
  screen_act(&screen, ACTION_RIGHT, 4);
  cr_expect_str_eq(screen_status(&screen),
                   "2023年预算数 / 公务用车购置及运行费 / 公务用车运行费: 4.50 万元 · row 1 (line 216)");
  screen_act(&screen, ACTION_LEFT, 3);
  cr_expect_str_eq(screen_status(&screen), "2023年预算数 / 因公出国（境）费: blank · row 1 (line 216)");
  cr_expect_eq(screen_act(&screen, ACTION_UP_LEVEL, 1), OUTCOME_DONE);
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), 5);
  screen_close(&screen);
}

Test(annexes, headings_keep_over_their_columns_while_these_scroll) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  screen_size(&screen, 8, 40);
  screen_act(&screen, ACTION_DOWN, 4);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_act(&screen, ACTION_RIGHT, 5);
  screen_expect(&screen, 1,
                " ──────────── 2023年预算数 ─────────────\n"
                " ── 公务用车购置及运行费 ───\n"
                "<公务用车购…   公务用车运…   公务接待费\n"
                "                       4.50        1.00\n");
  screen_close(&screen);
}

Test(annexes, panels_stand_side_by_side) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  screen_size(&screen, 14, 120);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect(
      &screen, 1,
      "               收入               │                                        支出\n"
      " 项目                    预算数   │ 项目                    合计  一般公共预算  政府性基金预算  国有资本经营预算\n"
      "▾一、本年收入          2,246.51   │▾一、本年支出        2,246.51      2,246.51\n"
      "  一般公共预算资金     2,246.51   │  一般公共服务支出   2,099.40      2,099.40\n"
      "  政府性基金预算资金              │  社会保障和就业支出    68.54         68.54\n"
      "  国有资本经营预算资金            │  卫生健康支出          29.64         29.64\n"
      "                                  │  住房保障支出          48.93         48.93\n"
      "▾二、上年结转                     │ 二、结转下年\n");
  cr_expect_str_eq(screen_status(&screen), "一、本年收入 · 预算数: 2,246.51 万元 · row 1 (line 72)");
  screen_act(&screen, ACTION_RIGHT, 1);
  cr_expect_str_eq(screen_status(&screen), "项目: 一、本年支出 · row 1 (line 90)");
  screen_act(&screen, ACTION_LEFT, 1);
  cr_expect_str_eq(screen_status(&screen), "一、本年收入 · 预算数: 2,246.51 万元 · row 1 (line 72)");
  screen_act(&screen, ACTION_PANE, 1);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_RIGHT, 1);
  cr_expect_str_eq(screen_status(&screen), "一般公共服务支出 · 合计: 2,099.40 万元 · row 2 (line 91)");
  screen_close(&screen);
}

Test(annexes, rows_fold_and_text_sorts) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_paint(&screen);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect(&screen, 3,
                " 合计                                       2,246.51    646.51  1,600.00\n"
                "▸201       一般公共服务支出                 2,099.40    499.40  1,600.00\n"
                "▾208       社会保障和就业支出                  68.54     68.54\n");
  screen_act(&screen, ACTION_LEFT, 2);
  screen_act(&screen, ACTION_SORT, 1);
  screen_act(&screen, ACTION_FIRST, 1);
  screen_expect(&screen, 2, " 科目编码▼ 科目名称");
  screen_expect(&screen, 3,
                " 合计                                       2,246.51    646.51  1,600.00\n"
                "▾221       住房保障支出                        48.93     48.93\n");
  screen_close(&screen);
}

static const char kinds_of_cells[] =
    "format: budgettui/1\ntitle: t\norganization: {name: o}\nyear: 2023\nunit: 万元\nannexes:\n"
    "  - number: \"1\"\n    title: 各种单元格\n    note: 注：本表按原文保留。\n    unit-printed: false\n"
    "    columns: [{title: 项目}, {title: 预算数}, {title: 权重, role: weight}, {title: 备注, role: level-1}]\n"
    "    rows:\n"
    "      - [甲, 1.00, 20, 说明]\n"
    "      - [乙, 0, 7.5, ^]\n"
    "      - [丙, –, ~, ~]\n"
    "      - [~, ~, ~, ~]\n"
    "      - [丁, /, 9, ~]\n";

Test(annexes, cells_are_shown_as_they_are_printed) {
  Screen screen;
  screen_open(&screen, &view_annexes, kinds_of_cells);
  screen_size(&screen, 16, 50);
  screen_act(&screen, ACTION_ENTER, 1);
  screen_expect(&screen, 0,
                " annex 1  各种单元格      unit not printed (万元)\n"
                " 项目  预算数  权重  备注\n"
                " 甲      1.00    20  说明\n"
                " 乙         0   7.5\n"
                " 丙         –\n"
                "\n"
                " 丁         /     9\n"
                "\n");
  screen_expect_some(&screen, "\n 注：本表按原文保留。\n");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_RIGHT, 2);
  cr_expect_str_eq(screen_status(&screen), "乙 · 备注: 说明 · row 2 (line 14)");
  screen_act(&screen, ACTION_LEFT, 1);
  screen_act(&screen, ACTION_SORT, 1);
  screen_expect(&screen, 1,
                " 项目  预算数  权重▼ 备注\n"
                " 甲      1.00    20  说明\n"
                " 丁         /     9\n"
                " 乙         0   7.5\n");
  screen_close(&screen);
}

/* ---- places */

static void expect_place(Screen *screen, const Place *place) {
  Place found = {0};
  cr_assert(screen->type->show(screen->view, place));
  cr_assert(screen->type->where(screen->view, &found));
  cr_assert_eq(found.kind, place->kind);
  cr_assert_eq(found.annex, place->annex);
  cr_assert_eq(found.table, place->table);
  cr_assert_eq(found.row, place->row);
  screen_paint(screen);
  cr_assert_geq(screen_selected(screen), 0);
}

Test(annexes, every_row_is_a_place) {
  Screen screen;
  screen_open(&screen, &view_annexes, NULL);
  for (uint32_t a = 0; a < screen.document->annex_count; a++) {
    const Annex *annex = &screen.document->annexes[a];
    for (uint16_t t = 0; t < annex->table_count; t++)
      for (uint32_t row = 0; row < annex->tables[t].row_count; row++) {
        Place place = {.kind = PLACE_ROW, .annex = a, .table = t, .row = row, .leaf = 1};
        if (row % 5 == 0)
          screen_act(&screen, ACTION_FOLD_ALL, 1);
        expect_place(&screen, &place);
      }
    for (uint16_t set = 0; set < annex->target_count; set++)
      expect_place(&screen, &(Place){.kind = PLACE_TARGET, .annex = a, .table = set, .row = 1});
  }
  cr_expect(screen.type->show(screen.view, &(Place){.kind = PLACE_ANNEX, .annex = 2}));
  cr_expect_not(screen.type->show(screen.view, &(Place){.kind = PLACE_PARAGRAPH}));
  cr_expect_not(screen.type->show(screen.view, &(Place){.kind = PLACE_ROW, .annex = 7}));
  screen_close(&screen);
}

Test(grid, every_account_is_a_place) {
  Screen screen;
  screen_open(&screen, &view_functional, NULL);
  for (uint32_t a = 0; a < screen.document->annex_count; a++) {
    const Annex *annex = &screen.document->annexes[a];
    Place place = {.kind = PLACE_ROW, .annex = a, .leaf = 3};
    for (; annex->table_count == 1 && place.row < annex->tables[0].row_count; place.row++) {
      if (place.row % 4 == 0)
        screen_act(&screen, ACTION_FOLD_ALL, 1);
      if (place.row % 7 == 0)
        screen_act(&screen, ACTION_ENTER, 1);
      if (annex->classification == CLASSIFICATION_FUNCTIONAL)
        expect_place(&screen, &place);
      else
        cr_expect_not(screen.type->show(screen.view, &place));
    }
  }
  cr_expect_not(screen.type->show(screen.view, &(Place){.kind = PLACE_ANNEX, .annex = 1}));
  screen_close(&screen);
}

/* ---- whatever is done, in whatever size */

static void act_at_random(Screen *screen, unsigned seed, int steps) {
  for (int i = 0; i < steps; i++) {
    seed = seed * 1103515245u + 12345u;
    Action action = (Action)((seed >> 16) % ACTION_COUNT);
    str_clear(&screen->session.message);
    if (action == ACTION_UNIT)
      screen->session.unit = (int)((seed >> 8) % 5) - 1;
    if (action == ACTION_SHARE)
      screen->session.share = (ShareMode)((seed >> 8) % SHARE_COUNT);
    if (action == ACTION_SEARCH)
      screen_find(screen, (seed >> 8) % 2 == 0 ? "支出" : "3");
    if (action == ACTION_REDRAW)
      screen_size(screen, 1 + (int)(seed >> 8) % 30, 1 + (int)(seed >> 12) % 120);
    screen_act(screen, action, 1);
    if (i % 3 == 0)
      screen_expect_whole(screen);
    screen_status(screen);
    screen_caption(screen);
  }
}

Test(grid, survives_any_actions) {
  static const ViewType *const types[] = {&view_functional, &view_department_economic,
                                          &view_government_economic, &view_annexes};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    for (int ambiguous = 1; ambiguous <= 2; ambiguous++) {
      Screen screen;
      screen_open(&screen, types[i], NULL);
      width_set_ambiguous(ambiguous);
      act_at_random(&screen, (unsigned)(7 * i) + (unsigned)ambiguous, 3000);
      screen_close(&screen);
    }
  width_set_ambiguous(1);
}
