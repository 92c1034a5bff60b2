/* The narrative set in lines: headings and paragraphs broken by the Chinese
 * rules to a measure, each line knowing the paragraph and the bytes it shows.
 * The texts are the document's; the lines are owned here. */
#ifndef BUDGETTUI_VIEW_NARRATIVE_TEXT_H
#define BUDGETTUI_VIEW_NARRATIVE_TEXT_H

#include "base/vec.h"
#include "model/document.h"
#include "model/place.h"

typedef struct {
  uint32_t section;   /* in reading order (model/sections.h) */
  uint32_t paragraph; /* PLACE_HEADING: the section's heading */
  size_t start, end;  /* bytes of that text */
  int indent;         /* columns before it */
  bool blank;         /* an empty line above a heading */
} TextLine;

typedef struct {
  const Section *section;
  size_t depth, parent; /* parent: its number; SIZE_MAX for an outermost one */
} TextSection;

typedef struct {
  const Document *document;
  VEC(TextSection) sections;
  VEC(TextLine) lines;
  size_t measure; /* columns that the lines are broken to */
} NarrativeText;

void narrative_text_open(NarrativeText *text, const Document *document);
void narrative_text_close(NarrativeText *text);
/* Breaks everything to `measure` columns, at least 1. */
void narrative_text_set(NarrativeText *text, size_t measure);
/* The heading or paragraph that a line belongs to. */
const char *narrative_text_of(const NarrativeText *text, const TextLine *line);
/* The line that shows byte `at` of a paragraph or heading; SIZE_MAX when there is no such
 * paragraph. */
size_t narrative_text_find(const NarrativeText *text, uint32_t section, uint32_t paragraph,
                           size_t at);

#endif
