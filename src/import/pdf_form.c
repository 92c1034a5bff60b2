#include "import/pdf_form.h"

#include <stdlib.h>
#include <string.h>

enum {
  IN_PIECE = 20,    /* percent of the size between Chinese words of one text */
  IN_QUOTE = 100,   /* between them inside quotation marks */
  IN_LATIN = 40,    /* between words when one is of letters or digits */
  BEFORE_MARK = 120 /* before a comma or stop, which fonts without its metrics set apart */
};

static bool within(Points distance, Points size, int percent) {
  return (int64_t)abs(distance) * 100 <= (int64_t)size * percent;
}

/* --------------------------------------------------------------------- pieces */

static bool begins_mark(const PdfWord *word) {
  static const char *const marks[] = {"，", "。", "、", "；", "：", "）", "》", "”"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (pdf_word_begins(word, marks[i]))
      return true;
  return false;
}

static bool is_latin(char c) {
  return c > ' ';
}

/* A figure ends a text, and none begins right behind one. */
static bool goes_on(const PdfWord *left, const PdfWord *right) {
  Points gap = points_most(right->left - left->right, 0);
  bool latin = left->kind != WORD_NUMBER &&
               (is_latin(left->text[left->length - 1]) || is_latin(right->text[0]));
  return within(gap, right->size,
                begins_mark(right) ? BEFORE_MARK : latin ? IN_LATIN : IN_PIECE);
}

static bool closes_quote(const PdfWord *word) {
  return word->length <= strlen("”") && (pdf_word_begins(word, "\"") || pdf_word_begins(word, "”"));
}

static bool opens_quote(const PdfWord *word) {
  if (closes_quote(word) || (!pdf_word_begins(word, "\"") && !pdf_word_begins(word, "“")))
    return false;
  return !memchr(word->text + 1, '"', word->length - 1) &&
         !memmem(word->text, word->length, "”", strlen("”"));
}

/* Whether quotation marks hold a word and the one before it together: that one opens them and
 * closes none, or right behind the word they are closed. */
static bool is_quoted(const PdfWord *words, size_t count, size_t word) {
  const PdfWord *left = &words[word - 1], *right = &words[word];
  bool quoted = opens_quote(left) || (word + 1 < count && closes_quote(&words[word + 1]));
  return quoted && left->kind == WORD_TEXT && right->kind == WORD_TEXT &&
         within(points_most(right->left - left->right, 0), right->size, IN_QUOTE);
}

static void add_piece(PdfForm *form, size_t band, size_t first, size_t count) {
  const PdfWord *words = form->bands->pages->words.items + first;
  PdfPiece piece = {.left = words[0].left, .right = words[count - 1].right,
                    .middle = words[0].middle, .size = words[0].size, .band = band,
                    .first = first, .count = count, .next = form->pieces.count};
  vec_push(&form->pieces, piece);
}

static void find_pieces(PdfForm *form, const PdfRegion *region) {
  for (size_t i = 0; i < region->count; i++) {
    const PdfBand *band = &form->bands->bands.items[region->first + i];
    const PdfWord *words = form->bands->pages->words.items + band->first;
    size_t start = 0;
    for (size_t j = 1; j <= band->count; j++) {
      if (j < band->count &&
          (goes_on(&words[j - 1], &words[j]) || is_quoted(words, band->count, j)))
        continue;
      add_piece(form, i, band->first + start, j - start);
      start = j;
    }
  }
}

/* --------------------------------------------------------------------- blocks */

static bool overlap(const PdfPiece *a, const PdfPiece *b) {
  return a->left + PDF_OVERLAP < b->right && b->left + PDF_OVERLAP < a->right;
}

bool pdf_form_over_two(const PdfForm *form, const PdfPiece *piece, size_t first, size_t end) {
  const PdfPiece *over = NULL;
  for (size_t i = first; i < end; i++) {
    const PdfPiece *other = &form->pieces.items[i];
    if (!overlap(piece, other))
      continue;
    if (over && over->band == other->band)
      return true;
    over = other;
  }
  return false;
}

/* Whether the band of the pieces [first, end) has another grid than the block [from, to). */
static bool differs(const PdfForm *form, size_t first, size_t end, size_t from, size_t to) {
  for (size_t i = first; i < end; i++)
    if (pdf_form_over_two(form, &form->pieces.items[i], from, to))
      return true;
  for (size_t i = from; i < to; i++)
    if (pdf_form_over_two(form, &form->pieces.items[i], first, end))
      return true;
  return false;
}

/* Whether a piece of the band [first, end) begins, or has its middle, exactly where one of the
 * block [from, to) has it. */
static bool is_aligned(const PdfForm *form, size_t first, size_t end, size_t from, size_t to) {
  for (size_t i = first; i < end; i++)
    for (size_t j = from; j < to; j++) {
      const PdfPiece *a = &form->pieces.items[i], *b = &form->pieces.items[j];
      if (abs(a->left - b->left) < BBOX_POINT ||
          abs(a->left + a->right - b->left - b->right) < BBOX_POINT)
        return true;
    }
  return false;
}

static size_t band_end(const PdfForm *form, size_t first) {
  size_t end = first + 1;
  while (end < form->pieces.count &&
         form->pieces.items[end].band == form->pieces.items[first].band)
    end++;
  return end;
}

bool pdf_form_contains(const PdfForm *form, const PdfPiece *piece, const char *text) {
  const PdfWord *words = pdf_form_words(form, piece);
  for (size_t i = 0; i < piece->count; i++)
    if (memmem(words[i].text, words[i].length, text, strlen(text)))
      return true;
  return false;
}

bool pdf_form_heads_levels(const PdfForm *form, size_t first) {
  size_t end = band_end(form, first);
  bool one = false, two = false;
  for (size_t i = first; i < end; i++) {
    one = one || pdf_form_contains(form, &form->pieces.items[i], "一级指标");
    two = two || pdf_form_contains(form, &form->pieces.items[i], "二级指标");
  }
  return one && two;
}

static size_t band_start(const PdfForm *form, size_t end) {
  size_t first = end - 1;
  while (first && form->pieces.items[first - 1].band == form->pieces.items[end - 1].band)
    first--;
  return first;
}

/* The first piece of the band that heads the indicators, which are one block to the form's end. */
static size_t find_levels(const PdfForm *form) {
  for (size_t end = form->pieces.count, first; end; end = first) {
    first = band_start(form, end);
    if (pdf_form_heads_levels(form, first))
      return first;
  }
  return form->pieces.count;
}

/* From the bottom to the top: what stands below a heading shows its grid. */
static void find_blocks(PdfForm *form) {
  VEC(size_t) starts = {0};
  size_t end = find_levels(form), block_end = end;
  vec_push(&starts, form->pieces.count);
  if (end < form->pieces.count)
    vec_push(&starts, end);
  for (size_t first; end; end = first) {
    first = band_start(form, end);
    if (end == block_end || !differs(form, first, end, end, block_end))
      continue;
    vec_push(&starts, end);
    block_end = end;
  }
  if (block_end)
    vec_push(&starts, 0);
  while (starts.count)
    vec_push(&form->starts, starts.items[--starts.count]);
  vec_free(&starts);
}

/* The upper bands of a block belong to the one above it, when they keep to its grid. */
static void mend_blocks(PdfForm *form) {
  for (size_t i = 1; i + 1 < form->starts.count; i++) {
    size_t from = form->starts.items[i - 1], *start = &form->starts.items[i];
    while (*start < form->starts.items[i + 1]) {
      size_t end = band_end(form, *start);
      if (pdf_form_heads_levels(form, *start) || differs(form, *start, end, from, *start) ||
          !is_aligned(form, *start, end, from, *start))
        break;
      *start = end;
    }
  }
}

void pdf_form_open(PdfForm *form, const PdfBands *bands, const PdfRegion *region) {
  *form = (PdfForm){.bands = bands};
  find_pieces(form, region);
  find_blocks(form);
  mend_blocks(form);
}

void pdf_form_close(PdfForm *form) {
  vec_free(&form->pieces);
  vec_free(&form->starts);
}
