#include <criterion/criterion.h>
#include <string.h>

#include "test_export.h"
#include "yaml/reader.h"

bool collect_text(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

Document *read_yaml(const char *yaml) {
  Document *document = NULL;
  Diagnostics diagnostics;
  diag_open(&diagnostics, "test.yaml", 9);
  reader_bytes("test.yaml", yaml, strlen(yaml), NULL, &document, &diagnostics);
  cr_assert_not_null(document, "%s", diagnostics.list.count ? diagnostics.list.items[0].message : "");
  diag_close(&diagnostics);
  return document;
}

Str exported(const char *yaml, const char *format, const FormatOptions *how, const char *number) {
  Document *document = read_yaml(yaml);
  FormatOptions options = *how;
  Str out = STR_EMPTY, error = STR_EMPTY;
  Sink sink;
  options.annex = number ? document_annex(document, number) : NULL;
  sink_open(&sink, collect_text, &out);
  cr_expect(format_find(format)->write(document, &options, &sink, &error), "%s", error.data);
  cr_expect(sink_close(&sink));
  str_free(&error);
  document_free(document);
  return out;
}
