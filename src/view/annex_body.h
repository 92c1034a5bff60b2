/* What an annex is made of, opened: its tables, or its performance targets. The view
 * of annexes holds one of them and never asks which. */
#ifndef BUDGETTUI_VIEW_ANNEX_BODY_H
#define BUDGETTUI_VIEW_ANNEX_BODY_H

#include "view/view.h"

typedef struct {
  /* The annex is included. */
  void *(*open)(Session *session, const Annex *annex);
  void (*close)(void *body);
  void (*draw)(void *body, Area area, bool focused);
  /* OUTCOME_LEAVE: back to the list of annexes. */
  Outcome (*act)(void *body, Action action);
  void (*status)(void *body, Str *out);
  /* A row or a target of this annex; false when it holds none there. */
  bool (*show)(void *body, const Place *place);
  /* Fills in all but the annex; false when the cursor is at no row and no target. */
  bool (*where)(void *body, Place *place);
  unsigned (*context)(void *body);
  /* As those of a view (view/view.h); NULL where it has none. */
  bool (*click)(void *body, int row, int column);
  bool (*point)(void *body, int row, int column);
  size_t (*filter)(void *body, const char *text);
  const char *(*filtered)(void *body);
  struct Grid *(*grid)(void *body);
  void (*carry)(const void *old, void *fresh);
} AnnexBody;

extern const AnnexBody annex_table, annex_targets;

#endif
