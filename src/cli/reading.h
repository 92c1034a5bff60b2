/* Reading a document for a command: with its faults on standard error, and progress when it takes
 * a while. */
#ifndef BUDGETTUI_CLI_READING_H
#define BUDGETTUI_CLI_READING_H

#include <stdbool.h>

#include "cli/status.h"
#include "model/document.h"

/* STATUS_OK: *document is the caller's to free. STATUS_DOCUMENT: what is wrong was printed.
 * Warnings are counted in *warnings, and printed when `loud`. */
Status reading_open(const char *file, bool loud, Document **document, size_t *warnings);
/* The file of the sample: installed, or where BUDGETTUI_DATADIR says. Freed with memory_free. */
char *reading_sample(void);

#endif
