#include "view/key.h"

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
    [KEYCODE_F1 - KEYCODE_NONE] = "F1",
};

void key_write(Str *out, Key key) {
  if (key >= KEYCODE_NONE) {
    if (key - KEYCODE_NONE < sizeof key_names / sizeof *key_names)
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
