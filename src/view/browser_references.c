/* The places where the same account or amount stands, as a list to choose from. */
#include "base/i18n.h"
#include "view/browser_parts.h"

void browser_close_references(Browser *browser) {
  if (browser->referring)
    references_close(&browser->references);
  browser->referring = false;
  browser_pane(browser)->finder.listed = NULL;
}

/* What is asked about: a place, and another one that it is held against; PLACE_NONE: none. */
typedef struct {
  Place place, other;
} Asked;

static Asked asked(Browser *browser) {
  Asked about = {.place = browser_here(browser).place, .other.kind = PLACE_NONE};
  const ViewType *type = browser_type(browser_pane(browser));
  if (type->about != NULL)
    type->about(browser_open_one(browser), &about.place, &about.other);
  return about;
}

/* Lists them, and selects the first but that of the cursor, or the other one that is asked about.
 * A sentence may tell several amounts: what it is held against tells which one is meant. */
static bool find_places(Browser *browser, const Asked *about) {
  Session *session = browser_session(browser);
  References *references = &browser->references;
  Finder *finder = &browser_pane(browser)->finder;
  bool pair = about->other.kind != PLACE_NONE;
  bool from_other = pair && about->place.kind == PLACE_PARAGRAPH;
  references_open(references, session->document, search_figures(session->search),
                  from_other ? &about->other : &about->place);
  if (pair) {
    references->here = references_add(references, &about->place);
    references_add(references, &about->other);
  }
  finder_list(finder, references);
  if (pair)
    window_move(&finder->window, references_add(references, &about->other));
  return references->places.count > 0;
}

EventResult browser_list_references(Browser *browser, Action action) {
  const References *references = &browser->references;
  Asked about = asked(browser);
  (void)action;
  browser->referring = about.place.kind != PLACE_NONE;
  bool found = browser->referring && find_places(browser, &about);
  if (found && (references->places.count > 1 || references->here > 0))
    return RESULT_GO_ON;
  browser_close_references(browser);
  browser_say(browser, "%s", found ? _("it stands nowhere else")
                                   : _("neither an account nor an amount is selected"));
  return RESULT_GO_ON;
}

/* The list names annexes, and there its rows and targets are shown. */
static void go(Browser *browser) {
  Place place = finder_selected(&browser_pane(browser)->finder);
  size_t led = browser_pane(browser)->led;
  browser_close_references(browser);
  if (place.kind != PLACE_PARAGRAPH ? browser_go_annexes(browser, &place)
                                    : browser_go(browser, &place, false))
    browser_led(browser, led);
  else
    browser_say(browser, "%s", _("no view shows that place"));
}

bool browser_act_in_references(void *content, Action action) {
  Browser *browser = content;
  bool leaves = action == ACTION_LEAVE || action == ACTION_UP_LEVEL || action == ACTION_CANCEL ||
                action == ACTION_REFERENCES || action == ACTION_BACK;
  if (!browser->referring || action == ACTION_SUSPEND || action == ACTION_REDRAW)
    return false;
  if (window_act(&browser_pane(browser)->finder.window, action))
    return true;
  if (action == ACTION_ENTER)
    go(browser);
  else
    browser_close_references(browser);
  return leaves || action == ACTION_ENTER;
}
