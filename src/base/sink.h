/* Text on its way out, handed on in pieces.
 *
 * Whoever writes adds to `text` with the functions of base/str.h and calls sink_pour now and then
 * (after a row, say): what has grown large is handed on, so that a document of any size passes
 * through in little memory. */
#ifndef BUDGETTUI_BASE_SINK_H
#define BUDGETTUI_BASE_SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Takes a piece of text. False: no more is wanted, or it could not be written. */
typedef bool SinkWrite(void *context, const char *bytes, size_t length);

typedef struct {
  SinkWrite *write;
  void *context;
  Str text;     /* not yet handed on */
  bool stopped; /* no more is wanted: what is added is thrown away */
} Sink;

void sink_open(Sink *sink, SinkWrite *write, void *context);
/* Hands on what is left and frees the buffer. False when the sink was stopped. */
bool sink_close(Sink *sink);

/* Hands on all that is there. */
void sink_flush(Sink *sink);
/* The same if there is much. False when the sink was stopped: the writer may end early. */
static inline bool sink_pour(Sink *sink) {
  enum { MUCH = 64 << 10 };
  if (sink->text.length >= MUCH)
    sink_flush(sink);
  return !sink->stopped;
}

#endif
