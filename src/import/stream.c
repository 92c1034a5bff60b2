#include "import/stream.h"

#include <string.h>

#include "base/memory.h"

Stream *stream_new(void) {
  Stream *stream = memory_zero(1, sizeof *stream);
  stream->arena = arena_new();
  return stream;
}

void stream_free(Stream *stream) {
  if (!stream)
    return;
  vec_free(&stream->cells);
  vec_free(&stream->rows);
  vec_free(&stream->items);
  vec_free(&stream->left);
  arena_free(stream->arena);
  memory_free(stream);
}

void stream_page(Stream *stream, uint32_t number) { stream->page = number; }

static void add_item(Stream *stream, StreamItem item) {
  item.page = stream->page;
  item.first_row = stream->rows.count;
  vec_push(&stream->items, item);
}

static void add_row(Stream *stream, uint32_t line, unsigned flags) {
  stream->items.items[stream->items.count - 1].row_count++;
  vec_push(&stream->rows, (StreamRow){flags, stream->page, line, stream->cells.count, 0});
}

void stream_line(Stream *stream, uint32_t line, unsigned flags) {
  add_item(stream, (StreamItem){.kind = STREAM_LINE});
  add_row(stream, line, flags);
}

void stream_table(Stream *stream, const StreamColumn *columns, size_t count) {
  add_item(stream, (StreamItem){
                       .kind = STREAM_TABLE,
                       .columns = arena_copy(stream->arena, columns, count, sizeof *columns),
                       .column_count = count,
                   });
}

void stream_row(Stream *stream, uint32_t line, unsigned flags) { add_row(stream, line, flags); }

void stream_cell(Stream *stream, StreamCell cell, size_t length) {
  cell.text = arena_text(stream->arena, cell.text, length);
  stream->rows.items[stream->rows.count - 1].cell_count++;
  vec_push(&stream->cells, cell);
}

void stream_leave(Stream *stream, StreamPlace place, const char *text, size_t length,
                  const char *why) {
  vec_push(&stream->left, (StreamLeft){place, arena_text(stream->arena, text, length), why});
}
