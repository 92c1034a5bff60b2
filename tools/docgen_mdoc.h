/* What the manual pages share: text for mdoc, in English or translated.
 *
 * A text of the program's tables is translated by the program's catalogue, all others by that of the
 * manual, man/LANGUAGE.po. Its messages are paragraphs, with the macros in them. */
#ifndef BUDGETTUI_TOOLS_DOCGEN_MDOC_H
#define BUDGETTUI_TOOLS_DOCGEN_MDOC_H

#include <stdio.h>

#include "base/str.h"

/* Call first, for pages in another language than English: catalogues are looked for in `directory`. */
void mdoc_translate(const char *language, const char *directory);
/* Writes a template of the manual's catalogue: all texts said so far that the program's lacks. */
void mdoc_template(FILE *out);

/* The translation of a text, or of a format. */
const char *mdoc_say(const char *text);
const char *mdoc_format(const char *format) __attribute__((format_arg(1)));

/* Prose, translated, with a new line for each sentence and before a line gets long, and nothing that
 * troff takes for its own; ends with a newline. */
void mdoc_prose(FILE *out, const char *text);
/* The same for what is translated already. */
void mdoc_write(FILE *out, const char *text);
/* A phrase of a table as a sentence: with a capital, and a full stop. */
void mdoc_sentence(FILE *out, const char *phrase);
/* Lines of mdoc, their paragraphs and headings translated; the last one is NULL. Displays begin and
 * end in them, or after their last line. */
void mdoc_lines(FILE *out, const char *const *lines);
/* Lines of a display, as they are. */
void mdoc_literal(FILE *out, const char *const *lines);
/* .Sh and .Ss */
void mdoc_section(FILE *out, const char *title);
void mdoc_subsection(FILE *out, const char *title);

#endif
