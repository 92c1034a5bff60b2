#include "view/browser_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "check/check.h"
#include "view/shown_unit.h"

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
  if (browser->helping)
    return CONTEXT_HELP;
  if (browser->referring)
    return CONTEXT_LIST;
  const ViewType *type = browser_type(browser_pane(browser));
  void *view = browser_open_one(browser);
  return type->context != NULL ? type->context(view) : type->contexts;
}

unsigned browser_key_contexts(Browser *browser) {
  unsigned panes = browser->pane_count > 1 && !browser->helping ? CONTEXT_PANES : 0;
  return browser_contexts(browser) | panes;
}

void browser_say(Browser *browser, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  session_vsay(browser_session(browser), format, arguments);
  va_end(arguments);
}

void browser_message(Browser *browser, const char *text) { browser_say(browser, "%s", text); }

/* ---- actions of the browser itself */

void browser_close_help(Browser *browser) {
  if (browser->helping)
    help_close(&browser->help);
  browser->helping = false;
}

void browser_open_view(Browser *browser, size_t index) {
  browser_close_references(browser);
  browser_close_help(browser);
  browser_pane(browser)->open = index;
  browser_pane(browser)->led = 0;
  browser_view(browser_pane(browser), index); /* what takes long is done before it is drawn */
}

static EventResult open_view(Browser *browser, Action action) {
  browser_open_view(browser, (size_t)(action - ACTION_VIEW_1));
  return RESULT_GO_ON;
}

static EventResult next_unit(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  (void)action;
  shown_unit_set(session, shown_unit_next(session->unit));
  return RESULT_GO_ON;
}

static EventResult next_share(Browser *browser, Action action) {
  (void)action;
  browser_set_share(browser, (ShareMode)((browser_session(browser)->share + 1) % SHARE_COUNT));
  return RESULT_GO_ON;
}

static EventResult open_help(Browser *browser, Action action) {
  bool closes = browser->helping;
  (void)action;
  browser_close_help(browser);
  if (closes)
    return RESULT_GO_ON;
  help_open(&browser->help, browser->keys, browser_key_contexts(browser));
  browser->helping = true;
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

/* What only the caller can do. */
static EventResult ask(Browser *browser, Action action) {
  static const struct {
    Action action;
    EventResult result;
  } asked[] = {
      {ACTION_QUIT, RESULT_QUIT},     {ACTION_SUSPEND, RESULT_SUSPEND},
      {ACTION_REDRAW, RESULT_REDRAW}, {ACTION_EDIT, RESULT_EDIT},
      {ACTION_RELOAD, RESULT_RELOAD},
  };
  size_t i = 0;
  (void)browser;
  while (asked[i].action != action)
    i++;
  return asked[i].result;
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
    {ACTION_COMMAND, browser_start_command},
    {ACTION_BACK, browser_step},
    {ACTION_FORWARD, browser_step},
    {ACTION_MARK, browser_mark},
    {ACTION_GO_MARK, browser_mark},
    {ACTION_COPY_ROW, browser_copy},
    {ACTION_COPY_CODE, browser_copy},
    {ACTION_COPY_AMOUNT, browser_copy},
    {ACTION_COPY_PATH, browser_copy},
    {ACTION_UNIT, next_unit},
    {ACTION_SHARE, next_share},
    {ACTION_HELP, open_help},
    {ACTION_CANCEL, cancel},
    {ACTION_QUIT, ask},
    {ACTION_SUSPEND, ask},
    {ACTION_REDRAW, ask},
    {ACTION_EDIT, ask},
    {ACTION_RELOAD, ask},
};

/* ---- all actions */

/* The line of the help is done where one came from. */
static EventResult do_selected(Browser *browser) {
  const ActionInfo *selected = help_selected(&browser->help);
  if (selected == NULL)
    return RESULT_GO_ON;
  browser_close_help(browser);
  return browser_act(browser, selected->action);
}

static EventResult act_in_help(Browser *browser, Action action) {
  if (action == ACTION_ENTER)
    return do_selected(browser);
  bool steps_out = action == ACTION_UP_LEVEL || action == ACTION_CANCEL;
  if (steps_out && browser->help.narrowed)
    help_narrow(&browser->help, "");
  else if (steps_out || action == ACTION_LEAVE)
    browser_close_help(browser);
  else
    window_act(&browser->help.window, action);
  return RESULT_GO_ON;
}

Str browser_key_of(const Browser *browser, Action action) {
  Str name = STR_EMPTY;
  key_write(&name, keymap_key(browser->keys, action, 0));
  return name;
}

void browser_say_elsewhere(Browser *browser) {
  Str help = browser_key_of(browser, ACTION_HELP);
  if (help.length > 0)
    browser_say(browser, _("not in this view; %s lists what there is"), help.data);
  else
    browser_say(browser, "%s", _("not in this view"));
  str_free(&help);
}

static void say_top(Browser *browser) {
  Str key = browser_key_of(browser, ACTION_LEAVE);
  if (key.length > 0)
    browser_say(browser, _("this is the top level; %s leaves"), key.data);
  else
    browser_say(browser, "%s", _("this is the top level"));
  str_free(&key);
}

static bool is_way_out(Action action) {
  return action == ACTION_LEAVE || action == ACTION_UP_LEVEL;
}

/* The outermost level of a view is left: for where Enter led away from; of two, the one that had the
 * keys; else the document. */
static EventResult leave(Browser *browser, Action action) {
  if (browser_was_led(browser))
    return browser_step(browser, ACTION_BACK);
  if (action != ACTION_LEAVE) {
    say_top(browser);
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
      browser_say_elsewhere(browser);
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

EventResult browser_do(Browser *browser, Action action) {
  if (browser->referring && !browser->helping && browser_act_in_references(browser, action))
    return RESULT_GO_ON;
  if (browser->helping && (action == ACTION_CANCEL || action == ACTION_BACK))
    return act_in_help(browser, ACTION_CANCEL);
  for (size_t i = 0; i < sizeof own_actions / sizeof *own_actions; i++)
    if (own_actions[i].action == action)
      return own_actions[i].run(browser, action);
  return browser->helping ? act_in_help(browser, action) : act_in_view(browser, action);
}

EventResult browser_act(Browser *browser, Action action) {
  if ((action_info(action)->contexts & browser_key_contexts(browser)) != 0)
    return browser_do(browser, action);
  browser_say_elsewhere(browser);
  return RESULT_GO_ON;
}

/* ---- opening and closing */

static void open_pane(Browser *browser, Pane *pane, const Document *document,
                      const BrowserStart *start) {
  pane->session = (Session){.document = document,
                            .search = search_new(document),
                            .unit = start->unit - 1,
                            .share = start->share,
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

Browser *browser_open(const Document *document, const BrowserStart *start) {
  static const BrowserStart usual = {0};
  Browser *browser = memory_zero(1, sizeof *browser);
  if (start == NULL)
    start = &usual;
  keymap_open(&browser->usual_keys);
  browser->keys = start->keys != NULL ? start->keys : &browser->usual_keys;
  browser->desk.options = start->checks;
  for (size_t i = 0; i < BROWSER_PANES; i++)
    open_pane(browser, &browser->panes[i], document, start);
  browser->pane_count = 1;
  browser->copied = (Str)STR_EMPTY;
  history_open(&browser->usual_history);
  browser->history = start->history != NULL ? start->history : &browser->usual_history;
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    prompt_init(&browser->prompts[kind], browser->history, (HistoryKind)kind);
  browser->unfiltered = (Str)STR_EMPTY;
  browser->completion.typed = (Str)STR_EMPTY;
  if (start->code != NULL)
    browser_goto_code(browser, start->code);
  if (start->message != NULL)
    browser_message(browser, start->message);
  return browser;
}

void browser_close(Browser *browser) {
  if (browser == NULL)
    return;
  for (size_t i = 0; i < BROWSER_PANES; i++)
    close_pane(&browser->panes[i]);
  browser_close_references(browser);
  browser_close_help(browser);
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    prompt_free(&browser->prompts[kind]);
  str_free(&browser->unfiltered);
  str_free(&browser->completion.typed);
  history_close(&browser->usual_history);
  str_free(&browser->copied);
  keymap_close(&browser->usual_keys);
  check_free(browser->desk.checks);
  memory_free(browser);
}
