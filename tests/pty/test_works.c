/* Long works: shown, interrupted, and done between events. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "open_echo.h"

#define ENVIRONMENT(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void assert_shows(Pty *pty, const char *text) {
  cr_assert(pty_row_shows(pty, 0, text), "the first row does not show %s, but:\n%s", text,
            pty_row(pty, 0));
}

Test(works, are_shown_when_they_take_long) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  pty_type(pty, "W");
  cr_assert(pty_row_shows(pty, 3, "100,000"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_row_shows(pty, 3, "%"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_row_shows(pty, 4, "^C"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "x");
  assert_shows(pty, "keys W done x");
  cr_assert(pty_settles(pty));
  cr_assert_null(strstr(pty_screen(pty), "100,000"));
  pty_close(pty);
}

/* With ^C, the system throws away what is on its way to the terminal: only what is painted anew after
 * it is sure to be shown. */
static void assert_painted_anew(Pty *pty, size_t since) {
  cr_assert(pty_settles(pty));
  cr_assert_not_null(strstr(pty->output + since, "\033[2J"), "the screen is:\n%s", pty_screen(pty));
}

Test(works, are_stopped) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  for (int i = 0; i < 2; i++) {
    pty_type(pty, "W");
    cr_assert(pty_row_shows(pty, 4, "^C"), "the screen is:\n%s", pty_screen(pty));
    size_t before = pty->received;
    pty_type(pty, "\003");
    assert_shows(pty, i ? "keys W stopped W stopped" : "keys W stopped");
    assert_painted_anew(pty, before);
  }
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  cr_assert(WIFEXITED(pty->status) && WEXITSTATUS(pty->status) == 0);
  pty_close(pty);
}

/* Types ^C when a work has just ended; whether that was taken for late. */
static bool types_late(Pty *pty) {
  pty_type(pty, "W");
  cr_assert(pty_row_shows(pty, 4, "^C"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "x");
  assert_shows(pty, "keys W done x");
  size_t before = pty->received;
  pty_type(pty, "\003");
  bool late = pty_row_shows(pty, 0, "keys W done x says:");
  if (late)
    assert_painted_anew(pty, before);
  return late;
}

/* The key comes when the work has just ended: it is not the program that it was for. */
Test(works, that_have_ended_take_the_key_that_was_for_them) {
  enum { TRIES = 20 };
  static const double SOON_SECONDS = 1;
  for (int i = 0; i < TRIES; i++) {
    Pty *pty = pty_open_echo((PtySetup){ 0 });
    double before = clock_seconds();
    bool late = types_late(pty), soon = clock_seconds() - before < SOON_SECONDS;
    cr_assert(late || !soon, "the screen is:\n%s", pty_screen(pty));
    pty_type(pty, "\003");
    cr_assert(pty_ends(pty));
    cr_assert(WIFEXITED(pty->status) && WEXITSTATUS(pty->status) == 4);
    pty_close(pty);
    if (late)
      return;
  }
  cr_skip_test("the machine is too busy to type ^C soon after a work");
}

Test(works, see_a_resize) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  pty_type(pty, "W");
  cr_assert(pty_row_shows(pty, 4, "^C"), "the screen is:\n%s", pty_screen(pty));
  pty_resize(pty, 9, 60);
  cr_assert(pty_row_shows(pty, 8, "^C"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "x");
  assert_shows(pty, "keys W done x");
  pty_close(pty);
}

/* Before the application runs, a load takes the screen only when it takes long. */
Test(works, before_the_first_screen) {
  PtySetup setup = { .program = TEST_BUILDDIR "/tests/pty/echo", .columns = 200,
                     .environment = ENVIRONMENT("ECHO_LOADS=1") };
  Pty *pty = pty_open(&setup);
  cr_assert(pty_row_shows(pty, 22, "100,000"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\003");
  assert_shows(pty, "keys stopped");
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  cr_assert(WIFEXITED(pty->status) && WEXITSTATUS(pty->status) == 0);
  pty_close(pty);
}

Test(works, are_ended_by_a_signal) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  pty_type(pty, "W");
  cr_assert(pty_row_shows(pty, 4, "^C"), "the screen is:\n%s", pty_screen(pty));
  pty_signal(pty, SIGTERM);
  cr_assert(pty_ends(pty));
  cr_assert(WIFEXITED(pty->status) && WEXITSTATUS(pty->status) == 4);
  pty_close(pty);
}

Test(works, go_on_while_no_event_comes) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  pty_type(pty, "B");
  assert_shows(pty, "keys B piece piece piece");
  pty_close(pty);
}

/* A file that never ends: the other end of it is another process. */
Test(works, of_reading_are_interrupted) {
  static char pipe_name[] = "/tmp/budgettui-works-XXXXXX";
  cr_assert_not_null(mkdtemp(pipe_name));
  cr_assert_eq(rmdir(pipe_name), 0);
  static const char *const wrapper[] = {
    "sh", "-c", "(while echo '# comment'; do sleep 0.02; done >\"$2\") & exec \"$@\"", "sh", NULL
  };
  cr_assert_eq(mkfifo(pipe_name, 0600), 0);
  Pty *pty = pty_open(&(PtySetup){ .wrapper = wrapper,
                                   .arguments = (const char *const[]){ pipe_name, NULL } });
  cr_assert(pty_row_shows(pty, 23, "^C"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\003");
  cr_assert(pty_ends(pty));
  cr_assert(WIFSIGNALED(pty->status) && WTERMSIG(pty->status) == SIGINT);
  struct termios modes = pty_modes(pty);
  cr_assert(pty_same_modes(&modes, &pty->before));
  cr_assert_not(pty->second_screen || pty_mode(pty, "1000") || pty_mode(pty, "2004"));
  pty_close(pty);
  unlink(pipe_name);
}

/* What came through a pipe is gone: asked for again, it is not waited for. */
Test(works, read_no_pipe_a_second_time) {
  static const char *const wrapper[] = { "sh", "-c", "cat \"$2\" | \"$1\" -", "sh", NULL };
  Pty *pty = pty_open(&(PtySetup){
      .wrapper = wrapper,
      .columns = 120,
      .arguments = (const char *const[]){ TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml", NULL } });
  cr_assert(pty_row_shows(pty, 0, "2023"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "R");
  cr_assert(pty_row_shows(pty, 22, "只能单独读取一次"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}
