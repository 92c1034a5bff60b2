#include "view/figure_carry.h"

#include <string.h>

#include "model/sections.h"
#include "search/search.h"
#include "view/place_carry.h"

/* A paragraph with its figures: those from `first` on and before `end`. */
typedef struct {
  const char *words;
  const NarrativeFigure *figures;
  size_t first, end;
} Paragraph;

static Paragraph paragraph_at(const Session *session, uint32_t section, uint32_t paragraph) {
  const FigurePlaces *figures = search_figures(session->search);
  const Section *in = sections_nth(session->document, section);
  return (Paragraph){.words = paragraph == PLACE_HEADING ? in->heading : in->paragraphs[paragraph],
                     .figures = figures->items.items,
                     .first = figure_places_from(figures, section, paragraph, 0),
                     .end = figure_places_from(figures, section, paragraph, SIZE_MAX)};
}

/* Whether two figures have the same words. */
static bool alike(const Paragraph *a, size_t in_a, const Paragraph *b, size_t in_b) {
  const NarrativeFigure *left = &a->figures[in_a], *right = &b->figures[in_b];
  size_t length = left->end - left->start;
  return right->end - right->start == length &&
         memcmp(a->words + left->start, b->words + right->start, length) == 0;
}

/* The nth of those with the same words, or the last one there is. */
static size_t find_alike(const Paragraph *old, size_t index, const Paragraph *fresh) {
  size_t nth = 0, seen = 0, found = SIZE_MAX;
  for (size_t i = old->first; i < index; i++)
    nth += alike(old, i, old, index);
  for (size_t i = fresh->first; i < fresh->end && seen <= nth; i++)
    if (alike(old, index, fresh, i)) {
      found = i;
      seen++;
    }
  return found;
}

size_t figure_carry(const Session *old, const Session *fresh, size_t index) {
  const NarrativeFigure *figure = &search_figures(old->search)->items.items[index];
  Place place = {.kind = PLACE_PARAGRAPH,
                 .section = figure->section,
                 .paragraph = figure->paragraph};
  place = place_carry(old->document, fresh->document, &place);
  if (place.kind != PLACE_PARAGRAPH)
    return SIZE_MAX;
  Paragraph from = paragraph_at(old, figure->section, figure->paragraph);
  Paragraph to = paragraph_at(fresh, place.section, place.paragraph);
  size_t found = find_alike(&from, index, &to), numbered = to.first + (index - from.first);
  if (found == SIZE_MAX && numbered < to.end)
    found = numbered;
  return found;
}
