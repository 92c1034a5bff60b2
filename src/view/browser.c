#include "view/browser_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "check/check.h"

const ViewType *const browser_types[BROWSER_VIEWS] = {
    &view_overview,
    &view_annexes,
    &view_functional,
    &view_department_economic,
    &view_government_economic,
    &view_three_public,
    &view_narrative,
    &view_checks,
};

void *browser_view(Pane *pane, size_t index) {
  if (pane->views[index] == NULL)
    pane->views[index] = browser_types[index]->open(&pane->session);
  return pane->views[index];
}

void *browser_open_one(Browser *browser) {
  Pane *pane = browser_pane(browser);
  return browser_view(pane, pane->open);
}

unsigned browser_contexts(Browser *browser) {
  if (browser->referring)
    return CONTEXT_LIST;
  const ViewType *type = browser_type(browser_pane(browser));
  void *view = browser_open_one(browser);
  return type->context != NULL ? type->context(view) : type->contexts;
}

void browser_say(Browser *browser, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  session_vsay(browser_session(browser), format, arguments);
  va_end(arguments);
}

/* ---- actions of the browser itself */

void browser_open_view(Browser *browser, size_t index) {
  browser_close_references(browser);
  shell_close_help(browser->shell);
  browser_pane(browser)->open = index;
  browser_pane(browser)->led = 0;
  browser_view(browser_pane(browser), index); /* what takes long is done before it is drawn */
}

static EventResult open_view(Browser *browser, Action action) {
  browser_open_view(browser, (size_t)(action - ACTION_VIEW_1));
  return RESULT_GO_ON;
}

static EventResult cancel(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  (void)action;
  if (session->highlight)
    session->highlight = false;
  else
    browser_unfilter(browser);
  return RESULT_GO_ON;
}

static EventResult next_pane(Browser *browser, Action action) {
  (void)action;
  browser_next_pane(browser);
  return RESULT_GO_ON;
}

static const struct {
  Action action;
  EventResult (*run)(Browser *browser, Action action);
} own_actions[] = {
    {ACTION_VIEW_1, open_view},
    {ACTION_VIEW_2, open_view},
    {ACTION_VIEW_3, open_view},
    {ACTION_VIEW_4, open_view},
    {ACTION_VIEW_5, open_view},
    {ACTION_VIEW_6, open_view},
    {ACTION_VIEW_7, open_view},
    {ACTION_VIEW_8, open_view},
    {ACTION_SPLIT, browser_split},
    {ACTION_PANE, next_pane},
    {ACTION_SEARCH, browser_start_search},
    {ACTION_NEXT, browser_next_hit},
    {ACTION_PREVIOUS, browser_next_hit},
    {ACTION_FILTER, browser_start_filter},
    {ACTION_REFERENCES, browser_list_references},
    {ACTION_BACK, browser_step},
    {ACTION_FORWARD, browser_step},
    {ACTION_MARK, browser_mark},
    {ACTION_GO_MARK, browser_mark},
    {ACTION_COPY_ROW, browser_copy},
    {ACTION_COPY_CODE, browser_copy},
    {ACTION_COPY_AMOUNT, browser_copy},
    {ACTION_COPY_PATH, browser_copy},
    {ACTION_CANCEL, cancel},
};

/* ---- all actions */

static bool is_way_out(Action action) {
  return action == ACTION_LEAVE || action == ACTION_UP_LEVEL;
}

/* The outermost level of a view is left: for where Enter led away from; of two, the one that had
 * the keys; else the document. */
static EventResult leave(Browser *browser, Action action) {
  if (browser_was_led(browser)) {
    browser_return(browser);
    return RESULT_GO_ON;
  }
  if (action != ACTION_LEAVE) {
    browser_say(browser, "%s", _("this is the top level"));
    shell_hint(browser->shell, ACTION_LEAVE, _("leaves"));
    return RESULT_GO_ON;
  }
  if (browser->pane_count == 1)
    return RESULT_LEAVE;
  browser->pane_count = 1;
  browser->focus = 1 - browser->focus;
  return RESULT_GO_ON;
}

/* Goes where Enter leads. */
static void go_in(Browser *browser) {
  size_t led = browser_pane(browser)->led;
  if (browser_go(browser, &browser_session(browser)->target, true))
    browser_led(browser, led);
  else
    browser_say(browser, "%s", _("no view shows that place"));
}

/* How far in one is, seen from where Enter led to. */
static void count_levels(Browser *browser, Action action) {
  Pane *pane = browser_pane(browser);
  if (action == ACTION_ENTER && pane->session.message.length == 0)
    pane->inside++;
  else if (is_way_out(action) && pane->inside > 0)
    pane->inside--;
}

static EventResult act_in_view(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  if (is_way_out(action) && browser_was_led(browser) && browser_pane(browser)->inside == 0)
    return leave(browser, action);
  switch (browser_type(browser_pane(browser))->act(browser_open_one(browser), action)) {
  case OUTCOME_DONE:
    count_levels(browser, action);
    break;
  case OUTCOME_IGNORED:
    if (session->message.length == 0)
      shell_say_elsewhere(browser->shell);
    break;
  case OUTCOME_GO:
    go_in(browser);
    break;
  case OUTCOME_LEAVE:
    return leave(browser, action);
  }
  browser_follow(browser);
  return RESULT_GO_ON;
}

static EventResult act(void *content, Action action) {
  Browser *browser = content;
  for (size_t i = 0; i < sizeof own_actions / sizeof *own_actions; i++)
    if (own_actions[i].action == action)
      return own_actions[i].run(browser, action);
  return act_in_view(browser, action);
}

static void take_key(void *content, Action action, Key key) {
  if (action == ACTION_SPLIT)
    browser_split_key(content, key);
  else
    browser_mark_key(content, action, key);
}

static unsigned contexts(void *content) {
  Browser *browser = content;
  return browser_contexts(browser) | (browser->pane_count > 1 ? CONTEXT_PANES : 0);
}

static Session *session(void *content) { return browser_session(content); }

static bool was_led(void *content) { return browser_was_led(content); }

const ContentType browser_content = {
    .reach = CONTEXT_ANY,
    .commands = browser_commands,
    .command_line = &browser_command_line,
    .contexts = contexts,
    .session = session,
    .over = browser_act_in_references,
    .act = act,
    .take_key = take_key,
    .mouse = browser_mouse,
    .draw = browser_draw,
    .title = browser_title,
    .status = browser_status,
    .sortable = browser_sortable,
    .was_led = was_led,
};

/* ---- opening and closing */

static void open_pane(Browser *browser, Pane *pane, const Document *document) {
  const Shell *shell = browser->shell;
  const ShellStart *start = &shell->start;
  pane->session = (Session){.document = document,
                            .search = search_new(document),
                            .unit = shell->set.unit,
                            .share = shell->set.share,
                            .desk = &browser->desk,
                            .progress = start->progress,
                            .message = STR_EMPTY};
  search_watch(pane->session.search, start->progress);
  pane->query = (Str)STR_EMPTY;
  pane->finder = (Finder){.session = &pane->session, .window = {.height = 1}};
  pane->open = action_opens_view(start->view) ? (size_t)(start->view - ACTION_VIEW_1) : 0;
}

static void close_pane(Pane *pane) {
  for (size_t i = 0; i < BROWSER_VIEWS; i++)
    if (pane->views[i] != NULL)
      browser_types[i]->close(pane->views[i]);
  str_free(&pane->query);
  str_free(&pane->session.message);
  visits_free(&pane->visits);
  search_free(pane->session.search);
}

Browser *browser_open(const Document *document, Shell *shell) {
  Browser *browser = memory_zero(1, sizeof *browser);
  browser->shell = shell;
  browser->desk.options = shell->start.checks;
  for (size_t i = 0; i < BROWSER_PANES; i++)
    open_pane(browser, &browser->panes[i], document);
  browser->pane_count = 1;
  browser->unfiltered = (Str)STR_EMPTY;
  browser_show(browser);
  return browser;
}

void browser_show(Browser *browser) { shell_show(browser->shell, &browser_content, browser); }

void browser_close(Browser *browser) {
  if (browser == NULL)
    return;
  for (size_t i = 0; i < BROWSER_PANES; i++)
    close_pane(&browser->panes[i]);
  browser_close_references(browser);
  str_free(&browser->unfiltered);
  check_free(browser->desk.checks);
  memory_free(browser);
}

void browser_mark_unread(Browser *browser, Position fault) {
  browser->unread = true;
  browser->fault = fault;
}

void browser_apply_setting(Browser *browser) {
  for (size_t i = 0; i < BROWSER_PANES; i++)
    shell_apply_setting(browser->shell, &browser->panes[i].session);
}
