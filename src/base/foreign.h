/* Files of other programs that are taken for budgets, known by the bytes that they begin with. */
#ifndef BUDGETTUI_BASE_FOREIGN_H
#define BUDGETTUI_BASE_FOREIGN_H

#include <stddef.h>

enum { FOREIGN_HEAD = 8 }; /* as many bytes tell it */

/* What such a file is, and what to do with it (a msgid); NULL: none that is known. */
const char *foreign_fault(const char *head, size_t length);

#endif
