#include "tui/wcwidth.h"

#include <stdint.h>

#include "text/width.h"

int wcwidth(wchar_t character) {
  return character == 0 ? 0 : width_char((uint32_t)character);
}
