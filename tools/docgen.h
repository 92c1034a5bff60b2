/* The documents that are made from the program's own tables, so that nothing is said
 * twice: each output is one function in a file of its own, docgen_NAME.c. */
#ifndef BUDGETTUI_TOOLS_DOCGEN_H
#define BUDGETTUI_TOOLS_DOCGEN_H

#include <stdio.h>

/* Writes the whole output; errors of `out` are found by the caller. */
typedef void Docgen(FILE *out);

Docgen docgen_man1;   /* budgettui(1), the program */
Docgen docgen_schema; /* JSON Schema of the format, for editors */
Docgen docgen_export_schema; /* JSON Schema of the export to JSON */
Docgen docgen_checks; /* budgettui-checks(7), the rules */
Docgen docgen_config; /* budgettui-config(5), the configuration */
Docgen docgen_completion_bash, docgen_completion_zsh; /* of the command line, for a shell */
Docgen docgen_man5;   /* budgettui(5), the format */

#endif
