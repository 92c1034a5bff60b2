#include "cli/commands.h"

#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/configuration.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/parts.h"

#define BUDGETS (ENDING_DOCUMENT | ENDING_PUBLISHED)

const Command command_list[] = {
    {"browse", "[FILE|DIRECTORY]...",
     N_("open a budget in the browser, or a list of several (what is done without a command)"),
     FOR_BROWSE, cmd_browse, NULL, NULL, BUDGETS},
    {"show", "FILE [WHAT [N]]", N_("print a budget, or a part of it, as aligned text"), FOR_SHOW,
     cmd_show, NULL, part_name, BUDGETS},
    {"check", "FILE|DIRECTORY...", N_("tell whether the figures of budgets hold together"),
     FOR_CHECK, cmd_check, check_format_name, NULL, BUDGETS},
    {"search", "TERM FILE|DIRECTORY...", N_("find codes, names, texts and amounts in budgets"),
     FOR_SEARCH, cmd_search, search_format_name, NULL, BUDGETS},
    {"export", "-f FORMAT FILE", N_("write a budget in the format of another program"), FOR_EXPORT,
     cmd_export, export_format_name, NULL, BUDGETS},
    {"import", "FILE", N_("make a budget document of a published text or PDF"), FOR_IMPORT,
     cmd_import, NULL, NULL, ENDING_PUBLISHED},
    {"help", "[COMMAND]", N_("print help"), FOR_HELP, cmd_help, NULL, command_name, 0},
};
const size_t command_count = sizeof command_list / sizeof *command_list;

const char *const status_meanings[STATUS_COUNT] = {
    [STATUS_OK] = "All is well.",
    [STATUS_NO] = ("The answer is no: there is no such annex, account or table; nothing is found; "
                   "or figures do not hold together."),
    [STATUS_USAGE] = "The command line or the configuration makes no sense.",
    [STATUS_DOCUMENT] = "The document cannot be read, or has errors.",
    [STATUS_SURROUNDINGS] = "The surroundings fail: no terminal, no room to write, no memory left.",
};

const char *command_name(size_t index) {
  return index < command_count ? command_list[index].name : NULL;
}

const Command *command_find(const char *name) {
  int index = names_find(command_name, name);
  return index < 0 ? NULL : &command_list[index];
}

/* Of several operands without a command the first was meant to be one, or they are files. */
static bool is_file(const char *name) {
  return access(name, F_OK) == 0 || strpbrk(name, "./") != NULL;
}

static Status run_configured(const Command *command, const Options *options, size_t first) {
  if (!(command->bit & FOR_DOCUMENTS))
    return command->run(options, first);
  Options configured = *options;
  Settings settings;
  Status status = configuration_open(&configured, &settings);
  configured.settings = &settings;
  if (status == STATUS_OK)
    status = command->run(&configured, first);
  configuration_close(&settings);
  return status;
}

Status command_run(const Options *options) {
  const Command *command = options->operand_count ? command_find(options->operands[0]) : NULL;
  if (options->version)
    return version_print();
  if (options->help)
    return help_print(command);
  if (!command && options->operand_count > 1 && !is_file(options->operands[0]))
    return names_unknown(command_name, "", options->operands[0], _("unknown command '%s'%s"));
  size_t first = command != NULL;
  if (!command)
    command = &command_list[0];
  Status status = options_check(options, command->bit, command->name);
  if (status == STATUS_OK && options->print_config)
    return configuration_print();
  return status == STATUS_OK ? run_configured(command, options, first) : status;
}
