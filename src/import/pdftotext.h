/* poppler's pdftotext as a separate process that turns a PDF into words with boxes.
 *
 * The program is looked for in the absolute folders of PATH and started without a shell, with an
 * empty environment, closed descriptors and limits on processor time, memory and files. What it
 * prints is read through a pipe, up to a limit, while it runs; it is killed when the reader
 * goes away, when it takes too long, and when it is told to stop.
 *
 * Errors (added to the diagnostics): the program is missing; the file is not there, empty,
 * too large or no PDF; protected by a password; broken; too much time, memory or output. */
#ifndef BUDGETTUI_IMPORT_PDFTOTEXT_H
#define BUDGETTUI_IMPORT_PDFTOTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/str.h"

typedef enum { PDFTOTEXT_RUNNING, PDFTOTEXT_SLOW, PDFTOTEXT_LARGE, PDFTOTEXT_STOPPED } PdfEnd;

typedef struct {
  const Limits *limits;
  pid_t process;
  int output, errors; /* pipes; -1 once at their end */
  uint64_t taken;     /* bytes of output */
  double deadline;    /* clock_seconds */
  Str message;        /* what it printed on standard error, its beginning */
  PdfEnd end;         /* why reading came to an end before its time */
  /* Asked every tenth of a second and after each piece read; false stops. May be NULL. */
  bool (*go_on)(void *context);
  void *context;
} Pdftotext;

/* Whether the program is there. */
bool pdftotext_found(void);
/* Starts it on a file. On success the caller ends it with pdftotext_finish, until when the limits
 * are used; NULL: the defaults. */
bool pdftotext_start(Pdftotext *run, const char *file, const Limits *limits,
                     Diagnostics *diagnostics);
/* The next bytes that it prints; 0 at their end or when a limit was reached. */
size_t pdftotext_read(Pdftotext *run, char *buffer, size_t size);
/* Ends it, if it still runs, and tells what went wrong. False without a message: stopped. */
bool pdftotext_finish(Pdftotext *run, Diagnostics *diagnostics);

#endif
