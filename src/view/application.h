/* The whole program in memory: one document in a browser, or several files in a list from which
 * browsers are opened. It reads documents through its caller and knows no terminal. */
#ifndef BUDGETTUI_VIEW_APPLICATION_H
#define BUDGETTUI_VIEW_APPLICATION_H

#include "view/browser.h"

typedef struct Application Application;

typedef struct {
  Document *document;      /* open from the beginning; becomes the application's */
  BrowserStart browser;    /* of each browser it opens */
  /* Reads a file. On true *document is the application's, else *message says why: a line. */
  bool (*read)(void *context, const char *file, const Progress *progress, Document **document,
               Str *message);
  void *context;           /* of read */
} ApplicationStart;

/* What `start` points to must outlive the application. */
Application *application_open(const ApplicationStart *start);
void application_close(Application *application);

/* BROWSER_LEAVE and BROWSER_RELOAD are its own affair: it never asks for them. */
BrowserResult application_event(Application *application, const Event *event);
void application_draw(Application *application, Canvas *canvas);
/* Shows a text in the status line once. */
void application_message(Application *application, const char *text);
/* Does a piece of what is still to be done while no event comes; false: nothing is. */
bool application_work(Application *application);

/* The file of the open document and the line of its selected row (0: not known); NULL when none is open
 * or it is no file. For the editor, and to be watched. */
const char *application_file(Application *application, uint32_t *line);
/* That file has changed: reads it again, keeping the place. A faulty new version leaves the old one. */
void application_changed(Application *application);
/* What BROWSER_COPY is about; until the next event. */
const Str *application_copied(const Application *application);

#endif
