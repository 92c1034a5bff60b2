/* Keys from the terminal: bytes and escape sequences to the Keys of view/key.h.
 *
 * Alt with a key, and sequences that mean no key, are taken out whole. */
#ifndef BUDGETTUI_TUI_KEYS_H
#define BUDGETTUI_TUI_KEYS_H

#include <curses.h>
#include <stdbool.h>
#include <wchar.h>

#include "view/key.h"

typedef struct {
  WINDOW *pad;         /* a pad: reading from it never draws */
  mbstate_t state;     /* of a character of which some bytes have come */
  int held;            /* a byte or key code read too far; ERR */
  bool report_awaited; /* the probe's answer may come */
  double report_until; /* and until then Esc waits a little longer for it */
  int report_width;    /* the answer, until it is taken */
} Keys;

void keys_init(Keys *keys);
void keys_free(Keys *keys);
/* The probe has been sent: its answer is not a key. */
void keys_await_report(Keys *keys);
/* The width that an answer told, once; 0. */
int keys_take_report(Keys *keys);

/* The next key that has come; false when there is none. Waits only to tell Esc from a sequence. */
bool keys_next(Keys *keys, Key *key);

#endif
