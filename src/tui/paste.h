/* A bracketed paste: the bytes between the terminal's two brackets to clean UTF-8.
 *
 * Control characters but tab and newline, and bytes that are no character, are left out; a
 * return is a newline. The closing bracket may come in pieces, or never: then silence ends the
 * paste. */
#ifndef BUDGETTUI_TUI_PASTE_H
#define BUDGETTUI_TUI_PASTE_H

#include <stdbool.h>
#include <wchar.h>

#include "base/str.h"

typedef struct {
  bool open;         /* the closing bracket has not come */
  Str text;
  bool cut;          /* more came than is kept */
  size_t matched;    /* bytes of the closing bracket */
  mbstate_t state;   /* of a character of which some bytes have come */
  bool after_return;
  double heard;      /* when the last byte came */
} Paste;

/* A cleared one with an empty text is a good one. */
void paste_begin(Paste *paste, double now);
/* The next byte; once the closing bracket is complete the paste is no longer open. */
void paste_byte(Paste *paste, unsigned char byte, double now);
/* Milliseconds until it is over if nothing comes; -1 when none is open. */
int paste_wait(const Paste *paste, double now);
/* It is taken for ended. */
void paste_end(Paste *paste);

#endif
