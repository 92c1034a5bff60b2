/* The user's editor on a file: $VISUAL, else $EDITOR, else vi. */
#ifndef BUDGETTUI_TUI_EDITOR_H
#define BUDGETTUI_TUI_EDITOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Runs it on a terminal that is as the shell left it, at a line (0: not known), until it ends.
 * False when it could not be run or failed; `message` gets a line about it. */
bool editor_run(const char *file, uint32_t line, Str *message);

#endif
