#include "import/pdf_bands.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum {
  SAME_BAND = 35, /* percent of the size that the middles of one band's words differ at most */
  APART = 80      /* percent of the size between two pieces */
};

/* ---------------------------------------------------------------------- bands */

static int by_left(const void *left, const void *right) {
  const PdfWord *a = left, *b = right;
  if (a->left != b->left)
    return a->left < b->left ? -1 : 1;
  return (a->middle > b->middle) - (a->middle < b->middle);
}

static int by_middle(const void *left, const void *right) {
  const PdfWord *a = left, *b = right;
  if (a->middle != b->middle)
    return a->middle < b->middle ? -1 : 1;
  return (a->left > b->left) - (a->left < b->left);
}

bool pdf_words_apart(const PdfWord *left, const PdfWord *right) {
  int64_t size = points_most(left->size, right->size);
  return (int64_t)(right->left - left->right) * 100 > size * APART;
}

static void add_band(PdfBands *bands, size_t first, size_t count) {
  const PdfWord *words = bands->pages->words.items + first;
  PdfBand band = {.first = first, .count = count, .pieces = 1};
  band.left = words[0].left;
  int64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    band.right = points_most(band.right, words[i].right);
    band.size = points_most(band.size, words[i].size);
    band.pieces += i && pdf_words_apart(&words[i - 1], &words[i]);
    sum += words[i].middle;
  }
  band.middle = (Points)(sum / (int64_t)count);
  vec_push(&bands->bands, band);
}

/* A single character of Chinese. */
static bool is_single(const PdfWord *word) {
  return word->length == 3 && (unsigned char)*word->text >= 0xE4 && word->kind == WORD_TEXT;
}

/* How many words from here on are single characters at most so far apart, in percent of their
 * size. */
static size_t count_singles(const PdfWord *words, size_t count, int most) {
  size_t run = 0;
  while (run < count && is_single(&words[run]) &&
         (!run || (int64_t)(words[run].left - words[run - 1].right) * 100 <=
                      (int64_t)points_most(words[run].size, words[run - 1].size) * most))
    run++;
  return run;
}

/* Words that are printed with space between their characters, over the width of a cell. */
static size_t count_spread(const PdfWord *words, size_t count) {
  static const char *const spread[] = {"决算数", "预算数", "合计", "小计", "总计", "项目", "收入",
                                       "支出",   "金额",   "备注", "科目", "名称", "行次", "栏次"};
  enum { NARROW = 75, WIDE = 600 };
  size_t wide = count_singles(words, count, WIDE);
  for (size_t i = 0; i < sizeof spread / sizeof *spread; i++) {
    size_t letters = strlen(spread[i]) / 3, same = 0;
    while (same < letters && same < wide && !memcmp(words[same].text, spread[i] + same * 3, 3))
      same++;
    if (same == letters)
      return letters;
  }
  return count_singles(words, count, NARROW);
}

static PdfWord join_words(PdfPages *pages, const PdfWord *words, size_t count) {
  Str text = STR_EMPTY;
  PdfWord word = words[0];
  for (size_t i = 0; i < count; i++)
    str_add(&text, words[i].text, words[i].length);
  word.text = arena_text(pages->arena, text.data, text.length);
  word.length = (uint32_t)text.length;
  word.right = words[count - 1].right;
  for (size_t i = 0; i < count; i++)
    if (words[i].kind == WORD_NUMBER)
      word.kind = WORD_NUMBER;
  str_free(&text);
  return word;
}

static bool is_one_of(const PdfWord *word, const char *one, const char *other) {
  return pdf_word_is(word, one) || pdf_word_is(word, other);
}

static bool touch(const PdfWord *left, const PdfWord *right) {
  enum { TOUCHING = 30 }; /* percent of the size */
  return (int64_t)(right->left - left->right) * 100 <= (int64_t)right->size * TOUCHING;
}

/* Brackets of another font than the negative amount between them are words of their own. */
static size_t count_bracketed(const PdfWord *words, size_t count) {
  size_t run = is_one_of(words, "(", "（");
  if (run >= count || words[run].kind != WORD_NUMBER || (run && !touch(&words[0], &words[1])))
    return 1;
  run++;
  if (run < count && is_one_of(&words[run], ")", "）") && touch(&words[run - 1], &words[run]))
    run++;
  return run;
}

/* Makes one word of such; the number of words left. */
static size_t join_spreads(PdfPages *pages, PdfWord *words, size_t count) {
  size_t left = 0;
  for (size_t i = 0; i < count;) {
    size_t run = count_spread(words + i, count - i);
    run = run > 1 ? run : count_bracketed(words + i, count - i);
    words[left++] = run > 1 ? join_words(pages, words + i, run) : words[i];
    i += run > 1 ? run : 1;
  }
  return left;
}

/* These headings may stand beside the figures of the first row: they are a band of their own. */
static void close_line(PdfBands *bands, size_t first, size_t count) {
  PdfWord *words = bands->pages->words.items + first;
  size_t parts = 0;
  bool parted = false; /* 项 alone may be the half of 项目 */
  qsort(words, count, sizeof *words, by_left);
  for (size_t i = 0; i < count; i++)
    parted |= pdf_word_is_code_part(&words[i]) && !pdf_word_is(&words[i], "项");
  for (size_t i = 0; i < count && parted; i++)
    if (pdf_word_is_code_part(&words[i])) {
      PdfWord part = words[i];
      memmove(words + parts + 1, words + parts, (i - parts) * sizeof *words);
      words[parts++] = part;
    }
  if (parts > 1)
    add_band(bands, first, parts);
  else
    parts = 0;
  qsort(words + parts, count - parts, sizeof *words, by_left);
  if (parts < count)
    add_band(bands, first + parts, join_spreads(bands->pages, words + parts, count - parts));
}

static void find_bands(PdfBands *bands, const PdfPage *page) {
  PdfWord *words = bands->pages->words.items + page->first;
  qsort(words, page->count, sizeof *words, by_middle);
  size_t first = 0;
  for (size_t i = 1; i <= page->count; i++) {
    if (i < page->count && (int64_t)(words[i].middle - words[first].middle) * 100 <=
                               (int64_t)points_least(words[i].size, words[first].size) * SAME_BAND)
      continue;
    close_line(bands, page->first + first, i - first);
    first = i;
  }
}

static bool is_of(const PdfBands *bands, const PdfBand *band, bool (*is)(const PdfWord *word)) {
  const PdfWord *words = bands->pages->words.items + band->first;
  for (size_t i = 0; i < band->count; i++)
    if (!is(&words[i]))
      return false;
  return true;
}

static bool is_number(const PdfWord *word) {
  return word->kind == WORD_NUMBER;
}

/* Where lines are equally high, the figures of the first row may have come to stand above the last
 * line of the headings: they change places. The words keep theirs, by which their lines are
 * numbered. */
static void raise_parts(PdfBands *bands, size_t first) {
  enum { MOST_ABOVE = 4 };
  for (size_t i = first; i < bands->bands.count; i++) {
    PdfBand *band = &bands->bands.items[i];
    if (band->count < 2 || !is_of(bands, band, pdf_word_is_code_part))
      continue;
    for (size_t j = i; j > first && j + MOST_ABOVE > i && is_of(bands, &band[-1], is_number); j--) {
      PdfBand above = band[-1], part = *band;
      above.middle = part.middle;
      part.middle = band[-1].middle;
      *band-- = above;
      *band = part;
    }
  }
}

void pdf_bands_open(PdfBands *bands, PdfPages *pages) {
  *bands = (PdfBands){.pages = pages};
  for (size_t i = 0; i < pages->pages.count; i++) {
    vec_push(&bands->page_bands, bands->bands.count);
    if (pages->pages.items[i].count)
      find_bands(bands, &pages->pages.items[i]);
    if (pages->pages.items[i].pitch)
      raise_parts(bands, bands->page_bands.items[i]);
  }
  vec_push(&bands->page_bands, bands->bands.count);
}

void pdf_bands_close(PdfBands *bands) {
  vec_free(&bands->bands);
  vec_free(&bands->page_bands);
  vec_free(&bands->regions);
}
