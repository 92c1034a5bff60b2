#include "view/place_text.h"

#include "base/i18n.h"
#include "model/row_code.h"
#include "model/sections.h"
#include "model/targets.h"

void place_write_annex(Str *out, const Document *document, const Place *place) {
  if (place->kind == PLACE_PARAGRAPH)
    str_add_text(out, _("Narrative"));
  else
    str_printf(out, _("annex %s"), document->annexes[place->annex].number);
}

static bool is_amount(const Cell *cell) { return cell->kind == CELL_MONEY; }

static void describe_row(PlaceLine *line, const Document *document, const Place *place) {
  const Annex *annex = &document->annexes[place->annex];
  const Table *table = &annex->tables[place->table];
  const Row *row = &table->rows[place->row];
  CodeColumns columns = code_columns(table);
  Str room = STR_EMPTY;
  RowCode code = row_code(&columns, row, &room);
  str_add(&line->code, code.text, code.length);
  str_free(&room);
  line->text = table_row_name(table, row);
  if (place->leaf != PLACE_NO_LEAF) {
    const Cell *cell = &row->cells[place->leaf];
    if (is_amount(cell))
      line->amount = cell;
    if (cell->kind == CELL_TEXT && line->text[0] == '\0')
      line->text = cell->text;
  }
  for (size_t i = 0; i < table->leaf_count && line->amount == NULL; i++)
    if (is_amount(&row->cells[i]))
      line->amount = &row->cells[i];
}

static void describe_target(PlaceLine *line, const Document *document, const Place *place) {
  const Targets *targets = &document->annexes[place->annex].targets[place->table];
  TargetLine target = targets_line(targets, place->row);
  if (target.part == TARGET_INDICATOR) {
    const Table *table = &targets->indicators;
    int leaf = place->leaf != PLACE_NO_LEAF ? place->leaf : table_leaf(table, ROLE_LEVEL_3);
    const Cell *cell = leaf < 0 ? NULL : &table->rows[target.row].cells[leaf];
    if (cell != NULL && cell->kind == CELL_TEXT)
      line->text = cell->text;
    return;
  }
  if (target.label != NULL)
    line->text = target.label;
  if (target.text != NULL)
    line->text = target.text;
  if (target.value != NULL && target.value->kind == CELL_TEXT)
    line->text = target.value->text;
  if (target.value != NULL && is_amount(target.value))
    line->amount = target.value;
}

static void describe_paragraph(PlaceLine *line, const Document *document, const Place *place) {
  const Section *section = sections_nth(document, place->section);
  line->text =
      place->paragraph == PLACE_HEADING ? section->heading : section->paragraphs[place->paragraph];
}

static void describe_column(PlaceLine *line, const Document *document, const Place *place) {
  const Table *table = &document->annexes[place->annex].tables[place->table];
  const Column *column;
  for (size_t depth = 0; (column = table_heading(table, place->leaf, depth)) != NULL; depth++)
    str_printf(&line->path, "%s%s", depth > 0 ? " / " : "", column->title);
  line->text = line->path.data;
  for (size_t i = 0; i < table->row_count && line->amount == NULL; i++)
    if ((table->row_count == 1 || table->rows[i].total) &&
        is_amount(&table->rows[i].cells[place->leaf]))
      line->amount = &table->rows[i].cells[place->leaf];
}

PlaceLine place_line(const Document *document, const Place *place) {
  PlaceLine line = {.code = STR_EMPTY, .text = "", .path = STR_EMPTY};
  line.unit =
      place->kind == PLACE_PARAGRAPH ? document->unit : document->annexes[place->annex].unit;
  switch (place->kind) {
  case PLACE_NONE:
    break;
  case PLACE_ANNEX:
    line.text = document->annexes[place->annex].title;
    break;
  case PLACE_COLUMN:
    describe_column(&line, document, place);
    break;
  case PLACE_ROW:
    describe_row(&line, document, place);
    break;
  case PLACE_TARGET:
    describe_target(&line, document, place);
    break;
  case PLACE_PARAGRAPH:
    describe_paragraph(&line, document, place);
    break;
  }
  return line;
}

void place_line_free(PlaceLine *line) {
  str_free(&line->code);
  str_free(&line->path);
}
