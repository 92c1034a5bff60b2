/* Any bytes as what is searched for and what it is searched in: the first line is the term, the rest
 * the text. */
#include <string.h>

#include "fuzz.h"
#include "search/term.h"

static void search(TermKind kind, const char *needle, size_t length, const char *text, size_t rest) {
  Term term;
  Str error = STR_EMPTY;
  if (term_open(&term, needle, length, kind, NULL, &error)) {
    TermSpans spans = term_spans(&term, text, rest);
    size_t last = 0;
    FUZZ_REQUIRE(spans.count <= TERM_SPANS);
    for (size_t i = 0; i < spans.count; i++) {
      FUZZ_REQUIRE(spans.items[i].start >= last && spans.items[i].end > spans.items[i].start);
      last = spans.items[i].end;
    }
    FUZZ_REQUIRE(last <= rest);
    vec_free(&spans);
    term_close(&term);
  } else {
    FUZZ_REQUIRE(error.length > 0);
  }
  str_free(&error);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  const char *needle = (const char *)bytes;
  const char *end = length > 0 ? memchr(needle, '\n', length) : NULL;
  size_t taken = end != NULL ? (size_t)(end - needle) : length;
  Str text = STR_EMPTY;
  if (end != NULL)
    str_add(&text, end + 1, length - taken - 1);
  for (int kind = TERM_PLAIN; kind <= TERM_PINYIN; kind++)
    search((TermKind)kind, needle, taken, text.data, text.length);
  str_free(&text);
  return 0;
}
