/* How the canvas's styles look on this terminal: one table for every number of colours.
 *
 * Only the terminal's own foreground and background are counted on; the colours that are added
 * read well on black and on white. Nothing is told by colour alone. */
#ifndef BUDGETTUI_TUI_STYLE_H
#define BUDGETTUI_TUI_STYLE_H

#include <curses.h>
#include <stdbool.h>
#include <stdint.h>

#include "tui/terminal.h"

typedef struct {
  attr_t attributes;
  short pair;
} StyleLook;

/* Call once the screen is open. What a user chose (NULL: nothing) stands before the program's
 * own. */
void style_start(TerminalColor color, const StyleChoices *choices);
/* A Style with its match and selected bits. */
StyleLook style_look(uint8_t style);
/* Whether blocks are painted as shades in this style, so that they do not look like holes. */
bool style_shades(uint8_t style);

#endif
