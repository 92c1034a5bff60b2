#include "cli/message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/fit.h"
#include "text/report.h"

/* A whole line at once, safe for a terminal whatever was quoted in it. */
static void say(const char *format, va_list arguments) {
  Str text = STR_EMPTY, line = STR_EMPTY;
  str_vprintf(&text, format, arguments);
  str_add_text(&line, "budgettui: ");
  fit_whole(&line, text.data, text.length);
  str_add_char(&line, '\n');
  fputs(line.data, stderr);
  str_free(&text);
  str_free(&line);
}

void message_say(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  say(format, arguments);
  va_end(arguments);
}

Status message_usage(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  say(format, arguments);
  va_end(arguments);
  fprintf(stderr, "%s\n", _("Try 'budgettui --help'."));
  return STATUS_USAGE;
}

void message_faults(const Diagnostics *diagnostics) {
  Str report = STR_EMPTY;
  report_all(&report, diagnostics, 0);
  fputs(report.data, stderr);
  str_free(&report);
}

Status message_output(void) {
  if (errno != EPIPE)
    message_say(_("cannot write to standard output: %s"), strerror(errno));
  return STATUS_SURROUNDINGS;
}
