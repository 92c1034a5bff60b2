#include "import/layout.h"

#include <string.h>

#include "base/memory.h"
#include "import/pdf_deliver.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
  COLUMN = 5 * BBOX_POINT,       /* of the page that the text is laid on */
  SIZE = 2 * COLUMN,             /* of its type: what stands two blanks apart is two cells */
  PITCH = SIZE * 5 / 4,          /* between its lines */
  MOST_COLUMNS = 1000,           /* of a page: what stands beyond stands at its edge */
  MOST_LINES = 1000,             /* of a page; a longer one goes on as another of the same number */
  MOST_WORDS = 20 * 1000,
  MOST_PAGES = 5000              /* further form feeds end none */
};

/* ------------------------------------------------------------------------ columns */

/* What a character of the text takes: a terminal's columns, or one. */
typedef enum { BY_WIDTH, BY_CHARACTER, MEASURES } Measure;

static bool is_blank(uint32_t character) {
  static const uint32_t blanks[] = {' ', '\t', '\r', '\v', '\f', 0xA0, 0x2002, 0x2003, 0x3000};
  for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
    if (character == blanks[i])
      return true;
  return false;
}

static size_t columns_of(uint32_t character, Measure measure) {
  int width = width_char(character);
  return measure == BY_CHARACTER ? width != 0 : width > 0 ? (size_t)width : 0;
}

/* A run of characters without a blank; a figure that touches its name is one of its own. */
typedef struct {
  const char *text;
  size_t length;
  size_t left[MEASURES], right[MEASURES]; /* columns; of right the first behind it */
} Run;

/* Goes along a line. */
typedef struct {
  const char *line;
  size_t length, at;
  size_t column[MEASURES];
} Walk;

static uint32_t step(Walk *walk) {
  uint32_t character;
  walk->at += utf8_decode(walk->line + walk->at, walk->length - walk->at, &character);
  for (Measure measure = 0; measure < MEASURES; measure++)
    walk->column[measure] += columns_of(character, measure);
  return character;
}

/* The next run of the line; false at its end. */
static bool next_run(Walk *walk, Run *run) {
  Walk before = *walk;
  while (walk->at < walk->length) {
    before = *walk;
    if (!is_blank(step(walk)))
      break;
    before = *walk;
  }
  if (before.at == walk->length)
    return false;
  *run = (Run){.text = walk->line + before.at};
  memcpy(run->left, before.column, sizeof run->left);
  for (Walk end = *walk;; *walk = end)
    if (end.at == end.length || is_blank(step(&end)))
      break;
  run->length = walk->at - before.at;
  size_t amount = pdf_words_amount(run->text, run->length);
  if (amount) {
    run->length = amount;
    for (*walk = before; walk->at < before.at + amount;)
      step(walk);
  }
  memcpy(run->right, walk->column, sizeof run->right);
  return true;
}

/* ------------------------------------------------------------------ what is aligned */

static bool is_figure(const Run *run) {
  return pdf_words_kind(run->text, run->length) == WORD_NUMBER;
}

static bool has_decimals(const Run *run) {
  return is_figure(run) && (memchr(run->text, '.', run->length) ||
                            memchr(run->text, ',', run->length));
}

static bool are_apart(const Run *left, const Run *right) {
  return right->left[BY_WIDTH] >= left->right[BY_WIDTH] + 2;
}

bool layout_is_row(const char *line, size_t length) {
  Walk walk = {.line = line, .length = length};
  Run run, last;
  size_t apart = 0, figures = 0;
  bool first = true, decimals = false;
  for (; next_run(&walk, &run); last = run, first = false) {
    bool alone = !first && are_apart(&last, &run);
    apart += first || alone;
    figures += (first || alone) && is_figure(&run);
    decimals = alone && has_decimals(&run);
  }
  return (apart >= 3 && figures) || (apart == 2 && decimals);
}

static size_t line_bytes(const char *text, size_t length) {
  const char *end = memchr(text, '\n', length);
  return end ? (size_t)(end - text) : length;
}

bool layout_is(const char *text, size_t length) {
  size_t rows = 0;
  if (memchr(text, '\t', length))
    return false;
  for (size_t at = 0; at < length && rows < LAYOUT_ROWS;) {
    size_t bytes = line_bytes(text + at, length - at);
    rows += layout_is_row(text + at, bytes);
    at += bytes + 1;
  }
  return rows >= LAYOUT_ROWS;
}

/* How many of a line's figures end where those of the line above do, in each measure. */
typedef struct {
  VEC(Run) above, here;
  size_t aligned[MEASURES];
} Alignment;

static void compare_lines(Alignment *alignment) {
  for (Measure measure = 0; measure < MEASURES; measure++)
    for (size_t i = 0, j = 0; i < alignment->here.count && j < alignment->above.count;) {
      size_t here = alignment->here.items[i].right[measure];
      size_t above = alignment->above.items[j].right[measure];
      alignment->aligned[measure] += here == above;
      i += here <= above;
      j += above <= here;
    }
}

static void take_line(Alignment *alignment, const char *line, size_t length) {
  Walk walk = {.line = line, .length = length};
  Run run;
  if (!layout_is_row(line, length))
    return;
  alignment->here.count = 0;
  while (next_run(&walk, &run))
    if (has_decimals(&run))
      vec_push(&alignment->here, run);
  compare_lines(alignment);
  alignment->above.count = 0;
  for (size_t i = 0; i < alignment->here.count; i++)
    vec_push(&alignment->above, alignment->here.items[i]);
}

static Measure find_measure(const char *text, size_t length) {
  Alignment alignment = {0};
  for (size_t at = 0; at < length;) {
    size_t bytes = line_bytes(text + at, length - at);
    take_line(&alignment, text + at, bytes);
    at += bytes + 1;
  }
  vec_free(&alignment.above);
  vec_free(&alignment.here);
  return alignment.aligned[BY_CHARACTER] > alignment.aligned[BY_WIDTH] ? BY_CHARACTER : BY_WIDTH;
}

/* -------------------------------------------------------------------------- pages */

typedef struct {
  PdfPages pages;
  Measure measure;
  uint32_t number, line; /* of the page; of the file, from 1 */
  size_t feeds;          /* form feeds that ended a page */
  Points width;          /* of the widest line */
} Laying;

static Points edge_of(size_t column) {
  return (Points)(column < MOST_COLUMNS ? column : MOST_COLUMNS) * COLUMN;
}

static void begin_page(Laying *laying) {
  vec_push(&laying->pages.pages, (PdfPage){.number = laying->number,
                                           .first = laying->pages.words.count,
                                           .first_line = laying->line,
                                           .pitch = PITCH});
}

/* The page that the line goes on. */
static PdfPage *page_of_line(Laying *laying) {
  PdfPages *pages = &laying->pages;
  PdfPage *page = pages->pages.count ? &pages->pages.items[pages->pages.count - 1] : NULL;
  if (!page || page->number != laying->number || page->count >= MOST_WORDS ||
      laying->line - page->first_line >= MOST_LINES)
    begin_page(laying);
  return &pages->pages.items[pages->pages.count - 1];
}

static void add_word(Laying *laying, PdfPage *page, const Run *run) {
  Points left = edge_of(run->left[laying->measure]), right = edge_of(run->right[laying->measure]);
  right = points_most(right, left + 1);
  vec_push(&laying->pages.words,
           (PdfWord){.text = arena_text(laying->pages.arena, run->text, run->length),
                     .length = (uint32_t)run->length,
                     .left = left,
                     .right = right,
                     .across = (uint32_t)run->left[laying->measure] + 1,
                     .middle = (Points)(laying->line - page->first_line) * PITCH + PITCH / 2,
                     .size = SIZE,
                     .unit = SIZE,
                     .kind = (uint8_t)pdf_words_kind(run->text, run->length),
                     .height = HEIGHT_USUAL});
  page->count++;
  page->height = (Points)(laying->line - page->first_line + 1) * PITCH;
  laying->width = points_most(laying->width, right);
}

static void lay_line(Laying *laying, const char *line, size_t length) {
  Walk walk = {.line = line, .length = length};
  Run run;
  for (; walk.at < length && line[walk.at] == '\f'; walk.at++)
    if (laying->feeds < MOST_PAGES) {
      laying->feeds++;
      laying->number++;
    }
  /* One in the middle of a line ends no page. */
  while (next_run(&walk, &run))
    add_word(laying, page_of_line(laying), &run);
}

void layout_read(const char *text, size_t length, Stream *stream) {
  Laying laying = {.number = 1, .measure = find_measure(text, length)};
  pdf_words_open(&laying.pages);
  for (size_t at = 0; at < length;) {
    size_t bytes = line_bytes(text + at, length - at);
    laying.line++;
    lay_line(&laying, text + at, bytes);
    at += bytes + 1;
  }
  for (size_t i = 0; i < laying.pages.pages.count; i++)
    laying.pages.pages.items[i].width = laying.width;
  laying.pages.scaled = laying.feeds > 0;
  pdf_deliver(stream, &laying.pages);
  pdf_words_close(&laying.pages);
}
