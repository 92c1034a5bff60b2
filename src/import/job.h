/* What the parts of the understanding share while one stream is understood, and the account of what
 * became of each of its cells. */
#ifndef BUDGETTUI_IMPORT_JOB_H
#define BUDGETTUI_IMPORT_JOB_H

#include "base/limits.h"
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
  const Limits *limits; /* NULL: the defaults */
  const Aliases *aliases;
  Notes *notes;
  Document *document;
  Arena *arena; /* of the document */
  bool *seen;   /* of each cell of the stream: it is in the document or among the notes */
  VEC(Line) lines; /* one for each item of the stream */
} Job;

/* ------------------------------------------------------------------ cells and rows */

static inline const StreamRow *job_row(const Job *job, const StreamItem *item, size_t row) {
  return &job->stream->rows.items[item->first_row + row];
}

static inline const StreamCell *job_cell(const Job *job, const StreamRow *row, size_t cell) {
  return &job->stream->cells.items[row->first_cell + cell];
}

/* The cell has gone into the document. */
void job_take(Job *job, const StreamCell *cell);
void job_take_row(Job *job, const StreamRow *row);
void job_take_line(Job *job, Line *line);
/* It has not: a note says why (msgid). `warning`: somebody should look at it. */
void job_leave(Job *job, const StreamCell *cell, const char *why, bool warning);
void job_leave_row(Job *job, const StreamRow *row, const char *why, bool warning);
void job_leave_line(Job *job, Line *line, const char *why, bool warning);
/* Leaves whatever nothing has been said of. */
void job_leave_rest(Job *job);

/* ------------------------------------------------------------------------- texts */

/* Copies in the document's arena: mended, mended as a title, folded. */
const char *job_mended(Job *job, const char *text);
const char *job_title(Job *job, const char *text);
const char *job_folded(Job *job, const char *text);

#endif
