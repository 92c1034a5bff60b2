/* What the files of the browser share. For browser*.c only. */
#ifndef BUDGETTUI_VIEW_BROWSER_PARTS_H
#define BUDGETTUI_VIEW_BROWSER_PARTS_H

#include "model/code_index.h"
#include "view/browser.h"
#include "view/finder.h"
#include "view/shell_parts.h"
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
  size_t hit_index; /* of it among the hits */
  Visit hit_seen; /* where that led */
  Visits visits;
  size_t led;    /* the last visits, from the first that Enter led away from: leaving returns */
  size_t inside; /* how often Enter went further in since then */
  Area area, heading; /* of the view, as last drawn */
} Pane;

struct Browser {
  Shell *shell;
  CheckDesk desk;
  Pane panes[BROWSER_PANES];
  size_t pane_count, focus;
  bool highlighted;    /* before a query was typed */
  bool filter_slow;    /* too slow to look at every key */
  Str unfiltered;      /* what the view was filtered by before a filter was typed */
  bool accounts_listed; /* by a command: the search holds them, not the hits of the last query */
  Visit marks[BROWSER_MARKS]; /* of a-z and A-Z */
  bool marked[BROWSER_MARKS]; /* which of them are set */
  bool referring;        /* places of an account or amount are listed */
  References references; /* these */
  bool unread;           /* the file is another one now, and could not be read */
  Position fault;        /* where; line 0: not known */
};

extern const ContentType browser_content;
/* Of a function that the shell calls: the content is a browser. */
static inline Browser *browser_of(const Shell *shell) { return shell->content; }

/* The pane that has the keys. */
static inline Pane *browser_pane(Browser *browser) { return &browser->panes[browser->focus]; }
static inline Session *browser_session(Browser *browser) { return &browser_pane(browser)->session; }
/* The view of a pane by its index, opened when it was not. */
void *browser_view(Pane *pane, size_t index);
/* That which has the keys. */
void *browser_open_one(Browser *browser);
static inline const ViewType *browser_type(const Pane *pane) { return browser_types[pane->open]; }
/* Whether leaving returns to where Enter led away from. */
static inline bool browser_was_led(const Browser *browser) {
  return browser->panes[browser->focus].led > 0 && !browser->referring;
}
/* Kinds of what has the keys, apart from that there are panes to go between. */
unsigned browser_contexts(Browser *browser);

/* What the status line says once. */
void browser_say(Browser *browser, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- browser_places.c */

/* The place of the cursor in the open view. */
Visit browser_here(Browser *browser);
/* Of the rows of one account, which stand first among `entries`, the one in the tree that is shown
 * first; else the first row. */
const CodeEntry *browser_leading_row(const Document *document, const CodeEntry *entries,
                                     size_t count);
Place browser_row_place(const Document *document, const CodeEntry *entry);
/* Shows a place in the open view if that can, else in the one that shows most of it. */
bool browser_show_place(Browser *browser, const Place *place);
/* The same, so that one can go back; `elsewhere`: not in the open view. False when no view shows
 * it. */
bool browser_go(Browser *browser, const Place *place, bool elsewhere);
/* Goes to a place among the annexes, whatever view is open; false when it is not there. */
bool browser_go_annexes(Browser *browser, const Place *place);
/* Enter led there, when so many visits led back before: leaving returns. */
void browser_led(Browser *browser, size_t before);
/* Goes to a place that was found by typing. Into another view Enter has led; in the open one the
 * way back stays what it was. False when no view shows it. */
bool browser_go_found(Browser *browser, const Place *place);
EventResult browser_step(Browser *browser, Action action);
/* To where Enter led away from last. */
void browser_return(Browser *browser);
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

/* ---- browser_mouse.c */

EventResult browser_mouse(void *content, const Mouse *mouse);

/* ---- browser_references.c */

/* Lists the places where what is selected stands. */
EventResult browser_list_references(Browser *browser, Action action);
/* An action while they are listed. False: it is none of the list's, which is closed; or none is
 * listed. */
bool browser_act_in_references(void *content, Action action);
void browser_close_references(Browser *browser);

/* ---- browser_search.c, browser_copy.c */

EventResult browser_start_search(Browser *browser, Action action);
EventResult browser_next_hit(Browser *browser, Action action);
EventResult browser_copy(Browser *browser, Action action);

/* ---- browser_filter.c */

EventResult browser_start_filter(Browser *browser, Action action);
/* All rows again; false when nothing is filtered. */
bool browser_unfilter(Browser *browser);

/* ---- browser_account.c, browser_draw.c, browser_save.c, browser_sort.c, browser_offer.c */

/* The `:` prompt, at which the code of an account can be typed, too. */
extern const Typing browser_command_line;
void browser_draw(void *content, const Frame *frame);
void browser_title(void *content, const Frame *frame);
void browser_status(void *content, Str *out);
typedef enum {
  WRITE_DOCUMENT, /* in the format that the file's ending names */
  WRITE_ANNEX,    /* the one of the selected place, in such a format */
  WRITE_YAML      /* the document, whatever the ending */
} WritePart;
/* The file that is meant by what was typed, ~/ being the home directory; freed with str_free. */
Str browser_file(const char *typed);
/* To a file as typed (browser_file). */
EventResult browser_write(Browser *browser, const char *typed, WritePart part, bool replace);
bool browser_sortable(void *content, Sortable *out);
void browser_offer_annexes(Shell *shell, const char *typed, Candidates *out);
void browser_offer_views(Shell *shell, const char *typed, Candidates *out);
void browser_offer_files(Shell *shell, const char *typed, Candidates *out);

/* ---- browser.c */

void browser_open_view(Browser *browser, size_t index);

#endif
