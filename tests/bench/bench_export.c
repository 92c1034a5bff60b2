/* A document written in every way once, for a profiler: its first annex and its functional accounts as
 * text, and each format of one stream. stages.sh counts their instructions.
 *
 * Usage: bench_export FILE */
#include <stdio.h>

#include "export/format.h"
#include "export/text.h"
#include "read_document.h"
#include "stage.h"

static bool count(void *context, const char *bytes, size_t length) {
  (void)bytes;
  *(size_t *)context += length;
  return true;
}

static void write_text(const Document *document, TextPart part) {
  TextOptions options = {.part = part, .unit = -1};
  Str error = STR_EMPTY;
  size_t written = 0;
  next_stage(part == TEXT_ANNEX ? "text of an annex" : "text of a tree", 0, "row");
  if (part == TEXT_ANNEX)
    options.number = document->annexes[0].number;
  export_text(document, &options, count, &written, &error);
  str_free(&error);
}

static void write_format(const Document *document, const Format *format) {
  Sink sink;
  Str error = STR_EMPTY;
  size_t written = 0;
  next_stage(format->name, 0, "row");
  sink_open(&sink, count, &written);
  format->write(document, &(FormatOptions){0}, &sink, &error);
  sink_close(&sink);
  str_free(&error);
}

int main(int argc, char **argv) {
  static const TextPart parts[] = {TEXT_ANNEX, TEXT_FUNCTIONAL};
  Document *document = argc == 2 ? read_document(argv[1]) : NULL;
  if (document == NULL || !document->annex_count) {
    fputs("usage: bench_export FILE\n", stderr);
    return 2;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    write_text(document, parts[i]);
  for (size_t i = 0; i < format_count; i++)
    if (format_list[i].write)
      write_format(document, &format_list[i]);
  next_stage(NULL, 0, NULL);
  document_free(document);
  return 0;
}
