#include "view/browser_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "model/code_index.h"
#include "view/findings.h"
#include "view/frame.h"

static const ViewType *const types[] = {
    &view_overview,
    &view_annexes,
    &view_functional,
    &view_department_economic,
    &view_government_economic,
    &view_three_public,
    &view_narrative,
    &view_checks,
};
_Static_assert(sizeof types / sizeof *types == BROWSER_VIEWS, "each view is listed");

static void *view(Browser *browser, size_t index) {
  if (browser->views[index] == NULL)
    browser->views[index] = types[index]->open(&browser->session);
  return browser->views[index];
}

static unsigned contexts(Browser *browser) {
  if (browser->helping)
    return CONTEXT_HELP;
  const ViewType *type = types[browser->open];
  void *open = view(browser, browser->open);
  return type->context != NULL ? type->context(open) : type->contexts;
}

void browser_say(Browser *browser, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  str_clear(&browser->session.message);
  str_vprintf(&browser->session.message, format, arguments);
  va_end(arguments);
}

/* ---- going to places */

Visit browser_here(Browser *browser) {
  Visit visit = {.view = browser->open};
  if (!types[browser->open]->where(view(browser, browser->open), &visit.place))
    visit.place.kind = PLACE_NONE;
  return visit;
}

static bool show_in(Browser *browser, size_t index, const Place *place) {
  if (!types[index]->show(view(browser, index), place))
    return false;
  browser->open = index;
  return true;
}

/* Trees show most of a place, then the views for certain annexes, then the annexes themselves. */
static bool show_elsewhere(Browser *browser, const Place *place) {
  static const size_t order[] = {2, 3, 4, 5, 6, 1, 0};
  size_t open = browser->open;
  for (size_t i = 0; i < sizeof order / sizeof *order; i++)
    if (order[i] != open && show_in(browser, order[i], place))
      return true;
  return false;
}

bool browser_show_place(Browser *browser, const Place *place) {
  return show_in(browser, browser->open, place) || show_elsewhere(browser, place);
}

bool browser_go(Browser *browser, const Place *place, bool elsewhere) {
  Visit from = browser_here(browser);
  if (!(elsewhere ? show_elsewhere : browser_show_place)(browser, place))
    return false;
  visits_leave(&browser->visits, from);
  return true;
}

void browser_go_annexes(Browser *browser, const Place *place) {
  enum { ANNEXES = ACTION_VIEW_2 - ACTION_VIEW_1 };
  Visit from = browser_here(browser);
  browser_close_help(browser);
  if (show_in(browser, ANNEXES, place))
    visits_leave(&browser->visits, from);
}

bool browser_goto_code(Browser *browser, const char *code) {
  size_t first, length = strlen(code);
  const Document *document = browser->session.document;
  if (length == 0 || strspn(code, "0123456789") != length ||
      code_index_prefix(document, code, &first) == 0)
    return false;
  const CodeEntry *entry = &document->codes->entries[first];
  size_t row;
  const Table *table = code_index_place(document, entry, &row);
  Place place = {.kind = PLACE_ROW,
                 .annex = entry->annex,
                 .leaf = PLACE_NO_LEAF,
                 .table = (uint32_t)(table - document->annexes[entry->annex].tables),
                 .row = (uint32_t)row};
  return browser_show_place(browser, &place);
}

/* ---- actions of the browser itself */

void browser_close_help(Browser *browser) {
  if (browser->helping)
    help_close(&browser->help);
  browser->helping = false;
}

static BrowserResult open_view(Browser *browser, Action action) {
  browser_close_help(browser);
  browser->open = (size_t)(action - ACTION_VIEW_1);
  return BROWSER_GO_ON;
}

static BrowserResult step(Browser *browser, Action action) {
  bool back = action == ACTION_BACK;
  Visit there;
  if (!visits_step(&browser->visits, back, browser_here(browser), &there)) {
    browser_say(browser, "%s", back ? _("no place to go back to") : _("no place to go forward to"));
    return BROWSER_GO_ON;
  }
  browser->open = there.view;
  if (there.place.kind != PLACE_NONE)
    show_in(browser, there.view, &there.place);
  return BROWSER_GO_ON;
}

void browser_set_unit(Browser *browser, int unit) {
  browser->session.unit = unit;
  if (unit < 0)
    browser_say(browser, "%s", _("amounts as printed"));
  else
    browser_say(browser, _("amounts in %s"), unit_name((Unit)unit));
}

static BrowserResult next_unit(Browser *browser, Action action) {
  static const int units[] = {-1, UNIT_YUAN, UNIT_WAN, UNIT_YI};
  enum { COUNT = sizeof units / sizeof *units };
  size_t at = 0;
  (void)action;
  while (at + 1 < COUNT && units[at] != browser->session.unit)
    at++;
  browser_set_unit(browser, units[(at + 1) % COUNT]);
  return BROWSER_GO_ON;
}

static BrowserResult next_share(Browser *browser, Action action) {
  static const char *const names[SHARE_COUNT] = {
      [SHARE_BAR] = N_("share of the parent as a bar"),
      [SHARE_OF_PARENT] = N_("share of the parent"),
      [SHARE_OF_WHOLE] = N_("share of the whole"),
      [SHARE_OFF] = N_("no shares"),
  };
  Session *session = &browser->session;
  (void)action;
  session->share = (ShareMode)((session->share + 1) % SHARE_COUNT);
  browser_say(browser, "%s", _(names[session->share]));
  return BROWSER_GO_ON;
}

static BrowserResult open_help(Browser *browser, Action action) {
  (void)action;
  unsigned wanted = browser->helping ? (unsigned)CONTEXT_ANY : contexts(browser);
  browser_close_help(browser);
  help_open(&browser->help, wanted);
  browser->helping = true;
  return BROWSER_GO_ON;
}

static BrowserResult cancel(Browser *browser, Action action) {
  (void)action;
  browser->session.highlight = false;
  return BROWSER_GO_ON;
}

static BrowserResult quit(Browser *browser, Action action) {
  (void)browser, (void)action;
  return BROWSER_QUIT;
}

static BrowserResult suspend(Browser *browser, Action action) {
  (void)browser, (void)action;
  return BROWSER_SUSPEND;
}

static BrowserResult redraw(Browser *browser, Action action) {
  (void)browser, (void)action;
  return BROWSER_REDRAW;
}

static const struct {
  Action action;
  BrowserResult (*run)(Browser *browser, Action action);
} own_actions[] = {
    {ACTION_VIEW_1, open_view},  {ACTION_VIEW_2, open_view},    {ACTION_VIEW_3, open_view},
    {ACTION_VIEW_4, open_view},  {ACTION_VIEW_5, open_view},    {ACTION_VIEW_6, open_view},
    {ACTION_VIEW_7, open_view}, {ACTION_VIEW_8, open_view},
    {ACTION_SEARCH, browser_start_search}, {ACTION_NEXT, browser_next_hit},
    {ACTION_PREVIOUS, browser_next_hit}, {ACTION_COMMAND, browser_start_command},
    {ACTION_BACK, step},           {ACTION_FORWARD, step},
    {ACTION_UNIT, next_unit},    {ACTION_SHARE, next_share},    {ACTION_HELP, open_help},
    {ACTION_CANCEL, cancel},     {ACTION_QUIT, quit},           {ACTION_SUSPEND, suspend},
    {ACTION_REDRAW, redraw},
};

/* ---- keys */

static BrowserResult act_in_help(Browser *browser, Action action) {
  bool steps_out = action == ACTION_UP_LEVEL || action == ACTION_CANCEL;
  if (steps_out && browser->help.narrowed)
    help_narrow(&browser->help, "");
  else if (steps_out || action == ACTION_LEAVE)
    browser_close_help(browser);
  else
    window_act(&browser->help.window, action);
  return BROWSER_GO_ON;
}

static BrowserResult act_in_view(Browser *browser, Action action) {
  Session *session = &browser->session;
  switch (types[browser->open]->act(view(browser, browser->open), action)) {
  case OUTCOME_DONE:
    break;
  case OUTCOME_IGNORED:
    if (session->message.length == 0)
      browser_say(browser, "%s", _("not in this view"));
    break;
  case OUTCOME_GO:
    if (!browser_go(browser, &session->target, true))
      browser_say(browser, "%s", _("no view shows that place"));
    break;
  case OUTCOME_LEAVE:
    if (action == ACTION_LEAVE)
      return BROWSER_QUIT;
    browser_say(browser, "%s", _("this is the top level; q leaves"));
    break;
  }
  return BROWSER_GO_ON;
}

static BrowserResult act(Browser *browser, Action action) {
  if (browser->helping && (action == ACTION_CANCEL || action == ACTION_BACK))
    return act_in_help(browser, ACTION_CANCEL);
  for (size_t i = 0; i < sizeof own_actions / sizeof *own_actions; i++)
    if (own_actions[i].action == action)
      return own_actions[i].run(browser, action);
  return browser->helping ? act_in_help(browser, action) : act_in_view(browser, action);
}

BrowserResult browser_act(Browser *browser, Action action) {
  if ((action_info(action)->contexts & contexts(browser)) != 0)
    return act(browser, action);
  browser_say(browser, "%s", _("not in this view"));
  return BROWSER_GO_ON;
}

BrowserResult browser_key(Browser *browser, Key key) {
  bool goes_on = key == KEY_CONTROL('z') || key == KEY_CONTROL('l');
  str_clear(&browser->session.message);
  if (browser->command.open && !goes_on)
    return browser_command_key(browser, key);
  if (browser->prompting && !goes_on) {
    browser_prompt_key(browser, key);
    return BROWSER_GO_ON;
  }
  Action action = action_of_key(key, contexts(browser));
  if (action != ACTION_NONE)
    return act(browser, action);
  Str name = STR_EMPTY;
  key_write(&name, key);
  browser_say(browser, _("%s does nothing here; ? lists the keys"), name.data);
  str_free(&name);
  return BROWSER_GO_ON;
}

/* ---- painting */

static void draw_body(Browser *browser, Area body) {
  bool listing = browser->prompting && !browser->helping && browser->prompt.line.length > 0;
  if (browser->helping && !browser_command_lists(browser))
    help_draw(&browser->help, body);
  else if (listing || browser_command_lists(browser))
    finder_draw(&browser->finder, body);
  else
    types[browser->open]->draw(view(browser, browser->open), body, true);
}

/* Returns whether it takes the row of hints, too. */
static bool draw_status(Browser *browser, const Frame *frame) {
  Str line = STR_EMPTY;
  int style = STYLE_STATUS;
  if (browser->session.message.length > 0) {
    str_add(&line, browser->session.message.data, browser->session.message.length);
    style = STYLE_MESSAGE;
  } else if (browser->command.open) {
    browser_command_status(browser, &line);
  } else if (browser->helping) {
    help_status(&browser->help, &line);
  } else if (browser->prompting) {
    finder_status(&browser->finder, &line);
  } else {
    types[browser->open]->status(view(browser, browser->open), &line);
  }
  bool below = frame_status(frame, style, line.data, !browser->prompting && !browser->command.open);
  str_free(&line);
  return below;
}

/* The counts of the checks stand behind what the view says, where there is room. */
static void add_checks(Browser *browser, const Canvas *canvas, Str *caption) {
  enum { WIDE = 72 };
  Str counts = STR_EMPTY;
  findings_write_counts(&browser->session, canvas, &counts);
  if (counts.length > 0 && canvas->width >= WIDE)
    str_printf(caption, "%s%s %s", caption->length > 0 ? "  " : "", _("checks"), counts.data);
  str_free(&counts);
}

void browser_draw(Browser *browser, Canvas *canvas) {
  Frame frame;
  Str caption = STR_EMPTY;
  canvas_clear(canvas);
  if (!frame_open(canvas, &frame))
    return;
  draw_body(browser, frame.body); /* first: what a view says of itself may depend on its size */
  types[browser->open]->caption(view(browser, browser->open), &caption);
  add_checks(browser, canvas, &caption);
  frame_title(&frame, browser->session.document, caption.data);
  frame_tabs(&frame, types, BROWSER_VIEWS, browser->open);
  bool below = draw_status(browser, &frame);
  if (browser->prompting)
    prompt_draw(&browser->prompt, frame.hints, "/");
  else if (browser->command.open)
    prompt_draw(&browser->command.prompt, frame.hints, ":");
  else if (!below)
    frame_hints(&frame, contexts(browser));
  str_free(&caption);
}

/* ---- opening and closing */

static void begin(Browser *browser, const BrowserStart *start) {
  browser->session.check_options = start->checks;
  browser->session.unit = start->unit - 1;
  browser->session.share = start->share;
  if (start->view != ACTION_NONE)
    open_view(browser, start->view);
  if (start->code != NULL)
    browser_goto_code(browser, start->code);
  if (start->message != NULL)
    browser_say(browser, "%s", start->message);
}

Browser *browser_open(const Document *document, const BrowserStart *start) {
  Browser *browser = memory_zero(1, sizeof *browser);
  browser->session = (Session){
      .document = document, .search = search_new(document), .unit = -1, .message = STR_EMPTY};
  prompt_init(&browser->prompt);
  browser_command_init(&browser->command);
  browser->query = (Str)STR_EMPTY;
  browser->finder = (Finder){.session = &browser->session, .window = {.height = 1}};
  if (start != NULL)
    begin(browser, start);
  return browser;
}

void browser_close(Browser *browser) {
  if (browser == NULL)
    return;
  for (size_t i = 0; i < BROWSER_VIEWS; i++)
    if (browser->views[i] != NULL)
      types[i]->close(browser->views[i]);
  browser_close_help(browser);
  prompt_free(&browser->prompt);
  browser_command_free(&browser->command);
  str_free(&browser->query);
  str_free(&browser->session.message);
  visits_free(&browser->visits);
  search_free(browser->session.search);
  check_free(browser->session.checks);
  memory_free(browser);
}
