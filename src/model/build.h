/* Completing a document that a reader has filled: derives trees and the code
 * index and judges what only the whole can tell. */
#ifndef BUDGETTUI_MODEL_BUILD_H
#define BUDGETTUI_MODEL_BUILD_H

#include "model/document.h"

/* Fills in header geometry of a table whose columns (titles, roles, groups) are
 * set: first_leaf and leaf_count of each column, leaves, header_depth. */
void build_header(Arena *arena, Table *table, Column *columns, size_t count);
/* Fills in what is derived of a set of targets; its items and indicators are complete. */
void build_targets(Arena *arena, Targets *targets);
/* Trees, the code index and the numbers of sections; called when all annexes and the narrative are
 * in place. */
void build_finish(Document *document, Diagnostics *diagnostics);

#endif
