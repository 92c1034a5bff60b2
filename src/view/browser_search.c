#include "view/browser_parts.h"

#include "base/i18n.h"
#include "view/place_text.h"

static void remember_hit(Browser *browser, size_t index, const Place *hit) {
  browser_pane(browser)->hit = *hit;
  browser_pane(browser)->hit_index = index;
  browser_pane(browser)->hit_seen = browser_here(browser);
}

/* The hit behind the last one in their list, or before it, wrapping round. */
static size_t beside_last_hit(const Pane *pane, bool backwards, bool *wrapped) {
  size_t count = search_count(pane->session.search), index = pane->hit_index;
  *wrapped = backwards ? index == 0 : index + 1 == count;
  return backwards ? (index + count - 1) % count : (index + 1) % count;
}

/* As long as the cursor is where the last hit led, the next is that of the list, so that it is
 * counted as it was listed; from elsewhere the nearest in the document. */
static size_t next_hit(Browser *browser, bool backwards, bool *wrapped) {
  Visit now = browser_here(browser);
  const Pane *pane = browser_pane(browser);
  const Search *search = pane->session.search;
  bool there = pane->hit.kind != PLACE_NONE && now.view == pane->hit_seen.view &&
               place_equal(&now.place, &pane->hit_seen.place);
  if (!there)
    return search_next(search, &now.place, backwards, wrapped);
  if (pane->hit_index < search_count(search)) {
    Place listed = search_hit(search, pane->hit_index);
    if (place_equal(&listed, &pane->hit))
      return beside_last_hit(pane, backwards, wrapped);
  }
  return search_next(search, &pane->hit, backwards, wrapped);
}

static void say_nothing_found(Browser *browser) {
  if (search_stopped(browser_session(browser)->search))
    browser_say(browser, "%s", _("the search was interrupted"));
  else
    browser_say(browser, _("nothing found: %s"), browser_pane(browser)->query.data);
}

/* A query that was interrupted runs again. */
static void look_again(Browser *browser) {
  const Str *query = &browser_pane(browser)->query;
  if (search_stopped(browser_session(browser)->search))
    search_run(browser_session(browser)->search, query->data, query->length);
}

/* Which hit of the list it is and of what annex, since two of them may lead to one row of a joined
 * tree; then `note`, and what the view says of itself. */
static void say_hit(Browser *browser, size_t hit, const Place *place, const char *note) {
  Pane *pane = browser_pane(browser);
  const Search *search = pane->session.search;
  Str annex = STR_EMPTY, status = STR_EMPTY;
  place_write_annex(&annex, pane->session.document, place);
  browser_type(pane)->status(browser_view(pane, pane->open), &status);
  browser_say(browser, "%zu/%zu %s%s%s · %s", hit + 1, search_count(search),
              annex.data, note != NULL ? " · " : "", note != NULL ? note : "", status.data);
  str_free(&annex);
  str_free(&status);
}

EventResult browser_next_hit(Browser *browser, Action action) {
  bool wrapped, backwards = action == ACTION_PREVIOUS;
  if (browser_pane(browser)->query.length == 0) {
    browser_say(browser, "%s", _("nothing searched for yet"));
    shell_hint(browser->shell, ACTION_SEARCH, _("searches"));
    return RESULT_GO_ON;
  }
  look_again(browser);
  size_t hit = next_hit(browser, backwards, &wrapped);
  if (hit == (size_t)-1) {
    say_nothing_found(browser);
    return RESULT_GO_ON;
  }
  Place place = search_hit(browser_session(browser)->search, hit);
  browser_session(browser)->highlight = true;
  browser_show_place(browser, &place);
  remember_hit(browser, hit, &place);
  say_hit(browser, hit, &place,
          !wrapped    ? NULL
          : backwards ? _("search goes on from the end")
                      : _("search goes on from the beginning"));
  return RESULT_GO_ON;
}

/* ---- the line */

static const Str *typed(const Browser *browser) {
  return shell_typed(browser->shell, HISTORY_SEARCH);
}

static void changed(Shell *shell) {
  Browser *browser = browser_of(shell);
  finder_run(&browser_pane(browser)->finder, typed(browser)->data, typed(browser)->length);
}

/* Back to the view as it was, and to the hits of the last query. */
static void end_search(Browser *browser) {
  const Str *query = &browser_pane(browser)->query;
  browser_session(browser)->highlight = browser->highlighted;
  search_run(browser_session(browser)->search, query->data, query->length);
}

/* Goes to the hit that is selected. */
static void go_to_hit(Browser *browser) {
  const Finder *finder = &browser_pane(browser)->finder;
  Place place = finder_selected(finder);
  if (browser_go_found(browser, &place))
    say_hit(browser, finder->window.cursor, &place, NULL);
  else
    browser_say(browser, "%s", _("no view shows that place"));
  remember_hit(browser, finder->window.cursor, &place);
}

static EventResult accepted(Shell *shell) {
  Browser *browser = browser_of(shell);
  Str *query = &browser_pane(browser)->query;
  if (typed(browser)->length == 0) { /* the last query once more */
    end_search(browser);
    return query->length > 0 ? browser_next_hit(browser, ACTION_NEXT) : RESULT_GO_ON;
  }
  str_clear(query);
  str_add(query, typed(browser)->data, typed(browser)->length);
  if (search_count(browser_session(browser)->search) > 0)
    go_to_hit(browser);
  else
    say_nothing_found(browser);
  return RESULT_GO_ON;
}

static void cancelled(Shell *shell) { end_search(browser_of(shell)); }

static Window *list(Shell *shell) {
  Browser *browser = browser_of(shell);
  return typed(browser)->length > 0 ? &browser_pane(browser)->finder.window : NULL;
}

static void status(Shell *shell, Str *out) {
  finder_status(&browser_pane(browser_of(shell))->finder, out);
}

static const Typing query_line = {
    .sign = "/",
    .kind = HISTORY_SEARCH,
    .changed = changed,
    .accepted = accepted,
    .cancelled = cancelled,
    .list = list,
    .status = status,
};

EventResult browser_start_search(Browser *browser, Action action) {
  (void)action;
  browser_close_references(browser);
  shell_start_typing(browser->shell, &query_line);
  browser->highlighted = browser_session(browser)->highlight;
  browser_session(browser)->highlight = true;
  finder_run(&browser_pane(browser)->finder, "", 0);
  return RESULT_GO_ON;
}
