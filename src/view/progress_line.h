/* A long work, shown where the status line stands: what is done, how far, and the key that stops
 * it. */
#ifndef BUDGETTUI_VIEW_PROGRESS_LINE_H
#define BUDGETTUI_VIEW_PROGRESS_LINE_H

#include "base/progress.h"
#include "view/canvas.h"

/* Paints the last two rows over whatever the canvas shows. `total` 0: not known. */
void progress_line_draw(Canvas *canvas, Work work, uint64_t done, uint64_t total);

#endif
