#include <stdio.h>

#include "base/i18n.h"
#include "cli/checking.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/parts.h"
#include "cli/reading.h"
#include "cli/report.h"
#include "model/code_index.h"
#include "text/width.h"

/* What the command line asks for. */
typedef struct {
  const char *file;
  int part; /* as part_info has it */
  TextOptions text;
  bool account; /* a code without a part: everywhere */
} Request;

static bool write_piece(void *context, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, context) == length;
}

/* ------------------------------------------------------------------ operands */

/* Whether the options and operands go with the part asked for. */
static Status check_part(const Options *options, const Request *request) {
  const TextPartInfo *info = part_info(request->part);
  if (request->part == TEXT_ANNEX && !request->text.number)
    return message_usage("%s", _("'annex' needs the number of an annex"));
  if (request->text.number && !info->number)
    return message_usage(_("no number can follow '%s'"), info->name);
  if (options->code && !info->code && !request->account)
    return message_usage(_("option '--%s' is not for '%s'"), "code", info->name);
  if (options->depth_given && !info->depth && !request->account)
    return message_usage(_("option '--%s' is not for '%s'"), "depth", info->name);
  return STATUS_OK;
}

/* FILE [WHAT [N]] */
static Status read_request(const Options *options, size_t first, Request *request) {
  char **operands = options->operands + first;
  size_t count = options->operand_count - first;
  *request = (Request){.part = TEXT_OVERVIEW,
                       .text = {.code = options->code,
                                .depth = options->depth,
                                .width = options->width,
                                .unit = options->unit,
                                .ascii = options->ascii}};
  if (!count)
    return message_usage("%s", _("'show' needs a file"));
  if (count > 3)
    return message_usage(_("too many operands, from '%s' on"), operands[3]);
  request->file = operands[0];
  if (listing_refuse_directory(request->file, "show"))
    return STATUS_USAGE;
  request->account = count == 1 && options->code;
  if (count > 1)
    request->part = names_choose(part_name, operands[1], _("there is no '%s' to show%s"));
  if (request->part < 0)
    return STATUS_USAGE;
  request->text.number = count > 2 ? operands[2] : NULL;
  return check_part(options, request);
}

/* ------------------------------------------------------------------ showing */

/* What `check` reports; to show it is no failure, whatever it says. */
static Status show_checks(const Options *options, const Document *document) {
  Report report = {.format = &report_text, .ascii = options->ascii, .text = STR_EMPTY};
  CheckOptions wanted = checking_options(options);
  Checks *checks = check_run(document, &wanted);
  report.format->begin(&report);
  report.format->add(&report, checks);
  report.format->end(&report);
  check_free(checks);
  str_free(&report.text);
  return report.failed || fflush(stdout) ? message_output() : STATUS_OK;
}

static Status show_text(const Options *options, const Document *document, const Request *request) {
  Str error = STR_EMPTY;
  Signs signs;
  TextOptions text = request->text;
  text.part = (TextPart)request->part;
  text.sign = signs_of_figure;
  text.sign_context = &signs;
  signs_open(&signs, options, document);
  ExportStatus done = (request->account ? export_text_account : export_text)(
      document, &text, write_piece, stdout, &error);
  Status status = STATUS_OK;
  if (done == EXPORT_STOPPED || fflush(stdout)) {
    status = message_output();
  } else if (done == EXPORT_NOTHING) {
    message_say("%s: %s", request->file, error.data);
    status = STATUS_NO;
  }
  signs_close(&signs);
  str_free(&error);
  return status;
}

Status cmd_show(const Options *options, size_t first) {
  Request request;
  Document *document;
  size_t warnings;
  Str code = STR_EMPTY;
  Status status = read_request(options, first, &request);
  if (status != STATUS_OK)
    return status;
  if (options->ambiguous_width)
    width_set_ambiguous(options->ambiguous_width);
  status = reading_open(request.file, &options->limits, true, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  if (options->code && code_index_complete(document, options->code, &code))
    request.text.code = code.data;
  status = request.part == PART_CHECKS ? show_checks(options, document)
                                       : show_text(options, document, &request);
  document_free(document);
  str_free(&code);
  return status;
}
