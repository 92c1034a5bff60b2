/* The overview as a page: its lines in order, and where each stands in one or
 * two columns. The page owns its lines and the summary they are made from. */
#ifndef BUDGETTUI_VIEW_OVERVIEW_PAGE_H
#define BUDGETTUI_VIEW_OVERVIEW_PAGE_H

#include "base/vec.h"
#include "model/summary.h"

typedef enum {
  PAGE_OFFICE,  /* who */
  PAGE_FACTS,   /* code, year and stage */
  PAGE_GAP,
  PAGE_HEADING,
  PAGE_FIGURE,  /* a line of the summary */
  PAGE_SECTION, /* a heading of the narrative */
  PAGE_ANNEX,
  PAGE_NOTHING  /* says that there is none of what the heading names */
} PageKind;

typedef struct {
  PageKind kind;
  uint32_t index;   /* of the summary's line, or the annex */
  const char *text; /* of a heading (translated), a section, an annex; else NULL */
  int depth;
  bool beside;      /* belongs on the right where there are two columns */
  Place place;      /* where Enter goes; PLACE_NONE: the line cannot be selected */
  int side;         /* as laid out: 0 left, 1 right */
  size_t row;
} PageLine;

typedef struct {
  const Document *document;
  Summary summary;
  VEC(PageLine) lines;
  size_t height; /* rows, as laid out */
  int sides;
} Page;

void page_open(Page *page, const Document *document);
void page_close(Page *page);
/* Gives each line its side and row, on one side or on two. */
void page_lay_out(Page *page, int sides);
/* The nearest line that can be selected: from `line` on, or before it; SIZE_MAX: none. */
size_t page_next(const Page *page, size_t line);
size_t page_previous(const Page *page, size_t line);
/* The line on that side that can be selected and is nearest to the row; SIZE_MAX: none. */
size_t page_nearest(const Page *page, int side, size_t row);

#endif
