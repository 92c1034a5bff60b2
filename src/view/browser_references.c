/* The places where the same account or amount stands, as a list to choose from. */
#include "base/i18n.h"
#include "view/browser_parts.h"

void browser_close_references(Browser *browser) {
  if (browser->referring)
    references_close(&browser->references);
  browser->referring = false;
  browser_pane(browser)->finder.listed = NULL;
}

EventResult browser_list_references(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  References *references = &browser->references;
  Visit here = browser_here(browser);
  (void)action;
  if (here.place.kind == PLACE_NONE ||
      !references_open(references, session->document, search_figures(session->search),
                       &here.place)) {
    browser_say(browser, "%s", _("neither an account nor an amount is selected"));
    return RESULT_GO_ON;
  }
  browser->referring = true;
  finder_list(&browser_pane(browser)->finder, references);
  if (references->places.count == 1 && references->here == 0) {
    browser_close_references(browser);
    browser_say(browser, "%s", _("it stands nowhere else"));
  }
  return RESULT_GO_ON;
}

/* The list names annexes, and there its rows and targets are shown. */
static void go(Browser *browser) {
  Place place = finder_selected(&browser_pane(browser)->finder);
  browser_close_references(browser);
  if (place.kind != PLACE_PARAGRAPH)
    browser_go_annexes(browser, &place);
  else if (!browser_go(browser, &place, false))
    browser_say(browser, "%s", _("no view shows that place"));
}

bool browser_act_in_references(Browser *browser, Action action) {
  bool leaves = action == ACTION_LEAVE || action == ACTION_UP_LEVEL || action == ACTION_CANCEL ||
                action == ACTION_REFERENCES || action == ACTION_BACK;
  if (action == ACTION_SUSPEND || action == ACTION_REDRAW)
    return false;
  if (window_act(&browser_pane(browser)->finder.window, action))
    return true;
  if (action == ACTION_ENTER)
    go(browser);
  else
    browser_close_references(browser);
  return leaves || action == ACTION_ENTER;
}
