/* Reading the format budgettui/1: libyaml's events straight into the model.
 *
 * The reader collects recoverable faults, each with its place and an excerpt,
 * up to the list's limit, and gives a document only when there was no error
 * (warnings do not stop it). */
#ifndef BUDGETTUI_YAML_READER_H
#define BUDGETTUI_YAML_READER_H

#include "base/diag.h"
#include "base/progress.h"
#include "model/document.h"

/* Bounds of what is accepted, documented in budgettui(5). */
enum {
  READER_DEPTH = 64,              /* nesting of YAML collections */
  READER_SCALAR = 16 << 20,       /* bytes of one scalar */
  READER_COLUMNS = 4096,          /* leaf columns of a table */
  READER_ROWS = 100 * 1000 * 1000, /* rows of a table */
  READER_PIPE = 1 << 30            /* bytes of a pipe, kept in memory; a file has no bound */
};

typedef enum {
  READER_OK,
  READER_BAD,        /* the document has errors */
  READER_UNAVAILABLE, /* missing file, directory, no permission, read error: one diagnostic */
  READER_STOPPED     /* by the progress: nothing is told */
} ReaderStatus;

/* Reads `file` ("-": standard input). On READER_OK *document is the caller's to
 * free, else it is NULL. Faults go to `diagnostics`, which the caller opened. */
ReaderStatus reader_file(const char *file, Document **document, Diagnostics *diagnostics,
                         const Progress *progress);
/* The same for bytes in memory; they need not outlive the call. */
ReaderStatus reader_bytes(const char *name, const char *bytes, size_t length, Document **document,
                          Diagnostics *diagnostics);

#endif
