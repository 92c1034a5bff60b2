#include "model/figure_places.h"

#include <string.h>

#include "model/amount_walk.h"

bool figure_next(const char *text, size_t length, size_t *at, size_t end, size_t *start,
                 Money *money) {
  while (*at < end && *at < length) {
    Figure figure;
    size_t bytes;
    bool read = figure_read(text + *at, length - *at, &bytes, &figure);
    *start = *at;
    *at += bytes ? bytes : 1;
    *money = read ? figure.money : (Money){0};
    if (money->fen)
      return true;
  }
  return false;
}

/* ------------------------------------------------------------------ the narrative's figures */

static void add_text(FigurePlaces *places, uint32_t section, uint32_t paragraph,
                     const char *text) {
  size_t length = strlen(text), start;
  NarrativeFigure figure = {.section = section, .paragraph = paragraph};
  for (size_t at = 0; figure_next(text, length, &at, length, &start, &figure.money);) {
    figure.start = (uint32_t)start;
    figure.end = (uint32_t)at;
    vec_push(&places->items, figure);
  }
}

static void add_sections(FigurePlaces *places, const Document *document) {
  for (size_t i = 0; i < document->numbered_count; i++) {
    const Section *section = document->numbered[i];
    add_text(places, (uint32_t)i, PLACE_HEADING, section->heading);
    for (size_t j = 0; j < section->paragraph_count; j++)
      add_text(places, (uint32_t)i, (uint32_t)j, section->paragraphs[j]);
  }
}

/* ------------------------------------------------------------------ their cells */

/* A hash table of amounts, never more than a quarter full, so that an amount that is none of them,
 * as nearly all cells are, is told at a glance. */
typedef struct {
  Money money;
  Place cell; /* PLACE_NONE: not found yet */
  bool used;
} Slot;

typedef struct {
  Slot *slots;
  size_t count; /* a power of two */
} Slots;

static Slot *find_slot(const Slots *slots, Money money) {
  uint64_t hash = (uint64_t)money.fen * UINT64_C(0x9E3779B97F4A7C15);
  size_t at = (size_t)(hash >> 32) & (slots->count - 1);
  while (slots->slots[at].used && slots->slots[at].money.fen != money.fen)
    at = (at + 1) & (slots->count - 1);
  return &slots->slots[at];
}

static Slots open_slots(const FigurePlaces *places) {
  Slots slots = {.count = 16};
  while (slots.count < 4 * places->items.count)
    slots.count *= 2;
  slots.slots = memory_zero(slots.count, sizeof *slots.slots);
  for (size_t i = 0; i < places->items.count; i++) {
    Slot *slot = find_slot(&slots, places->items.items[i].money);
    slot->used = true;
    slot->money = places->items.items[i].money;
  }
  return slots;
}

static void find_cells(FigurePlaces *places, const Document *document) {
  Slots slots = open_slots(places);
  AmountWalk walk = amount_walk(document);
  const Cell *cell;
  Place place;
  while ((cell = amount_walk_next(&walk, &place)) != NULL) {
    Slot *slot = find_slot(&slots, cell->money);
    if (slot->used && slot->cell.kind == PLACE_NONE)
      slot->cell = place;
  }
  for (size_t i = 0; i < places->items.count; i++)
    places->items.items[i].cell = find_slot(&slots, places->items.items[i].money)->cell;
  memory_free(slots.slots);
}

void figure_places_open(FigurePlaces *places, const Document *document) {
  *places = (FigurePlaces){0};
  add_sections(places, document);
  if (places->items.count)
    find_cells(places, document);
}

void figure_places_close(FigurePlaces *places) { vec_free(&places->items); }

/* A heading, which has the greatest number, comes first. */
static bool is_before(const NarrativeFigure *figure, uint32_t section, uint32_t paragraph,
                      size_t at) {
  if (figure->section != section)
    return figure->section < section;
  uint32_t own = figure->paragraph + 1, other = paragraph + 1;
  return own != other ? own < other : figure->end <= at;
}

size_t figure_places_from(const FigurePlaces *places, uint32_t section, uint32_t paragraph,
                          size_t at) {
  size_t low = 0, high = places->items.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (is_before(&places->items.items[middle], section, paragraph, at))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
