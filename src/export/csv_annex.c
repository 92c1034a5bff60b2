#include <string.h>

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

static void add_column(CsvColumns *columns, const char *title, Content content) {
  vec_push(&columns->list, (CsvColumn){memory_copy(title, strlen(title)), content});
}

static void add_table_columns(CsvColumns *columns, const Annex *annex) {
  for (size_t i = 0; i < annex->table_count; i++) {
    const Table *table = &annex->tables[i];
    PlainTable plain;
    plain_open(&plain, table, table->title);
    for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
      add_column(columns, plain.titles[leaf], role_content(table->leaves[leaf]->role));
    plain_close(&plain);
  }
}

static void write_tables(Csv *csv, const Annex *annex) {
  PlainTable *plain = memory_zero(annex->table_count + 1, sizeof *plain);
  size_t rows = 0;
  for (size_t i = 0; i < annex->table_count; i++) {
    const Table *table = &annex->tables[i];
    plain_open(&plain[i], table, table->title);
    rows = table->row_count > rows ? table->row_count : rows;
  }
  bool wanted = true;
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

/* Before the columns of indicators: what a line is about. */
static const char *const about[] = {"set", "part", "label", "value"};
enum { ABOUT = sizeof about / sizeof *about };

/* The column of indicators with this title that is not yet taken by a leaf of the same set. */
static size_t find_column(const CsvColumns *columns, const char *title, const bool *taken) {
  size_t i = ABOUT;
  while (i < columns->list.count && (taken[i] || strcmp(columns->list.items[i].title, title)))
    i++;
  return i;
}

/* Which column each leaf of a set stands in: leaves with the same title share one; new columns are
 * added. Freed by the caller. */
static size_t *place_leaves(CsvColumns *columns, const PlainTable *plain) {
  size_t leaves = plain->table->leaf_count;
  size_t *places = memory_zero(leaves + 1, sizeof *places);
  bool *taken = memory_zero(columns->list.count + leaves + 1, sizeof *taken);
  for (size_t leaf = 0; leaf < leaves; leaf++) {
    const char *title = plain->titles[leaf];
    Content content = role_content(plain->table->leaves[leaf]->role);
    size_t place = places[leaf] = find_column(columns, title, taken);
    if (place == columns->list.count)
      add_column(columns, title, content);
    if (columns->list.items[place].content != content)
      columns->list.items[place].content = CONTENT_TEXT;
    taken[place] = true;
  }
  memory_free(taken);
  return places;
}

/* One line: what it is about, its label and value, and the cells of an indicator. */
typedef struct {
  Csv *csv;
  const Annex *annex;
  CsvColumns columns;
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
  for (size_t i = ABOUT; i < sheet->columns.list.count; i++)
    csv_plain(sheet->csv, NULL);
  csv_end(sheet->csv);
}

static void write_funds(TargetSheet *sheet, const Labelled *funds, size_t count,
                        const char *parent) {
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
  size_t count = sheet->columns.list.count;
  memset(cells, 0, count * sizeof *cells);
  for (size_t leaf = 0; leaf < sheet->plain.table->leaf_count; leaf++)
    cells[sheet->places[leaf]] = plain_cell(&sheet->plain, row, leaf);
  begin_line(sheet, "indicators", NULL);
  csv_plain(sheet->csv, NULL);
  for (size_t i = ABOUT; i < count; i++) {
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
  const Cell **cells = memory_zero(sheet->columns.list.count + 1, sizeof *cells);
  for (size_t i = 0; i < targets->indicators.row_count && !sheet->csv->sink->stopped; i++)
    write_indicator(sheet, &targets->indicators.rows[i], cells);
  memory_free((void *)cells);
  write_remark(sheet, "notes", targets->notes_heading, targets->notes_label, targets->notes);
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

static void add_target_columns(TargetSheet *sheet) {
  for (size_t i = 0; i < ABOUT; i++)
    add_column(&sheet->columns, about[i], i ? CONTENT_TEXT : CONTENT_NUMBER);
  each_set(sheet, NULL);
}

static void write_targets(Csv *csv, const Annex *annex) {
  TargetSheet sheet = {.csv = csv, .annex = annex};
  add_target_columns(&sheet);
  each_set(&sheet, write_set);
  csv_columns_close(&sheet.columns);
}

/* -------------------------------------------------------------------------- columns */

static bool is_used(const CsvColumns *columns, size_t before, const char *title) {
  for (size_t i = 0; i < before; i++)
    if (!strcmp(columns->list.items[i].title, title))
      return true;
  return !*title;
}

static void make_unique(CsvColumns *columns) {
  for (size_t i = 0; i < columns->list.count; i++) {
    CsvColumn *column = &columns->list.items[i];
    Str title = STR_EMPTY;
    str_add_text(&title, column->title);
    for (size_t number = *column->title ? 2 : i + 1; is_used(columns, i, title.data); number++) {
      str_clear(&title);
      str_printf(&title, "%s%s(%zu)", column->title, *column->title ? " " : "", number);
    }
    memory_free(column->title);
    column->title = str_take(&title);
  }
}

void csv_columns_open(CsvColumns *columns, const Annex *annex, bool unique) {
  TargetSheet sheet = {.annex = annex};
  if (annex->target_count)
    add_target_columns(&sheet);
  else
    add_table_columns(&sheet.columns, annex);
  if (unique)
    make_unique(&sheet.columns);
  *columns = sheet.columns;
}

void csv_columns_close(CsvColumns *columns) {
  for (size_t i = 0; i < columns->list.count; i++)
    memory_free(columns->list.items[i].title);
  vec_free(&columns->list);
}

void csv_annex(Csv *csv, const Annex *annex, bool unique) {
  CsvColumns columns;
  csv_columns_open(&columns, annex, unique);
  for (size_t i = 0; i < columns.list.count; i++)
    add_text(csv, columns.list.items[i].title);
  csv_end(csv);
  csv_columns_close(&columns);
  if (annex->target_count)
    write_targets(csv, annex);
  else
    write_tables(csv, annex);
}
