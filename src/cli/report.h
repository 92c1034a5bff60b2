/* Reports of what the checks found, in the formats of `check --format`.
 *
 * A report is begun, given the checks of one document after the other, and of a file that is no
 * document what is wrong with it, and ended; it is written to standard output as it goes. Texts of
 * documents are safe for a terminal in every format. */
#ifndef BUDGETTUI_CLI_REPORT_H
#define BUDGETTUI_CLI_REPORT_H

#include "base/diag.h"
#include "check/check.h"
#include "export/json.h"

struct ReportFormat;

typedef struct {
  const struct ReportFormat *format;
  bool strict; /* rounding and warnings count as failures, too */
  bool ascii;
  bool failed; /* output could not be written */
  Json json;
  Str text;
  size_t documents;        /* those that cannot be read, too */
  VEC(Diagnostics) faulty; /* of those that cannot be read */
  const LocalRule *local; /* the user's own rules of the run */
  size_t local_count;
} Report;

typedef struct ReportFormat {
  const char *name;
  void (*begin)(Report *report);
  void (*add)(Report *report, const Checks *checks);
  void (*fault)(Report *report, const Diagnostics *diagnostics);
  void (*end)(Report *report);
} ReportFormat;

/* report_text.c, report_json.c, report_sarif.c, report_junit.c */
extern const ReportFormat report_text, report_json, report_sarif, report_junit;

/* Whether an outcome fails a document. */
bool report_fails(const Report *report, CheckOutcome outcome);
/* Writes what stands in report->text, and clears it. */
void report_flush(Report *report);
/* The first error; NULL: none was kept. */
const Diagnostic *report_first_error(const Diagnostics *diagnostics);
/* Adds the page of a row without a line of its own: page 3, and a colon; nothing where none is
 * known. */
void report_add_page(Str *out, const Document *document, const Place *place);
/* Adds what a place is in its annex, and a colon; nothing for the document. */
void report_add_about(Str *out, const Document *document, const Place *place);
/* For the Json of a report. */
bool report_write(void *context, const char *bytes, size_t length);

#endif
