#include "search/term.h"

#include <string.h>

#include "base/i18n.h"
#include "search/number.h"
#include "text/fold.h"
#include "text/utf8.h"

bool term_open(Term *term, const char *text, size_t length, TermKind kind, const Limits *limits,
               Str *error) {
  *term = (Term)TERM_EMPTY;
  if (kind == TERM_EXPRESSION) {
    term->expression = expression_new(text, length, limits, error);
    return term->expression != NULL;
  }
  fold_text(&term->needle, text, length);
  if (!term->needle.length) {
    str_add_text(error, _("there is nothing to search for"));
    term_close(term);
    return false;
  }
  number_plain(&term->number, term->needle.data, term->needle.length);
  if (kind == TERM_PINYIN)
    term->pinyin = pinyin_new(term->needle.data, term->needle.length);
  return true;
}

void term_close(Term *term) {
  str_free(&term->needle);
  str_free(&term->number);
  expression_free(term->expression);
  pinyin_free(term->pinyin);
}

bool term_find_folded(const Term *term, const char *text, size_t length, size_t from, size_t *start,
                      size_t *end) {
  if (term->expression)
    return expression_find(term->expression, text, length, from, start, end);
  const char *found =
      memmem(text + from, length - from, term->needle.data, term->needle.length);
  if (term->pinyin && pinyin_find(term->pinyin, text, length, from, start, end) &&
      (!found || *start < (size_t)(found - text)))
    return true;
  if (number_find(&term->number, text, length, from, start, end) &&
      (!found || *start <= (size_t)(found - text)))
    return true; /* with the zeros that the term does not have */
  if (!found)
    return false;
  *start = (size_t)(found - text);
  *end = *start + term->needle.length;
  return true;
}

bool term_find_code(const Term *term, const char *code, size_t length, size_t *start, size_t *end) {
  if (term->expression)
    return expression_find(term->expression, code, length, 0, start, end);
  *start = 0;
  *end = term->needle.length;
  return length >= *end && !memcmp(code, term->needle.data, *end);
}

bool term_in_text(const Term *term, const char *text) {
  Str folded = STR_EMPTY;
  size_t start, end;
  fold_text(&folded, text, strlen(text));
  bool found = term_find_folded(term, folded.data, folded.length, 0, &start, &end);
  str_free(&folded);
  return found;
}

bool term_find(const Term *term, const char *text, size_t length, size_t from, size_t *start,
               size_t *end) {
  FoldMap map;
  size_t begin, behind;
  fold_map_open(&map, text, length, from);
  bool found = term_find_folded(term, map.text.data, map.text.length, 0, &begin, &behind) &&
               behind > begin;
  if (found)
    fold_map_original(&map, begin, behind, start, end);
  fold_map_close(&map);
  return found;
}

/* A cluster that folds to several characters may be found more than once: it is marked once. */
static void add_span(TermSpans *spans, TermSpan span) {
  TermSpan *last = spans->count > 0 ? &spans->items[spans->count - 1] : NULL;
  if (last == NULL || span.start >= last->end)
    vec_push(spans, span);
  else if (span.end > last->end)
    last->end = span.end;
}

TermSpans term_spans(const Term *term, const char *text, size_t length) {
  TermSpans spans = {0};
  FoldMap map;
  size_t at = 0, start, end;
  fold_map_open(&map, text, length, 0);
  const Str *folded = &map.text;
  while (at < folded->length && spans.count < TERM_SPANS &&
         term_find_folded(term, folded->data, folded->length, at, &start, &end)) {
    TermSpan span;
    if (end > start) {
      fold_map_original(&map, start, end, &span.start, &span.end);
      add_span(&spans, span);
      at = end;
    } else {
      uint32_t character;
      at = start < folded->length
               ? start + utf8_decode(folded->data + start, folded->length - start, &character)
               : start;
    }
  }
  fold_map_close(&map);
  return spans;
}
