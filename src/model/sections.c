#include "model/sections.h"

static size_t count_in(const Section *sections, size_t count) {
  size_t total = count;
  for (size_t i = 0; i < count; i++)
    total += count_in(sections[i].sections, sections[i].section_count);
  return total;
}

static NumberedSection *number(NumberedSection *next, const Section *sections, size_t count,
                               size_t depth) {
  for (size_t i = 0; i < count; i++) {
    *next++ = (NumberedSection){&sections[i], depth};
    next = number(next, sections[i].sections, sections[i].section_count, depth + 1);
  }
  return next;
}

void sections_number(Document *document) {
  size_t count = count_in(document->sections, document->section_count);
  NumberedSection *numbered = arena_array(document->arena, count, sizeof *numbered);
  number(numbered, document->sections, document->section_count, 0);
  document->numbered = numbered;
  document->numbered_count = count;
}

size_t sections_count(const Document *document) { return document->numbered_count; }

const Section *sections_nth(const Document *document, size_t nth, size_t *depth) {
  if (nth >= document->numbered_count)
    return NULL;
  if (depth)
    *depth = document->numbered[nth].depth;
  return document->numbered[nth].section;
}
