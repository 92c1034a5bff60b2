/* From a published file to a document: chooses the producer by what the file begins with, and has
 * its stream understood. */
#ifndef BUDGETTUI_IMPORT_IMPORT_H
#define BUDGETTUI_IMPORT_IMPORT_H

#include "base/diag.h"
#include "base/limits.h"
#include "base/progress.h"
#include "import/aliases.h"
#include "import/notes.h"
#include "import/stream.h"
#include "model/document.h"

/* One kind of published file. */
typedef struct {
  const char *name; /* of the kind, for people */
  const char *magic; /* bytes that such a file begins with; "": any that no other takes */
  const char *ending; /* of the names of such files */
  bool listed; /* most of them are budgets: a directory stands for them, too */
  /* Reads a whole file into the stream. False, with one error. */
  bool (*read)(const char *file, const Limits *limits, Stream *stream, Diagnostics *diagnostics,
               const Progress *progress);
} Producer;

extern const Producer producer_list[];
extern const size_t producer_count;

/* Whether a file's name ends as those of published files do: such a file is imported where it is
 * opened, all others are read as documents. */
bool import_is_published(const char *file);
/* The caller frees the document and closes the notes, which it opened. NULL, with an error, when
 * the file cannot be read, or holds no budget. `limits` (NULL: the defaults) and `progress` may be
 * NULL. */
Document *import_file(const char *file, const Limits *limits, const Aliases *aliases, Notes *notes,
                      Diagnostics *diagnostics, const Progress *progress);

#endif
