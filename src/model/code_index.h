/* Every row of a document that has an account code, sorted by code: the places
 * of a code, and of every code that begins with given digits, in O(log n). */
#ifndef BUDGETTUI_MODEL_CODE_INDEX_H
#define BUDGETTUI_MODEL_CODE_INDEX_H

#include "model/row_code.h"

typedef struct {
  uint64_t key;   /* the first 16 digits, packed so that keys sort as codes do */
  uint32_t annex; /* index in the document */
  uint32_t row : 31; /* counted over the annex's tables, the first one first */
  uint32_t long_code : 1; /* more than 16 digits: compare the text too */
} CodeEntry;

typedef struct CodeIndex {
  CodeEntry *entries; /* by code, then annex, then row */
  size_t count;
} CodeIndex;

/* The first digit of its code. */
static inline int code_entry_first(const CodeEntry *entry) { return (int)(entry->key >> 60) - 1; }
/* The digits of its code; those beyond a key are not counted. */
static inline size_t code_entry_digits(const CodeEntry *entry) {
  return CODE_KEY_DIGITS - (size_t)__builtin_ctzll(entry->key) / 4;
}
/* The code itself; see row_code. */
RowCode code_index_code(const Document *document, const CodeEntry *entry, Str *room);

/* Built once, into the document's arena, in time linear in its rows. */
CodeIndex *code_index_build(const Document *document);

/* The entries whose code begins with `prefix` (digits; all entries for ""):
 * [*first, *first + result). */
size_t code_index_prefix(const Document *document, const char *prefix, size_t *first);
/* Adds the account that a code or the beginning of one means: the code itself where it has the
 * digits of a level, otherwise the first one of the next level that begins so. False: no account
 * does, and nothing is added. */
bool code_index_complete(const Document *document, const char *begun, Str *code);
/* The table of an entry, and its row there: *row < table->row_count. */
const Table *code_index_place(const Document *document, const CodeEntry *entry, size_t *row);

#endif
