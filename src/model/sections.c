#include "model/sections.h"

static size_t count_in(const Section *sections, size_t count) {
  size_t total = count;
  for (size_t i = 0; i < count; i++)
    total += count_in(sections[i].sections, sections[i].section_count);
  return total;
}

size_t sections_count(const Document *document) {
  return count_in(document->sections, document->section_count);
}

/* Counts `*nth` down to the section looked for. */
static const Section *find(const Section *sections, size_t count, size_t *nth, size_t level,
                           size_t *depth) {
  for (size_t i = 0; i < count; i++) {
    if ((*nth)-- == 0) {
      if (depth != NULL)
        *depth = level;
      return &sections[i];
    }
    const Section *found =
        find(sections[i].sections, sections[i].section_count, nth, level + 1, depth);
    if (found != NULL)
      return found;
  }
  return NULL;
}

const Section *sections_nth(const Document *document, size_t nth, size_t *depth) {
  return find(document->sections, document->section_count, &nth, 0, depth);
}
