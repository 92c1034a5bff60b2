/* One amount of a view that is no grid: in the session's unit, whole or not at all. */
#ifndef BUDGETTUI_VIEW_AMOUNT_H
#define BUDGETTUI_VIEW_AMOUNT_H

#include "view/view.h"

typedef struct {
  CellKind kind;    /* CELL_MONEY, CELL_DASH, CELL_SLASH; anything else is blank */
  Figure figure;
  const char *text; /* of a dash or slash */
  bool derived;     /* no table prints it */
  bool change;      /* an increase has its sign, too */
  bool unit;        /* its unit stands behind it */
} Amount;

Amount amount_of_cell(const Cell *cell, Unit unit);
/* Columns it takes, one for the sign of conversion counted. */
int amount_width(const Session *session, const Amount *amount);
/* Paints it at the right end of `width` columns, of which the last is for the sign that it was
 * converted. An amount with too little room becomes ###: it is never cut. */
void amount_draw(const Session *session, Area area, int row, int column, int width, int style,
                 const Amount *amount);
/* Paints, over the sign of conversion, that of what the checks found about the figure at a place:
 * in one column, the last that amount_draw was given. Nothing found: nothing is painted. */
void amount_draw_finding(Session *session, Area area, int row, int column, const Place *place);
/* Adds it as printed, with its unit: 2,246.51 万元. */
void amount_write_printed(Str *out, const Amount *amount);

#endif
