#include "tui/blit.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "tui/style.h"
#include "tui/wcwidth.h"

enum { MARKS = CLUSTER_MARKS + 1 < CCHARW_MAX ? CLUSTER_MARKS + 1 : CCHARW_MAX };

void blit_init(Blit *blit) {
  canvas_init(&blit->shown, 0, 0);
  blit->known = false;
}

void blit_free(Blit *blit) {
  canvas_free(&blit->shown);
}

void blit_forget(Blit *blit) {
  blit->known = false;
  clearok(curscr, TRUE);
}

static bool same(const CanvasCell *a, const CanvasCell *b) {
  return a->chars[0] == b->chars[0] && a->style == b->style && a->width == b->width &&
         memcmp(a->chars, b->chars, sizeof a->chars) == 0;
}

/* Blocks are filled by eighths from the left; half of one counts for a whole. */
static wchar_t shade_of(wchar_t sign) {
  enum { BLOCK = 0x2588, HALF = 0x258C, EIGHTH = 0x258F, LIGHT = 0x2591, MEDIUM = 0x2592 };
  if (sign < BLOCK || sign > EIGHTH)
    return sign;
  return sign <= HALF ? MEDIUM : LIGHT;
}

/* A cell whose width ncurses would not agree with must not move what stands behind it. */
static cchar_t ink(const CanvasCell *cell) {
  StyleLook look = style_look(cell->style);
  wchar_t text[MARKS + 1] = { L' ' };
  cchar_t out;
  for (int i = 0; i < MARKS && cell->chars[i]; i++)
    text[i] = (wchar_t)cell->chars[i];
  if (style_shades(cell->style))
    text[0] = shade_of(text[0]);
  if (wcwidth(text[0]) == cell->width &&
      setcchar(&out, text, look.attributes, look.pair, NULL) == OK)
    return out;
  setcchar(&out, cell->width == 1 ? L"?" : L"\uFF1F", look.attributes, look.pair, NULL);
  return out;
}

static void draw_row(Blit *blit, const Canvas *canvas, int row) {
  const CanvasCell *now = canvas->cells + (size_t)row * (size_t)canvas->width;
  CanvasCell *shown = blit->shown.cells + (size_t)row * (size_t)canvas->width;
  for (int column = 0; column < canvas->width; column++) {
    if (blit->known && same(&now[column], &shown[column]))
      continue;
    if (now[column].chars[0]) {
      cchar_t cell = ink(&now[column]);
      /* This call neither moves the cursor nor wraps, so the last column is like any other. */
      mvadd_wchnstr(row, column, &cell, 1);
    }
    shown[column] = now[column];
  }
}

static void place_cursor(const Canvas *canvas) {
  bool visible = canvas->cursor_row >= 0 && canvas->cursor_column >= 0;
  leaveok(stdscr, !visible);
  curs_set(visible);
  if (visible)
    move(canvas->cursor_row, canvas->cursor_column);
}

void blit_frame(Blit *blit, const Canvas *canvas) {
  if (blit->shown.height != canvas->height || blit->shown.width != canvas->width) {
    canvas_resize(&blit->shown, canvas->height, canvas->width);
    blit->known = false;
  }
  if (!blit->known)
    erase();
  for (int row = 0; row < canvas->height; row++)
    draw_row(blit, canvas, row);
  blit->known = true;
  place_cursor(canvas);
  refresh();
}
