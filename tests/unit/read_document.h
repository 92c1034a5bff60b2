/* A document read from a file, for programs beside the tests that only want it whole. */
#ifndef BUDGETTUI_TEST_READ_DOCUMENT_H
#define BUDGETTUI_TEST_READ_DOCUMENT_H

#include "yaml/reader.h"

/* NULL where it has errors; freed with document_free. */
static inline Document *read_document(const char *file) {
  Diagnostics diagnostics;
  Document *document = NULL;
  diag_open(&diagnostics, file, 1);
  reader_file(file, NULL, &document, &diagnostics, NULL);
  diag_close(&diagnostics);
  return document;
}

#endif
