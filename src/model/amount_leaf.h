/* Which column of a table of items holds the amounts that count. */
#ifndef BUDGETTUI_MODEL_AMOUNT_LEAF_H
#define BUDGETTUI_MODEL_AMOUNT_LEAF_H

#include "model/document.h"

/* The leaf of the budgeted amount (of a final account: of what was spent), else of the total, else
 * the first that holds money; -1 when none does. */
int amount_leaf(const Table *table, Stage stage);

#endif
