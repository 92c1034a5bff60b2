#include "model/decimal.h"

#include <inttypes.h>
#include <stdio.h>

enum { DIGITS_MOST = 20 }; /* of a 64-bit number */

/* The digits after the point to be written: those asked for, and all up to the last one that is
 * not zero. */
static int decimals_shown(uint64_t digits, int exponent, int decimals) {
  int zeros = 0;
  while (zeros < exponent && digits % 10 == 0) {
    digits /= 10;
    zeros++;
  }
  return exponent - zeros > decimals ? exponent - zeros : decimals;
}

void decimal_write(Str *out, int64_t digits, int exponent, int decimals) {
  char text[DIGITS_MOST + 1];
  uint64_t magnitude = digits < 0 ? -(uint64_t)digits : (uint64_t)digits;
  int length = snprintf(text, sizeof text, "%" PRIu64, magnitude);
  int whole = length - exponent; /* digits before the point; below 1: zeros lead */
  int shown = decimals_shown(magnitude, exponent, decimals);
  if (digits < 0)
    str_add_char(out, '-');
  if (whole > 0)
    str_add(out, text, (size_t)whole);
  else
    str_add_char(out, '0');
  if (!shown)
    return;
  str_add_char(out, '.');
  int leading = whole < 0 ? (-whole < shown ? -whole : shown) : 0;
  int from = whole > 0 ? whole : 0, taken = shown - leading;
  if (taken > length - from)
    taken = length - from;
  str_add_fill(out, '0', (size_t)leading);
  str_add(out, text + from, (size_t)taken);
  str_add_fill(out, '0', (size_t)(shown - leading - taken));
}
