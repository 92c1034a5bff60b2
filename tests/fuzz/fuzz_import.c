/* Any bytes as a published text: what is imported can be written and read back. Of a text aligned
 * by blanks every character is in one cell of the stream. */
#include <string.h>

#include "base/diag.h"
#include "fuzz.h"
#include "import/aliases.h"
#include "import/layout.h"
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

/* Bytes that are no blanks and end no line. */
static size_t letters(const char *text, size_t length) {
  static const char *const blanks[] = {"\xC2\xA0", "\xE2\x80\x82", "\xE2\x80\x83",
                                       "\xE3\x80\x80"};
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    count += !strchr(" \t\r\n\v\f", text[i]);
  for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
    for (const char *at = text, *end = text + length;
         (at = memmem(at, (size_t)(end - at), blanks[i], strlen(blanks[i]))); at += strlen(blanks[i]))
      count -= strlen(blanks[i]);
  return count;
}

static void keeps_all(const char *text, size_t length, const Stream *stream) {
  size_t kept = 0, mark = length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3) ? 3 : 0;
  if (!layout_is(text + mark, length - mark))
    return;
  for (size_t i = 0; i < stream->cells.count; i++)
    kept += letters(stream->cells.items[i].text, strlen(stream->cells.items[i].text));
  FUZZ_REQUIRE(kept == letters(text + mark, length - mark));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  Diagnostics diagnostics;
  Stream *stream = stream_new();
  diag_open(&diagnostics, "fuzz", 5);
  if (text_read((const char *)bytes, length, NULL, stream, &diagnostics)) {
    keeps_all((const char *)bytes, length, stream);
    import(stream, &diagnostics);
  } else {
    FUZZ_REQUIRE(diagnostics.errors > 0);
  }
  stream_free(stream);
  diag_close(&diagnostics);
  return 0;
}
