/* What the checks found, for views: counts, signs beside figures, sentences. */
#ifndef BUDGETTUI_VIEW_FINDINGS_H
#define BUDGETTUI_VIEW_FINDINGS_H

#include "check/check.h"
#include "view/view.h"

/* The checks of the session's document, run when first asked for; the session keeps them. NULL:
 * they were interrupted; asked for again, they run again. */
const Checks *findings_of(Session *session);
/* Whether a document is so small that it is checked without being asked for. */
bool findings_at_once(const Document *document);
/* The sign of an outcome as this canvas can show it. */
const char *findings_sign(const Canvas *canvas, CheckOutcome outcome);
int findings_style(CheckOutcome outcome);
/* The finding that marks a figure, worse than exact; NULL: none. */
const Finding *findings_of_figure(Session *session, const Place *place);
/* Adds " · " and the sentence of the finding that marks a figure, if there is one. */
void findings_write_figure(Session *session, const Place *place, Str *out);
/* Adds the counts of rounding and mismatches: ≈9 ✗0; nothing where they are not at hand. */
void findings_write_counts(Session *session, const Canvas *canvas, Str *out);

#endif
