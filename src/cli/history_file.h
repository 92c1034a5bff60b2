/* Keeps what is typed at the prompts of the browser between runs: in
 * $XDG_STATE_HOME/budgettui/history, readable by its owner only.
 *
 * Each line is written when it is typed, to a file that appears whole or not at all; what another
 * run has written meanwhile stays. Where that cannot be done, there is no history beyond the run,
 * and nothing is said of it. */
#ifndef BUDGETTUI_CLI_HISTORY_FILE_H
#define BUDGETTUI_CLI_HISTORY_FILE_H

#include "base/str.h"
#include "view/history.h"

typedef struct {
  Str directory;
  History unwritten; /* what waits for another run to end its writing */
} HistoryFile;

/* Reads what is kept into the history, and keeps what is typed from now on. */
void history_file_open(HistoryFile *file, History *history);
/* The history must not be used any more. */
void history_file_close(HistoryFile *file);

#endif
