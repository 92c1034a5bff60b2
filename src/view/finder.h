/* Places as a list: the hits of a search, while the query is typed and after, or the places where
 * the same account or amount stands. */
#ifndef BUDGETTUI_VIEW_FINDER_H
#define BUDGETTUI_VIEW_FINDER_H

#include "search/references.h"
#include "view/view.h"
#include "view/window.h"

typedef struct {
  Session *session;
  Window window;
  const References *listed; /* NULL: the hits of the session's search */
} Finder;

/* Runs the query in the session's search; the first hit is selected. */
void finder_run(Finder *finder, const char *query, size_t length);
/* The same for the accounts whose code begins with these digits, in document order. */
void finder_run_codes(Finder *finder, const char *digits);
/* Lists these, which must stay, until the next run; the first one but the one asked from is
 * selected. */
void finder_list(Finder *finder, const References *references);
Place finder_selected(const Finder *finder);
void finder_draw(Finder *finder, Area area);
/* The counter (3/17) and the hits of each annex. */
void finder_status(const Finder *finder, Str *out);

#endif
