#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

#include "base/memory.h"
#include "base/str.h"

void diag_open(Diagnostics *diagnostics, const char *file, size_t limit) {
  *diagnostics = (Diagnostics){.file = memory_copy(file, strlen(file)), .limit = limit};
}

void diag_close(Diagnostics *diagnostics) {
  for (size_t i = 0; i < diagnostics->list.count; i++) {
    memory_free(diagnostics->list.items[i].message);
    memory_free(diagnostics->list.items[i].excerpt);
  }
  vec_free(&diagnostics->list);
  memory_free(diagnostics->file);
  diagnostics->file = NULL;
}

Diagnostic *diag_add(Diagnostics *diagnostics, Severity severity, Position at, const char *format,
                     ...) {
  diagnostics->errors += severity == DIAG_ERROR;
  diagnostics->warnings += severity == DIAG_WARNING;
  if (diagnostics->list.count >= diagnostics->limit)
    return NULL;
  Str message = STR_EMPTY;
  va_list arguments;
  va_start(arguments, format);
  str_vprintf(&message, format, arguments);
  va_end(arguments);
  vec_push(&diagnostics->list,
           (Diagnostic){.severity = severity, .at = at, .message = str_take(&message), .span = 1});
  return &diagnostics->list.items[diagnostics->list.count - 1];
}
