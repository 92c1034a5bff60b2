/* The browser on a canvas: a frame, and in it a view, two, or what is listed in their place. */
#include "base/i18n.h"
#include "view/browser_parts.h"
#include "view/findings.h"
#include "view/grid.h"

/* What is listed in place of the view; NULL: nothing. */
static const Window *listed(Browser *browser) {
  const Window *typed = browser_typing_list(browser);
  if (typed != NULL)
    return typed;
  if (browser->helping)
    return &browser->help.window;
  return browser->referring ? &browser_pane(browser)->finder.window : NULL;
}

static void draw_body(Browser *browser, Area body) {
  const Window *list = listed(browser);
  if (list == &browser->help.window)
    help_draw(&browser->help, body);
  else
    browser_draw_panes(browser, body, list != NULL);
}

/* Returns whether it takes the row of hints, too. */
static bool draw_status(Browser *browser, const Frame *frame) {
  Session *session = browser_session(browser);
  Str line = STR_EMPTY;
  int style = STYLE_STATUS;
  if (session->message.length > 0) {
    str_add(&line, session->message.data, session->message.length);
    style = STYLE_MESSAGE;
  } else if (browser->typing != NULL) {
    browser->typing->status(browser, &line);
  } else if (browser->helping) {
    help_status(&browser->help, &line);
  } else if (browser->referring) {
    finder_status(&browser_pane(browser)->finder, &line);
  } else {
    browser_type(browser_pane(browser))->status(browser_open_one(browser), &line);
  }
  bool below = frame_status(frame, style, line.data, browser->typing == NULL);
  str_free(&line);
  return below;
}

enum { WIDE = 72 };

/* How far down a long table one is, where there is room. */
static void add_position(Browser *browser, const Canvas *canvas, Str *caption) {
  const ViewType *type = browser_type(browser_pane(browser));
  const Grid *grid = type->grid != NULL ? type->grid(browser_open_one(browser)) : NULL;
  if (grid != NULL && canvas->width >= WIDE)
    window_write_position(&grid->window, " · ", caption);
}

/* The counts of the checks stand behind what the view says, where there is room. */
static void add_checks(Browser *browser, const Canvas *canvas, Str *caption) {
  Str counts = STR_EMPTY;
  findings_write_counts(browser_session(browser), canvas, &counts);
  if (counts.length > 0 && canvas->width >= WIDE)
    str_printf(caption, "%s%s %s", caption->length > 0 ? "  " : "", _("checks"), counts.data);
  str_free(&counts);
}

static void draw_title(Browser *browser, const Frame *frame, const Canvas *canvas) {
  Pane *pane = browser_pane(browser);
  Str caption = STR_EMPTY;
  if (browser->pane_count == 1 || browser->helping) {
    browser_type(pane)->caption(browser_open_one(browser), &caption);
    add_position(browser, canvas, &caption);
  }
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
  for (size_t i = 0; i < BROWSER_PANES; i++)
    browser->panes[i].area = browser->panes[i].heading = browser->list;
  if (!frame_open(canvas, frame))
    return;
  draw_body(browser, frame->body); /* first: what a view says of itself may depend on its size */
  draw_title(browser, frame, canvas);
  bool below = draw_status(browser, frame);
  if (browser->typing != NULL)
    prompt_draw(&browser->prompts[browser->typing->kind], frame->hints, browser->typing->sign);
  browser->hinted = !below && browser->typing == NULL;
  if (browser->hinted)
    frame_hints(frame, browser->keys, browser_key_contexts(browser), browser_was_led(browser));
}
