/* A terminal on which echo.c shows its events, for tests. */
#ifndef BUDGETTUI_TEST_OPEN_ECHO_H
#define BUDGETTUI_TEST_OPEN_ECHO_H

#include "pty.h"

/* Asserts that it has painted itself; on 5 rows of 120 columns where the setup names none. */
Pty *pty_open_echo(PtySetup setup);

#endif
