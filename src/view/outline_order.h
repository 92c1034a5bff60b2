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
  if (outline->ordered == NULL) {
    uint32_t child = walk->next;
    if (child != NODE_NONE) walk->next = outline->tree->nodes[child].next_sibling;
    return child;
  }
  bool more = walk->next < outline->ordered_first[walk->parent + 1];
  return more ? outline->ordered[walk->next++] : NODE_NONE;
}

/* Gives the outline an order: fills `ordered`, or frees it for ORDER_PRINTED. False when the
 * progress stopped it: nothing has changed. */
bool order_children(Outline *outline, Order order, OutlineKeyOf *key_of, const void *context,
                    const Progress *progress);

#endif
