/* A tree for showing a table as it is printed. Where parents are printed behind
 * their accounts, the tree's own order is another one than the table's. */
#ifndef BUDGETTUI_VIEW_PRINTED_TREE_H
#define BUDGETTUI_VIEW_PRINTED_TREE_H

#include "model/tree.h"

/* The tree itself where walking it meets the rows in their order; else a copy in `arena`, with the
 * same node numbers, in which an account stands below the nearest of its parents that is printed
 * right before it and its siblings, and derived accounts are left out. Single source only. */
const Tree *printed_tree(Arena *arena, const Tree *tree);

#endif
