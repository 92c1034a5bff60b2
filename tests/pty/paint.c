/* paint WIDTHxHEIGHT AMBIGUOUS LANGUAGE KEYS FILE: prints what the browser paints in memory after
 * these keys (ASCII characters; \r is Enter), to be held against what a terminal shows. The right
 * half of a wide character is U+FFFF, as xterm prints it. */
#include <stdio.h>
#include <stdlib.h>

#include "language.h"
#include "read_document.h"
#include "text/utf8.h"
#include "text/width.h"
#include "view/browser.h"

static void write_cell(Str *out, const CanvasCell *cell) {
  char bytes[UTF8_MOST];
  if (!cell->chars[0])
    str_add(out, bytes, utf8_encode(0xFFFF, bytes));
  for (int i = 0; i <= CLUSTER_MARKS && cell->chars[i]; i++)
    str_add(out, bytes, utf8_encode(cell->chars[i], bytes));
}

static void write_rows(Str *out, const Canvas *canvas) {
  for (int row = 0; row < canvas->height; row++) {
    for (int column = 0; column < canvas->width; column++)
      write_cell(out, &canvas->cells[row * canvas->width + column]);
    while (out->length > 0 && out->data[out->length - 1] == ' ')
      str_cut(out, out->length - 1);
    str_add_char(out, '\n');
  }
}

static void paint(Shell *shell, Canvas *canvas, const char *keys) {
  Str text = STR_EMPTY;
  shell_draw(shell, canvas);
  for (; *keys; keys++) {
    shell_key(shell, *keys == '\r' ? KEYCODE_ENTER : (Key)*keys);
    canvas_clear(canvas);
    shell_draw(shell, canvas);
  }
  write_rows(&text, canvas);
  fputs(text.data, stdout);
  str_free(&text);
}

int main(int count, char **arguments) {
  int width, height;
  if (count != 6 || sscanf(arguments[1], "%dx%d", &width, &height) != 2)
    return 2;
  width_set_ambiguous(atoi(arguments[2]));
  language_use(arguments[3]);
  Document *document = read_document(arguments[5]);
  if (!document)
    return 3;
  Shell *shell = shell_open(NULL);
  Browser *browser = browser_open(document, shell);
  Canvas canvas;
  canvas_init(&canvas, height, width);
  paint(shell, &canvas, arguments[4]);
  canvas_free(&canvas);
  browser_close(browser);
  shell_close(shell);
  document_free(document);
  return 0;
}
