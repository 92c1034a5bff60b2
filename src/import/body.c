#include "import/body.h"

#include <string.h>

#include "base/i18n.h"
#include "import/columns.h"
#include "import/words.h"


/* A row being filled: the cells of all panels. */
typedef struct {
  Job *job;
  const Raster *raster;
  const RasterColumns *columns;
  Unit unit;
  Cell *cells; /* one for each column of the raster */
} Filling;

/* ---------------------------------------------------------------------------- cells */

static uint16_t place_across(const Job *job, const StreamCell *cell) {
  bool text = job->stream->lines_known;
  return text && cell->place.across <= UINT16_MAX ? (uint16_t)cell->place.across : 0;
}

static void set_text(Job *job, Cell *out, CellKind kind, const StreamCell *cell) {
  out->kind = (uint8_t)kind;
  out->text = kind == CELL_TEXT ? job_mended(job, cell->text) : job_title(job, cell->text);
  out->length = (uint32_t)strlen(out->text);
}

/* The signs for none that the format takes; the longer ones are cut. */
static void set_sign(Job *job, Cell *out, const StreamCell *cell) {
  const char *text = job_title(job, cell->text);
  bool slash = *text == '/' || !strcmp(text, "／");
  out->kind = slash ? CELL_SLASH : CELL_DASH;
  out->text = slash ? "/" : *text == '-' ? "-" : arena_text(job->arena, text, 3);
  out->length = (uint32_t)strlen(out->text);
}

static bool set_figure(const Filling *filling, Cell *out, Content content, const char *text) {
  size_t length = strlen(text);
  if (content == CONTENT_MONEY) {
    out->kind = CELL_MONEY;
    return money_parse(text, length, filling->unit, &out->money, &out->decimals) == MONEY_OK;
  }
  out->kind = CELL_NUMBER;
  return number_parse(text, length, &out->number, &out->decimals) == MONEY_OK;
}

/* A figure without the spaces that stand in it. */
static const char *figure_text(Job *job, const char *text) {
  return words_is_amount(text) ? text : job_folded(job, text);
}

static void leave_figure(const Filling *filling, Cell *out, const StreamCell *cell,
                         const char *why) {
  *out = (Cell){.kind = CELL_BLANK};
  job_leave(filling->job, cell, why, true);
}

static void fill_figure(const Filling *filling, Cell *out, Content content,
                        const StreamCell *cell) {
  Job *job = filling->job;
  /* A field of a text is one, whatever stands in it. */
  if (job->stream->geometry_known && words_are_figures(job_mended(job, cell->text))) {
    leave_figure(filling, out, cell, N_("two figures whose columns cannot be told apart"));
    return;
  }
  if (words_is_sign(job_title(job, cell->text))) {
    set_sign(job, out, cell);
  } else if (!set_figure(filling, out, content, figure_text(job, cell->text))) {
    leave_figure(filling, out, cell, N_("no amount, in a column of amounts"));
    return;
  }
  job_take(job, cell);
}

static void fill_cell(const Filling *filling, size_t column, const StreamCell *cell) {
  Cell *out = &filling->cells[column];
  Content content = role_content(filling->columns->list[column].role);
  if (out->kind != CELL_BLANK) {
    job_leave(filling->job, cell, N_("a second text in one cell"), true);
    return;
  }
  if (content == CONTENT_TEXT) {
    set_text(filling->job, out, CELL_TEXT, cell);
    job_take(filling->job, cell);
  } else {
    fill_figure(filling, out, content, cell);
  }
  out->column = place_across(filling->job, cell);
}

/* Where a cell belongs: its own column; but 合计 that stands where amounts are expected is set across
 * the columns, and belongs to the nearest one to its left that says what a row is. */
static size_t column_for(const Filling *filling, size_t column, const StreamCell *cell) {
  const RasterColumn *list = filling->columns->list;
  if (role_content(list[column].role) != CONTENT_MONEY ||
      !title_is_total(cell->text, strlen(cell->text)))
    return column;
  for (size_t c = column; c-- > 0 && list[c].panel == list[column].panel;) {
    Role role = list[c].role;
    bool names = role == ROLE_CODE || role == ROLE_NAME || role == ROLE_ITEM;
    if (names && filling->cells[c].kind == CELL_BLANK)
      return c;
  }
  return column;
}

/* What a panel has of a row. */
typedef struct {
  Cell *name;      /* the first of the columns that say what a row is; NULL: it has none */
  Cell *total;     /* the one that names a total */
  bool named, money;
  const StreamCell *group; /* the heading over the panel, where there are several rows of them */
} PanelRow;

static PanelRow panel_row(const Filling *filling, size_t panel) {
  PanelRow row = {0};
  for (size_t c = 0; c < filling->columns->count; c++) {
    const RasterColumn *column = &filling->columns->list[c];
    Cell *cell = &filling->cells[c];
    if (column->panel != panel)
      continue;
    if (column->depth > 1)
      row.group = column->cells[0];
    row.money |= role_content(column->role) == CONTENT_MONEY && cell->kind != CELL_BLANK;
    if (column->role != ROLE_CODE && column->role != ROLE_NAME && column->role != ROLE_ITEM)
      continue;
    row.name = row.name && column->role == ROLE_CODE ? row.name : cell;
    row.named |= cell->kind != CELL_BLANK;
    if (cell->kind == CELL_TEXT && title_is_total(cell->text, cell->length))
      row.total = cell;
  }
  return row;
}

/* A total set over two panels of one heading, in the middle of both, belongs to the amount at its
 * right. */
static void move_totals(const Filling *filling) {
  for (size_t p = 1; p < filling->columns->panels; p++) {
    PanelRow left = panel_row(filling, p - 1), right = panel_row(filling, p);
    if (!left.total || left.money || !right.money || right.named || !right.name ||
        left.group != right.group)
      continue;
    *right.name = *left.total;
    *left.total = (Cell){.kind = CELL_BLANK};
  }
}

static void fill_row(const Filling *filling, size_t row) {
  const Raster *raster = filling->raster;
  const StreamRow *at = raster->rows.items[row].row;
  memset(filling->cells, 0, filling->columns->count * sizeof *filling->cells);
  for (size_t i = 0; i < at->cell_count; i++) {
    const StreamCell *cell = job_cell(raster->job, at, i);
    size_t column = raster_first_column(raster, row, cell);
    if (!*cell->text)
      job_take(raster->job, cell);
    else if (column < filling->columns->count)
      fill_cell(filling, column_for(filling, column, cell), cell);
  }
  /* Where places tell nothing, a blank field may as well be one. */
  if (raster->job->stream->spans_known)
    move_totals(filling);
}

/* ---------------------------------------------------------------------------- rows */

/* What tells the level of a panel's rows. */
typedef struct {
  int item;           /* leaf of the items; -1: none */
  bool coded;
  NumberForm outer;   /* of the numbers before the outermost rows */
  int last;           /* their last number */
  Row *heading;       /* the row before, where it has no number and is no total; else NULL */
  bool again;         /* the numbers began again, below a row without one */
  bool under;         /* rows without a number are inside the last one with one */
} Levels;

static Levels levels_of(const Table *table) {
  static const Role items[] = {ROLE_ITEM, ROLE_NAME};
  static const Role codes[] = {ROLE_CODE, ROLE_CODE_CLASS};
  return (Levels){.item = table_leaf_among(table, items, 2),
                  .coded = table_leaf_among(table, codes, 2) >= 0};
}

/* Numbers that begin again are inside the row above them: 年初结转和结余 over its own 一、二、三、. */
static bool begins_again(Levels *levels, const Numbering *numbering) {
  if (numbering->ordinal > 1)
    return levels->again;
  if (levels->heading && levels->last > 0)
    levels->heading->level = 1;
  return levels->heading && levels->last > 0;
}

/* 一、 is outermost, (一) and 1. are inside it, and so are rows without a number that follow, up to
 * a total. */
static uint8_t level_of(Levels *levels, const Cell *item, bool total) {
  Numbering numbering = words_numbering(item->text);
  if (total) {
    levels->under = levels->again = false;
    return 1;
  }
  if (!numbering.form) {
    bool inside = levels->under && !levels->again;
    levels->again = false;
    return inside ? 2 : 1;
  }
  if (!levels->outer || numbering.form < levels->outer)
    levels->outer = numbering.form;
  if (numbering.form > levels->outer)
    return 2;
  levels->again = begins_again(levels, &numbering);
  levels->last = numbering.ordinal;
  levels->under = true;
  return levels->again ? 2 : 1;
}

static bool is_blank_row(const Row *row, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (row->cells[i].kind != CELL_BLANK)
      return false;
  return true;
}

static bool row_is_total(const Table *table, const Cell *cells) {
  for (size_t i = 0; i < table->leaf_count; i++) {
    Role role = table->leaves[i]->role;
    bool names = role == ROLE_CODE || role == ROLE_NAME || role == ROLE_ITEM;
    if (names && cells[i].kind == CELL_TEXT && title_is_total(cells[i].text, cells[i].length))
      return true;
  }
  return false;
}

/* Rows of a table, and of a file whose rows are known by their pages alone the page of each. */
typedef struct {
  VEC(Row) list;
  VEC(uint32_t) pages;
} Rows;

/* The rows of one panel among those of the raster. */
static void finish_panel(Job *job, const Rows *rows, size_t first, bool panels, Table *table) {
  size_t count = rows->list.count;
  Row *list = arena_array(job->arena, count, sizeof *list);
  Levels levels = levels_of(table);
  for (size_t r = 0; r < count; r++) {
    list[r] = rows->list.items[r];
    list[r].cells += first;
    list[r].total = row_is_total(table, list[r].cells);
    const Cell *item = levels.item < 0 ? NULL : &list[r].cells[levels.item];
    if (!panels || levels.coded || !item || item->kind != CELL_TEXT)
      continue;
    list[r].level = level_of(&levels, item, list[r].total);
    bool heading = !list[r].total && !words_numbering(item->text).form;
    levels.heading = heading ? &list[r] : NULL;
  }
  table->rows = list;
  table->row_count = count;
}

static void fill_rows(Filling *filling, Rows *rows) {
  const Raster *raster = filling->raster;
  size_t count = filling->columns->count;
  for (size_t r = raster->heading_count; r < raster->rows.count; r++) {
    const StreamRow *at = raster->rows.items[r].row;
    filling->cells = arena_array(filling->job->arena, count, sizeof *filling->cells);
    fill_row(filling, r);
    bool text = filling->job->stream->lines_known;
    Row row = {.cells = filling->cells, .line = text ? at->line : 0, .column = text ? 1 : 0};
    if (is_blank_row(&row, count))
      continue;
    vec_push(&rows->list, row);
    vec_push(&rows->pages, text || !at->cell_count ? 0 : job_cell(raster->job, at, 0)->place.page);
  }
}

static void build_tables(Filling *filling, Annex *annex) {
  Job *job = filling->job;
  const RasterColumns *columns = filling->columns;
  Table *tables = arena_array(job->arena, columns->panels, sizeof *tables);
  Rows rows = {0};
  fill_rows(filling, &rows);
  const uint32_t *pages = job->stream->lines_known
                              ? NULL
                              : arena_copy(job->arena, rows.pages.items, rows.pages.count,
                                           sizeof *rows.pages.items);
  size_t first = 0;
  for (size_t p = 0; p < columns->panels; p++) {
    columns_build(filling->raster, columns, p, &tables[p]);
    finish_panel(job, &rows, first, columns->panels > 1, &tables[p]);
    tables[p].pages = pages;
    first += tables[p].leaf_count;
  }
  vec_free(&rows.list);
  vec_free(&rows.pages);
  annex->tables = tables;
  annex->table_count = columns->panels;
}

static void leave_sheet(Job *job, const Sheet *sheet) {
  for (size_t i = 0; i < sheet->parts.count; i++) {
    const SheetPart *part = &sheet->parts.items[i];
    for (size_t r = part->first_row; r < part->item->row_count; r++)
      job_leave_row(job, job_row(job, part->item, r),
                    N_("a table of more cells than are read; to read it, use "
                       "--limit import-cells=N"),
                    true);
  }
}

bool body_build(Job *job, const Sheet *sheet, Annex *annex) {
  Raster raster;
  raster_open(job, sheet, &raster);
  bool table = raster.column_count && raster.heading_count;
  bool good = table && raster.rows.count <= limit_of(job->limits, LIMIT_IMPORT_CELLS) /
                                                raster.column_count;
  if (table && !good)
    leave_sheet(job, sheet);
  if (good) {
    RasterColumns columns;
    columns_open(&raster, &columns);
    Filling filling = {job, &raster, &columns, annex->unit, NULL};
    build_tables(&filling, annex);
  }
  raster_close(&raster);
  return good;
}
