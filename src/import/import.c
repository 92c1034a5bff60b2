#include "import/import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "import/pdf.h"
#include "import/text.h"
#include "import/understand.h"

const Producer producer_list[] = {
    {"PDF", "%PDF-", ".pdf", pdf_file},
    {"text", "", ".txt", text_file},
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
static bool read_magic(const char *file, char *magic, size_t size, Diagnostics *diagnostics) {
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
  size_t length = fread(magic, 1, size - 1, stream);
  magic[length] = '\0';
  fclose(stream);
  return true;
}

/* By what the file holds; by its name where that says nothing. */
static const Producer *choose(const char *file, const char *magic) {
  for (size_t i = 0; i < producer_count; i++) {
    size_t length = strlen(producer_list[i].magic);
    if (length && !strncmp(magic, producer_list[i].magic, length))
      return &producer_list[i];
  }
  const Producer *named = by_ending(file);
  return named ? named : &producer_list[producer_count - 1];
}

Document *import_file(const char *file, const Limits *limits, const Aliases *aliases, Notes *notes,
                      Diagnostics *diagnostics, const Progress *progress) {
  char magic[8];
  if (!read_magic(file, magic, sizeof magic, diagnostics))
    return NULL;
  Stream *stream = stream_new();
  Document *document = NULL;
  if (choose(file, magic)->read(file, limits, stream, diagnostics, progress))
    document = understand(stream, limits, aliases, file, notes, diagnostics);
  stream_free(stream);
  return document;
}
