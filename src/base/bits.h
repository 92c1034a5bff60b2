/* Sets of small numbers, a bit for each, in bytes that are the caller's: bits_new makes the empty
 * set of numbers below `count`, memory_free gives it back. */
#ifndef BUDGETTUI_BASE_BITS_H
#define BUDGETTUI_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/memory.h"

static inline size_t bits_bytes(size_t count) { return count / 8 + 1; }

static inline unsigned char *bits_new(size_t count) { return memory_zero(bits_bytes(count), 1); }

/* All of them, or none. */
static inline void bits_fill(unsigned char *bits, size_t count, bool set) {
  memset(bits, set ? 0xff : 0, bits_bytes(count));
}

static inline bool bits_get(const unsigned char *bits, size_t number) {
  return (bits[number / 8] >> number % 8 & 1) != 0;
}

static inline void bits_set(unsigned char *bits, size_t number, bool set) {
  unsigned char bit = (unsigned char)(1u << number % 8);
  bits[number / 8] = (unsigned char)(set ? bits[number / 8] | bit : bits[number / 8] & ~bit);
}

#endif
