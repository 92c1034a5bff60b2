/* Bytes for the terminal that ncurses does not send itself. */
#ifndef BUDGETTUI_TUI_OUTPUT_H
#define BUDGETTUI_TUI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

typedef enum { OUTPUT_USABLE, OUTPUT_UNKNOWN, OUTPUT_NO_CURSOR } OutputKind;

/* Whether the terminal that TERM names is described and can place its cursor. Asked before ncurses
 * starts, which loses memory over a terminal it does not know. */
OutputKind output_kind(int fd);
/* Whether the terminal's description has a string of this name (terminfo(5)). */
bool output_has(const char *name);
/* Whether its control sequences begin as those of ECMA-48 do, so that it passes over one it does
 * not know. */
bool output_speaks_ansi(void);
/* Adds that string to `out`; nothing when there is none. */
void output_add(Str *out, const char *name);
/* Adds what moves the cursor. */
void output_move(Str *out, int row, int column);

/* Writes all bytes; false when the terminal takes no more. Safe in a signal handler. */
bool output_write(int fd, const char *bytes, size_t length);

#endif
