/* Bytes from a keyboard to keys, and cells to the very edge of the screen. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "open_echo.h"

#define HUA 0x534E /* the character that fills echo's screen */

static void assert_keys(const char *term, const char *bytes, const char *names) {
  Pty *pty = pty_open_echo((PtySetup){ .term = term, .columns = 80 });
  char expected[128];
  snprintf(expected, sizeof expected, "keys%s%s", names[0] ? " " : "", names);
  pty_type(pty, bytes);
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), expected, "TERM=%s", term ? term : "");
  pty_close(pty);
}

Test(keys, named) {
  assert_keys(NULL, "\033OA\033OB\033OC\033OD\033OH\033OF", "Up Down Right Left Home End");
  assert_keys(NULL, "\033[5~\033[6~\033[3~\033[Z\033OP", "PgUp PgDn Delete Shift-Tab F1");
  assert_keys(NULL, "\r\n\t\b\177", "Enter Enter Tab Backspace Backspace");
  assert_keys("vt100", "\033OA\033[B\033[1~\033[4~\033[5~\033[6~", "Up Down Home End PgUp PgDn");
  assert_keys("linux", "\033[A\033[B\033[1~\033[4~\033[[A", "Up Down Home End F1");
  assert_keys("screen", "\033[A\033OB\033[1~\033[4~\033[Z", "Up Down Home End Shift-Tab");
}

Test(keys, words) {
  static const char *const terms[] = {NULL, "vt100", "screen"};
  for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
    assert_keys(terms[i], "\033[1;5D\033[1;5C\033[1;3D", "Ctrl-Left Ctrl-Right Ctrl-Left");
    assert_keys(terms[i], "\033b\033f\033d\033\177", "Ctrl-Left Ctrl-Right Alt-d ^W");
  }
}

Test(keys, characters) {
  assert_keys(NULL, "aZ /?", "a Z Space / ?");
  assert_keys(NULL, "\001\006\014\032", "^A ^F ^L ^Z");
  assert_keys(NULL, "\344\270\255\303\251\360\240\200\200", "中 é 𠀀");
}

Test(keys, escape) {
  assert_keys(NULL, "\033", "Esc");
  assert_keys(NULL, "\033\033", "Esc Esc");
  assert_keys(NULL, "\033\033[A", "Esc Up");
}

Test(keys, what_is_none_is_taken_whole) {
  assert_keys(NULL, "a\033xb", "a b");
  assert_keys(NULL, "a\033\344\270\255b", "a b");
  assert_keys(NULL, "a\033[1;5Ab\033[99;1~c\033[?62;22cd", "a b c d");
  assert_keys(NULL, "a\033[2;3Rb", "a b");
  assert_keys(NULL, "a\377b\344\270c\302\205d", "a b c d");
}

/* The bytes of a character may take their time, unlike those of a sequence. */
static Pty *open_with_a_character(void) {
  Pty *pty = pty_open_echo((PtySetup){ .columns = 80 });
  static const char *const pieces[] = { "\344", "\270", "\255" };
  for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
    pty_type(pty, pieces[i]);
    cr_assert(pty_settles(pty));
  }
  return pty;
}

Test(keys, character_in_pieces) {
  static const char *const pieces[] = { "\033[", "A", "x", NULL };
  Pty *pty = pty_open_and_type(open_with_a_character, pieces);
  cr_assert(pty_row_shows(pty, 0, "keys 中 Up x"), "the screen is:\n%s", pty_screen(pty));
  pty_close(pty);
}

Test(keys, many_at_once_are_all_taken) {
  enum { MANY = 20000 };
  static char keys[MANY + 1];
  Pty *pty = pty_open_echo((PtySetup){ .columns = 80 });
  memset(keys, 'j', MANY);
  pty_type(pty, keys);
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}

/* ------------------------------------------------------------------------- the edge */

static void assert_edges(Pty *pty, int rows, int columns, int shift) {
  for (int row = 1; row < rows; row++) {
    bool cut = (columns - (row + shift) % 2) % 2;
    for (int column = columns - 6; column < columns; column++) {
      bool left_half = (column - (row + shift)) % 2 == 0;
      uint32_t expected = left_half ? HUA : (uint32_t)-1;
      if (cut && column == columns - 1)
        expected = 0;
      uint32_t found = pty_cell(pty, row, column).chars[0];
      cr_assert_eq(found == ' ' ? 0 : found, expected, "row %d column %d of %d x %d holds %x", row,
                   column, columns, rows, found);
    }
  }
}

Test(edge, wide_character_in_the_last_column) {
  enum { ROWS = 8 };
  Pty *pty = pty_open_echo((PtySetup){ .rows = ROWS, .columns = 40 });
  for (int columns = 40; columns < 44; columns++) {
    pty_resize(pty, ROWS, columns);
    cr_assert(pty_settles(pty));
    assert_edges(pty, ROWS, columns, columns - 40);
    pty_type(pty, "j");
    cr_assert(pty_settles(pty));
    assert_edges(pty, ROWS, columns, columns - 39);
  }
  pty_close(pty);
}

Test(edge, on_terminals_that_wrap_otherwise) {
  static const char *const terms[] = { "screen", "linux", "vt100" };
  for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
    Pty *pty = pty_open_echo((PtySetup){ .term = terms[i], .rows = 8, .columns = 41 });
    assert_edges(pty, 8, 41, 0);
    pty_type(pty, "j");
    cr_assert(pty_settles(pty));
    assert_edges(pty, 8, 41, 1);
    pty_close(pty);
  }
}
