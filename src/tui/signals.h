/* Signals, as the browser's loop sees them: noted when they come, dealt with between two keys.
 *
 * A signal that ends the program is noted once; the second one, and any crash, puts the terminal
 * back from the handler and ends the process by that signal. */
#ifndef BUDGETTUI_TUI_SIGNALS_H
#define BUDGETTUI_TUI_SIGNALS_H

#include <stdbool.h>

typedef enum { WAIT_INPUT, WAIT_SIGNAL, WAIT_LOST } WaitResult;

/* Takes the handlers over (after ncurses has set its own) and gives them back. */
void signals_keep(void); /* before ncurses starts */
void signals_catch(void);
void signals_release(void);

/* Whether the signal (SIGWINCH, SIGTSTP, SIGCONT) came since it was last asked for. */
bool signals_took(int signal_number);
/* SIGINT, SIGTERM or SIGHUP, if one came; 0. */
int signals_ending(void);

/* Sleeps until `fd` has input, a signal has been noted or the terminal is gone. */
WaitResult signals_wait(int fd);

/* Stops this process, or its whole group as ^Z does, until it is continued. */
void signals_stop(bool group);

#endif
