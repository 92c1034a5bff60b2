/* The configuration of a run: the file that the options name, else the user's own, else none. */
#ifndef BUDGETTUI_CLI_CONFIGURATION_H
#define BUDGETTUI_CLI_CONFIGURATION_H

#include "cli/options.h"
#include "yaml/config.h"

/* STATUS_OK: *config is the caller's to free with config_free, or NULL when there is none.
 * STATUS_USAGE: what is wrong was printed. */
Status configuration_open(const Options *options, Config **config);
/* Prints the defaults. */
Status configuration_print(void);

#endif
