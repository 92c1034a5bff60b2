/* The mouse, what is pasted and what an input method types, from bytes to events. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "open_echo.h"

#define PASTE "\033[200~"
#define PASTED "\033[201~"

static void assert_events(const char *term, const char *bytes, const char *names) {
  Pty *pty = pty_open_echo((PtySetup){ .term = term });
  char expected[512];
  snprintf(expected, sizeof expected, "keys %s", names);
  pty_type(pty, bytes);
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), expected);
  pty_close(pty);
}

/* ----------------------------------------------------------------------- the mouse */

Test(mouse, presses_and_wheel) {
  assert_events(NULL, "\033[<0;5;3M\033[<0;5;3m\033[<64;1;1Ma\033[<65;120;5M",
                "click:2:4 up:0:0 a down:4:119");
  assert_events("screen", "\033[<0;5;3M", "click:2:4");
}

Test(mouse, double_click) {
  assert_events(NULL, "\033[<0;5;3M\033[<0;5;3m\033[<0;5;3M\033[<0;5;3m", "click:2:4 double:2:4");
  assert_events(NULL, "\033[<0;5;3M\033[<0;6;3M\033[<0;6;3M\033[<0;6;3M",
                "click:2:4 click:2:5 double:2:5 click:2:5");
}

/* What counts is when it comes, and not when the program gets to it. */
Test(mouse, double_click_of_which_the_first_takes_long) {
  assert_events(NULL, "\033[<0;5;1M\033[<0;5;1m\033[<0;5;1M\033[<0;5;1m", "click:0:4 double:0:4");
}

Test(mouse, slow_clicks_are_two) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  pty_type(pty, "\033[<0;5;3M");
  cr_assert(pty_row_shows(pty, 0, "click:2:4"), "the screen is:\n%s", pty_screen(pty));
  usleep(500 * 1000);
  pty_type(pty, "\033[<0;5;3M");
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), "keys click:2:4 click:2:4");
  pty_close(pty);
}

Test(mouse, old_form) {
  assert_events(NULL, "\033[M %#\033[M#%#\033[M`!!x", "click:2:4 up:0:0 x");
  assert_events(NULL, "\033[M \377#x", "click:2:222 x");
}

Test(mouse, what_means_nothing_is_taken_whole) {
  assert_events(NULL, "a\033[<1;5;3Mb\033[<2;5;3Mc\033[<35;5;3Md\033[<66;5;3Me", "a b c d e");
  assert_events(NULL, "a\033[<0;0;3Mb\033[<0;5Mc\033[<;;Md\033[<0;99999999;1Me\033[<0;5;3;4Mf",
                "a b c d e f");
}

static Pty *open_echo(void) { return pty_open_echo((PtySetup){ 0 }); }

Test(mouse, report_in_pieces) {
  static const char *const pieces[] = { "\033[<", "0;5", ";3", "M", NULL };
  Pty *pty = pty_open_and_type(open_echo, pieces);
  cr_assert(pty_settles(pty));
  cr_assert_str_eq(pty_row(pty, 0), "keys click:2:4");
  pty_close(pty);
}

Test(modes, asked_for_only_where_they_are_known) {
  static const struct {
    const char *term, *environment;
    bool mouse, paste;
  } cases[] = { { NULL, "X=", true, true },
                { "screen", "X=", true, true },
                { "vt100", "X=", false, true },
                { "vt52", "X=", false, false },
                { NULL, "ECHO_NO_MOUSE=1", false, true } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *const environment[] = { cases[i].environment, NULL };
    Pty *pty = pty_open_echo((PtySetup){ .term = cases[i].term, .environment = environment });
    cr_assert_eq(pty_mode(pty, "1000"), cases[i].mouse, "case %zu", i);
    cr_assert_eq(pty_mode(pty, "2004"), cases[i].paste, "case %zu", i);
    pty_close(pty);
  }
}

/* --------------------------------------------------------------------------- paste */

Test(paste, comes_whole) {
  assert_events(NULL, "a" PASTE "行政运行 2010301" PASTED "b", "a [行政运行 2010301]20 b");
  assert_events(NULL, PASTE PASTED "b", "b");
  assert_events("vt100", PASTE "Q" PASTED, "[Q]1");
}

Test(paste, is_cleaned) {
  assert_events(NULL, PASTE "a\rb\r\nc\nd\te" PASTED, "[a/b/c/d>e]9");
  assert_events(NULL, PASTE "a\001\033[31mb\302\205c\377d\344\270e\177" PASTED, "[a[31mbcde]9");
  assert_events(NULL, PASTE "x\033[20y\033\033[201z" PASTED, "[x[20y[201z]10");
}

Test(paste, in_pieces) {
  static const char *const opening[] = { "\033[20", "0~\350", NULL };
  static const char *const pieces[] = { "\241", "\214ab", "\033", "[2", "01~", "c" };
  Pty *pty = pty_open_and_type(open_echo, opening);
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    cr_assert(pty_settles(pty));
    pty_type(pty, pieces[i]);
  }
  cr_assert(pty_row_shows(pty, 0, "keys [行ab]5 c"), "the screen is:\n%s", pty_screen(pty));
  pty_close(pty);
}

Test(paste, that_never_ends) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  pty_type(pty, PASTE "abc");
  cr_assert(pty_row_shows(pty, 0, "keys [abc]3"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, PASTED "d");
  cr_assert(pty_row_shows(pty, 0, "keys [abc]3 d"), "the screen is:\n%s", pty_screen(pty));
  pty_close(pty);
}

Test(paste, of_any_size_is_taken_and_cut) {
  enum { MANY = 200000 };
  static char much[MANY + 1];
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  memset(much, 'j', MANY);
  pty_type(pty, PASTE);
  pty_type(pty, much);
  pty_type(pty, PASTED "x");
  cr_assert(pty_row_shows(pty, 0, "]6553"), "the screen is:\n%s", pty_screen(pty));
  cr_assert(pty_row_shows(pty, 0, "says:"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}

/* Bytes of every kind, with the beginnings of sequences among them more often than chance has it. */
Test(input, noise_is_survived) {
  static const char *const pieces[] = { "\033[", "\033[<", "\033[M", "\033[200~", "\033O", ";", "M" };
  enum { PIECES = sizeof pieces / sizeof *pieces, MANY = 20000, INTERRUPT = 3, ABORT = 28 };
  static char noise[MANY * 8];
  unsigned long state = 1;
  size_t length = 0;
  for (int i = 0; i < MANY; i++) {
    state = state * 6364136223846793005UL + 1442695040888963407UL;
    unsigned chosen = (unsigned)(state >> 40) % 300;
    if (chosen >= 256)
      length += (size_t)sprintf(noise + length, "%s", pieces[chosen % PIECES]);
    else if (chosen != 0 && chosen != INTERRUPT && chosen != ABORT && !strchr("QEYWB", (int)chosen))
      noise[length++] = (char)chosen;
  }
  Pty *pty = pty_open_echo((PtySetup){ .patience = 60 });
  pty_type(pty, noise);
  cr_assert(pty_settles(pty));
  cr_assert_not(pty->ended, "status %x", (unsigned)pty->status);
  usleep(2200000); /* a paste that began is over */
  cr_assert(pty_settles(pty));
  pty_type(pty, "\033Q"); /* Esc, so that no sequence takes it */
  cr_assert(pty_settles(pty));
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  pty_close(pty);
}

Test(keys, committed_by_an_input_method) {
  assert_events(NULL, "一般公共服务支出", "一 般 公 共 服 务 支 出");
}

/* ------------------------------------------------------------ one thing after another */

/* libvterm writes the brackets only while they are asked for. */
Test(modes, taken_and_given_back) {
  Pty *pty = pty_open_echo((PtySetup){ 0 });
  vterm_keyboard_start_paste(pty->vterm);
  vterm_keyboard_unichar(pty->vterm, 'x', VTERM_MOD_NONE);
  vterm_keyboard_end_paste(pty->vterm);
  vterm_mouse_move(pty->vterm, 2, 4, VTERM_MOD_NONE);
  vterm_mouse_button(pty->vterm, 1, true, VTERM_MOD_NONE);
  cr_assert(pty_row_shows(pty, 0, "keys [x]1 click:2:4"), "the screen is:\n%s", pty_screen(pty));
  pty_type(pty, "Q");
  cr_assert(pty_ends(pty));
  cr_assert_not(pty_mode(pty, "1000") || pty_mode(pty, "1006") || pty_mode(pty, "2004"));
  pty_close(pty);
}
