#include "model/sections.h"

static size_t count_in(const Section *sections, size_t count) {
  size_t total = count;
  for (size_t i = 0; i < count; i++)
    total += count_in(sections[i].sections, sections[i].section_count);
  return total;
}

/* Returns the place after the last one. */
static const Section **number(const Section **next, const Section *sections, size_t count) {
  for (size_t i = 0; i < count; i++) {
    *next++ = &sections[i];
    next = number(next, sections[i].sections, sections[i].section_count);
  }
  return next;
}

void sections_number(Document *document) {
  size_t count = count_in(document->sections, document->section_count);
  const Section **numbered = arena_array(document->arena, count, sizeof *numbered);
  number(numbered, document->sections, document->section_count);
  document->numbered = numbered;
  document->numbered_count = count;
}

const Section *sections_nth(const Document *document, size_t nth) {
  return nth < document->numbered_count ? document->numbered[nth] : NULL;
}
