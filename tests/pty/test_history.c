/* What was typed at the prompts comes back in later runs. */
#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pty.h"

static char home[] = "/tmp/budgettui-history-XXXXXX";
static char state[128], history_file[256];
static const char *environment[] = {state, "LANGUAGE=en", NULL};

static void setup(void) {
  cr_assert_not_null(mkdtemp(home));
  snprintf(state, sizeof state, "XDG_STATE_HOME=%s/a/b", home);
  snprintf(history_file, sizeof history_file, "%s/a/b/budgettui/history", home);
}

static int take_away(const char *path, const struct stat *about, int kind, struct FTW *where) {
  (void)about, (void)kind, (void)where;
  return remove(path);
}

static void teardown(void) { nftw(home, take_away, 8, FTW_DEPTH | FTW_PHYS); }

TestSuite(history, .init = setup, .fini = teardown);

static Pty *start(const char *const *arguments) {
  PtySetup setup = {.environment = environment, .arguments = arguments};
  Pty *pty = pty_open(&setup);
  cr_assert_not_null(pty);
  cr_assert(pty_shows(pty, "2023"));
  return pty;
}

/* Types something that the screen answers with `shown`. */
static void type(Pty *pty, const char *keys, const char *shown) {
  pty_type(pty, keys);
  cr_assert(pty_shows(pty, shown), "no %s:\n%s", shown, pty_screen(pty));
}

/* What follows at once would be taken for a key with Alt. */
static void escape(Pty *pty) {
  pty_type(pty, "\x1b");
  cr_assert(pty_settles(pty));
}

static void leave(Pty *pty) {
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  cr_expect_eq(pty->status, 0);
  pty_close(pty);
}

static bool kept(const char *line) {
  char text[16384] = "";
  FILE *file = fopen(history_file, "r");
  if (file == NULL)
    return false;
  size_t length = fread(text, 1, sizeof text - 1, file);
  text[length] = '\0';
  fclose(file);
  return strstr(text, line) != NULL;
}

Test(history, lines_come_back_in_the_next_run) {
  struct stat about;
  Pty *pty = start(NULL);
  type(pty, ":unit yuan\r", "amounts in 元");
  type(pty, "/30217\r", "30217");
  leave(pty);
  cr_assert_eq(stat(history_file, &about), 0);
  cr_expect_eq(about.st_mode & 07777, 0600);
  pty = start(NULL);
  type(pty, "/\x1b[A", "/30217");
  escape(pty);
  type(pty, ":\x1b[A", ":unit yuan");
  escape(pty);
  leave(pty);
}

Test(history, runs_at_once_keep_the_lines_of_each_other) {
  Pty *one = start(NULL), *two = start(NULL);
  type(one, ":annex 1\r", "[2");
  type(two, ":annex 2\r", "[2");
  type(one, ":overview\r", "[1");
  leave(one);
  leave(two);
  cr_expect(kept(":annex 1\n"));
  cr_expect(kept(":annex 2\n"));
  cr_expect(kept(":overview\n"));
}

/* The file as an earlier run might have left it. */
static FILE *make_history(void) {
  char path[256];
  for (const char *slash = history_file + strlen(home); (slash = strchr(slash + 1, '/')) != NULL;) {
    snprintf(path, sizeof path, "%.*s", (int)(slash - history_file), history_file);
    cr_assert_eq(mkdir(path, 0700), 0);
  }
  FILE *file = fopen(history_file, "w");
  cr_assert_not_null(file);
  return file;
}

Test(history, control_characters_do_not_come_back) {
  FILE *file = make_history();
  fputs("/good\n/bad\x1b[31m\n/worse\x07\nnothing\n:\n", file);
  fclose(file);
  Pty *pty = start(NULL);
  type(pty, "/\x1b[A", "/good");
  type(pty, "\x1b[A", "/good");
  escape(pty);
  type(pty, ":annex 1\r", "[2");
  leave(pty);
  cr_expect(kept("/good\n"));
  cr_expect(kept(":annex 1\n"));
}

/* Only the newest lines of a file that has grown large stay, and none that is not taken. */
Test(history, a_large_file_is_written_anew) {
  struct stat about;
  FILE *file = make_history();
  fputs("/bad\x1b[31m\n", file);
  for (int i = 0; i < 40000; i++)
    fprintf(file, "/line %d\n", i);
  fclose(file);
  Pty *pty = start(NULL);
  type(pty, "/\x1b[A", "/line 39999");
  escape(pty);
  leave(pty);
  cr_expect(kept("/line 39999\n"));
  cr_expect_not(kept("bad"));
  cr_expect_not(kept("/line 39000\n"));
  cr_assert_eq(stat(history_file, &about), 0);
  cr_expect_lt(about.st_size, 10000);
}

Test(history, a_place_that_cannot_be_written_is_no_fault) {
  snprintf(state, sizeof state, "XDG_STATE_HOME=/dev/null");
  Pty *pty = start(NULL);
  type(pty, ":annex 1\r", "[2");
  type(pty, ":\x1b[A", ":annex 1");
  escape(pty);
  leave(pty);
}

Test(history, a_setting_switches_it_off) {
  char config[256];
  snprintf(config, sizeof config, "%s/config.yaml", home);
  FILE *file = fopen(config, "w");
  cr_assert_not_null(file);
  fputs("history: false\n", file);
  fclose(file);
  const char *const arguments[] = {"--config", config, TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml",
                                   NULL};
  Pty *pty = start(arguments);
  type(pty, ":annex 1\r", "[2");
  leave(pty);
  cr_expect_neq(access(history_file, F_OK), 0);
}
