#include "tui/paste.h"

#include <string.h>

#include "base/limits.h"
#include "text/utf8.h"

static const char closing[] = "\033[201~";
static const double SILENCE_SECONDS = 2;

void paste_begin(Paste *paste, double now) {
  Str text = paste->text;
  str_clear(&text);
  *paste = (Paste){.open = true, .text = text, .heard = now};
}

void paste_end(Paste *paste) { paste->open = false; }

static void add_character(Paste *paste, wchar_t character) {
  bool second = paste->after_return && character == L'\n';
  paste->after_return = character == L'\r';
  if (character == L'\r')
    character = L'\n';
  bool control = character < L' ' && character != L'\t' && character != L'\n';
  if (second || control || (character >= 0x7F && character < 0xA0))
    return;
  if (paste->text.length + UTF8_MOST > LIMIT_PASTE) {
    paste->cut = true;
    return;
  }
  char bytes[UTF8_MOST];
  str_add(&paste->text, bytes, utf8_encode((uint32_t)character, bytes));
}

static void add_byte(Paste *paste, char byte) {
  wchar_t character = 0;
  bool begun = !mbsinit(&paste->state);
  size_t taken = mbrtowc(&character, &byte, 1, &paste->state);
  if (taken == (size_t)-2)
    return;
  if (taken == (size_t)-1) {
    memset(&paste->state, 0, sizeof paste->state);
    if (begun)
      add_byte(paste, byte); /* it ends the broken character and begins the next */
    return;
  }
  add_character(paste, character);
}

void paste_byte(Paste *paste, unsigned char byte, double now) {
  paste->heard = now;
  if (byte == (unsigned char)closing[paste->matched]) {
    paste->matched++;
    paste->open = closing[paste->matched] != '\0';
    return;
  }
  /* What began like the closing bracket is text, but for its escape character. */
  size_t matched = paste->matched;
  paste->matched = 0;
  for (size_t i = 1; i < matched; i++)
    add_byte(paste, closing[i]);
  if (byte == (unsigned char)closing[0])
    paste->matched = 1;
  else
    add_byte(paste, (char)byte);
}

int paste_wait(const Paste *paste, double now) {
  double left = paste->heard + SILENCE_SECONDS - now;
  if (!paste->open)
    return -1;
  return left > 0 ? (int)(left * 1000) + 1 : 0;
}
