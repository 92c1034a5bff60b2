#include "tui/clipboard.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "tui/output.h"
#include "tui/process.h"

enum { SCREEN_PIECE = 240 /* bytes: GNU screen takes strings of up to 256 */ };

/* ------------------------------------------------------------------ the sequence */

static void add_base64(Str *out, const char *bytes, size_t length) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t at = 0; at < length; at += 3) {
    uint32_t three = 0;
    size_t count = length - at < 3 ? length - at : 3;
    for (size_t i = 0; i < 3; i++)
      three = three << 8 | (i < count ? (unsigned char)bytes[at + i] : 0);
    for (size_t i = 0; i < 4; i++)
      str_add_char(out, i <= count ? digits[three >> (18 - 6 * i) & 63] : '=');
  }
}

static void write_sequence(Str *out, const Str *text) {
  str_add_text(out, "\033]52;c;");
  add_base64(out, text->data, text->length);
  str_add_char(out, '\a');
}

static void wrap_for_tmux(Str *out, const Str *sequence) {
  str_add_text(out, "\033Ptmux;");
  for (size_t i = 0; i < sequence->length; i++) {
    if (sequence->data[i] == '\033')
      str_add_char(out, '\033');
    str_add_char(out, sequence->data[i]);
  }
  str_add_text(out, "\033\\");
}

static void wrap_for_screen(Str *out, const Str *sequence) {
  for (size_t at = 0; at < sequence->length; at += SCREEN_PIECE) {
    size_t left = sequence->length - at;
    str_add_text(out, "\033P");
    str_add(out, sequence->data + at, left < SCREEN_PIECE ? left : SCREEN_PIECE);
    str_add_text(out, "\033\\");
  }
}

/* ------------------------------------------------------------------ the terminal */

static bool is_set(const char *name) {
  const char *value = getenv(name);
  return value && value[0];
}

/* The text waits in a pipe: a program that does not read it cannot end this one by SIGPIPE. */
static bool load_tmux(const Str *text) {
  static const char *const arguments[] = {"tmux", "load-buffer", "-w", "-", NULL};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
    return false;
  bool filled = write(ends[1], text->data, text->length) == (ssize_t)text->length;
  close(ends[1]);
  fcntl(ends[0], F_SETFL, 0);
  bool loaded = filled && process_run(arguments, ends[0], true) == 0;
  close(ends[0]);
  return loaded;
}

static bool has_clipboard(void) {
  const char *type = getenv("TERM");
  return type && strncmp(type, "linux", strlen("linux")) != 0 && output_speaks_ansi() &&
         output_has("kmous");
}

ClipboardResult clipboard_send(const Str *text, int fd) {
  Str sequence = STR_EMPTY, out = STR_EMPTY;
  if (text->length > LIMIT_CLIPBOARD)
    return CLIPBOARD_TOO_LONG;
  if (is_set("TMUX") && load_tmux(text))
    return CLIPBOARD_SENT;
  if (!has_clipboard())
    return CLIPBOARD_NONE;
  write_sequence(&sequence, text);
  if (!is_set("STY") || is_set("TMUX"))
    str_add(&out, sequence.data, sequence.length);
  if (is_set("TMUX"))
    wrap_for_tmux(&out, &sequence);
  else if (is_set("STY"))
    wrap_for_screen(&out, &sequence);
  bool sent = output_write(fd, out.data, out.length);
  str_free(&sequence);
  str_free(&out);
  return sent ? CLIPBOARD_SENT : CLIPBOARD_NONE;
}
