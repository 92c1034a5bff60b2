/* budgettui-config(5), the manual page of the configuration, from its tables of fields. */
#include <string.h>

#include "cli/config_names.h"
#include "docgen.h"
#include "docgen_fields.h"
#include "docgen_mdoc.h"
#include "yaml/config.h"

static const char *const head[] = {
    ".Dd November 23, 2026",
    ".Dt BUDGETTUI-CONFIG 5",
    ".Os",
    ".Sh NAME",
    ".Nm budgettui-config",
    ".Nd configuration of budgettui",
    ".Sh DESCRIPTION",
    "What",
    ".Xr budgettui 1",
    "does by itself can be changed in a YAML file in UTF-8.",
    "The file may be missing, and every key of it.",
    ".Ic budgettui --print-config",
    "prints one that holds the defaults, with comments.",
    ".Pp",
    "Each mistake in the file is reported with its line at the start,",
    "and the program ends with the status 2.",
    ".Sh MAPPINGS",
    NULL,
};

static const char *const actions[] = {
    ".Ss Actions",
    "These can stand in",
    ".Cm keys .",
    "A key is a character;",
    ".Li \\(ha",
    "and a letter, typed with Control; one of",
    ".Li Up , Down , Left , Right , Home , End , PgUp , PgDn , Enter , Tab , Shift-Tab ,",
    ".Li Backspace , Delete , Esc , Space ,",
    ".Li F1",
    "to",
    ".Li F12 ;",
    "or two characters that are typed one after the other.",
    "A usual key of another action gives way;",
    "one key for two actions of the same view is a mistake.",
    ".Bl -tag -width Ds -compact",
    NULL,
};

static const char *const styles[] = {
    ".Ss Styles",
    "These can stand in",
    ".Cm colors .",
    "What has no words there looks as the program finds best for the terminal.",
    ".Bl -tag -width Ds -compact",
    NULL,
};

static const char *const files[] = {
    ".Sh FILES",
    ".Bl -tag -width Ds",
    ".It Pa $XDG_CONFIG_HOME/budgettui/config.yaml",
    "The configuration; without",
    ".Ev XDG_CONFIG_HOME ,",
    "or where it is no absolute path, it is",
    ".Pa ~/.config/budgettui/config.yaml .",
    "The option",
    ".Fl \\-config",
    "names another file, and",
    ".Fl \\-no-config",
    "reads none.",
    ".El",
    ".Sh EXAMPLES",
    "A browser as its user likes it;",
    "rules of presence and form are left out,",
    "figures may be off by one in their last digit,",
    "and there are two rules of the user's own:",
    ".Bd -literal",
    NULL,
};

static const char *const foot[] = {
    ".Ed",
    ".Sh SEE ALSO",
    ".Xr budgettui 1 ,",
    ".Xr budgettui 5 ,",
    ".Xr budgettui-checks 7",
    NULL,
};

/* Words of YAML, of which mdoc takes nothing for its own. */
static void write_words(FILE *out, const char *words) {
  static const struct {
    char character;
    const char *written;
  } own[] = {{'"', "\\(dq"}, {'\\', "\\e"}, {'\'', "\\(aq"}, {'^', "\\(ha"}, {'`', "\\(ga"}};
  for (; *words; words++) {
    size_t i = 0;
    while (i < sizeof own / sizeof *own && own[i].character != *words)
      i++;
    if (i < sizeof own / sizeof *own)
      fputs(own[i].written, out);
    else
      fputc(*words, out);
  }
}

static void write_names(FILE *out, const FieldNames *names) {
  Str words = STR_EMPTY;
  for (size_t i = 0; i < names->words.count; i++) {
    fprintf(out, ".It Cm %s", names->words.words[i].name);
    str_clear(&words);
    if (names->standard) {
      names->standard(i, &words);
      fputs(" : Li ", out);
      write_words(out, words.data);
    }
    fputc('\n', out);
    mdoc_sentence(out, names->words.words[i].meaning);
  }
  fputs(".El\n", out);
  str_free(&words);
}

void docgen_config(FILE *out) {
  NamesOfConfig names;
  config_names_open(&names, NULL, NULL, NULL);
  mdoc_lines(out, head);
  for (size_t i = 0; i < config_type_count; i++)
    mdoc_mapping(out, config_types[i], names.fields);
  mdoc_lines(out, actions);
  write_names(out, &names.fields[CONFIG_ACTIONS]);
  mdoc_lines(out, styles);
  write_names(out, &names.fields[CONFIG_STYLES]);
  config_names_close(&names);
  mdoc_lines(out, files);
  mdoc_literal(out, config_example);
  mdoc_lines(out, foot);
}
