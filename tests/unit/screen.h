/* One view on a canvas, for tests: a document written as text, keys as actions,
 * the screen as lines. */
#ifndef BUDGETTUI_TEST_SCREEN_H
#define BUDGETTUI_TEST_SCREEN_H

#include "base/diag.h"
#include "view/view.h"

typedef struct {
  Document *document;
  Diagnostics diagnostics;
  Session session;
  CheckDesk desk;
  const ViewType *type;
  void *view;
  Canvas canvas;
  Str text, status;
} Screen;

/* Opens the view on the document in `yaml`; NULL: the sample. Ambiguous characters are one column
 * wide. Closed with screen_close. */
void screen_open(Screen *screen, const ViewType *type, const char *yaml);
void screen_close(Screen *screen);
void screen_size(Screen *screen, int height, int width);
/* Paints the view over the whole canvas; the text lives until the next call. */
const char *screen_paint(Screen *screen);
/* The style of a cell as last painted. */
int screen_style(const Screen *screen, int row, int column);
/* The row whose cells are selected, as last painted; -1: none. */
int screen_selected(const Screen *screen);
/* Acts `times` over. */
Outcome screen_act(Screen *screen, Action action, int times);
const char *screen_status(Screen *screen);
const char *screen_caption(Screen *screen);
/* Searches, and has the hits highlighted. */
void screen_find(Screen *screen, const char *query);

/* Asserts what the screen shows from `row` on, line by line. */
void screen_expect(Screen *screen, int row, const char *lines);
/* Asserts that the screen shows a text somewhere, or nowhere. */
void screen_expect_some(Screen *screen, const char *text);
void screen_expect_none(Screen *screen, const char *text);
/* Asserts that nothing painted is broken: no half of a wide character, no line too wide. */
void screen_expect_whole(Screen *screen);

#endif
