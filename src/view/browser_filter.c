/* The prompt of a filter: rows are kept as one types, or at Enter where looking takes long. */
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "view/browser_parts.h"

/* Longer than this, and a key would have to wait: the next one does not look. */
enum { QUICK_MILLISECONDS = 150 };

static size_t apply(Browser *browser, const char *text) {
  Pane *pane = browser_pane(browser);
  return browser_type(pane)->filter(browser_view(pane, pane->open), text[0] != '\0' ? text : NULL);
}

static const char *filtered(Browser *browser) {
  Pane *pane = browser_pane(browser);
  const ViewType *type = browser_type(pane);
  return type->filtered == NULL ? "" : type->filtered(browser_view(pane, pane->open));
}

BrowserResult browser_start_filter(Browser *browser, Action action) {
  (void)action;
  if (browser->helping || browser_type(browser_pane(browser))->filter == NULL) {
    browser_say_elsewhere(browser);
    return BROWSER_GO_ON;
  }
  str_clear(&browser->unfiltered);
  str_add_text(&browser->unfiltered, filtered(browser));
  browser_session(browser)->highlight = false; /* the filter's own matches are marked */
  prompt_start(&browser->filter);
  browser->filtering = true;
  browser->filter_slow = false;
  return BROWSER_GO_ON;
}

bool browser_unfilter(Browser *browser) {
  if (filtered(browser)[0] == '\0')
    return false;
  apply(browser, "");
  browser_say(browser, "%s", _("all rows are shown"));
  return true;
}

static void apply_typed(Browser *browser) {
  clock_t start = clock();
  if (browser->filter_slow)
    return;
  apply(browser, browser->filter.line.data);
  browser->filter_slow = (clock() - start) * 1000 / CLOCKS_PER_SEC > QUICK_MILLISECONDS;
}

static void end(Browser *browser, const char *text) {
  browser->filtering = false;
  if (strcmp(filtered(browser), text) != 0)
    apply(browser, text);
}

static void filter_took(Browser *browser, PromptResult result) {
  if (result == PROMPT_CHANGED) {
    apply_typed(browser);
  } else if (result == PROMPT_ACCEPTED) {
    prompt_remember(&browser->filter);
    end(browser, browser->filter.line.data);
  } else if (result == PROMPT_CANCELLED) {
    end(browser, browser->unfiltered.data);
  }
}

void browser_filter_key(Browser *browser, Key key) {
  filter_took(browser, prompt_key_beside(&browser->filter, NULL, key));
}

bool browser_filter_paste(Browser *browser, const char *text, size_t length) {
  bool all = prompt_paste(&browser->filter, text, length);
  filter_took(browser, PROMPT_CHANGED);
  return all;
}

void browser_filter_status(Browser *browser, Str *out) {
  Pane *pane = browser_pane(browser);
  if (browser->filter.line.length == 0)
    str_add_text(out, _("keep the rows that hold: a code or its beginning, a name, any text"));
  else if (strcmp(filtered(browser), browser->filter.line.data) != 0)
    str_add_text(out, _("Enter filters"));
  else
    browser_type(pane)->status(browser_view(pane, pane->open), out);
}
