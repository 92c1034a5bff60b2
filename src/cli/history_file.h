/* Keeps what is typed at the prompts of the browser between runs: in
 * $XDG_STATE_HOME/budgettui/history, readable by its owner only.
 *
 * Each line is added to the end of the file when it is typed, in one writing and without waiting
 * for the disk, so that no key is slow and runs at once lose nothing of each other. A file that has
 * grown large is written anew at the beginning of a run, whole or not at all. Where any of this
 * cannot be done, there is no history beyond the run, and nothing is said of it. */
#ifndef BUDGETTUI_CLI_HISTORY_FILE_H
#define BUDGETTUI_CLI_HISTORY_FILE_H

#include "base/str.h"
#include "view/history.h"

typedef struct {
  Str directory;
  bool torn; /* the last line could not be written whole */
} HistoryFile;

/* Reads what is kept into the history, and keeps what is typed from now on. */
void history_file_open(HistoryFile *file, History *history);
/* The history must not be used any more. */
void history_file_close(HistoryFile *file);

#endif
