#include "cli/reading.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/str.h"
#include "cli/importing.h"
#include "cli/message.h"
#include "cli/output.h"
#include "text/report.h"
#include "yaml/reader.h"

#define SAMPLE "jiulongpo-zhengwuban-2023.yaml"

enum { FAULTS_KEPT = 20 };

/* ------------------------------------------------------------------ reading */

ReaderStatus reading_begin(const char *file, const Limits *limits, const Progress *progress,
                           Document **document, Diagnostics *diagnostics) {
  diag_open(diagnostics, file, FAULTS_KEPT);
  if (import_is_published(file))
    return importing_begin(file, limits, progress, document, diagnostics);
  return reader_file(file, limits, document, diagnostics, progress);
}

static ReaderStatus read_document(const char *file, const Limits *limits, Document **document,
                                  Diagnostics *diagnostics) {
  OutputProgress line;
  Progress progress;
  bool shown = output_progress_begin(&line, &progress);
  ReaderStatus status =
      reading_begin(file, limits, shown ? &progress : NULL, document, diagnostics);
  output_progress_end(&line);
  return status;
}

Status reading_open_kept(const char *file, const Limits *limits, bool loud, Document **document,
                         Diagnostics *diagnostics) {
  ReaderStatus status = read_document(file, limits, document, diagnostics);
  if (status != READER_OK || loud)
    message_faults(diagnostics);
  return status == READER_OK ? STATUS_OK : STATUS_DOCUMENT;
}

Status reading_open(const char *file, const Limits *limits, bool loud, Document **document,
                    size_t *warnings) {
  Diagnostics diagnostics;
  Status status = reading_open_kept(file, limits, loud, document, &diagnostics);
  *warnings = diagnostics.warnings;
  diag_close(&diagnostics);
  return status;
}

/* ------------------------------------------------------------------ for the browser */

static bool is_regular(const char *file) {
  struct stat about;
  return strcmp(file, "-") != 0 &&
         (stat(file, &about) != 0 || S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

static void tell_fault(const Diagnostics *diagnostics, LoadFault *fault) {
  enum { REPORT_WIDTH = 76 };
  report_all(&fault->report, diagnostics, REPORT_WIDTH);
  for (size_t i = 0; i < diagnostics->list.count && fault->line.length == 0; i++) {
    const Diagnostic *one = &diagnostics->list.items[i];
    if (one->severity != DIAG_ERROR)
      continue;
    fault->at = one->at;
    if (one->at.line)
      str_printf(&fault->line, "%u:%u: ", one->at.line, one->at.column);
    str_add_text(&fault->line, one->message);
  }
}

LoadResult reading_load(void *context, const char *file, const Progress *progress,
                        Document **document, LoadFault *fault) {
  static const LoadResult results[] = {[READER_OK] = LOAD_DONE,
                                       [READER_BAD] = LOAD_FAULTY,
                                       [READER_UNAVAILABLE] = LOAD_FAULTY,
                                       [READER_STOPPED] = LOAD_STOPPED};
  if (!is_regular(file)) {
    str_add_text(&fault->line, _("a pipe or a device, which can be read only once, by itself"));
    str_printf(&fault->report, "%s: %s\n", file, fault->line.data);
    return LOAD_FAULTY;
  }
  Diagnostics diagnostics;
  ReaderStatus status = reading_begin(file, context, progress, document, &diagnostics);
  if (results[status] == LOAD_FAULTY)
    tell_fault(&diagnostics, fault);
  diag_close(&diagnostics);
  return results[status];
}

char *reading_sample(void) {
  const char *directory = getenv("BUDGETTUI_DATADIR");
  Str file = STR_EMPTY;
  str_printf(&file, "%s/%s", directory && *directory ? directory : PKGDATADIR, SAMPLE);
  return str_take(&file);
}
