/* The configuration of a run: the file that the options name, else the user's own, else none. */
#ifndef BUDGETTUI_CLI_CONFIGURATION_H
#define BUDGETTUI_CLI_CONFIGURATION_H

#include "cli/options.h"
#include "view/keymap.h"
#include "view/style_choice.h"
#include "yaml/config.h"

/* What a user prefers, for a run. */
typedef struct Settings {
  Config *config; /* NULL: there is none */
  StyleChoices styles;
  Keymap keys;
} Settings;

/* Reads it, and gives the options that the command line leaves out what it says. On STATUS_OK the
 * settings must be closed; STATUS_USAGE: what is wrong was printed. */
Status configuration_open(Options *options, Settings *settings);
void configuration_close(Settings *settings);
/* A file of the user's own in the directory of the configuration, or NULL when nothing tells where
 * that would be; a relative directory in the environment does not count. Freed with memory_free. */
char *configuration_own_file(const char *name);
/* Prints the defaults. */
Status configuration_print(void);

#endif
