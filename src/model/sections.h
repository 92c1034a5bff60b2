/* The sections of the narrative, numbered in reading order from 0. */
#ifndef BUDGETTUI_MODEL_SECTIONS_H
#define BUDGETTUI_MODEL_SECTIONS_H

#include "model/document.h"

typedef struct NumberedSection {
  const Section *section;
  size_t depth;
} NumberedSection;

/* Numbers them once, when the document is complete (model/build.h). */
void sections_number(Document *document);
size_t sections_count(const Document *document);
/* The nth section and how deep it is nested (0: outermost; `depth` may be NULL);
 * NULL when there are not so many. */
const Section *sections_nth(const Document *document, size_t nth, size_t *depth);

#endif
