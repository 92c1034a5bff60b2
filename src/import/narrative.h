/* The narrative of a document: headings at all levels and the paragraphs under them, out of the
 * lines that are left when the tables are taken. */
#ifndef BUDGETTUI_IMPORT_NARRATIVE_H
#define BUDGETTUI_IMPORT_NARRATIVE_H

#include "import/job.h"

/* Fills in the sections of the document. */
void narrative_build(Job *job);

#endif
