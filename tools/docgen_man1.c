/* budgettui(1), the manual page of the program, from its tables of commands, options, parts to
 * show, keys and statuses. */
#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "base/str.h"
#include "cli/commands.h"
#include "cli/parts.h"
#include "docgen.h"
#include "docgen_limits.h"
#include "docgen_man1.h"
#include "docgen_mdoc.h"
#include "export/format.h"
#include "view/action.h"
#include "view/command.h"
#include "view/help.h"

static void list(FILE *out) { fputs(".Bl -tag -width Ds\n", out); }

static void end(FILE *out) { fputs(".El\n", out); }

/* What a command's operands are: "[FILE|DIRECTORY]... -f FORMAT". */
static void add_operands(Str *line, const char *operands) {
  static const struct {
    const char *sign, *written;
  } signs[] = {{"[", "Oo "}, {"]", "Oc "}, {"|", "| "}, {"...", "... "}, {" ", ""}};
  while (*operands) {
    size_t i = 0, length = strcspn(operands, "[]|. ");
    while (!length && strncmp(operands, signs[i].sign, strlen(signs[i].sign)) != 0)
      i++;
    if (!length)
      str_add_text(line, signs[i].written);
    else if (*operands == '-')
      str_printf(line, "Fl %.*s ", (int)length - 1, operands + 1);
    else
      str_printf(line, "Ar %.*s ", (int)length, operands);
    operands += length ? length : strlen(signs[i].sign);
  }
}

static void synopsis(FILE *out) {
  Str line = STR_EMPTY;
  for (size_t i = 0; i < command_count; i++) {
    const Command *command = &command_list[i];
    str_clear(&line);
    add_operands(&line, command->operands);
    fputs(".Nm\n", out);
    if (i)
      fprintf(out, ".Cm %s\n", command->name);
    fprintf(out, ".Op Ar OPTION ...\n.%.*s\n", (int)line.length - 1, line.data);
  }
  str_free(&line);
}

static void commands(FILE *out) {
  static const char *const introduction[] = {".Pp", "The commands are:", NULL};
  mdoc_lines(out, introduction);
  list(out);
  for (size_t i = 0; i < command_count; i++) {
    fprintf(out, ".It Cm %s\n", command_list[i].name);
    mdoc_sentence(out, command_list[i].summary);
  }
  end(out);
}

/* A name of "a , b and c .", behind a macro; `left` come after it. */
static void name_in_list(FILE *out, const char *name, size_t left) {
  fputs(name, out);
  fputs(left > 1 ? mdoc_say(" ,\n.Cm ") : left ? mdoc_say("\nand\n.Cm ") : mdoc_say(" .\n"), out);
}

/* "Only for a , b and c ." */
static void only_for(FILE *out, unsigned bits) {
  size_t count = 0, left;
  for (size_t i = 0; i < command_count; i++)
    count += (command_list[i].bit & bits) != 0;
  if (count == command_count)
    return;
  left = count;
  fprintf(out, "%s\n.Cm ", mdoc_say("Only for"));
  for (size_t i = 0; i < command_count; i++)
    if (command_list[i].bit & bits)
      name_in_list(out, command_list[i].name, --left);
}

static void options(FILE *out) {
  static const char *const introduction[] = {".Pp", "The options are:", NULL};
  mdoc_lines(out, introduction);
  list(out);
  for (size_t i = 0; i < option_count; i++) {
    const OptionInfo *info = &option_list[i];
    fputs(".It ", out);
    if (info->letter)
      fprintf(out, "Fl %c%s%s , ", info->letter, info->argument ? " Ar " : "",
              info->argument ? info->argument : "");
    fprintf(out, "Fl \\-%s", info->name);
    fprintf(out, info->argument ? " Ns = Ns Ar %s\n" : "\n", info->argument);
    mdoc_sentence(out, info->meaning);
    only_for(out, info->commands);
  }
  end(out);
}

static void parts(FILE *out) {
  static const char *const introduction[] = {
      ".Ss What to show",
      ".Cm show",
      "prints aligned text, one line for each row, to any kind of output.",
      ".Ar WHAT",
      "is one of the following, and",
      ".Ar N",
      "the number of an annex.",
      "Without",
      ".Ar WHAT",
      "it is the overview or, with",
      ".Fl \\-code ,",
      "every tree in which the account stands.",
      "Behind a figure,",
      ".Dq Li ≈",
      "says that it differs within rounding from what it should be,",
      ".Dq Li ✗",
      "that it does not hold together with others; the part",
      ".Cm checks",
      "tells why.",
      "The checks take a fifth of the time that reading takes.",
      NULL,
  };
  mdoc_lines(out, introduction);
  list(out);
  for (int i = 0; i < PART_COUNT; i++) {
    const TextPartInfo *info = part_info(i);
    fprintf(out, ".It Cm %s%s\n", info->name,
            !info->number ? "" : i == TEXT_ANNEX ? " Ar N" : " Op Ar N");
    mdoc_sentence(out, info->meaning);
  }
  end(out);
}

static void formats(FILE *out) {
  static const char *const introduction[] = {
      ".Ss Formats to export to",
      ".Cm export",
      "writes a document in the format that",
      ".Fl \\-format",
      "names, or else the ending of",
      ".Fl \\-output :",
      NULL,
  };
  mdoc_lines(out, introduction);
  list(out);
  for (size_t i = 0; i < format_count; i++) {
    fprintf(out, ".It Cm %s\n", format_list[i].name);
    mdoc_sentence(out, format_list[i].meaning);
  }
  end(out);
  fputs(".Pp\n", out);
  mdoc_lines(out, man1_exporting);
  mdoc_lines(out, man1_importing);
}

/* A key's name, of which troff takes nothing for its own. */
static void key(FILE *out, Key value) {
  static const struct {
    char character;
    const char *written;
  } own[] = {{'\\', "\\e"}, {'\'', "\\(aq"}, {'^', "\\(ha"}, {'`', "\\(ga"}};
  Str name = STR_EMPTY;
  key_write(&name, value);
  const char *rest = name.data;
  if (ispunct((unsigned char)*rest))
    fputs("\\&", out);
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (*rest == own[i].character) {
      fputs(own[i].written, out);
      rest++;
      break;
    }
  fputs(rest, out);
  str_free(&name);
}

static void action(FILE *out, const ActionInfo *info) {
  fputs(".It", out);
  for (size_t i = 0; i < ACTION_KEYS && info->keys[i]; i++) {
    fputs(i ? " , Li " : " Li ", out);
    key(out, info->keys[i]);
  }
  fputc('\n', out);
  mdoc_sentence(out, info->help);
}

static void keys(FILE *out) {
  static const char *const introduction[] = {
      ".Sh KEYS",
      "The key",
      ".Li \\&?",
      "lists those of the view that is open.",
      "A key written with",
      ".Li \\(ha",
      "is typed with Control.",
      NULL,
  };
  mdoc_lines(out, introduction);
  for (int group = 0; group < GROUP_COUNT; group++) {
    mdoc_subsection(out, action_group_title((ActionGroup)group));
    list(out);
    for (size_t i = 0; i < action_list_count; i++)
      if (action_list[i].group == (ActionGroup)group)
        action(out, &action_list[i]);
    end(out);
  }
}

/* The names of keys, or translated, by the program's catalogue alone, what is done with the mouse. */
static void habit_keys(FILE *out, const char *keys) {
  fputs(".It Li ", out);
  for (const char *at = _(keys); *at; at++)
    if (*at == '^')
      fputs("\\(ha", out);
    else
      fputc(*at, out);
  fputc('\n', out);
}

/* What is done while one types, and with the mouse. */
static void habits(FILE *out) {
  for (size_t i = 0; i < habit_count; i++) {
    const Habit *habit = &habit_list[i];
    if (habit->heading && i)
      end(out);
    if (habit->heading) {
      mdoc_subsection(out, habit->heading);
      list(out);
    }
    habit_keys(out, habit->keys);
    mdoc_sentence(out, habit->meaning);
  }
  end(out);
}

static void named_commands(FILE *out, const ShellCommand *info) {
  for (; info->name; info++) {
    bool sign = ispunct((unsigned char)info->name[strlen(info->name) - 1]);
    fprintf(out, ".It Cm %s%s", info->name, sign ? "\\&" : "");
    fprintf(out, info->argument ? " Ar %s\n" : "\n", info->argument);
    mdoc_sentence(out, info->meaning);
  }
}

/* The `:` prompt. */
static void typed_commands(FILE *out) {
  static const char *const introduction[] = {
      ".Sh COMMANDS",
      "The key",
      ".Li \\&:",
      "asks for a command, which Tab completes.",
      "Up and down bring back earlier ones, Esc leaves.",
      "A name that only one command begins with need not be typed whole.",
      ".Bl -tag -width Ds",
      ".It Ar CODE",
      "The account with this code.",
      "The accounts whose codes begin with it are listed, with their annexes;",
      "up and down choose one.",
      NULL,
  };
  static const char *const names[] = {
      ".Pp",
      "The name of an action does what its key does:",
      NULL,
  };
  mdoc_lines(out, introduction);
  named_commands(out, shell_commands);
  named_commands(out, browser_commands);
  end(out);
  mdoc_lines(out, names);
  fputs(".Cm ", out);
  for (size_t i = 0; i < action_list_count; i++)
    name_in_list(out, action_list[i].name, action_list_count - 1 - i);
}

static void statuses(FILE *out) {
  mdoc_section(out, "EXIT STATUS");
  list(out);
  for (int i = 0; i < STATUS_COUNT; i++) {
    fprintf(out, ".It %d\n", i);
    mdoc_prose(out, status_meanings[i]);
  }
  end(out);
}

void docgen_man1(FILE *out) {
  mdoc_lines(out, man1_head);
  synopsis(out);
  mdoc_lines(out, man1_description);
  commands(out);
  options(out);
  parts(out);
  mdoc_lines(out, man1_searching);
  formats(out);
  keys(out);
  habits(out);
  typed_commands(out);
  docgen_limits(out);
  mdoc_lines(out, man1_terminal);
  mdoc_lines(out, man1_environment);
  statuses(out);
  mdoc_lines(out, man1_tail);
}
