#include "search/number.h"

#include <string.h>

#include "model/decimal.h"

static bool digit_at(const char *text, size_t length, size_t at) {
  return at < length && text[at] >= '0' && text[at] <= '9';
}

void number_plain(Str *out, const char *text, size_t length) {
  int64_t digits;
  uint8_t decimals;
  if (digit_at(text, length, 0) && number_parse(text, length, &digits, &decimals) == MONEY_OK)
    decimal_write(out, digits, decimals, 0);
}

/* A comma with three digits behind it. */
static bool separator_at(const char *text, size_t length, size_t at) {
  return at < length && text[at] == ',' && digit_at(text, length, at + 1) &&
         digit_at(text, length, at + 2) && digit_at(text, length, at + 3) &&
         !digit_at(text, length, at + 4);
}

/* Whether a number goes on at a byte that follows a digit. */
static bool goes_on(const char *text, size_t length, size_t at, bool fraction) {
  return digit_at(text, length, at) || (!fraction && separator_at(text, length, at)) ||
         (at < length && text[at] == '.' && digit_at(text, length, at + 1));
}

/* Whether the digit at a byte is in the middle of a number. */
static bool in_number(const char *text, size_t at) {
  return at > 0 && (digit_at(text, at, at - 1) ||
                    (at > 1 && (text[at - 1] == '.' || text[at - 1] == ',') &&
                     digit_at(text, at, at - 2)));
}

/* The byte behind the number, if it is written from this one on; else 0. */
static size_t end_at(const Str *number, const char *text, size_t length, size_t at) {
  bool fraction = false;
  for (size_t i = 0; i < number->length; at++) {
    if (at < length && text[at] == number->data[i]) {
      fraction = fraction || text[at] == '.';
      i++;
    } else if (fraction || !separator_at(text, length, at)) {
      return 0;
    }
  }
  if (!fraction && at < length && text[at] == '.' && digit_at(text, length, at + 1)) {
    fraction = true;
    at++;
  }
  while (fraction && at < length && text[at] == '0')
    at++;
  return goes_on(text, length, at, fraction) ? 0 : at;
}

bool number_find(const Str *number, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end) {
  const char *found;
  for (size_t at = from; number->length > 0 && at < length; at = *start + 1) {
    found = memchr(text + at, number->data[0], length - at);
    if (found == NULL)
      return false;
    *start = (size_t)(found - text);
    if (!in_number(text, *start) && (*end = end_at(number, text, length, *start)) > 0)
      return true;
  }
  return false;
}
