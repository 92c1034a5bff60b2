/* Any bytes as what a user does: keys, clicks, pasted texts, sizes of the screen. Whatever comes, the
 * cursor is on the canvas and every row is whole. */
#include <string.h>

#include "base/diag.h"
#include "fuzz.h"
#include "text/utf8.h"
#include "text/width.h"
#include "view/browser.h"
#include "yaml/reader.h"

static const char *const files[] = {TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml",
                                    TEST_SRCDIR "/tests/fuzz/hostile.yaml"};
enum { FILES = sizeof files / sizeof *files };

typedef struct {
  const uint8_t *bytes;
  size_t length;
} Input;

static uint8_t next(Input *input) {
  if (input->length == 0)
    return 0;
  input->length--;
  return *input->bytes++;
}

static Document *document(size_t index) {
  static Document *documents[FILES];
  Diagnostics diagnostics;
  if (documents[index] != NULL)
    return documents[index];
  diag_open(&diagnostics, files[index], 10);
  FUZZ_REQUIRE(reader_file(files[index], NULL, &documents[index], &diagnostics, NULL) == READER_OK);
  diag_close(&diagnostics);
  return documents[index];
}

/* ------------------------------------------------------------------ properties */

static void require_whole(const Canvas *canvas) {
  for (int row = 0; row < canvas->height; row++)
    for (int column = 0; column < canvas->width;) {
      const CanvasCell *cell = &canvas->cells[row * canvas->width + column];
      FUZZ_REQUIRE(cell->width == 1 || cell->width == 2);
      FUZZ_REQUIRE(column + cell->width <= canvas->width);
      FUZZ_REQUIRE(cell->width == 1 || cell[1].chars[0] == 0);
      column += cell->width;
    }
  FUZZ_REQUIRE(canvas->cursor_row < canvas->height && canvas->cursor_column < canvas->width);
}

/* ------------------------------------------------------------------ events */

/* Bytes below 0x80 are keys as they are, so that an input can be written by hand. */
enum {
  MORE_KEYS = 0x80,  /* and up to LAST_KEY: the keys that are no characters */
  LAST_KEY = MORE_KEYS + KEYCODE_LAST - KEYCODE_NONE,
  CLICK = 0xa0, DOUBLE_CLICK, WHEEL_UP, WHEEL_DOWN, /* then row and column */
  CHARACTER = 0xa8, /* then two bytes */
  PASTE = 0xaa,     /* then the length and the text */
  RESIZE = 0xac,    /* then height and width */
  AMBIGUOUS = 0xae,
  OTHER_FILE = 0xaf /* at the beginning: the document is the second one */
};

static void click(Browser *browser, Input *input, uint8_t kind) {
  Event event = {.kind = EVENT_MOUSE, .mouse = {.kind = (MouseKind)(kind - CLICK)}};
  event.mouse.row = next(input);
  event.mouse.column = next(input);
  browser_event(browser, &event);
}

/* As a terminal hands it on: whole characters, no control characters. */
static void paste(Browser *browser, Input *input) {
  size_t wanted = next(input), taken = wanted < input->length ? wanted : input->length;
  Str text = STR_EMPTY;
  for (size_t at = 0, bytes; at < taken; at += bytes) {
    uint32_t character;
    bytes = utf8_decode((const char *)input->bytes + at, taken - at, &character);
    if (bytes > 0 && character >= ' ' && character != 0x7f && character != 0xfffd)
      str_add(&text, (const char *)input->bytes + at, bytes);
    bytes = bytes > 0 ? bytes : 1;
  }
  input->bytes += taken;
  input->length -= taken;
  browser_event(browser, &(Event){.kind = EVENT_PASTE, .text = text.data, .length = text.length});
  str_free(&text);
}

static void resize(Canvas *canvas, Input *input) {
  int height = next(input) % 60 + 1;
  canvas_resize(canvas, height, next(input) % 220 + 1);
}

/* Commands that write a file are not run. */
static bool writes_files(const Canvas *canvas) {
  Str screen = STR_EMPTY;
  canvas_write(canvas, &screen);
  const char *line = strstr(screen.data, "\n:");
  bool writes = line != NULL && (line += 2 + strspn(line + 2, " "), *line == 'e' || *line == 'w');
  str_free(&screen);
  return writes;
}

static void press(Browser *browser, const Canvas *canvas, Key key) {
  bool enters = key == KEYCODE_ENTER || key == '\r' || key == '\n';
  if (!enters || !writes_files(canvas))
    browser_key(browser, key);
}

static void take_event(Browser *browser, Canvas *canvas, Input *input) {
  uint8_t byte = next(input);
  if (byte < 0x80)
    press(browser, canvas, byte == 0 ? ' ' : byte);
  else if (byte <= LAST_KEY)
    press(browser, canvas, (Key)KEYCODE_NONE + byte - MORE_KEYS);
  else if (byte >= CLICK && byte <= WHEEL_DOWN)
    click(browser, input, byte);
  else if (byte == CHARACTER) {
    Key high = next(input);
    browser_key(browser, (high << 8 | next(input)) % 0xd800);
  } else if (byte == PASTE)
    paste(browser, input);
  else if (byte == RESIZE)
    resize(canvas, input);
  else if (byte == AMBIGUOUS)
    width_set_ambiguous(next(input) % 2 + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  enum { EVENTS = 200 };
  Input input = {bytes, length};
  Canvas canvas;
  width_set_ambiguous(1);
  bool other = length > 0 && bytes[0] == OTHER_FILE;
  Browser *browser = browser_open(document(other), NULL);
  canvas_init(&canvas, 24, 80);
  browser_draw(browser, &canvas);
  for (int i = 0; i < EVENTS && input.length > 0; i++) {
    take_event(browser, &canvas, &input);
    browser_draw(browser, &canvas);
    require_whole(&canvas);
  }
  canvas_free(&canvas);
  browser_close(browser);
  return 0;
}
