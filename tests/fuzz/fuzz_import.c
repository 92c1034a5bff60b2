/* Any bytes as a published text: what is imported can be written and read back. */
#include "base/diag.h"
#include "fuzz.h"
#include "import/aliases.h"
#include "import/notes.h"
#include "import/text.h"
#include "import/understand.h"
#include "yaml/reader.h"
#include "yaml/writer.h"

static bool keep(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

static void write_and_read(const Document *document) {
  Str text = STR_EMPTY;
  Sink sink;
  Diagnostics diagnostics;
  Document *again = NULL;
  sink_open(&sink, keep, &text);
  writer_document(document, NULL, &sink);
  FUZZ_REQUIRE(sink_close(&sink));
  diag_open(&diagnostics, "fuzz", 5);
  ReaderStatus status = reader_bytes("fuzz", text.data, text.length, NULL, &again, &diagnostics);
  if (status != READER_OK)
    fprintf(stderr, "%s\n%s", diagnostics.list.items[0].message, text.data);
  FUZZ_REQUIRE(status == READER_OK);
  diag_close(&diagnostics);
  document_free(again);
  str_free(&text);
}

/* Every cell is told of: in the document, or among the notes. */
static void import(const Stream *stream, Diagnostics *diagnostics) {
  Aliases *aliases = aliases_new();
  Notes notes;
  notes_open(&notes);
  Document *document = understand(stream, NULL, aliases, "fuzz", &notes, diagnostics);
  FUZZ_REQUIRE(document != NULL || diagnostics->errors > 0);
  if (document)
    write_and_read(document);
  document_free(document);
  notes_close(&notes);
  aliases_free(aliases);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  Diagnostics diagnostics;
  Stream *stream = stream_new();
  diag_open(&diagnostics, "fuzz", 5);
  if (text_read((const char *)bytes, length, NULL, stream, &diagnostics))
    import(stream, &diagnostics);
  else
    FUZZ_REQUIRE(diagnostics.errors > 0);
  stream_free(stream);
  diag_close(&diagnostics);
  return 0;
}
