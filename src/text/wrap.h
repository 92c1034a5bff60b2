/* Breaking text into lines by the Chinese rules (禁则, GB/T 15834: closing
 * punctuation does not begin a line, opening punctuation does not end one;
 * numbers with their units and Latin words stay whole where they fit). */
#ifndef BUDGETTUI_TEXT_WRAP_H
#define BUDGETTUI_TEXT_WRAP_H

#include <stddef.h>

/* The first line of `text` in at most `width` (>= 1) columns: its bytes, without
 * the spaces at its end; `*next` is where the following line begins (== length
 * at the end). A cluster wider than `width` still makes a line of its own. A newline in the
 * text ends the line. */
size_t wrap_line(const char *text, size_t length, size_t width, size_t *next);

#endif
