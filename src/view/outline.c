#include "view/outline.h"

#include <string.h>

#include "base/bits.h"
#include "view/outline_order.h"

#define NO_ROW ((size_t)-1)

static const Node *node_at(const Outline *outline, uint32_t node) {
  return &outline->tree->nodes[node];
}

bool outline_is_found(const Outline *outline, uint32_t node) {
  return outline->filter == NULL || bits_get(outline->filter->found, node);
}

bool outline_is_kept(const Outline *outline, uint32_t node) {
  const OutlineFilter *filter = outline->filter;
  return filter == NULL || bits_get(filter->found, node) || bits_get(filter->above, node);
}

static bool is_hidden(const Outline *outline, uint32_t node) {
  if (node == outline->root && !outline->show_root)
    return true;
  return (outline->hide_derived && !tree_printed(outline->tree, node)) ||
         !outline_is_kept(outline, node);
}

bool outline_has_children(const Outline *outline, uint32_t node) {
  if (outline->filter != NULL)
    return bits_get(outline->filter->above, node);
  return node_at(outline, node)->first_child != NODE_NONE;
}

void outline_set_fold(Outline *outline, uint32_t node, bool folded) {
  bits_set(outline->folded, node, folded);
}

/* What has no row of its own cannot be unfolded by hand, so it always is. */
bool outline_is_folded(const Outline *outline, uint32_t node) {
  return node != outline->root && bits_get(outline->folded, node) &&
         outline_has_children(outline, node) && !is_hidden(outline, node);
}

static bool is_below(const Outline *outline, uint32_t node, uint32_t ancestor) {
  while (node != ancestor && node != NODE_NONE)
    node = node_at(outline, node)->parent;
  return node == ancestor;
}

int outline_depth(const Outline *outline, uint32_t node) {
  int depth = 0;
  while (node != outline->root && node != NODE_NONE) {
    node = node_at(outline, node)->parent;
    if (node != NODE_NONE && !is_hidden(outline, node))
      depth++;
  }
  return depth;
}

/* ---- the list of rows */

static void emit(Outline *outline, uint32_t node);

/* The printed row of a child, or of the first account below one that no table prints. */
static uint32_t first_row(const Outline *outline, uint32_t child) {
  while (node_at(outline, child)->rows[0] == NODE_NONE && outline_has_children(outline, child))
    child = node_at(outline, child)->first_child;
  return node_at(outline, child)->rows[0];
}

/* The row of a total that is the root stands where it is printed: often below its parts. */
static bool root_belongs_before(const Outline *outline, uint32_t child) {
  return !outline->hide_derived ||
         node_at(outline, outline->root)->rows[0] < first_row(outline, child);
}

/* In an order of the user's own a total row above its parts stays above, one below them below. */
static bool root_is_first(const Outline *outline) {
  uint32_t child = node_at(outline, outline->root)->first_child;
  return child == NODE_NONE || root_belongs_before(outline, child);
}

static void emit_root(Outline *outline) {
  bool due = !is_hidden(outline, outline->root);
  bool sorted = outline->order != ORDER_PRINTED;
  if (due && root_is_first(outline)) {
    vec_push(&outline->rows, outline->root);
    due = false;
  }
  ChildWalk walk = child_walk(outline, outline->root);
  for (uint32_t child; (child = child_next(outline, &walk)) != NODE_NONE;) {
    if (due && !sorted && root_belongs_before(outline, child)) {
      vec_push(&outline->rows, outline->root);
      due = false;
    }
    emit(outline, child);
  }
  if (due)
    vec_push(&outline->rows, outline->root);
}

static void emit(Outline *outline, uint32_t node) {
  if (!outline_is_kept(outline, node))
    return; /* nor is anything below it */
  if (!is_hidden(outline, node))
    vec_push(&outline->rows, node);
  if (outline_is_folded(outline, node))
    return;
  ChildWalk walk = child_walk(outline, node);
  for (uint32_t child; (child = child_next(outline, &walk)) != NODE_NONE;)
    emit(outline, child);
}

/* Whether rows [from, to) ascend, with their neighbours. */
static bool ascends(const Outline *outline, size_t from, size_t to) {
  if (from > 0)
    from--;
  if (to < outline->rows.count)
    to++;
  for (size_t i = from + 1; i < to; i++)
    if (outline->rows.items[i - 1] >= outline->rows.items[i])
      return false;
  return true;
}

static void list_rows(Outline *outline) {
  outline->rows.count = 0;
  emit_root(outline);
  outline->ascending = ascends(outline, 0, outline->rows.count);
}

/* ---- opening */

/* Nodes down to `depth`, at most `most`. */
static size_t count_nodes(const Outline *outline, uint32_t node, int depth, size_t most) {
  size_t count = 1;
  if (depth == 0)
    return count;
  for (uint32_t child = node_at(outline, node)->first_child; child != NODE_NONE && count < most;
       child = node_at(outline, child)->next_sibling)
    count += count_nodes(outline, child, depth - 1, most - count);
  return count;
}

static void unfold_to(Outline *outline, uint32_t node, int depth) {
  if (depth == 0)
    return;
  outline_set_fold(outline, node, false);
  if (depth == 1)
    return;
  for (uint32_t child = node_at(outline, node)->first_child; child != NODE_NONE;
       child = node_at(outline, child)->next_sibling)
    unfold_to(outline, child, depth - 1);
}

void outline_open(Outline *outline, const Tree *tree, bool show_root, bool hide_derived,
                  size_t budget) {
  int depth = 1;
  *outline = (Outline){.tree = tree, .show_root = show_root, .hide_derived = hide_derived};
  outline->folded = bits_new(tree->node_count);
  if (tree->node_count > budget) {
    while (depth < UINT8_MAX && count_nodes(outline, 0, depth + 1, budget + 1) <= budget)
      depth++;
    bits_fill(outline->folded, tree->node_count, true);
    unfold_to(outline, 0, depth);
  }
  list_rows(outline);
}

static void drop_filter(Outline *outline) {
  OutlineFilter *filter = outline->filter;
  if (filter == NULL)
    return;
  memory_free(outline->folded);
  outline->folded = filter->folded;
  memory_free(filter->found);
  memory_free(filter->above);
  memory_free(filter);
  outline->filter = NULL;
}

void outline_close(Outline *outline) {
  drop_filter(outline);
  memory_free(outline->folded);
  memory_free(outline->ordered);
  memory_free(outline->ordered_first);
  vec_free(&outline->rows);
  *outline = (Outline){0};
}

/* ---- folding */

/* The row behind the last one below the node in `row`: what lies below it comes first, so
 * halving finds the end. */
static size_t end_of(const Outline *outline, size_t row) {
  uint32_t node = outline->rows.items[row];
  size_t low = row + 1, high = outline->rows.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (is_below(outline, outline->rows.items[middle], node))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void remove_rows(Outline *outline, size_t from, size_t to) {
  uint32_t *items = outline->rows.items;
  memmove(items + from, items + to, (outline->rows.count - to) * sizeof *items);
  outline->rows.count -= to - from;
}

/* Puts the rows below `node` in at `row`: they are listed at the end and moved. */
static void insert_rows(Outline *outline, size_t row, uint32_t node) {
  size_t before = outline->rows.count;
  emit(outline, node); /* with the node itself, which stands there already */
  size_t added = outline->rows.count - before - 1;
  uint32_t *moved = memory_alloc(added * sizeof *moved), *items = outline->rows.items;
  memcpy(moved, items + before + 1, added * sizeof *moved);
  memmove(items + row + added, items + row, (before - row) * sizeof *items);
  memcpy(items + row, moved, added * sizeof *moved);
  memory_free(moved);
  outline->rows.count = before + added;
  outline->ascending = outline->ascending && ascends(outline, row, row + added);
}

void outline_fold(Outline *outline, size_t row, bool folded) {
  uint32_t node = outline->rows.items[row];
  if (node == outline->root || !outline_has_children(outline, node) ||
      outline_is_folded(outline, node) == folded)
    return;
  outline_set_fold(outline, node, folded);
  if (folded)
    remove_rows(outline, row + 1, end_of(outline, row));
  else
    insert_rows(outline, row + 1, node);
}

void outline_fold_all(Outline *outline, bool folded) {
  bits_fill(outline->folded, outline->tree->node_count, folded);
  list_rows(outline);
}

void outline_set_root(Outline *outline, uint32_t root) {
  outline->root = root;
  list_rows(outline);
}

bool outline_sort(Outline *outline, Order order, OutlineKeyOf *key_of, const void *context,
                  const Progress *progress) {
  if (!order_children(outline, order, key_of, context, progress))
    return false;
  list_rows(outline);
  return true;
}

/* ---- filtering */

/* What is above a node that has its mark already has it, too. */
static void mark_above(OutlineFilter *filter, const Tree *tree, uint32_t node) {
  for (node = tree->nodes[node].parent; node != NODE_NONE && !bits_get(filter->above, node);
       node = tree->nodes[node].parent)
    bits_set(filter->above, node, true);
}

void outline_filter(Outline *outline, const uint32_t *nodes, size_t count) {
  const Tree *tree = outline->tree;
  drop_filter(outline);
  OutlineFilter *filter = memory_zero(1, sizeof *filter);
  filter->found = bits_new(tree->node_count);
  filter->above = bits_new(tree->node_count);
  filter->folded = outline->folded;
  outline->folded = bits_new(tree->node_count);
  for (size_t i = 0; i < count; i++) {
    if (bits_get(filter->found, nodes[i]))
      continue;
    if (outline->hide_derived && !tree_printed(tree, nodes[i]))
      continue;
    bits_set(filter->found, nodes[i], true);
    filter->count++;
    mark_above(filter, tree, nodes[i]);
  }
  outline->filter = filter;
  list_rows(outline);
}

void outline_unfilter(Outline *outline) {
  drop_filter(outline);
  list_rows(outline);
}

/* ---- finding */

static size_t scan(const Outline *outline, uint32_t node) {
  for (size_t i = 0; i < outline->rows.count; i++)
    if (outline->rows.items[i] == node)
      return i;
  return NO_ROW;
}

static size_t locate(const Outline *outline, uint32_t node) {
  size_t low = 0, high = outline->rows.count;
  if (!outline->ascending)
    return scan(outline, node);
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (outline->rows.items[middle] < node)
      low = middle + 1;
    else
      high = middle;
  }
  return low < outline->rows.count && outline->rows.items[low] == node ? low : NO_ROW;
}

size_t outline_row(const Outline *outline, uint32_t node) {
  uint32_t seen = node;
  if (!is_below(outline, node, outline->root))
    return 0;
  for (uint32_t at = node; at != outline->root; at = node_at(outline, at)->parent) {
    uint32_t parent = node_at(outline, at)->parent;
    if (outline_is_folded(outline, parent) || (is_hidden(outline, at) && seen == at))
      seen = parent;
  }
  size_t row = locate(outline, seen);
  return row == NO_ROW ? 0 : row;
}

size_t outline_reveal(Outline *outline, uint32_t node) {
  if (!is_below(outline, node, outline->root))
    return NO_ROW;
  for (uint32_t folded;; outline_fold(outline, locate(outline, folded), false)) {
    folded = NODE_NONE; /* the outermost one: only that one has a row */
    for (uint32_t at = node; at != outline->root;) {
      at = node_at(outline, at)->parent;
      if (outline_is_folded(outline, at))
        folded = at;
    }
    if (folded == NODE_NONE)
      return outline_row(outline, node);
  }
}

/* ---- neighbours */

/* The nearest ancestor that has a row. */
static uint32_t shown_parent(const Outline *outline, uint32_t node) {
  do {
    if (node == outline->root)
      return NODE_NONE;
    node = node_at(outline, node)->parent;
  } while (node != NODE_NONE && is_hidden(outline, node));
  return node;
}

size_t outline_parent(const Outline *outline, size_t row) {
  uint32_t parent = shown_parent(outline, outline->rows.items[row]);
  return parent == NODE_NONE ? NO_ROW : locate(outline, parent);
}

size_t outline_next(const Outline *outline, size_t row) {
  uint32_t node = outline->rows.items[row];
  if (node == outline->root)
    return NO_ROW;
  size_t next = end_of(outline, row);
  if (next < outline->rows.count && outline->rows.items[next] == outline->root)
    next++;
  if (next >= outline->rows.count)
    return NO_ROW;
  uint32_t parent = shown_parent(outline, node);
  return shown_parent(outline, outline->rows.items[next]) == parent ? next : NO_ROW;
}

size_t outline_previous(const Outline *outline, size_t row) {
  uint32_t node = outline->rows.items[row], parent = shown_parent(outline, node);
  if (node == outline->root || row == 0)
    return NO_ROW;
  if (outline->rows.items[row - 1] == outline->root && row > 1 && parent == outline->root)
    row--;
  uint32_t before = outline->rows.items[row - 1];
  while (before != NODE_NONE && shown_parent(outline, before) != parent)
    before = shown_parent(outline, before);
  return before == NODE_NONE || before == outline->root ? NO_ROW : locate(outline, before);
}
