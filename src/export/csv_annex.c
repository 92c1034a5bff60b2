#include <string.h>

#include "base/vec.h"
#include "export/csv_export.h"
#include "export/plain.h"
#include "model/targets.h"

static void add_cell(Csv *csv, const Cell *cell, Unit unit) {
  if (cell->kind == CELL_TEXT) {
    csv_text(csv, cell->text, cell->length);
    return;
  }
  Str text = STR_EMPTY;
  plain_write(&text, cell, unit);
  csv_plain(csv, text.data);
  str_free(&text);
}

static void add_text(Csv *csv, const char *text) {
  csv_text(csv, text ? text : "", text ? strlen(text) : 0);
}

/* ------------------------------------------------------------------------- tables */

static void add_row(Csv *csv, PlainTable *plain, size_t row, Unit unit) {
  const Table *table = plain->table;
  for (size_t leaf = 0; leaf < table->leaf_count; leaf++) {
    if (row < table->row_count)
      add_cell(csv, plain_cell(plain, &table->rows[row], leaf), unit);
    else
      csv_plain(csv, NULL);
  }
}

static void write_tables(Csv *csv, const Annex *annex) {
  PlainTable *plain = memory_zero(annex->table_count, sizeof *plain);
  size_t rows = 0;
  for (size_t i = 0; i < annex->table_count; i++) {
    const Table *table = &annex->tables[i];
    plain_open(&plain[i], table, table->title);
    rows = table->row_count > rows ? table->row_count : rows;
    for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
      add_text(csv, plain[i].titles[leaf]);
  }
  bool wanted = csv_end(csv);
  for (size_t row = 0; row < rows && wanted; row++) {
    for (size_t i = 0; i < annex->table_count; i++)
      add_row(csv, &plain[i], row, annex->unit);
    wanted = csv_end(csv);
  }
  for (size_t i = 0; i < annex->table_count; i++)
    plain_close(&plain[i]);
  memory_free(plain);
}

/* ------------------------------------------------------------------------ targets */

/* The columns of all sets of indicators: those with the same title are one. */
typedef struct {
  VEC(char *) titles;
} Columns;

/* The column with this title that is not yet taken by a leaf of the same set. */
static size_t find_column(const Columns *columns, const char *title, const bool *taken) {
  size_t i = 0;
  while (i < columns->titles.count && (taken[i] || strcmp(columns->titles.items[i], title)))
    i++;
  return i;
}

/* Which column each leaf of a set stands in; new columns are added. Freed by the caller. */
static size_t *place_leaves(Columns *columns, const PlainTable *plain) {
  size_t leaves = plain->table->leaf_count;
  size_t *places = memory_zero(leaves + 1, sizeof *places);
  bool *taken = memory_zero(columns->titles.count + leaves + 1, sizeof *taken);
  for (size_t leaf = 0; leaf < leaves; leaf++) {
    const char *title = plain->titles[leaf];
    size_t place = places[leaf] = find_column(columns, title, taken);
    if (place == columns->titles.count)
      vec_push(&columns->titles, memory_copy(title, strlen(title)));
    taken[place] = true;
  }
  memory_free(taken);
  return places;
}

/* One line: what it is about, its label and value, and the cells of an indicator. */
typedef struct {
  Csv *csv;
  const Annex *annex;
  Columns columns;
  size_t set;
  PlainTable plain;
  size_t *places;
} TargetSheet;

static void begin_line(TargetSheet *sheet, const char *part, const char *label) {
  csv_number(sheet->csv, sheet->set + 1);
  csv_plain(sheet->csv, part);
  add_text(sheet->csv, label);
}

static void end_line(TargetSheet *sheet) {
  for (size_t i = 0; i < sheet->columns.titles.count; i++)
    csv_plain(sheet->csv, NULL);
  csv_end(sheet->csv);
}

static void write_funds(TargetSheet *sheet, const Labelled *funds, size_t count, const char *parent) {
  for (size_t i = 0; i < count; i++) {
    char *label = plain_join(parent, funds[i].label);
    begin_line(sheet, "funds", label);
    add_cell(sheet->csv, &funds[i].value, sheet->annex->unit);
    end_line(sheet);
    write_funds(sheet, funds[i].parts, funds[i].part_count, label);
    memory_free(label);
  }
}

static void write_remark(TargetSheet *sheet, const char *part, const char *heading,
                         const char *label, const char *text) {
  if (!label)
    return;
  char *joined = plain_join(heading, label);
  begin_line(sheet, part, joined);
  add_text(sheet->csv, text);
  end_line(sheet);
  memory_free(joined);
}

static void write_indicator(TargetSheet *sheet, const Row *row, const Cell **cells) {
  size_t count = sheet->columns.titles.count;
  memset(cells, 0, count * sizeof *cells);
  for (size_t leaf = 0; leaf < sheet->plain.table->leaf_count; leaf++)
    cells[sheet->places[leaf]] = plain_cell(&sheet->plain, row, leaf);
  begin_line(sheet, "indicators", NULL);
  csv_plain(sheet->csv, NULL);
  for (size_t i = 0; i < count; i++) {
    if (cells[i])
      add_cell(sheet->csv, cells[i], sheet->annex->unit);
    else
      csv_plain(sheet->csv, NULL);
  }
  csv_end(sheet->csv);
}

static void write_set(TargetSheet *sheet, const Targets *targets) {
  for (size_t i = 0; i < targets->subject_count; i++) {
    begin_line(sheet, "subject", targets->subject[i].label);
    add_cell(sheet->csv, &targets->subject[i].value, sheet->annex->unit);
    end_line(sheet);
  }
  write_funds(sheet, targets->funds, targets->fund_count, NULL);
  write_remark(sheet, "goal", targets->goal_heading, targets->goal_label, targets->goal);
  const Cell **cells = memory_zero(sheet->columns.titles.count + 1, sizeof *cells);
  for (size_t i = 0; i < targets->indicators.row_count && !sheet->csv->sink->stopped; i++)
    write_indicator(sheet, &targets->indicators.rows[i], cells);
  memory_free((void *)cells);
  write_remark(sheet, "notes", targets->notes_heading, targets->notes_label, targets->notes);
}

static void write_target_titles(TargetSheet *sheet) {
  static const char *const titles[] = {"set", "part", "label", "value"};
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    csv_plain(sheet->csv, titles[i]);
  for (size_t i = 0; i < sheet->columns.titles.count; i++)
    add_text(sheet->csv, sheet->columns.titles.items[i]);
  csv_end(sheet->csv);
}

/* Calls for each set once its indicators are placed. */
static void each_set(TargetSheet *sheet, void (*act)(TargetSheet *sheet, const Targets *targets)) {
  for (size_t i = 0; i < sheet->annex->target_count; i++) {
    const Targets *targets = &sheet->annex->targets[i];
    sheet->set = i;
    plain_open(&sheet->plain, &targets->indicators, NULL);
    sheet->places = place_leaves(&sheet->columns, &sheet->plain);
    if (act)
      act(sheet, targets);
    memory_free(sheet->places);
    plain_close(&sheet->plain);
  }
}

static void write_targets(Csv *csv, const Annex *annex) {
  TargetSheet sheet = {.csv = csv, .annex = annex};
  each_set(&sheet, NULL);
  write_target_titles(&sheet);
  each_set(&sheet, write_set);
  for (size_t i = 0; i < sheet.columns.titles.count; i++)
    memory_free(sheet.columns.titles.items[i]);
  vec_free(&sheet.columns.titles);
}

void csv_annex(Csv *csv, const Annex *annex) {
  if (annex->target_count)
    write_targets(csv, annex);
  else
    write_tables(csv, annex);
}
