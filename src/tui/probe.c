#include "tui/probe.h"

#include <curses.h>
#include <stdio.h>

#include "base/str.h"
#include "tui/output.h"

enum { PROBE_ROW = 1 };
#define PROBE_CHARACTER "\342\200\234" /* “ */

bool probe_ask(int fd) {
  /* "user7" is how a description names the request for the cursor's position. */
  if (!output_has("u7") || LINES <= PROBE_ROW)
    return false;
  Str out = STR_EMPTY;
  output_move(&out, PROBE_ROW, 0);
  str_add_text(&out, PROBE_CHARACTER);
  output_add(&out, "u7");
  /* Blanks, for the widest that a terminal without UTF-8 makes of the three bytes. */
  output_move(&out, PROBE_ROW, 0);
  str_add_text(&out, "    ");
  output_move(&out, 0, 0);
  bool sent = output_write(fd, out.data, out.length);
  str_free(&out);
  return sent;
}

int probe_answer(const char *report) {
  int row = 0, column = 0, end = 0;
  if (sscanf(report, "%6d;%6d%n", &row, &column, &end) < 2 || report[end] || row != PROBE_ROW + 1)
    return 0;
  return column == 2 || column == 3 ? column - 1 : 0;
}
