/* From the canvas to ncurses: only cells that changed since the last frame. */
#ifndef BUDGETTUI_TUI_BLIT_H
#define BUDGETTUI_TUI_BLIT_H

#include <stdbool.h>

#include "view/canvas.h"

typedef struct {
  Canvas shown; /* the last frame */
  bool known;   /* whether ncurses' screen holds it */
} Blit;

void blit_init(Blit *blit);
void blit_free(Blit *blit);
/* The next frame is painted whole, and the terminal cleared before. */
void blit_forget(Blit *blit);
/* Shows a frame of the screen's size. */
void blit_frame(Blit *blit, const Canvas *canvas);

#endif
