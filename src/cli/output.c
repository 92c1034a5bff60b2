#include "cli/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/str.h"
#include "view/progress_line.h"

/* Seconds. */
static const double FIRST = 1, AGAIN = 0.1;

bool output_takes_escapes(int descriptor) {
  const char *term = getenv("TERM");
  return isatty(descriptor) && term && *term && strcmp(term, "dumb") != 0;
}

static bool show(void *context, Work work, uint64_t done, uint64_t total) {
  OutputProgress *line = context;
  double now = clock_seconds();
  if (now < line->next)
    return true;
  Str text = STR_EMPTY;
  progress_line_write(&text, work, done, total);
  fprintf(stderr, "\r%s\033[K", text.data);
  str_free(&text);
  line->written = true;
  line->next = now + AGAIN;
  return true;
}

bool output_progress_begin(OutputProgress *line, Progress *progress) {
  *line = (OutputProgress){.next = clock_seconds() + FIRST};
  *progress = (Progress){show, line};
  return output_takes_escapes(STDERR_FILENO);
}

void output_progress_end(OutputProgress *line) {
  if (line->written)
    fputs("\r\033[K", stderr);
  line->written = false;
}
