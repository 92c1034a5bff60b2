/* A line editor for Chinese text: the cursor moves by cluster and by word, long lines scroll,
 * earlier lines come back with up and down and are searched with ^R. Knows no screen but the one
 * line it is painted on.
 *
 * A line holds nothing that could disturb a terminal: control characters, invisible ones and bytes
 * that are no UTF-8 do not go in, and no more than LIMIT_TYPED bytes. */
#ifndef BUDGETTUI_VIEW_PROMPT_H
#define BUDGETTUI_VIEW_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "view/canvas.h"
#include "view/history.h"
#include "view/key.h"
#include "view/window.h"

typedef struct {
  Str line;
  size_t cursor;    /* bytes */
  size_t scrolled;  /* bytes of the line left of what is seen, as last drawn */
  Str killed;       /* what ^W ^U ^K took, for ^Y */
  History *history; /* NULL: none */
  HistoryKind kind;
  size_t recalled;  /* index into the history; its count: the line being typed */
  Str draft;        /* that line, while history is shown */
  bool seeking;     /* ^R: keys go into `sought`, the line is what was found */
  bool missed;      /* nothing has it; the line is the last one that was found */
  Str sought;
} Prompt;

/* The history (NULL: none), of which it uses the lines of one kind, must outlive it. */
void prompt_init(Prompt *prompt, History *history, HistoryKind kind);
void prompt_free(Prompt *prompt);
/* An empty line to type in; the history stays. */
void prompt_start(Prompt *prompt);

typedef enum {
  PROMPT_IGNORED,
  PROMPT_MOVED,
  PROMPT_CHANGED,  /* the line is another one */
  PROMPT_ACCEPTED, /* Enter */
  PROMPT_CANCELLED /* Esc, ^G, or Backspace where nothing is left to take away */
} PromptResult;
PromptResult prompt_key(Prompt *prompt, Key key);
/* The same beside a list of what the line finds (NULL: none): up and down choose in the list; up
 * from its first line, and down where it is empty, go through the history. */
PromptResult prompt_key_beside(Prompt *prompt, Window *list, Key key);
/* Puts a text in at the cursor, its line breaks and tabs as single blanks. False: not all of it
 * fitted. */
bool prompt_paste(Prompt *prompt, const char *text, size_t length);

/* Paints `sign` and the line on row 0 of the area and puts the cursor there. */
void prompt_draw(Prompt *prompt, Area area, const char *sign);

/* ---- prompt_history.c */

/* Puts the line into the history. */
void prompt_remember(Prompt *prompt);
/* An earlier (or later) line of the history; `alike`: of those that begin with what was typed.
 * False when there is none. */
bool prompt_recall(Prompt *prompt, bool earlier, bool alike);
/* Begins to look for an earlier line by what stands in it. */
void prompt_seek(Prompt *prompt);
/* A key while that goes on; one that is not for it ends it, and PROMPT_IGNORED is returned. */
PromptResult prompt_seek_key(Prompt *prompt, Key key);

#endif
