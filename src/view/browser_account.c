/* The `:` prompt of a document: digits are the code of an account, all else is a command. */
#include <string.h>

#include "base/i18n.h"
#include "view/browser_parts.h"

static const char no_account[] = N_("no account has a code that begins with %s");

static const Str *typed(const Shell *shell) { return shell_typed(shell, HISTORY_COMMAND); }

static bool is_code(const Str *line) {
  return line->length > 0 && strspn(line->data, "0123456789") == line->length;
}

static Window *list(Shell *shell) {
  return is_code(typed(shell)) ? &browser_pane(browser_of(shell))->finder.window : NULL;
}

/* Gives the search back to the last query. */
static void end_listing(Shell *shell) {
  Browser *browser = browser_of(shell);
  const Str *query = &browser_pane(browser)->query;
  if (browser->accounts_listed)
    search_run(browser_session(browser)->search, query->data, query->length);
  browser->accounts_listed = false;
}

static void changed(Shell *shell) {
  Browser *browser = browser_of(shell);
  shell_command_line.changed(shell);
  if (!is_code(typed(shell))) {
    end_listing(shell);
    return;
  }
  finder_run_codes(&browser_pane(browser)->finder, typed(shell)->data);
  browser->accounts_listed = true;
}

static void go_to_account(Browser *browser, const char *code) {
  Search *search = browser_session(browser)->search;
  if (search_count(search) == 0) {
    browser_say(browser, _(no_account), code);
    return;
  }
  Place place = search_hit(search, browser_pane(browser)->finder.window.cursor);
  shell_close_help(browser->shell);
  if (!browser_go_found(browser, &place))
    browser_say(browser, "%s", _("no view shows that place"));
}

static EventResult accepted(Shell *shell) {
  bool code = is_code(typed(shell));
  if (code)
    go_to_account(browser_of(shell), typed(shell)->data);
  end_listing(shell);
  return code ? RESULT_GO_ON : shell_command_line.accepted(shell);
}

static bool take_key(Shell *shell, Key key) { return shell_command_line.key(shell, key); }

static void status(Shell *shell, Str *out) {
  Browser *browser = browser_of(shell);
  if (typed(shell)->length == 0 && shell->completion.chosen == 0)
    str_add_text(out, _("type the code of an account or a command; Tab completes"));
  else if (!is_code(typed(shell)))
    shell_command_line.status(shell, out);
  else if (search_count(browser_session(browser)->search) == 0)
    str_printf(out, _(no_account), typed(shell)->data);
  else
    finder_status(&browser_pane(browser)->finder, out);
}

const Typing browser_command_line = {
    .sign = ":",
    .kind = HISTORY_COMMAND,
    .key = take_key,
    .changed = changed,
    .accepted = accepted,
    .cancelled = end_listing,
    .list = list,
    .status = status,
};
