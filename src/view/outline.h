/* The visible rows of a tree: which nodes are unfolded, from which root, in which order of
 * siblings, all or those that a filter keeps. Nodes keep their numbers; rows are only a list of
 * them. */
#ifndef BUDGETTUI_VIEW_OUTLINE_H
#define BUDGETTUI_VIEW_OUTLINE_H

#include "base/progress.h"
#include "base/vec.h"
#include "model/tree.h"

typedef enum { ORDER_PRINTED, ORDER_DESCENDING, ORDER_ASCENDING } Order;

/* What a node is sorted by: a number with its fraction in units of 10^-18, or a text. */
typedef struct {
  enum { KEY_BLANK, KEY_NUMBER, KEY_TEXT } kind;
  int64_t number, fraction;
  const char *text;
} OutlineKey;
typedef OutlineKey OutlineKeyOf(const void *context, uint32_t node);

/* What a filter keeps: the nodes found and those above them, a bit for each. */
typedef struct {
  unsigned char *found, *above;
  unsigned char *folded; /* as it was without it */
  size_t count;          /* of the nodes found */
} OutlineFilter;

typedef struct {
  const Tree *tree;
  uint32_t root;
  bool show_root;
  bool hide_derived;       /* an annex shows only what it prints, in printed order */
  unsigned char *folded;   /* a bit for each node; the root is never folded */
  Order order;
  uint32_t *ordered;       /* children of each node in order; NULL when printed */
  uint32_t *ordered_first; /* where a node's children begin in `ordered` */
  OutlineFilter *filter;   /* NULL: all rows */
  VEC(uint32_t) rows;      /* nodes */
  bool ascending;          /* the node numbers in `rows` ascend: a node is found by halving */
} Outline;

/* Unfolded as far as about `budget` rows go, at least to the first level. */
void outline_open(Outline *outline, const Tree *tree, bool show_root, bool hide_derived,
                  size_t budget);
void outline_close(Outline *outline);

/* Whether anything can be shown below a node. */
bool outline_has_children(const Outline *outline, uint32_t node);
bool outline_is_folded(const Outline *outline, uint32_t node);
/* Levels below the root, of those that are shown. */
int outline_depth(const Outline *outline, uint32_t node);
/* Folding costs a splice of the row list, not a new one. The root stays as it is. */
void outline_fold(Outline *outline, size_t row, bool folded);
void outline_fold_all(Outline *outline, bool folded);
void outline_set_root(Outline *outline, uint32_t root);
/* Sorts siblings; total rows keep their places, blanks come last. ORDER_PRINTED undoes it. False
 * when it was stopped: the order is as it was. `progress` may be NULL. */
bool outline_sort(Outline *outline, Order order, OutlineKeyOf *key_of, const void *context,
                  const Progress *progress);
/* Shows only these nodes and the ones above them, unfolded; nodes that no table prints only if they
 * have a row. Folds made since go with the filter. */
void outline_filter(Outline *outline, const uint32_t *nodes, size_t count);
/* All rows again, folded as they were. */
void outline_unfilter(Outline *outline);
/* Whether a filter keeps the node; true when there is none. */
bool outline_is_kept(const Outline *outline, uint32_t node);
/* Whether it is one of the filter's own nodes; true when there is none. */
bool outline_is_found(const Outline *outline, uint32_t node);
/* Folds one that need not have a row, for carrying folds over; outline_set_root lists the rows
 * anew. */
void outline_set_fold(Outline *outline, uint32_t node, bool folded);
/* The row of a node, unfolding its ancestors; (size_t)-1 when it is outside the root. */
size_t outline_reveal(Outline *outline, uint32_t node);
/* The row of a node if visible, else of its nearest visible ancestor. */
size_t outline_row(const Outline *outline, uint32_t node);
/* The row of the next or previous sibling, or of the parent; (size_t)-1 when there is none. */
size_t outline_next(const Outline *outline, size_t row);
size_t outline_previous(const Outline *outline, size_t row);
size_t outline_parent(const Outline *outline, size_t row);

#endif
