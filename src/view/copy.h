/* A place in the document as text for the clipboard: as printed, nothing converted. */
#ifndef BUDGETTUI_VIEW_COPY_H
#define BUDGETTUI_VIEW_COPY_H

#include "base/str.h"
#include "model/document.h"
#include "model/place.h"

typedef enum {
  COPY_ROW,    /* the cells of the printed row, separated by tabs */
  COPY_CODE,   /* the code of the account */
  COPY_AMOUNT, /* the cell of the cursor, even a blank one; from a text the first of the row */
  COPY_PATH    /* the names from the outermost account down to this one, with / between them */
} CopyPart;

/* Adds that part; false when there is no such thing at the place. Line breaks and tabs in a text
 * become blanks. */
bool copy_part(const Document *document, const Place *place, CopyPart part, Str *out);

#endif
