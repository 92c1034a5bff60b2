/* The state of a grid in another version of its document. */
#include <string.h>

#include "base/bits.h"
#include "view/grid_layout.h"
#include "view/grid_parts.h"
#include "view/tree_match.h"

/* ---- columns */

/* How many columns before it have the same heading. */
static size_t count_equals(const Grid *grid, size_t column) {
  const char *title = grid->columns.items[column].title;
  size_t equals = 0;
  for (size_t i = 0; i < column; i++)
    equals += strcmp(grid->columns.items[i].title, title) == 0;
  return equals;
}

/* The column of the same kind and heading, the nth of them, else of the same role; columns.count:
 * there is none. */
static size_t same_column(const Grid *from, size_t column, const Grid *to) {
  const GridColumn *wanted = &from->columns.items[column];
  size_t nth = count_equals(from, column), equals = 0, role = to->columns.count;
  for (size_t i = 0; i < to->columns.count; i++) {
    const GridColumn *one = &to->columns.items[i];
    bool equal = strcmp(one->title, wanted->title) == 0;
    equals += equal;
    if (one->kind != wanted->kind)
      continue;
    if (equal && equals == nth + 1)
      return i;
    if (one->role == wanted->role && wanted->role != ROLE_TEXT && role == to->columns.count)
      role = i;
  }
  return role;
}

static void carry_columns(const Grid *old, Grid *fresh) {
  size_t frozen = 0, kept = 0;
  for (size_t i = 0; i < old->columns.count; i++) {
    const GridColumn *from = &old->columns.items[i];
    size_t there = same_column(old, i, fresh);
    kept += from->frozen;
    if (there == fresh->columns.count)
      continue;
    GridColumn *to = &fresh->columns.items[there];
    to->hidden = from->hidden;
    to->fitted = from->fitted;
    to->chosen = from->chosen;
    if (from->frozen)
      frozen = there + 1;
  }
  for (size_t i = 0; kept != old->usual_frozen && i < fresh->columns.count; i++)
    fresh->columns.items[i].frozen = i < frozen;
  if (old->column < old->columns.count) {
    size_t current = same_column(old, old->column, fresh);
    if (current < fresh->columns.count)
      grid_choose(fresh, current);
  }
}

/* ---- rows */

static void carry_folds(const Tree *old, const unsigned char *folded, Outline *fresh,
                        const uint32_t *map) {
  for (uint32_t node = 0; node < old->node_count; node++)
    if (map[node] != NODE_NONE)
      outline_set_fold(fresh, map[node], bits_get(folded, node));
}

static void carry_tags(const Grid *old, Grid *fresh, const uint32_t *map) {
  VEC(uint32_t) nodes = {0};
  for (size_t i = 0; i < old->tags.nodes.count; i++)
    if (map[old->tags.nodes.items[i]] != NODE_NONE)
      vec_push(&nodes, map[old->tags.nodes.items[i]]);
  grid_tag_nodes(fresh, nodes.items, nodes.count);
  vec_free(&nodes);
}

static void carry_order(const Grid *old, Grid *fresh) {
  if (old->outline.order == ORDER_PRINTED)
    return;
  size_t column = same_column(old, old->sorted, fresh);
  if (column < fresh->columns.count)
    grid_order(fresh, column, old->outline.order);
}

/* The account itself, else one of the same code elsewhere, else what it was in. */
static uint32_t find_there(const Tree *old, const Tree *fresh, const uint32_t *map, uint32_t node) {
  if (map[node] != NODE_NONE)
    return map[node];
  const char *code = tree_code(old, node);
  uint32_t there = code[0] != '\0' ? tree_find(fresh, code) : NODE_NONE;
  while (there == NODE_NONE && node != 0) {
    node = old->nodes[node].parent;
    there = map[node];
  }
  return there;
}

/* The cursor stays on its line of the screen. */
static void carry_place(const Grid *old, Grid *fresh, const uint32_t *map) {
  const Window *from = &old->window;
  uint32_t node = grid_node(old);
  fresh->window.height = from->height;
  window_set_count(&fresh->window, fresh->outline.rows.count);
  if (node == NODE_NONE)
    return;
  uint32_t there = find_there(old->outline.tree, fresh->outline.tree, map, node);
  size_t row = outline_row(&fresh->outline, there), above = from->cursor - from->top;
  fresh->window.top = row > above ? row - above : 0;
  window_move(&fresh->window, row);
}

void grid_carry(const Grid *old, Grid *fresh) {
  const Tree *tree = old->outline.tree;
  const OutlineFilter *filter = old->outline.filter;
  Outline *outline = &fresh->outline;
  uint32_t *map = tree_match(tree, outline->tree);
  if (old->measured)
    grid_measure(fresh, 0, 0); /* as the old one was: before rows are folded and filtered */
  carry_columns(old, fresh);
  if (filter != NULL) {
    carry_folds(tree, filter->folded, outline, map); /* as it is without the filter */
    grid_filter(fresh, old->filter.data);
  }
  if (filter == NULL || outline->filter != NULL) /* else looking was interrupted */
    carry_folds(tree, old->outline.folded, outline, map);
  carry_order(old, fresh);
  carry_tags(old, fresh, map);
  outline_set_root(outline, find_there(tree, outline->tree, map, old->outline.root));
  grid_forget_rows(fresh);
  carry_place(old, fresh, map);
  fresh->first = old->first;
  fresh->drawn = old->drawn;
  memory_free(map);
}
