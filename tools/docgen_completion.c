/* Completion of the command line in bash and in zsh, from the tables of commands and options. */
#include <string.h>

#include "base/str.h"
#include "cli/commands.h"
#include "docgen.h"

static const char *const header[] = {
    "# Completion of budgettui's command line; made from the program's tables.", NULL};

static void lines(FILE *out, const char *const *all) {
  for (; *all; all++)
    fprintf(out, "%s\n", *all);
}

/* The endings of a command's files, between what a shell's pattern is made of. */
static void files(FILE *out, const char *before, unsigned endings, const char *behind) {
  Str written = STR_EMPTY;
  endings_write(&written, endings, "|");
  fprintf(out, "%s%s%s", before, written.data, behind);
  str_free(&written);
}

static void names(FILE *out, NameAt *name_at, const char *separator) {
  for (size_t i = 0; name_at && name_at(i); i++)
    fprintf(out, "%s%s", i ? separator : "", name_at(i));
}

static bool takes_file(const OptionInfo *info) {
  return info->argument && !strcmp(info->argument, "FILE");
}

/* KEY=VALUE: what is proposed are the keys. */
static bool takes_pair(const OptionInfo *info) {
  return info->argument && strchr(info->argument, '=');
}

static bool takes_format(const OptionInfo *info) {
  return info->argument && !strcmp(info->argument, "FORMAT");
}

/* ------------------------------------------------------------------ bash */

/* "*:--color)", with the short form beside it. */
static void bash_pattern(FILE *out, const char *command, const OptionInfo *info) {
  fprintf(out, "    %s:--%s", command, info->name);
  if (info->letter)
    fprintf(out, " | %s:-%c", command, info->letter);
  fputs(") ", out);
}

static void bash_values(FILE *out, const char *command, const OptionInfo *info, NameAt *values) {
  bash_pattern(out, command, info);
  if (takes_file(info))
    fputs("_budgettui_files '*'; ", out);
  if (values && takes_pair(info)) {
    fputs("compopt -o nospace 2>/dev/null; _budgettui_words '", out);
    names(out, values, "= ");
    fputs("='; ", out);
  } else if (values) {
    fputs("_budgettui_words '", out);
    names(out, values, " ");
    fputs("'; ", out);
  }
  fputs("return ;;\n", out);
}

static void bash_option(FILE *out, const OptionInfo *info) {
  for (size_t i = 0; takes_format(info) && i < command_count; i++)
    if (command_list[i].formats)
      bash_values(out, command_list[i].name, info, command_list[i].formats);
  if (info->argument && !takes_format(info))
    bash_values(out, "*", info, info->values);
}

static void bash_options(FILE *out, const Command *command) {
  fprintf(out, "      %s) _budgettui_words '", command->name);
  const char *separator = "";
  for (size_t i = 0; i < option_count; i++)
    if (option_list[i].commands & command->bit) {
      fprintf(out, "%s--%s", separator, option_list[i].name);
      separator = " ";
    }
  fputs("' ;;\n", out);
}

static void bash_operands(FILE *out, const Command *command) {
  fprintf(out, "    %s) ", command->name);
  if (command->words) {
    fputs("_budgettui_words '", out);
    names(out, command->words, " ");
    fputs("'; ", out);
  }
  if (command->files)
    files(out, "_budgettui_files '*.@(", command->files, ")' ");
  fputs(";;\n", out);
}

void docgen_completion_bash(FILE *out) {
  static const char *const functions[] = {
      "_budgettui_words() {",
      "  COMPREPLY+=($(compgen -W \"$1\" -- \"$word\"))",
      "}",
      "",
      "# Files with such a name, and directories.",
      "_budgettui_files() {",
      "  local name",
      "  compopt -o filenames 2>/dev/null",
      "  while IFS= read -r name; do",
      "    [[ -d $name || $name == $1 ]] && COMPREPLY+=(\"$name\")",
      "  done < <(compgen -f -- \"$word\")",
      "}",
      "",
      "_budgettui() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command=browse i",
      "  COMPREPLY=()",
      "  # \"--color=au\" comes in three words.",
      "  if [[ $word == \"=\" ]]; then",
      "    word=",
      "  elif [[ $option == \"=\" ]]; then",
      "    option=${COMP_WORDS[COMP_CWORD-2]}",
      "  fi",
      "  for ((i = 1; i < COMP_CWORD; i++)); do",
      NULL};
  static const char *const between[] = {
      "  done", "  case $command:$option in", NULL};
  static const char *const options[] = {
      "  esac",
      "  if [[ $word == -* ]]; then",
      "    case $command in",
      NULL};
  static const char *const operands[] = {
      "    esac",
      "    return",
      "  fi",
      "  case $command in",
      NULL};
  lines(out, header);
  lines(out, functions);
  fputs("    case ${COMP_WORDS[i]} in ", out);
  names(out, command_name, " | ");
  fputs(") command=${COMP_WORDS[i]}; break ;; esac\n", out);
  lines(out, between);
  for (size_t i = 0; i < option_count; i++)
    bash_option(out, &option_list[i]);
  lines(out, options);
  for (size_t i = 0; i < command_count; i++)
    bash_options(out, &command_list[i]);
  lines(out, operands);
  for (size_t i = 0; i < command_count; i++)
    bash_operands(out, &command_list[i]);
  fprintf(out, "  esac\n  if ((i == COMP_CWORD)); then\n    _budgettui_words '");
  names(out, command_name, " ");
  fputs("'\n  fi\n}\n\n"
        "complete -F _budgettui budgettui\n",
        out);
}

/* ------------------------------------------------------------------ zsh */

/* A text within single quotes and brackets. */
static void zsh_text(FILE *out, const char *text) {
  for (; *text; text++) {
    if (strchr("[]:\\", *text))
      fputc('\\', out);
    if (*text == '\'')
      fputs("'\\''", out);
    else
      fputc(*text, out);
  }
}

static void zsh_value(FILE *out, const OptionInfo *info, NameAt *values) {
  if (!info->argument)
    return;
  fputc(':', out);
  zsh_text(out, info->argument);
  fputc(':', out);
  if (takes_file(info))
    fputs("_files", out);
  else if (values && takes_pair(info)) {
    fputs("{compadd -S = ", out);
    names(out, values, " ");
    fputc('}', out);
  } else if (values) {
    fputc('(', out);
    names(out, values, " ");
    fputc(')', out);
  } else {
    fputc(' ', out);
  }
}

static void zsh_form(FILE *out, const OptionInfo *info, const char *form, const char *joint,
                     NameAt *values) {
  fprintf(out, "        '%s%s%s[", info->argument ? "*" : "", form, info->argument ? joint : "");
  zsh_text(out, info->meaning);
  fputc(']', out);
  zsh_value(out, info, values);
  fputs("'\n", out);
}

static void zsh_options(FILE *out, const Command *command) {
  fprintf(out, "    %s)\n      options=(\n", command->name);
  for (size_t i = 0; i < option_count; i++) {
    const OptionInfo *info = &option_list[i];
    NameAt *values = takes_format(info) ? command->formats : info->values;
    Str form = STR_EMPTY;
    if (!(info->commands & command->bit))
      continue;
    str_printf(&form, "--%s", info->name);
    zsh_form(out, info, form.data, "=", values);
    if (info->letter)
      zsh_form(out, info, (char[]){'-', info->letter, '\0'}, "+", values);
    str_free(&form);
  }
  fputs("      )", out);
  if (command->words) {
    fputs("\n      wanted=(", out);
    names(out, command->words, " ");
    fputs(")", out);
  }
  if (command->files)
    files(out, "\n      files='*.(", command->files, ")'");
  fputs(" ;;\n", out);
}

void docgen_completion_zsh(FILE *out) {
  static const char *const operands[] = {
      "  esac",
      "  _arguments -s -S $options '*:operand:->operand' && return 0",
      "  [[ $state == operand ]] || return 1",
      "  local result=1",
      "  (($#wanted)) && compadd -- $wanted && result=0",
      "  [[ -n $files ]] && _files -g $files && result=0",
      "  return result",
      "}",
      "",
      "_budgettui \"$@\"",
      NULL};
  fputs("#compdef budgettui\n", out);
  lines(out, header);
  fputs("_budgettui() {\n"
        "  local curcontext=$curcontext state state_descr line command files i\n"
        "  local -a options wanted\n"
        "  local -A opt_args\n"
        "  for ((i = 2; i < CURRENT; i++)); do\n"
        "    case $words[i] in (",
        out);
  names(out, command_name, "|");
  fputs(") command=$words[i]; break ;; esac\n"
        "  done\n"
        "  [[ -n $command ]] || wanted=(",
        out);
  names(out, command_name, " ");
  fputs(")\n  case ${command:-browse} in\n", out);
  for (size_t i = 0; i < command_count; i++)
    zsh_options(out, &command_list[i]);
  lines(out, operands);
}
