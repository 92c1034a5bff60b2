#include "model/code_index.h"

#include <string.h>

#include "model/code_sort.h"

/* The rows of tables that have a code column: the most entries there can be. */
static size_t count_rows(const Document *document) {
  size_t rows = 0;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0; j < document->annexes[i].table_count; j++) {
      CodeColumns columns = code_columns(&document->annexes[i].tables[j]);
      if (code_columns_any(&columns))
        rows += document->annexes[i].tables[j].row_count;
    }
  return rows;
}

static void index_table(CodeIndex *codes, const Table *table, uint32_t annex, size_t before,
                        Str *room) {
  CodeColumns columns = code_columns(table);
  if (!code_columns_any(&columns))
    return;
  CodeEntry *next = codes->entries + codes->count;
  for (size_t i = 0; i < table->row_count; i++) {
    RowCode code = row_code(&columns, &table->rows[i], room);
    if (code.length)
      *next++ = code_entry(&code, annex, before + i);
  }
  codes->count = (size_t)(next - codes->entries);
}

static void index_annex(CodeIndex *codes, const Annex *annex, uint32_t number, Str *room) {
  size_t before = 0;
  for (size_t i = 0; i < annex->table_count; i++) {
    index_table(codes, &annex->tables[i], number, before, room);
    before += annex->tables[i].row_count;
  }
}

const Table *code_index_place(const Document *document, const CodeEntry *entry, size_t *row) {
  const Table *table = document->annexes[entry->annex].tables;
  *row = entry->row;
  for (; *row >= table->row_count; table++)
    *row -= table->row_count;
  return table;
}

RowCode code_index_code(const Document *document, const CodeEntry *entry, Str *room) {
  size_t row;
  const Table *table = code_index_place(document, entry, &row);
  CodeColumns columns = code_columns(table);
  return row_code(&columns, &table->rows[row], room);
}

static RowCode entry_code(const void *context, const CodeEntry *entry, Str *room) {
  return code_index_code(context, entry, room);
}

CodeIndex *code_index_build(const Document *document) {
  CodeIndex *codes = arena_array(document->arena, 1, sizeof *codes);
  codes->entries = arena_alloc(document->arena, count_rows(document) * sizeof *codes->entries,
                               _Alignof(CodeEntry));
  Str room = STR_EMPTY;
  for (size_t i = 0; i < document->annex_count; i++)
    index_annex(codes, &document->annexes[i], (uint32_t)i, &room);
  str_free(&room);
  code_sort(codes->entries, codes->count, entry_code, document);
  return codes;
}

/* Where an entry stands to a prefix: before the entries that begin with it (-1), among them (0), or
 * after them (1). */
static int compare_prefix(const Document *document, const CodeEntry *entry, const RowCode *prefix,
                          Str *room) {
  uint64_t key = entry->key & code_mask(prefix->length);
  if (key != prefix->key)
    return key < prefix->key ? -1 : 1;
  if (prefix->length <= CODE_KEY_DIGITS)
    return 0;
  RowCode code = code_index_code(document, entry, room);
  return code_begins(&code, prefix) ? 0 : code_compare(&code, prefix);
}

/* The first entry that stands to the prefix as `side` (0 or 1) or further on. */
static size_t find_side(const Document *document, const RowCode *prefix, int side, Str *room) {
  const CodeIndex *codes = document->codes;
  size_t first = 0, end = codes->count;
  while (first < end) {
    size_t middle = first + (end - first) / 2;
    if (compare_prefix(document, &codes->entries[middle], prefix, room) < side)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

size_t code_index_prefix(const Document *document, const char *prefix, size_t *first) {
  RowCode wanted = {.text = prefix, .length = strlen(prefix)};
  *first = 0;
  if (!wanted.length)
    return document->codes->count;
  if (!code_pack(wanted.text, wanted.length, &wanted.key))
    return 0;
  Str room = STR_EMPTY;
  *first = find_side(document, &wanted, 0, &room);
  size_t end = find_side(document, &wanted, 1, &room);
  str_free(&room);
  return end - *first;
}

bool code_index_complete(const Document *document, const char *begun, Str *code) {
  enum { CLASS_DIGITS = 3, LEVEL_DIGITS = 2 };
  size_t first, length = strlen(begun), wanted = CLASS_DIGITS;
  if (!length || !code_index_prefix(document, begun, &first))
    return false;
  while (wanted < length)
    wanted += LEVEL_DIGITS;
  Str room = STR_EMPTY;
  RowCode found = entry_code(document, &document->codes->entries[first], &room);
  str_add(code, found.text, found.length < wanted ? found.length : wanted);
  str_free(&room);
  return true;
}
