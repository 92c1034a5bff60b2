/* The pane of the three public expenses: a small tree with amounts, and their
 * parts as bars below it. */
#ifndef BUDGETTUI_VIEW_EXPENSES_H
#define BUDGETTUI_VIEW_EXPENSES_H

#include "model/three_public.h"
#include "view/view.h"
#include "view/window.h"

/* It owns nothing. Motions go to the window. */
typedef struct {
  Session *session;
  ThreePublic table;
  Window window; /* over its lines */
} Expenses;

void expenses_open(Expenses *expenses, Session *session);
/* The rows above the first line: the names of the columns, where there are two of amounts. */
int expenses_head(const Expenses *expenses);
void expenses_draw(Expenses *expenses, Area area, bool focused);
void expenses_status(const Expenses *expenses, Str *out);
/* Goes to the expense at a place; false when none stands there. */
bool expenses_show(Expenses *expenses, const Place *place);
/* The cell of the cursor; false when there is none. */
bool expenses_where(const Expenses *expenses, Place *place);

#endif
