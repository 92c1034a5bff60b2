#include <stdio.h>

#include "base/i18n.h"
#include "cli/checking.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/reading.h"
#include "cli/report.h"
#include "text/width.h"

static const ReportFormat *const formats[] = {&report_text, &report_json, &report_sarif,
                                              &report_junit};
enum { FORMATS = sizeof formats / sizeof *formats };

const char *check_format_name(size_t index) {
  return index < FORMATS ? formats[index]->name : NULL;
}

/* NULL after saying what is wrong. */
static const ReportFormat *find_format(const char *name) {
  int index = 0;
  if (name)
    index = names_choose(check_format_name, name, _("there is no format '%s' for 'check'%s"));
  return index < 0 ? NULL : formats[index];
}

static Status judge(const Report *report, const Checks *checks) {
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    if (checks->totals[i] && report_fails(report, (CheckOutcome)i))
      return STATUS_NO;
  return STATUS_OK;
}

static Status check_file(Report *report, const Limits *limits, const CheckOptions *options,
                         const char *file) {
  Document *document;
  Diagnostics diagnostics;
  Status status = reading_open_kept(file, limits, true, &document, &diagnostics);
  if (status != STATUS_OK) {
    report->format->fault(report, &diagnostics);
    report->documents++;
    vec_push(&report->faulty, diagnostics);
    return status;
  }
  diag_close(&diagnostics);
  Checks *checks = check_run(document, options);
  report->format->add(report, checks);
  report->documents++;
  status = judge(report, checks);
  check_free(checks);
  document_free(document);
  return status;
}

Status cmd_check(const Options *options, size_t first) {
  Report report = {.format = find_format(options->format),
                   .strict = options->strict,
                   .ascii = options->ascii,
                   .text = STR_EMPTY};
  if (!report.format)
    return STATUS_USAGE;
  if (options->operand_count == first)
    return message_usage("%s", _("'check' needs a file or directory"));
  if (options->ambiguous_width)
    width_set_ambiguous(options->ambiguous_width);
  CheckOptions checks = checking_options(options);
  report.local = checks.local;
  report.local_count = checks.local_count;
  FileListing listing;
  Status worst = listing_open_in_turn(&listing, options->operands + first,
                                      options->operand_count - first);
  report.format->begin(&report);
  for (size_t i = 0; i < listing.files.count && !report.failed; i++) {
    Status status = check_file(&report, &options->limits, &checks, listing.files.items[i]);
    worst = status > worst ? status : worst;
  }
  report.format->end(&report);
  listing_close(&listing);
  str_free(&report.text);
  for (size_t i = 0; i < report.faulty.count; i++)
    diag_close(&report.faulty.items[i]);
  vec_free(&report.faulty);
  return report.failed || fflush(stdout) ? message_output() : worst;
}
