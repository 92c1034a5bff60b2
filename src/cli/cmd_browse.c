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
#include "cli/message.h"
#include "cli/reading.h"
#include "model/code_index.h"
#include "tui/terminal.h"

/* The document came through standard input: the keys come from the terminal itself. */
static bool take_keys_from_terminal(void) {
  int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) {
    message_say("%s", _("the document came through standard input, and there is no terminal to "
                        "take keys from; \"budgettui show -\" prints it as text"));
    return false;
  }
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
  start->browser.history = &history;
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

/* Takes the document. */
static Status browse(Document *document, const Options *options, const char *greeting) {
  const TerminalOptions look = {.color = options->color,
                                .ambiguous_width = options->ambiguous_width,
                                .ascii = options->ascii,
                                .plain = options->plain,
                                .no_mouse = options->no_mouse,
                                .styles = &options->settings->styles};
  const CheckOptions checks = checking_options(options);
  ApplicationStart start = {
      .document = document,
      .browser = {.message = *greeting ? greeting : NULL,
                  .checks = &checks,
                  .keys = &options->settings->keys,
                  .view = options->view,
                  .unit = options->unit + 1,
                  .share = options->share,
                  .code = options->code},
  };
  Str error = STR_EMPTY;
  Terminal *terminal = terminal_open(&look, &error);
  if (!terminal) {
    message_say("%s", error.data);
    str_free(&error);
    document_free(document);
    return STATUS_SURROUNDINGS;
  }
  return run(terminal, &start, options->settings->config == NULL || options->settings->config->history);
}

static bool has_account(const Document *document, const char *code) {
  size_t first, length = strlen(code);
  return length > 0 && strspn(code, "0123456789") == length &&
         code_index_prefix(document, code, &first) > 0;
}

static Status open_and_browse(const Options *options, const char *file, bool sample) {
  Document *document;
  size_t warnings;
  Status status = reading_open(file, false, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  if (!strcmp(file, "-") && !take_keys_from_terminal()) {
    document_free(document);
    return STATUS_SURROUNDINGS;
  }
  if (options->code && !has_account(document, options->code)) {
    message_say(_("%s: account %s stands nowhere in the document"), document->file, options->code);
    document_free(document);
    return STATUS_NO;
  }
  Str greeting = STR_EMPTY;
  write_greeting(&greeting, sample, warnings);
  status = browse(document, options, greeting.data);
  str_free(&greeting);
  return status;
}

Status cmd_browse(const Options *options, size_t first) {
  size_t count = options->operand_count - first;
  if (count > 1)
    return message_usage(_("too many operands, from '%s' on"), options->operands[first + 1]);
  char *sample = count ? NULL : reading_sample();
  const char *file = sample ? sample : options->operands[first];
  Status status = open_and_browse(options, file, sample != NULL);
  memory_free(sample);
  return status;
}
