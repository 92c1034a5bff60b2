#include "cli/found.h"

#include "model/decimal.h"
#include "model/row_code.h"
#include "model/sections.h"
#include "model/targets.h"

static void add_amounts(Found *found, const Table *table, const Row *row) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Cell *cell = &row->cells[i];
    if (cell->kind == CELL_MONEY || cell->kind == CELL_NUMBER)
      vec_push(&found->amounts,
               (FoundAmount){table->leaves[i]->title, table->leaves[i]->role, cell});
  }
}

static void add_text(Found *found, const Term *term, const char *text) {
  if (text && term_in_text(term, text))
    vec_push(&found->texts, text);
}

/* ------------------------------------------------------------------ tables */

static void add_cells(Found *found, const Term *term, const Table *table, const Row *row) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Cell *cell = &row->cells[i];
    bool told = cell->kind != CELL_TEXT || cell->text == found->name ||
                (role_is_code(table->leaves[i]->role) && code_is_plain(cell->text, cell->length));
    if (!told)
      add_text(found, term, cell->text);
  }
}

static void fill_row(Found *found, const Term *term, const Place *place) {
  const Table *table = &found->annex->tables[place->table];
  const Row *row = &table->rows[place->row];
  Str room = STR_EMPTY;
  CodeColumns columns = code_columns(table);
  RowCode code = row_code(&columns, row, &room);
  str_add(&found->code, code.text, code.length);
  str_free(&room);
  found->kind = "row";
  found->part = table->title;
  found->row = (size_t)place->row + 1;
  found->line = row->line;
  found->name = table_row_name(table, row);
  add_cells(found, term, table, row);
  add_amounts(found, table, row);
}

/* ------------------------------------------------------------------ targets */

static void fill_indicator(Found *found, const Term *term, const Table *table, const Row *row) {
  int leaf = table_leaf(table, ROLE_LEVEL_3);
  if (leaf >= 0 && row->cells[leaf].kind == CELL_TEXT)
    found->name = row->cells[leaf].text;
  found->line = row->line;
  add_cells(found, term, table, row);
  add_amounts(found, table, row);
}

static void fill_target(Found *found, const Term *term, const Place *place) {
  const Targets *targets = &found->annex->targets[place->table];
  TargetLine line = targets_line(targets, place->row);
  found->kind = "target";
  found->part = targets->name;
  found->line = targets->at.line;
  found->name = line.label;
  if (line.part == TARGET_INDICATOR)
    fill_indicator(found, term, &targets->indicators, &targets->indicators.rows[line.row]);
  if (line.text)
    vec_push(&found->texts, line.text);
  if (line.value && line.value->kind == CELL_TEXT)
    vec_push(&found->texts, line.value->text);
  if (line.value && line.value->kind == CELL_MONEY)
    vec_push(&found->amounts, (FoundAmount){NULL, ROLE_AMOUNT, line.value});
}

/* ------------------------------------------------------------------ the rest */

static void fill_title(Found *found, const Term *term) {
  found->kind = "title";
  found->line = found->annex->at.line;
  vec_push(&found->texts, found->annex->title);
  add_text(found, term, found->annex->subtitle);
  add_text(found, term, found->annex->note);
}

/* With the groups over it, the outermost one first. */
static void fill_column(Found *found, const Place *place) {
  const Table *table = &found->annex->tables[place->table];
  const Column *column;
  found->kind = "column";
  found->part = table->title;
  found->line = found->annex->at.line;
  for (size_t depth = 0; (column = table_heading(table, place->leaf, depth)) != NULL; depth++)
    if (column->title)
      vec_push(&found->texts, column->title);
}

static void fill_paragraph(Found *found, const Place *place) {
  bool heading = place->paragraph == PLACE_HEADING;
  found->kind = heading ? "heading" : "paragraph";
  found->line = heading ? found->section->at.line
                        : found->section->paragraph_at[place->paragraph].line;
  found->row = heading ? 0 : (size_t)place->paragraph + 1;
  vec_push(&found->texts,
           heading ? found->section->heading : found->section->paragraphs[place->paragraph]);
}

void found_open(Found *found, const Document *document, const Place *place, const Term *term) {
  if (place->kind == PLACE_PARAGRAPH) {
    found->section = sections_nth(document, place->section);
    fill_paragraph(found, place);
    return;
  }
  found->annex = &document->annexes[place->annex];
  if (place->kind == PLACE_ROW)
    fill_row(found, term, place);
  else if (place->kind == PLACE_COLUMN)
    fill_column(found, place);
  else if (place->kind == PLACE_TARGET)
    fill_target(found, term, place);
  else
    fill_title(found, term);
}

void found_close(Found *found) {
  str_free(&found->code);
  vec_free(&found->texts);
  vec_free(&found->amounts);
}

void found_amount(Str *out, const Found *found, const FoundAmount *amount, bool shown) {
  const Cell *cell = amount->cell;
  Figure figure;
  if (!cell_figure(cell, found->annex->unit, &figure))
    (shown ? number_write : decimal_number)(out, cell->number, cell->decimals);
  else if (shown)
    figure_write(out, figure, figure.unit);
  else
    decimal_figure(out, figure);
}
