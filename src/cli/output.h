/* What a command may do with a terminal that it writes to. */
#ifndef BUDGETTUI_CLI_OUTPUT_H
#define BUDGETTUI_CLI_OUTPUT_H

#include <stdbool.h>

#include "base/progress.h"

/* Whether escape sequences may go there: a terminal, and not TERM=dumb or none. */
bool output_takes_escapes(int descriptor);

/* A line on standard error that tells how far a long work is: from its first second on, and only
 * where it can be taken away again. */
typedef struct {
  double next; /* when it is written again; clock_seconds */
  bool written;
} OutputProgress;

/* `progress` points into *line, which stays where it is until output_progress_end. False: nothing
 * can be shown. */
bool output_progress_begin(OutputProgress *line, Progress *progress);
/* Takes the line away. */
void output_progress_end(OutputProgress *line);

#endif
