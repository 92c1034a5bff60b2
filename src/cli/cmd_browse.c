#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/memory.h"
#include "cli/checking.h"
#include "cli/commands.h"
#include "cli/configuration.h"
#include "cli/history_file.h"
#include "cli/listing.h"
#include "cli/message.h"
#include "cli/reading.h"
#include "model/code_index.h"
#include "tui/terminal.h"

/* In place of standard input; false: there is no terminal. */
static bool take_keys_from_terminal(void) {
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0)
    return false;
  bool taken = dup2(terminal, STDIN_FILENO) >= 0;
  close(terminal);
  return taken;
}

static void write_greeting(Str *out, bool sample, size_t warnings) {
  if (sample)
    str_add_text(out, _("the sample is open; \"budgettui FILE\" opens another budget"));
  else if (warnings)
    str_printf(out,
               ngettext("%zu warning: \"budgettui show FILE\" prints it",
                        "%zu warnings: \"budgettui show FILE\" prints them", warnings),
               warnings);
}

static Status run(Terminal *terminal, ApplicationStart *start, bool keeps_history) {
  Str error = STR_EMPTY;
  History history;
  HistoryFile file;
  history_open(&history);
  if (keeps_history)
    history_file_open(&file, &history);
  start->shell.history = &history;
  Application *application = application_open(start);
  TerminalStatus ended = terminal_browse(terminal, application, &error);
  terminal_close(terminal);
  application_close(application);
  if (keeps_history)
    history_file_close(&file);
  history_close(&history);
  if (error.length)
    message_say("%s", error.data);
  str_free(&error);
  if (ended == TERMINAL_SIGNAL)
    return STATUS_SIGNAL;
  return ended == TERMINAL_OK ? STATUS_OK : STATUS_SURROUNDINGS;
}

/* NULL: there is none, and that was said. */
static Terminal *open_terminal(const Options *options) {
  const TerminalOptions look = {.color = options->color,
                                .ambiguous_width = options->ambiguous_width,
                                .ascii = options->ascii,
                                .plain = options->plain,
                                .no_mouse = options->no_mouse,
                                .styles = &options->settings->styles};
  Str error = STR_EMPTY;
  Terminal *terminal = terminal_open(&look, &error);
  if (!terminal)
    message_say("%s", error.data);
  str_free(&error);
  return terminal;
}

/* What `start` holds already is what is opened. */
static Status browse(Terminal *terminal, const Options *options, ApplicationStart start) {
  const CheckOptions checks = checking_options(options);
  const Config *config = options->settings->config;
  start.shell.checks = &checks;
  start.shell.keys = &options->settings->keys;
  start.shell.progress = terminal_progress(terminal);
  start.shell.view = options->view;
  start.shell.unit = options->unit + 1;
  start.shell.share = options->share;
  start.code = options->code;
  start.read = reading_load;
  start.context = (void *)&options->limits;
  return run(terminal, &start, config == NULL || config->history);
}

/* ------------------------------------------------------------------ one document */

static bool has_account(const Document *document, const char *code) {
  size_t first, length = strlen(code);
  return length > 0 && strspn(code, "0123456789") == length &&
         code_index_prefix(document, code, &first) > 0;
}

/* Takes the document and the terminal. */
static Status browse_document(Terminal *terminal, const Options *options, Document *document,
                              const char *greeting) {
  if (options->code && !has_account(document, options->code)) {
    terminal_close(terminal);
    message_say(_("%s: account %s stands nowhere in the document"), document->file, options->code);
    document_free(document);
    return STATUS_NO;
  }
  return browse(terminal, options,
                (ApplicationStart){.document = document,
                                   .message = *greeting ? greeting : NULL});
}

/* A long document is not read before it is known that it can be shown. */
static Status browse_file(const Options *options, const char *file, bool sample) {
  Document *document;
  Diagnostics diagnostics;
  Str greeting = STR_EMPTY;
  Terminal *terminal = open_terminal(options);
  if (!terminal)
    return STATUS_SURROUNDINGS;
  Status status = STATUS_SIGNAL;
  ReaderStatus result =
      reading_begin(file, &options->limits, terminal_progress(terminal), &document, &diagnostics);
  write_greeting(&greeting, sample, diagnostics.warnings);
  if (result == READER_OK) {
    status = browse_document(terminal, options, document, greeting.data);
  } else {
    terminal_close(terminal);
    if (result != READER_STOPPED) {
      message_faults(&diagnostics);
      status = STATUS_DOCUMENT;
    }
  }
  str_free(&greeting);
  diag_close(&diagnostics);
  return status;
}

/* Keys can come from the terminal only when the document has been read. */
static Status browse_input(const Options *options) {
  Document *document;
  size_t warnings;
  Status status = reading_open("-", &options->limits, false, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  bool keys = take_keys_from_terminal();
  if (!keys)
    message_say("%s", _("the document came through standard input, and there is no terminal to "
                        "take keys from; \"budgettui show -\" prints it as text"));
  Terminal *terminal = keys ? open_terminal(options) : NULL;
  if (!terminal) {
    document_free(document);
    return STATUS_SURROUNDINGS;
  }
  Str greeting = STR_EMPTY;
  write_greeting(&greeting, false, warnings);
  status = browse_document(terminal, options, document, greeting.data);
  str_free(&greeting);
  return status;
}

/* ------------------------------------------------------------------ several */

static Status browse_listing(const Options *options, const FileListing *listing) {
  Terminal *terminal = open_terminal(options);
  if (!terminal)
    return STATUS_SURROUNDINGS;
  return browse(terminal, options,
                (ApplicationStart){.files = (const char *const *)listing->files.items,
                                   .file_count = listing->files.count,
                                   .title = listing->title.data});
}

static Status browse_several(const Options *options, char *const *operands, size_t count) {
  FileListing listing;
  Status status = listing_open(&listing, operands, count);
  if (status == STATUS_OK)
    status = browse_listing(options, &listing);
  listing_close(&listing);
  return status;
}

Status cmd_browse(const Options *options, size_t first) {
  char *const *operands = options->operands + first;
  size_t count = options->operand_count - first;
  bool input = count && !strcmp(operands[0], "-");
  if (count && !input && !isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
    take_keys_from_terminal(); /* as behind xargs; without one it is refused below */
  if (listing_wanted(operands, count))
    return browse_several(options, operands, count);
  if (input)
    return browse_input(options);
  char *sample = count ? NULL : reading_sample();
  Status status = browse_file(options, sample ? sample : operands[0], sample != NULL);
  memory_free(sample);
  return status;
}
