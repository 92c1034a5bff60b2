#include "tui/screen.h"

#include <curses.h>
#include <langinfo.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/modes.h"
#include "tui/output.h"
#include "tui/restore.h"
#include "tui/signals.h"
#include "tui/style.h"

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

static void switch_modes(bool on) {
  Str out = STR_EMPTY;
  modes_add(&out, on);
  output_write(STDOUT_FILENO, out.data, out.length);
  str_free(&out);
}

static void open_canvas(Screen *screen, const TerminalOptions *options) {
  canvas_init(&screen->canvas, LINES, COLS);
  screen->canvas.ascii = options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
  screen->canvas.plain = options->plain;
  blit_init(&screen->blit);
}

bool screen_open(Screen *screen, const TerminalOptions *options) {
  use_env(FALSE);
  use_tioctl(TRUE);
  signals_keep();
  screen->handle = restore_keep(STDOUT_FILENO) ? newterm(NULL, stdout, stdin) : NULL;
  if (!screen->handle)
    return false;
  modes_choose(!options->no_mouse);
  restore_arm();
  signals_catch();
  take_keyboard();
  style_start(options->color, options->styles);
  open_canvas(screen, options);
  switch_modes(true);
  return true;
}

void screen_close(Screen *screen) {
  blit_free(&screen->blit);
  canvas_free(&screen->canvas);
  switch_modes(false);
  erase(); /* a terminal that was resized may keep lines of the second screen (tmux 3.3 does) */
  refresh();
  endwin();
  restore_disarm();
  delscreen(screen->handle);
  screen->handle = NULL;
  signals_release();
}

void screen_show(Screen *screen) { blit_frame(&screen->blit, &screen->canvas); }

void screen_fit(Screen *screen) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
    resizeterm(size.ws_row, size.ws_col);
  if (screen->canvas.height != LINES || screen->canvas.width != COLS)
    canvas_resize(&screen->canvas, LINES, COLS);
  blit_forget(&screen->blit);
}

void screen_lend(Screen *screen) {
  (void)screen;
  switch_modes(false);
  endwin();
  restore_pause();
}

void screen_take_back(Screen *screen) {
  restore_resume();
  reset_prog_mode();
  switch_modes(true);
  screen_fit(screen);
}
