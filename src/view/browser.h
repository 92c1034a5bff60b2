/* An open document in memory: its views, the lines that are typed and the frame round them. It takes
 * events and paints a canvas; it knows no terminal. */
#ifndef BUDGETTUI_VIEW_BROWSER_H
#define BUDGETTUI_VIEW_BROWSER_H

#include "base/progress.h"
#include "model/document.h"
#include "view/action.h"
#include "view/canvas.h"
#include "view/event.h"
#include "view/history.h"
#include "view/keymap.h"
#include "view/view.h"

typedef struct Browser Browser;

/* A cleared one is a good one. */
typedef struct {
  const char *message; /* shown at first in the status line; NULL */
  const char *code;    /* opens at this account; NULL */
  const struct CheckOptions *checks; /* must outlive the browser; NULL: the usual ones */
  const Keymap *keys;  /* must outlive the browser; NULL: the usual ones */
  History *history;    /* must outlive the browser; NULL: one of its own */
  const Progress *progress; /* must outlive the browser; NULL: nobody waits for long works */
  Action view;         /* ACTION_VIEW_*: the view open at first; ACTION_NONE: the usual one */
  int unit;            /* in which amounts are shown: a Unit and 1; 0: as printed */
  ShareMode share;
} BrowserStart;

/* The document stays the caller's and must outlive the browser. `start` may be NULL. */
Browser *browser_open(const Document *document, const BrowserStart *start);
void browser_close(Browser *browser);
/* The browser on a new version of its document, at the same place, with all that was set and
 * remembered; the old one is closed. The old document is used, and can be freed afterwards. */
Browser *browser_reload(Browser *browser, const Document *document);
/* False when the start code stands nowhere in the document. */
bool browser_goto_code(Browser *browser, const char *code);
EventResult browser_event(Browser *browser, const Event *event);
/* The same for a key alone. */
EventResult browser_key(Browser *browser, Key key);
/* Shows a text in the status line once. */
void browser_message(Browser *browser, const char *text);
void browser_draw(Browser *browser, Canvas *canvas);

/* What RESULT_COPY is about; until the next event. */
const Str *browser_copied(const Browser *browser);
/* The line of the document's file where the selected row stands; 0: not known. */
uint32_t browser_line(Browser *browser);

#endif
