/* Fitting text into columns. All widths are terminal columns. */
#ifndef BUDGETTUI_TEXT_FIT_H
#define BUDGETTUI_TEXT_FIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

typedef enum { FIT_LEFT, FIT_RIGHT, FIT_CENTER } FitAlign;

/* The longest beginning of `text` that is at most `width` columns wide: its
 * bytes; its width goes to `*taken` (may be NULL). Never cuts a cluster. */
size_t fit_prefix(const char *text, size_t length, size_t width, size_t *taken);
/* The same for a text that an ellipsis will follow: it does not end within a number, what is left
 * of which would be another number, unless there is nothing before it. */
size_t fit_before_ellipsis(const char *text, size_t length, size_t width, size_t *taken);
/* Adds `text` in exactly `width` columns to `out`: padded with spaces as `align`
 * says, or cut at a cluster and ended with `ellipsis` (its own width counts). The
 * text added is safe for a terminal. */
void fit_text(Str *out, const char *text, size_t length, size_t width, FitAlign align,
              const char *ellipsis);
/* Adds `text` whole, safe for a terminal, and returns its width. */
size_t fit_whole(Str *out, const char *text, size_t length);

#endif
