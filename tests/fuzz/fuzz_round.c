/* A document that can be read is written, read and written again: the same bytes. */
#include <string.h>

#include "base/diag.h"
#include "fuzz.h"
#include "yaml/reader.h"
#include "yaml/writer.h"

static Document *read_bytes(const char *bytes, size_t length) {
  Diagnostics diagnostics;
  Document *document = NULL;
  diag_open(&diagnostics, "fuzz", 5);
  if (reader_bytes("fuzz", bytes, length, NULL, &document, &diagnostics) != READER_OK)
    document = NULL;
  diag_close(&diagnostics);
  return document;
}

static bool keep(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

static void write_document(const Document *document, Str *out) {
  Sink sink;
  sink_open(&sink, keep, out);
  writer_document(document, NULL, &sink);
  FUZZ_REQUIRE(sink_close(&sink));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  Document *document = read_bytes((const char *)bytes, length);
  if (!document)
    return 0;
  Str first = STR_EMPTY, second = STR_EMPTY;
  write_document(document, &first);
  document_free(document);
  document = read_bytes(first.data, first.length);
  FUZZ_REQUIRE(document != NULL);
  write_document(document, &second);
  document_free(document);
  FUZZ_REQUIRE(first.length == second.length && memcmp(first.data, second.data, first.length) == 0);
  str_free(&first);
  str_free(&second);
  return 0;
}
