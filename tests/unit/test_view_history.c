#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/limits.h"
#include "view/history.h"

static History history;
static Str kept = STR_EMPTY;

static void keep(void *context, HistoryKind kind, const char *line) {
  str_printf(context, "%d:%s ", (int)kind, line);
}

static void setup(void) {
  history_open(&history);
  history.keep = keep;
  history.context = &kept;
}

static void teardown(void) {
  history_close(&history);
  str_free(&kept);
}

TestSuite(history, .init = setup, .fini = teardown);

static void expect(HistoryKind kind, size_t index, const char *line) {
  cr_assert_lt(index, history.lines[kind].count);
  cr_expect_str_eq(history.lines[kind].items[index], line);
}

Test(history, each_kind_has_its_own_lines) {
  history_add(&history, HISTORY_SEARCH, "公务");
  history_remember(&history, HISTORY_COMMAND, "quit");
  expect(HISTORY_SEARCH, 0, "公务");
  expect(HISTORY_COMMAND, 0, "quit");
  cr_expect_eq(history.lines[HISTORY_FILTER].count, 0);
  cr_expect_str_eq(kept.data, "1:quit ");
}

Test(history, a_line_typed_again_becomes_the_newest) {
  history_add(&history, HISTORY_SEARCH, "a");
  history_add(&history, HISTORY_SEARCH, "b");
  history_remember(&history, HISTORY_SEARCH, history.lines[HISTORY_SEARCH].items[0]);
  cr_expect_eq(history.lines[HISTORY_SEARCH].count, 2);
  expect(HISTORY_SEARCH, 0, "b");
  expect(HISTORY_SEARCH, 1, "a");
  cr_expect_str_eq(kept.data, "0:a ");
}

Test(history, the_oldest_lines_are_forgotten) {
  for (int i = 0; i < LIMIT_HISTORY + 2; i++) {
    char line[16];
    snprintf(line, sizeof line, "%d", i);
    history_add(&history, HISTORY_SEARCH, line);
  }
  cr_expect_eq(history.lines[HISTORY_SEARCH].count, LIMIT_HISTORY);
  expect(HISTORY_SEARCH, 0, "2");
}

Test(history, what_no_prompt_could_hold_is_not_taken) {
  static const char *const lines[] = {"", "a\x1b[31m", "a\tb", "a\nb", "\xc2\x9b", "\xff", "\xe4\xb8",
                                      "a\xe2\x80\xae"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    history_remember(&history, HISTORY_SEARCH, lines[i]);
  Str line = STR_EMPTY;
  str_add_fill(&line, 'a', LIMIT_TYPED + 1);
  cr_expect_not(history_add(&history, HISTORY_SEARCH, line.data));
  str_cut(&line, LIMIT_TYPED);
  cr_expect(history_add(&history, HISTORY_SEARCH, line.data));
  str_free(&line);
  cr_expect_eq(history.lines[HISTORY_SEARCH].count, 1);
  cr_expect_str_eq(kept.data, "");
}
