#include "yaml/scalar.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "text/utf8.h"
#include "text/width.h"

static bool any_escape(const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    uint32_t character;
    at += utf8_decode(text + at, length - at, &character);
    if (width_is_unsafe(character))
      return true;
  }
  return false;
}

/* Words that some reader takes for a boolean or a null. */
static bool is_word(const char *text, size_t length) {
  static const char *const words[] = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == length && !strncasecmp(words[i], text, length))
      return true;
  return false;
}

/* An ASCII text that begins with a digit may be a number, a time or a date to somebody. */
static bool is_number_like(const char *text, size_t length) {
  if (!isdigit((unsigned char)*text))
    return false;
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] >= 0x80)
      return false;
  return true;
}

/* Whether the byte at `at` ends a plain scalar, or might. */
static bool breaks_plain(const char *text, size_t length, size_t at, bool flow) {
  switch (text[at]) {
  case ':': return flow || at + 1 == length || text[at + 1] == ' ';
  case '#': return at > 0 && text[at - 1] == ' ';
  case ',': case '[': case ']': case '{': case '}': case '?': return flow;
  default: return false;
  }
}

/* Dashes and relations (– ≥): nobody takes them for anything else, but they are quoted like - and
 * =. */
static bool begins_with_sign(const char *text, size_t length) {
  uint32_t character;
  utf8_decode(text, length, &character);
  return (character >= 0x2010 && character <= 0x2015) ||
         (character >= 0x2200 && character <= 0x22FF);
}

static bool is_plain(const char *text, size_t length, bool flow) {
  if (!length || text[length - 1] == ' ' || is_number_like(text, length) || is_word(text, length))
    return false;
  unsigned char first = (unsigned char)*text;
  if (first < 0x80 && !isalnum(first) && first != '(')
    return false;
  if (begins_with_sign(text, length))
    return false;
  for (size_t i = 0; i < length; i++)
    if (breaks_plain(text, length, i, flow))
      return false;
  return !any_escape(text, length);
}

static void add_escape(Str *out, uint32_t character) {
  static const struct {
    uint32_t character;
    const char *written;
  } named[] = {{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}};
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (named[i].character == character) {
      str_add_text(out, named[i].written);
      return;
    }
  if (character <= 0xFF)
    str_printf(out, "\\x%02" PRIX32, character);
  else if (character <= 0xFFFF)
    str_printf(out, "\\u%04" PRIX32, character);
  else
    str_printf(out, "\\U%08" PRIX32, character);
}

void scalar_quote(Str *out, const char *text, size_t length) {
  str_add_char(out, '"');
  for (size_t at = 0, bytes; at < length; at += bytes) {
    uint32_t character;
    bytes = utf8_decode(text + at, length - at, &character);
    if (character == '"' || character == '\\' || width_is_unsafe(character))
      add_escape(out, character);
    else
      str_add(out, text + at, bytes);
  }
  str_add_char(out, '"');
}

void scalar_write(Str *out, const char *text, size_t length, bool flow) {
  if (is_plain(text, length, flow))
    str_add(out, text, length);
  else
    scalar_quote(out, text, length);
}
