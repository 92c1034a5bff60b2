/* Putting the terminal back in a hurry: after a crash, and where ncurses cannot be asked.
 *
 * The bytes that do it are made while all is well, so that a signal handler only writes them. */
#ifndef BUDGETTUI_TUI_RESTORE_H
#define BUDGETTUI_TUI_RESTORE_H

#include <stdbool.h>

/* Keeps the modes that `fd` has now. False when it has none: it is no terminal. */
bool restore_keep(int fd);
/* The screen is ours from here on (the terminal's description is loaded and its modes are
 * chosen). */
void restore_arm(void);
/* The screen is not ours: restore_now does nothing. For a program that is stopped. */
void restore_pause(void);
void restore_resume(void);
/* The end: what was kept is freed. */
void restore_disarm(void);
/* Leaves the screen and puts the modes back, once. Safe in a signal handler. */
void restore_now(void);

#endif
