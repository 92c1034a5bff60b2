/* budgettui-config(5), the manual page of the configuration, from its tables of fields. */
#include <string.h>

#include "docgen.h"
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
    "Rules of presence and form are left out,",
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

static void type_of_field(FILE *out, const Field *field) {
  switch (field->type) {
  case FIELD_TEXT: fputs("text", out); break;
  case FIELD_INTEGER: fprintf(out, "whole number, %d to %d", field->least, field->most); break;
  case FIELD_WORD: fputs("word", out); break;
  case FIELD_NAMES: fputs("list of names", out); break;
  case FIELD_MAPPING: fprintf(out, "mapping: %s", field->of->name); break;
  case FIELD_LIST: fprintf(out, "list: %s", field->of->name); break;
  default: break; /* of documents only */
  }
}

/* The words of a short vocabulary stand with the field. */
static void words_of_field(FILE *out, const Field *field) {
  enum { SHORT = 8 };
  if (field->type != FIELD_WORD || field->words->count > SHORT)
    return;
  bool begun = false;
  fputs("One of\n", out);
  for (size_t i = 0; i < field->words->count; i++) {
    const Word *word = &field->words->words[i];
    if (!*word->name)
      continue;
    fprintf(out, "%s.Li %s\n.Pq %s", begun ? " ,\n" : "", word->name, word->meaning);
    begun = true;
  }
  fputs(" .\n", out);
}

static void mapping(FILE *out, const MappingType *type) {
  fprintf(out, ".Ss %c%s\n", type->name[0] - 'a' + 'A', type->name + 1);
  mdoc_prose(out, type->meaning);
  fputs(".Bl -tag -width Ds\n", out);
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    fprintf(out, ".It Cm %s Pq ", field->name);
    type_of_field(out, field);
    fputs(field->required ? ", required\n" : "\n", out);
    mdoc_prose(out, field->meaning);
    words_of_field(out, field);
    if (field->standard)
      fprintf(out, "Default: %s.\n", field->standard);
  }
  fputs(".El\n", out);
}

void docgen_config(FILE *out) {
  mdoc_lines(out, head);
  for (size_t i = 0; i < config_type_count; i++)
    mapping(out, config_types[i]);
  mdoc_lines(out, files);
  mdoc_lines(out, config_example);
  mdoc_lines(out, foot);
}
