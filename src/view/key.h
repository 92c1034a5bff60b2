/* Keys, independent of any terminal library: a Unicode character (control
 * characters included), one of the codes below, or two characters typed one after the other. */
#ifndef BUDGETTUI_VIEW_KEY_H
#define BUDGETTUI_VIEW_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef uint32_t Key;

enum {
  KEYCODE_NONE = 0x110000,
  KEYCODE_UP, KEYCODE_DOWN, KEYCODE_LEFT, KEYCODE_RIGHT,
  KEYCODE_HOME, KEYCODE_END, KEYCODE_PAGE_UP, KEYCODE_PAGE_DOWN,
  KEYCODE_ENTER, KEYCODE_TAB, KEYCODE_BACK_TAB, KEYCODE_BACKSPACE, KEYCODE_DELETE, KEYCODE_ESCAPE,
  KEYCODE_WORD_LEFT, KEYCODE_WORD_RIGHT, KEYCODE_WORD_DELETE,
  KEYCODE_F1, KEYCODE_F12 = KEYCODE_F1 + 11,
  KEYCODE_LAST = KEYCODE_F12
};
#define KEY_CONTROL(letter) ((Key)((letter) & 0x1f))
/* Two characters of ASCII, one after the other, for what one key would be too easily hit: "yc". */
#define KEY_PAIR(first, second) ((Key)(0x400000u | (unsigned)(first) << 8 | (unsigned)(second)))
#define KEY_IS_PAIR(key) (((key) & 0x400000u) != 0)
#define KEY_FIRST(key) ((Key)((key) >> 8 & 0x7f))

/* The name of a key as help and configuration write it: "j", "^F", "PgDn", "Enter", "yc". */
void key_write(Str *out, Key key);
/* The key of such a name; false when none is called so. */
bool key_parse(const char *name, size_t length, Key *key);

#endif
