/* The sections of the narrative, numbered in reading order from 0. */
#ifndef BUDGETTUI_MODEL_SECTIONS_H
#define BUDGETTUI_MODEL_SECTIONS_H

#include "model/document.h"

/* Numbers them once, when the document is complete (model/build.h). */
void sections_number(Document *document);
/* The nth section; NULL when there are not so many. */
const Section *sections_nth(const Document *document, size_t nth);

#endif
