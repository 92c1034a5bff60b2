/* budgettui-config(5), the manual page of the configuration, from its tables of fields. */
#include <string.h>

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

void docgen_config(FILE *out) {
  mdoc_lines(out, head);
  for (size_t i = 0; i < config_type_count; i++)
    mdoc_mapping(out, config_types[i]);
  mdoc_lines(out, files);
  mdoc_lines(out, config_example);
  mdoc_lines(out, foot);
}
