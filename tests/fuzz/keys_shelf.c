#include "keys_shelf.h"

#include <dirent.h>
#include <string.h>

#include "export/format.h"
#include "fuzz.h"
#include "text/report.h"
#include "yaml/reader.h"

#define DOCUMENTS TEST_SRCDIR "/tests/fuzz/documents/"

const char *const shelf_files[SHELF_FILES] = {
    [SHELF_SMALL] = DOCUMENTS "small.yaml",     [SHELF_CHANGED] = DOCUMENTS "changed.yaml",
    [SHELF_SPARSE] = DOCUMENTS "sparse.yaml",   [SHELF_NONE] = DOCUMENTS "none.yaml",
    [SHELF_HOSTILE] = DOCUMENTS "hostile.yaml", [SHELF_BROKEN] = DOCUMENTS "broken.yaml",
    [SHELF_SAMPLE] = TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml",
};

typedef struct {
  Str bytes;          /* of the file */
  Document *document; /* NULL: not read yet */
  Str written;        /* the document when it was read, with its trees */
} Kept;

static Kept shelf[SHELF_FILES];
static bool stands_between;

/* ------------------------------------------------------------------ reading */

static const Str *bytes_of(ShelfContent content) {
  Str *bytes = &shelf[content].bytes;
  char buffer[4096];
  if (bytes->length > 0)
    return bytes;
  *bytes = (Str)STR_EMPTY;
  FILE *file = fopen(shelf_files[content], "rb");
  FUZZ_REQUIRE(file != NULL);
  for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
    str_add(bytes, buffer, got);
  fclose(file);
  return bytes;
}

static void tell_fault(const Diagnostics *diagnostics, LoadFault *fault) {
  enum { REPORT_WIDTH = 76 };
  const Diagnostic *first = &diagnostics->list.items[0];
  report_all(&fault->report, diagnostics, REPORT_WIDTH);
  str_printf(&fault->line, "%u:%u: %s", first->at.line, first->at.column, first->message);
  fault->at = first->at;
}

LoadResult shelf_load(ShelfContent content, const char *file, Document **document,
                      LoadFault *fault) {
  Diagnostics diagnostics;
  if (content >= SHELF_FILES)
    return LOAD_STOPPED;
  const Str *bytes = bytes_of(content);
  diag_open(&diagnostics, file, 10);
  ReaderStatus status = reader_bytes(file, bytes->data, bytes->length, NULL, document, &diagnostics);
  if (status != READER_OK)
    tell_fault(&diagnostics, fault);
  diag_close(&diagnostics);
  return status == READER_OK ? LOAD_DONE : LOAD_FAULTY;
}

/* ------------------------------------------------------------------ what is kept */

static bool keep(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

static void write_document(const Document *document, Str *out) {
  Sink sink;
  Str error = STR_EMPTY;
  sink_open(&sink, keep, out);
  format_json(document, &(FormatOptions){.annex = NULL}, &sink, &error);
  FUZZ_REQUIRE(sink_close(&sink));
  str_free(&error);
}

Document *shelf_document(ShelfContent content) {
  Kept *kept = &shelf[content];
  LoadFault fault;
  if (kept->document != NULL)
    return kept->document;
  FUZZ_REQUIRE(shelf_load(content, shelf_files[content], &kept->document, &fault) == LOAD_DONE);
  kept->written = (Str)STR_EMPTY;
  write_document(kept->document, &kept->written);
  return kept->document;
}

void shelf_require_unchanged(void) {
  for (size_t i = 0; i < SHELF_FILES; i++) {
    Str now = STR_EMPTY;
    if (shelf[i].document == NULL)
      continue;
    write_document(shelf[i].document, &now);
    FUZZ_REQUIRE(strcmp(now.data, shelf[i].written.data) == 0);
    str_free(&now);
  }
}

/* ------------------------------------------------------------------ in between (-Wl,--wrap) */

void __real_document_free(Document *document);
void __wrap_document_free(Document *document);
DIR *__real_opendir(const char *name);
DIR *__wrap_opendir(const char *name);
SaveStatus __wrap_save_file(const char *path, bool replace, SaveFill *fill, void *context,
                            Str *error);
SaveStatus __wrap_save_directory(const char *path, bool replace, SaveFillAll *fill, void *context,
                                 Str *error);

void shelf_stand_between(bool between) { stands_between = between; }

void __wrap_document_free(Document *document) {
  for (size_t i = 0; i < SHELF_FILES; i++)
    if (document != NULL && shelf[i].document == document)
      return;
  __real_document_free(document);
}

DIR *__wrap_opendir(const char *name) { return __real_opendir(stands_between ? DOCUMENTS : name); }

/* Told by the path, so that every outcome can be had. */
static SaveStatus refuse(const char *path, bool replace, Str *error) {
  size_t length = strlen(path);
  if (length % 3 == 1) {
    str_printf(error, "%s: no", path);
    return SAVE_FAILED;
  }
  return length % 3 == 2 && !replace ? SAVE_EXISTS : SAVE_DONE;
}

static bool throw_away(void *context, const char *bytes, size_t length) {
  (void)context, (void)bytes, (void)length;
  return true;
}

SaveStatus __wrap_save_file(const char *path, bool replace, SaveFill *fill, void *context,
                            Str *error) {
  Sink sink;
  SaveStatus status = refuse(path, replace, error);
  if (status != SAVE_DONE)
    return status;
  sink_open(&sink, throw_away, NULL);
  bool filled = fill(context, &sink);
  sink_close(&sink);
  return filled ? SAVE_DONE : SAVE_NOTHING;
}

SaveStatus __wrap_save_directory(const char *path, bool replace, SaveFillAll *fill, void *context,
                                 Str *error) {
  (void)fill, (void)context;
  return refuse(path, replace, error);
}
