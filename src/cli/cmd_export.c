#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/reading.h"
#include "export/format.h"
#include "text/fit.h"

/* What the command line asks for. */
typedef struct {
  const Options *options;
  const char *file;
  const Format *format;
  const Document *document;
  FormatOptions how;
  Str error; /* why there was nothing to write, or why it could not be */
} Request;

/* ------------------------------------------------------------------ operands */

const char *export_format_name(size_t index) {
  return index < format_count ? format_list[index].name : NULL;
}

static bool to_stdout(const Options *options) {
  return !options->output || !strcmp(options->output, "-");
}

/* Whether the options go with the format. */
static Status check_format(const Options *options, const Format *format) {
  const struct {
    bool given, fits;
    const char *name;
  } rules[] = {
      {options->annex, format->annex, "annex"},
      {options->bom, format->spreadsheet, "bom"},
      {options->no_formulas, format->spreadsheet, "no-formulas"},
  };
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i].given && !rules[i].fits)
      return message_usage(_("option '--%s' is not for '%s'"), rules[i].name, format->name);
  if (format->fill && to_stdout(options))
    return message_usage(_("'%s' is a directory: '--output' names it"), format->name);
  return STATUS_OK;
}

/* By its name, else by the ending of the file to be written; NULL, which was said. */
static const Format *choose_format(const Options *options) {
  const Format *format = NULL;
  if (options->format) {
    format = format_find(options->format);
    if (!format)
      names_unknown(export_format_name, "", options->format,
                    _("there is no format '%s' to export to%s"));
    return format;
  }
  if (!to_stdout(options))
    format = format_of_file(options->output);
  if (!format) {
    Str endings = STR_EMPTY;
    format_write_endings(&endings);
    message_usage(_("'export' needs '--format', or an '--output' that ends in one of%s"),
                  endings.data);
    str_free(&endings);
  }
  return format;
}

/* FILE, with a format. */
static Status read_request(const Options *options, size_t first, Request *request) {
  char **operands = options->operands + first;
  size_t count = options->operand_count - first;
  *request = (Request){.options = options, .error = STR_EMPTY};
  if (!count)
    return message_usage("%s", _("'export' needs a file"));
  if (count > 1)
    return message_usage(_("too many operands, from '%s' on"), operands[1]);
  request->file = operands[0];
  if (listing_refuse_directory(request->file, "export"))
    return STATUS_USAGE;
  request->format = choose_format(options);
  if (!request->format)
    return STATUS_USAGE;
  request->how = (FormatOptions){.bom = options->bom, .no_formulas = options->no_formulas};
  return check_format(options, request->format);
}

/* ------------------------------------------------------------ standard output */

static bool write_piece(void *context, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, context) == length;
}

/* A terminal gets whole lines, and nothing that could disturb it. */
typedef struct {
  Str line; /* not yet complete */
  Str safe;
} Screen;

static bool write_line(Screen *screen) {
  size_t length = screen->line.length;
  if (length && screen->line.data[length - 1] == '\r')
    length--;
  str_clear(&screen->safe);
  fit_whole(&screen->safe, screen->line.data, length);
  str_add_char(&screen->safe, '\n');
  str_clear(&screen->line);
  return write_piece(stdout, screen->safe.data, screen->safe.length);
}

static bool write_lines(void *context, const char *bytes, size_t length) {
  Screen *screen = context;
  for (const char *end; (end = memchr(bytes, '\n', length)) != NULL;) {
    str_add(&screen->line, bytes, (size_t)(end - bytes));
    if (!write_line(screen))
      return false;
    length -= (size_t)(end - bytes) + 1;
    bytes = end + 1;
  }
  str_add(&screen->line, bytes, length);
  return true;
}

static Status print(Request *request) {
  Screen screen = {.line = STR_EMPTY, .safe = STR_EMPTY};
  bool terminal = isatty(STDOUT_FILENO) != 0;
  Sink sink;
  sink_open(&sink, terminal ? write_lines : write_piece, terminal ? (void *)&screen : stdout);
  bool any = request->format->write(request->document, &request->how, &sink, &request->error);
  bool written = sink_close(&sink) && (!screen.line.length || write_line(&screen));
  str_free(&screen.line);
  str_free(&screen.safe);
  if (!written || fflush(stdout))
    return message_output();
  return any ? STATUS_OK : STATUS_NO;
}

/* ------------------------------------------------------------------ files */

static bool fill_file(void *context, Sink *sink) {
  Request *request = context;
  return request->format->write(request->document, &request->how, sink, &request->error);
}

static bool fill_directory(void *context, SaveDirectory *directory) {
  Request *request = context;
  return request->format->fill(request->document, &request->how, directory);
}

static Status save(Request *request) {
  static const Status statuses[] = {[SAVE_DONE] = STATUS_OK,
                                    [SAVE_NOTHING] = STATUS_NO,
                                    [SAVE_EXISTS] = STATUS_SURROUNDINGS,
                                    [SAVE_FAILED] = STATUS_SURROUNDINGS};
  const char *path = request->options->output;
  bool replace = request->options->force;
  SaveStatus done =
      request->format->fill
          ? save_directory(path, replace, fill_directory, request, &request->error)
          : save_file(path, replace, fill_file, request, &request->error);
  return statuses[done];
}

/* ------------------------------------------------------------------ exporting */

static Status run(Request *request) {
  const char *number = request->options->annex;
  request->how.annex = number ? document_annex(request->document, number) : NULL;
  if (number && !request->how.annex) {
    message_say(_("%s: there is no annex %s"), request->file, number);
    return STATUS_NO;
  }
  Status status = to_stdout(request->options) ? print(request) : save(request);
  if (request->error.length && status == STATUS_NO)
    message_say("%s: %s", request->file, request->error.data);
  else if (request->error.length)
    message_say("%s", request->error.data);
  return status;
}

Status cmd_export(const Options *options, size_t first) {
  Request request;
  Document *document;
  size_t warnings;
  Status status = read_request(options, first, &request);
  if (status == STATUS_OK)
    status = reading_open(request.file, &options->limits, true, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  request.document = document;
  status = run(&request);
  str_free(&request.error);
  document_free(document);
  return status;
}
