#include "view/key.h"

#include <string.h>

#include "text/utf8.h"

static const char *const key_names[] = {
    [KEYCODE_NONE - KEYCODE_NONE] = "",
    [KEYCODE_UP - KEYCODE_NONE] = "Up",
    [KEYCODE_DOWN - KEYCODE_NONE] = "Down",
    [KEYCODE_LEFT - KEYCODE_NONE] = "Left",
    [KEYCODE_RIGHT - KEYCODE_NONE] = "Right",
    [KEYCODE_HOME - KEYCODE_NONE] = "Home",
    [KEYCODE_END - KEYCODE_NONE] = "End",
    [KEYCODE_PAGE_UP - KEYCODE_NONE] = "PgUp",
    [KEYCODE_PAGE_DOWN - KEYCODE_NONE] = "PgDn",
    [KEYCODE_ENTER - KEYCODE_NONE] = "Enter",
    [KEYCODE_TAB - KEYCODE_NONE] = "Tab",
    [KEYCODE_BACK_TAB - KEYCODE_NONE] = "Shift-Tab",
    [KEYCODE_BACKSPACE - KEYCODE_NONE] = "Backspace",
    [KEYCODE_DELETE - KEYCODE_NONE] = "Delete",
    [KEYCODE_ESCAPE - KEYCODE_NONE] = "Esc",
    [KEYCODE_WORD_LEFT - KEYCODE_NONE] = "Ctrl-Left",
    [KEYCODE_WORD_RIGHT - KEYCODE_NONE] = "Ctrl-Right",
    [KEYCODE_WORD_DELETE - KEYCODE_NONE] = "Alt-d",
};
enum { KEY_NAMES = sizeof key_names / sizeof *key_names };

void key_write(Str *out, Key key) {
  if (KEY_IS_PAIR(key)) {
    str_add_char(out, (char)KEY_FIRST(key));
    str_add_char(out, (char)(key & 0x7f));
  } else if (key >= KEYCODE_F1 && key <= KEYCODE_F12) {
    str_printf(out, "F%u", (unsigned)(key - KEYCODE_F1 + 1));
  } else if (key >= KEYCODE_NONE) {
    if (key - KEYCODE_NONE < KEY_NAMES)
      str_add_text(out, key_names[key - KEYCODE_NONE]);
  } else if (key == ' ') {
    str_add_text(out, "Space");
  } else if (key < ' ') {
    str_add_char(out, '^');
    str_add_char(out, (char)(key + '@'));
  } else {
    char bytes[UTF8_MOST];
    str_add(out, bytes, utf8_encode(key, bytes));
  }
}

static bool is_name(Key key, const char *name, size_t length) {
  Str text = STR_EMPTY;
  key_write(&text, key);
  bool same = length > 0 && text.length == length && memcmp(text.data, name, length) == 0;
  str_free(&text);
  return same;
}

static bool printable(char byte) { return byte > ' ' && byte < 0x7f; }

bool key_parse(const char *name, size_t length, Key *key) {
  uint32_t character;
  for (*key = KEYCODE_NONE; *key <= KEYCODE_LAST; ++*key)
    if (is_name(*key, name, length))
      return true;
  for (*key = 0; *key <= ' '; ++*key)
    if (is_name(*key, name, length))
      return true;
  if (length == 2 && printable(name[0]) && printable(name[1])) {
    *key = KEY_PAIR(name[0], name[1]);
    return true;
  }
  *key = KEYCODE_NONE;
  if (length == 0 || utf8_decode(name, length, &character) != length || character <= ' ')
    return false;
  *key = character;
  return true;
}
