/* Writing the format budgettui/1, by the same tables of fields that it is read by.
 *
 * What is written reads back to an equal document: every text, figure, decimal, blank and mark.
 * Comments, the places in the file, thousands separators and other ways of writing the same amount
 * are not part of a document, and what follows from something else (a role from its title, a total
 * from its name) is left out. The same document always gives the same bytes. They are safe for a
 * terminal. */
#ifndef BUDGETTUI_YAML_WRITER_H
#define BUDGETTUI_YAML_WRITER_H

#include "base/sink.h"
#include "model/document.h"

/* `only`: the one annex to be written, of those of the document; NULL: all. */
void writer_document(const Document *document, const Annex *only, Sink *sink);

#endif
