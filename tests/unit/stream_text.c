#include "stream_text.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"
#include "import/text.h"

Stream *stream_of_text(const char *text) {
  Diagnostics diagnostics;
  Stream *stream = stream_new();
  diag_open(&diagnostics, "text", 5);
  cr_assert(text_read(text, strlen(text), NULL, stream, &diagnostics));
  diag_close(&diagnostics);
  return stream;
}

static void write_row(Str *out, const Stream *stream, const StreamRow *row) {
  str_printf(out, " [%u", (unsigned)row->line);
  for (size_t i = 0; i < row->cell_count; i++) {
    const StreamCell *cell = &stream->cells.items[row->first_cell + i];
    str_printf(out, " %u%s@%u:%s", cell->first, cell->uncertain ? "?" : "",
               (unsigned)cell->place.across, cell->text);
  }
  str_add_text(out, "]");
}

void expect_stream(const char *text, const char *expected) {
  Str out = STR_EMPTY;
  Stream *stream = stream_of_text(text);
  for (size_t i = 0; i < stream->items.count; i++) {
    const StreamItem *item = &stream->items.items[i];
    str_printf(&out, "%u%s", (unsigned)item->page, item->kind == STREAM_TABLE ? " table" : "");
    for (size_t row = 0; row < item->row_count; row++)
      write_row(&out, stream, &stream->rows.items[item->first_row + row]);
    str_add_char(&out, '\n');
  }
  for (size_t i = 0; i < stream->left.count; i++)
    str_printf(&out, "left %s: %s\n", stream->left.items[i].text, stream->left.items[i].why);
  cr_expect_str_eq(out.data, expected);
  stream_free(stream);
  str_free(&out);
}
