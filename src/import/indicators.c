#include "import/indicators.h"

#include <string.h>

#include "base/i18n.h"
#include "import/words.h"
#include "model/build.h"

/* A row with a figure heads nothing: most rows of tables, told without looking headings up. */
static bool begins_with_digit(const StreamCell *cell) {
  return *cell->text >= '0' && *cell->text <= '9';
}

bool indicators_is_heading(Job *job, const StreamRow *row) {
  size_t levels = 0;
  for (size_t i = 0; i < row->cell_count; i++)
    if (begins_with_digit(job_cell(job, row, i)))
      return false;
  for (size_t i = 0; i < row->cell_count; i++)
    levels += role_merges(aliases_role(job->aliases, job_cell(job, row, i)->text, NULL));
  return levels >= 2;
}

static bool has_label(const Indicators *indicators, const StreamRow *row, Label label, bool alone) {
  if (!row->cell_count || (alone && row->cell_count > 1))
    return false;
  const char *folded = job_folded(indicators->job, job_cell(indicators->job, row, 0)->text);
  size_t length = aliases_label_length(indicators->job->aliases, label, folded);
  return length && (!alone || length == strlen(folded));
}

bool indicators_take(Indicators *indicators, const StreamRow *row) {
  if (!row->cell_count)
    return true;
  if (!indicators->heading && has_label(indicators, row, LABEL_INDICATORS, true)) {
    indicators->title = job_cell(indicators->job, row, 0);
    return true;
  }
  if (indicators_is_heading(indicators->job, row)) {
    indicators->begun = true;
    if (indicators->heading)
      job_leave_row(indicators->job, row, N_("heading, printed again"), false);
    else
      indicators->heading = row;
    return true;
  }
  indicators->ended |= indicators->begun && has_label(indicators, row, LABEL_NOTES, false);
  if (!indicators->begun || indicators->ended)
    return false;
  vec_push(&indicators->rows, row);
  return true;
}

/* --------------------------------------------------------------------------- columns */

/* The headings from the first level on; a label to their left, which names the whole, is none. */
static size_t first_heading(const Indicators *indicators) {
  const StreamRow *row = indicators->heading;
  const Job *job = indicators->job;
  for (size_t i = 0; i < row->cell_count; i++)
    if (role_merges(aliases_role(job->aliases, job_cell(job, row, i)->text, NULL)))
      return i;
  return 0;
}

static size_t column_of(const StreamRow *heading, const Job *job, size_t first, uint16_t at) {
  size_t count = heading->cell_count - first;
  for (size_t i = count; i-- > 1;)
    if (job_cell(job, heading, first + i)->first <= at)
      return i;
  return 0;
}

static Column *build_columns(Indicators *indicators, size_t first, Table *table) {
  Job *job = indicators->job;
  size_t count = indicators->heading->cell_count - first;
  Column *columns = arena_array(job->arena, count, sizeof *columns);
  for (size_t i = 0; i < count; i++) {
    const StreamCell *cell = job_cell(job, indicators->heading, first + i);
    columns[i].title = job_mended(job, cell->text);
    columns[i].role = aliases_role(job->aliases, columns[i].title, NULL);
    if (role_content(columns[i].role) == CONTENT_MONEY)
      columns[i].role = ROLE_TEXT;
    job_take(job, cell);
  }
  build_header(job->arena, table, columns, count);
  return columns;
}

/* -------------------------------------------------------------------------------- rows */

static bool is_relation(const char *text) {
  static const char *const signs[] = {"≥", "≤", "=", ">", "<", "＝", "＞", "＜", "定性"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (!strcmp(text, signs[i]))
      return true;
  return false;
}

/* Columns that a row of text without geometry stands too far to the left, because it lost what was
 * before it: its relation tells. */
static int shift_of(const Indicators *indicators, const Table *table, size_t first,
                    const StreamRow *row) {
  Job *job = indicators->job;
  int relation = table_leaf(table, ROLE_RELATION);
  if (relation < 0 || job->stream->spans_known)
    return 0;
  uint16_t expected = job_cell(job, indicators->heading, first + (size_t)relation)->first;
  int shift = 0;
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = job_cell(job, row, i);
    if (is_relation(cell->text) && cell->first <= expected)
      shift = expected - cell->first;
  }
  return shift;
}

static bool set_number(Cell *out, const char *text) {
  out->kind = CELL_NUMBER;
  return number_parse(text, strlen(text), &out->number, &out->decimals) == MONEY_OK;
}

static void set_cell(Job *job, Cell *out, Role role, const StreamCell *cell) {
  const char *text = job_mended(job, cell->text);
  if (out->kind == CELL_TEXT) {
    job_leave(job, cell, N_("a second text in one cell"), true);
    return;
  }
  if (role_content(role) == CONTENT_TEXT || !set_number(out, text))
    *out = (Cell){.kind = CELL_TEXT, .text = text, .length = (uint32_t)strlen(text)};
  job_take(job, cell);
}

static Cell *read_row(Indicators *indicators, const Table *table, size_t first,
                      const StreamRow *row) {
  Job *job = indicators->job;
  Cell *cells = arena_array(job->arena, table->leaf_count, sizeof *cells);
  int shift = shift_of(indicators, table, first, row);
  uint16_t left = job_cell(job, indicators->heading, first)->first;
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = job_cell(job, row, i);
    uint16_t at = (uint16_t)(cell->first + shift);
    if (at < left) {
      if (!indicators->title)
        indicators->title = cell;
      continue;
    }
    size_t column = column_of(indicators->heading, job, first, at);
    set_cell(job, &cells[column], table->leaves[column]->role, cell);
    if (shift && !i)
      notes_add(job->notes, (Note){true, false, cell->place, cell->text,
                                    N_("its row was moved to the right: a tab before it is lost")});
  }
  return cells;
}

/* A blank level with no outer level beside it goes on from the row above. */
static void mark_merged(const Table *table, Cell *cells, bool *begun) {
  bool outer = false;
  for (size_t c = 0; c < table->leaf_count; c++) {
    if (!role_merges(table->leaves[c]->role))
      continue;
    bool blank = cells[c].kind == CELL_BLANK;
    if (blank && !outer && begun[c])
      cells[c].kind = CELL_MERGED;
    outer |= !blank;
    begun[c] |= !blank;
  }
}

/* A column of numbers in which something else stands is one of texts. */
static void make_texts(Job *job, Table *table, Column *columns, Row *rows) {
  for (size_t c = 0; c < table->leaf_count; c++) {
    bool texts = false;
    for (size_t r = 0; r < table->row_count; r++)
      texts |= rows[r].cells[c].kind == CELL_TEXT;
    if (!texts || role_content(columns[c].role) == CONTENT_TEXT)
      continue;
    columns[c].role = ROLE_TEXT;
    for (size_t r = 0; r < table->row_count; r++) {
      Cell *cell = (Cell *)&rows[r].cells[c];
      if (cell->kind != CELL_NUMBER)
        continue;
      Str text = STR_EMPTY;
      number_write(&text, cell->number, cell->decimals);
      *cell = (Cell){.kind = CELL_TEXT, .length = (uint32_t)text.length};
      cell->text = arena_text(job->arena, text.data, text.length);
      str_free(&text);
    }
  }
}

static void build_rows(Indicators *indicators, size_t first, Column *columns, Table *table) {
  Job *job = indicators->job;
  Row *rows = arena_array(job->arena, indicators->rows.count, sizeof *rows);
  bool *begun = arena_array(job->arena, table->leaf_count, sizeof *begun);
  for (size_t r = 0; r < indicators->rows.count; r++) {
    const StreamRow *row = indicators->rows.items[r];
    Cell *cells = read_row(indicators, table, first, row);
    mark_merged(table, cells, begun);
    rows[r] = (Row){.cells = cells, .line = job->stream->lines_known ? row->line : 0};
  }
  table->rows = rows;
  table->row_count = indicators->rows.count;
  make_texts(job, table, columns, rows);
}

void indicators_finish(Indicators *indicators, Targets *targets) {
  Job *job = indicators->job;
  if (indicators->heading) {
    size_t first = first_heading(indicators);
    Table *table = &targets->indicators;
    Column *columns = build_columns(indicators, first, table);
    build_rows(indicators, first, columns, table);
    if (!indicators->title && first)
      indicators->title = job_cell(job, indicators->heading, 0);
  }
  if (indicators->title) {
    targets->indicators.title = job_mended(job, indicators->title->text);
    targets->indicators_title = targets->indicators.title;
    job_take(job, indicators->title);
  }
  vec_free(&indicators->rows);
}
