/* Tables for tests, written as text.
 *
 * Columns are role names: "code,name,total". A row is its cells between bars:
 * "201|一般公共服务支出|12.00". Nothing between bars is a blank, - or – a dash, / a slash, ^ a cell
 * merged with the one above. A row may begin with its level and >, and with ! when it is a total. */
#ifndef BUDGETTUI_TEST_MAKE_TABLE_H
#define BUDGETTUI_TEST_MAKE_TABLE_H

#include "model/document.h"

/* A table in the arena; `rows` ends with NULL. Amounts are in `unit`. Row n has line n + 1. */
Table *make_table(Arena *arena, Unit unit, const char *columns, const char *const *rows);
/* The same with `count` rows. */
Table *make_rows(Arena *arena, Unit unit, const char *columns, const char *const *rows,
                 size_t count);
/* A document of these annexes, completed by build_finish; its arena becomes the document's. The
 * diagnostics are the caller's. */
Document *make_document(Arena *arena, const Annex *annexes, size_t count,
                        Diagnostics *diagnostics);

#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
