/* Diagnostics as text: file:line:column, message, excerpt, and a caret that
 * stands right under the character meant, Chinese text included. */
#ifndef BUDGETTUI_TEXT_REPORT_H
#define BUDGETTUI_TEXT_REPORT_H

#include "base/diag.h"
#include "base/str.h"

/* One diagnostic; excerpts are windowed to `width` columns (0: 100). */
void report_diagnostic(Str *out, const Diagnostics *all, const Diagnostic *one, size_t width);
/* All of them, and how many more there were. */
void report_all(Str *out, const Diagnostics *all, size_t width);

#endif
