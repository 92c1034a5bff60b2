/* The units that amounts can be shown in: one list, for the key that goes through them and for what
 * is typed. A unit is a Unit, or -1: as printed, each amount in its own. */
#ifndef BUDGETTUI_VIEW_SHOWN_UNIT_H
#define BUDGETTUI_VIEW_SHOWN_UNIT_H

#include "view/view.h"

typedef struct {
  int unit;
  const char *name;
  const char *latin;   /* the same, to be typed without an input method; or the name itself */
  const char *meaning; /* msgid */
  bool in_turn;        /* the key comes to it; others are named only */
} ShownUnit;

extern const ShownUnit shown_units[];
extern const size_t shown_unit_count;

/* The one in turn that follows, round the end. */
int shown_unit_next(int unit);
/* The one of a name, in either script; NULL. */
const ShownUnit *shown_unit_named(const char *name);
/* Amounts are shown in it from now on, and the session says so. */
void shown_unit_set(Session *session, int unit);

#endif
