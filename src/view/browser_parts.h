/* What the files of the browser share. For browser*.c only. */
#ifndef BUDGETTUI_VIEW_BROWSER_PARTS_H
#define BUDGETTUI_VIEW_BROWSER_PARTS_H

#include "view/browser.h"
#include "view/browser_command.h"
#include "view/finder.h"
#include "view/help.h"
#include "view/prompt.h"
#include "view/visits.h"

enum { BROWSER_VIEWS = 8 };

struct Browser {
  Session session;
  void *views[BROWSER_VIEWS]; /* opened when first shown */
  size_t open;
  bool helping;
  Help help;
  bool prompting;   /* a query is being typed */
  bool highlighted; /* before it was */
  Prompt prompt;
  CommandLine command;
  Finder finder;
  Str query; /* the last one that was accepted */
  Place hit; /* the last one gone to: two hits may lead to one row of a joined tree */
  Visit hit_seen; /* where that led */
  Visits visits;
};

/* What the status line says once. */
void browser_say(Browser *browser, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The place of the cursor in the open view. */
Visit browser_here(Browser *browser);
/* Shows a place in the open view if that can, else in the one that shows most of it. */
bool browser_show_place(Browser *browser, const Place *place);
/* The same, so that one can go back; `elsewhere`: not in the open view. False when no view shows it. */
bool browser_go(Browser *browser, const Place *place, bool elsewhere);

BrowserResult browser_start_search(Browser *browser, Action action);
BrowserResult browser_next_hit(Browser *browser, Action action);
BrowserResult browser_start_command(Browser *browser, Action action);
/* What an action does that is typed by its name. */
BrowserResult browser_act(Browser *browser, Action action);
/* Goes to a place among the annexes, whatever view is open. */
void browser_go_annexes(Browser *browser, const Place *place);
void browser_close_help(Browser *browser);
/* A unit of next_unit: amounts are shown in it from now on; -1: as printed. */
void browser_set_unit(Browser *browser, int unit);
/* A key while a query is typed. */
void browser_prompt_key(Browser *browser, Key key);

#endif
