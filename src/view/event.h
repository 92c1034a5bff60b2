/* What comes from a terminal, independent of it, and what is to be done then. */
#ifndef BUDGETTUI_VIEW_EVENT_H
#define BUDGETTUI_VIEW_EVENT_H

#include "view/key.h"

typedef enum { EVENT_KEY, EVENT_MOUSE, EVENT_PASTE } EventKind;

typedef enum { MOUSE_CLICK, MOUSE_DOUBLE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN } MouseKind;

typedef struct {
  MouseKind kind;
  int row, column; /* of the canvas, from 0 on */
} Mouse;

typedef struct {
  EventKind kind;
  Key key;          /* EVENT_KEY */
  Mouse mouse;      /* EVENT_MOUSE */
  const char *text; /* EVENT_PASTE: UTF-8 of `length` bytes, no control characters but \t and \n;
                       until the next event */
  size_t length;
} Event;

/* What the caller has to do after an event. */
typedef enum {
  RESULT_GO_ON,
  RESULT_QUIT,    /* the user leaves the program */
  RESULT_LEAVE,   /* the user leaves the document: for the list it came from, or the program */
  RESULT_SUSPEND,
  RESULT_REDRAW,
  RESULT_COPY,    /* what was copied is for the clipboard */
  RESULT_EDIT,    /* the document is to be opened in an editor, at its line */
  RESULT_RELOAD,  /* the document is to be read again */
  RESULT_OPEN,    /* the document that is selected is to be opened */
  RESULT_SET,     /* something is set for all documents */
  RESULT_NEXT,    /* the next document of a list is to be shown at the same place */
  RESULT_PREVIOUS /* the one before */
} EventResult;

#endif
