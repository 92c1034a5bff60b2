/* Sorting entries by code, in time linear in their number. */
#ifndef BUDGETTUI_MODEL_CODE_SORT_H
#define BUDGETTUI_MODEL_CODE_SORT_H

#include "model/code_index.h"
#include "model/row_code.h"

/* The entry of a row (of an annex, where that matters) with this code. */
static inline CodeEntry code_entry(const RowCode *code, uint32_t annex, size_t row) {
  return (CodeEntry){.key = code->key,
                     .annex = annex,
                     .row = (uint32_t)row & INT32_MAX,
                     .long_code = code->length > CODE_KEY_DIGITS};
}

/* The code of an entry; it may point into `room`, as row_code's does. */
typedef RowCode CodeOfEntry(const void *context, const CodeEntry *entry, Str *room);

/* Sorts by code; entries of one code keep their order. `code_of` is asked only about entries
 * with long_code set and those that share their key. */
void code_sort(CodeEntry *entries, size_t count, CodeOfEntry *code_of, const void *context);

#endif
