/* Any bytes as a document: read, searched and checked. */
#include "check/check.h"
#include "fuzz.h"
#include "search/search.h"
#include "yaml/reader.h"

static Document *read_bytes(const char *bytes, size_t length) {
  Diagnostics diagnostics;
  Document *document = NULL;
  diag_open(&diagnostics, "fuzz", 5);
  if (reader_bytes("fuzz", bytes, length, NULL, &document, &diagnostics) != READER_OK)
    document = NULL;
  diag_close(&diagnostics);
  return document;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  Document *document = read_bytes((const char *)bytes, length);
  if (!document)
    return 0;
  Search *search = search_new(document);
  search_run(search, "201", 3);
  search_run(search, "支", sizeof "支" - 1);
  search_free(search);
  check_free(check_run(document, NULL));
  document_free(document);
  return 0;
}
