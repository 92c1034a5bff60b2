#include "pdf_page.h"

#include <criterion/criterion.h>
#include <string.h>

#include "import/pdf.h"
#include "text/utf8.h"

void draft_open(PdfDraft *draft) {
  *draft = (PdfDraft){.xml = STR_EMPTY, .size = 12};
  str_add_text(&draft->xml, "<html><head><title>a &lt; b</title></head>\n<body>\n<doc>\n");
}

void draft_close(PdfDraft *draft) {
  str_free(&draft->xml);
}

void draft_page(PdfDraft *draft, bool lying) {
  if (strstr(draft->xml.data, "<page "))
    str_add_text(&draft->xml, "  </page>\n");
  str_printf(&draft->xml, "  <page width=\"%s\" height=\"%s\">\n", lying ? "842.0" : "595.0",
             lying ? "595.0" : "842.0");
}

/* In halves of the size. */
static int halves(const char *text, size_t length) {
  int sum = 0;
  while (length) {
    uint32_t character;
    size_t size = utf8_decode(text, length, &character);
    sum += character < 0x2000 ? 1 : 2;
    text += size;
    length -= size;
  }
  return sum;
}

static void add_word(PdfDraft *draft, int left, int right, int top, int bottom, const char *text,
                     size_t length) {
  int box[] = {left, top, right, bottom};
  if (draft->running == DRAFT_UP) /* a lying page on an upright one */
    memcpy(box, (int[]){top, 842 - right, bottom, 842 - left}, sizeof box);
  if (draft->running == DRAFT_DOWN)
    memcpy(box, (int[]){595 - bottom, left, 595 - top, right}, sizeof box);
  str_printf(&draft->xml,
             "    <word xMin=\"%d.000000\" yMin=\"%d.000000\" xMax=\"%d.000000\" "
             "yMax=\"%d.000000\">%.*s</word>\n",
             box[0], box[1], box[2], box[3], (int)length, text);
}

static void add_words(PdfDraft *draft, int x, int y, int above, int below, const char *text) {
  while (*text) {
    size_t length = strcspn(text, " ");
    int right = x + halves(text, length) * draft->size / 2;
    add_word(draft, x, right, y - above, y + below, text, length);
    x = right + draft->size / 2;
    text += length + (text[length] == ' ');
  }
}

void draft_left(PdfDraft *draft, int x, int y, const char *text) {
  add_words(draft, x, y, draft->size / 2, draft->size / 2, text);
}

void draft_right(PdfDraft *draft, int x, int y, const char *text) {
  draft_left(draft, x - halves(text, strlen(text)) * draft->size / 2, y, text);
}

void draft_middle(PdfDraft *draft, int x, int y, const char *text) {
  draft_left(draft, x - halves(text, strlen(text)) * draft->size / 4, y, text);
}

void draft_odd(PdfDraft *draft, int x, int y, int above, int below, const char *text) {
  add_words(draft, x, y, above, below, text);
}

static void write_cell(Str *out, const StreamCell *cell, bool table) {
  str_add_char(out, ' ');
  if (table && cell->first == cell->last)
    str_printf(out, "%u%s:", cell->first, cell->uncertain ? "?" : "");
  else if (table)
    str_printf(out, "%u-%u%s:", cell->first, cell->last, cell->uncertain ? "?" : "");
  str_add_text(out, cell->text);
}

static void write_item(Str *out, const Stream *stream, const StreamItem *item) {
  bool table = item->kind == STREAM_TABLE;
  if (table)
    str_printf(out, "table %zu\n", item->column_count);
  for (size_t i = item->first_row; i < item->first_row + item->row_count; i++) {
    const StreamRow *row = &stream->rows.items[i];
    str_add_text(out, !table ? "line" : row->flags & STREAM_HEADING ? "head" : "row");
    for (size_t j = row->first_cell; j < row->first_cell + row->cell_count; j++)
      write_cell(out, &stream->cells.items[j], table);
    str_add_char(out, '\n');
  }
}

Str draft_read(PdfDraft *draft) {
  Str out = STR_EMPTY;
  Diagnostics diagnostics;
  Stream *stream = stream_new();
  str_add_text(&draft->xml, "  </page>\n</doc>\n</body>\n</html>\n");
  diag_open(&diagnostics, "a.pdf", 10);
  cr_assert(pdf_words(draft->xml.data, draft->xml.length, stream, &diagnostics));
  cr_expect_eq(diagnostics.errors, 0);
  for (size_t i = 0; i < stream->items.count; i++)
    write_item(&out, stream, &stream->items.items[i]);
  stream_free(stream);
  diag_close(&diagnostics);
  return out;
}
