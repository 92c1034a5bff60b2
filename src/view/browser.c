#include "view/browser_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "check/check.h"
#include "view/findings.h"
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

static void *open_one(Browser *browser) {
  Pane *pane = browser_pane(browser);
  return browser_view(pane, pane->open);
}

unsigned browser_contexts(Browser *browser) {
  if (browser->helping)
    return CONTEXT_HELP;
  if (browser->referring)
    return CONTEXT_LIST;
  const ViewType *type = browser_type(browser_pane(browser));
  void *view = open_one(browser);
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
  browser_view(browser_pane(browser), index); /* what takes long is done before it is drawn */
}

static BrowserResult open_view(Browser *browser, Action action) {
  browser_open_view(browser, (size_t)(action - ACTION_VIEW_1));
  return BROWSER_GO_ON;
}

static BrowserResult next_unit(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  (void)action;
  shown_unit_set(session, shown_unit_next(session->unit));
  return BROWSER_GO_ON;
}

static BrowserResult next_share(Browser *browser, Action action) {
  (void)action;
  browser_set_share(browser, (ShareMode)((browser_session(browser)->share + 1) % SHARE_COUNT));
  return BROWSER_GO_ON;
}

static BrowserResult open_help(Browser *browser, Action action) {
  bool closes = browser->helping;
  (void)action;
  browser_close_help(browser);
  if (closes)
    return BROWSER_GO_ON;
  help_open(&browser->help, browser->keys, browser_key_contexts(browser));
  browser->helping = true;
  return BROWSER_GO_ON;
}

static BrowserResult cancel(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  (void)action;
  if (session->highlight)
    session->highlight = false;
  else
    browser_unfilter(browser);
  return BROWSER_GO_ON;
}

static BrowserResult next_pane(Browser *browser, Action action) {
  (void)action;
  browser_next_pane(browser);
  return BROWSER_GO_ON;
}

/* What only the caller can do. */
static BrowserResult ask(Browser *browser, Action action) {
  static const struct {
    Action action;
    BrowserResult result;
  } asked[] = {
      {ACTION_QUIT, BROWSER_QUIT}, {ACTION_SUSPEND, BROWSER_SUSPEND}, {ACTION_REDRAW, BROWSER_REDRAW},
      {ACTION_EDIT, BROWSER_EDIT}, {ACTION_RELOAD, BROWSER_RELOAD},
  };
  size_t i = 0;
  (void)browser;
  while (asked[i].action != action)
    i++;
  return asked[i].result;
}

static const struct {
  Action action;
  BrowserResult (*run)(Browser *browser, Action action);
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

/* ---- keys */

/* The line of the help is done where one came from. */
static BrowserResult do_selected(Browser *browser) {
  const ActionInfo *selected = help_selected(&browser->help);
  if (selected == NULL)
    return BROWSER_GO_ON;
  browser_close_help(browser);
  return browser_act(browser, selected->action);
}

static BrowserResult act_in_help(Browser *browser, Action action) {
  if (action == ACTION_ENTER)
    return do_selected(browser);
  bool steps_out = action == ACTION_UP_LEVEL || action == ACTION_CANCEL;
  if (steps_out && browser->help.narrowed)
    help_narrow(&browser->help, "");
  else if (steps_out || action == ACTION_LEAVE)
    browser_close_help(browser);
  else
    window_act(&browser->help.window, action);
  return BROWSER_GO_ON;
}

/* The name of an action's first key; empty where the user gave it none. */
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

/* The outermost level of a view is left: of two, the one that had the keys; else the document. */
static BrowserResult leave(Browser *browser, Action action) {
  if (action != ACTION_LEAVE) {
    say_top(browser);
    return BROWSER_GO_ON;
  }
  if (browser->pane_count == 1)
    return BROWSER_LEAVE;
  browser->pane_count = 1;
  browser->focus = 1 - browser->focus;
  return BROWSER_GO_ON;
}

static BrowserResult act_in_view(Browser *browser, Action action) {
  Session *session = browser_session(browser);
  switch (browser_type(browser_pane(browser))->act(open_one(browser), action)) {
  case OUTCOME_DONE:
    break;
  case OUTCOME_IGNORED:
    if (session->message.length == 0)
      browser_say_elsewhere(browser);
    break;
  case OUTCOME_GO:
    if (!browser_go(browser, &session->target, true))
      browser_say(browser, "%s", _("no view shows that place"));
    break;
  case OUTCOME_LEAVE:
    return leave(browser, action);
  }
  browser_follow(browser);
  return BROWSER_GO_ON;
}

static BrowserResult act(Browser *browser, Action action) {
  if (browser->referring && !browser->helping && browser_act_in_references(browser, action))
    return BROWSER_GO_ON;
  if (browser->helping && (action == ACTION_CANCEL || action == ACTION_BACK))
    return act_in_help(browser, ACTION_CANCEL);
  for (size_t i = 0; i < sizeof own_actions / sizeof *own_actions; i++)
    if (own_actions[i].action == action)
      return own_actions[i].run(browser, action);
  return browser->helping ? act_in_help(browser, action) : act_in_view(browser, action);
}

BrowserResult browser_act(Browser *browser, Action action) {
  if ((action_info(action)->contexts & browser_key_contexts(browser)) != 0)
    return act(browser, action);
  browser_say_elsewhere(browser);
  return BROWSER_GO_ON;
}

static void say_useless(Browser *browser, Key key) {
  Str name = STR_EMPTY, help = browser_key_of(browser, ACTION_HELP);
  key_write(&name, key);
  if (help.length > 0)
    browser_say(browser, _("%s does nothing here; %s lists the keys"), name.data, help.data);
  else
    browser_say(browser, _("%s does nothing here"), name.data);
  str_free(&help);
  str_free(&name);
}

/* The first key of a pair waits for the second, and the status line says so. */
static BrowserResult run_key(Browser *browser, Key key) {
  unsigned contexts = browser_key_contexts(browser);
  Key first = browser->first_key;
  browser->first_key = 0;
  if (first != 0 && key == KEYCODE_ESCAPE)
    return BROWSER_GO_ON;
  Key wanted = first != 0 && key < 0x80 ? KEY_PAIR(first, key) : key;
  Action action = keymap_action(browser->keys, wanted, contexts);
  if (action != ACTION_NONE)
    return act(browser, action);
  if (first != 0 || !keymap_begins(browser->keys, key, contexts)) {
    say_useless(browser, wanted);
    return BROWSER_GO_ON;
  }
  browser->first_key = key;
  keymap_write_pairs(browser->keys, key, contexts, &browser_session(browser)->message);
  return BROWSER_GO_ON;
}

static BrowserResult run_awaiting(Browser *browser, Key key) {
  Action action = browser->awaiting;
  browser->awaiting = ACTION_NONE;
  if (action == ACTION_SPLIT)
    browser_split_key(browser, key);
  else
    browser_mark_key(browser, action, key);
  return BROWSER_GO_ON;
}

void browser_end_wait(Browser *browser) {
  browser->awaiting = ACTION_NONE;
  browser->first_key = 0;
}

BrowserResult browser_key(Browser *browser, Key key) {
  bool goes_on = key == KEY_CONTROL('z') || key == KEY_CONTROL('l');
  str_clear(&browser_session(browser)->message);
  if (goes_on) {
    browser_end_wait(browser);
    return run_key(browser, key);
  }
  if (browser->command.open)
    return browser_command_key(browser, key);
  if (browser->awaiting != ACTION_NONE)
    return run_awaiting(browser, key);
  if (!browser->prompting && !browser->filtering)
    return run_key(browser, key);
  (browser->filtering ? browser_filter_key : browser_prompt_key)(browser, key);
  return BROWSER_GO_ON;
}

static bool types_line(const Browser *browser) {
  return browser->prompting || browser->filtering || browser->command.open;
}

/* Where nothing is being typed, what is pasted is searched for: never are its characters taken for keys. */
static BrowserResult paste(Browser *browser, const char *text, size_t length) {
  bool all;
  str_clear(&browser_session(browser)->message);
  browser_end_wait(browser);
  if (!types_line(browser))
    browser_start_search(browser, ACTION_SEARCH);
  if (browser->command.open)
    all = browser_command_paste(browser, text, length);
  else if (browser->filtering)
    all = browser_filter_paste(browser, text, length);
  else
    all = browser_prompt_paste(browser, text, length);
  if (!all)
    browser_say(browser, _("a line holds no more than %d bytes; the rest was left out"),
                HISTORY_LINE_MOST);
  return BROWSER_GO_ON;
}

BrowserResult browser_event(Browser *browser, const Event *event) {
  switch (event->kind) {
  case EVENT_KEY:
    return browser_key(browser, event->key);
  case EVENT_MOUSE:
    str_clear(&browser_session(browser)->message);
    return browser_mouse(browser, &event->mouse);
  case EVENT_PASTE:
    return paste(browser, event->text, event->length);
  }
  return BROWSER_GO_ON;
}

/* ---- painting */

static void draw_body(Browser *browser, Area body) {
  bool listing = browser->referring || (browser->prompting && browser->prompt.line.length > 0);
  if (browser->helping && !browser_command_lists(browser))
    help_draw(&browser->help, body);
  else
    browser_draw_panes(browser, body,
                       (listing && !browser->helping) || browser_command_lists(browser));
}

/* Returns whether it takes the row of hints, too. */
static bool draw_status(Browser *browser, const Frame *frame) {
  Session *session = browser_session(browser);
  Str line = STR_EMPTY;
  int style = STYLE_STATUS;
  if (session->message.length > 0) {
    str_add(&line, session->message.data, session->message.length);
    style = STYLE_MESSAGE;
  } else if (browser->command.open) {
    browser_command_status(browser, &line);
  } else if (browser->helping) {
    help_status(&browser->help, &line);
  } else if (browser->filtering) {
    browser_filter_status(browser, &line);
  } else if (browser->prompting || browser->referring) {
    finder_status(&browser_pane(browser)->finder, &line);
  } else {
    browser_type(browser_pane(browser))->status(open_one(browser), &line);
  }
  bool below = frame_status(frame, style, line.data, !types_line(browser));
  str_free(&line);
  return below;
}

/* The counts of the checks stand behind what the view says, where there is room. */
static void add_checks(Browser *browser, const Canvas *canvas, Str *caption) {
  enum { WIDE = 72 };
  Str counts = STR_EMPTY;
  findings_write_counts(browser_session(browser), canvas, &counts);
  if (counts.length > 0 && canvas->width >= WIDE)
    str_printf(caption, "%s%s %s", caption->length > 0 ? "  " : "", _("checks"), counts.data);
  str_free(&counts);
}

static void draw_title(Browser *browser, const Frame *frame, const Canvas *canvas) {
  Pane *pane = browser_pane(browser);
  Str caption = STR_EMPTY;
  if (browser->pane_count == 1 || browser->helping)
    browser_type(pane)->caption(open_one(browser), &caption);
  add_checks(browser, canvas, &caption);
  frame_title(frame, pane->session.document, caption.data);
  frame_tabs(frame, browser_types, BROWSER_VIEWS, pane->open);
  str_free(&caption);
}

void browser_draw(Browser *browser, Canvas *canvas) {
  Frame *frame = &browser->frame;
  if (browser->signs != SIGNS_USUAL)
    canvas->ascii = browser->signs == SIGNS_ASCII;
  canvas_clear(canvas);
  *frame = (Frame){.title = {0}};
  browser->list = (Area){.canvas = NULL};
  if (!frame_open(canvas, frame))
    return;
  draw_body(browser, frame->body); /* first: what a view says of itself may depend on its size */
  draw_title(browser, frame, canvas);
  bool below = draw_status(browser, frame);
  if (browser->prompting)
    prompt_draw(&browser->prompt, frame->hints, "/");
  else if (browser->filtering)
    prompt_draw(&browser->filter, frame->hints, "&");
  else if (browser->command.open)
    prompt_draw(&browser->command.prompt, frame->hints, ":");
  browser->hinted = !below && !types_line(browser);
  if (browser->hinted)
    frame_hints(frame, browser->keys, browser_key_contexts(browser));
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
  prompt_init(&browser->prompt);
  browser->prompt.history = browser->history;
  browser->prompt.kind = HISTORY_SEARCH;
  prompt_init(&browser->filter);
  browser->filter.history = browser->history;
  browser->filter.kind = HISTORY_FILTER;
  browser->unfiltered = (Str)STR_EMPTY;
  browser_command_init(&browser->command, browser->history);
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
  prompt_free(&browser->prompt);
  prompt_free(&browser->filter);
  str_free(&browser->unfiltered);
  browser_command_free(&browser->command);
  history_close(&browser->usual_history);
  str_free(&browser->copied);
  keymap_close(&browser->usual_keys);
  check_free(browser->desk.checks);
  memory_free(browser);
}
