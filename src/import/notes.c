#include "import/notes.h"

#include <stdlib.h>
#include <string.h>

void notes_open(Notes *notes) { *notes = (Notes){.arena = arena_new()}; }

void notes_close(Notes *notes) {
  vec_free(&notes->list);
  arena_free(notes->arena);
}

void notes_add(Notes *notes, Note note) {
  note.text = arena_text(notes->arena, note.text, strlen(note.text));
  notes->warnings += note.warning;
  vec_push(&notes->list, note);
}

static int compare(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

static int compare_notes(const void *left, const void *right) {
  const Note *a = left, *b = right;
  int order = compare(a->place.page, b->place.page);
  order = order ? order : compare(a->place.line, b->place.line);
  order = order ? order : compare(a->place.across, b->place.across);
  return order ? order : strcmp(a->text, b->text);
}

void notes_sort(Notes *notes) {
  if (notes->list.count)
    qsort(notes->list.items, notes->list.count, sizeof *notes->list.items, compare_notes);
}
