/* The canvas as text, for tests. */
#include "text/utf8.h"
#include "view/canvas.h"
#include "view/style_choice.h"

static const CanvasCell *row_cells(const Canvas *canvas, int row) {
  return &canvas->cells[(size_t)row * (size_t)canvas->width];
}

static void write_cell(const CanvasCell *cell, Str *out) {
  char bytes[UTF8_MOST];
  for (int i = 0; i <= CLUSTER_MARKS && cell->chars[i] != 0; i++)
    str_add(out, bytes, utf8_encode(cell->chars[i], bytes));
}

void canvas_write(const Canvas *canvas, Str *out) {
  for (int row = 0; row < canvas->height; row++) {
    const CanvasCell *cells = row_cells(canvas, row);
    size_t start = out->length;
    for (int column = 0; column < canvas->width; column++)
      write_cell(&cells[column], out);
    while (out->length > start && out->data[out->length - 1] == ' ')
      str_cut(out, out->length - 1);
    str_add_char(out, '\n');
  }
}

static void write_run(Str *out, int row, int from, int to, int style) {
  if (style == STYLE_NORMAL)
    return;
  str_printf(out, "%d:%d-%d %s%s%s\n", row, from, to,
             style_words.words[style & ~(STYLE_MATCH | STYLE_SELECTED)].name,
             (style & STYLE_MATCH) != 0 ? "+match" : "",
             (style & STYLE_SELECTED) != 0 ? "+selected" : "");
}

void canvas_write_styles(const Canvas *canvas, Str *out) {
  for (int row = 0; row < canvas->height; row++) {
    const CanvasCell *cells = row_cells(canvas, row);
    for (int from = 0, to; from < canvas->width; from = to + 1) {
      to = from;
      while (to + 1 < canvas->width && cells[to + 1].style == cells[from].style)
        to++;
      write_run(out, row, from, to, cells[from].style);
    }
  }
}
