/* A long work, shown where the status line stands: what is done, how far, and the key that stops
 * it. */
#ifndef BUDGETTUI_VIEW_PROGRESS_LINE_H
#define BUDGETTUI_VIEW_PROGRESS_LINE_H

#include "base/progress.h"
#include "base/str.h"
#include "view/canvas.h"

/* Adds what is done and how far, without the key. `total` 0: not known. */
void progress_line_write(Str *out, Work work, uint64_t done, uint64_t total);
/* Paints the last two rows over whatever the canvas shows. */
void progress_line_draw(Canvas *canvas, Work work, uint64_t done, uint64_t total);

#endif
