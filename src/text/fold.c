/* Characters that are by themselves what they fold to (ASCII but for its
 * capitals, Han, common Chinese punctuation, full-width ASCII) are copied. The
 * others are collected, behind the copied character before them, since a mark
 * composes with it, and folded by libunistring when the next copied one comes. */
#include "text/fold.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/memory.h"
#include "text/char.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

typedef struct {
  Str *out;
  size_t before; /* where the last copied character begins in `out`; its length if none */
  Str pending;
} Folder;

static bool is_white(uint32_t character) {
  return character == ' ' || character == 0x3000 || char_within(character, '\t', '\r') ||
         (character >= 0x85 && uc_is_property_white_space(character));
}

/* Characters from U+0080 on that no normal form and no case changes, and that compose with none. */
static bool is_stable(uint32_t character) {
  return char_within(character, 0x4E00, 0x9FFF) || char_within(character, 0x3400, 0x4DBF) ||
         char_within(character, 0x3001, 0x3002) || char_within(character, 0x3008, 0x3011) ||
         char_within(character, 0x2018, 0x2019) || char_within(character, 0x201C, 0x201D) ||
         character == 0xB7 || character == 0x2014;
}

/* What a character folds to when it needs no library; 0 if it does. */
static uint32_t copied(uint32_t character) {
  if (char_within(character, 0xFF01, 0xFF5E))
    character -= 0xFF01 - '!';
  if (character < 0x80)
    return char_within(character, 'A', 'Z') ? character + ('a' - 'A') : character;
  return is_stable(character) ? character : 0;
}

static char *library_result(uint8_t *result, size_t length) {
  if (!result)
    memory_fail(length);
  return (char *)result;
}

/* Adds `text` without white space and hidden characters; returns whether there were some. */
static bool add_visible(Str *out, const char *text, size_t length) {
  bool found = false;
  size_t bytes;
  for (size_t at = 0; at < length; at += bytes) {
    uint32_t character;
    bytes = utf8_decode(text + at, length - at, &character);
    if (is_white(character) || width_is_hidden(character))
      found = true;
    else
      str_add(out, text + at, bytes);
  }
  return found;
}

/* One round of NFKC case folding of well-formed text, into `to`, which it empties first. Returns
 * whether white space fell out, so that what stood around it may compose now. */
static bool fold_round(Str *to, const Str *from) {
  size_t length;
  uint8_t *folded =
      u8_casefold((const uint8_t *)from->data, from->length, NULL, UNINORM_NFKC, NULL, &length);
  char *text = library_result(folded, from->length);
  str_clear(to);
  bool found = add_visible(to, text, length);
  memory_free(text);
  return found;
}

/* Compatibility forms may hold capitals and white space, so that one round can leave work for
 * another; each either changes nothing or is followed by one more. */
static void fold_fully(Str *text) {
  Str next = STR_EMPTY;
  bool again = true;
  while (again) {
    again = fold_round(&next, text) || next.length != text->length ||
            memcmp(next.data, text->data, text->length) != 0;
    Str swap = *text;
    *text = next;
    next = swap;
  }
  str_free(&next);
}

static void flush(Folder *folder) {
  if (!folder->pending.length)
    return;
  fold_fully(&folder->pending);
  str_add(folder->out, folder->pending.data, folder->pending.length);
  str_clear(&folder->pending);
}

/* Adds the ASCII characters at the beginning of `text`, of which the first is no white space. */
static size_t put_ascii(Folder *folder, const char *text, size_t length) {
  Str *out = folder->out;
  size_t at = 0;
  flush(folder);
  for (; at < length && (unsigned char)text[at] < 0x80; at++) {
    char c = text[at];
    if (!is_white((unsigned char)c))
      str_add_char(out, c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c);
  }
  folder->before = out->length - 1;
  return at;
}

/* Adds the Han characters that `text` begins with; returns 0 if it begins with another. */
static size_t put_han(Folder *folder, const char *text, size_t length) {
  size_t at = 0, bytes;
  while (at < length && (bytes = cluster_plain(text + at, length - at)) == 3)
    at += bytes;
  if (!at)
    return 0;
  flush(folder);
  str_add(folder->out, text, at);
  folder->before = folder->out->length; /* no mark composes with Han */
  return at;
}

static void put_copied(Folder *folder, uint32_t character) {
  char utf8[UTF8_MOST];
  flush(folder);
  folder->before = folder->out->length;
  if (character < 0x80)
    str_add_char(folder->out, (char)character);
  else
    str_add(folder->out, utf8, utf8_encode(character, utf8));
}

static void put_other(Folder *folder, uint32_t character) {
  char utf8[UTF8_MOST];
  if (!folder->pending.length) {
    str_add(&folder->pending, folder->out->data + folder->before,
            folder->out->length - folder->before);
    str_cut(folder->out, folder->before);
  }
  str_add(&folder->pending, utf8, utf8_encode(character, utf8));
}

void fold_text(Str *out, const char *text, size_t length) {
  Folder folder = {.out = out, .before = out->length, .pending = STR_EMPTY};
  size_t bytes;
  str_reserve(out, length);
  for (size_t at = 0; at < length; at += bytes) {
    uint32_t character, result;
    if ((bytes = put_han(&folder, text + at, length - at)) != 0)
      continue;
    bytes = utf8_decode(text + at, length - at, &character);
    if (is_white(character))
      continue;
    if (character < 0x80)
      bytes = put_ascii(&folder, text + at, length - at);
    else if ((result = copied(character)) != 0)
      put_copied(&folder, result);
    else
      put_other(&folder, character);
  }
  flush(&folder);
  str_free(&folder.pending);
}

bool fold_equal(const char *a, size_t a_length, const char *b, size_t b_length) {
  if (a_length == b_length && memcmp(a, b, a_length) == 0)
    return true;
  Str folded_a = STR_EMPTY, folded_b = STR_EMPTY;
  fold_text(&folded_a, a, a_length);
  fold_text(&folded_b, b, b_length);
  bool equal = folded_a.length == folded_b.length &&
               memcmp(folded_a.data, folded_b.data, folded_a.length) == 0;
  str_free(&folded_a);
  str_free(&folded_b);
  return equal;
}
