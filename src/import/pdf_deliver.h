/* Delivering the pages of a PDF to a stream, once all words are read. */
#ifndef BUDGETTUI_IMPORT_PDF_DELIVER_H
#define BUDGETTUI_IMPORT_PDF_DELIVER_H

#include "import/pdf_words.h"
#include "import/stream.h"

void pdf_deliver(Stream *stream, PdfPages *pages);

#endif
