/* Help: the keys of the view one came from, what is done while one types and with the mouse, then
 * the keys of other views; made from the list of actions and that of habits below. Can be narrowed
 * to the lines that hold a text. */
#ifndef BUDGETTUI_VIEW_HELP_H
#define BUDGETTUI_VIEW_HELP_H

#include "view/keymap.h"
#include "view/view.h"
#include "view/window.h"

/* What is no action: keys of the prompts, and the mouse. The manual has it, too. */
typedef struct {
  const char *heading; /* msgid; NULL: it belongs to the last one */
  const char *keys;    /* msgid, where it is not the name of keys */
  const char *meaning; /* msgid */
} Habit;

extern const Habit habit_list[];
extern const size_t habit_count;

/* One of the three. */
typedef struct {
  const char *heading; /* translated */
  const ActionInfo *info;
  const Habit *habit;
} HelpLine;

typedef struct {
  Window window;
  VEC(HelpLine) lines;
  const Keymap *keys;
  unsigned contexts; /* of the view one came from */
  bool narrowed;
} Help;

/* The key map must outlive it. */
void help_open(Help *help, const Keymap *keys, unsigned contexts);
void help_close(Help *help);
/* Only lines whose name, key or meaning holds this text (folded); "": all. */
void help_narrow(Help *help, const char *text);
void help_draw(Help *help, Area area);
/* The action that the selected line is about; NULL: none. */
const ActionInfo *help_selected(const Help *help);
void help_status(const Help *help, Str *out);

#endif
