#include "tui/output.h"

#include <curses.h>
#include <errno.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static const char *string_of(const char *name) {
  const char *string = tigetstr(name);
  return string == (const char *)-1 ? NULL : string;
}

/* tputs has no argument for its receiver. */
static Str *receiver;

static int receive(int byte) {
  str_add_char(receiver, (char)byte);
  return byte;
}

static void add(Str *out, const char *string) {
  receiver = out;
  if (string)
    tputs(string, 1, receive);
}

OutputKind output_kind(int fd) {
  int error;
  if (setupterm(NULL, fd, &error) != OK)
    return OUTPUT_UNKNOWN;
  OutputKind kind = string_of("cup") ? OUTPUT_USABLE : OUTPUT_NO_CURSOR;
  del_curterm(cur_term);
  return kind;
}

bool output_has(const char *name) {
  return string_of(name) != NULL;
}

bool output_speaks_ansi(void) {
  const char *move = string_of("cup");
  return move && strncmp(move, "\033[", 2) == 0;
}

void output_add(Str *out, const char *name) {
  add(out, string_of(name));
}

void output_move(Str *out, int row, int column) {
  const char *string = string_of("cup");
  if (string)
    add(out, tparm(string, row, column));
}

bool output_write(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (written == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}
