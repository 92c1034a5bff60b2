/* The headings of a table: words that stand together, and their lines. */
#include <string.h>

#include "import/pdf_heads.h"

/* --------------------------------------------------------------------- pieces */

enum {
  IN_PIECE = 35,  /* percent of the size between words of one heading */
  LEADING = 138,  /* between the lines of one heading */
  WIDE_LEADING = 172, /* between those of one that fills its cell */
  HALF_LINE = 90,
  HALF_COLUMN = 50, /* what a heading's line is off its middle, where all are laid in columns */
  SAME_HEIGHT = 20 /* by which the middles of headings beside each other differ at most */
};

static bool is_one_piece(const PdfWord *left, const PdfWord *right) {
  return within(points_most(right->left - left->right, 0), right->size, IN_PIECE);
}

static void add_piece(PdfHeads *heads, const PdfBand *band, const PdfWord *words, size_t count) {
  PdfHead head = {.left = words[0].left, .right = words[count - 1].right,
                  .top = band->middle, .bottom = band->middle, .size = words[0].size,
                  .first_word = heads->words.count, .word_count = count};
  Points middle = 0;
  for (size_t i = 0; i < count; i++) {
    middle += words[i].middle / (Points)count;
    vec_push(&heads->words, &words[i]);
  }
  head.top = head.bottom = middle;
  vec_push(&heads->cells, head);
}

static void find_pieces(PdfHeads *heads, const PdfBands *bands, size_t first, size_t count) {
  for (size_t i = first; i < first + count; i++) {
    const PdfBand *band = &bands->bands.items[i];
    const PdfWord *words = bands->pages->words.items + band->first;
    size_t start = 0;
    for (size_t j = 1; j <= band->count; j++) {
      if (j < band->count && is_one_piece(&words[j - 1], &words[j]))
        continue;
      add_piece(heads, band, words + start, j - start);
      start = j;
    }
  }
}

/* --------------------------------------------------------------------- lines */

/* 类, 款 and 项 stand below the heading that they part, and are no next line of it. */
static bool is_code_part(const PdfHeads *heads, const PdfHead *head) {
  return head->word_count == 1 && pdf_word_is_code_part(heads->words.items[head->first_word]);
}

/* Whether a piece is one of several such; 款 alone may be the end of 财政拨款. */
static bool is_one_of_parts(const PdfHeads *heads, const PdfHead *head) {
  if (!is_code_part(heads, head))
    return false;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (other != head && is_code_part(heads, other) &&
        within(other->top - head->top, head->size, SAME_HEIGHT) &&
        memcmp(heads->words.items[other->first_word]->text,
               heads->words.items[head->first_word]->text, strlen("款")))
      return true;
  }
  return false;
}

/* Whether a line is one that is broken where its cell ends, and the other its rest. */
static bool is_filled(const PdfHead *upper, const PdfHead *lower) {
  Points room = upper->right - upper->left;
  return room > upper->size * 28 / 10 && lower->right - lower->left < room + upper->size / 2 &&
         within(middle_of(upper) - middle_of(lower), upper->size, ALIGNED);
}

/* Whether two short lines stand exactly one below the other, as 基本 and 支出 in a narrow column. */
static bool is_stacked(const PdfHead *upper, const PdfHead *lower) {
  enum { EXACTLY = 15, SHORT = 320 };
  return within(middle_of(upper) - middle_of(lower), upper->size, EXACTLY) &&
         within(upper->right - upper->left, upper->size, SHORT) &&
         within(lower->right - lower->left, upper->size, SHORT);
}

/* Of a heading that 款 may be the end of: two characters; three where a character is a column. */
static Points narrow_width(const PdfHeads *heads, const PdfHead *head) {
  return heads->pitch ? head->size * 3 / 2 : head->size * 2;
}

/* Where lines are equally high, a heading of two lines beside one of one line has them a line above
 * and a line below it: whether two pieces stand so, one right above the other. */
static bool is_around(const PdfHeads *heads, const PdfHead *upper, const PdfHead *lower) {
  bool beside = false;
  if (!within(middle_of(upper) - middle_of(lower), upper->size, HALF_COLUMN) &&
      (!within(upper->left - lower->left, upper->size, HALF_COLUMN) || lower->right > upper->right))
    return false;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (other->top != upper->bottom + heads->pitch)
      continue;
    if (other->left < upper->right && other->right > upper->left)
      return false;
    beside = true;
  }
  return beside;
}

/* Whether a piece is the next line of a heading above it. */
static bool is_next_line(const PdfHeads *heads, const PdfHead *upper, const PdfHead *lower) {
  Points leading = lower->top - upper->bottom;
  if (is_one_of_parts(heads, lower) && upper->right - upper->left > narrow_width(heads, upper))
    return false;
  if (leading == heads->pitch * 2 && is_around(heads, upper, lower))
    return true;
  if (leading * 2 < upper->size ||
      lower->right - lower->left > upper->right - upper->left + upper->size * 11 / 10)
    return false;
  if (!within(leading, upper->size, LEADING))
    return within(leading, upper->size, WIDE_LEADING) &&
           (is_filled(upper, lower) || is_stacked(upper, lower));
  return within(middle_of(upper) - middle_of(lower), upper->size, ALIGNED) ||
         within(upper->left - lower->left, upper->size, ALIGNED) ||
         (lower->left >= upper->left - upper->size / 3 &&
          lower->right <= upper->right + upper->size / 3);
}

/* Whether a piece has one above it, other than `but`, that it would be the next line of. */
static bool has_line_above(const PdfHeads *heads, const PdfHead *head, const PdfHead *but) {
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (other != head && other != but && is_next_line(heads, other, head))
      return true;
  }
  return false;
}

static bool has_line_below(const PdfHeads *heads, const PdfHead *head) {
  for (size_t i = 0; i < heads->cells.count; i++)
    if (&heads->cells.items[i] != head && is_next_line(heads, head, &heads->cells.items[i]))
      return true;
  return false;
}

/* Whether a piece begins a heading beside another of one line: at its height, or, of two lines,
 * half a line higher. */
static bool begins_beside(const PdfHeads *heads, const PdfHead *head, const PdfHead *line) {
  if (within(head->top - line->top, line->size, SAME_HEIGHT))
    return true;
  return head->top < line->top && within(head->top - line->top, line->size, HALF_LINE) &&
         has_line_below(heads, head);
}

/* Whether a piece stands over three others that have nothing else above them, in the middle of
 * which is `lower`: it is the heading of all three, though it stands as close as a line of one. */
static bool stands_over_three(const PdfHeads *heads, const PdfHead *upper, const PdfHead *lower) {
  const PdfHead *left = NULL, *right = NULL;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (other == lower || !begins_beside(heads, other, lower))
      continue;
    if (other->right <= lower->left && (!left || other->right > left->right))
      left = other;
    if (other->left >= lower->right && (!right || other->left < right->left))
      right = other;
  }
  return left && right &&
         within((middle_of(left) + middle_of(right)) / 2 - middle_of(upper), upper->size, 100) &&
         !has_line_above(heads, left, upper) && !has_line_above(heads, right, upper) &&
         !has_line_below(heads, lower);
}

/* Words of a cell stand together in the list, from top to bottom. */
typedef struct {
  size_t *next; /* of each piece, the piece that is its next line; its own number: none */
  bool *taken;  /* is a next line */
} Lines;

static void widen(PdfHead *head, const PdfHead *other) {
  head->left = points_least(head->left, other->left);
  head->right = points_most(head->right, other->right);
}

/* The lines of one heading stand at one distance: whether the second of three is nearer to the
 * third than to the first, which is another heading then. */
static bool is_uneven(const PdfHeads *heads, const PdfHead *upper, const PdfHead *lower) {
  enum { UNEVEN = 120 }; /* percent */
  Points least = INT32_MAX;
  for (size_t i = 0; i < heads->cells.count; i++) {
    const PdfHead *other = &heads->cells.items[i];
    if (other != lower && is_next_line(heads, lower, other))
      least = points_least(least, other->top - lower->top);
  }
  return least != INT32_MAX &&
         (int64_t)(lower->top - upper->top) * 100 > (int64_t)least * UNEVEN;
}

static void join_lines(PdfHeads *heads, Lines *lines) {
  size_t count = heads->cells.count;
  for (size_t i = 0; i < count; i++)
    lines->next[i] = i;
  for (size_t i = 0; i < count; i++)
    for (size_t j = i + 1; j < count && lines->next[i] == i; j++)
      if (!lines->taken[j] && is_next_line(heads, &heads->cells.items[i], &heads->cells.items[j]) &&
          !is_uneven(heads, &heads->cells.items[i], &heads->cells.items[j]) &&
          !stands_over_three(heads, &heads->cells.items[i], &heads->cells.items[j])) {
        lines->next[i] = j;
        lines->taken[j] = true;
        /* The next line goes by the width of all above it. */
        widen(&heads->cells.items[j], &heads->cells.items[i]);
      }
}

static void append_line(PdfHeads *heads, PdfHead *cell, const PdfHead *piece,
                        const PdfHeads *pieces) {
  widen(cell, piece);
  cell->bottom = piece->bottom;
  cell->word_count += piece->word_count;
  for (size_t i = 0; i < piece->word_count; i++)
    vec_push(&heads->words, pieces->words.items[piece->first_word + i]);
}

static void find_cells(PdfHeads *heads, const PdfHeads *pieces) {
  size_t count = pieces->cells.count;
  if (!count)
    return;
  Lines lines = {memory_zero(count, sizeof(size_t)), memory_zero(count, sizeof(bool))};
  join_lines((PdfHeads *)pieces, &lines);
  for (size_t i = 0; i < count; i++) {
    if (lines.taken[i])
      continue;
    PdfHead cell = pieces->cells.items[i];
    cell.first_word = heads->words.count;
    cell.word_count = 0;
    cell.part = is_one_of_parts(pieces, &pieces->cells.items[i]);
    append_line(heads, &cell, &pieces->cells.items[i], pieces);
    for (size_t j = i; lines.next[j] != j; j = lines.next[j])
      append_line(heads, &cell, &pieces->cells.items[lines.next[j]], pieces);
    vec_push(&heads->cells, cell);
  }
  memory_free(lines.next);
  memory_free(lines.taken);
}

void pdf_heads_open(PdfHeads *heads, const PdfBands *bands, const PdfRegion *region, size_t count) {
  PdfHeads pieces = {0};
  pieces.pitch = bands->pages->pages.items[region->page].pitch;
  *heads = (PdfHeads){.pitch = pieces.pitch};
  find_pieces(&pieces, bands, region->first, count);
  find_cells(heads, &pieces);
  pdf_heads_close(&pieces);
}

void pdf_heads_close(PdfHeads *heads) {
  vec_free(&heads->cells);
  vec_free(&heads->words);
}
