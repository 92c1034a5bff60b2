/* A whole browser on the sample, for tests: keys, clicks and pasted text in, the screen as text out. */
#ifndef BUDGETTUI_TEST_BROWSE_H
#define BUDGETTUI_TEST_BROWSE_H

#include "view/browser.h"

/* One at a time; 80 columns, 24 rows, in English. */
void browse_open(void);
void browse_close(void);
void browse_size(int height, int width);

EventResult browse_press(Key key);
/* The characters of a text, one after the other. */
void browse_type(const char *text);
/* ":text" and Enter. */
EventResult browse_command(const char *text);
EventResult browse_paste(const char *text);
/* The mouse on the first character of a text on the screen, which must be there; `nth` of them, from 0. */
EventResult browse_mouse(MouseKind kind, const char *text, int nth);
EventResult browse_click(const char *text);
EventResult browse_double_click(const char *text);

/* The screen as last painted: it is painted after all of the above. */
const char *browse_screen(void);
/* A row of it, from 0; -1: the last. */
const char *browse_row(int row);
void browse_expect(const char *text);
void browse_expect_none(const char *text);
/* What is seen in a row, without blanks at its end. */
void browse_expect_row(int row, const char *text);
/* A selected row shows this text. */
void browse_expect_selected(const char *text);

#endif
