/* The words of a PDF's pages with what the geometry goes by: their edges, the middle of their
 * characters, the size of their type, and whether they are numbers.
 *
 * Fonts are often embedded with wrong heights, so that the box of a word stands above or below what
 * is printed. The size is therefore told from the width, and the words of such fonts are moved by
 * the distance at which most of them stand beside the others (pdf_words_settle).
 *
 * The arena owns the texts. */
#ifndef BUDGETTUI_IMPORT_PDF_WORDS_H
#define BUDGETTUI_IMPORT_PDF_WORDS_H

#include <stdbool.h>

#include "base/arena.h"
#include "import/bbox.h"

typedef enum {
  WORD_TEXT,
  WORD_NUMBER, /* an amount, a code or what stands in its place (–) */
  WORD_LEADER  /* dots that lead to a page number */
} WordKind;

/* How the height of a word's box goes with its size. */
typedef enum { HEIGHT_FLAT, HEIGHT_USUAL, HEIGHT_TALL, HEIGHTS } WordHeight;

typedef struct {
  const char *text;
  uint32_t length;
  Points left, right;
  Points middle; /* of the characters' height */
  Points size;   /* of a full-width character */
  Points unit;   /* what grows with the type's size, in words of one height */
  uint32_t across; /* what its place tells: StreamPlace */
  uint8_t kind, height;
  bool unsure;     /* its place across was guessed: see import/pdf_scale.h */
} PdfWord;

typedef struct {
  uint32_t number;
  Points width, height;
  size_t first, count; /* its words */
  /* Where all lines of a file are equally high: the file's line at the top, and that height. 0:
   * lines are counted as they are printed. */
  uint32_t first_line;
  Points pitch;
} PdfPage;

typedef struct {
  Arena *arena;
  VEC(PdfWord) words;
  VEC(PdfPage) pages;
  bool scaled; /* each page has a scale of its own: see import/pdf_scale.h */
} PdfPages;

void pdf_words_open(PdfPages *pages);
void pdf_words_close(PdfPages *pages);
/* What a text is by its form. */
WordKind pdf_words_kind(const char *text, size_t length);
/* Where an amount begins that a text ends in, right behind a Chinese character: a name and its
 * figure may touch. An amount has decimals or separators of thousands. 0: there is none. */
size_t pdf_words_amount(const char *text, size_t length);
/* Whether a word is a text, begins or ends with it. */
bool pdf_word_is(const PdfWord *word, const char *text);
bool pdf_word_begins(const PdfWord *word, const char *text);
bool pdf_word_ends(const PdfWord *word, const char *text);
/* 类, 款 and 项: the parts of a code split over columns. */
bool pdf_word_is_code_part(const PdfWord *word);
/* Takes a page; a BboxTaker. A page whose text runs along its side is turned. */
void pdf_words_take(void *pages, const BboxPage *page);
/* When all pages are there: moves the words of odd fonts to where they are printed. */
void pdf_words_settle(PdfPages *pages);

#endif
