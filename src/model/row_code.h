/* The account codes of a table's rows, over one or three code columns.
 *
 * For what asks for many rows: the columns are found once, and a code that a
 * cell holds plainly is pointed at, not copied. */
#ifndef BUDGETTUI_MODEL_ROW_CODE_H
#define BUDGETTUI_MODEL_ROW_CODE_H

#include <endian.h>
#include <string.h>

#include "base/str.h"
#include "model/document.h"

enum { CODE_KEY_DIGITS = 16, CODE_HALF_DIGITS = CODE_KEY_DIGITS / 2 };

/* The leaves of the code columns; -1: there is none. */
typedef struct {
  int code;
  int parts[3]; /* class, section, item; used when `code` is -1 */
} CodeColumns;

typedef struct {
  const char *text; /* `length` digits, without a NUL */
  size_t length;    /* 0: the row has no code */
  uint64_t key;     /* see code_pack */
} RowCode;

static inline uint32_t code_load_four(const char *text) {
  uint32_t bytes;
  memcpy(&bytes, text, sizeof bytes);
  return le32toh(bytes);
}

/* The 1 to 8 bytes of a text, the first one lowest, without reading past it. */
static inline uint64_t code_load(const char *text, size_t length) {
  if (length >= 4)
    return code_load_four(text) | (uint64_t)code_load_four(text + length - 4) << (8 * (length - 4));
  const unsigned char *bytes = (const unsigned char *)text;
  size_t middle = length / 2, last = length - 1;
  return (uint64_t)bytes[0] | (uint64_t)bytes[middle] << (8 * middle) |
         (uint64_t)bytes[last] << (8 * last);
}

/* Packs 1 to 8 digits into the upper half of a key, all bytes at once: none may exceed 9 once '0'
 * is taken off, and then eight bytes of a digit each are pushed together into eight half bytes. */
static inline bool code_pack_half(const char *text, size_t length, uint64_t *key) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t used = UINT64_MAX >> (8 * (CODE_HALF_DIGITS - length));
  uint64_t digits = code_load(text, length) ^ (ones * '0' & used);
  if (((digits + ones * (0x7f - 9)) | digits) & ones * 0x80)
    return false;
  digits = __builtin_bswap64(digits + (ones & used));
  digits = (digits | digits >> 4) & UINT64_C(0x00ff00ff00ff00ff);
  digits = (digits | digits >> 8) & UINT64_C(0x0000ffff0000ffff);
  *key = (digits | digits >> 16) << 32;
  return true;
}

/* For codes of more than 8 digits, and for no code. */
bool code_pack_long(const char *text, size_t length, uint64_t *key);

/* Packs the first CODE_KEY_DIGITS digits of a code so that keys sort as codes do: four bits a
 * digit from the highest on, digit + 1, so that the end of a code is less than any digit. False
 * when the text is empty or anything but digits. Written for codes by the million. */
static inline bool code_pack(const char *text, size_t length, uint64_t *key) {
  if (length - 1 < CODE_HALF_DIGITS)
    return code_pack_half(text, length, key);
  return code_pack_long(text, length, key);
}
/* Whether a text is a code: digits, and nothing else. */
static inline bool code_is_plain(const char *text, size_t length) {
  uint64_t key;
  return code_pack(text, length, &key);
}
/* The bits of a key that hold its first `length` digits. */
static inline uint64_t code_mask(size_t length) {
  return length >= CODE_KEY_DIGITS ? UINT64_MAX : ~(UINT64_MAX >> (4 * length));
}
bool code_begins_long(const RowCode *code, const RowCode *prefix);
/* Whether a code begins with another, or is the same. */
static inline bool code_begins(const RowCode *code, const RowCode *prefix) {
  if (code->length < prefix->length || (code->key ^ prefix->key) & code_mask(prefix->length))
    return false;
  return prefix->length <= CODE_KEY_DIGITS || code_begins_long(code, prefix);
}
/* As strcmp. */
int code_compare(const RowCode *a, const RowCode *b);

CodeColumns code_columns(const Table *table);
static inline bool code_columns_any(const CodeColumns *columns) {
  return columns->code >= 0 || columns->parts[0] >= 0;
}

/* The code of a row that needs more than a look at one cell. */
RowCode row_code_joined(const CodeColumns *columns, const Row *row, Str *room);

/* The code of a row. It points into the row's cell, or into `room` (started with STR_EMPTY, freed
 * by the caller) where it had to be put together, until the next call with that room. */
__attribute__((always_inline)) static inline RowCode row_code(const CodeColumns *columns,
                                                              const Row *row, Str *room) {
  if (columns->code >= 0) {
    const Cell *cell = &row->cells[columns->code];
    uint64_t key;
    if (cell->kind != CELL_TEXT)
      return (RowCode){0};
    if (code_pack(cell->text, cell->length, &key))
      return (RowCode){cell->text, cell->length, key};
  }
  return row_code_joined(columns, row, room);
}

#endif
