/* The order of siblings in an outline: how its children are walked and sorted. */
#ifndef BUDGETTUI_VIEW_OUTLINE_ORDER_H
#define BUDGETTUI_VIEW_OUTLINE_ORDER_H

#include "view/outline.h"

/* The children of a node, one after the other. */
typedef struct {
  uint32_t next; /* a node, or an index of `ordered` */
  uint32_t parent;
} ChildWalk;

static inline ChildWalk child_walk(const Outline *outline, uint32_t node) {
  ChildWalk walk = {.next = outline->tree->nodes[node].first_child, .parent = node};
  if (outline->ordered != NULL) walk.next = outline->ordered_first[node];
  return walk;
}

/* The next child, or NODE_NONE. */
static inline uint32_t child_next(const Outline *outline, ChildWalk *walk) {
  uint32_t child = walk->next;
  if (outline->ordered == NULL) {
    if (child != NODE_NONE) walk->next = outline->tree->nodes[child].next_sibling;
    return child;
  }
  return child < outline->ordered_first[walk->parent + 1] ? outline->ordered[walk->next++] : NODE_NONE;
}

/* Fills `ordered` for the outline's order; frees it for ORDER_PRINTED. */
void order_children(Outline *outline, OutlineKeyOf *key_of, const void *context);

#endif
