/* From a stream to a document: what the lines and tables of a published file mean.
 *
 * The same for every producer. What is not understood is never dropped silently: each cell of the
 * stream is in the document or among the notes. */
#ifndef BUDGETTUI_IMPORT_UNDERSTAND_H
#define BUDGETTUI_IMPORT_UNDERSTAND_H

#include "base/diag.h"
#include "base/limits.h"
#include "import/aliases.h"
#include "import/notes.h"
#include "import/stream.h"
#include "model/document.h"

/* The caller frees the document. NULL, with an error, when nothing in the stream is a budget's:
 * no table, or no year. `name` is the file as the user named it, `limits` may be
 * NULL. */
Document *understand(const Stream *stream, const Limits *limits, const Aliases *aliases,
                     const char *name, Notes *notes, Diagnostics *diagnostics);

#endif
