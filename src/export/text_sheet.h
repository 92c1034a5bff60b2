/* A table as aligned lines: headings with their groups above, then one line for each row.
 *
 * What stands in a cell comes from a function that is asked twice for each cell, first to learn
 * the widths and then to write: no cell is kept. The caller fills a Sheet, writes it, frees it. */
#ifndef BUDGETTUI_EXPORT_TEXT_SHEET_H
#define BUDGETTUI_EXPORT_TEXT_SHEET_H

#include "base/vec.h"
#include "export/text_paper.h"

typedef enum {
  SHEET_CODE,   /* never cut */
  SHEET_TEXT,   /* gives way when there are too few columns, */
  SHEET_ASIDE,  /* and text that only adds to the row before that */
  SHEET_AMOUNT, /* on the right, never cut */
} SheetKind;

typedef struct {
  SheetKind kind;
  const char *title; /* as printed; "" for none */
  bool panel;        /* a new panel begins here */
  /* Computed: columns taken, columns of the widest cell without marks, columns of the marks and
   * the sign of one cell. */
  size_t width, content, marks;
} SheetColumn;

/* A heading over columns [first, first + count), `level` lines from the top. */
typedef struct {
  const char *title;
  size_t first, count, level;
} SheetGroup;

/* What stands in a cell. */
typedef struct {
  Str text;       /* as printed; made safe and flat by the sheet */
  unsigned marks; /* MARK_* */
  const TextSign *sign; /* of a figure; NULL: none */
  bool alone;     /* nothing follows in its row: it may be wider than its column */
} SheetCell;

typedef struct Sheet {
  VEC(SheetColumn) columns;
  VEC(SheetGroup) groups;
  size_t levels; /* lines of groups */
  size_t rows;
  bool titles;   /* the columns have headings */
  /* Adds to an empty cell. */
  void (*cell)(const struct Sheet *sheet, Paper *paper, size_t row, size_t column, SheetCell *cell);
  const void *context;
} Sheet;

void sheet_add(Sheet *sheet, SheetKind kind, const char *title);
/* The columns of a table with their groups, the first `skip` lines left to other groups. */
void sheet_add_table(Sheet *sheet, const Table *table, size_t skip);
void sheet_write(Sheet *sheet, Paper *paper);
void sheet_free(Sheet *sheet);

/* Adds a cell of a table as it is printed, its figure in the unit asked for. */
void sheet_cell(const Paper *paper, const Cell *cell, Unit unit, SheetCell *out);

#endif
