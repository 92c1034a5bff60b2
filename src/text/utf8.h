/* UTF-8: decoding, encoding and counting. Offsets and lengths are bytes. */
#ifndef BUDGETTUI_TEXT_UTF8_H
#define BUDGETTUI_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum {
  UTF8_MOST = 4,            /* bytes of a character */
  UTF8_REPLACEMENT = 0xFFFD /* the character that stands for a bad byte */
};

/* Code points that begin in well-formed text. */
size_t utf8_count(const char *text, size_t length);
/* The offset of code point `n`, at most `length`. */
size_t utf8_offset(const char *text, size_t length, size_t n);
/* Decodes one character of length > 0 bytes: its bytes; UTF8_REPLACEMENT for a bad byte. */
size_t utf8_decode(const char *text, size_t length, uint32_t *character);
/* Writes one character into out[UTF8_MOST] and returns its bytes. */
size_t utf8_encode(uint32_t character, char *out);

#endif
