/* A line editor for Chinese text: the cursor moves by cluster, long lines
 * scroll, earlier lines come back with up and down. Knows no screen but the
 * one line it is painted on. */
#ifndef BUDGETTUI_VIEW_PROMPT_H
#define BUDGETTUI_VIEW_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "base/vec.h"
#include "view/canvas.h"
#include "view/key.h"
#include "view/window.h"

typedef struct {
  Str line;
  size_t cursor;         /* bytes */
  Str killed;            /* what ^W ^U ^K took, for ^Y */
  VEC(char *) history;   /* oldest first */
  size_t recalled;       /* index into history; count: the line being typed */
  Str draft;             /* that line, while history is shown */
} Prompt;

void prompt_init(Prompt *prompt);
void prompt_free(Prompt *prompt);
/* An empty line to type in; the history stays. */
void prompt_start(Prompt *prompt);
/* Puts the line into the history, unless it is empty or the last one there. */
void prompt_remember(Prompt *prompt);

typedef enum { PROMPT_IGNORED, PROMPT_MOVED, PROMPT_CHANGED } PromptResult;
PromptResult prompt_key(Prompt *prompt, Key key);
/* The same beside a list of what the line finds (NULL: none): up and down choose in the list; up from
 * its first line, and down where it is empty, go through the history, as ^P and ^N always do. */
PromptResult prompt_key_beside(Prompt *prompt, Window *list, Key key);
/* An earlier (or later) line of the history; false when there is none. */
bool prompt_recall(Prompt *prompt, bool earlier);

/* Paints `sign` and the line on row 0 of the area and puts the cursor there. */
void prompt_draw(const Prompt *prompt, Area area, const char *sign);

#endif
