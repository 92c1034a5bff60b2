/* A pane that shows one set of performance targets: whom it is about, its
 * funds, the goal, and the indicators grouped by their first level, which fold.
 * The pane belongs to the caller; its document and session outlive it. */
#ifndef BUDGETTUI_VIEW_TARGETS_H
#define BUDGETTUI_VIEW_TARGETS_H

#include "view/view.h"

/* `set` < annex->target_count. Closed with targets_close. */
void *targets_open(Session *session, const Annex *annex, size_t set);
void targets_close(void *pane); /* NULL is allowed */
void targets_draw(void *pane, Area area, bool focused);
/* Motions and folding; leaving is told as OUTCOME_LEAVE. */
Outcome targets_act(void *pane, Action action);
/* A click at a cell of what was drawn: on the sign of a group folds it, else selects. False when no
 * line that can be entered is selected. */
bool targets_click(void *pane, int row, int column);
/* The whole of the selected line. */
void targets_status(void *pane, Str *out);
/* Gives a set of a new version of the document the folds and the cursor of the old one. */
void targets_carry(const void *old, void *fresh);
/* Goes to a line (model/targets.h), unfolding its group. */
void targets_show_line(void *pane, size_t line);
/* The line of the cursor. */
size_t targets_cursor_line(void *pane);

#endif
