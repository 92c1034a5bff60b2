/* An application that only shows, on a real terminal room, the events that it gets: the names of keys in
 * the first row, and Chinese text to the very edge in all others, which every event moves by a column.
 * Q leaves. */
#include "cli/locale.h"
#include "tui/terminal.h"
#include "view/application.h"

struct Application {
  Str names;
  int shift;
};

BrowserResult application_event(Application *application, const Event *event) {
  key_write(&application->names, event->key);
  str_add_char(&application->names, ' ');
  application->shift++;
  return event->key == 'Q' ? BROWSER_QUIT : BROWSER_GO_ON;
}

void application_message(Application *application, const char *text) {
  str_add_text(&application->names, text);
}

bool application_work(Application *application) {
  (void)application;
  return false;
}

const char *application_file(Application *application, uint32_t *line) {
  (void)application;
  *line = 0;
  return NULL;
}

void application_changed(Application *application) { (void)application; }

const Str *application_copied(const Application *application) { return &application->names; }

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
  Application application = { STR_EMPTY, 0 };
  TerminalOptions options = { .ambiguous_width = 1 };
  Str error = STR_EMPTY;
  locale_start("");
  Terminal *terminal = terminal_open(&options, &error);
  TerminalStatus status =
      terminal ? terminal_browse(terminal, &application, &error) : TERMINAL_NONE;
  terminal_close(terminal);
  str_free(&application.names);
  str_free(&error);
  return status == TERMINAL_OK ? 0 : 4;
}
