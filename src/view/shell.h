/* What stands round what is shown, and is alike for all of it: the frame, the keys and what waits
 * for a second one, the line that is typed, the help, the mouse on these, and what is set for all.
 * In it stands a content (view/shell_parts.h): the list of several documents, or the browser of
 * one. It takes events and paints a canvas; it knows no terminal. */
#ifndef BUDGETTUI_VIEW_SHELL_H
#define BUDGETTUI_VIEW_SHELL_H

#include "base/progress.h"
#include "view/action.h"
#include "view/canvas.h"
#include "view/event.h"
#include "view/history.h"
#include "view/keymap.h"
#include "view/session.h"

typedef struct Shell Shell;

/* What the user chose. A cleared one is a good one; what it points to must outlive the shell. */
typedef struct {
  const struct CheckOptions *checks; /* NULL: the usual ones */
  const Keymap *keys;  /* NULL: the usual ones */
  History *history;    /* NULL: one of its own */
  const Progress *progress; /* NULL: nobody waits for long works */
  Action view;         /* ACTION_VIEW_*: the view open at first; ACTION_NONE: the usual one */
  int unit;            /* in which amounts are shown: a Unit and 1; 0: as printed */
  ShareMode share;
} ShellStart;

/* `start` may be NULL. It holds nothing until a content is opened in it, and gets no event and is
 * not drawn before. */
Shell *shell_open(const ShellStart *start);
/* After the contents that were opened in it. */
void shell_close(Shell *shell);

EventResult shell_event(Shell *shell, const Event *event);
/* The same for a key alone. */
EventResult shell_key(Shell *shell, Key key);
void shell_draw(Shell *shell, Canvas *canvas);
/* Shows a text in the status line once. */
void shell_message(Shell *shell, const char *text);
/* What RESULT_COPY is about; until the next event. */
const Str *shell_copied(const Shell *shell);

#endif
