/* How headings stand to each other. For pdf_head*.c only. */
#ifndef BUDGETTUI_IMPORT_PDF_HEADS_H
#define BUDGETTUI_IMPORT_PDF_HEADS_H

#include <stdlib.h>

#include "import/pdf_table.h"

enum { ALIGNED = 40 }; /* percent of the size by which middles or edges of lines differ at most */

static inline Points middle_of(const PdfHead *head) {
  return (head->left + head->right) / 2;
}

static inline Points height_of(const PdfHead *head) {
  return (head->top + head->bottom) / 2;
}

static inline bool is_below(const PdfHead *lower, const PdfHead *upper) {
  return lower->top - upper->bottom > upper->size * 6 / 10;
}

/* Whether a distance is at most so many percent of a size. */
static inline bool within(Points distance, Points size, int percent) {
  return (int64_t)abs(distance) * 100 <= (int64_t)size * percent;
}

#endif
