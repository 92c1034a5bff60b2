/* What a search looks for, marked in text that is painted already. */
#ifndef BUDGETTUI_VIEW_HIGHLIGHT_H
#define BUDGETTUI_VIEW_HIGHLIGHT_H

#include "view/view.h"

/* Marks every match in a line painted at (row, column) that shows the bytes [start, end) of
 * `text`; a match may begin before it and end behind it. Nothing while the session highlights
 * nothing. The cost goes by the line, not by the text. */
void highlight_mark(const Session *session, Area area, int row, int column, const char *text,
                    size_t length, size_t start, size_t end);
/* The same for a plain term of one's own. */
void highlight_mark_term(const Term *term, Area area, int row, int column, const char *text,
                         size_t length, size_t start, size_t end);

#endif
