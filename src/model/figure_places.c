#include "model/figure_places.h"

#include <string.h>

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static size_t number_length(const char *text, size_t length) {
  size_t bytes = 0;
  while (bytes < length && (is_digit(text[bytes]) || text[bytes] == ',' || text[bytes] == '.'))
    bytes++;
  return bytes;
}

/* A unit of money at the start of the text, spaces passed over. */
static bool read_unit(const char *text, size_t length, Unit *unit) {
  while (length && *text == ' ') {
    text++;
    length--;
  }
  for (int i = 0; i < UNIT_COUNT; i++) {
    const char *name = unit_name((Unit)i);
    if (length >= strlen(name) && !memcmp(text, name, strlen(name))) {
      *unit = (Unit)i;
      return true;
    }
  }
  return false;
}

bool figure_next(const char *text, size_t length, size_t *at, size_t end, Money *money) {
  while (*at < end && *at < length) {
    size_t start = *at, bytes = is_digit(text[start]) ? number_length(text + start, length - start) : 0;
    uint8_t decimals;
    Unit unit;
    *at += bytes ? bytes : 1;
    if (bytes && read_unit(text + *at, length - *at, &unit) &&
        money_parse(text + start, bytes, unit, money, &decimals) == MONEY_OK && money->fen)
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
      place->table = (uint16_t)table;
      if (find_in_table(&document->annexes[i].tables[table], money, place))
        return true;
    }
  return false;
}
