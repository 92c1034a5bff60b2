/* The annexes of a document as a list: number, title, kind, unit, rows; those that are
 * listed but not included, too. */
#ifndef BUDGETTUI_VIEW_ANNEX_LIST_H
#define BUDGETTUI_VIEW_ANNEX_LIST_H

#include "view/view.h"
#include "view/window.h"

/* How wide the columns would be with all the room there is: measured once, since there may be very
 * many annexes. */
typedef struct {
  int ambiguous; /* the width of ambiguous characters that this holds for; 0: not measured */
  int number, title, kind, unit, rows;
} AnnexListWidths;

typedef struct {
  Session *session;
  Window window;
  size_t common; /* bytes that all titles begin with: year and office */
  AnnexListWidths widths;
} AnnexList;

void annex_list_open(AnnexList *list, Session *session);
void annex_list_draw(AnnexList *list, Area area, bool focused);
/* A click at a row of what was drawn; false when no annex stands there. */
bool annex_list_click(AnnexList *list, int row);
/* The whole title, and the one in the document's list where it differs. */
void annex_list_status(const AnnexList *list, Str *out);

#endif
