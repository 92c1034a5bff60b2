/* The account codes of a table's rows, over one or three code columns.
 *
 * For what asks for many rows: the columns are found once, and a code that a
 * cell holds plainly is pointed at, not copied. */
#ifndef BUDGETTUI_MODEL_ROW_CODE_H
#define BUDGETTUI_MODEL_ROW_CODE_H

#include "base/str.h"
#include "model/document.h"

enum { CODE_KEY_DIGITS = 16 };

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

/* Packs the first CODE_KEY_DIGITS digits of a code so that keys sort as codes do: four bits a
 * digit from the highest on, digit + 1, so that the end of a code is less than any digit. False
 * when the text is empty or anything but digits. */
bool code_pack(const char *text, size_t length, uint64_t *key);
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
static inline RowCode row_code(const CodeColumns *columns, const Row *row, Str *room) {
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
