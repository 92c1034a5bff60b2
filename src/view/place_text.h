/* Places in words: how lists, messages and the line below the view name them. */
#ifndef BUDGETTUI_VIEW_PLACE_TEXT_H
#define BUDGETTUI_VIEW_PLACE_TEXT_H

#include "base/str.h"
#include "model/document.h"
#include "model/place.h"

/* 附件2; the narrative's name for a paragraph. */
void place_write_annex(Str *out, const Document *document, const Place *place);

/* What stands at a place, for one line of a list; freed with place_line_free. Other
 * texts belong to the document or are "". */
typedef struct {
  Str code;            /* an account's code, or empty */
  const char *text;    /* a name, a heading, a paragraph */
  Str path;            /* of a column: its headings, which `text` is then */
  const Cell *amount;  /* the first amount of a row, or the cell meant; of a column that of its
                          total or only row; NULL */
  Unit unit;           /* of the amount */
} PlaceLine;
PlaceLine place_line(const Document *document, const Place *place);
void place_line_free(PlaceLine *line);

#endif
