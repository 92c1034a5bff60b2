/* What the parts of the understanding share while one stream is understood, and the account of what
 * became of each of its cells. */
#ifndef BUDGETTUI_IMPORT_WORK_H
#define BUDGETTUI_IMPORT_WORK_H

#include "import/aliases.h"
#include "import/notes.h"
#include "import/stream.h"
#include "model/document.h"

/* What a line turned out to be. */
typedef enum {
  LINE_TEXT,   /* of the narrative, until told otherwise */
  LINE_TITLE,  /* of the document */
  LINE_LISTED, /* an entry of the list of annexes */
  LINE_DONE    /* taken or left out otherwise */
} LineUse;

/* A printed line; and a table, which has no text. */
typedef struct {
  const StreamItem *item;
  const char *text;   /* mended; "" of a table */
  const char *folded;
  unsigned flags;     /* STREAM_* */
  LineUse use;
  bool heading;       /* told by a table of contents */
} Line;

typedef struct {
  const Stream *stream;
  const Aliases *aliases;
  Notes *notes;
  Document *document;
  Arena *arena; /* of the document */
  bool *seen;   /* of each cell of the stream: it is in the document or among the notes */
  VEC(Line) lines; /* one for each item of the stream */
} Work;

/* ------------------------------------------------------------------ cells and rows */

static inline const StreamRow *work_row(const Work *work, const StreamItem *item, size_t row) {
  return &work->stream->rows.items[item->first_row + row];
}

static inline const StreamCell *work_cell(const Work *work, const StreamRow *row, size_t cell) {
  return &work->stream->cells.items[row->first_cell + cell];
}

/* The cell has gone into the document. */
void work_take(Work *work, const StreamCell *cell);
void work_take_row(Work *work, const StreamRow *row);
void work_take_line(Work *work, Line *line);
/* It has not: a note says why (msgid). `warning`: somebody should look at it. */
void work_leave(Work *work, const StreamCell *cell, const char *why, bool warning);
void work_leave_row(Work *work, const StreamRow *row, const char *why, bool warning);
void work_leave_line(Work *work, Line *line, const char *why, bool warning);
/* Leaves whatever nothing has been said of. */
void work_leave_rest(Work *work);

/* ------------------------------------------------------------------------- texts */

/* Copies in the document's arena: mended, mended as a title, folded. */
const char *work_mended(Work *work, const char *text);
const char *work_title(Work *work, const char *text);
const char *work_folded(Work *work, const char *text);

#endif
