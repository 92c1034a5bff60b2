#include "search/texts.h"

#include <string.h>

#include "text/fold.h"

static size_t hash_bytes(const char *text, size_t length) {
  const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
  uint64_t hash = length * factor, word;
  for (; length >= sizeof word; text += sizeof word, length -= sizeof word) {
    memcpy(&word, text, sizeof word);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy(&word, text, length);
  hash = (hash ^ word) * factor;
  return (size_t)(hash ^ hash >> 32);
}

/* The slot of a text: its own, or the empty one where it would be. */
static uint32_t *find_slot(const Texts *texts, const TextSource *source) {
  size_t at = source->hash & (texts->slot_count - 1);
  for (; texts->slots[at]; at = (at + 1) & (texts->slot_count - 1)) {
    const TextSource *other = &texts->sources.items[texts->slots[at] - 1];
    if (other->hash == source->hash && other->length == source->length &&
        (other->text == source->text || !memcmp(other->text, source->text, source->length)))
      break;
  }
  return &texts->slots[at];
}

/* At most half of the slots are used. */
static void make_room(Texts *texts) {
  enum { FIRST = 1024 };
  if (2 * (texts->sources.count + 1) <= texts->slot_count)
    return;
  memory_free(texts->slots);
  texts->slot_count = texts->slot_count ? 4 * texts->slot_count : FIRST;
  texts->slots = memory_zero(texts->slot_count, sizeof *texts->slots);
  for (size_t i = 0; i < texts->sources.count; i++)
    *find_slot(texts, &texts->sources.items[i]) = (uint32_t)i + 1;
}

uint32_t texts_add(Texts *texts, const char *text, size_t length) {
  TextSource source = {text, length, hash_bytes(text, length)};
  make_room(texts);
  uint32_t *slot = find_slot(texts, &source);
  if (!*slot) {
    vec_push(&texts->sources, source);
    vec_push(&texts->starts, texts->text.length);
    fold_text(&texts->text, text, length);
    str_add_char(&texts->text, '\n');
    *slot = (uint32_t)texts->sources.count;
  }
  return *slot - 1;
}

void texts_end(Texts *texts) {
  vec_free(&texts->sources);
  memory_free(texts->slots);
  texts->slots = NULL;
  texts->slot_count = 0;
}

void texts_close(Texts *texts) {
  texts_end(texts);
  vec_free(&texts->starts);
  str_free(&texts->text);
}

const char *texts_nth(const Texts *texts, size_t index, size_t *length) {
  size_t start = texts->starts.items[index];
  *length = texts_end_of(texts, index) - start;
  return texts->text.data + start;
}

size_t texts_at(const Texts *texts, size_t from, size_t at) {
  const size_t *starts = texts->starts.items;
  size_t step = 1, low = from, count = texts->starts.count;
  while (low + step < count && starts[low + step] <= at) {
    low += step;
    step *= 2;
  }
  while (step > 0) {
    if (low + step < count && starts[low + step] <= at)
      low += step;
    step /= 2;
  }
  return low;
}
