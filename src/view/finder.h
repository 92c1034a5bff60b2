/* The hits of a search as a list, while the query is typed and after. */
#ifndef BUDGETTUI_VIEW_FINDER_H
#define BUDGETTUI_VIEW_FINDER_H

#include "view/view.h"
#include "view/window.h"

typedef struct {
  Session *session;
  Window window;
} Finder;

/* Runs the query in the session's search; the first hit is selected. */
void finder_run(Finder *finder, const char *query, size_t length);
/* The same for the accounts whose code begins with these digits, in document order. */
void finder_run_codes(Finder *finder, const char *digits);
void finder_draw(Finder *finder, Area area);
/* The counter (3/17) and the hits of each annex. */
void finder_status(const Finder *finder, Str *out);

#endif
