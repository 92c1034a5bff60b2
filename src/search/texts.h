/* Texts of a document, each distinct one kept once, folded (text/fold.h): names repeat, in every
 * annex and on thousands of rows.
 *
 * A text ends in a newline, which folding never leaves, so that one pass over `text` looks at all
 * of them. Added texts belong to the caller and stay until texts_end. */
#ifndef BUDGETTUI_SEARCH_TEXTS_H
#define BUDGETTUI_SEARCH_TEXTS_H

#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* An added text, and its hash. */
typedef struct {
  const char *text;
  size_t length, hash;
} TextSource;

typedef struct {
  Str text;            /* folded, one behind the other */
  VEC(size_t) starts;  /* where each begins */
  VEC(TextSource) sources; /* of each, until texts_end */
  uint32_t *slots;     /* a hash table of numbers of texts, from 1, until texts_end */
  size_t slot_count;   /* a power of two */
} Texts;

/* A cleared Texts, with STR_EMPTY, is empty. The number of a text: the same for the same bytes. */
uint32_t texts_add(Texts *texts, const char *text, size_t length);
/* No more is added. */
void texts_end(Texts *texts);
void texts_close(Texts *texts);
static inline size_t texts_count(const Texts *texts) { return texts->starts.count; }
/* The bytes of a text, with its newline. */
const char *texts_nth(const Texts *texts, size_t index, size_t *length);
/* The byte of `text` behind a text and its newline. */
static inline size_t texts_end_of(const Texts *texts, size_t index) {
  return index + 1 < texts->starts.count ? texts->starts.items[index + 1] : texts->text.length;
}
/* The text that holds byte `at` of `text`, at number `from` or behind it. */
size_t texts_at(const Texts *texts, size_t from, size_t at);

#endif
