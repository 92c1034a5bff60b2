/* What an import left out or was not sure of, with its place: a list that is printed and reported.
 */
#ifndef BUDGETTUI_IMPORT_NOTES_H
#define BUDGETTUI_IMPORT_NOTES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"
#include "import/stream.h"

typedef struct {
  bool warning;   /* somebody should look at it; else it is as it should be: a page number, say */
  bool left;      /* the text is not in the document; else it is, and something was uncertain */
  StreamPlace place;
  const char *text;
  const char *why; /* msgid */
} Note;

typedef struct {
  Arena *arena;
  VEC(Note) list;
  size_t warnings;
} Notes;

void notes_open(Notes *notes);
void notes_close(Notes *notes);
/* `text` is copied. */
void notes_add(Notes *notes, Note note);
/* In the order of their places. */
void notes_sort(Notes *notes);

#endif
