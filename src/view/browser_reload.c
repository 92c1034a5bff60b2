/* The same browser on a new version of its document. */
#include "view/browser_parts.h"
#include "view/place_carry.h"

static void carry_visit(const Document *old, const Document *fresh, Visit *visit) {
  visit->place = place_carry(old, fresh, &visit->place);
}

/* A view that was open is opened again, with the state of the old one. */
static void carry_view(Pane *old, Pane *fresh, size_t index) {
  const ViewType *type = browser_types[index];
  Place place = {.kind = PLACE_NONE};
  if (old->views[index] == NULL)
    return;
  void *view = browser_view(fresh, index);
  if (type->carry != NULL) {
    type->carry(old->views[index], view);
    return;
  }
  if (type->where(old->views[index], &place))
    place = place_carry(old->session.document, fresh->session.document, &place);
  if (place.kind != PLACE_NONE)
    type->show(view, &place);
}

static void carry_visits(Pane *old, Pane *fresh) {
  const Document *from = old->session.document, *to = fresh->session.document;
  fresh->visits = old->visits;
  old->visits = (Visits){.at = 0};
  fresh->led = old->led;
  fresh->inside = old->inside;
  for (size_t i = 0; i < fresh->visits.path.count; i++)
    carry_visit(from, to, &fresh->visits.path.items[i]);
  fresh->hit = place_carry(from, to, &old->hit);
  fresh->hit_index = old->hit_index;
  fresh->hit_seen = old->hit_seen;
  carry_visit(from, to, &fresh->hit_seen);
}

static void carry_pane(Pane *old, Pane *fresh) {
  fresh->session.unit = old->session.unit;
  fresh->session.share = old->session.share;
  fresh->session.highlight = old->session.highlight;
  fresh->open = old->open;
  fresh->area = old->area;
  str_add(&fresh->query, old->query.data, old->query.length);
  if (fresh->query.length > 0)
    search_run(fresh->session.search, fresh->query.data, fresh->query.length);
  for (size_t i = 0; i < BROWSER_VIEWS; i++)
    carry_view(old, fresh, i);
  carry_visits(old, fresh);
}

/* What is typed goes on; a list of what it finds is made anew. */
static void carry_typing(Browser *old, Browser *fresh) {
  Window *list = &browser_pane(fresh)->finder.window;
  const Window *was = &browser_pane(old)->finder.window;
  fresh->highlighted = old->highlighted;
  fresh->filter_slow = old->filter_slow;
  str_add(&fresh->unfiltered, old->unfiltered.data, old->unfiltered.length);
  fresh->accounts_listed = old->accounts_listed;
  if (shell_typing_list(fresh->shell) == list)
    fresh->shell->typing->changed(fresh->shell);
  if (was->cursor < list->count)
    window_carry(list, was, was->cursor);
}

/* The list is made anew: other places may hold the account or amount now. */
static void carry_references(Browser *old, Browser *fresh) {
  Window *window = &browser_pane(fresh)->finder.window;
  const Window *was = &browser_pane(old)->finder.window;
  if (!old->referring)
    return;
  browser_list_references(fresh, ACTION_REFERENCES);
  if (fresh->referring && was->cursor < window->count)
    window_carry(window, was, was->cursor);
}

static void carry_marks(const Browser *old, Browser *fresh) {
  for (size_t i = 0; i < BROWSER_MARKS; i++) {
    fresh->marked[i] = old->marked[i];
    fresh->marks[i] = old->marks[i];
    if (fresh->marked[i])
      carry_visit(old->panes[0].session.document, fresh->panes[0].session.document,
                  &fresh->marks[i]);
  }
}

Browser *browser_reload(Browser *old, const Document *document) {
  Browser *fresh = browser_open(document, old->shell);
  fresh->pane_count = old->pane_count;
  fresh->focus = old->focus;
  for (size_t i = 0; i < BROWSER_PANES; i++)
    carry_pane(&old->panes[i], &fresh->panes[i]);
  carry_marks(old, fresh);
  carry_typing(old, fresh);
  carry_references(old, fresh);
  browser_close(old);
  return fresh;
}
