/* How the names of budgets end: one table of documents' endings, and of published files' as the
 * import knows them. */
#ifndef BUDGETTUI_CLI_ENDINGS_H
#define BUDGETTUI_CLI_ENDINGS_H

#include "base/str.h"

/* What an ending is of; several are or-ed together, and one of them is enough. */
enum {
  ENDING_DOCUMENT = 1,
  ENDING_PUBLISHED = 2,
  ENDING_LISTED = 4 /* what a directory stands for */
};

/* An ending of one of these, with its point, by its index from 0; NULL: there are no more. */
const char *endings_nth(unsigned of, size_t index);
/* The one with which a name ends, in small letters or in capitals, behind something else; NULL. */
const char *endings_find(unsigned of, const char *name);
/* Adds all of them without their points: yaml|yml. */
void endings_write(Str *out, unsigned of, const char *separator);

#endif
