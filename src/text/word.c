#include "text/word.h"

#include <unictype.h>

#include "text/cluster.h"

typedef enum { KIND_BLANK, KIND_HAN, KIND_LETTER, KIND_SIGN } Kind;

static Kind kind_at(const char *text, size_t length) {
  uint32_t character;
  utf8_decode(text, length, &character);
  if (uc_is_general_category_withtable(character, UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_Cc))
    return KIND_BLANK;
  if (uc_is_general_category_withtable(character, UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_S))
    return KIND_SIGN;
  return uc_is_property_ideographic(character) ? KIND_HAN : KIND_LETTER;
}

size_t word_before(const char *text, size_t at) {
  Kind kind = KIND_BLANK;
  while (at > 0) {
    size_t before = cluster_before(text, at);
    Kind next = kind_at(text + before, at - before);
    if (kind != KIND_BLANK && next != kind)
      break;
    kind = next;
    at = before;
  }
  return at;
}

size_t word_after(const char *text, size_t length, size_t at) {
  Kind kind = KIND_BLANK;
  while (at < length) {
    Kind next = kind_at(text + at, length - at);
    if (kind != KIND_BLANK && next != kind)
      break;
    kind = next;
    at += cluster_first(text + at, length - at).bytes;
  }
  return at;
}
