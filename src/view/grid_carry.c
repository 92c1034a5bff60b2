/* The state of a grid in another version of its document. */
#include "base/bits.h"
#include "view/grid_layout.h"
#include "view/grid_parts.h"
#include "view/tree_match.h"

/* ---- columns */

/* The columns of two versions of a table: there may be very many, so each is looked for once. */
typedef struct {
  size_t *there; /* of each old column the fresh one; the number of fresh ones: there is none */
  size_t by_role[GRID_KINDS][ROLE_COUNT]; /* the first fresh column; the same */
} ColumnMap;

static void note_roles(ColumnMap *map, const Grid *fresh) {
  for (int kind = 0; kind < GRID_KINDS; kind++)
    for (int role = 0; role < ROLE_COUNT; role++)
      map->by_role[kind][role] = fresh->columns.count;
  for (size_t i = fresh->columns.count; i-- > 0;) {
    const GridColumn *column = &fresh->columns.items[i];
    if (column->role != ROLE_TEXT)
      map->by_role[column->kind][column->role] = i;
  }
}

/* The nth column of a heading is that of the other grid, if it is of the same kind. */
static void match_headings(ColumnMap *map, const Grid *old, const Grid *fresh) {
  size_t *from = grid_by_heading(old), *to = grid_by_heading(fresh);
  size_t a = 0, b = 0;
  while (a < old->columns.count && b < fresh->columns.count) {
    int order = grid_compare_headings(old, from[a], fresh, to[b]);
    if (!order && old->columns.items[from[a]].kind == fresh->columns.items[to[b]].kind)
      map->there[from[a]] = to[b];
    a += order <= 0;
    b += order >= 0;
  }
  memory_free(from);
  memory_free(to);
}

/* For each column the one of the same kind and heading, the nth of them, else of the same role. */
static void column_map_open(ColumnMap *map, const Grid *old, const Grid *fresh) {
  map->there = memory_zero(old->columns.count + 1, sizeof *map->there);
  note_roles(map, fresh);
  for (size_t i = 0; i < old->columns.count; i++)
    map->there[i] = map->by_role[old->columns.items[i].kind][old->columns.items[i].role];
  match_headings(map, old, fresh);
}

static void carry_columns(const Grid *old, Grid *fresh, const ColumnMap *map) {
  size_t frozen = 0, kept = 0;
  for (size_t i = 0; i < old->columns.count; i++) {
    const GridColumn *from = &old->columns.items[i];
    size_t there = map->there[i];
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
  if (old->column < old->columns.count)
    grid_choose(fresh, map->there[old->column]);
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

static void carry_order(const Grid *old, Grid *fresh, const ColumnMap *columns) {
  if (old->outline.order == ORDER_PRINTED)
    return;
  size_t column = columns->there[old->sorted];
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
    grid_look_first(fresh); /* as with the old one */
  ColumnMap columns;
  column_map_open(&columns, old, fresh);
  carry_columns(old, fresh, &columns);
  if (filter != NULL) {
    carry_folds(tree, filter->folded, outline, map); /* as it is without the filter */
    grid_filter(fresh, old->filter.data);
  }
  if (filter == NULL || outline->filter != NULL) /* else looking was interrupted */
    carry_folds(tree, old->outline.folded, outline, map);
  carry_order(old, fresh, &columns);
  carry_tags(old, fresh, map);
  outline_set_root(outline, find_there(tree, outline->tree, map, old->outline.root));
  grid_forget_rows(fresh);
  carry_place(old, fresh, map);
  fresh->first = old->first;
  fresh->drawn = old->drawn;
  fresh->center = old->center; /* whatever its order went to */
  memory_free(columns.there);
  memory_free(map);
}
