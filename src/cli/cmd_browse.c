#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/memory.h"
#include "cli/checking.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/reading.h"
#include "tui/terminal.h"
#include "view/browser.h"

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

static Status run(Browser *browser, const Options *options) {
  const TerminalOptions terminal = {.color = options->color,
                                    .ambiguous_width = options->ambiguous_width,
                                    .ascii = options->ascii,
                                    .plain = options->plain,
                                    .no_mouse = options->no_mouse};
  Str error = STR_EMPTY;
  TerminalStatus ended = terminal_browse(browser, &terminal, &error);
  if (error.length)
    message_say("%s", error.data);
  str_free(&error);
  if (ended == TERMINAL_SIGNAL)
    return STATUS_SIGNAL;
  return ended == TERMINAL_OK ? STATUS_OK : STATUS_SURROUNDINGS;
}

static Status browse(const Document *document, const Options *options, const char *greeting) {
  const CheckOptions checks = checking_options(options);
  const BrowserStart start = {.message = *greeting ? greeting : NULL,
                              .checks = &checks,
                              .view = options->view,
                              .unit = options->unit + 1};
  Browser *browser = browser_open(document, &start);
  Status status = STATUS_NO;
  if (options->code && !browser_goto_code(browser, options->code)) {
    message_say(_("%s: account %s stands nowhere in the document"), document->file, options->code);
  } else {
    status = run(browser, options);
  }
  browser_close(browser);
  return status;
}

static Status open_and_browse(const Options *options, const char *file, bool sample) {
  Document *document;
  size_t warnings;
  Status status = reading_open(file, false, &document, &warnings);
  if (status != STATUS_OK)
    return status;
  if (!strcmp(file, "-") && !take_keys_from_terminal()) {
    status = STATUS_SURROUNDINGS;
  } else {
    Str greeting = STR_EMPTY;
    write_greeting(&greeting, sample, warnings);
    status = browse(document, options, greeting.data);
    str_free(&greeting);
  }
  document_free(document);
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
