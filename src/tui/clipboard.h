/* The clipboard of the terminal: written by the control sequence OSC 52, never read.
 *
 * tmux is asked by its own command, since as it is usually set up it passes over the sequence;
 * where that fails it gets the sequence, and again wrapped to be passed through. GNU screen gets
 * it wrapped. */
#ifndef BUDGETTUI_TUI_CLIPBOARD_H
#define BUDGETTUI_TUI_CLIPBOARD_H

#include "base/str.h"


typedef enum {
  CLIPBOARD_SENT,    /* whether the terminal took it, it does not tell */
  CLIPBOARD_NONE,    /* this type of terminal has none, or cannot be written to */
  CLIPBOARD_TOO_LONG
} ClipboardResult;

ClipboardResult clipboard_send(const Str *text, int fd);

#endif
