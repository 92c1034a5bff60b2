#include "import/pdf_deliver.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "import/pdf_block.h"
#include "import/pdf_rows.h"
#include "import/words.h"
#include "text/utf8.h"

typedef struct {
  Stream *stream;
  PdfBands bands;
  size_t page;       /* index */
  uint32_t line;     /* printed lines of the page delivered so far */
  Points left, right; /* the edges of running text, on pages as wide as this one */
  Points leading;     /* between the lines of a paragraph; 0: not known */
  Str text;
} Delivery;

static const PdfWord *word_at(const Delivery *delivery, size_t word) {
  return &delivery->bands.pages->words.items[word];
}

/* ---------------------------------------------------------------------- texts */

static bool is_letter(unsigned char c) {
  return c > ' ' && c < 0x80;
}

/* Space is part of the text between letters or digits, and where much of it was left between
 * Chinese characters or behind the number of a part; not where a word is spread over its cell. */
static bool needs_space(const PdfWord *left, const PdfWord *right) {
  int64_t gap = (int64_t)(right->left - left->right) * 100;
  bool latin = is_letter((unsigned char)left->text[left->length - 1]) ||
               is_letter((unsigned char)right->text[0]);
  Str word = STR_EMPTY;
  str_add(&word, left->text, left->length);
  bool part = words_is_part(word.data);
  str_free(&word);
  if (latin || part)
    return gap >= (int64_t)right->size * 20;
  return gap >= (int64_t)right->size * 45 && (left->length > 3 || right->length > 3);
}

static void add_words(Delivery *delivery, size_t first, size_t count) {
  for (size_t i = first; i < first + count; i++) {
    const PdfWord *word = word_at(delivery, i);
    if (i > first && needs_space(word_at(delivery, i - 1), word))
      str_add_char(&delivery->text, ' ');
    str_add(&delivery->text, word->text, word->length);
  }
}

/* The next printed line of a cell: a space only between two Latin words. */
static void join_line(Str *text, const PdfWord *word) {
  if (text->length && is_letter((unsigned char)text->data[text->length - 1]) &&
      is_letter((unsigned char)word->text[0]) && word->kind == WORD_TEXT)
    str_add_char(text, ' ');
}

/* The number of a line whose words have their middle at this height. */
static uint32_t line_at(const Delivery *delivery, uint32_t counted, Points middle) {
  const PdfPage *page = &delivery->bands.pages->pages.items[delivery->page];
  return page->pitch ? page->first_line + (uint32_t)(middle / page->pitch) : counted;
}

/* The place of a word on a line. */
static StreamPlace place_of(const Delivery *delivery, uint32_t counted, const PdfWord *word) {
  const PdfPage *page = &delivery->bands.pages->pages.items[delivery->page];
  return (StreamPlace){page->number, line_at(delivery, counted, word->middle), word->across};
}

static void add_cell(Delivery *delivery, StreamCell cell) {
  cell.text = delivery->text.data;
  stream_cell(delivery->stream, cell, delivery->text.length);
}

/* ---------------------------------------------------------------------- lines */

static unsigned flags_of_line(const Delivery *delivery, const PdfBand *band, const PdfBand *above) {
  const PdfPage *page = &delivery->bands.pages->pages.items[delivery->page];
  unsigned flags = 0;
  Points size = band->size;
  if (band->left > delivery->left + size)
    flags |= STREAM_INDENTED;
  if (band->right + size * 3 / 2 > delivery->right)
    flags |= STREAM_FULL;
  if (abs(band->left + band->right - page->width) < size * 2 &&
      band->left > delivery->left + size * 3)
    flags |= STREAM_CENTRED;
  if (above && delivery->leading &&
      (int64_t)(band->middle - above->middle) * 100 > (int64_t)delivery->leading * 135)
    flags |= STREAM_GAP;
  return flags;
}

static void deliver_line(Delivery *delivery, const PdfBand *band, const PdfBand *above) {
  delivery->line++;
  stream_line(delivery->stream, line_at(delivery, delivery->line, band->middle),
              flags_of_line(delivery, band, above));
  size_t start = 0;
  uint16_t pieces = 0;
  for (size_t i = 1; i <= band->count; i++) {
    const PdfWord *word = word_at(delivery, band->first + i);
    if (i < band->count && !pdf_words_apart(word - 1, word))
      continue;
    str_clear(&delivery->text);
    add_words(delivery, band->first + start, i - start);
    add_cell(delivery, (StreamCell){.place = place_of(delivery, delivery->line,
                                                      word_at(delivery, band->first + start)),
                                    .first = pieces, .last = pieces, .rows = 1});
    pieces++;
    start = i;
  }
}

/* ------------------------------------------------------------------- headings */

static int by_level(const void *left, const void *right) {
  const PdfHead *a = left, *b = right;
  if (a->level != b->level)
    return a->level < b->level ? -1 : 1;
  return a->first != b->first ? (a->first < b->first ? -1 : 1)
                              : (a->left > b->left) - (a->left < b->left);
}

/* Rows from its own to the next heading below it. */
static uint16_t rows_of_head(const PdfHeads *heads, const PdfHead *head) {
  unsigned below = heads->levels;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (other->level > head->level && other->level < below && other->first <= head->last &&
        other->last >= head->first)
      below = other->level;
  }
  return (uint16_t)(below - head->level);
}

static void add_head_text(Delivery *delivery, const PdfHeads *heads, const PdfHead *head) {
  str_clear(&delivery->text);
  for (size_t i = 0; i < head->word_count; i++) {
    const PdfWord *word = heads->words.items[head->first_word + i];
    if (i)
      join_line(&delivery->text, word);
    str_add(&delivery->text, word->text, word->length);
  }
}

static void deliver_heads(Delivery *delivery, const PdfTable *table, size_t region) {
  PdfHeads heads;
  pdf_heads_open(&heads, table->bands, &table->regions[region],
                 table->head_bands.items[region]);
  pdf_heads_place(&heads, table);
  if (heads.cells.count)
    qsort(heads.cells.items, heads.cells.count, sizeof *heads.cells.items, by_level);
  for (size_t i = 0; i < heads.cells.count; i++) {
    const PdfHead *head = &heads.cells.items[i];
    if (!i || head->level != head[-1].level)
      stream_row(delivery->stream,
                 line_at(delivery, delivery->line + 1 + head->level, head->top), STREAM_HEADING);
    add_head_text(delivery, &heads, head);
    add_cell(delivery,
             (StreamCell){.place = place_of(delivery, delivery->line + 1 + head->level,
                                            heads.words.items[head->first_word]),
                          .first = (uint16_t)head->first, .last = (uint16_t)head->last,
                          .rows = rows_of_head(&heads, head), .uncertain = head->uncertain});
  }
  delivery->line += (uint32_t)table->head_bands.items[region];
  pdf_heads_close(&heads);
}

/* ----------------------------------------------------------------------- rows */

/* The lines of a row in one column, from top to bottom, are one cell. */
static void deliver_cell(Delivery *delivery, const PdfRows *rows, const PdfRow *row,
                         size_t column) {
  StreamCell cell = {.first = (uint16_t)column, .last = (uint16_t)column, .rows = 1};
  const size_t *lines = rows->band_lines.items;
  str_clear(&delivery->text);
  for (size_t i = lines[row->first]; i < lines[row->first + row->count]; i++) {
    const PdfLine *line = &rows->lines.items[i];
    if (line->column != column)
      continue;
    if (delivery->text.length)
      join_line(&delivery->text, word_at(delivery, line->first));
    else
      cell.place = place_of(delivery, delivery->line + 1 + (uint32_t)line->band,
                            word_at(delivery, line->first));
    add_words(delivery, line->first, line->count);
    cell.uncertain = cell.uncertain || line->uncertain;
    cell.last = line->last > cell.last ? (uint16_t)line->last : cell.last;
  }
  if (delivery->text.length)
    add_cell(delivery, cell);
}

static void deliver_rows(Delivery *delivery, const PdfTable *table, size_t region) {
  PdfRows rows;
  const PdfBand *bands = table->bands->bands.items + table->regions[region].first +
                         table->head_bands.items[region];
  pdf_rows_open(&rows, table, region);
  for (size_t i = 0; i < rows.rows.count; i++) {
    const PdfRow *row = &rows.rows.items[i];
    stream_row(delivery->stream,
               line_at(delivery, delivery->line + 1 + (uint32_t)row->first,
                       bands[row->first].middle), 0);
    for (size_t column = 0; column < table->columns.count; column++)
      deliver_cell(delivery, &rows, row, column);
  }
  delivery->line += (uint32_t)(table->regions[region].count - table->head_bands.items[region]);
  pdf_rows_close(&rows);
}

static void start_table(Delivery *delivery, const PdfTable *table) {
  VEC(StreamColumn) columns = {0};
  for (size_t i = 0; i < table->columns.count; i++) {
    const PdfColumn *column = &table->columns.items[i];
    vec_push(&columns, (StreamColumn){(uint32_t)(points_most(column->left, 0) / BBOX_POINT),
                                      (uint32_t)(points_most(column->right, 0) / BBOX_POINT)});
  }
  stream_table(delivery->stream, columns.items, columns.count);
  vec_free(&columns);
}

/* ---------------------------------------------------------------------- forms */

static void deliver_form_cell(Delivery *delivery, const PdfForm *form, const PdfFormCell *cell) {
  const PdfPiece *piece = &form->pieces.items[cell->piece];
  StreamCell out = {.first = (uint16_t)cell->column, .last = (uint16_t)cell->column,
                    .rows = (uint16_t)cell->rows,
                    .place = place_of(delivery, delivery->line + 1 + (uint32_t)piece->band,
                                      word_at(delivery, piece->first))};
  str_clear(&delivery->text);
  for (;;) {
    if (delivery->text.length)
      join_line(&delivery->text, word_at(delivery, piece->first));
    add_words(delivery, piece->first, piece->count);
    if (piece->next == (size_t)(piece - form->pieces.items))
      break;
    piece = &form->pieces.items[piece->next];
  }
  add_cell(delivery, out);
}

static void deliver_form_row(Delivery *delivery, const PdfPiece *piece) {
  uint32_t counted = delivery->line + 1 + (uint32_t)piece->band;
  stream_row(delivery->stream, line_at(delivery, counted, piece->middle), 0);
}

static void deliver_block(Delivery *delivery, PdfForm *form, size_t number) {
  PdfBlock block;
  VEC(StreamColumn) columns = {0};
  pdf_block_open(&block, form, number);
  for (size_t i = 0; i < block.column_count; i++)
    vec_push(&columns, (StreamColumn){(uint32_t)(points_most(block.lefts[i], 0) / BBOX_POINT),
                                      (uint32_t)(points_most(block.rights[i], 0) / BBOX_POINT)});
  stream_table(delivery->stream, columns.items, columns.count);
  for (size_t i = 0; i < block.cells.count; i++) {
    const PdfFormCell *cell = &block.cells.items[i];
    if (!i || cell->row != cell[-1].row)
      deliver_form_row(delivery, &form->pieces.items[cell->piece]);
    deliver_form_cell(delivery, form, cell);
  }
  vec_free(&columns);
  pdf_block_close(&block);
}

static void deliver_form(Delivery *delivery, const PdfRegion *region) {
  PdfForm form;
  pdf_form_open(&form, &delivery->bands, region);
  for (size_t i = 0; i + 1 < form.starts.count; i++)
    if (form.starts.items[i] < form.starts.items[i + 1])
      deliver_block(delivery, &form, i);
  delivery->line += (uint32_t)region->count;
  pdf_form_close(&form);
}

/* ---------------------------------------------------------------------- pages */

typedef struct {
  PdfTable table;
  size_t first, next; /* regions: of the table, and the one that is delivered next */
} OpenTable;

/* A region that is a form stands for itself. */
static bool take_form(Delivery *delivery, OpenTable *open) {
  const PdfRegion *region = &delivery->bands.regions.items[open->next];
  if (!region->form || open->next < open->first + open->table.region_count)
    return false;
  pdf_table_close(&open->table);
  open->table = (PdfTable){0};
  open->first = ++open->next;
  deliver_form(delivery, region);
  return true;
}

static void deliver_region(Delivery *delivery, OpenTable *open) {
  const PdfBands *bands = &delivery->bands;
  if (take_form(delivery, open))
    return;
  if (open->next == open->first + open->table.region_count) {
    pdf_table_close(&open->table);
    open->first = open->next;
    pdf_table_open(&open->table, bands, bands->regions.items + open->next,
                   bands->regions.count - open->next);
  }
  size_t region = open->next++ - open->first;
  start_table(delivery, &open->table);
  deliver_heads(delivery, &open->table, region);
  deliver_rows(delivery, &open->table, region);
}

static bool is_text_line(const PdfBand *band) {
  return band->pieces == 1 && band->flags & BAND_NARRATIVE;
}

static int by_distance(const void *left, const void *right) {
  Points a = *(const Points *)left, b = *(const Points *)right;
  return (a > b) - (a < b);
}

/* The edges of the running text of all pages of this width, and the distance of its lines. */
static void measure_text(Delivery *delivery) {
  const PdfBands *bands = &delivery->bands;
  const PdfPage *pages = bands->pages->pages.items;
  VEC(Points) distances = {0};
  delivery->left = INT32_MAX;
  delivery->right = 0;
  for (size_t page = 0; page < bands->pages->pages.count; page++) {
    if (pages[page].width != pages[delivery->page].width)
      continue;
    for (size_t i = bands->page_bands.items[page]; i < bands->page_bands.items[page + 1]; i++) {
      const PdfBand *band = &bands->bands.items[i];
      if (!is_text_line(band))
        continue;
      delivery->left = points_least(delivery->left, band->left);
      delivery->right = points_most(delivery->right, band->right);
      if (i > bands->page_bands.items[page] && is_text_line(band - 1))
        vec_push(&distances, band->middle - band[-1].middle);
    }
  }
  if (distances.count)
    qsort(distances.items, distances.count, sizeof *distances.items, by_distance);
  delivery->leading = distances.count ? distances.items[distances.count / 2] : 0;
  if (delivery->left > delivery->right) {
    delivery->left = 0;
    delivery->right = pages[delivery->page].width;
  }
  vec_free(&distances);
}

static void deliver_page(Delivery *delivery, OpenTable *open) {
  const PdfBands *bands = &delivery->bands;
  const PdfPage *pages = bands->pages->pages.items;
  size_t first = bands->page_bands.items[delivery->page];
  size_t end = bands->page_bands.items[delivery->page + 1];
  stream_page(delivery->stream, pages[delivery->page].number);
  delivery->line = 0;
  if (!delivery->page || pages[delivery->page].width != pages[delivery->page - 1].width)
    measure_text(delivery);
  for (size_t i = first; i < end;) {
    if (open->next < bands->regions.count && bands->regions.items[open->next].first == i) {
      i += bands->regions.items[open->next].count;
      deliver_region(delivery, open);
      continue;
    }
    deliver_line(delivery, &bands->bands.items[i], i > first ? &bands->bands.items[i - 1] : NULL);
    i++;
  }
}

void pdf_deliver(Stream *stream, PdfPages *pages) {
  Delivery delivery = {.stream = stream, .text = STR_EMPTY};
  OpenTable open = {0};
  stream->spans_known = stream->geometry_known = true;
  stream->lines_known = pages->pages.count && pages->pages.items[0].pitch;
  pdf_bands_open(&delivery.bands, pages);
  pdf_bands_find_regions(&delivery.bands);
  for (delivery.page = 0; delivery.page < pages->pages.count; delivery.page++)
    deliver_page(&delivery, &open);
  pdf_table_close(&open.table);
  pdf_bands_close(&delivery.bands);
  str_free(&delivery.text);
}
