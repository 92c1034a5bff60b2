/* Pages of a PDF as pdftotext prints them, made word by word; and what comes of them, as text. */
#ifndef BUDGETTUI_TEST_PDF_PAGE_H
#define BUDGETTUI_TEST_PDF_PAGE_H

#include "base/str.h"
#include "import/stream.h"

typedef struct {
  Str xml;
  int size; /* of the type, in points */
  enum { DRAFT_ACROSS, DRAFT_UP, DRAFT_DOWN } running; /* a page's text along its left or right side */
} PdfDraft;

void draft_open(PdfDraft *draft);
void draft_close(PdfDraft *draft);
/* Begins a page, upright (595 x 842) or lying. */
void draft_page(PdfDraft *draft, bool lying);
/* Words whose left edge, right edge or middle stands at `x`, and their middle at `y`. Spaces part
 * a text into words that stand half a size apart. */
void draft_left(PdfDraft *draft, int x, int y, const char *text);
void draft_right(PdfDraft *draft, int x, int y, const char *text);
void draft_middle(PdfDraft *draft, int x, int y, const char *text);
/* The same with a box of the font's own: from `above` to `below` the middle. */
void draft_odd(PdfDraft *draft, int x, int y, int above, int below, const char *text);

/* Reads the draft, and writes the stream: a line for each item and row. A cell of a table is
 * `column:text`, `first-last:text`, with `?` when it is uncertain. */
Str draft_read(PdfDraft *draft);

#endif
