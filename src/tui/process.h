/* Another program, run to its end. */
#ifndef BUDGETTUI_TUI_PROCESS_H
#define BUDGETTUI_TUI_PROCESS_H

#include <stdbool.h>

/* Runs it with `input` (-1: ours) as its standard input, with its output thrown away where
 * `silent`; the keyboard's signals reach it. The status as wait(2) tells it; -1 when it could
 * not be started. */
int process_run(const char *const *arguments, int input, bool silent);

#endif
