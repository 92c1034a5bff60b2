/* The rows of a sheet as the tables of an annex. */
#ifndef BUDGETTUI_IMPORT_BODY_H
#define BUDGETTUI_IMPORT_BODY_H

#include "import/sheets.h"

/* Fills in the tables of an annex, whose unit is set, from its sheet. False: the sheet has nothing
 * that could be a table. */
bool body_build(Job *job, const Sheet *sheet, Annex *annex);

#endif
