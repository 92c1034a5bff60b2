#include "cli/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/report.h"
#include "yaml/reader.h"

#define SAMPLE "jiulongpo-zhengwuban-2023.yaml"

enum { FAULTS_KEPT = 20 };

/* ------------------------------------------------------------------ progress */

typedef struct {
  struct timespec start;
  int percent; /* last shown; -1: none */
} Shown;

/* Seconds are enough: a document that is read at once shows nothing. */
static bool show_progress(void *context, Work work, uint64_t done, uint64_t total) {
  Shown *shown = context;
  struct timespec now;
  (void)work;
  clock_gettime(CLOCK_MONOTONIC, &now);
  int percent = total ? (int)(done * 100 / total) : 0;
  if (now.tv_sec - shown->start.tv_sec < 1 || percent == shown->percent)
    return true;
  shown->percent = percent;
  fputc('\r', stderr);
  fprintf(stderr, _("reading: %d%%"), percent);
  return true;
}

static void clear_progress(const Shown *shown) {
  if (shown->percent >= 0)
    fputs("\r\033[K", stderr);
}

/* ------------------------------------------------------------------ reading */

static ReaderStatus read_document(const char *file, Document **document, Diagnostics *diagnostics) {
  Shown shown = {.percent = -1};
  const Progress progress = {show_progress, &shown};
  clock_gettime(CLOCK_MONOTONIC, &shown.start);
  ReaderStatus status =
      reader_file(file, document, diagnostics, isatty(STDERR_FILENO) ? &progress : NULL);
  clear_progress(&shown);
  return status;
}

Status reading_open(const char *file, bool loud, Document **document, size_t *warnings) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, file, FAULTS_KEPT);
  ReaderStatus status = read_document(file, document, &diagnostics);
  if (status != READER_OK || loud) {
    Str report = STR_EMPTY;
    report_all(&report, &diagnostics, 0);
    fputs(report.data, stderr);
    str_free(&report);
  }
  *warnings = diagnostics.warnings;
  diag_close(&diagnostics);
  return status == READER_OK ? STATUS_OK : STATUS_DOCUMENT;
}

char *reading_sample(void) {
  const char *directory = getenv("BUDGETTUI_DATADIR");
  Str file = STR_EMPTY;
  str_printf(&file, "%s/%s", directory && *directory ? directory : PKGDATADIR, SAMPLE);
  return str_take(&file);
}
