#include "text/width.h"

#include <unictype.h>
#include <uniwidth.h>

#include "text/char.h"
#include "text/cluster.h"

typedef struct {
  uint32_t first, last;
} Range;

static const Range ambiguous_ranges[] = {
#include "text/ambiguous.inc"
};

enum { AMBIGUOUS_RANGES = sizeof ambiguous_ranges / sizeof *ambiguous_ranges };

static int ambiguous_columns = 1;

void width_set_ambiguous(int columns) {
  ambiguous_columns = columns == 2 ? 2 : 1;
}

int width_ambiguous(void) {
  return ambiguous_columns;
}

bool width_is_ambiguous(uint32_t character) {
  size_t low = 0, high = AMBIGUOUS_RANGES;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (character > ambiguous_ranges[middle].last)
      low = middle + 1;
    else
      high = middle;
  }
  return low < AMBIGUOUS_RANGES && character >= ambiguous_ranges[low].first;
}

/* What most wide text is made of, answered without a look into tables: Han,
 * Hangul syllables, Chinese punctuation, full-width forms. The block of newer
 * pictographs is wide as a whole, also where libunistring is older than them. */
static bool plainly_wide(uint32_t character) {
  return (char_within(character, 0x3400, 0x9FFF) && !char_within(character, 0x4DC0, 0x4DFF)) ||
         char_within(character, 0x3000, 0x3029) || char_within(character, 0xFF01, 0xFF60) ||
         char_within(character, 0xAC00, 0xD7A3) || char_within(character, 0x1FA70, 0x1FAFF);
}

static bool is_noncharacter(uint32_t character) {
  return (character & 0xFFFE) == 0xFFFE || char_within(character, 0xFDD0, 0xFDEF) ||
         char_within(character, 0xD800, 0xDFFF) || character > 0x10FFFF;
}

bool width_is_hidden(uint32_t character) {
  if (character < 0xAD || plainly_wide(character))
    return false;
  return char_within(character, 0x2028, 0x2029) ||
         uc_is_property_default_ignorable_code_point(character) ||
         uc_is_general_category(character, UC_FORMAT);
}

int width_char(uint32_t character) {
  if (character < 0x7F)
    return character < 0x20 ? -1 : 1;
  if (character < 0xA0 || is_noncharacter(character))
    return -1;
  if (plainly_wide(character))
    return 2;
  int width = uc_width((ucs4_t)character, "UTF-8");
  if (width == 0 || width_is_hidden(character))
    return 0;
  return width_is_ambiguous(character) ? ambiguous_columns : width;
}

size_t width_text(const char *text, size_t length) {
  size_t width = 0;
  for (size_t at = 0; at < length;) {
    Cluster cluster = cluster_first(text + at, length - at);
    width += (size_t)cluster.width;
    at += cluster.bytes;
  }
  return width;
}

/* Han characters are told without a look into tables. */
bool width_is_unsafe(uint32_t character) {
  if (character < 0x7F)
    return character < 0x20;
  if (char_within(character, 0x4E00, 0x9FFF))
    return false;
  return character < 0xA0 || width_char(character) < 0 || width_is_hidden(character);
}
