/* Reading the format budgettui/1: libyaml's events straight into the model.
 *
 * The reader collects recoverable faults, each with its place and an excerpt,
 * up to the list's limit, and gives a document only when there was no error
 * (warnings do not stop it). */
#ifndef BUDGETTUI_YAML_READER_H
#define BUDGETTUI_YAML_READER_H

#include "base/diag.h"
#include "base/limits.h"
#include "base/progress.h"
#include "model/document.h"

typedef enum {
  READER_OK,
  READER_BAD,        /* the document has errors */
  READER_UNAVAILABLE, /* missing file, directory, no permission, read error: one diagnostic */
  READER_STOPPED     /* by the progress: nothing is told */
} ReaderStatus;

/* Reads `file` ("-": standard input). On READER_OK *document is the caller's to
 * free, else it is NULL. Faults go to `diagnostics`, which the caller opened. `limits` NULL: the
 * defaults. */
ReaderStatus reader_file(const char *file, const Limits *limits, Document **document,
                         Diagnostics *diagnostics, const Progress *progress);
/* The same for bytes in memory; they need not outlive the call. */
ReaderStatus reader_bytes(const char *name, const char *bytes, size_t length, const Limits *limits,
                          Document **document, Diagnostics *diagnostics);

#endif
