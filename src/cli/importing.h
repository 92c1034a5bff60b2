/* Importing a published file for a command: with the aliases that the user added, and a list of
 * what was left out or uncertain. */
#ifndef BUDGETTUI_CLI_IMPORTING_H
#define BUDGETTUI_CLI_IMPORTING_H

#include "base/sink.h"
#include "check/check.h"
#include "cli/status.h"
#include "import/import.h"
#include "yaml/reader.h"

/* STATUS_OK: *document is the caller's to free. STATUS_DOCUMENT: what is wrong was printed. The
 * caller opened the notes and closes them. */
Status importing_open(const char *file, const Limits *limits, const Progress *progress,
                      Document **document, Notes *notes);
/* The same, told to the diagnostics, as a reader does: each note that somebody should look at is a
 * warning. */
ReaderStatus importing_begin(const char *file, const Limits *limits, const Progress *progress,
                             Document **document, Diagnostics *diagnostics);
/* The notes that somebody should look at, one a line, and how many of each other reason there are.
 */
void importing_print(const char *file, const Document *document, const Notes *notes, Str *out);
/* All notes, and what the import made, as JSON. `checks` are those of the result. */
void importing_report(const char *file, const Document *document, const Notes *notes,
                      const Checks *checks, Sink *sink);

#endif
