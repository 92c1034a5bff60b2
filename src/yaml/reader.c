#include "yaml/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/foreign.h"
#include "base/i18n.h"
#include "base/str.h"
#include "model/build.h"
#include "yaml/reading.h"

static const Position nowhere = {0, 0};

/* ------------------------------------------------------------------ documents */

static bool read_root(Reader *reader) {
  if (!reader_next(reader) || !reader_next(reader))
    return false;
  if (reader_at(reader, YAML_STREAM_END_EVENT)) {
    diag_add(reader->diagnostics, DIAG_ERROR, nowhere, _("the document is empty"));
    return false;
  }
  if (!reader_next(reader))
    return false;
  if (!reader_at(reader, YAML_MAPPING_START_EVENT)) {
    fault_type(reader, _("a document, which is a mapping that begins with “format: budgettui/1”"));
    return false;
  }
  return read_mapping(reader, &document_type, reader->document);
}

void reader_end(Reader *reader) {
  if (!reader_next(reader) || !reader_next(reader))
    return;
  if (!reader_at(reader, YAML_STREAM_END_EVENT))
    fault(reader, DIAG_ERROR, reader_span(reader), _("a second document; a file holds one"));
}

static int by_place(const void *a, const void *b) {
  const Diagnostic *one = a, *other = b;
  if (one->at.line != other->at.line)
    return one->at.line < other->at.line ? -1 : 1;
  if (one->at.column != other->at.column)
    return one->at.column < other->at.column ? -1 : 1;
  return 0;
}

/* Values read late have told their faults late. */
static void sort_faults(Diagnostics *diagnostics, size_t from) {
  size_t count = diagnostics->list.count - from;
  if (count > 1)
    qsort(diagnostics->list.items + from, count, sizeof *diagnostics->list.items, by_place);
}

/* What the input is, where it is a file of another program; NULL. */
static const char *other_program(const Input *input) {
  char head[FOREIGN_HEAD];
  if (input->file < 0)
    return foreign_fault(input->bytes, input->length);
  ssize_t got = pread(input->file, head, sizeof head, 0);
  return got > 0 ? foreign_fault(head, (size_t)got) : NULL;
}

static ReaderStatus parse(const char *name, Input input, const Limits *limits, Document **document,
                          Diagnostics *diagnostics) {
  size_t errors = diagnostics->errors, before = diagnostics->list.count;
  Document *made = document_new(name);
  Source source;
  Reader reader = {.source = &source,
                   .limits = limits,
                   .arena = made->arena,
                   .document = made,
                   .diagnostics = diagnostics};
  source_open(&source, input);
  if (read_root(&reader))
    reader_end(&reader);
  source_close(&source);
  memory_free(reader.shared);
  if (reader.stopped) {
    document_free(made);
    return READER_STOPPED;
  }
  if (diagnostics->errors == errors)
    build_finish(made, diagnostics);
  sort_faults(diagnostics, before);
  if (diagnostics->errors == errors) {
    *document = made;
    return READER_OK;
  }
  document_free(made);
  return READER_BAD;
}

static ReaderStatus read_document(const char *name, Input input, const Limits *limits,
                                  Document **document, Diagnostics *diagnostics) {
  const char *foreign = other_program(&input);
  if (foreign == NULL)
    return parse(name, input, limits, document, diagnostics);
  diag_add(diagnostics, DIAG_ERROR, nowhere, "%s", _(foreign));
  input_close(&input);
  return READER_BAD;
}

static ReaderStatus read_bytes(const char *name, const Str *bytes, const Limits *limits,
                               Document **document, Diagnostics *diagnostics,
                               const Progress *progress) {
  Input input;
  input_open_bytes(&input, bytes->data, bytes->length);
  input.progress = progress;
  return read_document(name, input, limits, document, diagnostics);
}

ReaderStatus reader_bytes(const char *name, const char *bytes, size_t length, const Limits *limits,
                          Document **document, Diagnostics *diagnostics) {
  Input input;
  *document = NULL;
  input_open_bytes(&input, bytes, length);
  return read_document(name, input, limits, document, diagnostics);
}

/* ---------------------------------------------------------------------- files */

bool reader_slurp(int file, const Limits *limits, Str *bytes, const Progress *progress) {
  enum { PIECE = 64 * 1024 };
  for (;;) {
    if (!progress_step(progress, WORK_READING, bytes->length, 0)) {
      errno = ECANCELED;
      return false;
    }
    str_reserve(bytes, PIECE);
    ssize_t got = read(file, bytes->data + bytes->length, PIECE);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return false;
    if (!got)
      return true;
    bytes->length += (size_t)got;
    bytes->data[bytes->length] = '\0';
    if (bytes->length > limit_of(limits, LIMIT_PIPE)) {
      errno = EFBIG;
      return false;
    }
  }
}

ReaderStatus reader_unavailable(Diagnostics *diagnostics, int error) {
  diag_add(diagnostics, DIAG_ERROR, nowhere, _("cannot be read: %s"), strerror(error));
  return READER_UNAVAILABLE;
}

static ReaderStatus refuse_pipe(const Limits *limits, Diagnostics *diagnostics) {
  Str advice = STR_EMPTY;
  limit_advise(&advice, limits, LIMIT_PIPE, 0);
  diag_add(diagnostics, DIAG_ERROR, nowhere,
           _("too many bytes come through the pipe: %s; a file may have any size"), advice.data);
  str_free(&advice);
  return READER_UNAVAILABLE;
}

static ReaderStatus read_pipe(const char *name, int file, const Limits *limits,
                              Document **document, Diagnostics *diagnostics,
                              const Progress *progress) {
  Str bytes = STR_EMPTY;
  ReaderStatus status = reader_slurp(file, limits, &bytes, progress)
                            ? read_bytes(name, &bytes, limits, document, diagnostics, progress)
                        : errno == ECANCELED ? READER_STOPPED
                        : errno == EFBIG     ? refuse_pipe(limits, diagnostics)
                                             : reader_unavailable(diagnostics, errno);
  str_free(&bytes);
  return status;
}

static ReaderStatus read_open(const char *name, int file, const Limits *limits,
                              Document **document, Diagnostics *diagnostics,
                              const Progress *progress) {
  struct stat about;
  if (fstat(file, &about))
    return reader_unavailable(diagnostics, errno);
  if (S_ISDIR(about.st_mode))
    return reader_unavailable(diagnostics, EISDIR);
  if (!S_ISREG(about.st_mode) || about.st_size == 0 || lseek(file, 0, SEEK_CUR) != 0)
    return read_pipe(name, file, limits, document, diagnostics, progress);
  Input input;
  input_open_file(&input, file, (uint64_t)about.st_size);
  input.progress = progress;
  return read_document(name, input, limits, document, diagnostics);
}

/* A pipe waits for its writer: a signal comes meanwhile. */
static int open_file(const char *file, const Progress *progress) {
  int opened;
  do
    opened = open(file, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  while (opened < 0 && errno == EINTR && progress_step(progress, WORK_READING, 0, 0));
  return opened;
}

ReaderStatus reader_file(const char *file, const Limits *limits, Document **document,
                         Diagnostics *diagnostics, const Progress *progress) {
  *document = NULL;
  if (!strcmp(file, "-"))
    return read_open(file, STDIN_FILENO, limits, document, diagnostics, progress);
  int opened = open_file(file, progress);
  if (opened < 0)
    return errno == EINTR ? READER_STOPPED : reader_unavailable(diagnostics, errno);
  ReaderStatus status = read_open(file, opened, limits, document, diagnostics, progress);
  close(opened);
  return status;
}
