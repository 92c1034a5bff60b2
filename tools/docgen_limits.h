/* The limits of what is read, in manual pages. */
#ifndef BUDGETTUI_TOOLS_DOCGEN_LIMITS_H
#define BUDGETTUI_TOOLS_DOCGEN_LIMITS_H

#include <stdio.h>

#include "base/limits.h"

/* An item of a list: its name, what it bounds and its value. */
void docgen_limit(FILE *out, Limit limit);
/* A section with all of them, those that cannot be changed, too. */
void docgen_limits(FILE *out);

#endif
