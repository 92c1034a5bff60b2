/* What comes from the terminal: bytes and escape sequences to the Events of view/event.h.
 *
 * Alt with a key, and sequences that mean nothing, are taken out whole. */
#ifndef BUDGETTUI_TUI_KEYS_H
#define BUDGETTUI_TUI_KEYS_H

#include <curses.h>
#include <stdbool.h>
#include <wchar.h>

#include "tui/mouse.h"
#include "tui/paste.h"
#include "view/event.h"

typedef struct {
  WINDOW *pad;         /* a pad: reading from it never draws */
  mbstate_t state;     /* of a character of which some bytes have come */
  int held;            /* a byte or key code read too far; ERR */
  bool report_awaited; /* the probe's answer may come */
  double report_until; /* and until then Esc waits a little longer for it */
  int report_width;    /* the answer, until it is taken */
  double came;         /* when what is being read began to come; 0: all that came is read */
  MouseClicks clicks;
  Mouse mouse;         /* the last one that came */
  Paste paste;
} Keys;

void keys_init(Keys *keys);
void keys_free(Keys *keys);
/* The probe has been sent: its answer is not a key. */
void keys_await_report(Keys *keys);
/* The width that an answer told, once; 0. */
int keys_take_report(Keys *keys);

/* The next event that has come; false when there is none. Waits only to tell Esc from a
 * sequence. What the event points to lasts until the next call. */
bool keys_next(Keys *keys, Event *event);
/* Milliseconds after which keys_next has something although nothing came; -1: it will not. */
int keys_wait(const Keys *keys);

#endif
