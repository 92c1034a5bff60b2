/* Keys, independent of any terminal library: a Unicode character (control
 * characters included) or one of the codes below. */
#ifndef BUDGETTUI_VIEW_KEY_H
#define BUDGETTUI_VIEW_KEY_H

#include <stdint.h>

#include "base/str.h"

typedef uint32_t Key;

enum {
  KEYCODE_NONE = 0x110000,
  KEYCODE_UP, KEYCODE_DOWN, KEYCODE_LEFT, KEYCODE_RIGHT,
  KEYCODE_HOME, KEYCODE_END, KEYCODE_PAGE_UP, KEYCODE_PAGE_DOWN,
  KEYCODE_ENTER, KEYCODE_TAB, KEYCODE_BACK_TAB, KEYCODE_BACKSPACE, KEYCODE_DELETE, KEYCODE_ESCAPE,
  KEYCODE_F1
};
#define KEY_CONTROL(letter) ((Key)((letter) & 0x1f))

/* The name of a key as help and configuration write it: "j", "^F", "PgDn", "Enter". */
void key_write(Str *out, Key key);

#endif
