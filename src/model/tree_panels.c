/* Accounts that go on over panels printed side by side: one list of rows for one tree, and the way
 * back to the panel of each. */
#include <string.h>

#include "base/vec.h"
#include "model/tree_build.h"

static bool same_columns(const Table *a, const Table *b) {
  if (a->leaf_count != b->leaf_count)
    return false;
  for (size_t i = 0; i < a->leaf_count; i++)
    if (a->leaves[i]->role != b->leaves[i]->role)
      return false;
  return true;
}

bool panels_share_accounts(const Annex *annex) {
  for (size_t i = 0; i < annex->table_count; i++) {
    CodeColumns columns = code_columns(&annex->tables[i]);
    if (!code_columns_any(&columns) || !same_columns(&annex->tables[0], &annex->tables[i]))
      return false;
  }
  return annex->table_count > 1;
}

/* What only fills a panel up to the length of its neighbour is no row of the list. */
TreeSource panels_source(Arena *arena, const Annex *annex) {
  VEC(Row) rows = {0};
  VEC(TreeRow) printed = {0};
  for (uint32_t i = 0; i < annex->table_count; i++)
    for (uint32_t row = 0; row < annex->tables[i].row_count; row++) {
      if (table_row_is_blank(&annex->tables[i], &annex->tables[i].rows[row]))
        continue;
      vec_push(&rows, annex->tables[i].rows[row]);
      vec_push(&printed, (TreeRow){i, row});
    }
  Table *table = arena_copy(arena, annex->tables, 1, sizeof *table);
  table->title = NULL;
  table->rows = arena_copy(arena, rows.items, rows.count, sizeof *rows.items);
  table->row_count = rows.count;
  table->pages = NULL;
  TreeSource source = {
      .annex = annex,
      .table = table,
      .printed = arena_copy(arena, printed.items, printed.count, sizeof *printed.items)};
  vec_free(&rows);
  vec_free(&printed);
  return source;
}

bool panels_have_totals(const TreeSource *source) {
  size_t totals = 0;
  for (size_t i = 0; source->printed && i < source->annex->table_count; i++) {
    Tree alone = {.sources = {{.annex = source->annex, .table = &source->annex->tables[i]}},
                  .source_count = 1};
    TreeBuilder one = {.tree = &alone,
                       .columns = {code_columns(alone.sources[0].table)},
                       .row_count = alone.sources[0].table->row_count,
                       .room = STR_EMPTY};
    totals += builder_find_root(&one) != NODE_NONE;
    str_free(&one.room);
  }
  return totals > 1;
}

Place tree_row_place(const Document *document, const TreeSource *source, uint32_t row) {
  TreeRow printed = source->printed
                        ? source->printed[row]
                        : (TreeRow){(uint32_t)(source->table - source->annex->tables), row};
  return (Place){.kind = PLACE_ROW,
                 .annex = (uint32_t)(source->annex - document->annexes),
                 .table = printed.table,
                 .leaf = PLACE_NO_LEAF,
                 .row = printed.row};
}

static int compare_rows(const TreeRow *a, const Place *b) {
  if (a->table != b->table)
    return a->table < b->table ? -1 : 1;
  return (a->row > b->row) - (a->row < b->row);
}

uint32_t tree_node_of_place(const Document *document, const Tree *tree, const Place *place,
                            size_t *source) {
  const Annex *annex = &document->annexes[place->annex];
  for (*source = 0; *source < tree->source_count; ++*source) {
    const TreeSource *from = &tree->sources[*source];
    if (from->annex != annex)
      continue;
    if (!from->printed && from->table == &annex->tables[place->table])
      return tree_node_of_row(tree, *source, place->row);
    size_t low = 0, high = from->printed ? from->table->row_count : 0;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      int order = compare_rows(&from->printed[middle], place);
      if (!order)
        return tree_node_of_row(tree, *source, (uint32_t)middle);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  }
  return NODE_NONE;
}
