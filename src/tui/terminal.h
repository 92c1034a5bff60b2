/* The browser on a terminal: the one way from the rest of the program into ncurses.
 *
 * The program waits for what is typed, clicked or pasted, for signals and for a change of the open
 * file, and uses no CPU while it waits. However it ends, the terminal is left as it was found: its
 * modes, its main screen, its cursor.
 * ^C stops a work that is shown, or gives up the line that is being typed. Where there is neither
 * it leaves the program at once, as SIGINT does (a shell shows status 130), but for a moment after
 * a work, for which it may have been meant. ^Z is a key like any other: the browser says what it
 * does. A second SIGINT, SIGTERM or SIGHUP ends the process even where it is busy.
 *
 * Only one browser can be on the terminal at a time. Needs locale_start() or setlocale() first. */
#ifndef BUDGETTUI_TUI_TERMINAL_H
#define BUDGETTUI_TUI_TERMINAL_H

#include <stdbool.h>

#include "base/str.h"
#include "view/application.h"
#include "view/style_choice.h"

/* How the browser ended. */
typedef enum {
  TERMINAL_OK,     /* the user left it */
  TERMINAL_NONE,   /* it never began: no terminal, or one that cannot do it */
  TERMINAL_LOST,   /* the terminal went away */
  TERMINAL_SIGNAL  /* SIGINT, SIGTERM or SIGHUP came: free what is yours, then terminal_reraise() */
} TerminalStatus;

typedef enum {
  TERMINAL_COLOR_AUTO, /* as many as the terminal has, none where NO_COLOR is set */
  TERMINAL_COLOR_ALWAYS,
  TERMINAL_COLOR_NEVER
} TerminalColor;

typedef struct {
  TerminalColor color;
  int ambiguous_width; /* columns of an ambiguous character: 1, 2, or 0: the terminal is asked */
  bool ascii;          /* frames, bars and signs in ASCII */
  bool plain;          /* neither boxes nor bars, and the cursor stands in the selected line */
  bool no_mouse;       /* the mouse is left to the terminal */
  const StyleChoices *styles; /* what a user chose; NULL: nothing */
} TerminalOptions;

typedef struct Terminal Terminal;

/* Looks whether there is a terminal that can do it; nothing is shown yet. NULL: there is none, and
 * `error` gets one line, without a newline. */
Terminal *terminal_open(const TerminalOptions *options, Str *error);
/* For works before and while the application runs: one that takes longer than a fifth of a second
 * is shown, on a screen that is taken for it where it was not, and stopped by ^C. Before the
 * application runs, all works count as one. */
const Progress *terminal_progress(Terminal *terminal);
/* Runs the application until it is left. `error` gets one line, without a newline, with
 * TERMINAL_NONE and TERMINAL_LOST. The application stays the caller's. */
TerminalStatus terminal_browse(Terminal *terminal, Application *application, Str *error);
/* Leaves the screen, where it was taken. */
void terminal_close(Terminal *terminal);

/* Ends the process by the signal that ended terminal_browse, or the work before it. */
_Noreturn void terminal_reraise(void);

/* Puts the terminal back at once; does nothing when no browser is on it. For a failure that cannot
 * return, such as no memory left; safe in a signal handler. */
void terminal_restore(void);

#endif
