#include "model/amount_walk.h"

#include "model/targets.h"

AmountWalk amount_walk(const Document *document) {
  return (AmountWalk){document, {.kind = PLACE_ROW}};
}

/* The next amount of the row that the walk stands in. */
static const Cell *next_in_row(Place *at, const Table *table, const Row *row) {
  while (at->leaf < table->leaf_count) {
    const Cell *cell = &row->cells[at->leaf];
    if (cell->kind == CELL_MONEY)
      return cell;
    at->leaf++;
  }
  return NULL;
}

static const Cell *next_in_tables(Place *at, const Annex *annex) {
  for (; at->table < annex->table_count; at->table++, at->row = 0) {
    const Table *table = &annex->tables[at->table];
    for (; at->row < table->row_count; at->row++, at->leaf = 0) {
      const Cell *cell = next_in_row(at, table, &table->rows[at->row]);
      if (cell)
        return cell;
    }
  }
  return NULL;
}

static const Cell *next_in_targets(Place *at, const Annex *annex) {
  for (; at->table < annex->target_count; at->table++, at->row = 0) {
    const Targets *targets = &annex->targets[at->table];
    size_t count = targets_line_count(targets);
    for (; at->row < count; at->row++) {
      TargetLine line = targets_line(targets, at->row);
      if (line.value && line.value->kind == CELL_MONEY)
        return line.value;
    }
  }
  return NULL;
}

const Cell *amount_walk_next(AmountWalk *walk, Place *place) {
  Place *at = &walk->place;
  while (at->annex < walk->document->annex_count) {
    const Annex *annex = &walk->document->annexes[at->annex];
    bool rows = at->kind == PLACE_ROW;
    const Cell *cell = (rows ? next_in_tables : next_in_targets)(at, annex);
    if (cell) {
      *place = *at;
      if (rows)
        at->leaf++;
      else
        place->leaf = PLACE_NO_LEAF, at->row++;
      return cell;
    }
    *at = (Place){.kind = rows ? PLACE_TARGET : PLACE_ROW, .annex = at->annex + !rows};
  }
  return NULL;
}

static const Row *row_at(const Document *document, const Place *place, const Table **table) {
  *table = &document->annexes[place->annex].tables[place->table];
  return &(*table)->rows[place->row];
}

static const Cell *amount_of_target(const Document *document, const Place *place) {
  const Targets *targets = &document->annexes[place->annex].targets[place->table];
  TargetLine line = targets_line(targets, place->row);
  return line.value && line.value->kind == CELL_MONEY ? line.value : NULL;
}

const Cell *amount_at_place(const Document *document, const Place *place) {
  const Table *table;
  if (place->kind == PLACE_TARGET)
    return amount_of_target(document, place);
  if (place->kind != PLACE_ROW || place->leaf == PLACE_NO_LEAF)
    return NULL;
  const Cell *cell = &row_at(document, place, &table)->cells[place->leaf];
  return cell->kind == CELL_MONEY ? cell : NULL;
}

const Cell *amount_of_row(const Document *document, Place *place) {
  const Table *table;
  if (place->kind != PLACE_ROW)
    return NULL;
  Place at = *place;
  const Row *row = row_at(document, place, &table);
  at.leaf = 0;
  const Cell *cell = next_in_row(&at, table, row);
  if (cell)
    *place = at;
  return cell;
}
