/* What the parts of the HTML export share: text made safe, figures, cells, bars.
 *
 * Texts of a document may be hostile: html_text and its like escape them and leave out control
 * characters; html_raw is for our own. The page needs no script, no other file and no network. */
#ifndef BUDGETTUI_EXPORT_HTML_PAGE_H
#define BUDGETTUI_EXPORT_HTML_PAGE_H

#include "base/sink.h"
#include "model/document.h"

typedef struct {
  const Document *document;
  Sink *sink;
  Str scratch;
} Html;

void html_raw(Html *html, const char *markup);
void html_format(Html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Document text on one line; NULL is nothing. */
void html_text(Html *html, const char *text);
/* The same with its line breaks. */
void html_lines(Html *html, const char *text);
/* <TAG>text</TAG>; `tag` may have attributes. Nothing when there is no text. */
void html_element(Html *html, const char *tag, const char *text);
/* A figure as it is printed; one that no table prints is marked. */
void html_figure(Html *html, Figure figure, bool derived);
/* What stands in a cell. */
void html_cell(Html *html, const Cell *cell, Unit unit);
/* A bar of this share, in tenths of a percent, and the share beside it. */
void html_share(Html *html, int64_t permille);
/* "Unit: 万元" */
void html_unit(Html *html, const Annex *annex);
/* The number of an annex from 1 on, as its id on the page has it. */
size_t html_annex_id(const Html *html, const Annex *annex);

/* The style sheet, in pieces; ends with NULL. */
extern const char *const html_style[];

/* The parts, each one section or nothing. */
void html_overview(Html *html);
void html_trees(Html *html);
void html_three_public(Html *html);
void html_narrative(Html *html);
void html_annexes(Html *html);
/* One annex, without the list of all. */
void html_annex(Html *html, const Annex *annex);

/* Tables side by side. */
void html_tables(Html *html, const Annex *annex, const Table *tables, size_t count);

#endif
