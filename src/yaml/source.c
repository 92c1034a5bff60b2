#include "yaml/source.h"

#include <string.h>

#include "base/memory.h"

/* A yaml_read_handler_t. */
static int read_bytes(void *data, unsigned char *buffer, size_t size, size_t *taken) {
  Source *source = data;
  size_t left = source->indent - source->indented;
  if (!left)
    return input_read(&source->input, buffer, size, taken);
  *taken = left < size ? left : size;
  memset(buffer, ' ', *taken);
  source->indented += *taken;
  return 1;
}

void source_open(Source *source, Input input) {
  *source = (Source){.input = input};
  if (!yaml_parser_initialize(&source->parser))
    memory_fail(sizeof source->parser);
  yaml_parser_set_encoding(&source->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input(&source->parser, read_bytes, source);
}

void source_open_range(Source *source, const Source *whole, Place start, uint64_t end,
                       size_t indent) {
  Input input;
  input_open_range(&input, &whole->input, start, end);
  source_open(source, input);
  source->depth = whole->depth;
  source->indent = indent;
  source->index = start.index - indent;
  source->line = start.line - 1;
  source->column = indent ? 0 : start.column - 1;
}

void source_close(Source *source) {
  yaml_event_delete(&source->event);
  yaml_parser_delete(&source->parser);
  input_close(&source->input);
}
