#include "search/references.h"

#include "model/amount_walk.h"
#include "model/code_index.h"
#include "model/row_code.h"

static bool same_row(const Place *a, const Place *b) {
  return a->kind == b->kind && a->annex == b->annex && a->table == b->table && a->row == b->row;
}

static bool same_cell(const Place *a, const Place *b) {
  return same_row(a, b) && a->leaf == b->leaf;
}

static void add(References *references, Place place, bool here) {
  if (here)
    references->here = references->places.count;
  vec_push(&references->places, place);
}

/* ------------------------------------------------------------------ by code */

static void code_of(const Document *document, const Place *place, Str *code) {
  Str room = STR_EMPTY;
  if (place->kind != PLACE_ROW)
    return;
  const Table *table = &document->annexes[place->annex].tables[place->table];
  CodeColumns columns = code_columns(table);
  RowCode found = row_code(&columns, &table->rows[place->row], &room);
  str_add(code, found.text, found.length);
  str_free(&room);
}

static bool has_code(const Table *table, size_t row, const Str *code) {
  Str room = STR_EMPTY;
  CodeColumns columns = code_columns(table);
  bool same = row_code(&columns, &table->rows[row], &room).length == code->length;
  str_free(&room);
  return same;
}

/* The column of a table that means what the one at a place means. */
static uint16_t leaf_like(const Document *document, const Place *place, const Table *table) {
  const Table *own = &document->annexes[place->annex].tables[place->table];
  int leaf = place->leaf == PLACE_NO_LEAF ? -1 : table_leaf(table, own->leaves[place->leaf]->role);
  return leaf < 0 ? PLACE_NO_LEAF : (uint16_t)leaf;
}

static void add_accounts(References *references, const Document *document, const Place *from) {
  size_t row, first, count = code_index_prefix(document, references->code.data, &first);
  for (size_t i = first; i < first + count; i++) {
    const CodeEntry *entry = &document->codes->entries[i];
    const Table *table = code_index_place(document, entry, &row);
    if (!has_code(table, row, &references->code))
      break; /* sorted: the codes that only begin so come behind */
    Place place = {.kind = PLACE_ROW,
                   .annex = entry->annex,
                   .table = (uint32_t)(table - document->annexes[entry->annex].tables),
                   .row = (uint32_t)row};
    bool here = same_row(&place, from);
    place.leaf = here ? from->leaf : leaf_like(document, from, table);
    add(references, place, here);
  }
}

/* ------------------------------------------------------------------ by amount */

static void add_cells(References *references, const Document *document, Money money,
                      const Place *from) {
  AmountWalk walk = amount_walk(document);
  const Cell *cell;
  Place place;
  while ((cell = amount_walk_next(&walk, &place)) != NULL)
    if (!money_compare(cell->money, money))
      add(references, place, same_cell(&place, from));
}

static bool is_figure(const Place *place, const NarrativeFigure *figure) {
  return place->kind == PLACE_PARAGRAPH && place->section == figure->section &&
         place->paragraph == figure->paragraph;
}

static void add_figures(References *references, const FigurePlaces *figures, Money money,
                        const Place *from) {
  for (size_t i = 0; i < figures->items.count; i++) {
    const NarrativeFigure *figure = &figures->items.items[i];
    if (money_compare(figure->money, money))
      continue;
    Place place = {.kind = PLACE_PARAGRAPH,
                   .leaf = PLACE_NO_LEAF,
                   .section = figure->section,
                   .paragraph = figure->paragraph,
                   .at = figure->start};
    add(references, place, is_figure(from, figure) && from->at < figure->end &&
                               references->here == SIZE_MAX);
  }
}

/* The amount meant by a place of the narrative; NULL. */
static const NarrativeFigure *figure_at(const FigurePlaces *figures, const Place *place) {
  size_t index = figure_places_from(figures, place->section, place->paragraph, place->at);
  if (place->kind != PLACE_PARAGRAPH || index == figures->items.count)
    return NULL;
  const NarrativeFigure *figure = &figures->items.items[index];
  return is_figure(place, figure) ? figure : NULL;
}

/* The amount meant by a place, whose column is told where it is not. */
static Money money_of(const Document *document, const FigurePlaces *figures, Place *place,
                      bool account) {
  const NarrativeFigure *figure = figure_at(figures, place);
  const Cell *cell = amount_at_place(document, place);
  if (figure)
    return figure->money;
  if (!cell && !account)
    cell = amount_of_row(document, place);
  return cell ? cell->money : (Money){0};
}

bool references_open(References *references, const Document *document,
                     const FigurePlaces *figures, const Place *place) {
  Place from = *place;
  *references = (References){.here = SIZE_MAX, .code = STR_EMPTY};
  code_of(document, place, &references->code);
  Money money = money_of(document, figures, &from, references->code.length > 0);
  if (references->code.length)
    add_accounts(references, document, &from);
  else if (money.fen)
    add_cells(references, document, money, &from);
  references->cells = references->places.count;
  if (money.fen)
    add_figures(references, figures, money, &from);
  if (references->here == SIZE_MAX)
    references->here = references->places.count;
  return references->places.count > 0;
}

/* ------------------------------------------------------------------ more places */

static int compare_numbers(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

static int compare_places(const Place *a, const Place *b) {
  int order = compare_numbers(a->kind == PLACE_PARAGRAPH, b->kind == PLACE_PARAGRAPH);
  const uint32_t left[] = {a->annex, a->kind, a->table, a->row, a->section, a->paragraph},
                 right[] = {b->annex, b->kind, b->table, b->row, b->section, b->paragraph};
  for (size_t i = 0; order == 0 && i < sizeof left / sizeof *left; i++)
    order = compare_numbers(left[i], right[i]);
  return order;
}

size_t references_add(References *references, const Place *place) {
  size_t at = 0;
  int order = -1;
  while (at < references->places.count &&
         (order = compare_places(&references->places.items[at], place)) < 0)
    at++;
  if (at < references->places.count && order == 0) {
    references->places.items[at].leaf = place->leaf;
    return at;
  }
  vec_push(&references->places, *place);
  for (size_t i = references->places.count - 1; i > at; i--)
    references->places.items[i] = references->places.items[i - 1];
  references->places.items[at] = *place;
  references->cells += place->kind != PLACE_PARAGRAPH;
  references->here += references->here >= at;
  return at;
}

void references_close(References *references) {
  vec_free(&references->places);
  str_free(&references->code);
}
