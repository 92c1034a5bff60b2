/* The commands: one table from which the command line is dispatched and the help and the manual
 * are made. Each command has a file of its own. */
#ifndef BUDGETTUI_CLI_COMMANDS_H
#define BUDGETTUI_CLI_COMMANDS_H

#include "cli/endings.h"
#include "cli/names.h"
#include "cli/options.h"

typedef struct {
  const char *name;
  const char *operands; /* for the help: what follows the options */
  const char *summary;  /* msgid */
  unsigned bit;         /* FOR_* of its options */
  Status (*run)(const Options *options, size_t first); /* operands from `first` on are its own */
  NameAt *formats; /* what its option --format takes; NULL: it has none */
  NameAt *words;   /* what its operands may be that are no files; NULL: none */
  unsigned files;  /* ENDING_*, with which the names of its files usually end; 0: it has none */
} Command;

/* The first one is meant when none is named. */
extern const Command command_list[];
extern const size_t command_count;

/* The command of this name, or NULL. */
const Command *command_find(const char *name);
/* Runs what the command line asks for. */
Status command_run(const Options *options);

/* Names of all commands. */
NameAt command_name;

/* Each in its own cmd_*.c. */
Status cmd_browse(const Options *options, size_t first);
Status cmd_show(const Options *options, size_t first);
Status cmd_check(const Options *options, size_t first);
Status cmd_search(const Options *options, size_t first);
Status cmd_export(const Options *options, size_t first);
Status cmd_import(const Options *options, size_t first);
Status cmd_help(const Options *options, size_t first);
NameAt check_format_name, search_format_name, export_format_name;
/* The help of one command; NULL: of the program. */
Status help_print(const Command *command);
Status version_print(void);

/* What each status means, for the manual, which is English only. */
extern const char *const status_meanings[STATUS_COUNT];

#endif
