#include "view/printed_tree.h"

#include <string.h>

static uint32_t row_of(const Tree *tree, uint32_t node) { return tree->nodes[node].rows[0]; }

/* The nearest account above that is printed, or the root. */
static uint32_t printed_parent(const Tree *tree, uint32_t node) {
  do node = tree->nodes[node].parent;
  while (node != 0 && row_of(tree, node) == NODE_NONE);
  return node;
}

/* The root's row may stand anywhere between what is right below it. */
static bool is_as_printed(const Tree *tree) {
  uint32_t root = row_of(tree, 0), least = 0;
  for (uint32_t node = tree_next(tree, 0); node != NODE_NONE; node = tree_next(tree, node)) {
    uint32_t row = row_of(tree, node);
    if (row == NODE_NONE)
      continue;
    bool passes_root = root != NODE_NONE && least <= root && root < row;
    if (row < least || (passes_root && printed_parent(tree, node) != 0))
      return false;
    least = row + 1;
  }
  return true;
}

static bool is_above(const Tree *tree, uint32_t ancestor, uint32_t node) {
  while (node != ancestor && node != 0)
    node = tree->nodes[node].parent;
  return node == ancestor;
}

static void link_below(Tree *tree, uint32_t node, uint32_t parent, uint32_t *last_child) {
  Node *at = &tree->nodes[node];
  at->parent = parent;
  at->depth = (uint8_t)(tree->nodes[parent].depth + (tree->nodes[parent].depth < UINT8_MAX));
  uint32_t *link = last_child[parent] == NODE_NONE ? &tree->nodes[parent].first_child
                                                   : &tree->nodes[last_child[parent]].next_sibling;
  *link = last_child[parent] = node;
}

/* Links the nodes of `copy`, which has no links, row after row. */
static void link_rows(const Tree *tree, Tree *copy) {
  uint32_t before = 0, *last_child = memory_alloc(tree->node_count * sizeof *last_child);
  memset(last_child, 0xff, tree->node_count * sizeof *last_child);
  for (size_t row = 0; row < tree->sources[0].table->row_count; row++) {
    uint32_t node = tree_node_of_row(tree, 0, (uint32_t)row);
    if (node == NODE_NONE)
      continue;
    if (node != 0) {
      uint32_t parent = printed_parent(tree, node);
      while (!is_above(copy, parent, before))
        parent = printed_parent(tree, parent);
      link_below(copy, node, parent, last_child);
    }
    before = node;
  }
  memory_free(last_child);
}

const Tree *printed_tree(Arena *arena, const Tree *tree) {
  if (is_as_printed(tree))
    return tree;
  Tree *copy = arena_alloc(arena, sizeof *copy, _Alignof(Tree));
  *copy = *tree;
  copy->nodes = arena_array(arena, tree->node_count, sizeof *copy->nodes);
  memcpy(copy->nodes, tree->nodes, tree->node_count * sizeof *copy->nodes);
  for (size_t i = 0; i < tree->node_count; i++) {
    Node *node = &copy->nodes[i];
    node->parent = i == 0 ? NODE_NONE : 0;
    node->first_child = node->next_sibling = NODE_NONE;
  }
  link_rows(tree, copy);
  return copy;
}
