/* Reading a document for a command: with its faults on standard error, and progress when it takes
 * a while. */
#ifndef BUDGETTUI_CLI_READING_H
#define BUDGETTUI_CLI_READING_H

#include <stdbool.h>

#include "base/diag.h"
#include "cli/status.h"
#include "model/document.h"
#include "view/application.h"
#include "yaml/reader.h"

/* STATUS_OK: *document is the caller's to free. STATUS_DOCUMENT: what is wrong was printed.
 * Warnings are counted in *warnings, and printed when `loud`. */
Status reading_open(const char *file, const Limits *limits, bool loud, Document **document,
                    size_t *warnings);
/* The same; what is wrong stays in the diagnostics, which are to be closed in any case. */
Status reading_open_kept(const char *file, const Limits *limits, bool loud, Document **document,
                         Diagnostics *diagnostics);
/* The same, told to a progress; nothing is printed. The diagnostics are to be closed in any
 * case. */
ReaderStatus reading_begin(const char *file, const Limits *limits, const Progress *progress,
                           Document **document, Diagnostics *diagnostics);
/* ApplicationStart.read; the context is the Limits. Only regular files: others cannot be read
 * again. */
LoadResult reading_load(void *context, const char *file, const Progress *progress,
                        Document **document, LoadFault *fault);
/* The file of the sample: installed, or where BUDGETTUI_DATADIR says. Freed with memory_free. */
char *reading_sample(void);

#endif
