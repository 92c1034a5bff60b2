/* A view: one small leaf file that ends in a table of functions.
 *
 * The browser never asks which view it holds. A view's state is its own
 * (void *); the document never changes under it. */
#ifndef BUDGETTUI_VIEW_VIEW_H
#define BUDGETTUI_VIEW_VIEW_H

#include "model/document.h"
#include "model/place.h"
#include "view/action.h"
#include "view/canvas.h"
#include "view/session.h"

struct Grid;

typedef enum {
  OUTCOME_DONE,
  OUTCOME_IGNORED, /* not an action of this view */
  OUTCOME_GO,      /* elsewhere: session->target says where */
  OUTCOME_LEAVE    /* ACTION_LEAVE or ACTION_UP_LEVEL at the top level of the view; ACTION_PANE that
                      came round to the first of its own panes */
} Outcome;

typedef struct ViewType {
  const char *name;  /* as `budgettui show` names it */
  const char *title; /* msgid of the tab */
  unsigned contexts;
  void *(*open)(Session *session);
  void (*close)(void *view);
  /* Paints the whole area. `focused`: this pane has the keys. */
  void (*draw)(void *view, Area area, bool focused);
  Outcome (*act)(void *view, Action action);
  /* The line about the selected thing. */
  void (*status)(void *view, Str *out);
  /* What stands at the right of the title line: the unit shown, the annex a tree is built from. */
  void (*caption)(void *view, Str *out);
  /* Goes to a place; false when it is none of this view's. */
  bool (*show)(void *view, const Place *place);
  /* The place of the cursor; false when it has none. */
  bool (*where)(void *view, Place *place);
  /* What the line of the cursor is about, where that has no place of its own: what Enter goes to,
   * and what that is held against; PLACE_NONE: none. NULL: it tells of nothing else. */
  void (*about)(void *view, Place *place, Place *other);
  /* Contexts of what is open in it now; NULL: always `contexts`. */
  unsigned (*context)(void *view);
  /* A click on a cell of the area last drawn: selects what stands there (a heading: sorts by its
   * column). False when nothing is selected that a second click could enter. NULL: no mouse. */
  bool (*click)(void *view, int row, int column);
  /* Of a view with panes of its own: the one at that cell takes the keys. NULL: it has none. */
  bool (*point)(void *view, int row, int column);
  /* Keeps only the rows in which a text is found as the session's search finds it, with the
   * accounts above them; NULL: all rows, which also stay where looking was interrupted. Returns how
   * many rows match. The view tells of it in its status. NULL as a function: this view has no
   * filter. */
  size_t (*filter)(void *view, const char *text);
  /* What it is filtered by, "" if by nothing. NULL where `filter` is. */
  const char *(*filtered)(void *view);
  /* The role of the amount column chosen (ROLE_TEXT: none), and choosing one of that role: for two
   * trees side by side. NULL: it has none. */
  Role (*column)(void *view);
  void (*choose)(void *view, Role role);
  /* The grid that the cursor is in; NULL as a function or an outcome: none. */
  struct Grid *(*grid)(void *view);
  /* Gives a view of a new version of the document, just opened, the state of the old one: its
   * cursor by code, folds, order, columns. Both documents are there. NULL: only the place is
   * kept. */
  void (*carry)(const void *old, void *fresh);
} ViewType;

extern const ViewType view_overview, view_annexes, view_functional, view_department_economic,
    view_government_economic, view_three_public, view_narrative, view_checks;

#endif
