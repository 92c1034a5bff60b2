#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/reading.h"
#include "export/text.h"
#include "text/width.h"

/* What the command line asks for. */
typedef struct {
  const char *file;
  TextOptions text;
  bool account; /* a code without a part: everywhere */
} Request;

static bool write_piece(void *context, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, context) == length;
}

/* ------------------------------------------------------------------ operands */

static Status unknown_part(const char *name) {
  Word words[TEXT_PART_COUNT];
  for (int i = 0; i < TEXT_PART_COUNT; i++)
    words[i] = (Word){text_parts[i].name, NULL};
  Vocabulary vocabulary = {words, TEXT_PART_COUNT};
  Str proposal = options_proposal(&vocabulary, "", name);
  Status status = message_usage(_("there is no '%s' to show%s"), name, proposal.data);
  str_free(&proposal);
  return status;
}

static bool find_part(const char *name, TextPart *part) {
  for (int i = 0; i < TEXT_PART_COUNT; i++)
    if (!strcmp(text_parts[i].name, name)) {
      *part = (TextPart)i;
      return true;
    }
  return false;
}

/* Whether the options and operands go with the part asked for. */
static Status check_part(const Options *options, const Request *request) {
  const TextPartInfo *info = &text_parts[request->text.part];
  if (request->text.part == TEXT_ANNEX && !request->text.number)
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
  *request = (Request){.text = {.part = TEXT_OVERVIEW,
                                .code = options->code,
                                .depth = options->depth,
                                .width = options->width,
                                .unit = options->unit,
                                .ascii = options->ascii}};
  if (!count)
    return message_usage("%s", _("'show' needs a file"));
  if (count > 3)
    return message_usage(_("too many operands, from '%s' on"), operands[3]);
  request->file = operands[0];
  request->account = count == 1 && options->code;
  if (count > 1 && !find_part(operands[1], &request->text.part))
    return unknown_part(operands[1]);
  request->text.number = count > 2 ? operands[2] : NULL;
  return check_part(options, request);
}

/* ------------------------------------------------------------------ showing */

static Status show(const Document *document, const Request *request) {
  Str error = STR_EMPTY;
  ExportStatus done = (request->account ? export_text_account : export_text)(
      document, &request->text, write_piece, stdout, &error);
  Status status = STATUS_OK;
  if (done == EXPORT_STOPPED || fflush(stdout)) {
    status = message_output();
  } else if (done == EXPORT_NOTHING) {
    message_say("%s: %s", request->file, error.data);
    status = STATUS_NO;
  }
  str_free(&error);
  return status;
}

Status cmd_show(const Options *options, size_t first) {
  Request request;
  Document *document;
  size_t warnings;
  Status status = read_request(options, first, &request);
  if (status != STATUS_OK)
    return status;
  if (options->ambiguous_width)
    width_set_ambiguous(options->ambiguous_width);
  status = reading_open(request.file, true, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  status = show(document, &request);
  document_free(document);
  return status;
}
