/* Characters by their code points. */
#ifndef BUDGETTUI_TEXT_CHAR_H
#define BUDGETTUI_TEXT_CHAR_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a character is one of [first, last]. */
static inline bool char_within(uint32_t character, uint32_t first, uint32_t last) {
  return character - first <= last - first;
}

#endif
