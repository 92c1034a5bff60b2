/* What a user can do: one list gives each action's name, default keys, group,
 * the views it is for and its help. The key map (view/keymap.h), the help screen, the hint
 * line and the manual page are made from it. */
#ifndef BUDGETTUI_VIEW_ACTION_H
#define BUDGETTUI_VIEW_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "view/key.h"

typedef enum {
  ACTION_NONE,
  /* move */
  ACTION_DOWN, ACTION_UP, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_HALF_DOWN, ACTION_HALF_UP,
  ACTION_FIRST, ACTION_LAST, ACTION_LEFT, ACTION_RIGHT, ACTION_COLUMN_LEFT, ACTION_COLUMN_RIGHT,
  ACTION_COLUMN_FIRST, ACTION_COLUMN_LAST,
  ACTION_SIBLING_NEXT, ACTION_SIBLING_PREVIOUS, ACTION_PANE,
  /* in and out */
  ACTION_ENTER, ACTION_UP_LEVEL, ACTION_BACK, ACTION_FORWARD, ACTION_REFERENCES, ACTION_MARK,
  ACTION_GO_MARK, ACTION_NEXT_DOCUMENT, ACTION_PREVIOUS_DOCUMENT,
  /* search */
  ACTION_SEARCH, ACTION_NEXT, ACTION_PREVIOUS, ACTION_FILTER, ACTION_COMMAND,
  /* order and show */
  ACTION_SORT, ACTION_SHARE, ACTION_UNIT, ACTION_UNFOLD_ALL, ACTION_FOLD_ALL,
  ACTION_OTHER_ANNEX, ACTION_CENTER, ACTION_NARROWER, ACTION_WIDER, ACTION_FIT, ACTION_FREEZE,
  ACTION_HIDE, ACTION_SHOW_ALL,
  /* add up */
  ACTION_TAG, ACTION_CLEAR_TAGS,
  /* take away */
  ACTION_COPY_ROW, ACTION_COPY_CODE, ACTION_COPY_AMOUNT, ACTION_COPY_PATH, ACTION_EDIT,
  ACTION_RELOAD,
  /* views */
  ACTION_VIEW_1, ACTION_VIEW_2, ACTION_VIEW_3, ACTION_VIEW_4, ACTION_VIEW_5, ACTION_VIEW_6,
  ACTION_VIEW_7, ACTION_VIEW_8, ACTION_SPLIT,
  /* leave */
  ACTION_HELP, ACTION_CANCEL, ACTION_LEAVE, ACTION_QUIT, ACTION_SUSPEND, ACTION_REDRAW,
  ACTION_COUNT
} Action;

typedef enum {
  GROUP_MOVE, GROUP_IN_OUT, GROUP_SEARCH, GROUP_SHOW, GROUP_ADD_UP, GROUP_TAKE_AWAY, GROUP_VIEWS,
  GROUP_LEAVE, GROUP_COUNT
} ActionGroup;

/* Kinds of view an action is for, as bits. */
enum {
  CONTEXT_LIST = 1,   /* anything with a selected line */
  CONTEXT_TREE = 2,   /* accounts that fold, with amount columns */
  CONTEXT_TABLE = 4,  /* an annex with a cell cursor */
  CONTEXT_TEXT = 8,   /* the narrative */
  CONTEXT_PANES = 16, /* views side by side */
  CONTEXT_HELP = 32,
  CONTEXT_GROUPS = 64, /* lines of a list that fold in groups */
  CONTEXT_ANY = 127,   /* of the browser of a document */
  CONTEXT_FILES = 128, /* the list of files */
  CONTEXT_REPORT = 256 /* the faults of one of them, over the list */
};

enum { ACTION_KEYS = 5 };

typedef struct {
  Action action;
  const char *name;        /* "sort", as a user would type it */
  Key keys[ACTION_KEYS];   /* the usual ones; 0-terminated unless full */
  ActionGroup group;
  unsigned contexts;
  const char *help;        /* msgid: a sentence */
  const char *hint;        /* msgid: a word or two for the hint line; NULL: not hinted. To go back
                              is hinted only where one was led elsewhere, before all else */
} ActionInfo;

extern const ActionInfo action_list[];
extern const size_t action_list_count;
const char *action_group_title(ActionGroup group); /* msgid */

const ActionInfo *action_info(Action action);
/* Whether it opens one of the views. */
static inline bool action_opens_view(Action action) {
  return action >= ACTION_VIEW_1 && action <= ACTION_VIEW_8;
}
/* The action of a name; NULL. */
const ActionInfo *action_named(const char *name);

#endif
