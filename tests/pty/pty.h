/* The program on a terminal that is not there: a pseudo-terminal whose other end is libvterm, under
 * a small shell of one job that tells when the program stops or ends.
 *
 * Whatever waits here has a deadline and fails the test by returning false. The program is
 * $BUDGETTUI, or the one of the build tree; the caller ends every session with pty_close. */
#ifndef BUDGETTUI_TESTS_PTY_H
#define BUDGETTUI_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

typedef struct {
  int rows, columns;             /* 0: 24 and 80 */
  const char *term;              /* NULL: xterm-256color */
  const char *const *environment; /* NAME=VALUE, or NAME to be unset; ends with NULL */
  const char *program;           /* NULL: the one that is tested */
  const char *const *arguments;  /* of the program; ends with NULL; NULL: the sample */
  const char *const *wrapper;    /* a command that runs the program; ends with NULL */
  bool mute;                     /* the terminal answers no questions */
  bool nohup;                    /* SIGHUP is ignored */
  int patience;                  /* seconds; 0: 30; in valgrind six times that */
} PtySetup;

typedef struct {
  int master, slave;
  int reports, commands; /* from and to the shell */
  pid_t shell, program;
  int patience;
  bool mute, ended;
  int stopped;           /* a report of a stop that was not yet waited for */
  int status;            /* of waitpid, once ended */
  VTerm *vterm;
  VTermScreen *screen;
  bool second_screen, cursor_visible;
  size_t received;       /* bytes of output so far */
  char *output;          /* all of them */
  struct termios before; /* the modes that the program found */
} Pty;

/* Starts the program; its output is taken in by the functions that wait. */
Pty *pty_open(const PtySetup *setup);
void pty_close(Pty *pty);

void pty_type(Pty *pty, const char *keys);
/* The pieces one by one (the last is NULL), each once the one before is taken. False when one came
 * so late after it that the program may have waited no longer for the rest of a sequence. */
bool pty_type_pieces(Pty *pty, const char *const *pieces);
/* Until the output so far holds these bytes (no NUL). */
bool pty_received(Pty *pty, const char *bytes);
void pty_resize(Pty *pty, int rows, int columns);
void pty_signal(Pty *pty, int signal_number);
/* The shell's fg. */
void pty_continue(Pty *pty);
/* The terminal goes away, as a window does that is closed. */
void pty_hang_up(Pty *pty);

/* Until the screen shows the text; for pty_row_shows until that row (from 0) does. */
bool pty_shows(Pty *pty, const char *text);
bool pty_row_shows(Pty *pty, int row, const char *text);
/* Until the program has taken all keys, has nothing more to say, and sleeps for longer than it ever
 * does between two keys, but for a paste that is open. */
bool pty_settles(Pty *pty);
bool pty_stops(Pty *pty);
bool pty_ends(Pty *pty);

/* A row of the screen in UTF-8, without blanks at its end; the whole screen, a line each. The
 * result lasts until the next call but one. */
const char *pty_row(Pty *pty, int row);
const char *pty_screen(Pty *pty);
VTermScreenCell pty_cell(Pty *pty, int row, int column);
/* The row of the view that is shown in reverse; -1. */
int pty_selected(Pty *pty);
VTermPos pty_cursor(Pty *pty);
/* Whether a private mode of the terminal ("1000") was switched on and not off again. */
bool pty_mode(Pty *pty, const char *number);
struct termios pty_modes(Pty *pty);
bool pty_same_modes(const struct termios *a, const struct termios *b);
/* CPU time of the program so far, in seconds. */
double pty_cpu(Pty *pty);
/* The program that is tested. */
const char *pty_program(void);
/* Whether it runs in valgrind (MEMCHECK is set), where it is slow, and never stops. */
bool pty_in_valgrind(void);

#endif
