/* The fields of a file's mappings, for manual pages. */
#ifndef BUDGETTUI_TOOLS_DOCGEN_FIELDS_H
#define BUDGETTUI_TOOLS_DOCGEN_FIELDS_H

#include <stdio.h>

#include "yaml/fields.h"

/* A subsection for one mapping: each key with its type, meaning, words and default. `names`: those
 * that its fields may name; NULL: they name none. */
void mdoc_mapping(FILE *out, const MappingType *type, const FieldNames *names);

#endif
