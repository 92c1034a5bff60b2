/* What the manual pages share: text for mdoc. */
#ifndef BUDGETTUI_TOOLS_DOCGEN_MDOC_H
#define BUDGETTUI_TOOLS_DOCGEN_MDOC_H

#include <stdio.h>

/* Prose with a new line for each sentence and before a line gets long, and nothing that troff takes
 * for its own; ends with a newline. */
void mdoc_prose(FILE *out, const char *text);
/* Lines of mdoc as they are; the last one is NULL. */
void mdoc_lines(FILE *out, const char *const *lines);

#endif
