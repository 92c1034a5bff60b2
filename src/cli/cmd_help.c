#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/names.h"
#include "cli/parts.h"
#include "export/format.h"
#include "text/width.h"
#include "text/wrap.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION VERSION
#endif

enum { HELP_WIDTH = 80, INDENT = 2, GAP = 2 };

static size_t width_of(const char *text) { return width_text(text, strlen(text)); }

/* From a column on, where the first line has begun. */
static void add_wrapped(Str *out, size_t column, const char *text) {
  size_t length = strlen(text), next;
  for (size_t at = 0; at < length; at += next) {
    if (at)
      str_add_fill(out, ' ', column);
    str_add(out, text + at, wrap_line(text + at, length - at, HELP_WIDTH - column, &next));
    str_add_char(out, '\n');
  }
}

/* "  left  meaning", the meaning in a column of its own. */
static void add_entry(Str *out, const char *left, size_t left_width, const char *meaning) {
  str_add_fill(out, ' ', INDENT);
  str_add_text(out, left);
  str_add_fill(out, ' ', left_width - width_of(left) + GAP);
  add_wrapped(out, INDENT + left_width + GAP, meaning);
}

static void add_usage(Str *out, const Command *command) {
  bool browse = command == &command_list[0];
  str_printf(out, "budgettui %s%s%s %s\n", browse ? "" : command->name, browse ? "" : " ",
             _("[OPTION]..."), command->operands);
}

static void add_commands(Str *out) {
  size_t widest = 0;
  for (size_t i = 0; i < command_count; i++)
    if (strlen(command_list[i].name) > widest)
      widest = strlen(command_list[i].name);
  str_printf(out, "\n%s\n", _("Commands:"));
  for (size_t i = 0; i < command_count; i++)
    add_entry(out, command_list[i].name, widest, _(command_list[i].summary));
}

static void write_option(Str *out, const OptionInfo *info) {
  str_clear(out);
  if (info->letter)
    str_printf(out, "-%c, ", info->letter);
  else
    str_add_text(out, "    ");
  str_printf(out, "--%s%s%s", info->name, info->argument ? "=" : "",
             info->argument ? info->argument : "");
}

/* What the option means for all commands, or for one, which takes certain formats alone. */
static void write_meaning(Str *out, const OptionInfo *info, const Command *command) {
  str_clear(out);
  if (!command || !command->formats || strcmp(info->name, "format")) {
    str_add_text(out, _(info->meaning));
    return;
  }
  str_add_text(out, _("what is written: "));
  for (size_t i = 0; command->formats(i); i++)
    str_printf(out, "%s%s", i ? ", " : "", command->formats(i));
}

static void add_options(Str *out, const Command *command) {
  Str left = STR_EMPTY, meaning = STR_EMPTY;
  size_t widest = 0;
  for (size_t i = 0; i < option_count; i++) {
    write_option(&left, &option_list[i]);
    widest = left.length > widest ? left.length : widest;
  }
  str_printf(out, "\n%s\n", _("Options:"));
  for (size_t i = 0; i < option_count; i++)
    if (!command || option_list[i].commands & command->bit) {
      write_option(&left, &option_list[i]);
      write_meaning(&meaning, &option_list[i], command);
      add_entry(out, left.data, widest, meaning.data);
    }
  str_free(&left);
  str_free(&meaning);
}

static void add_parts(Str *out) {
  Str left = STR_EMPTY;
  size_t widest = 0;
  for (int i = 0; i < PART_COUNT; i++)
    if (strlen(part_info(i)->name) > widest)
      widest = strlen(part_info(i)->name);
  widest += strlen(" [N]");
  str_printf(out, "\n%s\n", _("What to show (N is the number of an annex):"));
  for (int i = 0; i < PART_COUNT; i++) {
    str_clear(&left);
    str_add_text(&left, part_info(i)->name);
    if (part_info(i)->number)
      str_add_text(&left, i == TEXT_ANNEX ? " N" : " [N]");
    add_entry(out, left.data, widest, _(part_info(i)->meaning));
  }
  str_free(&left);
}

static void add_formats(Str *out) {
  size_t widest = 0;
  for (size_t i = 0; i < format_count; i++)
    if (strlen(format_list[i].name) > widest)
      widest = strlen(format_list[i].name);
  str_printf(out, "\n%s\n", _("Formats to export to:"));
  for (size_t i = 0; i < format_count; i++)
    add_entry(out, format_list[i].name, widest, _(format_list[i].meaning));
}

static Status print(Str *out) {
  bool failed = fputs(out->data, stdout) == EOF;
  str_free(out);
  return fflush(stdout) || failed ? message_output() : STATUS_OK;
}

Status help_print(const Command *command) {
  Str out = STR_EMPTY;
  str_printf(&out, "%s ", _("Usage:"));
  for (size_t i = 0; i < command_count; i++) {
    if (command && command != &command_list[i])
      continue;
    if (i && !command)
      str_add_fill(&out, ' ', width_of(_("Usage:")) + 1);
    add_usage(&out, &command_list[i]);
  }
  const char *summary =
      command ? command->summary : N_("A terminal browser for Chinese departmental budgets.");
  str_add_char(&out, '\n');
  add_wrapped(&out, 0, _(summary));
  if (!command)
    add_commands(&out);
  add_options(&out, command);
  if (!command || command->bit == FOR_SHOW)
    add_parts(&out);
  if (!command || command->bit == FOR_EXPORT)
    add_formats(&out);
  str_add_char(&out, '\n');
  if (!command || command->bit == FOR_BROWSE)
    str_printf(&out, "%s\n", _("Without a file, the sample is opened."));
  if (!command || (command->files && command->bit != FOR_IMPORT))
    str_printf(&out, "%s\n", _("'-' is standard input."));
  str_printf(&out, "%s\n", _("See budgettui(1)."));
  return print(&out);
}

Status version_print(void) {
  Str out = STR_EMPTY;
  str_printf(&out, "budgettui %s\n%s\n", PACKAGE_VERSION, _("Licence: MIT"));
  return print(&out);
}

Status cmd_help(const Options *options, size_t first) {
  if (options->operand_count > first + 1)
    return message_usage(_("too many operands, from '%s' on"), options->operands[first + 1]);
  if (options->operand_count == first)
    return help_print(NULL);
  const char *name = options->operands[first];
  const Command *command = command_find(name);
  return command ? help_print(command)
                 : names_unknown(command_name, "", name, _("there is no command '%s'%s"));
}
