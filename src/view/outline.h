/* The visible rows of a tree: which nodes are unfolded, from which root, in
 * which order of siblings. Nodes keep their numbers; rows are only a list of them. */
#ifndef BUDGETTUI_VIEW_OUTLINE_H
#define BUDGETTUI_VIEW_OUTLINE_H

#include "base/vec.h"
#include "model/tree.h"

typedef enum { ORDER_PRINTED, ORDER_DESCENDING, ORDER_ASCENDING } Order;

typedef struct {
  const Tree *tree;
  uint32_t root;
  bool show_root;
  bool hide_derived;       /* an annex shows only what it prints */
  unsigned char *folded;   /* a bit for each node */
  Order order;
  size_t order_column;
  uint32_t *ordered;       /* children of each node in order; NULL when printed */
  uint32_t *ordered_first; /* where a node's children begin in `ordered` */
  VEC(uint32_t) rows;      /* nodes */
} Outline;

/* Unfolded as far as about `budget` rows go, at least to the first level. */
void outline_open(Outline *outline, const Tree *tree, bool show_root, bool hide_derived, size_t budget);
void outline_close(Outline *outline);

bool outline_has_children(const Outline *outline, uint32_t node);
bool outline_is_folded(const Outline *outline, uint32_t node);
/* Folding costs a splice of the row list, not a new one. */
void outline_fold(Outline *outline, size_t row, bool folded);
void outline_fold_all(Outline *outline, bool folded);
void outline_set_root(Outline *outline, uint32_t root);
/* Sorts siblings by an amount column (of `compare`), totals pinned; ORDER_PRINTED undoes it. */
void outline_sort(Outline *outline, Order order, size_t column);
/* The row of a node, unfolding its ancestors; (size_t)-1 when it is outside the root. */
size_t outline_reveal(Outline *outline, uint32_t node);
/* The row of a node if visible, else of its nearest visible ancestor. */
size_t outline_row(const Outline *outline, uint32_t node);

#endif
