/* A directory opened on a terminal: the list, a document, and back. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"

static char directory[] = TEST_BUILDDIR "/tests/pty/several.XXXXXX";

static const char *path(const char *name) {
  static char whole[1024];
  snprintf(whole, sizeof whole, "%s/%s", directory, name);
  return whole;
}

static void run(const char *format, const char *name) {
  char command[2048];
  snprintf(command, sizeof command, format, path(name));
  cr_assert_eq(system(command), 0, "%s", command);
}

static void make_directory(void) {
  cr_assert_not_null(mkdtemp(directory));
  run("cp '" SAMPLE "' '%s'", "a.yaml");
  run("echo 'format: [' >'%s'", "b.yaml");
  run("sed 's/^year: 2023/year: 2020/' '" SAMPLE "' >'%s'", "c.yml");
  run("mkfifo '%s'", "d.yaml");
}

static void remove_directory(void) {
  char command[1024];
  snprintf(command, sizeof command, "rm -rf '%s'", directory);
  cr_assert_eq(system(command), 0);
}

static Pty *open_directory(void) {
  const char *const arguments[] = {directory, NULL};
  Pty *pty = pty_open(&(PtySetup){.arguments = arguments});
  cr_assert(pty_shows(pty, "2020"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  return pty;
}

static void leave(Pty *pty, const char *key) {
  pty_type(pty, key);
  cr_assert(pty_ends(pty));
  cr_assert(WIFEXITED(pty->status) && WEXITSTATUS(pty->status) == 0);
  struct termios after = pty_modes(pty);
  cr_assert(pty_same_modes(&pty->before, &after));
  pty_close(pty);
}

Test(several, are_read_one_after_the_other_and_opened, .init = make_directory,
     .fini = remove_directory) {
  Pty *pty = open_directory();
  cr_assert_not_null(strstr(pty_screen(pty), "2023"), "the screen is:\n%s", pty_screen(pty));
  cr_assert_not_null(strstr(pty_row(pty, 6), "d.yaml"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "jj\r3");
  cr_assert(pty_shows(pty, "[3"), "the screen is:\n%s", pty_screen(pty));
  cr_assert_not_null(strstr(pty_screen(pty), "2020"));
  pty_type(pty, "q");
  cr_assert(pty_row_shows(pty, 6, "d.yaml"), "the screen is:\n%s", pty_screen(pty));
  leave(pty, "q");
}

/* The file that is selected is watched. */
Test(several, a_file_that_was_mended_is_read_again, .init = make_directory,
     .fini = remove_directory) {
  Pty *pty = open_directory();
  pty_type(pty, "j");
  cr_assert(pty_shows(pty, "b.yaml:"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  run("sed 's/^year: 2023/year: 2019/' '" SAMPLE "' >'%s'", "b.yaml");
  cr_assert(pty_shows(pty, "2019"), "the screen is:\n%s", pty_screen(pty));
  leave(pty, "Q");
}

Test(several, sleep_while_nothing_is_to_be_done, .init = make_directory, .fini = remove_directory) {
  if (pty_in_valgrind())
    cr_skip_test("valgrind uses time of its own");
  Pty *pty = open_directory();
  double before = pty_cpu(pty);
  sleep(1);
  cr_assert_lt(pty_cpu(pty) - before, 0.2);
  leave(pty, "q");
}
