/* Diagnostics as text: file:line:column, message, excerpt, and a caret that
 * stands right under the character meant, Chinese text included. */
#ifndef BUDGETTUI_TEXT_REPORT_H
#define BUDGETTUI_TEXT_REPORT_H

#include "base/diag.h"
#include "base/str.h"

/* All diagnostics, and how many more there were; excerpts are windowed to `width` columns
 * (0: 100). */
void report_all(Str *out, const Diagnostics *all, size_t width);

#endif
