/* A PDF as a stream of lines and tables (import/stream.h): a producer.
 *
 * pdftotext tells the words and where they stand; which words are one line, one cell, one row and
 * one column is told here, by what stands where in the whole table, over all its pages.
 *
 * Errors, besides those of import/pdftotext.h: a PDF without pages; one without text, as when its
 * pages are pictures. */
#ifndef BUDGETTUI_IMPORT_PDF_H
#define BUDGETTUI_IMPORT_PDF_H

#include "base/diag.h"
#include "base/progress.h"
#include "import/pdftotext.h"
#include "import/stream.h"

/* Delivers a PDF. False with one error, or without one when `progress` stopped it; that and
 * `limits` may be NULL. */
bool pdf_file(const char *file, const Limits *limits, Stream *stream, Diagnostics *diagnostics,
              const Progress *progress);
/* The same of what `pdftotext -bbox` printed. */
bool pdf_words(const char *bytes, size_t length, Stream *stream, Diagnostics *diagnostics);

#endif
