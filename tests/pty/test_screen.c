/* What a terminal shows of the program. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "open_echo.h"

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"
#define TITLE "九龙坡" /* of the office, whatever the language */
#define FUNCTIONAL "3" /* the key of the view */

/* Opens the sample and waits for its first screen. */
static Pty *open_at(PtySetup setup) {
  Pty *pty = pty_open(&setup);
  cr_assert(pty_shows(pty, TITLE), "no first screen, but:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  return pty;
}

static Pty *open_sized(int rows, int columns) {
  return open_at((PtySetup){ .rows = rows, .columns = columns });
}

static void type(Pty *pty, const char *keys) {
  pty_type(pty, keys);
  cr_assert(pty_settles(pty));
}

/* What stands there after many small changes is what a whole repaint shows. */
static void assert_redraw_changes_nothing(Pty *pty) {
  char *before = strdup(pty_screen(pty));
  type(pty, "\f");
  cr_assert_str_eq(pty_screen(pty), before);
  free(before);
}

Test(screen, first) {
  Pty *pty = open_sized(24, 80);
  cr_assert(pty->second_screen);
  cr_assert_not(pty->cursor_visible);
  cr_assert(strstr(pty_row(pty, 0), "2023"), "the title is: %s", pty_row(pty, 0));
  cr_assert(strstr(pty_row(pty, 1), "总览"), "the tabs are: %s", pty_row(pty, 1));
  assert_redraw_changes_nothing(pty);
  pty_close(pty);
}

Test(screen, search_lands_on_the_code) {
  Pty *pty = open_sized(24, 80);
  type(pty, "/2010302");
  cr_assert(pty->cursor_visible, "the prompt has the cursor");
  pty_type(pty, "\r");
  cr_assert(pty_settles(pty));
  int row = pty_selected(pty);
  cr_assert_geq(row, 0, "nothing is selected:\n%s", pty_screen(pty));
  cr_assert(strstr(pty_row(pty, row), "2010302"), "selected is: %s", pty_row(pty, row));
  cr_assert(strstr(pty_row(pty, row), "一般行政管理事务"), "selected is: %s", pty_row(pty, row));
  pty_close(pty);
}

Test(screen, search_takes_typed_ahead_keys) {
  Pty *pty = pty_open(&(PtySetup){ .rows = 24 });
  pty_type(pty, "/2010302\r");
  cr_assert(pty_shows(pty, "2010302"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  int row = pty_selected(pty);
  cr_assert(row >= 0 && strstr(pty_row(pty, row), "2010302"), "the screen is:\n%s", pty_screen(pty));
  pty_close(pty);
}

Test(screen, commands_are_typed) {
  Pty *pty = open_sized(24, 80);
  type(pty, ":unit \t");
  cr_assert(pty->cursor_visible, "the prompt has the cursor");
  cr_assert_str_eq(pty_row(pty, 23), ":unit 元");
  type(pty, "\r");
  cr_assert(strstr(pty_row(pty, 0), "元") && !strstr(pty_row(pty, 0), "万元"), "the title is: %s",
            pty_row(pty, 0));
  type(pty, ":30217\r");
  int row = pty_selected(pty);
  cr_assert(row >= 0 && strstr(pty_row(pty, row), "30217"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, ":quit\r");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}

Test(screen, chinese_is_typed) {
  Pty *pty = open_sized(24, 80);
  type(pty, "/行政运行");
  cr_assert(strstr(pty_screen(pty), "/行政运行"), "the screen is:\n%s", pty_screen(pty));
  type(pty, "\b\177");
  cr_assert(strstr(pty_screen(pty), "/行政"), "the screen is:\n%s", pty_screen(pty));
  cr_assert_not(strstr(pty_screen(pty), "/行政运"));
  pty_close(pty);
}

Test(screen, resizing_fills_every_size) {
  static const int sizes[][2] = { { 10, 40 }, { 50, 200 }, { 24, 80 }, { 100, 300 }, { 10, 40 } };
  Pty *pty = open_sized(24, 80);
  type(pty, "/2010302\r\f"); /* a redraw takes the message away */
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    pty_resize(pty, sizes[i][0], sizes[i][1]);
    cr_assert(pty_settles(pty));
    int row = pty_selected(pty);
    cr_assert(row >= 0 && strstr(pty_row(pty, row), "2010302"), "the place is lost at %d x %d:\n%s",
              sizes[i][1], sizes[i][0], pty_screen(pty));
    cr_assert_neq(pty_row(pty, sizes[i][0] - 1)[0], '\0', "the last line is empty");
    assert_redraw_changes_nothing(pty);
  }
  pty_close(pty);
}

Test(screen, too_small_and_back) {
  Pty *pty = open_sized(24, 80);
  char *before = strdup(pty_screen(pty));
  static const int sizes[][2] = { { 1, 1 }, { 2, 200 }, { 60, 3 }, { 5, 20 } };
  for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
    pty_resize(pty, sizes[i][0], sizes[i][1]);
    cr_assert(pty_settles(pty));
    type(pty, "jk");
  }
  pty_resize(pty, 24, 80);
  cr_assert(pty_shows(pty, TITLE));
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_screen(pty), before);
  free(before);
  pty_close(pty);
}

Test(screen, storm_of_sizes) {
  Pty *pty = open_sized(24, 80);
  for (int i = 0; i < 300; i++) {
    pty_resize(pty, 10 + i * 7 % 60, 40 + i * 13 % 150);
    if (i % 10 == 0)
      pty_type(pty, i % 20 ? "j" : "k");
  }
  pty_resize(pty, 30, 90);
  cr_assert(pty_settles(pty));
  cr_assert(strstr(pty_row(pty, 0), TITLE), "the screen is:\n%s", pty_screen(pty));
  assert_redraw_changes_nothing(pty);
  pty_close(pty);
}

/* Over a run of widths, Chinese text is cut in the middle of a character as often as not. */
Test(screen, every_width_stays_whole) {
  enum { ROWS = 24, NARROWEST = 40, WIDEST = 56 };
  Pty *pty = open_sized(ROWS, NARROWEST);
  type(pty, "7");
  for (int columns = NARROWEST; columns <= WIDEST; columns++) {
    pty_resize(pty, ROWS, columns);
    cr_assert(pty_settles(pty));
    for (int row = 0; row < ROWS; row++)
      cr_assert_lt(pty_cell(pty, row, columns - 1).width, 2, "half a character in row %d", row);
    assert_redraw_changes_nothing(pty);
  }
  pty_close(pty);
}

Test(screen, moving_repaints_what_a_redraw_would_show) {
  static const char *const keys[] = { "2", "\r", "jjjj", "ll", "3", "jjj", "h", "E", "C", "G", "g",
                                      "\033OB\033[B", "s", "6", "\t", "j", "7", " ", "?", "q", "1" };
  Pty *pty = open_sized(24, 79);
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
    type(pty, keys[i]);
    assert_redraw_changes_nothing(pty);
  }
  pty_close(pty);
}

Test(screen, a_moving_key_writes_little) {
  enum { MOST = 600, KEYS = 8 };
  Pty *pty = open_sized(24, 80);
  type(pty, FUNCTIONAL);
  for (int i = 0; i < KEYS; i++) {
    size_t before = pty->received;
    type(pty, i % 4 < 3 ? "j" : "k");
    size_t written = pty->received - before;
    cr_assert_gt(written, 0, "the key did nothing");
    cr_assert_leq(written, MOST, "%zu bytes", written);
  }
  pty_close(pty);
}

Test(screen, idle_uses_nothing) {
  if (pty_in_valgrind())
    cr_skip_test("valgrind uses time of its own");
  Pty *pty = open_sized(24, 80);
  size_t received = pty->received;
  double before = pty_cpu(pty);
  usleep(300 * 1000);
  cr_assert_lt(pty_cpu(pty) - before, 0.0005);
  cr_assert_gt(before, 0.0);
  cr_assert(pty_settles(pty));
  cr_assert_eq(pty->received, received);
  pty_close(pty);
}

Test(screen, what_is_no_key_does_nothing) {
  static const char *const sequences[] = { "\033x", "\033q", "\033Q", "\033\344\270\255", "\033[1;5A",
                                           "\033[?62;c", "\033[5;7R", "\033[200~\033[201~", "\033[99~",
                                           "\033Ox", "\377\376", "\302\205", "\033[1;2" };
  Pty *pty = open_sized(24, 80);
  char *before = strdup(pty_screen(pty));
  for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
    type(pty, sequences[i]);
    cr_assert_not(pty->ended, "sequence %zu ended the program", i);
    cr_assert_str_eq(pty_screen(pty), before, "sequence %zu did something", i);
  }
  free(before);
  pty_close(pty);
}

/* ------------------------------------------------------------ ambiguous characters */

static void assert_own_signs_are_ascii(Pty *pty, bool ascii) {
  cr_assert_eq(strstr(pty_screen(pty), "─") == NULL, ascii, "the screen is:\n%s", pty_screen(pty));
}

Test(screen, answer_of_width_one_changes_nothing) {
  Pty *pty = open_sized(24, 80);
  char *answered = strdup(pty_screen(pty));
  assert_own_signs_are_ascii(pty, false);
  pty_close(pty);
  pty = open_at((PtySetup){ .mute = true });
  cr_assert_str_eq(pty_screen(pty), answered);
  free(answered);
  pty_close(pty);
}

Test(screen, late_answer_of_width_two_redraws) {
  Pty *pty = open_at((PtySetup){ .mute = true });
  assert_own_signs_are_ascii(pty, false);
  type(pty, "\033[2;3R");
  cr_assert(strstr(pty_row(pty, 0), TITLE));
  assert_own_signs_are_ascii(pty, true);
  pty_close(pty);
}

static Pty *open_mute(void) { return open_at((PtySetup){ .mute = true }); }

Test(screen, answer_in_pieces) {
  static const char *const pieces[] = { "\033", "[2", ";3", "R", NULL };
  Pty *pty = pty_open_and_type(open_mute, pieces);
  cr_assert(pty_settles(pty));
  assert_own_signs_are_ascii(pty, true);
  pty_close(pty);
}

Test(screen, keys_round_the_answer_are_kept) {
  Pty *pty = pty_open(&(PtySetup){ .mute = true });
  pty_type(pty, "/2010\033[2;3R302\r");
  cr_assert(pty_shows(pty, "2010302"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_settles(pty));
  int row = pty_selected(pty);
  cr_assert(row >= 0 && strstr(pty_row(pty, row), "2010302"), "the screen is:\n%s", pty_screen(pty));
  assert_own_signs_are_ascii(pty, true);
  pty_close(pty);
}

Test(screen, width_asked_for_is_not_probed) {
  Pty *pty = open_at((PtySetup){ .arguments = ARGUMENTS("--ambiguous-width=2", SAMPLE) });
  assert_own_signs_are_ascii(pty, true);
  pty_close(pty);
  pty = open_at((PtySetup){ .arguments = ARGUMENTS("--ambiguous-width=1", SAMPLE), .mute = true });
  assert_own_signs_are_ascii(pty, false);
  pty_close(pty);
}

Test(screen, ascii_signs) {
  Pty *pty = open_at((PtySetup){ .arguments = ARGUMENTS("--ascii", SAMPLE) });
  assert_own_signs_are_ascii(pty, true);
  pty_close(pty);
}

/* --------------------------------------------------- terminals, colours, languages */

static int colored_cells(Pty *pty) {
  int colored = 0;
  for (int row = 0; row < 24; row++)
    for (int column = 0; column < 80; column++) {
      VTermScreenCell cell = pty_cell(pty, row, column);
      colored += !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
    }
  return colored;
}

static int colored_cells_with(PtySetup setup) {
  Pty *pty = open_at(setup);
  type(pty, FUNCTIONAL);
  int colored = colored_cells(pty);
  pty_close(pty);
  return colored;
}

Test(screen, colors_are_as_asked_for) {
  static const char *const no_color[] = { "NO_COLOR=1", NULL };
  const char *const *never = ARGUMENTS("--color=never", SAMPLE);
  const char *const *always = ARGUMENTS("--color=always", SAMPLE);
  cr_assert_gt(colored_cells_with((PtySetup){ 0 }), 0);
  cr_assert_gt(colored_cells_with((PtySetup){ .term = "screen" }), 0);
  cr_assert_eq(colored_cells_with((PtySetup){ .environment = no_color }), 0);
  cr_assert_eq(colored_cells_with((PtySetup){ .arguments = never }), 0);
  cr_assert_gt(colored_cells_with((PtySetup){ .arguments = always, .environment = no_color }), 0);
  cr_assert_eq(colored_cells_with((PtySetup){ .term = "vt100" }), 0);
}

/* Where the corner of a terminal can only be written by inserting, as in screen and tmux, a wide
 * character before it stays whole. */
Test(screen, a_long_line_is_typed_whole_on_every_terminal) {
  static const char *const terms[] = { "xterm-256color", "screen", "vt100" };
  for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
    Pty *pty = open_at((PtySetup){ .term = terms[i] });
    pty_type(pty, "/");
    for (int j = 0; j < 6; j++)
      pty_type(pty, "机关事业单位基本");
    pty_type(pty, "\001");
    cr_assert(pty_settles(pty));
    cr_assert_not_null(strchr(pty_row(pty, 23), '>'), "TERM=%s: %s", terms[i], pty_row(pty, 23));
    pty_type(pty, "\004");
    cr_assert(pty_settles(pty));
    cr_assert_not_null(strchr(pty_row(pty, 23), '>'), "TERM=%s: %s", terms[i], pty_row(pty, 23));
    pty_close(pty);
  }
}

/* The number of a text's colour as it was sent; -1: the terminal's own. */
static int color_at(Pty *pty, int row, int column) {
  VTermColor color = pty_cell(pty, row, column).fg;
  return VTERM_COLOR_IS_DEFAULT_FG(&color) || !VTERM_COLOR_IS_INDEXED(&color) ? -1 : color.indexed.idx;
}

static int color_behind(Pty *pty, int row, int column) {
  VTermColor color = pty_cell(pty, row, column).bg;
  return VTERM_COLOR_IS_DEFAULT_BG(&color) || !VTERM_COLOR_IS_INDEXED(&color) ? -1 : color.indexed.idx;
}

/* xterm with 16 colours: no description of one is sure to be installed. */
static void describe_16_colors(char *directory) {
  static const char source[] =
      "xterm-16color|xterm with 16 colors, colors#16, pairs#256,\n"
      "\tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e10%p1%{8}%-%d%;m,\n"
      "\tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e9%p1%{8}%-%d%;m, use=xterm,\n";
  char path[64], command[160];
  cr_assert_not_null(mkdtemp(directory));
  snprintf(path, sizeof path, "%s/source", directory);
  FILE *file = fopen(path, "w");
  cr_assert_not_null(file);
  fputs(source, file);
  fclose(file);
  snprintf(command, sizeof command, "tic -x -o %s %s", directory, path);
  cr_assert_eq(system(command), 0);
}

/* Where colours are few, bars are dark on a light background and light on a dark one; in the
 * selected line, which is the other way round, too. */
Test(screen, few_colors_suit_the_background) {
  static char terminfo[] = "TERMINFO=/tmp/budgettui-terminfo-XXXXXX";
  static const char *const plain[] = { terminfo, NULL };
  static const char *const light[] = { terminfo, "COLORFGBG=0;15", NULL };
  static const char *const dark[] = { terminfo, "COLORFGBG=15;default;0", NULL };
  static const struct {
    const char *term;
    const char *const *environment;
    int bar, selected, hint;
  } cases[] = {{"xterm", NULL, 6, 4, -1}, {"xterm", light + 1, 4, 6, -1},
               {"xterm", dark + 1, 6, 4, -1}, {"xterm-16color", plain, 6, 4, 8},
               {"xterm-16color", light, 4, 6, 8}, {"xterm-16color", dark, 6, 4, 8},
               {"xterm-256color", NULL, 31, 31, 244}};
  char *directory = strchr(terminfo, '=') + 1, command[96];
  describe_16_colors(directory);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Pty *pty = open_at((PtySetup){ .term = cases[i].term, .environment = cases[i].environment });
    type(pty, FUNCTIONAL);
    cr_expect_eq(color_at(pty, 5, 73), cases[i].bar, "case %zu: %d", i, color_at(pty, 5, 73));
    cr_expect_eq(color_behind(pty, 4, 73), cases[i].selected, "case %zu: %d", i,
                 color_behind(pty, 4, 73));
    cr_expect(pty_cell(pty, 4, 73).attrs.reverse);
    cr_expect_eq(color_at(pty, 23, 3), cases[i].hint, "case %zu: %d", i, color_at(pty, 23, 3));
    pty_close(pty);
  }
  snprintf(command, sizeof command, "rm -rf %s", directory);
  cr_expect_eq(system(command), 0);
}

/* In reverse video a full block would be a hole in the selected line: where the bar has no colour of
 * its own there, it is a shade of the line. */
Test(screen, the_selected_line_is_whole_where_its_bar_is) {
  enum { SHADE = 0x2592, BLOCK = 0x2588 };
  const struct {
    PtySetup setup;
    uint32_t selected, other;
  } cases[] = {{{.term = "vt100"}, SHADE, BLOCK},
               {{.term = "xterm-mono"}, SHADE, BLOCK},
               {{.arguments = ARGUMENTS("--color=never", SAMPLE)}, SHADE, BLOCK},
               {{.term = "xterm"}, BLOCK, BLOCK},
               {{.arguments = ARGUMENTS("--ascii", "--color=never", SAMPLE)}, '#', '#'},
               {{.arguments = ARGUMENTS("--plain", "--color=never", SAMPLE)}, ' ', ' '}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Pty *pty = open_at(cases[i].setup);
    type(pty, FUNCTIONAL);
    for (int column = 72; column < 80; column++)
      cr_expect(pty_cell(pty, 4, column).attrs.reverse, "case %zu, column %d", i, column);
    cr_expect_eq(pty_cell(pty, 4, 73).chars[0], cases[i].selected, "case %zu: %X", i,
                 pty_cell(pty, 4, 73).chars[0]);
    type(pty, "j");
    cr_expect_eq(pty_cell(pty, 4, 73).chars[0], cases[i].other, "case %zu: %X", i,
                 pty_cell(pty, 4, 73).chars[0]);
    pty_close(pty);
  }
}

Test(screen, same_text_on_every_terminal) {
  static const char *const terms[] = { "tmux", "tmux-256color", "screen", "linux", "vt100", "xterm" };
  Pty *pty = open_sized(24, 80);
  char *expected = strdup(pty_screen(pty));
  pty_close(pty);
  for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
    pty = open_at((PtySetup){ .term = terms[i] });
    cr_assert_str_eq(pty_screen(pty), expected, "TERM=%s", terms[i]);
    pty_close(pty);
  }
  free(expected);
}

Test(screen, languages) {
  static const struct {
    const char *environment[4];
    bool chinese;
  } cases[] = {
    { { "LANG=zh_CN.UTF-8" }, true },
    { { "LANG=zh_CN.UTF-8", "LC_ALL=C" }, true },
    { { "LANG=zh_CN.UTF-8", "LC_CTYPE=C.UTF-8" }, true },
    { { "LANG=zh_CN" }, true },
    { { "LANG=zh_SG.UTF-8" }, true },
    { { "LANG", "LC_ALL=zh_CN.UTF-8" }, true },
    { { "LANG=C.UTF-8", "LC_MESSAGES=zh_CN.UTF-8" }, true },
    { { "LANG=C.UTF-8", "LANGUAGE=zh_CN" }, true },
    { { "LANG=zh_CN.UTF-8", "LC_MESSAGES=C" }, false },
    { { "LANG=zh_CN.UTF-8", "LANGUAGE=en" }, false },
    { { "LANG=C.UTF-8" }, false },
    { { "LANG=en_US.UTF-8" }, false },
    { { "LANG", "LC_ALL=C" }, false }
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    Pty *pty = pty_open(&(PtySetup){ .environment = cases[i].environment });
    cr_assert(pty_shows(pty, TITLE), "case %zu shows no Chinese of the document", i);
    cr_assert(pty_settles(pty));
    cr_assert_eq(strstr(pty_row(pty, 1), "总览") != NULL, cases[i].chinese,
                 "case %zu has the tabs: %s", i, pty_row(pty, 1));
    pty_close(pty);
  }
}
