/* What stands round a view: the title and the tabs above, the line about the
 * selected thing and the hints below. */
#ifndef BUDGETTUI_VIEW_FRAME_H
#define BUDGETTUI_VIEW_FRAME_H

#include "view/keymap.h"
#include "view/view.h"

enum { FRAME_MIN_HEIGHT = 10, FRAME_MIN_WIDTH = 40 };

/* The rows of the screen. Rules are left out where rows are few: `rule`, the one above the status,
 * has no height then. */
typedef struct {
  Area title, tabs, body, rule, status, hints;
} Frame;

/* Lays out the canvas and draws the rules. False when it is too small: it says so instead. */
bool frame_open(Canvas *canvas, Frame *frame);
/* `mark`: what has to be seen as long as it holds, in forms from many words to few, ended by NULL:
 * the first that has room stands before the caption. NULL: nothing has. */
void frame_title(const Frame *frame, const Document *document, const char *caption,
                 const char *const *mark);
/* The same with any text in the place of the document. */
void frame_name(const Frame *frame, const char *name, const char *caption);
void frame_tabs(const Frame *frame, const ViewType *const *types, size_t count, size_t open);
/* The tab at a column; `count`: none is there. */
size_t frame_tab_at(const Frame *frame, const ViewType *const *types, size_t count, size_t open,
                    int column);
/* A text too long for its line goes on in the row of hints, then begins in that of the rule. Where
 * `below`, the row of hints is free for it; returns whether it was taken. */
bool frame_status(const Frame *frame, int style, const char *text, bool below);
/* `back`: going back is hinted, too, before all else. */
void frame_hints(const Frame *frame, const Keymap *keys, unsigned contexts, bool back);
/* The action of the hint at a column; ACTION_NONE: none is there. */
Action frame_hint_at(const Frame *frame, const Keymap *keys, unsigned contexts, bool back,
                     int column);

#endif
