/* What the files of the pane of performance targets share. For targets*.c only. */
#ifndef BUDGETTUI_VIEW_TARGETS_PARTS_H
#define BUDGETTUI_VIEW_TARGETS_PARTS_H

#include "view/targets.h"
#include "view/targets_rows.h"
#include "view/window.h"

typedef struct {
  Session *session;
  const Annex *annex;
  TargetsRows rows;
  Window window;
} TargetsPane;

/* ---- targets.c */

const TargetsRow *targets_row(const TargetsPane *pane, size_t row);
TargetLine targets_row_line(const TargetsPane *pane, const TargetsRow *row);
/* The place of a fund, or of a cell of an indicator in the column `leaf`. */
Place targets_figure_place(const TargetsPane *pane, size_t line, int leaf);
Place targets_weight_place(const TargetsPane *pane, size_t line);
/* The title of the indicators' column with this role; "" without one. */
const char *targets_title(const TargetsPane *pane, Role role);
/* Adds the sum of the weights; nothing where there is none. */
void targets_write_sum(const TargetsPane *pane, Str *out);

/* ---- targets_draw.c */

/* Paints the rows in sight. */
void targets_draw_rows(const TargetsPane *pane, Area area);

#endif
