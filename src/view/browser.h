/* The program in memory: a document, its views, the prompt and the frame round
 * them. It takes keys and paints a canvas; it knows no terminal. */
#ifndef BUDGETTUI_VIEW_BROWSER_H
#define BUDGETTUI_VIEW_BROWSER_H

#include "model/document.h"
#include "view/action.h"
#include "view/canvas.h"
#include "view/key.h"
#include "view/view.h"

typedef struct Browser Browser;

/* What the caller has to do after a key. */
typedef enum { BROWSER_GO_ON, BROWSER_QUIT, BROWSER_SUSPEND, BROWSER_REDRAW } BrowserResult;

typedef struct {
  const char *message; /* shown at first in the status line; NULL */
  const char *code;    /* opens at this account; NULL */
  const struct CheckOptions *checks; /* must outlive the browser; NULL: the usual ones */
  Action view;         /* ACTION_VIEW_*: the view that is open at first; ACTION_NONE: the usual one */
  int unit;            /* in which amounts are shown: a Unit and 1; 0: as printed */
  ShareMode share;
} BrowserStart;

/* The document stays the caller's and must outlive the browser. */
Browser *browser_open(const Document *document, const BrowserStart *start);
void browser_close(Browser *browser);
/* False when the start code stands nowhere in the document. */
bool browser_goto_code(Browser *browser, const char *code);
BrowserResult browser_key(Browser *browser, Key key);
void browser_draw(Browser *browser, Canvas *canvas);

#endif
