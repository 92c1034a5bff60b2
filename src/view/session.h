/* What all views of one pane share: the document, how its amounts are shown, and what the views
 * want to say. */
#ifndef BUDGETTUI_VIEW_SESSION_H
#define BUDGETTUI_VIEW_SESSION_H

#include <stdarg.h>

#include "base/progress.h"
#include "base/str.h"
#include "model/document.h"
#include "model/place.h"
#include "search/search.h"

struct Checks;
struct CheckOptions;

typedef enum { SHARE_BAR, SHARE_OF_PARENT, SHARE_OF_WHOLE, SHARE_OFF, SHARE_COUNT } ShareMode;

/* The checks of a document, for all who show them (view/findings.h). */
typedef struct {
  const struct CheckOptions *options; /* NULL: the usual ones */
  struct Checks *checks;              /* run when first asked for; NULL until then */
} CheckDesk;

typedef struct {
  const Document *document;
  Search *search;        /* highlights go by its needle when `highlight` */
  bool highlight;
  int unit;              /* a Unit, or -1: as printed */
  ShareMode share;
  Place target;          /* where OUTCOME_GO wants to go */
  CheckDesk *desk;
  const Progress *progress; /* of sorting, searching, checking; NULL: nobody waits */
  Str message;           /* what a view wants to say; shown once in the status line */
} Session;

/* What the status line shows once, in place of what was to be said before. */
void session_say(Session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));
void session_vsay(Session *session, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
