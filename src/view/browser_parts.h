/* What the files of the browser share. For browser*.c only. */
#ifndef BUDGETTUI_VIEW_BROWSER_PARTS_H
#define BUDGETTUI_VIEW_BROWSER_PARTS_H

#include "view/browser.h"
#include "view/browser_command.h"
#include "view/finder.h"
#include "view/frame.h"
#include "view/help.h"
#include "view/prompt.h"
#include "view/view.h"
#include "view/visits.h"

enum { BROWSER_VIEWS = 8, BROWSER_PANES = 2, BROWSER_MARKS = 52 };

extern const ViewType *const browser_types[BROWSER_VIEWS];

/* One of the views side by side: all that it does not share with the other one. */
typedef struct {
  Session session;
  void *views[BROWSER_VIEWS]; /* opened when first shown */
  size_t open;
  Finder finder;
  Str query;      /* the last one that was accepted */
  Place hit;      /* the last one gone to: two hits may lead to one row of a joined tree */
  Visit hit_seen; /* where that led */
  Visits visits;
  size_t led;    /* the last visits that Enter led away from: leaving the view returns there */
  size_t inside; /* how often Enter went further in since then */
  Area area, heading; /* of the view, as last drawn */
} Pane;

/* A line that is typed below the view: a constant table at the end of a small file of its own. Its
 * prompt, its history and what is pasted into it are alike for all of them (browser_typing.c). */
typedef struct {
  const char *sign; /* before it */
  HistoryKind kind; /* which prompt it is typed at, and which history it has */
  /* A key that is none of the prompt's; false: it is. NULL: all are. */
  bool (*key)(Browser *browser, Key key);
  void (*changed)(Browser *browser);
  /* Enter and Esc. Nothing is typed any more then; the prompt still has the line. */
  EventResult (*accepted)(Browser *browser);
  void (*cancelled)(Browser *browser);
  /* What is listed meanwhile in place of the view; NULL, as an outcome or a function: nothing. */
  Window *(*list)(Browser *browser);
  void (*status)(Browser *browser, Str *out);
} Typing;

struct Browser {
  CheckDesk desk;
  const Keymap *keys;
  Keymap usual_keys;   /* where the caller gave none */
  Pane panes[BROWSER_PANES];
  size_t pane_count, focus;
  Frame frame;         /* as last drawn */
  enum { SIGNS_USUAL, SIGNS_ASCII, SIGNS_UNICODE } signs; /* SIGNS_USUAL: as the canvas has them */
  Area list;           /* of what was found, as last drawn; empty where none is seen */
  bool hinted;         /* its row of hints holds them */
  bool helping;
  Help help;
  const Typing *typing; /* NULL: nothing is being typed */
  Prompt prompts[HISTORY_KINDS];
  bool highlighted;    /* before a query was typed */
  bool filter_slow;    /* too slow to look at every key */
  Str unfiltered;      /* what the view was filtered by before a filter was typed */
  Completion completion; /* of a command */
  bool accounts_listed; /* by a command: the search holds them, not the hits of the last query */
  History *history;
  History usual_history; /* where the caller gave none */
  Key first_key;       /* of a pair whose second is awaited; 0 */
  Action awaiting;     /* an action that wants one more key; ACTION_NONE */
  Visit marks[BROWSER_MARKS]; /* of a-z and A-Z */
  bool marked[BROWSER_MARKS]; /* which of them are set */
  bool referring;        /* places of an account or amount are listed */
  References references; /* these */
  Str copied;
};

/* The pane that has the keys. */
static inline Pane *browser_pane(Browser *browser) { return &browser->panes[browser->focus]; }
static inline Session *browser_session(Browser *browser) { return &browser_pane(browser)->session; }
/* The view of a pane by its index, opened when it was not. */
void *browser_view(Pane *pane, size_t index);
/* That which has the keys. */
void *browser_open_one(Browser *browser);
/* The line that is or was typed last at a prompt. */
static inline const Str *browser_typed(const Browser *browser, HistoryKind kind) {
  return &browser->prompts[kind].line;
}
static inline const ViewType *browser_type(const Pane *pane) { return browser_types[pane->open]; }
/* Whether leaving returns to where Enter led away from. */
static inline bool browser_was_led(const Browser *browser) {
  return browser->panes[browser->focus].led > 0 && !browser->helping && !browser->referring;
}
/* Kinds of what has the keys. */
unsigned browser_contexts(Browser *browser);
/* The same, and that there are panes to go between. */
unsigned browser_key_contexts(Browser *browser);

/* What the status line says once. */
void browser_say(Browser *browser, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same, of an action that the open view does not know. */
void browser_say_elsewhere(Browser *browser);
/* The first key of an action, as the help writes it, freed with str_free; empty: it has none. */
Str browser_key_of(const Browser *browser, Action action);

/* ---- browser_places.c */

/* The place of the cursor in the open view. */
Visit browser_here(Browser *browser);
/* Shows a place in the open view if that can, else in the one that shows most of it. */
bool browser_show_place(Browser *browser, const Place *place);
/* The same, so that one can go back; `elsewhere`: not in the open view. False when no view shows
 * it. */
bool browser_go(Browser *browser, const Place *place, bool elsewhere);
/* Goes to a place among the annexes, whatever view is open; false when it is not there. */
bool browser_go_annexes(Browser *browser, const Place *place);
/* Somewhere else has been gone to `from` a visit. */
void browser_leave_place(Browser *browser, Visit from);
/* Enter led there, after it had led elsewhere `before` times: leaving returns. */
void browser_led(Browser *browser, size_t before);
EventResult browser_step(Browser *browser, Action action);
/* Sets a mark, or goes to it; the letter comes with the next key. */
EventResult browser_mark(Browser *browser, Action action);
void browser_mark_key(Browser *browser, Action action, Key key);

/* ---- browser_panes.c */

/* One pane more, with the view that the next key opens; or again one. */
EventResult browser_split(Browser *browser, Action action);
void browser_split_key(Browser *browser, Key key);
/* A second view beside the open one, in place of one that is there. */
void browser_open_beside(Browser *browser, size_t view);
/* To the next of the view's own panes or, after the last one, to the other view. */
void browser_next_pane(Browser *browser);
/* What the other pane does after one in the focused one: shows the same amount column. */
void browser_follow(Browser *browser);
/* `listing`: what is found is listed in place of the view that has the keys, or of both where that
 * is small. */
void browser_draw_panes(Browser *browser, Area area, bool listing);

/* ---- browser_typing.c */

void browser_start_typing(Browser *browser, const Typing *typing);
/* A key while a line is typed. */
EventResult browser_typing_key(Browser *browser, Key key);
/* A text pasted meanwhile; false: not all of it fitted into the line. */
bool browser_typing_paste(Browser *browser, const char *text, size_t length);
/* What is listed beside the line that is typed; NULL: nothing. */
Window *browser_typing_list(Browser *browser);

/* ---- browser_mouse.c */

EventResult browser_mouse(Browser *browser, const Mouse *mouse);

/* ---- browser_references.c */

/* Lists the places where what is selected stands. */
EventResult browser_list_references(Browser *browser, Action action);
/* An action while they are listed. False: it is none of the list's, which is closed. */
bool browser_act_in_references(Browser *browser, Action action);
void browser_close_references(Browser *browser);

/* ---- browser_search.c, browser_command.c, browser_copy.c */

EventResult browser_start_search(Browser *browser, Action action);
EventResult browser_next_hit(Browser *browser, Action action);
EventResult browser_start_command(Browser *browser, Action action);
EventResult browser_copy(Browser *browser, Action action);

/* ---- browser_filter.c */

EventResult browser_start_filter(Browser *browser, Action action);
/* All rows again; false when nothing is filtered. */
bool browser_unfilter(Browser *browser);

/* ---- browser_keys.c */

/* What waits for one more key does so no longer. */
void browser_end_wait(Browser *browser);

/* ---- browser.c */

/* Does an action, which must be one of what has the keys. */
EventResult browser_do(Browser *browser, Action action);
/* The same for any action, such as one typed by its name: says so where it cannot be done. */
EventResult browser_act(Browser *browser, Action action);
void browser_close_help(Browser *browser);
void browser_set_share(Browser *browser, ShareMode share);
void browser_open_view(Browser *browser, size_t index);

#endif
