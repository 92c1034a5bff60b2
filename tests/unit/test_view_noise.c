/* Whatever comes to a whole browser, in whatever order: keys, commands, pastes, the mouse, sizes,
 * works that are stopped, new versions of the document. It goes on, and there is nothing but text on
 * its screen. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "base/diag.h"
#include "text/utf8.h"
#include "text/width.h"
#include "view/browser.h"
#include "yaml/reader.h"

#define SAMPLE TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml"
enum { EVENTS = 1500, SEEDS = 4 };

static uint64_t state;

/* A number below `count`. */
static unsigned chance(unsigned count) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(state >> 33) % count;
}

static Document *read_sample(void) {
  Document *document;
  Diagnostics diagnostics;
  diag_open(&diagnostics, SAMPLE, 10);
  cr_assert_eq(reader_file(SAMPLE, NULL, &document, &diagnostics, NULL), READER_OK);
  diag_close(&diagnostics);
  return document;
}

static bool stops_at_times(void *context, Work work, uint64_t done, uint64_t total) {
  (void)context, (void)work, (void)done, (void)total;
  return chance(50) != 0;
}

/* None of them writes a file. */
static const char *const texts[] = {"201",  "医疗",       "xzyx",         "annex 2",   "annex 15",
                                    "30",   "sort 1",     "set ascii on", "split",     "mark a",
                                    "text", "go-to-mark", "help unit",    "unit yuan", "1,600.00"};
enum { TEXTS = sizeof texts / sizeof *texts };

static void type_line(Shell *shell, Key prompt) {
  const char *text = texts[chance(TEXTS)];
  shell_key(shell, prompt);
  for (size_t length = strlen(text), taken; length > 0; text += taken, length -= taken) {
    uint32_t key;
    taken = utf8_decode(text, length, &key);
    shell_key(shell, key);
  }
  shell_key(shell, chance(4) == 0 ? KEYCODE_ESCAPE : KEYCODE_ENTER);
}

static Event any_event(const Canvas *canvas) {
  const char *text = texts[chance(TEXTS)];
  unsigned printable = chance('~' - ' ') + ' ';
  switch (chance(8)) {
  case 0:
    return (Event){.kind = EVENT_MOUSE,
                   .mouse = {.kind = (MouseKind)chance(MOUSE_WHEEL_DOWN + 1),
                             .row = (int)chance((unsigned)canvas->height + 1),
                             .column = (int)chance((unsigned)canvas->width + 1)}};
  case 1:
    return (Event){.kind = EVENT_PASTE, .text = text, .length = strlen(text)};
  case 2:
    return (Event){.key = KEYCODE_NONE + 1 + chance(KEYCODE_LAST - KEYCODE_NONE)};
  case 3:
    return (Event){.key = KEYCODE_ENTER};
  default:
    return (Event){.key = printable == ':' ? KEYCODE_ESCAPE : printable};
  }
}

/* Nothing on the screen could disturb a terminal. */
static void expect_text(const Canvas *canvas) {
  Str screen = STR_EMPTY;
  uint32_t character;
  canvas_write(canvas, &screen);
  for (size_t at = 0; at < screen.length;) {
    at += utf8_decode(screen.data + at, screen.length - at, &character);
    cr_assert(character == '\n' || (character != UTF8_REPLACEMENT && !width_is_unsafe(character)));
  }
  str_free(&screen);
}

static void live(uint64_t seed) {
  Progress progress = {stops_at_times, NULL};
  Document *document = read_sample();
  Shell *shell = shell_open(&(ShellStart){.progress = &progress});
  Browser *browser = browser_open(document, shell);
  Canvas canvas;
  canvas_init(&canvas, 24, 80);
  state = seed;
  for (int i = 0; i < EVENTS; i++) {
    Event event = any_event(&canvas);
    shell_event(shell, &event);
    if (chance(10) == 0)
      type_line(shell, chance(2) == 0 ? ':' : '/');
    if (chance(50) == 0)
      canvas_resize(&canvas, 1 + (int)chance(45), 1 + (int)chance(130));
    if (chance(60) == 0) {
      Document *fresh = read_sample();
      browser = browser_reload(browser, fresh);
      document_free(document);
      document = fresh;
    }
    shell_draw(shell, &canvas);
    if (i % 10 == 0)
      expect_text(&canvas);
  }
  browser_close(browser);
  shell_close(shell);
  document_free(document);
  canvas_free(&canvas);
}

Test(noise, is_lived_through) {
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    live(seed);
}
