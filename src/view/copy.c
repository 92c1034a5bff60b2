#include "view/copy.h"

#include <string.h>

#include "export/plain.h"
#include "model/targets.h"
#include "model/tree.h"
#include "view/place_text.h"

/* One line of a table to paste: what would end a cell or the row becomes a blank. */
static void add_flat(Str *out, const Str *text) {
  for (size_t i = 0; i < text->length; i++) {
    char byte = text->data[i];
    str_add_char(out, byte == '\t' || byte == '\n' || byte == '\r' ? ' ' : byte);
  }
}

static void add_cell(Str *out, const Cell *cell, Unit unit) {
  Str text = STR_EMPTY;
  if (cell->kind == CELL_MONEY)
    figure_write(&text, (Figure){cell->money, unit, cell->decimals}, unit);
  else
    plain_write(&text, cell, unit);
  add_flat(out, &text);
  str_free(&text);
}

static void add_text(Str *out, const char *text) {
  Str flat = STR_EMPTY;
  str_add_text(&flat, text);
  add_flat(out, &flat);
  str_free(&flat);
}

static void add_cells(Str *out, const Table *table, const Row *row, Unit unit) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    if (i > 0)
      str_add_char(out, '\t');
    add_cell(out, &row->cells[i], unit);
  }
}

static void add_target(Str *out, const Document *document, const Place *place) {
  const Annex *annex = &document->annexes[place->annex];
  const Targets *targets = &annex->targets[place->table];
  TargetLine line = targets_line(targets, place->row);
  if (line.part == TARGET_INDICATOR) {
    add_cells(out, &targets->indicators, &targets->indicators.rows[line.row], annex->unit);
    return;
  }
  if (line.label != NULL)
    add_text(out, line.label);
  str_add_char(out, '\t');
  if (line.value != NULL)
    add_cell(out, line.value, annex->unit);
  else if (line.text != NULL)
    add_text(out, line.text);
}

static void add_row(Str *out, const Document *document, const Place *place) {
  const Annex *annex = &document->annexes[place->annex];
  const Table *table = &annex->tables[place->table];
  add_cells(out, table, &table->rows[place->row], annex->unit);
}

static void add_line(Str *out, const Document *document, const Place *place) {
  PlaceLine line = place_line(document, place);
  if (place->kind == PLACE_ANNEX)
    str_printf(out, "%s\t", document->annexes[place->annex].number);
  add_text(out, line.text != NULL ? line.text : "");
  place_line_free(&line);
}

static void copy_line(const Document *document, const Place *place, Str *out) {
  static void (*const adds[])(Str *out, const Document *document, const Place *place) = {
      [PLACE_ANNEX] = add_line, [PLACE_COLUMN] = add_line, [PLACE_ROW] = add_row,
      [PLACE_TARGET] = add_target, [PLACE_PARAGRAPH] = add_line,
  };
  adds[place->kind](out, document, place);
}

static void copy_amount(const Document *document, const Place *place, Str *out) {
  PlaceLine line = place_line(document, place);
  const Cell *amount = line.amount;
  if (place->kind == PLACE_ROW && place->leaf != PLACE_NO_LEAF) {
    const Annex *annex = &document->annexes[place->annex];
    const Cell *cell = &annex->tables[place->table].rows[place->row].cells[place->leaf];
    if (cell->kind != CELL_TEXT)
      amount = cell;
  }
  if (amount != NULL)
    add_cell(out, amount, line.unit);
  place_line_free(&line);
}

static void copy_code(const Document *document, const Place *place, Str *out) {
  PlaceLine line = place_line(document, place);
  add_flat(out, &line.code);
  place_line_free(&line);
}

static void add_path(Str *out, const Tree *tree, uint32_t node) {
  Str step = STR_EMPTY;
  for (; node != NODE_NONE; node = tree->nodes[node].parent) {
    const char *name = tree_name(tree, node);
    if (name[0] == '\0' || (node == 0 && out->length > 0))
      continue;
    str_clear(&step);
    str_printf(&step, "%s%s", name, out->length > 0 ? " / " : "");
    str_splice(out, 0, 0, step.data, step.length);
  }
  str_free(&step);
}

static void copy_path(const Document *document, const Place *place, Str *out) {
  Str path = STR_EMPTY;
  if (place->kind == PLACE_ROW) {
    const Annex *annex = &document->annexes[place->annex];
    Arena *arena = arena_new();
    const Tree *tree = tree_of_table(arena, annex, &annex->tables[place->table]);
    add_path(&path, tree, tree_node_of_row(tree, 0, place->row));
    arena_free(arena);
  } else {
    PlaceLine line = place_line(document, place);
    str_add_text(&path, line.text != NULL ? line.text : "");
    place_line_free(&line);
  }
  add_flat(out, &path);
  str_free(&path);
}

bool copy_part(const Document *document, const Place *place, CopyPart part, Str *out) {
  static void (*const copies[])(const Document *document, const Place *place, Str *out) = {
      [COPY_ROW] = copy_line,
      [COPY_CODE] = copy_code,
      [COPY_AMOUNT] = copy_amount,
      [COPY_PATH] = copy_path,
  };
  Str text = STR_EMPTY;
  if (place->kind != PLACE_NONE)
    copies[part](document, place, &text);
  bool copied = text.length > 0;
  str_add(out, text.data, text.length);
  str_free(&text);
  return copied;
}
