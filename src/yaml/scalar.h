/* Texts as YAML scalars that every reader takes for texts.
 *
 * A text stands plain where nobody could take it for anything else: neither libyaml nor readers of
 * YAML 1.1 or 1.2 with their numbers, dates, booleans and merge keys. Everything else is put in
 * double quotes on one line; what a terminal should not get is escaped. */
#ifndef BUDGETTUI_YAML_SCALAR_H
#define BUDGETTUI_YAML_SCALAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* `flow`: it stands within brackets or braces. */
void scalar_write(Str *out, const char *text, size_t length, bool flow);
/* The same, always in quotes. */
void scalar_quote(Str *out, const char *text, size_t length);

#endif
