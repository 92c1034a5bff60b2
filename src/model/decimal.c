#include "model/decimal.h"

void decimal_write(Str *out, int64_t digits, int exponent, int decimals) {
  uint64_t magnitude = digits < 0 ? -(uint64_t)digits : (uint64_t)digits;
  for (; exponent > decimals && magnitude % 10 == 0; exponent--)
    magnitude /= 10; /* a zero that was not asked for */
  if (digits < 0)
    str_add_char(out, '-');
  str_add_number(out, magnitude, (size_t)exponent + 1);
  if (exponent > 0 || decimals > 0)
    str_splice(out, out->length - (size_t)exponent, 0, ".", 1);
  if (decimals > exponent)
    str_add_fill(out, '0', (size_t)(decimals - exponent));
}
