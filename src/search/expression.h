/* Regular expressions over folded text (text/fold.h), in the syntax of POSIX extended ones:
 * . [] [^] [[:class:]] * + ? {m,n} | () ^ $ and \ before punctuation.
 *
 * Characters of the expression are folded as the text is: widths and case agree, and white space
 * counts nowhere, so that a space in an expression stands for nothing. `^` and `$` are the ends of
 * a line, and no match goes beyond one.
 *
 * All states are followed at once: time grows with the text times the size of the expression,
 * whatever both hold, and there are no back references. The size has bounds, too: base/limits.h. */
#ifndef BUDGETTUI_SEARCH_EXPRESSION_H
#define BUDGETTUI_SEARCH_EXPRESSION_H

#include "base/limits.h"
#include "base/str.h"

typedef struct Expression Expression;

/* NULL: it is none, and `error` gets a line, translated, that says why. */
Expression *expression_new(const char *text, size_t length, const Limits *limits, Str *error);
void expression_free(Expression *expression); /* NULL is allowed */

/* The first match that begins at byte `from` or later, the longest one there: [*start, *end). */
bool expression_find(const Expression *expression, const char *text, size_t length, size_t from,
                     size_t *start, size_t *end);

#endif
