/* How the program leaves the terminal, and what it does without one. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"

enum { STATUS_NO_TERMINAL = 4 };
#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"
#define TITLE "九龙坡" /* of the office, whatever the language */

static Pty *open_with(PtySetup setup) {
  Pty *pty = pty_open(&setup);
  cr_assert(pty_shows(pty, TITLE), "no first screen, but:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  struct termios modes = pty_modes(pty);
  cr_assert_not(pty_same_modes(&modes, &pty->before));
  return pty;
}

static void assert_left_as_found(Pty *pty) {
  struct termios modes = pty_modes(pty);
  cr_assert(pty_same_modes(&modes, &pty->before), "the terminal's modes are not put back");
  cr_assert_not(pty->second_screen, "the second screen is not left");
  cr_assert_not(pty_mode(pty, "1000") || pty_mode(pty, "1006"), "the mouse is still reported");
  cr_assert_not(pty_mode(pty, "2004"), "pastes are still bracketed");
  cr_assert(pty->cursor_visible, "the cursor is hidden");
  cr_assert_eq(strstr(pty_screen(pty), TITLE), NULL, "the first screen is not as it was:\n%s",
               pty_screen(pty));
  VTermScreenCell cell = pty_cell(pty, pty_cursor(pty).row, 0);
  cr_assert_not(cell.attrs.reverse || cell.attrs.bold || cell.attrs.underline);
}

static void assert_ends_with(Pty *pty, int status) {
  cr_assert(pty_ends(pty), "it does not end; the screen is:\n%s", pty_screen(pty));
  cr_assert(WIFEXITED(pty->status), "it died of signal %d", WTERMSIG(pty->status));
  cr_assert_eq(WEXITSTATUS(pty->status), status, "its status is %d", WEXITSTATUS(pty->status));
}

static void assert_dies_of(Pty *pty, int signal_number) {
  cr_assert(pty_ends(pty), "it does not end; the screen is:\n%s", pty_screen(pty));
  cr_assert(WIFSIGNALED(pty->status), "its status is %d", WEXITSTATUS(pty->status));
  cr_assert_eq(WTERMSIG(pty->status), signal_number, "it died of %d", WTERMSIG(pty->status));
}

Test(leaving, quit) {
  Pty *pty = open_with((PtySetup){ 0 });
  pty_type(pty, "Q");
  assert_ends_with(pty, 0);
  assert_left_as_found(pty);
  pty_close(pty);
}

Test(leaving, quit_on_every_terminal) {
  static const char *const terms[] = { "tmux", "screen", "linux", "vt100" };
  for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
    Pty *pty = open_with((PtySetup){ .term = terms[i] });
    pty_type(pty, "Q");
    assert_ends_with(pty, 0);
    struct termios modes = pty_modes(pty);
    cr_assert(pty_same_modes(&modes, &pty->before), "TERM=%s", terms[i]);
    cr_assert_not(pty->second_screen);
    cr_assert(pty->cursor_visible);
    pty_close(pty);
  }
}

/* Where reading took so long that it was shown, the first SIGINT may count as meant for that. */
static bool may_be_late(Pty *pty) {
  return strstr(pty->output, "^C") && pty_shows(pty, "再按一次 ^C");
}

Test(leaving, signals) {
  static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGUSR2,
                                 SIGALRM, SIGPIPE, SIGXCPU };
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
    Pty *pty = open_with((PtySetup){ 0 });
    pty_signal(pty, signals[i]);
    if (signals[i] == SIGINT && may_be_late(pty))
      pty_signal(pty, SIGINT);
    assert_dies_of(pty, signals[i]);
    assert_left_as_found(pty);
    pty_close(pty);
  }
}

Test(leaving, control_c) {
  Pty *pty = open_with((PtySetup){ 0 });
  pty_type(pty, "j\003");
  if (may_be_late(pty))
    pty_type(pty, "\003");
  assert_dies_of(pty, SIGINT);
  assert_left_as_found(pty);
  pty_close(pty);
}

Test(leaving, crashes) {
  static const int signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT };
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
    Pty *pty = open_with((PtySetup){ 0 });
    pty_signal(pty, signals[i]);
    assert_dies_of(pty, signals[i]);
    assert_left_as_found(pty);
    pty_close(pty);
  }
}

Test(leaving, crash_on_a_terminal_without_a_second_screen) {
  Pty *pty = open_with((PtySetup){ .term = "linux" });
  pty_signal(pty, SIGSEGV);
  assert_dies_of(pty, SIGSEGV);
  struct termios modes = pty_modes(pty);
  cr_assert(pty_same_modes(&modes, &pty->before));
  cr_assert(pty->cursor_visible);
  cr_assert_eq(pty_cursor(pty).row, 23, "the prompt would stand in row %d", pty_cursor(pty).row);
  cr_assert_eq(pty_cursor(pty).col, 0);
  pty_close(pty);
}

/* A shell would pass SIGHUP on to its jobs; this one does not, so that the program is alone. */
Test(leaving, terminal_goes_away) {
  for (int nohup = 0; nohup < 2; nohup++) {
    Pty *pty = open_with((PtySetup){ .nohup = nohup });
    pty_hang_up(pty);
    assert_ends_with(pty, STATUS_NO_TERMINAL);
    pty_close(pty);
  }
}

/* ------------------------------------------------------------------------ stop, go on */

static void assert_stopped_and_continued(Pty *pty, const char *screen) {
  cr_assert(pty_stops(pty), "it does not stop");
  assert_left_as_found(pty);
  pty_continue(pty);
  cr_assert(pty_shows(pty, TITLE), "it does not redraw");
  cr_assert(pty_settles(pty));
  cr_assert(pty->second_screen);
  cr_assert(pty_mode(pty, "1000") && pty_mode(pty, "1006"), "the mouse is no longer reported");
  cr_assert(pty_mode(pty, "2004"), "pastes are no longer bracketed");
  cr_assert_str_eq(pty_screen(pty), screen);
  struct termios modes = pty_modes(pty);
  cr_assert_not(pty_same_modes(&modes, &pty->before), "the keyboard is not taken again");
}

Test(leaving, suspend_and_continue) {
  if (pty_in_valgrind())
    cr_skip_test("in valgrind nothing stops");
  Pty *pty = open_with((PtySetup){ 0 });
  pty_type(pty, "3jj");
  cr_assert(pty_settles(pty));
  char *screen = strdup(pty_screen(pty));
  for (int i = 0; i < 2; i++) {
    pty_type(pty, "\032");
    assert_stopped_and_continued(pty, screen);
    pty_signal(pty, SIGTSTP);
    assert_stopped_and_continued(pty, screen);
  }
  pty_type(pty, "Q");
  assert_ends_with(pty, 0);
  assert_left_as_found(pty);
  free(screen);
  pty_close(pty);
}

Test(leaving, resized_while_stopped) {
  if (pty_in_valgrind())
    cr_skip_test("in valgrind nothing stops");
  Pty *pty = open_with((PtySetup){ 0 });
  pty_type(pty, "\032");
  cr_assert(pty_stops(pty));
  pty_resize(pty, 40, 100);
  pty_continue(pty);
  cr_assert(pty_shows(pty, TITLE));
  cr_assert(pty_settles(pty));
  cr_assert_neq(pty_row(pty, 39)[0], '\0', "the last line is empty:\n%s", pty_screen(pty));
  pty_close(pty);
}

Test(leaving, killed_while_stopped) {
  if (pty_in_valgrind())
    cr_skip_test("in valgrind nothing stops");
  Pty *pty = open_with((PtySetup){ 0 });
  pty_type(pty, "\032");
  cr_assert(pty_stops(pty));
  pty_signal(pty, SIGTERM);
  pty_continue(pty);
  assert_dies_of(pty, SIGTERM);
  assert_left_as_found(pty);
  pty_close(pty);
}

/* What SIGSTOP does cannot be seen coming; what follows SIGCONT repairs it. */
Test(leaving, stopped_by_force) {
  Pty *pty = open_with((PtySetup){ 0 });
  char *screen = strdup(pty_screen(pty));
  pty_signal(pty, SIGSTOP);
  cr_assert(pty_stops(pty));
  tcsetattr(pty->slave, TCSANOW, &pty->before);
  vterm_input_write(pty->vterm, "\033[2J", 4);
  pty_continue(pty);
  cr_assert(pty_shows(pty, TITLE));
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_screen(pty), screen);
  pty_type(pty, "Q");
  assert_ends_with(pty, 0);
  assert_left_as_found(pty);
  free(screen);
  pty_close(pty);
}

Test(leaving, control_c_gives_up_a_line) {
  Pty *pty = open_with((PtySetup){ 0 });
  pty_type(pty, "/abc");
  cr_assert(pty_row_shows(pty, 23, "/abc"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\003");
  cr_assert(pty_row_shows(pty, 23, "? 帮助"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "3");
  cr_assert(pty_row_shows(pty, 1, "[3"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "Q");
  assert_ends_with(pty, 0);
  pty_close(pty);
}

/* --------------------------------------------------------------------- no terminal */

static void assert_refuses(PtySetup setup) {
  Pty *pty = pty_open(&setup);
  assert_ends_with(pty, STATUS_NO_TERMINAL);
  cr_assert(strstr(pty_screen(pty), "budgettui show"), "it says:\n%s", pty_screen(pty));
  struct termios modes = pty_modes(pty);
  cr_assert(pty_same_modes(&modes, &pty->before));
  pty_close(pty);
}

Test(leaving, terminals_that_cannot_do_it) {
  static const char *const terms[] = { "TERM=dumb", "TERM=unknown", "TERM", "TERM=",
                                       "TERM=no-such-terminal" };
  for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++)
    assert_refuses((PtySetup){ .columns = 200, .environment = (const char *const[]){ terms[i], NULL } });
}

Test(leaving, no_terminal) {
  static const char *const output[] = { "sh", "-c", "\"$@\" | cat; exit 4", "sh", NULL };
  static const char *const input[] = { "sh", "-c", "echo | \"$@\"", "sh", NULL };
  static const char *const nothing[] = { "sh", "-c", "exec \"$@\" </dev/null", "sh", NULL };
  static const char *const none[] = { NULL };
  assert_refuses((PtySetup){ .columns = 200, .wrapper = output });
  assert_refuses((PtySetup){ .columns = 200, .wrapper = input, .arguments = none });
  assert_refuses((PtySetup){ .columns = 200, .wrapper = nothing, .arguments = none });
}

/* With a file to open, standard input is not needed: xargs gives an empty one. */
Test(leaving, keys_come_from_the_terminal_itself) {
  static const char *const xargs[] = { "sh", "-c", "echo \"$2\" | xargs \"$1\"", "sh", NULL };
  Pty *pty = pty_open(&(PtySetup){ .wrapper = xargs });
  cr_assert(pty_row_shows(pty, 0, "2023"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "3");
  cr_assert(pty_row_shows(pty, 1, "[3"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "Q");
  assert_ends_with(pty, 0);
  pty_close(pty);
}

Test(leaving, no_terminal_at_all) {
  char said[4096], command[4096];
  snprintf(command, sizeof command,
           "XDG_CONFIG_HOME=/dev/null setsid -w '%s' '%s' </dev/null 2>&1; echo $?", pty_program(),
           SAMPLE);
  FILE *pipe = popen(command, "r");
  size_t length = fread(said, 1, sizeof said - 1, pipe);
  pclose(pipe);
  said[length] = '\0';
  cr_assert(strstr(said, "budgettui show"), "it says: %s", said);
  cr_assert(length > 2 && strcmp(said + length - 2, "4\n") == 0, "it says: %s", said);
}

/* -------------------------------------------------------------------------- tidiness */

Test(leaving, frees_everything, .timeout = 290) {
  if (pty_in_valgrind())
    cr_skip_test("it runs in valgrind as it is");
  if (system("command -v valgrind >/dev/null 2>&1") != 0)
    cr_skip_test("valgrind is not installed");
  const char *asan = getenv("ASAN");
  if (asan && strcmp(asan, "yes") == 0)
    cr_skip_test("the program has AddressSanitizer, which valgrind cannot run");
  static const char log[] = TEST_BUILDDIR "/tests/pty/valgrind.log";
  static const char *const wrapper[] = {
    "valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full",
    "--errors-for-leak-kinds=definite,possible", "--log-file=" TEST_BUILDDIR "/tests/pty/valgrind.log", NULL
  };
  unlink(log);
  static const char *const environment[] = { "EDITOR=true", NULL };
  Pty *pty = open_with((PtySetup){ .wrapper = wrapper, .environment = environment, .patience = 120 });
  static const char *const keys[] = { "3jjE", "/2010302\r", "2\r", "jl", "6\t", "7 ", "?", "q",
                                      "3/\033[200~201\033[201~\r", "\033[<0;9;8M\033[<65;9;8M",
                                      "yy", "e" };
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    pty_type(pty, keys[i]);
    cr_assert(pty_settles(pty));
  }
  pty_resize(pty, 40, 100);
  cr_assert(pty_settles(pty));
  pty_type(pty, "\032"); /* under valgrind nothing stops: the program goes on at once */
  cr_assert(pty_settles(pty));
  pty_type(pty, "Q");
  assert_ends_with(pty, 0);
  pty_close(pty);
  char said[2048];
  FILE *file = fopen(log, "r");
  cr_assert_not_null(file, "valgrind left no log");
  size_t length = fread(said, 1, sizeof said - 1, file);
  fclose(file);
  said[length] = '\0';
  cr_assert_eq(length, 0, "valgrind says:\n%s", said);
}
