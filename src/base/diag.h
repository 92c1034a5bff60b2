/* Diagnostics: what is wrong with an input, and where.
 *
 * A list collects faults and warnings of one input, each with its place and an
 * excerpt of its line, up to a limit; what comes after is only counted. The
 * list owns its texts. Printing them, with a caret under Chinese text, is the
 * matter of text/report.h, which knows widths. */
#ifndef BUDGETTUI_BASE_DIAG_H
#define BUDGETTUI_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

/* Lines and columns count from 1; a column counts code points. 0: not known. */
typedef struct {
  uint32_t line;
  uint32_t column;
} Position;

typedef enum { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE } Severity;

typedef struct {
  Severity severity;
  Position at;
  char *message; /* lower case; what was expected, what was found, what to do */
  char *excerpt; /* the line of the input, or a window of it; NULL without a place */
  size_t caret;  /* offset in bytes into the excerpt */
  size_t span;   /* bytes marked from the caret on, at least 1 */
} Diagnostic;

typedef struct {
  char *file; /* as the user named it */
  VEC(Diagnostic) list;
  size_t limit;  /* diagnostics kept */
  size_t errors; /* counted, kept or not */
  size_t warnings;
} Diagnostics;

void diag_open(Diagnostics *diagnostics, const char *file, size_t limit);
void diag_close(Diagnostics *diagnostics);

/* Adds one and returns it, or NULL when the limit is reached (it is counted all
 * the same). The caller may set excerpt (owned by the list), caret and span. */
Diagnostic *diag_add(Diagnostics *diagnostics, Severity severity, Position at, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));

#endif
