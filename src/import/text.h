/* The producer for text as taken out of a publication: lines, and tables whose columns are set
 * apart by tabs. A text without tabs whose columns are aligned by blanks is given over to
 * import/layout.h, which says what such a text is.
 *
 * A line with a tab is a row of a table, and rows that follow one another, blank lines between
 * them or not, are one table; what stands beyond LIMIT_IMPORT_COLUMNS is left out. A form feed
 * begins a page. Tags of markup (<p>) are left out. */
#ifndef BUDGETTUI_IMPORT_TEXT_H
#define BUDGETTUI_IMPORT_TEXT_H

#include "base/diag.h"
#include "base/limits.h"
#include "base/progress.h"
#include "import/stream.h"

/* Reads a whole text. False, with one error: it is no UTF-8, holds NUL, is too long or empty. */
bool text_read(const char *bytes, size_t length, const Limits *limits, Stream *stream,
               Diagnostics *diagnostics);
/* The same for a file. No progress is told: texts are short. */
bool text_file(const char *file, const Limits *limits, Stream *stream, Diagnostics *diagnostics,
               const Progress *progress);

#endif
