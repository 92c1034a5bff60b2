#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>

#include "check/check.h"
#include "text/width.h"
#include "yaml/reader.h"

static const char sample[] = TEST_SRCDIR "/data/jiulongpo-zhengwuban-2023.yaml";

void screen_open(Screen *screen, const ViewType *type, const char *yaml) {
  enum { FAULTS = 20 };
  *screen = (Screen){.type = type, .text = STR_EMPTY, .status = STR_EMPTY};
  diag_open(&screen->diagnostics, yaml ? "test" : sample, FAULTS);
  ReaderStatus status =
      yaml ? reader_bytes("test", yaml, strlen(yaml), NULL, &screen->document, &screen->diagnostics)
           : reader_file(sample, NULL, &screen->document, &screen->diagnostics, NULL);
  cr_assert_eq(status, READER_OK, "%s",
               screen->diagnostics.list.count ? screen->diagnostics.list.items[0].message : "");
  width_set_ambiguous(1);
  screen->session = (Session){.document = screen->document,
                              .search = search_new(screen->document),
                              .unit = -1,
                              .desk = &screen->desk,
                              .message = STR_EMPTY};
  canvas_init(&screen->canvas, 18, 80);
  screen->view = type->open(&screen->session);
}

void screen_close(Screen *screen) {
  screen->type->close(screen->view);
  canvas_free(&screen->canvas);
  str_free(&screen->text);
  str_free(&screen->status);
  str_free(&screen->session.message);
  search_free(screen->session.search);
  check_free(screen->desk.checks);
  document_free(screen->document);
  diag_close(&screen->diagnostics);
}

void screen_size(Screen *screen, int height, int width) {
  canvas_resize(&screen->canvas, height, width);
}

const char *screen_paint(Screen *screen) {
  canvas_clear(&screen->canvas);
  screen->type->draw(screen->view, canvas_area(&screen->canvas), true);
  str_clear(&screen->text);
  canvas_write(&screen->canvas, &screen->text);
  return screen->text.data;
}

int screen_style(const Screen *screen, int row, int column) {
  return screen->canvas.cells[row * screen->canvas.width + column].style;
}

int screen_selected(const Screen *screen) {
  for (int row = 0; row < screen->canvas.height; row++)
    for (int column = 0; column < screen->canvas.width; column++)
      if (screen_style(screen, row, column) & STYLE_SELECTED)
        return row;
  return -1;
}

Outcome screen_act(Screen *screen, Action action, int times) {
  Outcome outcome = OUTCOME_DONE;
  for (int i = 0; i < times; i++)
    outcome = screen->type->act(screen->view, action);
  return outcome;
}

const char *screen_status(Screen *screen) {
  str_clear(&screen->status);
  screen->type->status(screen->view, &screen->status);
  return screen->status.data;
}

const char *screen_caption(Screen *screen) {
  str_clear(&screen->status);
  screen->type->caption(screen->view, &screen->status);
  return screen->status.data;
}

void screen_find(Screen *screen, const char *query) {
  search_run(screen->session.search, query, strlen(query));
  screen->session.highlight = true;
}

static const char *line_at(const char *text, int row) {
  while (row-- > 0 && (text = strchr(text, '\n')) != NULL)
    text++;
  return text;
}

void screen_expect(Screen *screen, int row, const char *lines) {
  const char *shown = line_at(screen_paint(screen), row);
  cr_assert_not_null(shown);
  size_t length = strlen(lines);
  cr_expect(!strncmp(shown, lines, length), "expected from row %d on:\n%s\nshown:\n%s", row, lines,
            screen->text.data);
}

void screen_expect_some(Screen *screen, const char *text) {
  cr_expect_not_null(strstr(screen_paint(screen), text), "expected: %s\nshown:\n%s", text,
                     screen->text.data);
}

void screen_expect_none(Screen *screen, const char *text) {
  cr_expect_null(strstr(screen_paint(screen), text), "not expected: %s\nshown:\n%s", text,
                 screen->text.data);
}

void screen_expect_whole(Screen *screen) {
  screen_paint(screen);
  for (int row = 0; row < screen->canvas.height; row++) {
    const CanvasCell *cells = &screen->canvas.cells[row * screen->canvas.width];
    int column = 0;
    while (column < screen->canvas.width) {
      cr_assert_neq(cells[column].chars[0], 0, "half a character at %d:%d", row, column);
      cr_assert_eq(cells[column].width, width_char(cells[column].chars[0]), "at %d:%d", row, column);
      column += cells[column].width;
    }
    cr_assert_eq(column, screen->canvas.width, "row %d", row);
  }
}
