/* The line about an account of a tree, and where its code stands. */
#ifndef BUDGETTUI_VIEW_TREE_STATUS_H
#define BUDGETTUI_VIEW_TREE_STATUS_H

#include "view/grid.h"

/* The annexes a tree is built from: 附件3+附件10. */
void tree_write_sources(Str *out, const Document *document, const Tree *tree);
/* An account's name; the root that no table prints has one, too. */
const char *tree_shown_name(const Tree *tree, uint32_t node);
/* The account under the cursor: code, whole name, the annexes where its code stands, and what the
 * row does not tell: the figure as printed, what is derived, the catalogue's name. */
void tree_write_status(Str *out, const Grid *grid);

#endif
