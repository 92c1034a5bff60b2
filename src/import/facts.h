/* What a document says of itself: its title, office, year, stage, and whom to ask. */
#ifndef BUDGETTUI_IMPORT_FACTS_H
#define BUDGETTUI_IMPORT_FACTS_H

#include "import/plan.h"

/* Takes the lines of the cover. Called before the narrative is built, when the tables are taken. */
void facts_find(Job *job, const Sheets *sheets);
/* What only the annexes tell: the code of the office. */
void facts_complete(Job *job);

#endif
