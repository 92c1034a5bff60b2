/* Lines typed earlier at the prompts, one list for each kind of prompt.
 *
 * It outlives the browsers that use it. It knows no file: whoever made it may give it a function
 * that keeps a line for later runs. A line that a prompt could not hold, with control characters or
 * bytes that are no UTF-8, is not taken. */
#ifndef BUDGETTUI_VIEW_HISTORY_H
#define BUDGETTUI_VIEW_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

typedef enum { HISTORY_SEARCH, HISTORY_COMMAND, HISTORY_FILTER, HISTORY_KINDS } HistoryKind;

/* Oldest first, none twice. */
typedef VEC(char *) HistoryLines;

typedef struct {
  HistoryLines lines[HISTORY_KINDS];
  void (*keep)(void *context, HistoryKind kind, const char *line); /* NULL: not beyond this run */
  void *context;
} History;

void history_open(History *history);
void history_close(History *history);
/* Makes a line the newest one. False when it is empty or not taken. */
bool history_add(History *history, HistoryKind kind, const char *line);
/* The same for one that was just typed: it is kept, too. */
void history_remember(History *history, HistoryKind kind, const char *line);

#endif
