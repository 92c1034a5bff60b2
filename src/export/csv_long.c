#include <string.h>

#include "export/csv_export.h"
#include "export/plain.h"
#include "model/row_code.h"
#include "model/targets.h"

/* Where a line of the long table stands. */
typedef struct {
  Csv *csv;
  const Annex *annex;
  size_t row; /* from 1 */
  Str amount;
} Long;

static void add_text(Csv *csv, const char *text) {
  csv_text(csv, text ? text : "", text ? strlen(text) : 0);
}

static void write_line(Long *lines, RowCode code, const char *name, const char *column, Role role,
                       const Cell *cell) {
  Csv *csv = lines->csv;
  add_text(csv, lines->annex->number);
  csv_number(csv, lines->row);
  csv_text(csv, code.length ? code.text : "", code.length);
  add_text(csv, name);
  add_text(csv, column);
  csv_plain(csv, role_words.words[role].name);
  str_clear(&lines->amount);
  plain_write(&lines->amount, cell, lines->annex->unit);
  csv_plain(csv, lines->amount.data);
  csv_plain(csv, role_content(role) == CONTENT_NUMBER ? NULL : unit_name(lines->annex->unit));
  csv_end(csv);
}

static bool has_figures(const Table *table) {
  for (size_t i = 0; i < table->leaf_count; i++)
    if (role_content(table->leaves[i]->role) != CONTENT_TEXT)
      return true;
  return false;
}

static void write_cells(Long *lines, const PlainTable *plain, const Row *row, RowCode code,
                        const char *name) {
  for (size_t leaf = 0; leaf < plain->table->leaf_count; leaf++) {
    Role role = plain->table->leaves[leaf]->role;
    if (role_content(role) != CONTENT_TEXT)
      write_line(lines, code, name, plain->titles[leaf], role, &row->cells[leaf]);
  }
}

static void write_table(Long *lines, const Table *table) {
  if (!has_figures(table))
    return;
  PlainTable plain;
  Str room = STR_EMPTY;
  CodeColumns codes = code_columns(table);
  plain_open(&plain, table, table->title);
  for (size_t i = 0; i < table->row_count && !lines->csv->sink->stopped; i++) {
    const Row *row = &table->rows[i];
    lines->row = i + 1;
    write_cells(lines, &plain, row, row_code(&codes, row, &room), table_row_name(table, row));
  }
  str_free(&room);
  plain_close(&plain);
}

/* ------------------------------------------------------------------------ targets */

static const RowCode no_code = {0};

static void write_funds(Long *lines, const Labelled *funds, size_t count, const char *parent) {
  for (size_t i = 0; i < count; i++) {
    char *label = plain_join(parent, funds[i].label);
    lines->row++;
    if (!funds[i].part_count)
      write_line(lines, no_code, label, NULL, (Role)funds[i].role, &funds[i].value);
    write_funds(lines, funds[i].parts, funds[i].part_count, label);
    memory_free(label);
  }
}

/* The deepest level of an indicator that is told. */
static const char *indicator_name(PlainTable *plain, const Row *row) {
  const char *name = NULL;
  for (size_t leaf = 0; leaf < plain->table->leaf_count; leaf++) {
    const Cell *cell = plain_cell(plain, row, leaf);
    if (role_merges(plain->table->leaves[leaf]->role) && cell->kind == CELL_TEXT)
      name = cell->text;
  }
  return name;
}

static void write_indicators(Long *lines, const Table *table) {
  PlainTable plain;
  plain_open(&plain, table, NULL);
  for (size_t i = 0; i < table->row_count && !lines->csv->sink->stopped; i++) {
    const Row *row = &table->rows[i];
    lines->row++;
    write_cells(lines, &plain, row, no_code, indicator_name(&plain, row));
  }
  plain_close(&plain);
}

/* Rows are counted over all sets of the annex, as printed: subject, funds, goal, indicators,
 * notes. */
static void write_targets(Long *lines, const Targets *targets) {
  size_t before = lines->row;
  lines->row += targets->subject_count;
  write_funds(lines, targets->funds, targets->fund_count, NULL);
  lines->row += targets->goal_label != NULL;
  write_indicators(lines, &targets->indicators);
  lines->row = before + targets_line_count(targets);
}

const char *const csv_long_titles[] = {"annex",  "row",  "code",   "name",
                                       "column", "role", "amount", "unit"};
const size_t csv_long_count = sizeof csv_long_titles / sizeof *csv_long_titles;

static void write_titles(Csv *csv) {
  for (size_t i = 0; i < csv_long_count; i++)
    csv_plain(csv, csv_long_titles[i]);
  csv_end(csv);
}

void csv_long(Csv *csv, const Document *document) {
  write_titles(csv);
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    Long lines = {.csv = csv, .annex = annex, .amount = STR_EMPTY};
    for (size_t k = 0; k < annex->table_count; k++)
      write_table(&lines, &annex->tables[k]);
    for (size_t k = 0; k < annex->target_count; k++)
      write_targets(&lines, &annex->targets[k]);
    str_free(&lines.amount);
  }
}
