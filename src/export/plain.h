/* Tables for other programs: one title for each column, and cells as plain texts.
 *
 * A title joins what stands over a column, from the outermost heading to its own, by " / ". A cell
 * merged with the one above repeats its text. */
#ifndef BUDGETTUI_EXPORT_PLAIN_H
#define BUDGETTUI_EXPORT_PLAIN_H

#include "model/document.h"

typedef struct {
  const Table *table;
  char **titles;      /* of the leaves */
  const Cell **above; /* by leaf: the last cell that was not merged; NULL: none yet */
} PlainTable;

/* `panel`: what stands over all columns; NULL or "": nothing. Freed by plain_close. */
void plain_open(PlainTable *plain, const Table *table, const char *panel);
void plain_close(PlainTable *plain);

/* The cell whose text stands in a row: the one above for merged ones. Rows are asked for from top
 * to bottom, each leaf once for each row. */
const Cell *plain_cell(PlainTable *plain, const Row *row, size_t leaf);
/* Adds the text, figure or mark of a cell; nothing for a blank. */
void plain_write(Str *out, const Cell *cell, Unit unit);
/* Joins `parent` (NULL or "": nothing) and `title`. The caller frees with memory_free. */
char *plain_join(const char *parent, const char *title);

#endif
