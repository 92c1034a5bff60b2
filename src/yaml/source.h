/* libyaml's events over an input, with their places in the file. */
#ifndef BUDGETTUI_YAML_SOURCE_H
#define BUDGETTUI_YAML_SOURCE_H

#include <yaml.h>

#include "yaml/input.h"

/* Code points of the file: [start, end). */
typedef struct {
  uint64_t start, end;
} Span;

typedef struct Source {
  Input input;
  yaml_parser_t parser;
  yaml_event_t event; /* the present one, owned */
  unsigned depth;     /* collections open */
  size_t indent;      /* spaces put before a part of a file, so that it stands where it stood */
  size_t indented;    /* of them, those already handed out */
  /* What is added to libyaml's marks: the column on the first line only. */
  uint64_t index;
  uint32_t line, column;
} Source;

/* Takes over the opened input. */
void source_open(Source *source, Input input);
/* A list, once more: the bytes of `whole` from `start` to `end`. `indent`: the column
 * (from 0) of a list in block style; its lines must be indented alike. */
void source_open_range(Source *source, const Source *whole, Place start, uint64_t end,
                       size_t indent);
void source_close(Source *source);

static inline Span source_span(const Source *source) {
  const yaml_event_t *event = &source->event;
  return (Span){event->start_mark.index + source->index, event->end_mark.index + source->index};
}

/* The position of the present event. */
static inline Position source_position(Source *source) {
  const yaml_mark_t *mark = &source->event.start_mark;
  if (__builtin_expect(source->input.odd_breaks, 0)) {
    Place place = input_place(&source->input, mark->index + source->index);
    return (Position){place.line, place.column};
  }
  return (Position){(uint32_t)mark->line + source->line + 1,
                    (uint32_t)mark->column + (mark->line ? 0 : source->column) + 1};
}

#endif
