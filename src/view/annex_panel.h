/* One table of an annex as a grid: its leaves are the columns, its rows as they are printed. */
#ifndef BUDGETTUI_VIEW_ANNEX_PANEL_H
#define BUDGETTUI_VIEW_ANNEX_PANEL_H

#include "view/grid.h"

typedef struct {
  const Annex *annex;
  const Table *table;
  Arena *arena; /* of the tree */
  Grid grid;
  Str scratch;
} AnnexPanel;

/* The panel stays where it is until it is closed. */
void annex_panel_open(AnnexPanel *panel, Session *session, const Annex *annex, const Table *table);
void annex_panel_close(AnnexPanel *panel);
/* The row under the cursor; NULL when there is none. */
const Row *annex_panel_row(const AnnexPanel *panel);
/* The cell under the cursor: its row's name, the titles over it, its whole text and its place. */
void annex_panel_status(const AnnexPanel *panel, Str *out);

#endif
