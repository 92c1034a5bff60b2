/* The files that operands of the browser name: themselves, or the budgets in a directory. */
#ifndef BUDGETTUI_CLI_LISTING_H
#define BUDGETTUI_CLI_LISTING_H

#include "base/str.h"
#include "base/vec.h"
#include "cli/status.h"

typedef struct {
  VEC(char *) files; /* none twice */
  Str title;         /* what the list is called */
} Listing;

/* Whether they are opened as a list: several, or a directory. */
bool listing_wanted(char *const *operands, size_t count);
/* A directory gives its *.yaml and *.yml, sorted, without those that begin with a point and without
 * what lies in directories in it. STATUS_OK, or after saying what is wrong: STATUS_DOCUMENT: a
 * directory cannot be read, STATUS_NO: there is no budget, STATUS_USAGE: an operand that is for no
 * list. Must be closed in any case. */
Status listing_open(Listing *listing, char *const *operands, size_t count);
void listing_close(Listing *listing);

#endif
