/* What is looked for, plainly, by a regular expression or by how Chinese is read, too, and where
 * it stands in a text.
 *
 * All are compared with the folded text (text/fold.h). A plain term finds codes that begin with
 * it; an expression finds a code as any other text. A plain term that is a number finds texts that
 * write this number otherwise, too (search/number.h). */
#ifndef BUDGETTUI_SEARCH_TERM_H
#define BUDGETTUI_SEARCH_TERM_H

#include "base/vec.h"
#include "model/document.h"
#include "model/place.h"
#include "search/expression.h"
#include "text/pinyin.h"

typedef struct {
  Str needle;             /* folded; of a plain term */
  Str number;             /* of a plain term that is one; else empty */
  Expression *expression; /* NULL: a plain term */
  Pinyin *pinyin;         /* of a plain term that is looked for by readings, too; or NULL */
} Term;

#define TERM_EMPTY { .needle = STR_EMPTY, .number = STR_EMPTY }

typedef enum { TERM_PLAIN, TERM_EXPRESSION, TERM_PINYIN } TermKind;

/* What a search looks at. Every text is a name or another text; a code is neither. */
typedef enum {
  SCOPE_ALL,  /* with amounts, for a plain term */
  SCOPE_CODE, /* account codes */
  SCOPE_NAME, /* what rows are called: names, items, 合计 in the column of codes */
  SCOPE_TEXT, /* headings of columns and sections, paragraphs, titles, notes, targets, cells */
  SCOPE_COUNT
} TermScope;

/* False: `error` gets a line that says why. Closed with term_close when it was opened. */
bool term_open(Term *term, const char *text, size_t length, TermKind kind, const Limits *limits,
               Str *error);
void term_close(Term *term);

/* In folded text, from byte `from` on: the match that begins first. */
bool term_find_folded(const Term *term, const char *text, size_t length, size_t from, size_t *start,
                      size_t *end);
/* In the code of an account: digits. */
bool term_find_code(const Term *term, const char *code, size_t length, size_t *start, size_t *end);
bool term_in_text(const Term *term, const char *text);
/* In an original text, from byte `from` on: the bytes [*start, *end), whole clusters. */
bool term_find(const Term *term, const char *text, size_t length, size_t from, size_t *start,
               size_t *end);

/* Bytes [start, end) of a text. */
typedef struct {
  size_t start, end;
} TermSpan;
typedef VEC(TermSpan) TermSpans;
/* What is found in an original text, one after the other, without the empty ones; freed with
 * vec_free. No more than TERM_SPANS, so that an expression cannot make it long. */
enum { TERM_SPANS = 256 };
TermSpans term_spans(const Term *term, const char *text, size_t length);

/* Whether the term is found at a place, in what the scope names. */
bool term_at_place(const Term *term, const Document *document, const Place *place,
                   TermScope scope);

#endif
