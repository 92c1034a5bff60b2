#include "keys_screen.h"

#include <string.h>

#include "fuzz.h"
#include "text/width.h"
#include "view/browser_parts.h"
#include "view/grid.h"

/* ------------------------------------------------------------------ rows and cells */

static void require_cell(const CanvasCell *cell) {
  FUZZ_REQUIRE((cell->style & ~(STYLE_MATCH | STYLE_SELECTED)) < STYLE_COUNT);
  FUZZ_REQUIRE(!width_is_unsafe(cell->chars[0]));
  FUZZ_REQUIRE(width_char(cell->chars[0]) == cell->width);
  for (int i = 1; i <= CLUSTER_MARKS && cell->chars[i] != 0; i++)
    FUZZ_REQUIRE(width_char(cell->chars[i]) == 0 && !width_is_hidden(cell->chars[i]));
}

/* Cells side by side, as wide together as the canvas is. */
static void require_row(const Canvas *canvas, const CanvasCell *row) {
  for (int column = 0; column < canvas->width;) {
    const CanvasCell *cell = &row[column];
    require_cell(cell);
    FUZZ_REQUIRE(cell->width == 1 || cell->width == 2);
    FUZZ_REQUIRE(column + cell->width <= canvas->width);
    FUZZ_REQUIRE(cell->width == 1 || (cell[1].chars[0] == 0 && cell[1].width == 0));
    column += cell->width;
  }
}

/* The block is one cell longer than the canvas; bytes beyond that are the sanitizer's affair. */
static void require_nothing_outside(const Canvas *canvas) {
  static const CanvasCell untouched;
  const CanvasCell *beyond = &canvas->cells[(size_t)canvas->height * (size_t)canvas->width];
  FUZZ_REQUIRE(memcmp(beyond, &untouched, sizeof untouched) == 0);
}

static void require_cursor_inside(const Canvas *canvas) {
  int row = canvas->cursor_row, column = canvas->cursor_column;
  FUZZ_REQUIRE((row < 0) == (column < 0));
  FUZZ_REQUIRE(row < canvas->height && column < canvas->width);
  if (row >= 0)
    FUZZ_REQUIRE(canvas->cells[row * canvas->width + column].chars[0] != 0);
}

void screen_require_whole(const Canvas *canvas) {
  for (int row = 0; row < canvas->height; row++)
    require_row(canvas, canvas->cells + (size_t)row * (size_t)canvas->width);
  require_nothing_outside(canvas);
  require_cursor_inside(canvas);
}

static void add_to(uint64_t *digest, uint64_t value) {
  *digest = (*digest ^ value) * UINT64_C(1099511628211);
}

static void add_row(uint64_t *digest, const Canvas *canvas, const CanvasCell *row) {
  for (int i = 0; i < canvas->width; i++) {
    add_to(digest, row[i].chars[0] | (uint64_t)row[i].style << 32);
    for (int mark = 1; mark <= CLUSTER_MARKS && row[i].chars[mark] != 0; mark++)
      add_to(digest, row[i].chars[mark]);
  }
}

static void require_changed_rows(Seen *seen, const Canvas *canvas, uint64_t *digest) {
  size_t width = (size_t)canvas->width, size = width * sizeof *seen->cells;
  bool same_size = seen->height == canvas->height && seen->width == canvas->width;
  if (!same_size) {
    memory_free(seen->cells);
    seen->cells = memory_zero((size_t)canvas->height * width, sizeof *seen->cells);
    seen->height = canvas->height;
    seen->width = canvas->width;
  }
  for (size_t row = 0; row < (size_t)canvas->height; row++) {
    if (memcmp(seen->cells + row * width, canvas->cells + row * width, size) == 0)
      continue;
    memcpy(seen->cells + row * width, canvas->cells + row * width, size);
    require_row(canvas, canvas->cells + row * width);
    add_to(digest, row);
    add_row(digest, canvas, canvas->cells + row * width);
  }
}

static void tell_row(const char *what, const Canvas *canvas, CanvasCell *row) {
  Str text = STR_EMPTY;
  canvas_write(&(Canvas){.height = 1, .width = canvas->width, .cells = row}, &text);
  canvas_write_styles(&(Canvas){.height = 1, .width = canvas->width, .cells = row}, &text);
  fprintf(stderr, "%s: %s", what, text.data);
  str_free(&text);
}

static bool same_texts(const CanvasCell *a, const CanvasCell *b, size_t count) {
  bool same = true;
  for (size_t i = 0; i < count && same; i++)
    same = memcmp(a[i].chars, b[i].chars, sizeof a->chars) == 0;
  return same;
}

static void require_rows_seen(const Seen *seen, const Canvas *canvas, size_t from, size_t to) {
  size_t width = (size_t)canvas->width;
  for (size_t row = from; row < to; row++) {
    CanvasCell *before = seen->cells + row * width, *now = canvas->cells + row * width;
    bool same = same_texts(before, now, width);
    if (!same) {
      tell_row("before", canvas, before);
      tell_row("now", canvas, now);
    }
    FUZZ_REQUIRE(same);
  }
}

void screen_require_seen(const Seen *seen, const Canvas *canvas) {
  size_t count = (size_t)canvas->height * (size_t)canvas->width;
  require_rows_seen(seen, canvas, 0, (size_t)canvas->height);
  for (size_t i = 0; i < count; i++)
    FUZZ_REQUIRE(seen->cells[i].style == canvas->cells[i].style);
}

void screen_require_body(const Seen *seen, const Canvas *canvas, const Application *application) {
  Area body = application->shell->frame.body;
  require_rows_seen(seen, canvas, (size_t)body.top, (size_t)(body.top + body.height));
}

/* ------------------------------------------------------------------ cursors */

/* Of a list as it was just drawn. */
static void require_window(const Window *window) {
  FUZZ_REQUIRE(window->count == 0 ? window->cursor == 0 : window->cursor < window->count);
  FUZZ_REQUIRE(window->top <= window->cursor && window->cursor - window->top < window->height);
  FUZZ_REQUIRE(window->top == 0 || window->top + window->height <= window->count);
}

static void require_pane(Pane *pane) {
  const ViewType *type = browser_type(pane);
  const Grid *grid = type->grid != NULL ? type->grid(browser_view(pane, pane->open)) : NULL;
  if (grid == NULL)
    return;
  require_window(&grid->window);
  FUZZ_REQUIRE(grid->window.count == grid->outline.rows.count);
  FUZZ_REQUIRE(grid->columns.count == 0 ? grid->column == 0 : grid->column < grid->columns.count);
}

static void require_browser(Browser *browser) {
  FUZZ_REQUIRE(browser->focus < BROWSER_PANES && browser->pane_count <= BROWSER_PANES);
  if (browser->shell->list.canvas != NULL)
    require_window(&browser_pane(browser)->finder.window);
  else
    require_pane(browser_pane(browser));
}

static void require_list(const List *list) {
  require_window(list->report.length > 0 ? &list->report_window : &list->files.window);
}

static void require_shell(const Shell *shell, const Canvas *canvas) {
  if (shell->helping)
    require_window(&shell->help.window);
  if (shell->typing != NULL)
    FUZZ_REQUIRE(canvas->cursor_row == canvas->height - 1);
  else if (!canvas->plain)
    FUZZ_REQUIRE(canvas->cursor_row == -1);
}

void screen_require(Seen *seen, const Canvas *canvas, Application *application, uint64_t *digest) {
  require_changed_rows(seen, canvas, digest);
  require_nothing_outside(canvas);
  require_cursor_inside(canvas);
  add_to(digest, (uint64_t)canvas->cursor_row << 32 | (uint32_t)canvas->cursor_column);
  if (canvas->height < FRAME_MIN_HEIGHT || canvas->width < FRAME_MIN_WIDTH) {
    FUZZ_REQUIRE(canvas->cursor_row == -1);
    return;
  }
  require_shell(application->shell, canvas);
  if (application->shell->helping)
    return;
  if (application->listing)
    require_list(&application->list);
  else
    require_browser(application->opened[0].browser);
}
