#include "model/figure_places.h"

bool figure_next(const char *text, size_t length, size_t *at, size_t end, Money *money) {
  while (*at < end && *at < length) {
    Figure figure;
    size_t bytes;
    bool read = figure_read(text + *at, length - *at, &bytes, &figure);
    *at += bytes ? bytes : 1;
    *money = read ? figure.money : (Money){0};
    if (money->fen)
      return true;
  }
  return false;
}

static bool find_in_table(const Table *table, Money money, Place *place) {
  for (size_t row = 0; row < table->row_count; row++)
    for (size_t leaf = 0; leaf < table->leaf_count; leaf++) {
      const Cell *cell = &table->rows[row].cells[leaf];
      if (cell->kind == CELL_MONEY && !money_compare(cell->money, money)) {
        place->row = (uint32_t)row;
        place->leaf = (uint16_t)leaf;
        return true;
      }
    }
  return false;
}

bool figure_place(const Document *document, Money money, Place *place) {
  *place = (Place){.kind = PLACE_ROW};
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t table = 0; table < document->annexes[i].table_count; table++) {
      place->annex = (uint32_t)i;
      place->table = (uint32_t)table;
      if (find_in_table(&document->annexes[i].tables[table], money, place))
        return true;
    }
  return false;
}
