#include "tui/keys.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tui/probe.h"

enum {
  ESCAPE = 27,
  ESCAPE_WAIT = 25,         /* milliseconds: no one types a sequence by hand so fast */
  ESCAPE_WAIT_REPORT = 150, /* over a slow line an answer comes in pieces */
  SEQUENCE_WAIT = 50,
  SEQUENCE_MAX = 64
};
static const double REPORT_SECONDS = 2;

typedef struct {
  int code;
  Key key;
} KeyPair;

static const KeyPair curses_keys[] = {
  { KEY_UP, KEYCODE_UP },          { KEY_DOWN, KEYCODE_DOWN },
  { KEY_LEFT, KEYCODE_LEFT },      { KEY_RIGHT, KEYCODE_RIGHT },
  { KEY_HOME, KEYCODE_HOME },      { KEY_FIND, KEYCODE_HOME },
  { KEY_END, KEYCODE_END },        { KEY_SELECT, KEYCODE_END },
  { KEY_PPAGE, KEYCODE_PAGE_UP },  { KEY_NPAGE, KEYCODE_PAGE_DOWN },
  { KEY_ENTER, KEYCODE_ENTER },    { KEY_BTAB, KEYCODE_BACK_TAB },
  { KEY_BACKSPACE, KEYCODE_BACKSPACE }, { KEY_DC, KEYCODE_DELETE },
  { KEY_F(1), KEYCODE_F1 },        { KEY_F(2), KEYCODE_F1 + 1 },
  { KEY_F(3), KEYCODE_F1 + 2 },    { KEY_F(4), KEYCODE_F1 + 3 },
  { KEY_F(5), KEYCODE_F1 + 4 },    { KEY_F(6), KEYCODE_F1 + 5 },
  { KEY_F(7), KEYCODE_F1 + 6 },    { KEY_F(8), KEYCODE_F1 + 7 },
  { KEY_F(9), KEYCODE_F1 + 8 },    { KEY_F(10), KEYCODE_F1 + 9 },
  { KEY_F(11), KEYCODE_F1 + 10 },  { KEY_F(12), KEYCODE_F12 }
};

static const KeyPair byte_keys[] = {
  { '\r', KEYCODE_ENTER }, { '\n', KEYCODE_ENTER }, { '\t', KEYCODE_TAB },
  { 8, KEYCODE_BACKSPACE }, { 127, KEYCODE_BACKSPACE }
};

/* What ESC [ X and ESC O X mean in either mode of the cursor keys, whatever the terminal's
 * description says. */
static const KeyPair final_keys[] = {
  { 'A', KEYCODE_UP },   { 'B', KEYCODE_DOWN }, { 'C', KEYCODE_RIGHT },    { 'D', KEYCODE_LEFT },
  { 'H', KEYCODE_HOME }, { 'F', KEYCODE_END },  { 'Z', KEYCODE_BACK_TAB }, { 'M', KEYCODE_ENTER },
  { 'P', KEYCODE_F1 },   { 'Q', KEYCODE_F1 + 1 }, { 'S', KEYCODE_F1 + 3 }
};

/* ESC [ N ~ */
static const KeyPair number_keys[] = {
  { 1, KEYCODE_HOME }, { 3, KEYCODE_DELETE },    { 4, KEYCODE_END }, { 5, KEYCODE_PAGE_UP },
  { 6, KEYCODE_PAGE_DOWN }, { 7, KEYCODE_HOME }, { 8, KEYCODE_END }, { 11, KEYCODE_F1 },
  { 12, KEYCODE_F1 + 1 }, { 13, KEYCODE_F1 + 2 }, { 14, KEYCODE_F1 + 3 }, { 15, KEYCODE_F1 + 4 },
  { 17, KEYCODE_F1 + 5 }, { 18, KEYCODE_F1 + 6 }, { 19, KEYCODE_F1 + 7 }, { 20, KEYCODE_F1 + 8 },
  { 21, KEYCODE_F1 + 9 }, { 23, KEYCODE_F1 + 10 }, { 24, KEYCODE_F12 }
};

#define KEY_IN(table, code) key_in(table, sizeof(table) / sizeof(table)[0], code)

static Key key_in(const KeyPair *table, size_t count, int code) {
  for (size_t i = 0; i < count; i++)
    if (table[i].code == code)
      return table[i].key;
  return KEYCODE_NONE;
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void keys_init(Keys *keys) {
  *keys = (Keys){ .pad = newpad(1, 1), .held = ERR };
  keypad(keys->pad, TRUE);
  nodelay(keys->pad, TRUE);
  meta(keys->pad, TRUE);
  set_escdelay(ESCAPE_WAIT);
}

void keys_free(Keys *keys) {
  delwin(keys->pad);
}

void keys_await_report(Keys *keys) {
  keys->report_awaited = true;
  keys->report_until = seconds_now() + REPORT_SECONDS;
  set_escdelay(ESCAPE_WAIT_REPORT);
}

int keys_take_report(Keys *keys) {
  int width = keys->report_width;
  keys->report_width = 0;
  return width;
}

/* The next byte or key code of ncurses; ERR when nothing has come. */
static int read_code(Keys *keys) {
  int code = keys->held;
  keys->held = ERR;
  return code != ERR ? code : wgetch(keys->pad);
}

/* The next byte of a sequence that has begun. */
static int read_within(Keys *keys) {
  int code = read_code(keys);
  if (code != ERR)
    return code;
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
  poll(&input, 1, SEQUENCE_WAIT);
  return wgetch(keys->pad);
}

static void take_report(Keys *keys, const char *parameters) {
  int width = keys->report_awaited ? probe_answer(parameters) : 0;
  if (!width)
    return;
  keys->report_awaited = false;
  keys->report_width = width;
  set_escdelay(ESCAPE_WAIT);
}

/* After ESC [: parameters, then a final byte. Whatever it is, all of it is taken. */
static Key read_sequence(Keys *keys) {
  char parameters[SEQUENCE_MAX];
  size_t length = 0;
  int code = read_within(keys);
  while (code >= 0x20 && code < 0x40) {
    if (length + 1 < sizeof parameters)
      parameters[length++] = (char)code;
    code = read_within(keys);
  }
  parameters[length] = '\0';
  if (code == 'R')
    take_report(keys, parameters);
  else if (code >= KEY_MIN || code < 0x20)
    keys->held = code;
  else if (code == '~' && strspn(parameters, "0123456789") == length)
    return KEY_IN(number_keys, atoi(parameters));
  return length == 0 ? KEY_IN(final_keys, code) : KEYCODE_NONE;
}

/* What Alt was held with, all of its bytes. */
static Key skip_character(Keys *keys, int code) {
  while (code >= 0x80) {
    code = read_code(keys);
    if (code < 0x80 || code >= 0xC0) {
      keys->held = code;
      break;
    }
  }
  return KEYCODE_NONE;
}

static Key read_escape(Keys *keys) {
  int code = read_code(keys);
  if (code == ERR)
    return KEYCODE_ESCAPE;
  if (code == ESCAPE || code >= KEY_MIN) {
    keys->held = code;
    return KEYCODE_ESCAPE;
  }
  if (code == '[')
    return read_sequence(keys);
  if (code == 'O')
    return KEY_IN(final_keys, read_within(keys));
  return skip_character(keys, code);
}

/* A byte of a character; KEYCODE_NONE while more are to come. */
static Key read_character(Keys *keys, int code) {
  char byte = (char)code;
  wchar_t character = 0;
  bool begun = !mbsinit(&keys->state);
  size_t taken = mbrtowc(&character, &byte, 1, &keys->state);
  if (taken == (size_t)-2)
    return KEYCODE_NONE;
  if (taken == (size_t)-1) {
    memset(&keys->state, 0, sizeof keys->state);
    if (begun)
      keys->held = code; /* it ends the broken character and begins the next */
    return KEYCODE_NONE;
  }
  bool control = character == 0 || (character >= 0x80 && character < 0xA0);
  return control ? KEYCODE_NONE : (Key)character;
}

static Key read_key(Keys *keys, int code) {
  if (code >= KEY_MIN)
    return KEY_IN(curses_keys, code);
  if (code == ESCAPE)
    return read_escape(keys);
  Key key = KEY_IN(byte_keys, code);
  return key == KEYCODE_NONE ? read_character(keys, code) : key;
}

bool keys_next(Keys *keys, Key *key) {
  if (keys->report_awaited && seconds_now() > keys->report_until)
    set_escdelay(ESCAPE_WAIT);
  for (int code = read_code(keys); code != ERR; code = read_code(keys)) {
    *key = read_key(keys, code);
    if (*key != KEYCODE_NONE)
      return true;
  }
  return false;
}
