#include "browse.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "text/utf8.h"
#include "text/width.h"
#include "yaml/reader.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"

static Document *document;
static Shell *shell;
static Browser *browser;
static Canvas canvas;
static Str screen = STR_EMPTY, line = STR_EMPTY;

static void paint(void) {
  str_clear(&screen);
  shell_draw(shell, &canvas);
  canvas_write(&canvas, &screen);
}

void browse_open(void) {
  Diagnostics diagnostics;
  diag_open(&diagnostics, SAMPLE, 10);
  cr_assert_eq(reader_file(SAMPLE, NULL, &document, &diagnostics, NULL), READER_OK);
  diag_close(&diagnostics);
  shell = shell_open(NULL);
  browser = browser_open(document, shell);
  canvas_init(&canvas, 24, 80);
  paint();
}

void browse_close(void) {
  browser_close(browser);
  shell_close(shell);
  canvas_free(&canvas);
  document_free(document);
  str_free(&screen);
  str_free(&line);
}

void browse_size(int height, int width) {
  canvas_resize(&canvas, height, width);
  paint();
}

static EventResult event(Event event) {
  EventResult result = shell_event(shell, &event);
  paint();
  return result;
}

EventResult browse_press(Key key) { return event((Event){.kind = EVENT_KEY, .key = key}); }

void browse_type(const char *text) {
  for (size_t length = strlen(text), taken; length > 0; text += taken, length -= taken) {
    uint32_t key;
    taken = utf8_decode(text, length, &key);
    browse_press(key);
  }
}

EventResult browse_command(const char *text) {
  browse_type(":");
  browse_type(text);
  return browse_press(KEYCODE_ENTER);
}

EventResult browse_paste(const char *text) {
  return event((Event){.kind = EVENT_PASTE, .text = text, .length = strlen(text)});
}

/* Where a text stands on the screen. */
static bool find(const char *text, int nth, Mouse *mouse) {
  const char *row = screen.data;
  for (mouse->row = 0; *row != '\0'; mouse->row++) {
    const char *end = strchr(row, '\n');
    for (const char *at = row; (at = strstr(at, text)) != NULL && at < end; at++)
      if (nth-- == 0) {
        mouse->column = (int)width_text(row, (size_t)(at - row));
        return true;
      }
    row = end + 1;
  }
  return false;
}

EventResult browse_mouse(MouseKind kind, const char *text, int nth) {
  Mouse mouse = {.kind = kind};
  cr_assert(find(text, nth, &mouse), "the screen does not show: %s\n%s", text, screen.data);
  return event((Event){.kind = EVENT_MOUSE, .mouse = mouse});
}

EventResult browse_click(const char *text) { return browse_mouse(MOUSE_CLICK, text, 0); }

EventResult browse_double_click(const char *text) {
  browse_mouse(MOUSE_CLICK, text, 0);
  return browse_mouse(MOUSE_DOUBLE_CLICK, text, 0);
}

const char *browse_screen(void) { return screen.data; }

const char *browse_row(int row) {
  const char *at = screen.data;
  if (row < 0)
    row += canvas.height;
  while (row-- > 0)
    at = strchr(at, '\n') + 1;
  str_clear(&line);
  str_add(&line, at, strcspn(at, "\n"));
  return line.data;
}

void browse_expect(const char *text) {
  cr_expect(strstr(screen.data, text) != NULL, "the screen does not show: %s\n%s", text, screen.data);
}

void browse_expect_none(const char *text) {
  cr_expect(strstr(screen.data, text) == NULL, "the screen shows: %s\n%s", text, screen.data);
}

void browse_expect_row(int row, const char *text) {
  cr_expect_str_eq(browse_row(row), text, "%s, not %s", line.data, text);
}

static bool is_selected(int row) {
  const CanvasCell *cells = &canvas.cells[row * canvas.width];
  for (int column = 0; column < canvas.width; column++)
    if (cells[column].style & STYLE_SELECTED)
      return true;
  return false;
}

void browse_expect_selected(const char *text) {
  for (int row = 0; row < canvas.height; row++)
    if (is_selected(row) && strstr(browse_row(row), text) != NULL)
      return;
  cr_expect_fail("no row selected shows: %s\n%s", text, screen.data);
}
