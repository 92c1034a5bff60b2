/* What holds for every screen, whatever was typed. For fuzz_keys.c. */
#ifndef BUDGETTUI_TEST_KEYS_SCREEN_H
#define BUDGETTUI_TEST_KEYS_SCREEN_H

#include "view/application_parts.h"

/* The last screen, so that only rows which changed are looked at. */
typedef struct {
  int height, width;
  CanvasCell *cells;
} Seen;

/* Ends the process if a row is not whole or the cursor not where it belongs, and adds what the
 * screen shows to *digest. */
void screen_require(Seen *seen, const Canvas *canvas, Application *application, uint64_t *digest);
/* Ends the process if the screen is not the last one. */
void screen_require_seen(const Seen *seen, const Canvas *canvas);
/* The same of the texts between tabs and status alone. */
void screen_require_body(const Seen *seen, const Canvas *canvas, const Application *application);
/* Rows and cells alone, of a screen that something else was painted over. */
void screen_require_whole(const Canvas *canvas);

#endif
