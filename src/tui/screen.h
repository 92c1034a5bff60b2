/* The terminal's screen: taken, lent to others, given back; and what is painted on it.
 *
 * Only one can be taken at a time. */
#ifndef BUDGETTUI_TUI_SCREEN_H
#define BUDGETTUI_TUI_SCREEN_H

#include <stdbool.h>

#include "tui/blit.h"
#include "tui/terminal.h"
#include "view/canvas.h"

typedef struct {
  void *handle; /* of ncurses; NULL: the screen is not taken */
  Canvas canvas;
  Blit blit;
} Screen;

/* Takes it. False when ncurses cannot. */
bool screen_open(Screen *screen, const TerminalOptions *options);
void screen_close(Screen *screen);
/* Shows what is on the canvas. */
void screen_show(Screen *screen);
/* Takes the size that the terminal has now, and paints all of it with the next frame. */
void screen_fit(Screen *screen);
/* Leaves it as it was found, for a shell or another program, until it is taken again. */
void screen_lend(Screen *screen);
/* Takes it again; whoever had it meanwhile may have changed all of it. */
void screen_take_back(Screen *screen);

#endif
