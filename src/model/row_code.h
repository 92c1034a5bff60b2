/* The account codes of a table's rows, over one or three code columns.
 *
 * For code that asks for many rows: the columns are found once, and a code that
 * a cell holds plainly is pointed at, not copied. */
#ifndef BUDGETTUI_MODEL_ROW_CODE_H
#define BUDGETTUI_MODEL_ROW_CODE_H

#include "base/str.h"
#include "model/document.h"

/* The leaves of the code columns; -1: there is none. */
typedef struct {
  int code;
  int parts[3]; /* class, section, item; used when `code` is -1 */
} CodeColumns;

typedef struct {
  const char *text; /* digits; NUL ends them only when the row's cell is plain */
  size_t length;    /* 0: the row has no code */
} RowCode;

CodeColumns code_columns(const Table *table);
bool code_columns_any(const CodeColumns *columns);
/* The code of a row. It points into the row's cell, or into `room` (started with STR_EMPTY, freed
 * by the caller) where it had to be put together, until the next call with that room. */
RowCode row_code(const CodeColumns *columns, const Row *row, Str *room);

#endif
