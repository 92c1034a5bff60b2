#include "tui/restore.h"

#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <termios.h>

#include "base/str.h"
#include "tui/modes.h"
#include "tui/output.h"
#include "tui/terminal.h"

static struct {
  volatile sig_atomic_t armed;
  int fd;
  struct termios modes;
  Str bytes;
} kept = { 0, -1, { 0 }, STR_EMPTY };

bool restore_keep(int fd) {
  kept.fd = fd;
  return tcgetattr(fd, &kept.modes) == 0;
}

void restore_arm(void) {
  str_clear(&kept.bytes);
  bool second = output_has("rmcup");
  /* No more reports; out of line drawing, attributes, colours and the keypad's mode. */
  modes_add(&kept.bytes, false);
  output_add(&kept.bytes, "rmacs");
  output_add(&kept.bytes, "sgr0");
  output_add(&kept.bytes, "op");
  output_add(&kept.bytes, "rmkx");
  /* Without a second screen to leave, the shell's prompt belongs below what is shown. */
  if (!second)
    output_move(&kept.bytes, LINES - 1, 0);
  output_add(&kept.bytes, "rmcup");
  output_add(&kept.bytes, "cnorm");
  str_add_text(&kept.bytes, second ? "\r" : "\r\n");
  kept.armed = 1;
}

void restore_pause(void) {
  kept.armed = 0;
}

void restore_resume(void) {
  kept.armed = 1;
}

void restore_disarm(void) {
  kept.armed = 0;
  str_free(&kept.bytes);
}

void restore_now(void) {
  if (!kept.armed)
    return;
  kept.armed = 0;
  int saved = errno;
  output_write(kept.fd, kept.bytes.data, kept.bytes.length);
  tcsetattr(kept.fd, TCSANOW, &kept.modes);
  errno = saved;
}

void terminal_restore(void) {
  restore_now();
}
