/* The browser on a canvas: title, tabs, and below them a view, two, or what is listed in their
 * place. */
#include "base/i18n.h"
#include "view/browser_parts.h"
#include "view/findings.h"
#include "view/grid.h"

void browser_draw(void *content, const Frame *frame) {
  Browser *browser = content;
  bool listing = browser->referring || shell_typing_list(browser->shell) != NULL;
  browser_draw_panes(browser, frame->body, listing);
}

void browser_status(void *content, Str *out) {
  Browser *browser = content;
  if (browser->referring)
    finder_status(&browser_pane(browser)->finder, out);
  else
    browser_type(browser_pane(browser))->status(browser_open_one(browser), out);
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

typedef struct {
  Str forms[2];
  const char *texts[4]; /* for frame_title */
} Mark;

/* That the file could not be read again, in many words and in few. */
static void open_mark(const Browser *browser, Mark *mark) {
  Position at = browser->fault;
  const char *brief = _("not read");
  *mark = (Mark){.forms = {STR_EMPTY, STR_EMPTY}};
  str_add_text(&mark->forms[0], _("file changed, not read"));
  str_add_text(&mark->forms[1], brief);
  for (size_t i = 0; i < 2; i++) {
    if (at.line > 0)
      str_printf(&mark->forms[i], ": %u:%u", at.line, at.column);
    mark->texts[i] = mark->forms[i].data;
  }
  mark->texts[2] = brief;
}

static void close_mark(Mark *mark) {
  for (size_t i = 0; i < 2; i++)
    str_free(&mark->forms[i]);
}

void browser_title(void *content, const Frame *frame) {
  Browser *browser = content;
  const Canvas *canvas = frame->title.canvas;
  Pane *pane = browser_pane(browser);
  Str caption = STR_EMPTY;
  if (browser->pane_count == 1 || browser->shell->helping) {
    browser_type(pane)->caption(browser_open_one(browser), &caption);
    add_position(browser, canvas, &caption);
  }
  add_checks(browser, canvas, &caption);
  Mark mark;
  open_mark(browser, &mark);
  frame_title(frame, pane->session.document, caption.data, browser->unread ? mark.texts : NULL);
  close_mark(&mark);
  frame_tabs(frame, browser_types, BROWSER_VIEWS, pane->open);
  str_free(&caption);
}
