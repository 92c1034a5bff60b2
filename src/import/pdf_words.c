#include "import/pdf_words.h"

#include <stdlib.h>
#include <string.h>

#include "text/char.h"
#include "text/utf8.h"

enum {
  FLAT_MOST = 60,  /* percent of the size: a box that is lower was not made from the characters */
  TALL_LEAST = 150
};

/* ------------------------------------------------------------------ characters */

static bool is_wide(uint32_t character) {
  return char_within(character, 0x2E80, 0xD7FF) || char_within(character, 0xF900, 0xFAFF) ||
         char_within(character, 0xFE30, 0xFE4F) || char_within(character, 0xFF01, 0xFF60) ||
         char_within(character, 0x2014, 0x2026) || character >= 0x20000;
}

static bool is_digit(uint32_t character) {
  return char_within(character, '0', '9') || char_within(character, 0xFF10, 0xFF19);
}

/* What stands in numbers beside digits: signs, separators, brackets, the mark of a percentage, and
 * the strokes that say that there is none. */
static bool is_number_mark(uint32_t character) {
  static const uint32_t marks[] = {',', '.', '-', '+', '(', ')', '%', '/', 0xFF0C, 0xFF0E, 0xFF08,
                                   0xFF09, 0xFF05, 0x2212, 0x2013, 0x2014, 0xFF0D, 0xFF0F};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (marks[i] == character)
      return true;
  return false;
}

static bool is_leader(uint32_t character) {
  return character == '.' || character == 0x2026 || character == 0xB7 || character == 0x22EF;
}

typedef struct {
  unsigned quarters; /* of a full-width character: how wide the text is */
  unsigned characters, digits, marks, leaders, opened;
} WordShape;

static unsigned quarters(uint32_t character) {
  return is_wide(character) ? 4 : 2;
}

static WordShape shape_of(const char *text, size_t length) {
  WordShape shape = {0};
  while (length) {
    uint32_t character;
    size_t size = utf8_decode(text, length, &character);
    shape.quarters += quarters(character);
    shape.characters++;
    shape.digits += is_digit(character);
    shape.marks += is_number_mark(character);
    shape.leaders += is_leader(character);
    text += size;
    length -= size;
  }
  return shape;
}

/* What stands where there is no figure. */
static bool is_stroke(const char *text, size_t length) {
  static const char *const strokes[] = {"-", "--", "/", "–", "—", "——", "－", "／"};
  for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
    if (length == strlen(strokes[i]) && !memcmp(text, strokes[i], length))
      return true;
  return false;
}

static WordKind kind_of(const WordShape *shape, const char *text, size_t length) {
  if (shape->leaders >= 3 && shape->leaders == shape->characters)
    return WORD_LEADER;
  bool all = shape->digits + shape->marks == shape->characters;
  /* 1. and (1) count what follows; a lone stroke is a figure that is none. */
  bool counts = text[length - 1] == '.' || (*text == '(' && shape->digits == 1);
  if (all && !counts && (shape->digits || is_stroke(text, length)))
    return WORD_NUMBER;
  return WORD_TEXT;
}

WordKind pdf_words_kind(const char *text, size_t length) {
  WordShape shape = shape_of(text, length);
  return kind_of(&shape, text, length);
}

static bool is_figure_byte(char c) {
  return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

static size_t count_digits(const char *text, size_t length) {
  size_t count = 0;
  while (count < length && text[count] >= '0' && text[count] <= '9')
    count++;
  return count;
}

/* 1,234.56  12.50  1,234,567 */
static bool is_printed_amount(const char *text, size_t length) {
  enum { GROUP = 3, DECIMALS = 2 };
  size_t at = count_digits(text, length), first = at;
  bool grouped = false;
  while (at < length && text[at] == ',' && first && first <= GROUP &&
         count_digits(text + at + 1, length - at - 1) == GROUP) {
    at += 1 + GROUP;
    grouped = true;
  }
  if (at == length)
    return grouped;
  return first && text[at] == '.' && length - at == 1 + DECIMALS &&
         count_digits(text + at + 1, DECIMALS) == DECIMALS;
}

size_t pdf_words_amount(const char *text, size_t length) {
  size_t at = length;
  while (at && is_figure_byte(text[at - 1]))
    at--;
  size_t figures = at;
  at -= at && text[at - 1] == '-';
  if (at < 3 || figures == length || !is_printed_amount(text + figures, length - figures))
    return 0;
  uint32_t before;
  utf8_decode(text + at - 3, 3, &before);
  return char_within(before, 0x4E00, 0x9FFF) ? at : 0;
}

bool pdf_word_is(const PdfWord *word, const char *text) {
  return word->length == strlen(text) && !memcmp(word->text, text, word->length);
}

bool pdf_word_begins(const PdfWord *word, const char *text) {
  size_t length = strlen(text);
  return word->length >= length && !memcmp(word->text, text, length);
}

bool pdf_word_ends(const PdfWord *word, const char *text) {
  size_t length = strlen(text);
  return word->length >= length && !memcmp(word->text + word->length - length, text, length);
}

bool pdf_word_is_code_part(const PdfWord *word) {
  return pdf_word_is(word, "类") || pdf_word_is(word, "款") || pdf_word_is(word, "项");
}

/* -------------------------------------------------------------------- reading */

void pdf_words_open(PdfPages *pages) { *pages = (PdfPages){.arena = arena_new()}; }

void pdf_words_close(PdfPages *pages) {
  arena_free(pages->arena);
  vec_free(&pages->words);
  vec_free(&pages->pages);
}

static WordHeight height_of(const BboxWord *word, Points size) {
  Points height = word->bottom - word->top;
  if (height < size * FLAT_MOST / 100)
    return HEIGHT_FLAT;
  return height > size * TALL_LEAST / 100 ? HEIGHT_TALL : HEIGHT_USUAL;
}

/* Where a character of a text stands, by the width of those before it. */
static Points place_in(const char *text, const BboxWord *box, size_t at) {
  WordShape whole = shape_of(text, box->length), part = shape_of(text, at);
  return box->left + (Points)((int64_t)(box->right - box->left) * part.quarters / whole.quarters);
}

static void add_word(PdfPages *pages, const char *text, const BboxWord *box) {
  WordShape shape = shape_of(text, box->length);
  Points size = (box->right - box->left) * 4 / (Points)shape.quarters;
  PdfWord word = {
      .text = arena_text(pages->arena, text, box->length),
      .length = box->length,
      .left = box->left,
      .right = box->right,
      .middle = (box->top + box->bottom) / 2,
      .size = size > 1 ? size : 1,
      .across = (uint32_t)(points_most(box->left, 0) / BBOX_POINT),
  };
  word.kind = (uint8_t)kind_of(&shape, word.text, word.length);
  word.height = (uint8_t)height_of(box, word.size);
  word.unit = word.height == HEIGHT_TALL ? box->bottom - box->top : word.size;
  /* Leaders and stretched texts are wide without being large. */
  if (word.height == HEIGHT_USUAL && word.size > box->bottom - box->top)
    word.size = box->bottom - box->top;
  vec_push(&pages->words, word);
}

static void add_words(PdfPages *pages, const char *text, BboxWord box) {
  size_t amount = pdf_words_amount(text, box.length);
  if (amount) {
    BboxWord name = box;
    name.length = (uint32_t)amount;
    name.right = box.left = place_in(text, &box, amount);
    add_word(pages, text, &name);
    text += amount;
    box.length -= (uint32_t)amount;
  }
  add_word(pages, text, &box);
}

/* How a page's text runs: as usual, or up or down along the page's side. */
typedef enum { RUNS_ACROSS, RUNS_UP, RUNS_DOWN } Running;

static bool is_upright(const BboxPage *page, const BboxWord *word) {
  WordShape shape = shape_of(page->text.data + word->text, word->length);
  return shape.characters > 2 && (word->bottom - word->top) * 2 > (word->right - word->left) * 3;
}

/* The widest type is a title's, which stands at the head of its page. */
static Running running_of(const BboxPage *page) {
  enum { FEWEST = 5 };
  size_t upright = 0;
  const BboxWord *title = NULL;
  for (size_t i = 0; i < page->words.count; i++) {
    const BboxWord *word = &page->words.items[i];
    if (!is_upright(page, word))
      continue;
    upright++;
    if (!title || word->right - word->left > title->right - title->left)
      title = word;
  }
  if (upright < FEWEST || upright * 3 < page->words.count)
    return RUNS_ACROSS;
  return title->left < page->width / 2 ? RUNS_UP : RUNS_DOWN;
}

/* A word's box when its page is turned so that its text runs across. */
static BboxWord turned(const BboxPage *page, BboxWord word, Running running) {
  BboxWord out = word;
  if (running == RUNS_UP) {
    out.left = page->height - word.bottom;
    out.right = page->height - word.top;
    out.top = word.left;
    out.bottom = word.right;
  } else if (running == RUNS_DOWN) {
    out.left = word.top;
    out.right = word.bottom;
    out.top = page->width - word.right;
    out.bottom = page->width - word.left;
  }
  return out;
}

void pdf_words_take(void *context, const BboxPage *page) {
  PdfPages *pages = context;
  Running running = running_of(page);
  bool side = running != RUNS_ACROSS;
  vec_push(&pages->pages,
           (PdfPage){.number = page->number,
                     .width = side ? page->height : page->width,
                     .height = side ? page->width : page->height,
                     .first = pages->words.count});
  for (size_t i = 0; i < page->words.count; i++) {
    BboxWord box = turned(page, page->words.items[i], running);
    add_words(pages, page->text.data + box.text, box);
  }
  PdfPage *taken = &pages->pages.items[pages->pages.count - 1];
  taken->count = pages->words.count - taken->first; /* a word may have been parted */
}

/* ------------------------------------------------------------------- settling */

enum {
  STEPS = 50,          /* of a size: how finely distances are told apart */
  REACH = 40,          /* steps to both sides that may be between two words of one line */
  DISTANCES = 2 * REACH + 1,
  MOST_PAIRS = 1 << 22 /* looked at, of one height */
};

typedef struct {
  size_t at[DISTANCES]; /* pairs at each distance */
  size_t pairs;
  size_t looked; /* pairs looked at, near or not */
} Distances;

static int by_middle(const void *left, const void *right) {
  const PdfWord *a = left, *b = right;
  if (a->middle != b->middle)
    return a->middle < b->middle ? -1 : 1;
  return (a->left > b->left) - (a->left < b->left);
}

static void note_pair(Distances *distances, const PdfWord *odd, const PdfWord *usual) {
  Points step = (usual->middle - odd->middle) * STEPS / odd->unit;
  if (step < -REACH || step > REACH)
    return;
  distances->at[step + REACH]++;
  distances->pairs++;
}

/* Looks at the words above and below each word of a height that may be in its line. */
static void measure_page(const PdfWord *words, size_t count, WordHeight height, WordHeight usual,
                         Distances *distances) {
  size_t first = 0;
  for (size_t i = 0; i < count; i++) {
    if (words[i].height != height)
      continue;
    while (first < i && words[i].middle - words[first].middle > words[i].size * 2)
      first++;
    for (size_t j = first; j < count && distances->looked < MOST_PAIRS; j++, distances->looked++) {
      if (words[j].middle - words[i].middle > words[i].size * 2)
        break;
      if (words[j].height == usual)
        note_pair(distances, &words[i], &words[j]);
    }
  }
}

static size_t pairs_near(const Distances *distances, size_t at) {
  return distances->at[at - 1] + distances->at[at] + distances->at[at + 1];
}

/* The distance at which most words stand, in steps; 0 when none stands out. Rows at equal distances
 * look much the same from one row above or below: of distances about as frequent the least is
 * taken. */
static Points most_frequent(const Distances *distances) {
  enum { ABOUT = 65 }; /* percent of the most */
  size_t most = 0;
  for (size_t i = 1; i < DISTANCES - 1; i++)
    most = pairs_near(distances, i) > most ? pairs_near(distances, i) : most;
  if (most < 8 || most * 6 < distances->pairs)
    return 0;
  Points best = 2 * REACH;
  size_t here = 0;
  for (size_t i = 1; i < DISTANCES - 1; i++) {
    Points step = (Points)i - REACH;
    size_t pairs = pairs_near(distances, i);
    if (pairs * 100 < most * ABOUT || (abs(step) > abs(best) && abs(step - best) > 2) ||
        (abs(step - best) <= 2 && pairs <= here))
      continue;
    best = step;
    here = pairs;
  }
  return best;
}

static void move_words(PdfPages *pages, WordHeight height, Points steps) {
  for (size_t i = 0; i < pages->words.count; i++) {
    PdfWord *word = &pages->words.items[i];
    if (word->height == height)
      word->middle += steps * word->unit / STEPS;
  }
}

static void settle_height(PdfPages *pages, WordHeight height, WordHeight usual) {
  Distances distances = {0};
  for (size_t i = 0; i < pages->pages.count; i++) {
    const PdfPage *page = &pages->pages.items[i];
    measure_page(pages->words.items + page->first, page->count, height, usual, &distances);
  }
  Points steps = most_frequent(&distances);
  if (steps)
    move_words(pages, height, steps);
}

void pdf_words_settle(PdfPages *pages) {
  size_t counts[HEIGHTS] = {0};
  for (size_t i = 0; i < pages->words.count; i++)
    counts[pages->words.items[i].height]++;
  for (size_t i = 0; i < pages->pages.count; i++) {
    const PdfPage *page = &pages->pages.items[i];
    qsort(pages->words.items + page->first, page->count, sizeof(PdfWord), by_middle);
  }
  WordHeight usual = HEIGHT_FLAT;
  for (WordHeight height = HEIGHT_FLAT; height < HEIGHTS; height++)
    if (counts[height] > counts[usual])
      usual = height;
  for (WordHeight height = HEIGHT_FLAT; height < HEIGHTS; height++)
    if (height != usual && counts[height])
      settle_height(pages, height, usual);
}
