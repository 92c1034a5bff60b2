/* budgettui(1), the manual page of the program, from its tables of commands, options, parts to
 * show, keys and statuses. */
#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "cli/commands.h"
#include "cli/parts.h"
#include "docgen.h"
#include "docgen_mdoc.h"
#include "export/format.h"
#include "view/action.h"
#include "view/browser_command.h"

static const char *const head[] = {
    ".Dd November 23, 2026",
    ".Dt BUDGETTUI 1",
    ".Os",
    ".Sh NAME",
    ".Nm budgettui",
    ".Nd browse Chinese departmental budgets in a terminal",
    ".Sh SYNOPSIS",
    NULL,
};

static const char *const description[] = {
    ".Sh DESCRIPTION",
    ".Nm",
    "opens a published departmental budget, a document in the format of",
    ".Xr budgettui 5 :",
    "its annex tables, the trees of its functional and economic classifications,",
    "the three public expenses beside the performance targets, and its narrative.",
    ".Pp",
    "Without",
    ".Ar FILE",
    "it opens the sample that comes with it.",
    "A",
    ".Ar FILE",
    "of",
    ".Sq \\-",
    "is standard input; the keys then come from the terminal itself.",
    "A file whose name is that of a command is named with its directory,",
    ".Pa ./show .",
    ".Pp",
    "Several files, or a",
    ".Ar DIRECTORY ,",
    "open a list of them: office, year, stage, total income and expenditure, and",
    "what the checks found in small documents.",
    "A directory stands for the files in it, not those in directories below, whose",
    "names end in",
    ".Pa .yaml",
    "or",
    ".Pa .yml",
    "and do not begin with a point; symbolic links are followed, and a file that is",
    "named twice is listed once.",
    "Enter opens a file, and",
    ".Ic q",
    "returns to the list; a file that cannot be read is listed with its fault.",
    ".Pp",
    "Money is exact.",
    "A converted figure is marked",
    ".Sq * ;",
    "a digit that the printed figure does not support is written",
    ".Sq _ .",
    "A sum that no table prints is marked",
    ".Sq + .",
    "A blank cell, 0, \\(en and / are four different things.",
    NULL,
};

static const char *const searching[] = {
    ".Ss Searching files",
    ".Cm search",
    "prints a line for each row, title, line of targets, heading and paragraph",
    "in which",
    ".Ar TERM",
    "is found: its annex or section, its row, code, name and amounts;",
    "before it the name of the file, where there are several.",
    "As with",
    ".Xr grep 1 ,",
    "the status is 1 when nothing is found.",
    "A file that cannot be read is passed over, and the status is then 3.",
    ".Pp",
    "Texts are compared whatever their width, case and spaces.",
    "Digits find the accounts whose code begins with them,",
    "and the texts that hold them;",
    "a number with a decimal point or separators finds the cells",
    "with that amount, too.",
    ".Fl \\-in",
    "keeps to codes, to",
    ".Cm name ,",
    "what rows are called, or to",
    ".Cm text ,",
    "all other texts.",
    ".Pp",
    "With",
    ".Fl E",
    "the",
    ".Ar TERM",
    "is a regular expression with the signs",
    ".Li \\&. \\&[] * + \\&? {m,n} \\&| \\&() \\(ha $",
    "as in",
    ".Xr regex 7 .",
    "It is compared with the text without its spaces,",
    "so that a space in it stands for nothing, and",
    ".Li \\(ha",
    "and",
    ".Li $",
    "are the ends of a cell, a heading, a paragraph or a code.",
    "A backslash takes the meaning from a sign; there are no back references.",
    "The time it takes grows with the text and with the expression, and no faster.",
    ".Pp",
    "With",
    ".Fl p ,",
    "as always in the browser, letters of the",
    ".Ar TERM",
    "also stand for Chinese characters by how they are read, without tones:",
    "each for its initial, or whole readings, or both mixed,",
    "the last one as far as it is typed.",
    "Every reading of a character counts;",
    ".Li \\[u00FC]",
    "is typed",
    ".Li v",
    "or",
    ".Li u .",
    "Brackets, quotation marks and the like inside a name are passed over.",
    ".Pp",
    "Formats are",
    ".Cm text ,",
    ".Cm json ,",
    "a list of objects with amounts as exact decimals in texts, and",
    ".Cm csv .",
    NULL,
};

static const char *const environment[] = {
    ".Sh ENVIRONMENT",
    ".Bl -tag -width Ds",
    ".It Ev LANG , LANGUAGE , LC_ALL , LC_MESSAGES",
    "The language of messages: English or Chinese.",
    "The locale need not be installed.",
    ".It Ev NO_COLOR",
    "When set and not empty, no colours are used unless",
    ".Fl \\-color Ns = Ns Cm always",
    "is given.",
    ".It Ev TERM",
    "The type of the terminal.",
    ".It Ev BUDGETTUI_DATADIR",
    "Where the sample is, instead of where it was installed.",
    ".It Ev BUDGETTUI_LOCALEDIR",
    "Where the translations are, instead of where they were installed.",
    ".El",
    ".Sh FILES",
    ".Bl -tag -width Ds",
    ".It Pa $XDG_CONFIG_HOME/budgettui/config.yaml , ~/.config/budgettui/config.yaml",
    "The configuration, see",
    ".Xr budgettui-config 5 .",
    ".It Pa $XDG_STATE_HOME/budgettui/history , ~/.local/state/budgettui/history",
    "What was typed at the prompts of the browser, readable by its owner only;",
    "several runs at once add to it.",
    "The setting",
    ".Cm history",
    "of the configuration switches it off.",
    ".It Pa jiulongpo-zhengwuban-2023.yaml",
    "The sample, in the directory",
    ".Pa budgettui",
    "of the installation's data.",
    ".It Pa budgettui-1.schema.json",
    "The JSON Schema of the format, for editors, in the same directory.",
    ".It Pa budgettui-export-1.schema.json",
    "The JSON Schema of the export to",
    ".Cm json ,",
    "in the same directory.",
    ".El",
    NULL,
};

static const char *const tail[] = {
    ".Sh EXAMPLES",
    "Browse a budget, opened at an account:",
    ".Pp",
    ".Dl budgettui --code 2010301 budget.yaml",
    ".Pp",
    "Print an annex with long lines, to be scrolled sideways:",
    ".Pp",
    ".Dl budgettui show budget.yaml annex 13 | less -S",
    ".Pp",
    "Everything about one account:",
    ".Pp",
    ".Dl budgettui show budget.yaml -c 30201",
    ".Pp",
    "One line of a tree, by its code:",
    ".Pp",
    ".Dl budgettui show budget.yaml functional | grep '^ *20805'",
    ".Pp",
    "The highest level only, in yuan:",
    ".Pp",
    ".Dl budgettui show --depth 1 --unit yuan budget.yaml government-economic",
    ".Pp",
    "Every account of training in many budgets:",
    ".Pp",
    ".Dl budgettui search -E '\\(ha(培训费|干部教育)$' --in name *.yaml",
    ".Pp",
    "An annex for a spreadsheet:",
    ".Pp",
    ".Dl budgettui export budget.yaml -f csv --bom --annex 2 -o annex2.csv",
    ".Sh SEE ALSO",
    ".Xr grep 1 ,",
    ".Xr less 1 ,",
    ".Xr budgettui 5 ,",
    ".Xr budgettui-config 5",
    NULL,
};

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

static const char *const exporting[] = {
    "With",
    ".Fl \\-output",
    "the file appears only when all of it is safely written;",
    "whatever goes wrong before, a full disk or a signal, leaves nothing behind.",
    "A file that exists is replaced only with",
    ".Fl \\-force ,",
    "a directory only if it holds nothing but a data package.",
    "Without",
    ".Fl \\-output",
    "it goes to standard output; a terminal there gets no control characters.",
    ".Pp",
    ".Cm csv",
    "follows RFC 4180 and is UTF-8.",
    "Amounts are exact decimals as printed, without thousands separators.",
    "A blank is an empty field, a dash or slash stands as printed,",
    "and a cell that continues the one above repeats its text.",
    "With",
    ".Fl \\-annex",
    "the headings over a column are joined by",
    ".Dq Li \" / \" ,",
    "and panels stand side by side.",
    "Without it there is one line for each amount and each number:",
    "annex, row, code, name, column, role, amount, unit.",
    "A number that is no money has no unit.",
    "A text is written as it is,",
    "even if a spreadsheet takes it for a formula because it begins with",
    ".Li = ,",
    ".Li + ,",
    ".Li \\-",
    "or",
    ".Li @ ;",
    "for documents that are not trusted",
    ".Fl \\-no\\-formulas",
    "puts an apostrophe before such texts.",
    ".Pp",
    ".Cm json",
    "has the fields of",
    ".Xr budgettui 5",
    "under their names.",
    "What a document may leave out, such as roles, totals and units, is said.",
    "A cell is null for a blank, a string for a text, or an object:",
    ".Li {\\(dqamount\\(dq: \\(dq2246.51\\(dq, \\(dqyuan\\(dq: \\(dq22465100.00\\(dq}",
    "as printed and in yuan,",
    ".Li {\\(dqnumber\\(dq: \\(dq20\\(dq} ,",
    ".Li {\\(dqmark\\(dq: \\(dq/\\(dq}",
    "or",
    ".Li {\\(dqmerged\\(dq: \\(dqTEXT\\(dq} ,",
    "which continues the cell above.",
    "Amounts are strings, since many readers of JSON know only binary fractions.",
    "The trees of accounts follow; an account that no table prints has",
    ".Li \\(dqprinted\\(dq: false ,",
    "a sum that no table prints",
    ".Li \\(dqderived\\(dq: true .",
    ".Pp",
    ".Cm yaml",
    "reads back to an equal document.",
    "Comments and thousands separators are not kept.",
    ".Pp",
    ".Cm datapackage",
    "is a Tabular Data Package with the column types of the Fiscal Data Package:",
    "the long table as",
    ".Pa amounts.csv ,",
    "each annex as printed,",
    "and for each classification a table of its accounts in yuan, with fiscal year,",
    "phase",
    ".Pq budgeted or final ,",
    "direction, and whether a line is the sum of others of the same annex.",
    NULL,
};

static void formats(FILE *out) {
  static const char *const introduction[] = {
      ".Ss Formats to export to",
      ".Cm export",
      "writes a document in the format that",
      ".Fl \\-format",
      "names:",
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
  mdoc_lines(out, exporting);
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
  for (size_t i = 0; i < browser_command_count; i++) {
    const BrowserCommand *info = &browser_commands[i];
    bool sign = ispunct((unsigned char)info->name[strlen(info->name) - 1]);
    fprintf(out, ".It Cm %s%s", info->name, sign ? "\\&" : "");
    fprintf(out, info->argument ? " Ar %s\n" : "\n", info->argument);
    mdoc_sentence(out, info->meaning);
  }
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
  mdoc_lines(out, head);
  synopsis(out);
  mdoc_lines(out, description);
  commands(out);
  options(out);
  parts(out);
  mdoc_lines(out, searching);
  formats(out);
  keys(out);
  typed_commands(out);
  mdoc_lines(out, environment);
  statuses(out);
  mdoc_lines(out, tail);
}
