/* An annex of performance targets: the pane of one set; of several, a list of them first. */
#include <string.h>

#include "base/i18n.h"
#include "model/targets.h"
#include "view/annex_body.h"
#include "view/highlight.h"
#include "view/place_carry.h"
#include "view/targets.h"
#include "view/window.h"

typedef struct {
  Session *session;
  const Annex *annex;
  Window window;  /* of the list */
  void *pane;     /* of the set under the cursor; NULL: the list is shown */
} AnnexTargets;

static void close_set(AnnexTargets *targets) {
  targets_close(targets->pane);
  targets->pane = NULL;
}

static void open_set(AnnexTargets *targets, size_t set) {
  close_set(targets);
  window_move(&targets->window, set);
  targets->pane = targets_open(targets->session, targets->annex, set);
}

static void *open_targets(Session *session, const Annex *annex) {
  AnnexTargets *targets = memory_zero(1, sizeof *targets);
  *targets = (AnnexTargets){.session = session, .annex = annex,
                            .window = {.count = annex->target_count, .height = 1}};
  if (annex->target_count == 1)
    open_set(targets, 0);
  return targets;
}

static void close_body(void *opened) {
  AnnexTargets *targets = opened;
  targets_close(targets->pane);
  memory_free(targets);
}

static void draw_set(const AnnexTargets *targets, Area area, int row, size_t set) {
  const char *name = targets->annex->targets[set].name;
  size_t length = strlen(name);
  int left = 1 + area_printf(area, row, 1, STYLE_DIM, "%4zu  ", set + 1);
  area_fit(area, row, left, area.width - left - 1, STYLE_NORMAL, FIT_LEFT, name, length);
  highlight_mark(
      targets->session, area, row, left, name, length, 0,
      fit_prefix(name, length, (size_t)(area.width > left + 1 ? area.width - left - 1 : 0), NULL));
}

static void draw(void *opened, Area area, bool focused) {
  AnnexTargets *targets = opened;
  Window *window = &targets->window;
  if (targets->pane != NULL) {
    targets_draw(targets->pane, area, focused);
    return;
  }
  window_set_height(window, (size_t)area.height);
  for (size_t i = 0; i < window->height && window->top + i < window->count; i++) {
    draw_set(targets, area, (int)i, window->top + i);
    if (focused && window->top + i == window->cursor)
      area_mark(area, (int)i, 0, area.width, STYLE_SELECTED);
  }
}

static Outcome act_in_pane(AnnexTargets *targets, Action action) {
  Outcome outcome = targets_act(targets->pane, action);
  if (outcome != OUTCOME_LEAVE || targets->window.count < 2)
    return outcome;
  close_set(targets);
  return OUTCOME_DONE;
}

static Outcome act(void *opened, Action action) {
  AnnexTargets *targets = opened;
  if (targets->pane != NULL)
    return act_in_pane(targets, action);
  if (action == ACTION_LEAVE || action == ACTION_UP_LEVEL)
    return OUTCOME_LEAVE;
  if (action == ACTION_ENTER && targets->window.count > 0) {
    open_set(targets, targets->window.cursor);
    return OUTCOME_DONE;
  }
  return window_act(&targets->window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
}

static bool click(void *opened, int row, int column) {
  AnnexTargets *targets = opened;
  return targets->pane != NULL ? targets_click(targets->pane, row, column)
                               : window_click(&targets->window, row);
}

static void write_status(void *opened, Str *out) {
  AnnexTargets *targets = opened;
  if (targets->pane != NULL)
    targets_status(targets->pane, out);
  else if (targets->window.count > 0)
    str_add_text(out, targets->annex->targets[targets->window.cursor].name);
}

static bool show(void *opened, const Place *place) {
  AnnexTargets *targets = opened;
  if (place->kind != PLACE_TARGET || place->table >= targets->window.count)
    return false;
  if (place->listed && targets->window.count > 1) {
    close_set(targets);
    window_move(&targets->window, place->table);
    return true;
  }
  if (targets->pane == NULL || targets->window.cursor != place->table)
    open_set(targets, place->table);
  targets_show_line(targets->pane, place->row);
  return true;
}

static bool where(void *opened, Place *place) {
  AnnexTargets *targets = opened;
  place->kind = PLACE_TARGET;
  place->table = (uint32_t)targets->window.cursor;
  place->row = targets->pane == NULL ? 0 : (uint32_t)targets_cursor_line(targets->pane);
  place->listed = targets->pane == NULL;
  place->leaf = PLACE_NO_LEAF;
  return true;
}

static unsigned context(void *opened) {
  const AnnexTargets *targets = opened;
  return CONTEXT_LIST | (targets->pane == NULL ? 0 : (unsigned)CONTEXT_GROUPS);
}

static void carry(const void *opened, void *opened_anew) {
  const AnnexTargets *old = opened;
  AnnexTargets *fresh = opened_anew;
  Place place = {.annex = (uint32_t)(old->annex - old->session->document->annexes)};
  if (old->window.count == 0)
    return;
  place.kind = PLACE_TARGET;
  place.table = (uint32_t)old->window.cursor;
  place = place_carry(old->session->document, fresh->session->document, &place);
  size_t set = place.kind == PLACE_TARGET ? place.table : 0;
  window_carry(&fresh->window, &old->window, set);
  if (old->pane == NULL)
    return;
  if (fresh->pane == NULL)
    open_set(fresh, set);
  targets_carry(old->pane, fresh->pane);
}

const AnnexBody annex_targets = {.open = open_targets,
                                 .close = close_body,
                                 .draw = draw,
                                 .act = act,
                                 .status = write_status,
                                 .show = show,
                                 .where = where,
                                 .context = context,
                                 .click = click,
                                 .carry = carry};
