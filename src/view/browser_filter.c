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

bool browser_unfilter(Browser *browser) {
  if (filtered(browser)[0] == '\0')
    return false;
  apply(browser, "");
  browser_say(browser, "%s", _("all rows are shown"));
  return true;
}

static const Str *typed(const Browser *browser) {
  return shell_typed(browser->shell, HISTORY_FILTER);
}

static void changed(Shell *shell) {
  Browser *browser = browser_of(shell);
  clock_t start = clock();
  if (browser->filter_slow)
    return;
  apply(browser, typed(browser)->data);
  browser->filter_slow = (clock() - start) * 1000 / CLOCKS_PER_SEC > QUICK_MILLISECONDS;
}

static void end(Browser *browser, const char *text) {
  if (strcmp(filtered(browser), text) != 0)
    apply(browser, text);
}

static EventResult accepted(Shell *shell) {
  Browser *browser = browser_of(shell);
  end(browser, typed(browser)->data);
  return RESULT_GO_ON;
}

static void cancelled(Shell *shell) {
  Browser *browser = browser_of(shell);
  end(browser, browser->unfiltered.data);
}

static void status(Shell *shell, Str *out) {
  Browser *browser = browser_of(shell);
  if (typed(browser)->length == 0)
    str_add_text(out, _("keep the rows that hold: a code or its beginning, a name, any text"));
  else if (strcmp(filtered(browser), typed(browser)->data) != 0)
    str_add_text(out, _("Enter filters"));
  else
    browser_type(browser_pane(browser))->status(browser_open_one(browser), out);
}

static const Typing filter_line = {
    .sign = "&",
    .kind = HISTORY_FILTER,
    .changed = changed,
    .accepted = accepted,
    .cancelled = cancelled,
    .status = status,
};

EventResult browser_start_filter(Browser *browser, Action action) {
  (void)action;
  if (browser_type(browser_pane(browser))->filter == NULL) {
    shell_say_elsewhere(browser->shell);
    return RESULT_GO_ON;
  }
  str_clear(&browser->unfiltered);
  str_add_text(&browser->unfiltered, filtered(browser));
  browser_session(browser)->highlight = false; /* the filter's own matches are marked */
  browser->filter_slow = false;
  shell_start_typing(browser->shell, &filter_line);
  return RESULT_GO_ON;
}
