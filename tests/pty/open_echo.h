/* A terminal on which echo.c shows its events, for tests. */
#ifndef BUDGETTUI_TEST_OPEN_ECHO_H
#define BUDGETTUI_TEST_OPEN_ECHO_H

#include "pty.h"

/* Asserts that it has painted itself; on 5 rows of 120 columns where the setup names none. */
Pty *pty_open_echo(PtySetup setup);
/* A program that `open` opens, to which these pieces (the last is NULL) were typed so soon after
 * each other that they are one sequence; skips the test where the machine is never so fast. */
Pty *pty_open_and_type(Pty *open(void), const char *const *pieces);

#endif
