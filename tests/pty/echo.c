/* A browser that only shows, on a real terminal room, the keys that it gets: their names in the
 * first row, and Chinese text to the very edge in all others, which every key moves by a column.
 * Q leaves. */
#include "cli/locale.h"
#include "tui/terminal.h"
#include "view/browser.h"

struct Browser {
  Str names;
  int shift;
};

BrowserResult browser_key(Browser *browser, Key key) {
  key_write(&browser->names, key);
  str_add_char(&browser->names, ' ');
  browser->shift++;
  return key == 'Q' ? BROWSER_QUIT : BROWSER_GO_ON;
}

/* In every other row the last character that begins would be cut in half. */
void browser_draw(Browser *browser, Canvas *canvas) {
  Area area = canvas_area(canvas);
  area_printf(area, 0, 0, STYLE_NORMAL, "keys %s", browser->names.data);
  for (int row = 1; row < area.height; row++) {
    int style = row % 3 ? STYLE_NORMAL : STYLE_NORMAL | STYLE_SELECTED;
    for (int column = (row + browser->shift) % 2; column < area.width; column += 2)
      area_text(area, row, column, style, "\345\215\216");
  }
}

int main(void) {
  Browser browser = { STR_EMPTY, 0 };
  TerminalOptions options = { .ambiguous_width = 1 };
  Str error = STR_EMPTY;
  locale_start("");
  TerminalStatus status = terminal_browse(&browser, &options, &error);
  str_free(&browser.names);
  str_free(&error);
  return status == TERMINAL_OK ? 0 : 4;
}
