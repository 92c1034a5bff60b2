/* Signals, as the browser's loop sees them: noted when they come, dealt with between two keys.
 *
 * A signal that ends the program is noted once; the second one, and any crash, puts the terminal
 * back from the handler and ends the process by that signal. */
#ifndef BUDGETTUI_TUI_SIGNALS_H
#define BUDGETTUI_TUI_SIGNALS_H

#include <stdbool.h>

typedef enum { WAIT_INPUT, WAIT_OTHER, WAIT_LOST } WaitResult;

/* Takes the handlers over (after ncurses has set its own) and gives them back. */
void signals_keep(void); /* before ncurses starts */
void signals_catch(void);
void signals_release(void);

/* Whether the signal (SIGWINCH, SIGTSTP, SIGCONT) came since it was last asked for. */
bool signals_took(int signal_number);
/* SIGINT, SIGTERM or SIGHUP, if one came; 0. */
int signals_ending(void);

/* Whether what came to end the program was SIGINT; it ends something else then, and the program
 * goes on. */
bool signals_took_interrupt(void);

/* Sleeps until the terminal `fd` has input or is gone, `other` (-1: none) has input, a signal
 * has been noted, or the time is over (-1: it never is). */
WaitResult signals_wait(int fd, int other, int milliseconds);

/* While another program has the terminal: its signals are not for us, except to stop. */
void signals_lend(void);
void signals_take_back(void);

/* Stops this process, or its whole group as ^Z does, until it is continued. */
void signals_stop(bool group);

#endif
