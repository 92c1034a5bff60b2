/* The whole program in memory: one document in a browser, or several files in a list from which
 * browsers are opened. It reads documents through its caller and knows no terminal.
 *
 * Of the files in a list only a line of figures is kept; of those opened the last few stay open, so
 * that one returns to the place that one left. */
#ifndef BUDGETTUI_VIEW_APPLICATION_H
#define BUDGETTUI_VIEW_APPLICATION_H

#include "view/browser.h"

typedef struct Application Application;

typedef enum { LOAD_DONE, LOAD_FAULTY, LOAD_STOPPED } LoadResult;

/* Why a file cannot be read. */
typedef struct {
  Str line;    /* the first fault, where it has a place with it: LINE:COLUMN: what is wrong */
  Str report;  /* all of them, each in a line or more */
  Position at; /* of the first; line 0: it has no place */
} LoadFault;

typedef struct {
  Document *document;      /* open from the beginning; becomes the application's. NULL: a list is */
  const char *const *files; /* in the list */
  size_t file_count;
  const char *title;       /* of the list */
  ShellStart shell;
  const char *code;        /* the document is opened at this account; NULL */
  const char *message;     /* shown at first in the status line; NULL */
  /* Reads a file. LOAD_DONE: *document is the application's; LOAD_FAULTY: *fault, which comes
   * empty, tells why not; LOAD_STOPPED: by the progress. NULL: nothing can be read again. */
  LoadResult (*read)(void *context, const char *file, const Progress *progress,
                     Document **document, LoadFault *fault);
  void *context;           /* of read */
} ApplicationStart;

/* What `start` points to must outlive the application. */
Application *application_open(const ApplicationStart *start);
void application_close(Application *application);

/* RESULT_LEAVE and those behind RESULT_EDIT are its own affair: it never asks for them. */
EventResult application_event(Application *application, const Event *event);
void application_draw(Application *application, Canvas *canvas);
/* Gives up the line that is being typed, as Esc does; false: none is. */
bool application_cancel_typing(Application *application);
/* Shows a text in the status line once. */
void application_message(Application *application, const char *text);
/* Does a piece of what is still to be done while no event comes; false: nothing is. */
bool application_work(Application *application);

/* The file of the open document and the line of its selected row (0: not known), or in the list the
 * selected file and the line of its first fault; NULL when it is no file. For the editor, and to be
 * watched. */
const char *application_file(Application *application, uint32_t *line);
/* That file has changed: reads it again, keeping the place. A faulty version leaves the old one. */
void application_changed(Application *application);
/* What RESULT_COPY is about; until the next event. */
const Str *application_copied(const Application *application);

#endif
