/* What the files of the first view share. For overview*.c only. */
#ifndef BUDGETTUI_VIEW_OVERVIEW_PARTS_H
#define BUDGETTUI_VIEW_OVERVIEW_PARTS_H

#include "view/amount.h"
#include "view/overview_page.h"
#include "view/view.h"
#include "view/window.h"

/* The columns of the lines with figures. */
typedef struct {
  int label, amount, share, bar;
} OverviewColumns;

typedef struct {
  Session *session;
  Page page;
  Window window;   /* over the rows of the page */
  size_t selected; /* line; SIZE_MAX: nothing to select */
  OverviewColumns columns; /* as last painted */
  Area area;       /* as last drawn; for clicks, never painted again */
  bool mixed;      /* figures in several units: each is written with its own */
} Overview;

/* ---- overview.c */

/* The figure that a line of the page shows. */
const SummaryLine *overview_summary_line(const Overview *overview, const PageLine *line);
Amount overview_amount(const Overview *overview, const SummaryLine *line);
/* What stands before the figure, translated. */
const char *overview_label(const SummaryLine *line);

/* ---- overview_draw.c */

/* Paints the lines in sight of a page that is laid out, and sets the columns. */
void overview_draw_lines(Overview *overview, Area area, bool focused);
/* The part of the area that a line of this kind and side takes. */
Area overview_line_area(const Overview *overview, Area area, const PageLine *line);

#endif
