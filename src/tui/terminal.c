#include "tui/terminal.h"

#include <curses.h>
#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/i18n.h"
#include "text/width.h"
#include "tui/blit.h"
#include "tui/keys.h"
#include "tui/output.h"
#include "tui/probe.h"
#include "tui/restore.h"
#include "tui/signals.h"
#include "tui/style.h"

struct Terminal {
  TerminalOptions options;
  Application *application;
  Progress progress;
  SCREEN *screen;
  Canvas canvas;
  Blit blit;
  Keys keys;
};

/* Keys that have piled up are taken together, but the screen must not stand still for long. */
enum { KEYS_AT_ONCE = 1000 };

/* ------------------------------------------------------------------ beginning and end */

static bool refuse(Str *error, const char *reason) {
  str_printf(error, "%s; %s", reason, _("\"budgettui show FILE\" prints the document as text"));
  return false;
}

static bool check_surroundings(Str *error) {
  const char *type = getenv("TERM");
  if (!isatty(STDIN_FILENO))
    return refuse(error, _("the browser needs a terminal, and standard input is none"));
  if (!isatty(STDOUT_FILENO))
    return refuse(error, _("the browser needs a terminal, and standard output is none"));
  if (!type || !type[0])
    return refuse(error, _("the browser needs to know the terminal, and TERM is not set"));
  OutputKind kind = output_kind(STDOUT_FILENO);
  if (kind == OUTPUT_UNKNOWN)
    return refuse(error, _("nothing is known about this type of terminal (TERM)"));
  if (kind == OUTPUT_NO_CURSOR)
    return refuse(error, _("this type of terminal (TERM) cannot place its cursor"));
  return true;
}

/* Everything that would leave the keyboard's bytes to us, but ^C and ^\ still reach a busy
 * program. */
static void take_keyboard(void) {
  struct termios modes;
  cbreak();
  noecho();
  nonl();
  if (tcgetattr(STDOUT_FILENO, &modes) == 0) {
    modes.c_iflag &= (tcflag_t)~IXON;
    modes.c_lflag &= (tcflag_t)~IEXTEN;
    modes.c_cc[VSUSP] = _POSIX_VDISABLE;
    tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes);
  }
  def_prog_mode();
}

static bool open_screen(Terminal *terminal, Str *error) {
  use_env(FALSE);
  use_tioctl(TRUE);
  signals_keep();
  terminal->screen = restore_keep(STDOUT_FILENO) ? newterm(NULL, stdout, stdin) : NULL;
  if (!terminal->screen)
    return refuse(error, _("nothing is known about this type of terminal (TERM)"));
  restore_arm();
  signals_catch();
  take_keyboard();
  return true;
}

static void start_width(Terminal *terminal) {
  const TerminalOptions *options = &terminal->options;
  if (options->ambiguous_width) {
    width_set_ambiguous(options->ambiguous_width);
  } else {
    refresh(); /* the second screen, cleared */
    if (probe_ask(STDOUT_FILENO))
      keys_await_report(&terminal->keys);
  }
}

static void close_screen(Terminal *terminal) {
  keys_free(&terminal->keys);
  blit_free(&terminal->blit);
  canvas_free(&terminal->canvas);
  erase(); /* a terminal that was resized may keep lines of the second screen (tmux 3.3 does) */
  refresh();
  endwin();
  restore_disarm();
  delscreen(terminal->screen);
  signals_release();
}

/* ---------------------------------------------------------------------------- drawing */

static void draw(Terminal *terminal) {
  canvas_clear(&terminal->canvas);
  application_draw(terminal->application, &terminal->canvas);
  blit_frame(&terminal->blit, &terminal->canvas);
}

static void fit_screen(Terminal *terminal) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
    resizeterm(size.ws_row, size.ws_col);
  if (terminal->canvas.height != LINES || terminal->canvas.width != COLS)
    canvas_resize(&terminal->canvas, LINES, COLS);
  blit_forget(&terminal->blit);
}

/* ---------------------------------------------------------------------- keys, signals */

/* After a stop, whoever had the terminal meanwhile may have changed all of it. */
static void resume(Terminal *terminal) {
  restore_resume();
  reset_prog_mode();
  fit_screen(terminal);
}

static void suspend(Terminal *terminal, bool group) {
  endwin();
  restore_pause();
  signals_stop(group);
  resume(terminal);
}

static void take_signals(Terminal *terminal) {
  if (signals_took(SIGTSTP))
    suspend(terminal, false);
  if (signals_took(SIGCONT))
    resume(terminal);
  if (signals_took(SIGWINCH))
    fit_screen(terminal);
}

static void take_report(Terminal *terminal) {
  int width = keys_take_report(&terminal->keys);
  if (width && width != width_ambiguous()) {
    width_set_ambiguous(width);
    blit_forget(&terminal->blit);
  }
}

/* False when the user leaves. */
static bool take_keys(Terminal *terminal) {
  Key key;
  for (int i = 0; i < KEYS_AT_ONCE && keys_next(&terminal->keys, &key); i++) {
    Event event = {.kind = EVENT_KEY, .key = key};
    BrowserResult result = application_event(terminal->application, &event);
    if (result == BROWSER_QUIT)
      return false;
    if (result == BROWSER_SUSPEND)
      suspend(terminal, true);
    if (result == BROWSER_REDRAW)
      fit_screen(terminal);
  }
  take_report(terminal);
  return true;
}

static TerminalStatus run(Terminal *terminal, Str *error) {
  for (;;) {
    draw(terminal);
    WaitResult came = signals_wait(STDIN_FILENO);
    if (signals_ending())
      return TERMINAL_SIGNAL;
    if (came == WAIT_LOST) {
      str_add_text(error, _("the terminal went away"));
      return TERMINAL_LOST;
    }
    take_signals(terminal);
    if (!take_keys(terminal))
      return TERMINAL_OK;
  }
}

/* ---------------------------------------------------------------------------- works */

static bool step(void *context, Work work, uint64_t done, uint64_t total) {
  (void)context, (void)work, (void)done, (void)total;
  return true;
}

const Progress *terminal_progress(Terminal *terminal) { return &terminal->progress; }

/* ----------------------------------------------------------------------- the terminal */

Terminal *terminal_open(const TerminalOptions *options, Str *error) {
  if (!check_surroundings(error))
    return NULL;
  Terminal *terminal = memory_zero(1, sizeof *terminal);
  terminal->options = *options;
  terminal->progress = (Progress){step, terminal};
  return terminal;
}

void terminal_close(Terminal *terminal) {
  if (terminal != NULL && terminal->screen != NULL)
    close_screen(terminal);
  memory_free(terminal);
}

TerminalStatus terminal_browse(Terminal *terminal, Application *application, Str *error) {
  const TerminalOptions *options = &terminal->options;
  terminal->application = application;
  if (!open_screen(terminal, error))
    return TERMINAL_NONE;
  style_start(options->color);
  keys_init(&terminal->keys);
  canvas_init(&terminal->canvas, LINES, COLS);
  terminal->canvas.ascii = options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
  blit_init(&terminal->blit);
  start_width(terminal);
  return run(terminal, error);
}
