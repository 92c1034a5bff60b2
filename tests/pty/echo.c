/* An application that only shows, on a real terminal room, the events that it gets: the names of
 * keys, what the mouse did and what was pasted in the first row, and Chinese text to the very
 * edge in all others, which every event moves by a column.
 *
 * Q leaves; E opens $ECHO_FILE in the editor, which is watched, too; Y copies $ECHO_TEXT; W
 * works until a key comes, B does three pieces of work while no event comes; the mouse in the first
 * row takes half a second. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/locale.h"
#include "tui/terminal.h"
#include "view/application.h"

struct Application {
  Str names, copied;
  const Progress *progress;
  int shift, pieces;
};

static void add(Application *application, const char *name) {
  str_printf(&application->names, "%s ", name);
}

static void add_mouse(Application *application, const Mouse *mouse) {
  static const char *const kinds[] = {
    [MOUSE_CLICK] = "click", [MOUSE_DOUBLE_CLICK] = "double", [MOUSE_WHEEL_UP] = "up",
    [MOUSE_WHEEL_DOWN] = "down"
  };
  str_printf(&application->names, "%s:%d:%d ", kinds[mouse->kind], mouse->row, mouse->column);
}

static void add_paste(Application *application, const char *text, size_t length) {
  str_add_char(&application->names, '[');
  for (size_t i = 0; i < length && i < 60; i++)
    str_add_char(&application->names, text[i] == '\n' ? '/' : text[i] == '\t' ? '>' : text[i]);
  str_printf(&application->names, "]%zu ", length);
}

static void work(Application *application) {
  enum { STEPS = 100, STEP_MILLISECONDS = 20 };
  struct pollfd keys = { .fd = STDIN_FILENO, .events = POLLIN };
  bool goes_on = true, key = false;
  for (uint64_t i = 0; goes_on && !key; i = (i + 1) % STEPS) {
    goes_on = progress_step(application->progress, WORK_SORTING, i * 1000, STEPS * 1000);
    key = poll(&keys, 1, STEP_MILLISECONDS) > 0;
  }
  add(application, goes_on ? "done" : "stopped");
}

static EventResult run_key(Application *application, Key key) {
  if (key == 'W')
    work(application);
  if (key == 'B')
    application->pieces = 3;
  return key == 'Q' ? RESULT_QUIT : key == 'E' ? RESULT_EDIT
                                 : key == 'Y' ? RESULT_COPY : RESULT_GO_ON;
}

EventResult application_event(Application *application, const Event *event) {
  application->shift++;
  if (event->kind == EVENT_MOUSE) {
    add_mouse(application, &event->mouse);
    usleep(event->mouse.row == 0 ? 500000 : 0);
  }
  if (event->kind == EVENT_PASTE)
    add_paste(application, event->text, event->length);
  if (event->kind != EVENT_KEY)
    return RESULT_GO_ON;
  key_write(&application->names, event->key);
  str_add_char(&application->names, ' ');
  return run_key(application, event->key);
}

void application_message(Application *application, const char *text) {
  str_printf(&application->names, "says:%s ", text);
}

bool application_cancel_typing(Application *application) {
  (void)application;
  return false;
}

bool application_work(Application *application) {
  if (application->pieces == 0)
    return false;
  add(application, "piece");
  application->pieces--;
  return true;
}

const char *application_file(Application *application, uint32_t *line) {
  (void)application;
  *line = 7;
  return getenv("ECHO_FILE");
}

void application_changed(Application *application) { add(application, "changed"); }

const Str *application_copied(const Application *application) { return &application->copied; }

/* In every other row the last character that begins would be cut in half. */
void application_draw(Application *application, Canvas *canvas) {
  Area area = canvas_area(canvas);
  area_printf(area, 0, 0, STYLE_NORMAL, "keys %s", application->names.data);
  for (int row = 1; row < area.height; row++) {
    int style = row % 3 ? STYLE_NORMAL : STYLE_NORMAL | STYLE_SELECTED;
    for (int column = (row + application->shift) % 2; column < area.width; column += 2)
      area_text(area, row, column, style, "\345\215\216");
  }
}

int main(void) {
  Application application = { .names = STR_EMPTY, .copied = STR_EMPTY };
  TerminalOptions options = { .ambiguous_width = 1, .no_mouse = getenv("ECHO_NO_MOUSE") != NULL };
  Str error = STR_EMPTY;
  locale_start("");
  if (getenv("ECHO_TEXT"))
    str_add_text(&application.copied, getenv("ECHO_TEXT"));
  Terminal *terminal = terminal_open(&options, &error);
  if (terminal)
    application.progress = terminal_progress(terminal);
  if (terminal && getenv("ECHO_LOADS"))
    work(&application);
  TerminalStatus status =
      terminal ? terminal_browse(terminal, &application, &error) : TERMINAL_NONE;
  terminal_close(terminal);
  str_free(&application.names);
  str_free(&application.copied);
  str_free(&error);
  return status == TERMINAL_OK ? 0 : 4;
}
