/* What a terminal is asked to report beside keys: the mouse, and where a paste begins and ends. */
#ifndef BUDGETTUI_TUI_MODES_H
#define BUDGETTUI_TUI_MODES_H

#include <stdbool.h>

#include "base/str.h"

/* Which ones, from here on (the terminal's description is loaded): a terminal that would take
 * the bytes for text is asked for nothing, and the mouse only of one that is known to have it. */
void modes_choose(bool mouse);
/* Adds the bytes that switch them on, or off again. */
void modes_add(Str *out, bool on);

#endif
