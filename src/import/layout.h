/* Text whose columns stand below each other by blanks: what `pdftotext -layout` prints, and what is
 * copied from a terminal or a mail. Its runs of text become words with boxes, told from their line
 * and their columns, and the geometry of PDFs does the rest (import/pdf_deliver.h).
 *
 * Which text is such: one without tabs, in which at least LAYOUT_ROWS lines hold a figure that two
 * or more blanks set apart from what else stands in the line, as layout_is_row tells. All other
 * text is read as before, line by line (import/text.h).
 *
 * A column is a terminal's (a Chinese character takes two), or a character, as pdftotext counts
 * them: that in which more figures end where those of the line above do. A form feed ends a page,
 * and then each page is taken to have a scale of its own (import/pdf_scale.h). */
#ifndef BUDGETTUI_IMPORT_LAYOUT_H
#define BUDGETTUI_IMPORT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "import/stream.h"

enum { LAYOUT_ROWS = 3 };

/* Whether a line is a row by its blanks: among its runs, each two or more blanks from the next, are
 * three with a figure, or two, the second a figure with decimals or separators of thousands. */
bool layout_is_row(const char *line, size_t length);
/* Whether a text is aligned by blanks. */
bool layout_is(const char *text, size_t length);
/* Delivers such a text, which is valid UTF-8 without NUL. */
void layout_read(const char *text, size_t length, Stream *stream);

#endif
