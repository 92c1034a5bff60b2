/* Marks that are printed over the pages (仅供公开, 样本): large letters that stand at one place on most
 * of them, across the text. They are no part of it. */
#ifndef BUDGETTUI_IMPORT_PDF_MARKS_H
#define BUDGETTUI_IMPORT_PDF_MARKS_H

#include "import/pdf_words.h"
#include "import/stream.h"

/* Takes them out of the pages, before their words are settled; each is named as left. */
void pdf_marks_leave(PdfPages *pages, Stream *stream);

#endif
