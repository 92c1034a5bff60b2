#include "view/browser_parts.h"

#include "base/i18n.h"
#include "view/place_text.h"

BrowserResult browser_start_search(Browser *browser, Action action) {
  (void)action;
  browser_close_references(browser);
  prompt_start(&browser->prompt);
  browser->prompting = true;
  browser->highlighted = browser_session(browser)->highlight;
  browser_session(browser)->highlight = true;
  if (!browser->helping)
    finder_run(&browser_pane(browser)->finder, "", 0);
  return BROWSER_GO_ON;
}

static void remember_hit(Browser *browser, const Place *hit) {
  browser_pane(browser)->hit = *hit;
  browser_pane(browser)->hit_seen = browser_here(browser);
}

/* Where to look on from: the last hit as long as the cursor is where it led. */
static Place search_from(Browser *browser) {
  Visit now = browser_here(browser);
  const Pane *pane = browser_pane(browser);
  bool there = pane->hit.kind != PLACE_NONE && now.view == pane->hit_seen.view && place_equal(&now.place, &pane->hit_seen.place);
  return there ? pane->hit : now.place;
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

/* Which hit it is and of what annex, since two of them may lead to one row of a joined tree; then
 * `note`, and what the view says of itself. */
static void say_hit(Browser *browser, size_t hit, const Place *place, const char *note) {
  Pane *pane = browser_pane(browser);
  const Search *search = pane->session.search;
  Str annex = STR_EMPTY, status = STR_EMPTY;
  place_write_annex(&annex, pane->session.document, place);
  browser_type(pane)->status(browser_view(pane, pane->open), &status);
  browser_say(browser, "%zu/%zu %s%s%s · %s", search_rank(search, hit), search_count(search),
              annex.data, note != NULL ? " · " : "", note != NULL ? note : "", status.data);
  str_free(&annex);
  str_free(&status);
}

BrowserResult browser_next_hit(Browser *browser, Action action) {
  bool wrapped, backwards = action == ACTION_PREVIOUS;
  if (browser_pane(browser)->query.length == 0) {
    browser_say(browser, "%s", _("nothing searched for yet: / searches"));
    return BROWSER_GO_ON;
  }
  look_again(browser);
  Place from = search_from(browser);
  size_t hit = search_next(browser_session(browser)->search, &from, backwards, &wrapped);
  if (hit == (size_t)-1) {
    say_nothing_found(browser);
    return BROWSER_GO_ON;
  }
  Place place = search_hit(browser_session(browser)->search, hit);
  browser_session(browser)->highlight = true;
  browser_show_place(browser, &place);
  remember_hit(browser, &place);
  say_hit(browser, hit, &place,
          !wrapped    ? NULL
          : backwards ? _("search goes on from the end")
                      : _("search goes on from the beginning"));
  return BROWSER_GO_ON;
}

static void run_query(Browser *browser) {
  if (browser->helping)
    help_narrow(&browser->help, browser->prompt.line.data);
  else
    finder_run(&browser_pane(browser)->finder, browser->prompt.line.data, browser->prompt.line.length);
}

/* Back to the view as it was, and to the hits of the last query. */
static void end_search(Browser *browser) {
  browser->prompting = false;
  browser_session(browser)->highlight = browser->highlighted;
  if (!browser->helping)
    search_run(browser_session(browser)->search, browser_pane(browser)->query.data,
               browser_pane(browser)->query.length);
}

static void accept_query(Browser *browser) {
  Search *search = browser_session(browser)->search;
  prompt_remember(&browser->prompt);
  if (browser->helping || browser->prompt.line.length == 0) {
    end_search(browser);
    return;
  }
  browser->prompting = false;
  str_clear(&browser_pane(browser)->query);
  str_add(&browser_pane(browser)->query, browser->prompt.line.data, browser->prompt.line.length);
  if (search_count(search) == 0) {
    say_nothing_found(browser);
    return;
  }
  const Finder *finder = &browser_pane(browser)->finder;
  Place place = finder_selected(finder);
  if (browser_go(browser, &place, false))
    say_hit(browser, finder->window.cursor, &place, NULL);
  else
    browser_say(browser, "%s", _("no view shows that place"));
  remember_hit(browser, &place);
}

static void cancel_query(Browser *browser) {
  end_search(browser);
  if (browser->helping)
    help_narrow(&browser->help, "");
}

static void query_took(Browser *browser, PromptResult result) {
  if (result == PROMPT_CHANGED)
    run_query(browser);
  else if (result == PROMPT_ACCEPTED)
    accept_query(browser);
  else if (result == PROMPT_CANCELLED)
    cancel_query(browser);
}

void browser_prompt_key(Browser *browser, Key key) {
  Window *list = browser->helping ? &browser->help.window : &browser_pane(browser)->finder.window;
  query_took(browser, prompt_key_beside(&browser->prompt, list, key));
}

bool browser_prompt_paste(Browser *browser, const char *text, size_t length) {
  bool all = prompt_paste(&browser->prompt, text, length);
  query_took(browser, PROMPT_CHANGED);
  return all;
}

