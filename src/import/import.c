#include "import/import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/foreign.h"
#include "base/i18n.h"
#include "import/pdf.h"
#include "import/text.h"
#include "import/understand.h"

const Producer producer_list[] = {
    {"PDF", "%PDF-", ".pdf", true, pdf_file},
    {"text", "", ".txt", false, text_file},
};
const size_t producer_count = sizeof producer_list / sizeof *producer_list;

static const Producer *by_ending(const char *file) {
  size_t length = strlen(file);
  for (size_t i = 0; i < producer_count; i++) {
    size_t ending = strlen(producer_list[i].ending);
    if (length > ending && !strcasecmp(file + length - ending, producer_list[i].ending))
      return &producer_list[i];
  }
  return NULL;
}

bool import_is_published(const char *file) {
  return by_ending(file) != NULL;
}

static void refuse(Diagnostics *diagnostics, int error) {
  diag_add(diagnostics, DIAG_ERROR, (Position){0}, _("cannot be read: %s"), strerror(error));
}

/* The first bytes of a file. False, with an error: it cannot be read. */
static bool read_magic(const char *file, char *magic, size_t *length, Diagnostics *diagnostics) {
  struct stat about;
  if (stat(file, &about) != 0) {
    refuse(diagnostics, errno);
    return false;
  }
  if (S_ISDIR(about.st_mode)) {
    refuse(diagnostics, EISDIR);
    return false;
  }
  FILE *stream = fopen(file, "rb");
  if (!stream) {
    refuse(diagnostics, errno);
    return false;
  }
  *length = fread(magic, 1, FOREIGN_HEAD, stream);
  fclose(stream);
  return true;
}

static const Producer *by_magic(const char *magic, size_t length) {
  for (size_t i = 0; i < producer_count; i++) {
    size_t wanted = strlen(producer_list[i].magic);
    if (wanted && length >= wanted && !memcmp(magic, producer_list[i].magic, wanted))
      return &producer_list[i];
  }
  return NULL;
}

/* By what the file holds; by its name where that says nothing. NULL, with an error: it holds what
 * no producer reads. */
static const Producer *choose(const char *file, const char *magic, size_t length,
                              Diagnostics *diagnostics) {
  const Producer *producer = by_magic(magic, length);
  const char *foreign = producer ? NULL : foreign_fault(magic, length);
  if (foreign) {
    diag_add(diagnostics, DIAG_ERROR, (Position){0}, "%s", _(foreign));
    return NULL;
  }
  if (!producer)
    producer = by_ending(file);
  return producer ? producer : &producer_list[producer_count - 1];
}

Document *import_file(const char *file, const Limits *limits, const Aliases *aliases, Notes *notes,
                      Diagnostics *diagnostics, const Progress *progress) {
  char magic[FOREIGN_HEAD];
  size_t length;
  if (!read_magic(file, magic, &length, diagnostics))
    return NULL;
  const Producer *producer = choose(file, magic, length, diagnostics);
  if (!producer)
    return NULL;
  Stream *stream = stream_new();
  Document *document = NULL;
  if (producer->read(file, limits, stream, diagnostics, progress))
    document = understand(stream, limits, aliases, file, notes, diagnostics);
  stream_free(stream);
  return document;
}
