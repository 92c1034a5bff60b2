#include "tui/modes.h"

#include "tui/output.h"

/* Presses and the wheel (1000), told in numbers of any size (1006); motion is not asked for. */
static const struct {
  const char *on, *off;
  bool mouse;
} modes[] = {
    {"\033[?1000h\033[?1006h", "\033[?1006l\033[?1000l", true},
    {"\033[?2004h", "\033[?2004l", false},
};
enum { MODES = sizeof modes / sizeof *modes };

static bool chosen[MODES];

void modes_choose(bool mouse) {
  for (int i = 0; i < MODES; i++)
    chosen[i] = output_speaks_ansi() && (!modes[i].mouse || (mouse && output_has("kmous")));
}

void modes_add(Str *out, bool on) {
  for (int i = 0; i < MODES; i++)
    if (chosen[i])
      str_add_text(out, on ? modes[i].on : modes[i].off);
}
