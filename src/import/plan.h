/* The document's own list of its annexes, and which sheet each of its entries is. */
#ifndef BUDGETTUI_IMPORT_PLAN_H
#define BUDGETTUI_IMPORT_PLAN_H

#include "import/sheets.h"
#include "import/words.h"

/* One annex to be: listed, printed, or both. */
typedef struct {
  const char *number;
  const char *listed; /* its title in the list; NULL: not listed */
  const char *folded; /* the same */
  NumberForm form;    /* of its number there */
  Sheet *sheet;       /* NULL: the table is absent */
} Planned;

typedef struct {
  VEC(Planned) list;
} Plan;

/* Takes the lines of the list, and puts its entries and the sheets in one order. The sheets must
 * stay where they are. */
void plan_open(Job *job, Sheets *sheets, Plan *plan);
void plan_close(Plan *plan);

#endif
