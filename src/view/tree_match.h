/* Which account of one version of a table is which of another one: by code, else by name, below the
 * same parent, in printed order among equals. */
#ifndef BUDGETTUI_VIEW_TREE_MATCH_H
#define BUDGETTUI_VIEW_TREE_MATCH_H

#include "model/tree.h"

/* For each node of `old` the one of `fresh`, or NODE_NONE; to be freed with memory_free. */
uint32_t *tree_match(const Tree *old, const Tree *fresh);

#endif
