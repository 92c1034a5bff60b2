/* Any bytes as what pdftotext prints; or, when they do not begin like that, as words all over pages,
 * six bytes each. Whatever stands where: every character of every word is in one cell of the stream,
 * or named as left. */
#include <string.h>

#include "base/diag.h"
#include "base/str.h"
#include "fuzz.h"
#include "import/bbox.h"
#include "import/pdf.h"

static const char *const texts[] = {"201",  "05",     "2,976,800", "-12.50", "合计",   "项目",
                                    "类",   "款",     "一、收入",  "（元）", "合",     "计",
                                    "一级指标", "二级指标", "单位：元",  "。",     "行政运行", "……"};
enum { TEXTS = sizeof texts / sizeof *texts, WORD = 6 };

static void add_word(Str *xml, const uint8_t *at) {
  const char *text = texts[at[4] % TEXTS];
  int left = at[0] * 3, top = at[1] * 3;
  str_printf(xml, "<word xMin=\"%d.%d\" yMin=\"%d\" xMax=\"%d\" yMax=\"%d\">%s</word>\n", left,
             at[5] % 10, top, left + at[2], top + at[3] % 32, text);
}

static void draw(Str *xml, const uint8_t *bytes, size_t length) {
  str_add_text(xml, "<page width=\"842\" height=\"595\">\n");
  for (size_t i = 0; i + WORD <= length; i += WORD) {
    add_word(xml, bytes + i);
    if (bytes[i + 5] > 250)
      str_add_text(xml, "</page>\n<page width=\"842\" height=\"595\">\n");
  }
  str_add_text(xml, "</page>\n");
}

static size_t letters(const char *text, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++)
    count += text[i] != ' ';
  return count;
}

static void count_page(void *context, const BboxPage *page) {
  for (size_t i = 0; i < page->words.count; i++)
    *(size_t *)context += letters(page->text.data + page->words.items[i].text,
                                  page->words.items[i].length);
}

static size_t count_words(const char *xml, size_t length) {
  BboxReader reader;
  size_t count = 0;
  bbox_open(&reader, count_page, &count);
  FUZZ_REQUIRE(bbox_feed(&reader, xml, length) && bbox_end(&reader));
  bbox_close(&reader);
  return count;
}

static size_t count_cells(const Stream *stream) {
  size_t count = 0;
  for (size_t i = 0; i < stream->cells.count; i++)
    count += letters(stream->cells.items[i].text, strlen(stream->cells.items[i].text));
  for (size_t i = 0; i < stream->left.count; i++)
    count += letters(stream->left.items[i].text, strlen(stream->left.items[i].text));
  return count;
}

/* A cell stands over columns of its table, from left to right. */
static void check_table(const Stream *stream, const StreamItem *item) {
  for (size_t i = item->first_row; i < item->first_row + item->row_count; i++) {
    const StreamRow *row = &stream->rows.items[i];
    for (size_t j = row->first_cell; j < row->first_cell + row->cell_count; j++) {
      const StreamCell *cell = &stream->cells.items[j];
      FUZZ_REQUIRE(cell->first <= cell->last && cell->last < item->column_count);
      FUZZ_REQUIRE(cell->rows > 0);
      FUZZ_REQUIRE(j == row->first_cell || cell->first >= cell[-1].first);
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  Str xml = STR_EMPTY;
  Diagnostics diagnostics;
  Stream *stream = stream_new();
  if (length && *bytes == '<')
    str_add(&xml, (const char *)bytes, length);
  else
    draw(&xml, bytes, length);
  diag_open(&diagnostics, "fuzz", 5);
  bool read = pdf_words(xml.data, xml.length, stream, &diagnostics);
  FUZZ_REQUIRE(read == (diagnostics.errors == 0));
  if (read)
    FUZZ_REQUIRE(count_cells(stream) == count_words(xml.data, xml.length));
  for (size_t i = 0; read && i < stream->items.count; i++)
    if (stream->items.items[i].kind == STREAM_TABLE)
      check_table(stream, &stream->items.items[i]);
  stream_free(stream);
  diag_close(&diagnostics);
  str_free(&xml);
  return 0;
}
