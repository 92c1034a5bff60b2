#include "view/history.h"

#include <string.h>

#include "base/limits.h"
#include "text/utf8.h"
#include "text/width.h"

void history_open(History *history) { *history = (History){.keep = NULL}; }

void history_close(History *history) {
  for (int kind = 0; kind < HISTORY_KINDS; kind++) {
    HistoryLines *lines = &history->lines[kind];
    for (size_t i = 0; i < lines->count; i++)
      memory_free(lines->items[i]);
    vec_free(lines);
  }
}

static bool can_be_typed(const char *line, size_t length) {
  uint32_t character;
  for (size_t at = 0; at < length;) {
    at += utf8_decode(line + at, length - at, &character);
    if (character == UTF8_REPLACEMENT || width_is_unsafe(character))
      return false;
  }
  return length > 0 && length <= LIMIT_TYPED;
}

static void remove_line(HistoryLines *lines, size_t index) {
  memory_free(lines->items[index]);
  lines->count--;
  memmove(lines->items + index, lines->items + index + 1,
          (lines->count - index) * sizeof *lines->items);
}

bool history_add(History *history, HistoryKind kind, const char *line) {
  HistoryLines *lines = &history->lines[kind];
  size_t length = strlen(line);
  if (!can_be_typed(line, length))
    return false;
  char *copy = memory_copy(line, length); /* first: the line may be one of these */
  for (size_t i = lines->count; i-- > 0;)
    if (strcmp(lines->items[i], copy) == 0)
      remove_line(lines, i);
  if (lines->count == LIMIT_HISTORY)
    remove_line(lines, 0);
  vec_push(lines, copy);
  return true;
}

void history_remember(History *history, HistoryKind kind, const char *line) {
  const HistoryLines *lines = &history->lines[kind];
  if (history_add(history, kind, line) && history->keep != NULL)
    history->keep(history->context, kind, lines->items[lines->count - 1]);
}
