/* Whether a change of a file is seen. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tui/watch.h"

static char directory[] = "/tmp/budgettui-watch-XXXXXX";
static Str file = STR_EMPTY;

static void make_directory(void) {
  enum { NOBODY = 65534 };
  if (geteuid() == 0)
    cr_assert_eq(seteuid(NOBODY), 0); /* root may read everything */
  cr_assert_not_null(mkdtemp(directory));
  str_printf(&file, "%s/budget.yaml", directory);
}

static void remove_directory(void) {
  chmod(directory, 0700);
  unlink(file.data);
  rmdir(directory);
  str_free(&file);
}

TestSuite(watch, .init = make_directory, .fini = remove_directory);

static void write_file(const char *text) {
  FILE *out = fopen(file.data, "w");
  cr_assert_not_null(out);
  fputs(text, out);
  fclose(out);
}

/* A change counts once the file has been steady for a moment. */
static bool changes(Watch *watch) {
  if (watch_changed(watch))
    return true;
  int wait = watch_wait(watch);
  if (wait > 0)
    usleep((useconds_t)wait * 1000);
  return watch_changed(watch);
}

Test(watch, sees_a_file_that_is_written_again) {
  Watch watch;
  watch_init(&watch);
  write_file("a");
  watch_file(&watch, file.data);
  cr_expect_not(changes(&watch));
  write_file("ab");
  cr_expect(changes(&watch));
  cr_expect_not(changes(&watch));
  watch_free(&watch);
}

/* The system does not watch a directory that may only be passed: the file itself is looked at. */
Test(watch, sees_a_file_in_a_directory_that_may_not_be_read) {
  Watch watch;
  watch_init(&watch);
  write_file("a");
  cr_assert_eq(chmod(directory, 0300), 0);
  watch_file(&watch, file.data);
  cr_expect_eq(watch.fd, -1);
  cr_expect_not(changes(&watch));
  write_file("ab");
  cr_expect(changes(&watch));
  cr_expect_not(changes(&watch));
  watch_free(&watch);
}
