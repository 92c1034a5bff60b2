/* What the program does beyond its screen: the clipboard, the editor, files that change. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "open_echo.h"

#define ENVIRONMENT(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define COPIED "\033]52;c;6KGM5pS/6L+Q6KGMCTEuMDA=\a" /* 行政运行, a tab, 1.00 */
#define COPIED_DOUBLED "\033Ptmux;\033\033]52;c;6KGM5pS/6L+Q6KGMCTEuMDA=\a\033\\"
#define ECHO_TEXT "ECHO_TEXT=行政运行\t1.00"

static Pty *open_in(const char *term, const char *const *environment) {
  return pty_open_echo((PtySetup){ .columns = 200, .term = term, .environment = environment });
}

static void assert_shows(Pty *pty, const char *text) {
  cr_assert(pty_row_shows(pty, 0, text), "the first row does not show %s, but:\n%s", text,
            pty_row(pty, 0));
}

/* --------------------------------------------------------------------------- files */

static char directory[] = "/tmp/budgettui-errands-XXXXXX";

static void make_directory(void) { cr_assert_not_null(mkdtemp(directory)); }

static void remove_directory(void) {
  char command[512];
  snprintf(command, sizeof command, "rm -rf '%s'", directory);
  cr_assert_eq(system(command), 0);
}

static const char *path(const char *name) {
  static char paths[4][512];
  static unsigned turn;
  char *one = paths[turn++ % 4];
  snprintf(one, sizeof paths[0], "%s/%s", directory, name);
  return one;
}

static void write_file(const char *file, const char *text) {
  FILE *stream = fopen(file, "w");
  cr_assert_not_null(stream, "%s", file);
  fputs(text, stream);
  cr_assert_eq(fclose(stream), 0);
}

/* In one step, unlike write_file, between whose steps a busy machine may pause for so long that the
 * empty file counts as steady. The text is longer than what was there. */
static void overwrite_file(const char *file, const char *text) {
  int descriptor = open(file, O_WRONLY);
  cr_assert_geq(descriptor, 0, "%s", file);
  cr_assert_eq(write(descriptor, text, strlen(text)), (ssize_t)strlen(text));
  cr_assert_eq(close(descriptor), 0);
}

static const char *read_back(const char *file) {
  static char text[4096];
  FILE *stream = fopen(file, "r");
  cr_assert_not_null(stream, "%s", file);
  text[fread(text, 1, sizeof text - 1, stream)] = '\0';
  fclose(stream);
  return text;
}

static const char *setting(const char *name, const char *value) {
  static char settings[8][700];
  static unsigned turn;
  char *one = settings[turn++ % 8];
  snprintf(one, sizeof settings[0], "%s=%s", name, value);
  return one;
}

/* ----------------------------------------------------------------------- clipboard */

static void assert_copies(const char *term, const char *const *environment, const char *bytes) {
  Pty *pty = open_in(term, environment);
  size_t before = pty->received;
  pty_type(pty, "Y");
  cr_assert(pty_received(pty, bytes));
  cr_assert(pty_settles(pty));
  cr_assert_not_null(strstr(pty->output + before, bytes));
  cr_assert_str_eq(pty_row(pty, 0), "keys Y");
  pty_close(pty);
}

Test(clipboard, is_written) {
  assert_copies(NULL, ENVIRONMENT(ECHO_TEXT), COPIED);
  assert_copies("screen", ENVIRONMENT(ECHO_TEXT), COPIED);
  assert_copies(NULL, ENVIRONMENT("ECHO_TEXT=a"), "\033]52;c;YQ==\a");
  assert_copies(NULL, ENVIRONMENT("ECHO_TEXT=ab"), "\033]52;c;YWI=\a");
  assert_copies(NULL, ENVIRONMENT("ECHO_TEXT=abc"), "\033]52;c;YWJj\a");
}

Test(clipboard, passes_through_tmux) {
  const char *const *environment = ENVIRONMENT(ECHO_TEXT, "TMUX=/nonexistent,1,0");
  assert_copies("tmux-256color", environment, COPIED COPIED_DOUBLED);
}

Test(clipboard, passes_through_screen) {
  const char *const *environment = ENVIRONMENT(ECHO_TEXT, "STY=1.pts");
  assert_copies("screen", environment, "\033P" COPIED "\033\\");
  char text[16 + 300] = "ECHO_TEXT=";
  memset(text + strlen(text), 'x', 300);
  Pty *pty = open_in("screen", ENVIRONMENT(text, "STY=1.pts"));
  pty_type(pty, "Y");
  cr_assert(pty_received(pty, "\a\033\\"));
  cr_assert(pty_received(pty, "eHh4e\033\\\033PHh4")); /* after 240 bytes a new piece */
  pty_close(pty);
}

/* tmux as it is set up at first passes over the sequence, but writes the clipboard itself. */
Test(clipboard, through_a_tmux_that_runs, .init = make_directory, .fini = remove_directory) {
  static const char *const wrapper[] = { "tmux", "-f", "/dev/null", "new-session", NULL };
  if (system("command -v tmux >/dev/null 2>&1") != 0)
    cr_skip_test("tmux is not installed");
  Pty *pty = pty_open_echo((PtySetup){
      .columns = 200,
      .wrapper = wrapper,
      .environment = ENVIRONMENT(ECHO_TEXT, setting("TMUX_TMPDIR", directory)) });
  pty_type(pty, "Y");
  cr_assert(pty_received(pty, "6KGM5pS/6L+Q6KGMCTEuMDA="));
  assert_shows(pty, "keys Y");
  pty_type(pty, "\033[200~行政\033[201~");
  assert_shows(pty, "keys Y [行政]6");
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}

Test(clipboard, unknown_to_the_terminal_is_said) {
  static const char *const terms[] = { "linux", "vt100" };
  for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
    Pty *pty = open_in(terms[i], ENVIRONMENT(ECHO_TEXT));
    pty_type(pty, "Y");
    assert_shows(pty, "keys Y says:");
    cr_assert_null(strstr(pty->output, "]52;"), "TERM=%s", terms[i]);
    pty_close(pty);
  }
}

Test(clipboard, too_much_is_said) {
  static char text[70000] = "ECHO_TEXT=";
  memset(text + strlen(text), 'x', sizeof text - strlen(text) - 1);
  Pty *pty = open_in(NULL, ENVIRONMENT(text));
  pty_type(pty, "Y");
  assert_shows(pty, "keys Y says:");
  cr_assert_null(strstr(pty->output, "]52;"));
  pty_close(pty);
}

/* -------------------------------------------------------------------------- editor */

/* Writes its arguments down, and what it finds of the terminal; then it does as it is told. */
static const char *make_editor(const char *then) {
  char text[2048];
  snprintf(text, sizeof text, "#!/bin/sh\nprintf '%%s\\n' \"$@\" >'%s'\nstty -a >'%s'\n%s\n",
           path("arguments"), path("stty"), then);
  write_file(path("editor"), text);
  cr_assert_eq(chmod(path("editor"), 0700), 0);
  return path("editor");
}

Test(editor, opens_the_file_at_the_line, .init = make_directory, .fini = remove_directory) {
  const char *file = path("a $(touch x) 'b\".yaml");
  char words[600], expected[600];
  write_file(file, "old\n");
  snprintf(words, sizeof words, "'%s' -n 'two words'", make_editor("echo editing; read answer"));
  Pty *pty = open_in(NULL, ENVIRONMENT(setting("ECHO_FILE", file), setting("VISUAL", words),
                                       "EDITOR=false"));
  pty_type(pty, "E");
  cr_assert(pty_shows(pty, "editing"), "the screen is:\n%s", pty_screen(pty));
  cr_assert_not(pty->second_screen);
  cr_assert_not(pty_mode(pty, "1000") || pty_mode(pty, "2004"));
  struct termios modes = pty_modes(pty);
  cr_assert(pty_same_modes(&modes, &pty->before), "the editor does not get the terminal as it was");
  pty_type(pty, "\r");
  assert_shows(pty, "keys E changed");
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), "keys E changed");
  cr_assert(pty->second_screen);
  cr_assert(pty_mode(pty, "1000") && pty_mode(pty, "2004"));
  snprintf(expected, sizeof expected, "-n\ntwo words\n+7\n%s\n", file);
  cr_assert_str_eq(read_back(path("arguments")), expected);
  cr_assert_not_null(strstr(read_back(path("stty")), " icanon"));
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}

Test(editor, interrupts_are_its_own, .init = make_directory, .fini = remove_directory) {
  make_editor("trap 'echo interrupted' INT; echo editing; read answer; read answer");
  write_file(path("file"), "old\n");
  Pty *pty = open_in(NULL, ENVIRONMENT(setting("ECHO_FILE", path("file")),
                                       setting("EDITOR", path("editor"))));
  pty_type(pty, "E");
  cr_assert(pty_shows(pty, "editing"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\003");
  cr_assert(pty_shows(pty, "interrupted"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\r\r");
  assert_shows(pty, "keys E changed");
  pty_close(pty);
}

/* ^Z stops both, and fg continues both. */
Test(editor, is_stopped_with_us, .init = make_directory, .fini = remove_directory) {
  if (pty_in_valgrind())
    cr_skip_test("in valgrind nothing stops");
  make_editor("echo editing; read answer; echo \"got $answer\"; read answer");
  write_file(path("file"), "old\n");
  Pty *pty = open_in(NULL, ENVIRONMENT(setting("ECHO_FILE", path("file")),
                                       setting("EDITOR", path("editor"))));
  pty_type(pty, "E");
  cr_assert(pty_shows(pty, "editing"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\032");
  cr_assert(pty_stops(pty));
  pty_continue(pty);
  pty_type(pty, "yes\r");
  cr_assert(pty_shows(pty, "got yes"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "\r");
  assert_shows(pty, "keys E changed");
  pty_close(pty);
}

Test(editor, that_fails_is_said, .init = make_directory, .fini = remove_directory) {
  write_file(path("file"), "old\n");
  const char *file = setting("ECHO_FILE", path("file"));
  static const char *const editors[][2] = { { "EDITOR=/nonexistent/editor", "/nonexistent/editor" },
                                            { "EDITOR=exit 3;", "3" },
                                            { "EDITOR=kill -9 $$;", "9" } };
  for (size_t i = 0; i < sizeof editors / sizeof *editors; i++) {
    Pty *pty = open_in(NULL, ENVIRONMENT(file, editors[i][0]));
    pty_type(pty, "E");
    assert_shows(pty, "keys E changed says:");
    assert_shows(pty, editors[i][1]);
    pty_close(pty);
  }
}

Test(editor, has_nothing_to_open) {
  Pty *pty = open_in(NULL, ENVIRONMENT("EDITOR=true"));
  pty_type(pty, "E");
  assert_shows(pty, "keys E says:");
  pty_close(pty);
}

/* Nothing is typed into a PDF. */
Test(editor, leaves_the_source_of_an_import_alone, .init = make_directory, .fini = remove_directory) {
  write_file(path("file.pdf"), "%PDF-1.4\n");
  make_editor("");
  Pty *pty = open_in(NULL, ENVIRONMENT(setting("ECHO_FILE", path("file.pdf")),
                                       setting("EDITOR", path("editor"))));
  pty_type(pty, "E");
  assert_shows(pty, "keys E says:");
  cr_assert_neq(access(path("arguments"), F_OK), 0);
  pty_close(pty);
}

/* ----------------------------------------------------------------- files that change */

static Pty *open_watching(const char *file) {
  return open_in(NULL, ENVIRONMENT(setting("ECHO_FILE", file)));
}

Test(watch, sees_a_file_written_anew, .init = make_directory, .fini = remove_directory) {
  write_file(path("file"), "old\n");
  Pty *pty = open_watching(path("file"));
  overwrite_file(path("file"), "newer\n");
  assert_shows(pty, "keys changed");
  write_file(path("other"), "newer\n");
  cr_assert(pty_settles(pty));
  usleep(200000);
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), "keys changed");
  overwrite_file(path("file"), "newest\n");
  assert_shows(pty, "keys changed changed");
  pty_close(pty);
}

Test(watch, sees_a_file_renamed_into_place, .init = make_directory, .fini = remove_directory) {
  write_file(path("file"), "old\n");
  Pty *pty = open_watching(path("file"));
  for (int i = 0; i < 2; i++) {
    write_file(path("new"), i ? "a\n" : "b\n");
    cr_assert_eq(rename(path("new"), path("file")), 0);
    assert_shows(pty, i ? "keys changed changed" : "keys changed");
  }
  cr_assert_eq(unlink(path("file")), 0);
  usleep(200000);
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), "keys changed changed");
  write_file(path("file"), "back\n");
  assert_shows(pty, "keys changed changed changed");
  pty_close(pty);
}

Test(watch, sees_where_a_link_leads, .init = make_directory, .fini = remove_directory) {
  cr_assert_eq(mkdir(path("far"), 0700), 0);
  write_file(path("far/file"), "old\n");
  write_file(path("far/next"), "old\n");
  cr_assert_eq(symlink("far/file", path("link")), 0);
  Pty *pty = open_watching(path("link"));
  overwrite_file(path("far/file"), "newer\n");
  assert_shows(pty, "keys changed");
  cr_assert_eq(symlink("far/next", path("relink")), 0);
  cr_assert_eq(rename(path("relink"), path("link")), 0);
  assert_shows(pty, "keys changed changed");
  overwrite_file(path("far/next"), "newer\n");
  assert_shows(pty, "keys changed changed changed");
  pty_close(pty);
}

static size_t count_of(const char *text, const char *part) {
  size_t count = 0;
  while ((text = strstr(text, part)) != NULL) {
    text += strlen(part);
    count++;
  }
  return count;
}

/* A file that is still being written is not read: only when it was left alone for a tenth of a
 * second, which on a busy machine can be in the middle, too. */
Test(watch, waits_until_the_file_is_steady, .init = make_directory, .fini = remove_directory) {
  enum { LINES = 20 };
  static const double STEADY_SECONDS = 0.1;
  write_file(path("file"), "old\n");
  Pty *pty = open_watching(path("file"));
  size_t pauses = 0;
  double before = clock_seconds();
  FILE *stream = fopen(path("file"), "w");
  for (int i = 0; i < LINES; i++) {
    double began = before;
    fputs("more\n", stream);
    before = clock_seconds();
    fflush(stream);
    pauses += clock_seconds() - began >= STEADY_SECONDS;
    usleep(30000);
  }
  fclose(stream);
  assert_shows(pty, "keys changed");
  usleep(300000);
  cr_assert(pty_settles(pty));
  cr_assert_leq(count_of(pty_row(pty, 0), "changed"), 1 + pauses, "%s", pty_row(pty, 0));
  pty_close(pty);
}

/* ------------------------------------------------------------------ the program itself */

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"
#define TITLE "九龙坡" /* of the office, whatever the language */

/* A copy of the sample, opened at an account by a script for an editor. */
static Pty *open_copy(const char *script) {
  char command[1200];
  snprintf(command, sizeof command, "cp '%s' '%s' && chmod u+w '%s'", SAMPLE, path("budget.yaml"),
           path("budget.yaml"));
  cr_assert_eq(system(command), 0);
  make_editor(script);
  Pty *pty = pty_open(&(PtySetup){
      .environment = ENVIRONMENT(setting("EDITOR", path("editor"))),
      .arguments = (const char *const[]){ path("budget.yaml"), NULL } });
  cr_assert(pty_shows(pty, TITLE), "no first screen, but:\n%s", pty_screen(pty));
  pty_type(pty, "3/2010301\r");
  cr_assert(pty_settles(pty));
  cr_assert(pty_shows(pty, "261.96"), "the screen is:\n%s", pty_screen(pty));
  return pty;
}

static void close_copy(Pty *pty) {
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  cr_assert(WIFEXITED(pty->status) && WEXITSTATUS(pty->status) == 0);
  pty_close(pty);
}

static void assert_selected(Pty *pty, const char *code) {
  int row = pty_selected(pty);
  cr_assert(row >= 0 && strstr(pty_row(pty, row), code), "%s is not selected:\n%s", code,
            pty_screen(pty));
}

Test(program, edits_at_the_row_and_shows_what_was_written, .init = make_directory,
     .fini = remove_directory) {
  Pty *pty = open_copy("for file; do :; done; sed -i 's/261[.]96/333.33/g' \"$file\"");
  pty_type(pty, "e");
  cr_assert(pty_shows(pty, "333.33"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  assert_selected(pty, "2010301");
  cr_assert_null(strstr(pty_screen(pty), "261.96"));
  cr_assert_not_null(strstr(read_back(path("arguments")), "/budget.yaml\n"));
  cr_assert_eq(read_back(path("arguments"))[0], '+');
  close_copy(pty);
}

Test(program, keeps_what_it_shows_when_the_new_file_is_broken, .init = make_directory,
     .fini = remove_directory) {
  Pty *pty = open_copy("for file; do :; done; echo '{' >\"$file\"");
  pty_type(pty, "e");
  cr_assert(pty_shows(pty, "budget.yaml"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  cr_assert(strstr(pty_screen(pty), "261.96"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "k");
  cr_assert(pty_settles(pty));
  assert_selected(pty, "20103 ");
  close_copy(pty);
}

Test(program, reads_a_file_that_changed_by_itself, .init = make_directory,
     .fini = remove_directory) {
  char command[1200];
  Pty *pty = open_copy("true");
  snprintf(command, sizeof command, "sed 's/261[.]96/333.33/g' '%s' >'%s' && mv '%s' '%s'", SAMPLE,
           path("new"), path("new"), path("budget.yaml"));
  cr_assert_eq(system(command), 0);
  cr_assert(pty_shows(pty, "333.33"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  assert_selected(pty, "2010301");
  close_copy(pty);
}
