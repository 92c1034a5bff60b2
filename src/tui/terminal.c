#include "tui/terminal.h"

#include <curses.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "import/import.h"
#include "text/width.h"
#include "tui/clipboard.h"
#include "tui/editor.h"
#include "tui/keys.h"
#include "tui/output.h"
#include "tui/probe.h"
#include "tui/screen.h"
#include "tui/signals.h"
#include "tui/watch.h"
#include "view/progress_line.h"

/* A work that someone waits for. */
typedef struct {
  bool begun, stopped;
  double since, shown; /* when it began, and when it was last shown */
} Waiting;

struct Terminal {
  TerminalOptions options;
  Application *application; /* NULL before it runs */
  Progress progress;
  Waiting waiting;
  double seen; /* when a work was last shown */
  Screen screen;
  Keys keys;
  Watch watch;
  bool stale; /* the screen shows what was before */
};

/* Events that have piled up are taken together, but the screen must not stand still for long. */
enum { EVENTS_AT_ONCE = 1000 };
static const double WORK_SECONDS = 0.05;    /* between two frames of a work, or looks for events */
static const double PATIENCE_SECONDS = 0.2; /* before a work is shown */
static const double LATE_SECONDS = 1;       /* after a work, when ^C may still be meant for it */

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

static bool take_screen(Terminal *terminal) {
  const TerminalOptions *options = &terminal->options;
  if (terminal->screen.handle)
    return true;
  if (!screen_open(&terminal->screen, options))
    return false;
  keys_init(&terminal->keys);
  if (options->ambiguous_width) {
    width_set_ambiguous(options->ambiguous_width);
  } else {
    refresh(); /* the second screen, cleared */
    if (probe_ask(STDOUT_FILENO))
      keys_await_report(&terminal->keys);
  }
  return true;
}

static void draw(Terminal *terminal) {
  terminal->stale = false;
  application_draw(terminal->application, &terminal->screen.canvas);
  screen_show(&terminal->screen);
}

/* --------------------------------------------------------------------------- signals */

static void suspend(Terminal *terminal, bool group) {
  screen_lend(&terminal->screen);
  signals_stop(group);
  screen_take_back(&terminal->screen);
  terminal->stale = true;
}

static void take_signals(Terminal *terminal) {
  bool stopping = signals_took(SIGTSTP), continued = signals_took(SIGCONT);
  if (stopping)
    suspend(terminal, false);
  else if (continued)
    screen_take_back(&terminal->screen);
  bool resized = signals_took(SIGWINCH);
  if (resized)
    screen_fit(&terminal->screen);
  terminal->stale = terminal->stale || stopping || continued || resized;
}

/* ----------------------------------------------------------------------------- works */

/* With ^C, the system throws away what is on its way to the terminal. */
static bool took_interrupt(Terminal *terminal) {
  bool came = signals_took_interrupt();
  if (came)
    blit_forget(&terminal->screen.blit);
  return came;
}

/* Over what the screen shows, where it is ours already. */
static void show_work(Terminal *terminal, Work work, uint64_t done, uint64_t total) {
  if (!take_screen(terminal))
    return;
  take_signals(terminal);
  progress_line_draw(&terminal->screen.canvas, work, done, total);
  screen_show(&terminal->screen);
}

static bool step(void *context, Work work, uint64_t done, uint64_t total) {
  Terminal *terminal = context;
  Waiting *waiting = &terminal->waiting;
  double now = clock_seconds();
  if (!waiting->begun)
    *waiting = (Waiting){.begun = true, .since = now};
  bool shown = now - waiting->since >= PATIENCE_SECONDS && !waiting->stopped;
  if (shown && now - waiting->shown >= WORK_SECONDS) {
    show_work(terminal, work, done, total);
    waiting->shown = terminal->seen = clock_seconds();
  }
  if (terminal->screen.handle && took_interrupt(terminal))
    waiting->stopped = true;
  return !waiting->stopped && !(terminal->screen.handle && signals_ending());
}

/* ^C that was meant for a work which ended before it came does not end the program. */
static bool was_late(Terminal *terminal) {
  if (clock_seconds() - terminal->seen > LATE_SECONDS || !took_interrupt(terminal))
    return false;
  application_message(terminal->application, _("the work has ended; ^C again leaves the program"));
  terminal->seen = 0;
  terminal->stale = true;
  return true;
}

/* At a prompt ^C gives up the line, as elsewhere. */
static bool cancelled_typing(Terminal *terminal) {
  if (signals_ending() != SIGINT || !application_cancel_typing(terminal->application))
    return false;
  took_interrupt(terminal);
  terminal->stale = true;
  return true;
}

/* What comes next is another work. */
static void begin_works(Terminal *terminal) { terminal->waiting = (Waiting){.begun = false}; }

const Progress *terminal_progress(Terminal *terminal) { return &terminal->progress; }

/* What the application does by itself, until an event comes. Returns whether there is more. */
static bool work(Terminal *terminal) {
  double until = clock_seconds() + WORK_SECONDS;
  begin_works(terminal);
  while (application_work(terminal->application)) {
    terminal->stale = true;
    if (clock_seconds() > until || signals_wait(STDIN_FILENO, terminal->watch.fd, 0) != WAIT_OTHER)
      return true;
  }
  return false;
}

/* --------------------------------------------------------------------------- results */

static bool quit(Terminal *terminal) {
  (void)terminal;
  return false;
}

static bool stop(Terminal *terminal) {
  suspend(terminal, true);
  return true;
}

static bool redraw(Terminal *terminal) {
  screen_fit(&terminal->screen);
  return true;
}

static bool copy(Terminal *terminal) {
  static const char *const faults[] = {
      [CLIPBOARD_NONE] =
          N_("this type of terminal (TERM) has no clipboard that a program can write to"),
      [CLIPBOARD_TOO_LONG] = N_("this is too long for the terminal's clipboard"),
  };
  ClipboardResult result = clipboard_send(application_copied(terminal->application), STDOUT_FILENO);
  if (faults[result])
    application_message(terminal->application, _(faults[result]));
  return true;
}

static void reload(Terminal *terminal) {
  terminal->stale = true;
  begin_works(terminal);
  watch_know(&terminal->watch);
  application_changed(terminal->application);
}

static bool edit(Terminal *terminal) {
  uint32_t line;
  Str message = STR_EMPTY;
  const char *file = application_file(terminal->application, &line);
  if (!file) {
    application_message(terminal->application,
                        _("what is open is no file that an editor could open"));
    return true;
  }
  if (import_is_published(file)) {
    application_message(terminal->application,
                        _("this was imported, and its source is no document that an editor could "
                          "change; \":w FILE.yaml\" makes one"));
    return true;
  }
  screen_lend(&terminal->screen);
  signals_lend();
  bool edited = editor_run(file, line, &message);
  signals_take_back();
  screen_take_back(&terminal->screen);
  draw(terminal);
  reload(terminal);
  if (!edited)
    application_message(terminal->application, message.data);
  str_free(&message);
  return true;
}

/* False when the user leaves. */
static bool take_event(Terminal *terminal, const Event *event) {
  static bool (*const run[])(Terminal *terminal) = {
      [RESULT_QUIT] = quit,  [RESULT_SUSPEND] = stop, [RESULT_REDRAW] = redraw,
      [RESULT_COPY] = copy,  [RESULT_EDIT] = edit,    [RESULT_RELOAD] = NULL,
  };
  if (event->kind == EVENT_PASTE && event->length == 0)
    return true;
  begin_works(terminal);
  terminal->stale = true;
  EventResult result = application_event(terminal->application, event);
  if (event->kind == EVENT_PASTE && terminal->keys.paste.cut)
    application_message(terminal->application, _("only the beginning of what was pasted is taken"));
  return run[result] ? run[result](terminal) : true;
}

/* -------------------------------------------------------------------------- the loop */

static void take_report(Terminal *terminal) {
  int width = keys_take_report(&terminal->keys);
  if (width && width != width_ambiguous()) {
    width_set_ambiguous(width);
    blit_forget(&terminal->screen.blit);
    terminal->stale = true;
  }
}

/* False when the user leaves. */
static bool take_events(Terminal *terminal) {
  Event event;
  for (int i = 0; i < EVENTS_AT_ONCE && keys_next(&terminal->keys, &event); i++)
    if (!take_event(terminal, &event))
      return false;
  take_report(terminal);
  return true;
}

static void take_changes(Terminal *terminal) {
  uint32_t line;
  watch_file(&terminal->watch, application_file(terminal->application, &line));
  if (watch_changed(&terminal->watch))
    reload(terminal);
}

static int sooner(int a, int b) { return a < 0 || (b >= 0 && b < a) ? b : a; }

static TerminalStatus run(Terminal *terminal, Str *error) {
  bool more = true;
  terminal->stale = true;
  for (;;) {
    if (terminal->stale)
      draw(terminal);
    int wait = sooner(keys_wait(&terminal->keys), watch_wait(&terminal->watch));
    WaitResult came = signals_wait(STDIN_FILENO, terminal->watch.fd, more ? 0 : wait);
    if (signals_ending() && !cancelled_typing(terminal) && !was_late(terminal))
      return TERMINAL_SIGNAL;
    if (came == WAIT_LOST) {
      str_add_text(error, _("the terminal went away"));
      return TERMINAL_LOST;
    }
    take_signals(terminal);
    if (!take_events(terminal))
      return TERMINAL_OK;
    take_changes(terminal);
    more = work(terminal);
  }
}

/* ----------------------------------------------------------------------- the terminal */

Terminal *terminal_open(const TerminalOptions *options, Str *error) {
  if (!check_surroundings(error))
    return NULL;
  Terminal *terminal = memory_zero(1, sizeof *terminal);
  terminal->options = *options;
  terminal->progress = (Progress){step, terminal};
  watch_init(&terminal->watch);
  return terminal;
}

void terminal_close(Terminal *terminal) {
  if (terminal == NULL)
    return;
  if (terminal->screen.handle) {
    keys_free(&terminal->keys);
    screen_close(&terminal->screen);
  }
  watch_free(&terminal->watch);
  memory_free(terminal);
}

TerminalStatus terminal_browse(Terminal *terminal, Application *application, Str *error) {
  terminal->application = application;
  if (!take_screen(terminal)) {
    refuse(error, _("nothing is known about this type of terminal (TERM)"));
    return TERMINAL_NONE;
  }
  return run(terminal, error);
}
