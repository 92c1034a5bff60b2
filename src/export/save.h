/* Files that are written whole or not at all.
 *
 * A file or directory is made beside the one that is wanted, under another name, and takes its name
 * only when all of it is safely written. Whatever goes wrong before, a full disk or a signal,
 * leaves nothing behind and the old file as it was. (A device or a named pipe is just written to.)
 * A signal that ends the program is raised again once all is cleaned up. */
#ifndef BUDGETTUI_EXPORT_SAVE_H
#define BUDGETTUI_EXPORT_SAVE_H

#include <stdbool.h>

#include "base/sink.h"

typedef enum {
  SAVE_DONE,
  SAVE_NOTHING, /* the filler had nothing to write */
  SAVE_EXISTS,  /* and was not to be replaced */
  SAVE_FAILED
} SaveStatus;

/* Writes the content. False: there is nothing to write. */
typedef bool SaveFill(void *context, Sink *sink);

/* `replace`: a file that exists is replaced, and keeps its permissions. On failure `error` says why
 * in a line. */
SaveStatus save_file(const char *path, bool replace, SaveFill *fill, void *context, Str *error);

typedef struct SaveDirectory SaveDirectory;

/* Adds files by save_add. False: one of them could not be written. */
typedef bool SaveFillAll(void *context, SaveDirectory *directory);

/* The same for a directory of files. One that exists is replaced only if it holds nothing but such
 * files as a data package has: datapackage.json and NAME.csv. */
SaveStatus save_directory(const char *path, bool replace, SaveFillAll *fill, void *context,
                              Str *error);
/* Writes one file of a directory. */
bool save_add(SaveDirectory *directory, const char *name, SaveFill *fill, void *context);

#endif
