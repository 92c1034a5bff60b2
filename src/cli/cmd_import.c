#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "cli/checking.h"
#include "cli/commands.h"
#include "cli/importing.h"
#include "cli/message.h"
#include "export/save.h"
#include "yaml/reader.h"
#include "yaml/writer.h"

enum { FAULTS_KEPT = 20 };

/* What the import made. */
typedef struct {
  const Options *options;
  const char *file;
  Document *made;  /* with the places of the published file */
  Document *read;  /* the same, read back from its text */
  Str text;        /* in the format */
  Notes notes;
  Checks *checks;
} Result;

/* ------------------------------------------------------------------------ the document */

static bool add_piece(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

/* The text is read back at once: what cannot be read must not be written. */
static Status write_text(Result *result) {
  Sink sink;
  sink_open(&sink, add_piece, &result->text);
  writer_document(result->made, NULL, &sink);
  sink_close(&sink);
  Diagnostics diagnostics;
  diag_open(&diagnostics, result->file, FAULTS_KEPT);
  ReaderStatus status = reader_bytes(result->file, result->text.data, result->text.length,
                                     &result->options->limits, &result->read, &diagnostics);
  if (status != READER_OK) {
    message_faults(&diagnostics);
    message_say(_("%s: the imported document could not be read back"), result->file);
  }
  diag_close(&diagnostics);
  return status == READER_OK ? STATUS_OK : STATUS_DOCUMENT;
}

/* ---------------------------------------------------------------------------- writing */

static bool fill_document(void *context, Sink *sink) {
  const Result *result = context;
  str_add(&sink->text, result->text.data, result->text.length);
  return sink_pour(sink);
}

static bool fill_report(void *context, Sink *sink) {
  const Result *result = context;
  importing_report(result->file, result->read, &result->notes, result->checks, sink);
  return true;
}

static Status save(const Result *result, const char *path, SaveFill *fill) {
  Str error = STR_EMPTY;
  SaveStatus done = save_file(path, result->options->force, fill, (void *)result, &error);
  if (error.length)
    message_say("%s", error.data);
  str_free(&error);
  return done == SAVE_DONE ? STATUS_OK : STATUS_SURROUNDINGS;
}

static Status write_document(const Result *result) {
  const char *output = result->options->output;
  if (output && strcmp(output, "-"))
    return save(result, output, fill_document);
  size_t length = result->text.length;
  bool written = fwrite(result->text.data, 1, length, stdout) == length && !fflush(stdout);
  return written ? STATUS_OK : message_output();
}

/* What the import and the checks tell, on standard error: the document may go to the output. */
static void tell(const Result *result) {
  Str out = STR_EMPTY;
  importing_print(result->file, result->read, &result->notes, &out);
  str_printf(&out, "%s: ", result->file);
  str_add_text(&out, _("checks"));
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    str_printf(&out, "%s%s %zu", i ? ", " : _(": "), _(check_outcomes[i].title),
               result->checks->totals[i]);
  str_add_char(&out, '\n');
  fputs(out.data, stderr);
  str_free(&out);
}

static Status finish(Result *result) {
  Status status = write_text(result);
  if (status != STATUS_OK)
    return status;
  CheckOptions checks = checking_options(result->options);
  result->checks = check_run(result->read, &checks);
  status = write_document(result);
  if (status == STATUS_OK && result->options->report)
    status = save(result, result->options->report, fill_report);
  tell(result);
  return status;
}

Status cmd_import(const Options *options, size_t first) {
  if (options->operand_count == first)
    return message_usage("%s", _("'import' needs a file"));
  if (!strcmp(options->operands[first], "-"))
    return message_usage("%s", _("'import' reads a file, not standard input: "
                                 "it looks at it more than once"));
  if (options->operand_count > first + 1)
    return message_usage(_("too many operands, from '%s' on"), options->operands[first + 1]);
  Result result = {.options = options, .file = options->operands[first], .text = STR_EMPTY};
  notes_open(&result.notes);
  Status status = importing_open(result.file, &options->limits, NULL, &result.made, &result.notes);
  if (status == STATUS_OK)
    status = finish(&result);
  check_free(result.checks);
  document_free(result.read);
  document_free(result.made);
  notes_close(&result.notes);
  str_free(&result.text);
  return status;
}
