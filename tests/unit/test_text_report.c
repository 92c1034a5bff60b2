#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "text/report.h"
#include "text/width.h"

static Diagnostics all;
static Str out;

static void begin(void) {
  out = (Str)STR_EMPTY;
  diag_open(&all, "预算.yaml", 3);
}

static void end(void) {
  diag_close(&all);
  str_free(&out);
}

static Diagnostic *add(Position at, const char *message, const char *excerpt, size_t caret,
                       size_t span) {
  Diagnostic *one = diag_add(&all, DIAG_ERROR, at, "%s", message);
  if (one && excerpt) {
    one->excerpt = memory_copy(excerpt, strlen(excerpt));
    one->caret = caret;
    one->span = span;
  }
  return one;
}

static void expect(size_t width, const char *wanted) {
  str_clear(&out);
  report_all(&out, &all, width);
  cr_expect_str_eq(out.data, wanted, "\n%s instead of\n%s", out.data, wanted);
}

/* The last two lines of the report: the excerpt and the caret. */
static void last_lines(const char *lines[2], size_t lengths[2]) {
  const char *stop = out.data + out.length - 1;
  for (int i = 1; i >= 0; i--) {
    const char *start = stop;
    while (start > out.data && start[-1] != '\n')
      start--;
    lines[i] = start;
    lengths[i] = (size_t)(stop - start);
    stop = start - 1;
  }
}

Test(report, without_a_place) {
  begin();
  add((Position){0, 0}, "cannot be read", "never shown", 0, 1);
  expect(0, "预算.yaml: error: cannot be read\n");
  end();
}

Test(report, with_a_line_only) {
  begin();
  add((Position){7, 0}, "odd", NULL, 0, 1);
  expect(0, "预算.yaml:7: error: odd\n");
  end();
}

Test(report, severities) {
  begin();
  diag_add(&all, DIAG_WARNING, (Position){1, 2}, "w");
  diag_add(&all, DIAG_NOTE, (Position){3, 4}, "n");
  expect(0, "预算.yaml:1:2: warning: w\n预算.yaml:3:4: note: n\n");
  end();
}

Test(report, the_caret_stands_under_chinese_text) {
  begin();
  add((Position){12, 7}, "expected a number", "  金额: 十二万元 # 注", strlen("  金额: "),
      strlen("十二万元"));
  expect(0, "预算.yaml:12:7: error: expected a number\n"
            "  12 |   金额: 十二万元 # 注\n"
            "     |         ^~~~~~~~\n");
  end();
}

Test(report, the_caret_follows_the_ambiguous_setting) {
  begin();
  add((Position){1, 5}, "m", "“三公”x", strlen("“三公”"), 1);
  expect(0, "预算.yaml:1:5: error: m\n  1 | “三公”x\n    |       ^\n");
  width_set_ambiguous(2);
  expect(0, "预算.yaml:1:5: error: m\n  1 | “三公”x\n    |         ^\n");
  end();
}

Test(report, one_han_character_is_marked_in_both_columns) {
  begin();
  add((Position){1, 2}, "m", "a预", 1, 3);
  expect(0, "预算.yaml:1:2: error: m\n  1 | a预\n    |  ^~\n");
  end();
}

Test(report, a_tab_is_one_column) {
  begin();
  add((Position){1, 3}, "m", "\ta\tb", 3, 1);
  expect(0, "预算.yaml:1:3: error: m\n  1 |  a b\n    |    ^\n");
  end();
}

Test(report, a_caret_at_the_end_of_the_line) {
  begin();
  add((Position){1, 3}, "m", "预算", 6, 1);
  expect(0, "预算.yaml:1:3: error: m\n  1 | 预算\n    |     ^\n");
  all.list.items[0].caret = 1000;
  all.list.items[0].span = SIZE_MAX;
  expect(0, "预算.yaml:1:3: error: m\n  1 | 预算\n    |     ^\n");
  end();
}

Test(report, a_caret_inside_a_cluster_stands_under_its_base) {
  begin();
  add((Position){1, 3}, "m", "ae\u0301b", 2, 2);
  expect(0, "预算.yaml:1:3: error: m\n  1 | ae\u0301b\n    |  ^\n");
  end();
}

Test(report, a_span_ends_with_the_line) {
  begin();
  add((Position){1, 2}, "m", "abc", 1, SIZE_MAX);
  expect(0, "预算.yaml:1:2: error: m\n  1 | abc\n    |  ^~\n");
  end();
}

Test(report, an_empty_line) {
  begin();
  add((Position){1, 1}, "m", "", 0, 1);
  expect(0, "预算.yaml:1:1: error: m\n  1 | \n    | ^\n");
  end();
}

Test(report, hostile_texts_are_made_safe) {
  begin();
  memory_free(all.file);
  all.file = memory_copy("a\x1B[1m\u202E", 8);
  add((Position){1, 1}, "found “\x07\n”", "\x1B]0;x\x07y", 6, 1);
  expect(0, "a\uFFFD[1m:1:1: error: found “\uFFFD ”\n"
            "  1 | \uFFFD]0;x\uFFFDy\n"
            "    |       ^\n");
  end();
}

Test(report, tells_how_many_more_there_were) {
  begin();
  for (int i = 0; i < 4; i++)
    add((Position){0, 0}, "m", NULL, 0, 1);
  expect(0, "预算.yaml: error: m\n预算.yaml: error: m\n预算.yaml: error: m\n"
            "预算.yaml: 1 more problem is not shown\n");
  diag_add(&all, DIAG_WARNING, (Position){0, 0}, "w");
  diag_add(&all, DIAG_NOTE, (Position){0, 0}, "n");
  expect(0, "预算.yaml: error: m\n预算.yaml: error: m\n预算.yaml: error: m\n"
            "预算.yaml: 2 more problems are not shown\n");
  end();
}

Test(report, nothing_to_tell) {
  begin();
  expect(0, "");
  end();
}

/* Wherever the caret is in a long line: the lines keep the width, and the character above the
 * caret is the one meant. */
static void check_windows(const char *text, const char *meant, size_t width) {
  const char *lines[2];
  size_t lengths[2];
  for (const char *at = strstr(text, meant); at; at = strstr(at + 1, meant)) {
    begin();
    add((Position){1, 1}, "m", text, (size_t)(at - text), strlen(meant));
    report_all(&out, &all, width);
    last_lines(lines, lengths);
    cr_assert_leq(width_text(lines[0], lengths[0]), width);
    cr_assert_leq(width_text(lines[1], lengths[1]), width);
    const char *caret = memchr(lines[1], '^', lengths[1]);
    cr_assert_not_null(caret);
    size_t columns = width_text(lines[1], (size_t)(caret - lines[1])), found = SIZE_MAX;
    for (const char *hit = strstr(lines[0], meant); hit && hit < lines[0] + lengths[0];
         hit = strstr(hit + 1, meant))
      if (width_text(lines[0], (size_t)(hit - lines[0])) == columns)
        found = columns;
    cr_assert_eq(found, columns, "width %zu, byte %td:\n%s", width, at - text, out.data);
    end();
  }
}

Test(report, long_lines_are_windowed_around_the_caret) {
  Str text = STR_EMPTY;
  for (int i = 0; i < 40; i++)
    str_add_text(&text, i % 3 ? "机构事a务#" : "一“x”般#");
  for (int ambiguous = 1; ambiguous <= 2; ambiguous++)
    for (size_t width = 30; width < 60; width += 7) {
      width_set_ambiguous(ambiguous);
      check_windows(text.data, "#", width);
    }
  str_free(&text);
}

Test(report, a_window_shows_ellipses_where_it_cuts) {
  begin();
  add((Position){1, 1}, "m", "01234567890123456789012345678901234567890123456789", 0, 1);
  expect(26, "预算.yaml:1:1: error: m\n  1 | 0123456789012345678…\n    | ^\n");
  all.list.items[0].caret = 50;
  expect(26, "预算.yaml:1:1: error: m\n  1 | …234567890123456789\n    |                    ^\n");
  all.list.items[0].caret = 25;
  width_set_ambiguous(2);
  expect(26, "预算.yaml:1:1: error: m\n  1 | ...90123456789012...\n    |          ^\n");
  end();
}

Test(report, a_tiny_width_still_shows_something) {
  begin();
  add((Position){1, 1}, "m", "01234567890123456789012345678901234567890123456789", 25, 1);
  report_all(&out, &all, 1);
  cr_assert_not_null(strchr(out.data, '^'));
  end();
}

Test(report, a_span_is_cut_with_the_window) {
  begin();
  add((Position){1, 1}, "m", "01234567890123456789012345678901234567890123456789", 0, 50);
  expect(26, "预算.yaml:1:1: error: m\n"
             "  1 | 0123456789012345678…\n"
             "    | ^~~~~~~~~~~~~~~~~~~\n");
  end();
}
