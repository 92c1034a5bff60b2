#include <criterion/criterion.h>
#include <string.h>

#include "screen.h"
#include "text/width.h"

static const char small[] =
    "format: budgettui/1\n"
    "title: 某局2023年部门预算\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 万元\n"
    "narrative:\n"
    "  - heading: 一、基本情况\n"
    "    sections:\n"
    "      - heading: (一) 职能\n"
    "        text: [贯彻执行政务服务管理工作的方针政策和法律、法规、规章。, 其他任务。]\n"
    "  - heading: 二、收支\n"
    "    text: 　　收入 2246.51 万元。\n"
    "annexes: []\n";

Test(narrative, headings_and_paragraphs_are_set_with_their_indents) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  screen_size(&screen, 12, 42);
  screen_expect(&screen, 0,
                " 一、基本情况\n"
                "\n"
                "   (一) 职能\n"
                "     贯彻执行政务服务管理工作的方针政策和\n"
                " 法律、法规、规章。\n"
                "     其他任务。\n"
                "\n"
                " 二、收支\n"
                "     收入 2246.51 万元。\n");
  screen_close(&screen);
}

Test(narrative, closing_punctuation_begins_no_line) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  for (int width = 26; width < 80; width++) {
    screen_size(&screen, 20, width);
    const char *text = screen_paint(&screen);
    cr_expect_null(strstr(text, "\n 、"), "at %d:\n%s", width, text);
    cr_expect_null(strstr(text, "\n 。"), "at %d:\n%s", width, text);
  }
  screen_close(&screen);
}

Test(narrative, the_measure_stays_readable_on_a_wide_screen) {
  Screen screen;
  screen_open(&screen, &view_narrative, NULL);
  screen_size(&screen, 30, 120);
  const char *text = screen_paint(&screen);
  for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
    size_t length = (size_t)(strchr(line, '\n') - line);
    cr_expect_leq(width_text(line, length), 22 + 76);
    if (length)
      cr_expect_eq(strspn(line, " ") >= 22, true, "the text stands in the middle: %.*s", (int)length,
                   line);
  }
  screen_close(&screen);
}

Test(narrative, the_cursor_passes_over_empty_lines) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  screen_size(&screen, 12, 42);
  screen_paint(&screen);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), 2);
  screen_act(&screen, ACTION_UP, 1);
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), 0);
  screen_close(&screen);
}

Test(narrative, headings_are_gone_through) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  cr_expect_str_eq(screen_status(&screen), "一、基本情况 · line 7 of the file");
  screen_act(&screen, ACTION_SIBLING_NEXT, 1);
  cr_expect_str_eq(screen_status(&screen), "一、基本情况 · (一) 职能 · line 9 of the file");
  screen_act(&screen, ACTION_SIBLING_NEXT, 5);
  cr_expect_str_eq(screen_status(&screen), "二、收支 · line 11 of the file");
  screen_act(&screen, ACTION_SIBLING_PREVIOUS, 1);
  screen_act(&screen, ACTION_DOWN, 1);
  cr_expect_str_eq(screen_status(&screen),
                   "一、基本情况 · (一) 职能 · paragraph 1 of 2 · line 10 of the file");
  screen_close(&screen);
}

Test(narrative, a_section_gone_to_begins_at_the_top) {
  Screen screen;
  screen_open(&screen, &view_narrative, NULL);
  screen_size(&screen, 6, 40);
  screen_paint(&screen);
  screen_act(&screen, ACTION_SIBLING_NEXT, 3);
  screen_expect(&screen, 0, " 二、部门收支总体情况\n");
  screen_close(&screen);
}

Test(narrative, shows_and_tells_places) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  Place place = {.kind = PLACE_PARAGRAPH, .section = 1, .paragraph = 1}, here;
  cr_expect(view_narrative.show(screen.view, &place));
  cr_expect(view_narrative.where(screen.view, &here));
  cr_expect_eq(here.kind, PLACE_PARAGRAPH);
  cr_expect_eq(here.section, 1);
  cr_expect_eq(here.paragraph, 1);
  place.paragraph = PLACE_HEADING;
  cr_expect(view_narrative.show(screen.view, &place));
  cr_expect(view_narrative.where(screen.view, &here));
  cr_expect_eq(here.paragraph, PLACE_HEADING);
  place.paragraph = 2;
  cr_expect_not(view_narrative.show(screen.view, &place), "there is no such paragraph");
  place = (Place){.kind = PLACE_PARAGRAPH, .section = 9};
  cr_expect_not(view_narrative.show(screen.view, &place), "there is no such section");
  place = (Place){.kind = PLACE_ANNEX};
  cr_expect_not(view_narrative.show(screen.view, &place));
  screen_close(&screen);
}

Test(narrative, another_width_keeps_the_place) {
  Screen screen;
  screen_open(&screen, &view_narrative, NULL);
  Place place = {.kind = PLACE_PARAGRAPH, .section = 6, .paragraph = 3}, here;
  cr_assert(view_narrative.show(screen.view, &place));
  static const int widths[] = {40, 300, 20, 1, 80};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    screen_size(&screen, 10, widths[i]);
    screen_paint(&screen);
    cr_assert(view_narrative.where(screen.view, &here));
    cr_expect_eq(here.section, 6, "at %d", widths[i]);
    cr_expect_eq(here.paragraph, 3, "at %d", widths[i]);
    cr_expect_neq(screen_selected(&screen), -1, "at %d", widths[i]);
  }
  screen_close(&screen);
}

/* However often it is broken anew, the line in between does not move towards the beginning. */
Test(narrative, widths_come_and_go_without_a_drift) {
  Screen screen;
  screen_open(&screen, &view_narrative, NULL);
  screen_find(&screen, "厉行节约");
  Place place = search_hit(screen.session.search, 0);
  screen_size(&screen, 8, 60);
  screen_paint(&screen);
  cr_assert(view_narrative.show(screen.view, &place));
  static const int widths[] = {40, 120, 43, 76, 60};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    screen_size(&screen, 8, widths[i]);
    screen_paint(&screen);
    const char *line = screen.text.data;
    for (int row = screen_selected(&screen); row > 0; row--)
      line = strchr(line, '\n') + 1;
    const char *found = strstr(line, "厉"), *end = strchr(line, '\n');
    cr_expect(found != NULL && found < end, "at %d: %.*s", widths[i], (int)(end - line), line);
  }
  screen_close(&screen);
}

/* The columns of a row that are marked as matches, "from-to " each. */
static void expect_marks(Screen *screen, int row, const char *expected) {
  Str marks = STR_EMPTY;
  bool inside = false;
  for (int column = 0; column <= screen->canvas.width; column++) {
    bool marked = column < screen->canvas.width && screen_style(screen, row, column) & STYLE_MATCH;
    if (marked && !inside)
      str_printf(&marks, "%d-", column);
    if (!marked && inside)
      str_printf(&marks, "%d ", column);
    inside = marked;
  }
  cr_expect_str_eq(marks.data, expected, "row %d: %s", row, marks.data);
  str_free(&marks);
}

Test(narrative, matches_are_marked_in_their_columns) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  screen_size(&screen, 12, 42);
  screen_find(&screen, "２２４６");
  screen_paint(&screen);
  expect_marks(&screen, 8, "10-14 ");
  expect_marks(&screen, 3, "");
  screen_close(&screen);
}

Test(narrative, a_match_goes_on_over_the_end_of_a_line) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  screen_size(&screen, 12, 42);
  screen_find(&screen, "政策和法律");
  screen_paint(&screen);
  expect_marks(&screen, 3, "35-41 ");
  expect_marks(&screen, 4, "1-5 ");
  screen.session.highlight = false;
  screen_paint(&screen);
  expect_marks(&screen, 3, "");
  screen_close(&screen);
}

Test(narrative, a_hit_is_shown_on_its_own_line) {
  Screen screen;
  screen_open(&screen, &view_narrative, small);
  screen_size(&screen, 12, 42);
  screen_paint(&screen);
  screen_find(&screen, "规章");
  Place place = {.kind = PLACE_PARAGRAPH, .section = 1, .paragraph = 0};
  cr_assert(view_narrative.show(screen.view, &place));
  screen_paint(&screen);
  cr_expect_eq(screen_selected(&screen), 4);
  screen_close(&screen);
}

Test(narrative, every_size_and_width_of_ambiguous_characters_is_painted_whole) {
  static const int sizes[][2] = {{6, 40}, {18, 80}, {34, 120}, {1, 1}, {3, 7}};
  Screen screen;
  screen_open(&screen, &view_narrative, NULL);
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
      width_set_ambiguous(ambiguous);
      screen_size(&screen, sizes[i][0], sizes[i][1]);
      screen_expect_whole(&screen);
      screen_act(&screen, ACTION_PAGE_DOWN, 2);
      screen_expect_whole(&screen);
    }
  width_set_ambiguous(1);
  screen_close(&screen);
}

Test(narrative, a_figure_leads_to_the_cell_that_prints_it) {
  Screen screen;
  screen_open(&screen, &view_narrative, NULL);
  screen_size(&screen, 18, 80);
  screen_paint(&screen);
  Place place = {.kind = PLACE_PARAGRAPH, .section = 3, .paragraph = 1};
  cr_assert(view_narrative.show(screen.view, &place));
  screen_act(&screen, ACTION_DOWN, 1); /* 算 2099.4 万元，教育支出预算 0 万元，… */
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_GO);
  cr_expect_eq(screen.session.target.kind, PLACE_ROW);
  cr_expect_eq(screen.session.target.annex, 0);
  cr_expect_eq(screen.session.target.table, 1);
  cr_expect_eq(screen.session.target.row, 1);
  cr_expect_eq(screen.session.target.leaf, 1);
  screen_act(&screen, ACTION_FIRST, 1);
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  cr_expect_str_eq(screen.session.message.data, "no figure of this line stands in an annex");
  screen_close(&screen);
}

static const char figures[] =
    "format: budgettui/1\n"
    "title: 某局\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 万元\n"
    "narrative:\n"
    "  - heading: 一\n"
    "    text: [收入 9 万元和 20000 元和 3 万元。, 无, 又 5 元]\n"
    "annexes:\n"
    "  - number: \"1\"\n"
    "    title: 表\n"
    "    columns: [{title: 项目}, {title: 金额}]\n"
    "    rows: [[甲, 2], [乙, 3]]\n";

Test(narrative, figures_are_gone_through_and_those_of_tables_marked) {
  Screen screen;
  screen_open(&screen, &view_narrative, figures);
  screen_size(&screen, 6, 40);
  screen_act(&screen, ACTION_DOWN, 1);
  screen_paint(&screen);
  cr_expect_str_eq(screen_status(&screen), "20000 元 = annex 1 甲 · 一 · line 8 of the file");
  cr_expect_eq(screen_style(&screen, 1, 20), STYLE_LINK); /* the figure meant is not selected */
  cr_expect_eq(screen_style(&screen, 1, 10), STYLE_NORMAL | STYLE_SELECTED);
  screen_act(&screen, ACTION_RIGHT, 1);
  cr_expect_str_eq(screen_status(&screen), "3 万元 = annex 1 乙 · 一 · line 8 of the file");
  screen_act(&screen, ACTION_LEFT, 2);
  cr_expect_str_eq(screen_status(&screen), "9 万元 stands in no annex · 一 · line 8 of the file");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_DONE);
  screen_act(&screen, ACTION_LEFT, 1); /* there is none before */
  cr_expect_str_eq(screen_status(&screen), "9 万元 stands in no annex · 一 · line 8 of the file");
  screen_act(&screen, ACTION_RIGHT, 9);
  cr_expect_str_eq(screen_status(&screen), "5 元 stands in no annex · 一 · line 8 of the file");
  screen_act(&screen, ACTION_UP, 1);
  cr_expect_str_eq(screen_status(&screen), "一 · paragraph 2 of 3 · line 8 of the file");
  screen_act(&screen, ACTION_LEFT, 1);
  cr_expect_str_eq(screen_status(&screen), "3 万元 = annex 1 乙 · 一 · line 8 of the file");
  cr_expect_eq(screen_act(&screen, ACTION_ENTER, 1), OUTCOME_GO);
  cr_expect_eq(screen.session.target.row, 1);
  screen_close(&screen);
}

Test(narrative, a_figure_is_a_place_that_is_returned_to) {
  Screen screen;
  Place place;
  screen_open(&screen, &view_narrative, figures);
  screen_size(&screen, 6, 12); /* every figure on another line */
  screen_act(&screen, ACTION_RIGHT, 3);
  screen_paint(&screen);
  cr_assert(view_narrative.where(screen.view, &place));
  screen_act(&screen, ACTION_FIRST, 1);
  cr_assert(view_narrative.show(screen.view, &place));
  cr_expect_str_eq(screen_status(&screen), "3 万元 = annex 1 乙 · 一 · line 8 of the file");
  place.at = 100000; /* of a text that was longer */
  cr_expect(view_narrative.show(screen.view, &place));
  screen_close(&screen);
}

static const char empty[] =
    "format: budgettui/1\n"
    "title: 某局\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 万元\n"
    "annexes: []\n";

Test(narrative, a_document_without_one_says_so) {
  Screen screen;
  Place here;
  screen_open(&screen, &view_narrative, empty);
  screen_expect(&screen, 0, " This document has no narrative.\n");
  screen_act(&screen, ACTION_DOWN, 1);
  screen_act(&screen, ACTION_SIBLING_NEXT, 1);
  screen_act(&screen, ACTION_SIBLING_PREVIOUS, 1);
  screen_act(&screen, ACTION_LAST, 1);
  screen_act(&screen, ACTION_ENTER, 1);
  cr_expect_str_eq(screen_status(&screen), "");
  cr_expect_not(view_narrative.where(screen.view, &here));
  cr_expect_eq(screen_act(&screen, ACTION_UP_LEVEL, 1), OUTCOME_LEAVE);
  screen_close(&screen);
}

/* What would disturb a terminal, and texts of nothing. */
static const char hostile[] =
    "format: budgettui/1\n"
    "title: 某局\n"
    "organization: {name: 某局}\n"
    "year: 2023\n"
    "unit: 万元\n"
    "narrative:\n"
    "  - heading: \"一\\e[2J\\u202E\"\n"
    "    text: [\"\", \"甲\\n乙\\t\\a丙\", \" \"]\n"
    "annexes: []\n";

Test(narrative, hostile_text_stays_text) {
  Screen screen;
  screen_open(&screen, &view_narrative, hostile);
  screen_size(&screen, 10, 40);
  screen_expect_whole(&screen);
  screen_expect_none(&screen, "\033");
  screen_expect_none(&screen, "\u202E");
  screen_expect_some(&screen, "     甲\n");
  screen_close(&screen);
}
