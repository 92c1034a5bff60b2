#include "several.h"

#include <criterion/criterion.h>
#include <string.h>

#include "text/report.h"
#include "text/utf8.h"
#include "text/width.h"
#include "yaml/reader.h"

enum { FILES_MOST = 16 };

static const char *names[FILES_MOST], *texts[FILES_MOST];
static size_t file_count, readings;
static bool stops;
static ApplicationStart start;
static Application *application;
static Canvas canvas;
static Str screen = STR_EMPTY;

static size_t find(const char *name) {
  size_t i = 0;
  while (i < file_count && strcmp(names[i], name) != 0)
    i++;
  return i;
}

void several_write(const char *name, const char *yaml) {
  size_t i = find(name);
  cr_assert_lt(i, (size_t)FILES_MOST);
  names[i] = name;
  texts[i] = yaml;
  file_count = i == file_count ? i + 1 : file_count;
}

static LoadResult read_text(const char *name, const char *yaml, Document **document,
                            LoadFault *fault) {
  Diagnostics all;
  diag_open(&all, name, 20);
  bool good = reader_bytes(name, yaml, strlen(yaml), NULL, document, &all) == READER_OK;
  if (!good) {
    const Diagnostic *first = &all.list.items[0];
    fault->at = first->at;
    str_printf(&fault->line, "%u:%u: %s", first->at.line, first->at.column, first->message);
    report_all(&fault->report, &all, 76);
  }
  diag_close(&all);
  return good ? LOAD_DONE : LOAD_FAULTY;
}

static LoadResult read_file(void *context, const char *file, const Progress *progress,
                            Document **document, LoadFault *fault) {
  size_t i = find(file);
  (void)context, (void)progress;
  readings++;
  if (stops) {
    stops = false;
    return LOAD_STOPPED;
  }
  if (i < file_count && texts[i] != NULL)
    return read_text(file, texts[i], document, fault);
  str_add_text(&fault->line, "cannot be read: it is gone");
  str_printf(&fault->report, "%s: error: %s\n", file, fault->line.data);
  return LOAD_FAULTY;
}

static void paint(void) {
  str_clear(&screen);
  application_draw(application, &canvas);
  canvas_write(&canvas, &screen);
}

static void open_at(const char *alone, const char *code) {
  LoadFault fault = {STR_EMPTY, STR_EMPTY, {0, 0}};
  width_set_ambiguous(1);
  start = (ApplicationStart){.title = "budgets", .read = read_file, .code = code};
  if (alone != NULL) {
    read_file(NULL, alone, NULL, &start.document, &fault);
  } else {
    start.files = names;
    start.file_count = file_count;
  }
  readings = 0;
  application = application_open(&start);
  canvas_init(&canvas, 24, 80);
  paint();
}

void several_open(const char *alone) { open_at(alone, NULL); }
void several_open_at(const char *code) { open_at(NULL, code); }

void several_close(void) {
  application_close(application);
  canvas_free(&canvas);
  str_free(&screen);
  file_count = 0;
}

Application *several_application(void) { return application; }
size_t several_readings(void) { return readings; }
void several_stop_next(void) { stops = true; }

void several_work(void) {
  while (application_work(application))
    paint();
  paint();
}

static Key next_key(const char **keys) {
  static const struct {
    const char *name;
    Key key;
  } named[] = {{"<Enter>", KEYCODE_ENTER}, {"<BS>", KEYCODE_BACKSPACE}, {"<Esc>", KEYCODE_ESCAPE},
               {"<Tab>", KEYCODE_TAB}};
  uint32_t key;
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (strncmp(*keys, named[i].name, strlen(named[i].name)) == 0) {
      *keys += strlen(named[i].name);
      return named[i].key;
    }
  *keys += utf8_decode(*keys, strlen(*keys), &key);
  return key;
}

EventResult several_type(const char *keys) {
  EventResult result = RESULT_GO_ON;
  while (*keys != '\0') {
    Event event = {.kind = EVENT_KEY, .key = next_key(&keys)};
    result = application_event(application, &event);
    paint();
  }
  return result;
}

EventResult several_mouse(MouseKind kind, const char *text) {
  const char *found = strstr(screen.data, text), *line = screen.data;
  Event event = {.kind = EVENT_MOUSE, .mouse = {.kind = kind}};
  cr_assert_not_null(found, "nowhere: %s\n%s", text, screen.data);
  for (const char *next; (next = strchr(line, '\n')) != NULL && next < found; line = next + 1)
    event.mouse.row++;
  event.mouse.column = (int)width_text(line, (size_t)(found - line));
  EventResult result = application_event(application, &event);
  paint();
  return result;
}

void several_resize(int height, int width) {
  canvas_resize(&canvas, height, width);
  paint();
}

void several_changed(void) {
  application_changed(application);
  paint();
}

const char *several_screen(void) { return screen.data; }

void several_expect(const char *text) {
  cr_expect_not_null(strstr(screen.data, text), "expected: %s\nshown:\n%s", text, screen.data);
}

void several_expect_none(const char *text) {
  cr_expect_null(strstr(screen.data, text), "not expected: %s\nshown:\n%s", text, screen.data);
}

void several_expect_selected(const char *text) {
  Str row = STR_EMPTY;
  for (int i = 0; i < canvas.height; i++) {
    const CanvasCell *cells = &canvas.cells[i * canvas.width];
    for (int k = 0; k < canvas.width; k++)
      for (size_t c = 0; (cells[k].style & STYLE_SELECTED) && c <= CLUSTER_MARKS && cells[k].chars[c]; c++) {
        char bytes[UTF8_MOST];
        str_add(&row, bytes, utf8_encode(cells[k].chars[c], bytes));
      }
    str_add_char(&row, '\n');
  }
  cr_expect_not_null(strstr(row.data, text), "expected selected: %s\nshown:\n%s", text, screen.data);
  str_free(&row);
}
