/* Whether a row is a total when it does not say so itself: told by its code, name or item. The
 * reader fills in what a document leaves out by this, and the writer leaves it out again. */
#ifndef BUDGETTUI_YAML_TOTALS_H
#define BUDGETTUI_YAML_TOTALS_H

#include "model/document.h"

enum { TITLES_MOST = 4 };

/* Leaves whose text may tell a total. */
typedef struct {
  size_t leaves[TITLES_MOST];
  size_t count;
} TitleLeaves;

static inline TitleLeaves title_leaves(const Table *table) {
  TitleLeaves titles = {.count = 0};
  for (size_t i = 0; i < table->leaf_count && titles.count < TITLES_MOST; i++) {
    Role role = table->leaves[i]->role;
    if (role == ROLE_CODE || role == ROLE_NAME || role == ROLE_ITEM)
      titles.leaves[titles.count++] = i;
  }
  return titles;
}

static inline bool titles_tell_total(const TitleLeaves *titles, const Cell *cells) {
  for (size_t i = 0; i < titles->count; i++) {
    const Cell *cell = &cells[titles->leaves[i]];
    if (cell->kind == CELL_TEXT && title_is_total(cell->text, cell->length))
      return true;
  }
  return false;
}

#endif
