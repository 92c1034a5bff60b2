#include "tui/keys.h"

#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "tui/probe.h"

enum {
  ESCAPE = 27,
  ESCAPE_WAIT = 25,         /* milliseconds: no one types a sequence by hand so fast */
  ESCAPE_WAIT_REPORT = 150, /* over a slow line an answer comes in pieces */
  SEQUENCE_WAIT = 50,
  SEQUENCE_MAX = 64,
  NUMBER_DIGITS = 4,
  PASTE_AT_ONCE = 65536     /* bytes, before the screen is looked after again */
};

/* What a sequence can mean beside a key. */
enum { FOUND_NOTHING = KEYCODE_NONE, FOUND_MOUSE = KEYCODE_LAST + 1, FOUND_PASTE };
enum { PASTE_OPENING = 200 };

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

/* Characters with Alt, as in other line editors. */
static const KeyPair alt_keys[] = {
  { 'b', KEYCODE_WORD_LEFT }, { 'f', KEYCODE_WORD_RIGHT }, { 'd', KEYCODE_WORD_DELETE },
  { 8, KEY_CONTROL('w') },    { 127, KEY_CONTROL('w') },  { KEY_BACKSPACE, KEY_CONTROL('w') }
};

/* ESC [ 1 ; N X with Alt (3) or Ctrl (5). */
static const KeyPair word_keys[] = { { 'C', KEYCODE_WORD_RIGHT }, { 'D', KEYCODE_WORD_LEFT } };

#define KEY_IN(table, code) key_in(table, sizeof(table) / sizeof(table)[0], code)

static Key key_in(const KeyPair *table, size_t count, int code) {
  for (size_t i = 0; i < count; i++)
    if (table[i].code == code)
      return table[i].key;
  return KEYCODE_NONE;
}

void keys_init(Keys *keys) {
  *keys = (Keys){ .pad = newpad(1, 1), .held = ERR, .paste = { .text = STR_EMPTY } };
  keypad(keys->pad, TRUE);
  nodelay(keys->pad, TRUE);
  meta(keys->pad, TRUE);
  set_escdelay(ESCAPE_WAIT);
  define_key(NULL, KEY_MOUSE); /* its reports are read here */
}

void keys_free(Keys *keys) {
  str_free(&keys->paste.text);
  delwin(keys->pad);
}

void keys_await_report(Keys *keys) {
  keys->report_awaited = true;
  keys->report_until = clock_seconds() + REPORT_SECONDS;
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
  if (code == ERR)
    code = wgetch(keys->pad);
  if (code == ERR)
    keys->came = 0;
  else if (keys->came <= 0)
    keys->came = clock_seconds();
  return code;
}

/* The next byte of a sequence that has begun. */
static int read_within(Keys *keys) {
  int code = read_code(keys);
  if (code != ERR)
    return code;
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
  poll(&input, 1, SEQUENCE_WAIT);
  return read_code(keys);
}

static void take_report(Keys *keys, const char *parameters) {
  int width = keys->report_awaited ? probe_answer(parameters) : 0;
  if (!width)
    return;
  keys->report_awaited = false;
  keys->report_width = width;
  set_escdelay(ESCAPE_WAIT);
}

/* The old form of a report: three bytes after ESC [ M, for cells up to 223. */
static Key read_old_mouse(Keys *keys) {
  enum { COUNT = 3, OFFSET = 32 };
  int values[COUNT];
  for (int i = 0; i < COUNT; i++) {
    values[i] = read_within(keys) - OFFSET;
    if (values[i] < 0 || values[i] > UCHAR_MAX - OFFSET)
      return FOUND_NOTHING;
  }
  bool means = mouse_press(&keys->clicks, values[0], values[1], values[2], keys->came, &keys->mouse);
  return means ? FOUND_MOUSE : FOUND_NOTHING;
}

static Key read_mouse(Keys *keys, const char *parameters) {
  bool means = mouse_parse(&keys->clicks, parameters, keys->came, &keys->mouse);
  return means ? FOUND_MOUSE : FOUND_NOTHING;
}

static Key numbered(Keys *keys, int number) {
  if (number != PASTE_OPENING)
    return KEY_IN(number_keys, number);
  paste_begin(&keys->paste, clock_seconds());
  return FOUND_PASTE;
}

/* What the parameters and the final byte of a sequence mean. */
static Key meaning(Keys *keys, const char *parameters, int final) {
  bool number = strspn(parameters, "0123456789") == strlen(parameters) &&
                strlen(parameters) <= NUMBER_DIGITS;
  if (final == 'R')
    take_report(keys, parameters);
  if (final == 'M' && parameters[0] == '<')
    return read_mouse(keys, parameters + 1);
  if (final == 'M' && parameters[0] == '\0')
    return read_old_mouse(keys);
  if (final == '~' && number)
    return numbered(keys, (int)strtol(parameters, NULL, 10));
  if (!strcmp(parameters, "1;3") || !strcmp(parameters, "1;5"))
    return KEY_IN(word_keys, final);
  return parameters[0] == '\0' ? KEY_IN(final_keys, final) : FOUND_NOTHING;
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
  if (code >= KEY_MIN || code < 0x20) {
    keys->held = code;
    return FOUND_NOTHING;
  }
  return meaning(keys, parameters, code);
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
  Key alt = KEY_IN(alt_keys, code);
  if (alt != KEYCODE_NONE)
    return alt;
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

/* The codes of keys with Alt or Ctrl differ between terminals, not so their names. */
static Key word_key(int code) {
  const char *name = keyname(code);
  if (name && (!strcmp(name, "kLFT3") || !strcmp(name, "kLFT5")))
    return KEYCODE_WORD_LEFT;
  if (name && (!strcmp(name, "kRIT3") || !strcmp(name, "kRIT5")))
    return KEYCODE_WORD_RIGHT;
  return KEYCODE_NONE;
}

static Key read_key(Keys *keys, int code) {
  if (code >= KEY_MIN) {
    Key key = KEY_IN(curses_keys, code);
    return key == KEYCODE_NONE ? word_key(code) : key;
  }
  if (code == ESCAPE)
    return read_escape(keys);
  Key key = KEY_IN(byte_keys, code);
  return key == KEYCODE_NONE ? read_character(keys, code) : key;
}

/* Whether a paste is complete, or nothing of it came for too long. What ncurses took for a key
 * in it is no text. */
static bool read_paste(Keys *keys) {
  for (int i = 0; i < PASTE_AT_ONCE && keys->paste.open; i++) {
    int code = read_code(keys);
    if (code == ERR)
      break;
    if (code < KEY_MIN)
      paste_byte(&keys->paste, (unsigned char)code, clock_seconds());
  }
  if (paste_wait(&keys->paste, clock_seconds()) == 0)
    paste_end(&keys->paste);
  return !keys->paste.open;
}

static bool next_paste(Keys *keys, Event *event) {
  const Str *text = &keys->paste.text;
  if (!read_paste(keys))
    return false;
  *event = (Event){ .kind = EVENT_PASTE, .text = text->data, .length = text->length };
  return true;
}

bool keys_next(Keys *keys, Event *event) {
  if (keys->report_awaited && clock_seconds() > keys->report_until)
    set_escdelay(ESCAPE_WAIT);
  if (keys->paste.open)
    return next_paste(keys, event);
  for (int code = read_code(keys); code != ERR; code = read_code(keys)) {
    Key found = read_key(keys, code);
    if (found == FOUND_PASTE)
      return next_paste(keys, event);
    *event = (Event){ .kind = EVENT_KEY, .key = found };
    if (found == FOUND_MOUSE)
      *event = (Event){ .kind = EVENT_MOUSE, .mouse = keys->mouse };
    if (found != FOUND_NOTHING)
      return true;
  }
  return false;
}

int keys_wait(const Keys *keys) { return paste_wait(&keys->paste, clock_seconds()); }
