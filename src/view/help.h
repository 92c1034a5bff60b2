/* Help: the keys of the view one came from, then all others, made from the
 * list of actions. Can be narrowed to the lines that hold a text. */
#ifndef BUDGETTUI_VIEW_HELP_H
#define BUDGETTUI_VIEW_HELP_H

#include "view/keymap.h"
#include "view/view.h"
#include "view/window.h"

typedef struct {
  Window window;
  VEC(const ActionInfo *) lines; /* NULL: a heading, whose group the next line has */
  const Keymap *keys;
  unsigned contexts;             /* of the view one came from */
  bool narrowed;
} Help;

/* The key map must outlive it. */
void help_open(Help *help, const Keymap *keys, unsigned contexts);
void help_close(Help *help);
/* Only actions whose name, key or help holds this text (folded); "": all. */
void help_narrow(Help *help, const char *text);
/* A click at a row of what was drawn; false when no line stands there. */
bool help_click(Help *help, int row);
void help_draw(Help *help, Area area);
/* What the selected line is about; NULL: it is a heading. */
const ActionInfo *help_selected(const Help *help);
void help_status(const Help *help, Str *out);

#endif
