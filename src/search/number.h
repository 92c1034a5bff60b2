/* A number as running text writes it: with or without separators of thousands, with whatever zeros
 * behind its last decimal. 1600 stands in "1,600.00万元", not in "21,600". */
#ifndef BUDGETTUI_SEARCH_NUMBER_H
#define BUDGETTUI_SEARCH_NUMBER_H

#include <stdbool.h>

#include "base/str.h"

/* Adds a number in the form that number_find takes, when the text is one without a sign: its
 * digits without separators, its decimals without zeros behind the last. Else nothing. */
void number_plain(Str *out, const char *text, size_t length);
/* Where a number stands in a text, from byte `from` on: the first place, [*start, *end). In linear
 * time. */
bool number_find(const Str *number, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end);

#endif
