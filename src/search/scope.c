/* Which texts of a place a scope names. */
#include "model/row_code.h"
#include "model/sections.h"
#include "model/targets.h"
#include "search/term.h"

static bool in_optional(const Term *term, const char *text) {
  return text && term_in_text(term, text);
}

/* The texts of a row but its name and its code. */
static bool in_cells(const Term *term, const Table *table, const Row *row, const char *name) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Cell *cell = &row->cells[i];
    if (cell->kind != CELL_TEXT || cell->text == name)
      continue;
    if (role_is_code(table->leaves[i]->role) && code_is_plain(cell->text, cell->length))
      continue;
    if (term_in_text(term, cell->text))
      return true;
  }
  return false;
}

static bool in_code(const Term *term, const Table *table, const Row *row) {
  size_t start, end;
  Str room = STR_EMPTY;
  CodeColumns columns = code_columns(table);
  RowCode code = row_code(&columns, row, &room);
  bool found = code.length && term_find_code(term, code.text, code.length, &start, &end);
  str_free(&room);
  return found;
}

static bool in_row(const Term *term, const Table *table, const Row *row, TermScope scope) {
  const char *name = table_row_name(table, row);
  if (scope == SCOPE_CODE)
    return in_code(term, table, row);
  return scope == SCOPE_NAME ? *name && term_in_text(term, name) : in_cells(term, table, row, name);
}

static bool in_target(const Term *term, const Targets *targets, uint32_t index) {
  TargetLine line = targets_line(targets, index);
  if (line.part == TARGET_INDICATOR) {
    const Table *table = &targets->indicators;
    return in_cells(term, table, &table->rows[line.row], NULL);
  }
  return in_optional(term, line.label) || in_optional(term, line.text) ||
         (line.value && line.value->kind == CELL_TEXT && term_in_text(term, line.value->text));
}

/* In the heading of a column, or in one of a group that begins with it. */
static bool in_heading(const Term *term, const Table *table, size_t leaf) {
  const Column *column;
  for (size_t depth = 0; (column = table_heading(table, leaf, depth)) != NULL; depth++)
    if (column->first_leaf == leaf && in_optional(term, column->title))
      return true;
  return false;
}

static bool in_paragraph(const Term *term, const Document *document, const Place *place) {
  const Section *section = sections_nth(document, place->section);
  return in_optional(term, place->paragraph == PLACE_HEADING
                               ? section->heading
                               : section->paragraphs[place->paragraph]);
}

bool term_at_place(const Term *term, const Document *document, const Place *place,
                   TermScope scope) {
  if (scope == SCOPE_ALL)
    return true;
  if (place->kind == PLACE_NONE)
    return false;
  if (place->kind == PLACE_PARAGRAPH)
    return scope == SCOPE_TEXT && in_paragraph(term, document, place);
  const Annex *annex = &document->annexes[place->annex];
  if (place->kind == PLACE_ROW) {
    const Table *table = &annex->tables[place->table];
    return in_row(term, table, &table->rows[place->row], scope);
  }
  if (scope != SCOPE_TEXT)
    return false;
  if (place->kind == PLACE_TARGET)
    return in_target(term, &annex->targets[place->table], place->row);
  if (place->kind == PLACE_COLUMN)
    return in_heading(term, &annex->tables[place->table], place->leaf);
  return in_optional(term, annex->title) || in_optional(term, annex->subtitle) ||
         in_optional(term, annex->note);
}
