/* One of a list of names, as the command line tells it: a command, an option, a part, a format. */
#ifndef BUDGETTUI_CLI_NAMES_H
#define BUDGETTUI_CLI_NAMES_H

#include <stddef.h>

#include "base/str.h"
#include "cli/status.h"

/* The name at an index of the list; NULL behind the last. */
typedef const char *NameAt(size_t index);

/* The index of a name; -1: it is not in the list. */
int names_find(NameAt *name_at, const char *name);
/* Adds a proposal of the nearest name, with `prefix` before it, if one is near. */
void names_propose(NameAt *name_at, const char *prefix, const char *name, Str *out);
/* Says that a name is not in the list: `message` (translated) takes it and, as a second text, what
 * names_propose adds, or else all names of a list that is short. STATUS_USAGE. */
Status names_unknown(NameAt *name_at, const char *prefix, const char *name, const char *message);
/* names_find, and names_unknown where that is -1. */
int names_choose(NameAt *name_at, const char *name, const char *message);

#endif
