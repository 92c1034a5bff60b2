#include "export/text_sheet.h"

#include <stdint.h>
#include <string.h>

#include "text/width.h"

enum {
  GAP = 2,          /* columns between columns */
  PANEL_GAP = 3,    /* and between panels: " | " */
  NAME_KEPT = 16,   /* a name is first cut to this width, */
  NAME_LEAST = 8,   /* and after the headings of amounts to this */
  HEADING_LEAST = 4
};

static const struct {
  unsigned mark;
  char sign;
} signs[] = {{MARK_DERIVED, '+'}, {MARK_CONVERTED, '*'}};
enum { SIGNS = sizeof signs / sizeof *signs };

/* ------------------------------------------------------------------ filling */

void sheet_add(Sheet *sheet, SheetKind kind, const char *title) {
  vec_push(&sheet->columns, (SheetColumn){.kind = kind, .title = title ? title : ""});
  sheet->titles = sheet->titles || (title && *title);
}

static SheetKind kind_of_role(Role role) {
  if (role_content(role) != CONTENT_TEXT)
    return SHEET_AMOUNT;
  return role_is_code(role) || role == ROLE_SERIAL || role == ROLE_RELATION ||
                 role == ROLE_VALUE || role == ROLE_MEASURE
             ? SHEET_CODE
             : SHEET_TEXT;
}

static void add_columns(Sheet *sheet, const Column *columns, size_t count, size_t level) {
  for (size_t i = 0; i < count; i++) {
    const Column *column = &columns[i];
    if (!column->column_count) {
      sheet_add(sheet, kind_of_role(column->role), column->title);
      continue;
    }
    SheetGroup group = {column->title, sheet->columns.count, column->leaf_count, level};
    vec_push(&sheet->groups, group);
    if (level + 1 > sheet->levels)
      sheet->levels = level + 1;
    add_columns(sheet, column->columns, column->column_count, level + 1);
  }
}

void sheet_add_table(Sheet *sheet, const Table *table, size_t skip) {
  add_columns(sheet, table->columns, table->column_count, skip);
}

void sheet_free(Sheet *sheet) {
  vec_free(&sheet->columns);
  vec_free(&sheet->groups);
}

void sheet_cell(const Paper *paper, const Cell *cell, Unit unit, SheetCell *out) {
  Figure figure;
  switch ((CellKind)cell->kind) {
    case CELL_BLANK: break;
    case CELL_TEXT:
    case CELL_DASH:
    case CELL_SLASH: str_add(&out->text, cell->text, cell->length); break;
    case CELL_NUMBER: number_write(&out->text, cell->number, cell->decimals); break;
    case CELL_MERGED:
      str_add_char(&out->text, '^');
      out->marks |= MARK_MERGED;
      break;
    case CELL_MONEY:
      if (cell_figure(cell, unit, &figure))
        out->marks |= paper_figure(paper, figure, &out->text);
      break;
  }
}

/* ------------------------------------------------------------------ widths */

static void grow(size_t *size, size_t wanted) {
  if (*size < wanted)
    *size = wanted;
}

static void fill_cell(const Sheet *sheet, Paper *paper, size_t row, size_t column,
                      SheetCell *cell) {
  str_clear(&cell->text);
  cell->marks = 0;
  cell->sign = NULL;
  cell->alone = false;
  sheet->cell(sheet, paper, row, column, cell);
  paper_flatten(&cell->text);
}

/* The columns that a cell's marks and sign take. */
static size_t marks_width(const SheetCell *cell) {
  size_t width = cell->sign ? width_text(cell->sign->text, strlen(cell->sign->text)) : 0;
  for (size_t i = 0; i < SIGNS; i++)
    width += (cell->marks & signs[i].mark) != 0;
  return width;
}

static void use_sign(Paper *paper, const TextSign *sign) {
  for (size_t i = 0; i < paper->signs.count; i++)
    if (paper->signs.items[i] == sign)
      return;
  vec_push(&paper->signs, sign);
}

static void measure(Sheet *sheet, Paper *paper) {
  SheetCell cell = {.text = STR_EMPTY};
  for (size_t row = 0; row < sheet->rows; row++)
    for (size_t i = 0; i < sheet->columns.count; i++) {
      fill_cell(sheet, paper, row, i, &cell);
      if (cell.alone)
        break;
      grow(&sheet->columns.items[i].content, width_text(cell.text.data, cell.text.length));
      grow(&sheet->columns.items[i].marks, marks_width(&cell));
      paper->marks |= cell.marks;
      if (cell.sign)
        use_sign(paper, cell.sign);
    }
  str_free(&cell.text);
}

static size_t gap_before(const Sheet *sheet, size_t column) {
  return !column ? 0 : sheet->columns.items[column].panel ? PANEL_GAP : GAP;
}

/* Columns of a line from one column of the sheet to another. */
static size_t span(const Sheet *sheet, size_t first, size_t count) {
  size_t width = 0;
  for (size_t i = first; i < first + count; i++)
    width += sheet->columns.items[i].width + (i > first ? gap_before(sheet, i) : 0);
  return width;
}

static void fit_titles(Sheet *sheet) {
  for (size_t i = 0; i < sheet->columns.count; i++) {
    SheetColumn *column = &sheet->columns.items[i];
    column->width = column->content + column->marks;
    grow(&column->width, width_text(column->title, strlen(column->title)));
  }
  for (size_t i = sheet->groups.count; i-- > 0;) {
    const SheetGroup *group = &sheet->groups.items[i];
    size_t wanted = width_text(group->title, strlen(group->title));
    size_t there = span(sheet, group->first, group->count);
    if (wanted > there)
      sheet->columns.items[group->first + group->count - 1].width += wanted - there;
  }
}

/* How far columns give way, one round after the other. */
typedef enum { SHRINK_ASIDES, SHRINK_NAMES, SHRINK_HEADINGS, SHRINK_MORE, SHRINK_ROUNDS } Round;

/* The least width of a column in a round; one that does not shrink in it stays as it is. */
static size_t least_width(const SheetColumn *column, int round) {
  static const size_t texts[SHRINK_ROUNDS] = {
      [SHRINK_NAMES] = NAME_KEPT, [SHRINK_HEADINGS] = SIZE_MAX, [SHRINK_MORE] = NAME_LEAST};
  size_t content = column->content + column->marks, least = column->width;
  if (column->kind == SHEET_TEXT && round != SHRINK_ASIDES)
    least = texts[round];
  else if (column->kind == SHEET_ASIDE && round == SHRINK_ASIDES)
    least = NAME_LEAST;
  else if (column->kind != SHEET_TEXT && round == SHRINK_HEADINGS)
    least = content > HEADING_LEAST ? content : HEADING_LEAST;
  return least < column->width ? least : column->width;
}

/* The width of a column of which no more than `cap` is left, as far as it gives way. */
static size_t capped(const SheetColumn *column, int round, size_t cap) {
  size_t least = least_width(column, round), width = cap < column->width ? cap : column->width;
  return width > least ? width : least;
}

static size_t total_capped(const Sheet *sheet, int round, size_t cap) {
  size_t total = 0;
  for (size_t i = 0; i < sheet->columns.count; i++)
    total += capped(&sheet->columns.items[i], round, cap);
  return total;
}

/* Takes `excess` columns from the widest that give way; what is left of it. */
static size_t shrink(Sheet *sheet, size_t excess, int round) {
  size_t all = total_capped(sheet, round, SIZE_MAX), wanted = all > excess ? all - excess : 0;
  size_t low = 0, high = all;
  while (low < high) { /* the largest cap that is enough; 0 if none is */
    size_t middle = low + (high - low + 1) / 2;
    if (total_capped(sheet, round, middle) <= wanted)
      low = middle;
    else
      high = middle - 1;
  }
  size_t total = total_capped(sheet, round, low);
  for (size_t i = 0; i < sheet->columns.count; i++) {
    SheetColumn *column = &sheet->columns.items[i];
    size_t width = capped(column, round, low);
    bool spare = total < wanted && width == low && column->width > low;
    column->width = width + spare;
    total += spare;
  }
  return total > wanted ? total - wanted : 0;
}

static void lay_out(Sheet *sheet, Paper *paper) {
  measure(sheet, paper);
  fit_titles(sheet);
  size_t width = span(sheet, 0, sheet->columns.count), asked = paper->options->width;
  size_t excess = asked && width > asked ? width - asked : 0;
  for (int round = 0; round < SHRINK_ROUNDS && excess; round++)
    excess = shrink(sheet, excess, round);
}

/* ------------------------------------------------------------------ writing */

static void write_gap(const Sheet *sheet, Paper *paper, size_t column) {
  if (column)
    paper_plain(paper, sheet->columns.items[column].panel ? " | " : "  ");
}

/* Passes over the columns [first, end), keeping the rule between panels. */
static void write_blank(const Sheet *sheet, Paper *paper, size_t first, size_t end) {
  for (size_t i = first; i < end; i++) {
    write_gap(sheet, paper, i);
    paper_fill(paper, ' ', sheet->columns.items[i].width);
  }
}

/* A line of group titles, or (`rule`) of the rules below them. */
static void write_groups(const Sheet *sheet, Paper *paper, size_t level, bool rule) {
  size_t at = 0;
  for (size_t i = 0; i < sheet->groups.count; i++) {
    const SheetGroup *group = &sheet->groups.items[i];
    if (group->level != level)
      continue;
    write_blank(sheet, paper, at, group->first);
    write_gap(sheet, paper, group->first);
    size_t width = span(sheet, group->first, group->count);
    if (rule)
      paper_fill(paper, '-', width);
    else
      paper_fit(paper, group->title, strlen(group->title), width, FIT_CENTER);
    at = group->first + group->count;
  }
  write_blank(sheet, paper, at, sheet->columns.count);
  paper_end(paper);
}

static FitAlign align_of(const SheetColumn *column) {
  return column->kind == SHEET_AMOUNT ? FIT_RIGHT : FIT_LEFT;
}

static void write_headings(const Sheet *sheet, Paper *paper) {
  for (size_t level = 0; level < sheet->levels; level++) {
    write_groups(sheet, paper, level, false);
    write_groups(sheet, paper, level, true);
  }
  if (!sheet->titles)
    return;
  for (size_t i = 0; i < sheet->columns.count; i++) {
    const SheetColumn *column = &sheet->columns.items[i];
    size_t room = column->width - (column->width > column->marks ? column->marks : 0);
    write_gap(sheet, paper, i);
    if (width_text(column->title, strlen(column->title)) > room)
      room = column->width;
    paper_fit(paper, column->title, strlen(column->title), room, align_of(column));
    paper_fill(paper, ' ', column->width - room);
  }
  paper_end(paper);
  for (size_t i = 0; i < sheet->columns.count; i++) {
    write_gap(sheet, paper, i);
    paper_fill(paper, '-', sheet->columns.items[i].width);
  }
  paper_end(paper);
}

/* The text of a cell with its sign and marks behind it, in the column's width. A name's marks stand
 * right behind the name, those of figures each in a place of their own. */
static void write_cell(Paper *paper, const SheetColumn *column, const SheetCell *cell) {
  size_t room = column->width - column->marks, marks = marks_width(cell);
  size_t taken = width_text(cell->text.data, cell->text.length);
  size_t spaces = taken < room ? room - taken : 0;
  FitAlign align = align_of(column);
  if (align == FIT_RIGHT)
    paper_fill(paper, ' ', spaces);
  if (taken > room)
    paper_fit(paper, cell->text.data, cell->text.length, room, align);
  else
    fit_whole(&paper->sink.text, cell->text.data, cell->text.length);
  if (cell->sign)
    paper_plain(paper, cell->sign->text);
  for (size_t i = 0; i < SIGNS; i++)
    if (cell->marks & signs[i].mark)
      paper_fill(paper, signs[i].sign, 1);
  paper_fill(paper, ' ', column->marks - marks);
  if (align == FIT_LEFT)
    paper_fill(paper, ' ', spaces);
}

static void write_rows(const Sheet *sheet, Paper *paper) {
  SheetCell cell = {.text = STR_EMPTY};
  for (size_t row = 0; row < sheet->rows && !paper->sink.stopped; row++) {
    for (size_t i = 0; i < sheet->columns.count; i++) {
      fill_cell(sheet, paper, row, i, &cell);
      write_gap(sheet, paper, i);
      if (cell.alone) {
        paper_text(paper, cell.text.data, cell.text.length);
        break;
      }
      write_cell(paper, &sheet->columns.items[i], &cell);
    }
    paper_end(paper);
  }
  str_free(&cell.text);
}

void sheet_write(Sheet *sheet, Paper *paper) {
  lay_out(sheet, paper);
  write_headings(sheet, paper);
  write_rows(sheet, paper);
}
