#include "model/code_sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

enum { BYTE_VALUES = 256, KEY_BYTES = 8 };

/* What a look at all entries tells before they are sorted. */
typedef struct {
  uint64_t varying; /* bits that are not the same in all keys */
  bool sorted;      /* by key */
  bool long_codes;
} Survey;

static Survey survey_entries(const CodeEntry *entries, size_t count) {
  Survey survey = {.sorted = true};
  uint64_t last = entries[0].key;
  for (size_t i = 0; i < count; i++) {
    uint64_t key = entries[i].key;
    survey.varying |= key ^ last;
    survey.sorted &= key >= last;
    survey.long_codes |= entries[i].long_code;
    last = key;
  }
  return survey;
}

/* One pass of a radix sort by the byte at `shift`; keeps the order of equal bytes. */
static void sort_by_byte(const CodeEntry *from, CodeEntry *to, size_t count, int shift) {
  size_t starts[BYTE_VALUES] = {0};
  for (size_t i = 0; i < count; i++)
    starts[from[i].key >> shift & 0xff]++;
  size_t start = 0;
  for (size_t i = 0; i < BYTE_VALUES; i++) {
    size_t length = starts[i];
    starts[i] = start;
    start += length;
  }
  for (size_t i = 0; i < count; i++)
    to[starts[from[i].key >> shift & 0xff]++] = from[i];
}

static void sort_by_key(CodeEntry *entries, size_t count, uint64_t varying) {
  CodeEntry *spare = memory_alloc(count * sizeof *spare);
  CodeEntry *from = entries, *to = spare;
  for (int byte = 0; byte < KEY_BYTES; byte++) {
    if (!(varying >> (8 * byte) & 0xff))
      continue;
    sort_by_byte(from, to, count, 8 * byte);
    CodeEntry *other = from;
    from = to;
    to = other;
  }
  if (from != entries)
    memcpy(entries, from, count * sizeof *entries);
  memory_free(spare);
}

/* An entry whose key alone does not tell its place. */
typedef struct {
  RowCode code;
  CodeEntry entry;
  size_t place; /* before sorting */
} LongEntry;

static int compare_long(const void *a, const void *b) {
  const LongEntry *left = a, *right = b;
  int order = code_compare(&left->code, &right->code);
  return order ? order : (left->place > right->place) - (left->place < right->place);
}

static void sort_by_text(CodeEntry *entries, size_t count, CodeOfEntry *code_of,
                         const void *context) {
  Arena *arena = arena_new();
  LongEntry *longs = arena_array(arena, count, sizeof *longs);
  Str room = STR_EMPTY;
  for (size_t i = 0; i < count; i++) {
    RowCode code = code_of(context, &entries[i], &room);
    if (code.text == room.data)
      code.text = arena_text(arena, code.text, code.length);
    longs[i] = (LongEntry){code, entries[i], i};
  }
  qsort(longs, count, sizeof *longs, compare_long);
  for (size_t i = 0; i < count; i++)
    entries[i] = longs[i].entry;
  str_free(&room);
  arena_free(arena);
}

/* Each run of one key in which a code goes on after the key is sorted by text. */
static void sort_long_codes(CodeEntry *entries, size_t count, CodeOfEntry *code_of,
                            const void *context) {
  for (size_t first = 0, next; first < count; first = next) {
    bool longs = false;
    for (next = first; next < count && entries[next].key == entries[first].key; next++)
      longs |= entries[next].long_code;
    if (longs && next - first > 1)
      sort_by_text(entries + first, next - first, code_of, context);
  }
}

void code_sort(CodeEntry *entries, size_t count, CodeOfEntry *code_of, const void *context) {
  if (count < 2)
    return;
  Survey survey = survey_entries(entries, count);
  if (!survey.sorted)
    sort_by_key(entries, count, survey.varying);
  if (survey.long_codes)
    sort_long_codes(entries, count, code_of, context);
}
