/* Asking the terminal how wide it draws an ambiguous character.
 *
 * The question is a character and a request for the cursor's position; the answer comes among the
 * keys, whenever the terminal gets to it, or never. Asked on the second row, since a report from
 * the first reads as a function key. */
#ifndef BUDGETTUI_TUI_PROBE_H
#define BUDGETTUI_TUI_PROBE_H

#include <stdbool.h>

/* Asks, on a cleared screen that ncurses knows to be clear, and leaves it so. False: a terminal
 * that cannot be asked. */
bool probe_ask(int fd);
/* The columns, 1 or 2, that a report "ROW;COLUMN" tells; 0 when it tells something else. */
int probe_answer(const char *report);

#endif
