/* What the program says on standard error. */
#ifndef BUDGETTUI_CLI_MESSAGE_H
#define BUDGETTUI_CLI_MESSAGE_H

#include "base/diag.h"
#include "cli/status.h"

/* One line, after the program's name. */
void message_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same, and where to find help. STATUS_USAGE. */
Status message_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* All that is wrong with a file. */
void message_faults(const Diagnostics *diagnostics);
/* What is wrong with standard output, told by errno; a reader that went away is no news.
 * STATUS_SURROUNDINGS. */
Status message_output(void);

#endif
