#include "text/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { WORD = sizeof(uint64_t) };

static const uint64_t low_bits = UINT64_C(0x0101010101010101);

static uint64_t load(const unsigned char *at) {
  uint64_t word;
  memcpy(&word, at, WORD);
  return word;
}

static bool continues(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

/* The bytes of the well-formed sequence at `at`; 0 if there is none. The first
 * byte narrows the second so that overlong forms, surrogates and what lies
 * beyond U+10FFFF are refused (Unicode, table 3-7). */
static inline size_t sequence(const unsigned char *at, size_t length) {
  unsigned char first = at[0];
  if (first < 0x80)
    return 1;
  if (first < 0xC2 || first > 0xF4 || length < 2)
    return 0;
  if (first < 0xE0)
    return continues(at[1]) ? 2 : 0;
  if (length < 3 || !continues(at[1]) || !continues(at[2]))
    return 0;
  if (first < 0xF0)
    return (first == 0xE0 && at[1] < 0xA0) || (first == 0xED && at[1] > 0x9F) ? 0 : 3;
  if (length < 4 || !continues(at[3]))
    return 0;
  return (first == 0xF0 && at[1] < 0x90) || (first == 0xF4 && at[1] > 0x8F) ? 0 : 4;
}

/* The bytes of a word that begin a character. */
static size_t beginnings(uint64_t word) {
  uint64_t continuing = (word >> 7) & ~(word >> 6) & low_bits;
  return WORD - (size_t)((continuing * low_bits) >> 56);
}

size_t utf8_count(const char *text, size_t length) {
  const unsigned char *bytes = (const unsigned char *)text;
  size_t at = 0, count = 0;
  for (; length - at >= WORD; at += WORD)
    count += beginnings(load(bytes + at));
  for (; at < length; at++)
    count += !continues(bytes[at]);
  return count;
}

size_t utf8_offset(const char *text, size_t length, size_t n) {
  const unsigned char *bytes = (const unsigned char *)text;
  size_t at = 0;
  while (n > WORD && length - at >= WORD) {
    n -= beginnings(load(bytes + at));
    at += WORD;
  }
  /* `n` characters begin from here on before the one that is wanted. */
  for (; at < length; at++) {
    if (continues(bytes[at]))
      continue;
    if (!n)
      break;
    n--;
  }
  return at;
}

size_t utf8_decode(const char *text, size_t length, uint32_t *character) {
  static const unsigned char payload[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const unsigned char *bytes = (const unsigned char *)text;
  size_t taken = sequence(bytes, length);
  if (!taken) {
    *character = UTF8_REPLACEMENT;
    return 1;
  }
  uint32_t value = bytes[0] & payload[taken];
  for (size_t i = 1; i < taken; i++)
    value = value << 6 | (bytes[i] & 0x3F);
  *character = value;
  return taken;
}

size_t utf8_encode(uint32_t character, char *out) {
  static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
  size_t bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  for (size_t i = bytes - 1; i > 0; i--, character >>= 6)
    out[i] = (char)(0x80 | (character & 0x3F));
  out[0] = (char)(first[bytes] | character);
  return bytes;
}
