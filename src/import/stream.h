/* What stands on the pages of a published file, before anything of it is understood.
 *
 * A producer (extracted text, PDF; HTML or a spreadsheet later) reads one kind of file and delivers
 * a stream: items in reading order, each a printed line or a table. What they mean is told from
 * the stream alone by import/understand.h, the same for every producer.
 *
 * Who decides what:
 *  - The producer knows the geometry: which words are one line, where a table begins and ends,
 *    which columns its grid has, which words are one cell, over which columns a cell stands, and
 *    that the two printed lines of a wrapped name are one cell. A cell's text is whole: the pieces
 *    of a name broken over lines are joined as they would be printed on one (without a space
 *    between Chinese characters).
 *  - The understanding knows the budget: which rows are headings, which column is the code, a name,
 *    which amount; that a table goes on over a page, which row is a total, an index row, a note;
 *    what a line is: a heading, a paragraph or the rest of one, an annex's number, title or unit,
 *    an entry of a table of contents, a running head, a page number. A producer leaves
 *    all these in the stream, as lines at their place.
 *
 * Nothing is lost: each word of the file stands in exactly one cell, or the producer names it with
 * stream_leave. The understanding accounts for the cells in the same way.
 *
 * Call order of a producer:
 *
 *   Stream *stream = stream_new();
 *   for each page:
 *     stream_page(stream, number);
 *     for each item of the page, in reading order, either
 *       stream_line(stream, line, flags);                a line: its pieces, from left to right
 *         stream_cell(stream, cell); ...
 *     or
 *       stream_table(stream, columns, count);            a table of the page
 *         stream_row(stream, line, flags);               its rows, from top to bottom
 *           stream_cell(stream, cell); ...               the cells, from left to right
 *
 * A table that goes on over a page is a table on each of its pages (its repeated headings
 * included). A file without pages is one page. Texts are copied; they are valid UTF-8
 * without NUL and line breaks, and otherwise hostile.
 *
 * The arena of the stream holds everything; stream_free frees it. */
#ifndef BUDGETTUI_IMPORT_STREAM_H
#define BUDGETTUI_IMPORT_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

/* Where a word stands in its file, for people: page and line from 1 (of a text the line of the
 * file, of a PDF the printed line of its page, from the top), and what stands left of it in the
 * line: characters of a text, columns of one that is aligned by blanks, points of a PDF. */
typedef struct {
  uint32_t page, line, across;
} StreamPlace;

/* One piece of a line or one cell of a table. Blank cells are left out, save where a mark
 * or a flag is to be told of them. */
typedef struct {
  const char *text;
  StreamPlace place;
  /* Columns of the table's grid that it stands over, from `first` to `last`: one for a figure,
   * several for a heading over a group or a merged cell. Of a line: the number of the piece. */
  uint16_t first, last;
  uint16_t rows; /* rows that it stands over, from its own downwards, as far as known; at least 1 */
  bool uncertain; /* it stands between two columns: the nearer was taken */
} StreamCell;

enum {
  /* Of a line: what the geometry says about paragraphs. */
  STREAM_INDENTED = 1 << 0, /* begins to the right of the text's left edge, as a paragraph does */
  STREAM_FULL = 1 << 1,     /* reaches the text's right edge: its paragraph may go on below */
  STREAM_CENTRED = 1 << 2,  /* stands in the middle, as a title does */
  STREAM_GAP = 1 << 3,      /* more space above it than between the lines of a paragraph */
  /* Of a table's row: the geometry knows that it belongs to the headings (a hint). */
  STREAM_HEADING = 1 << 4
};

typedef struct {
  unsigned flags;
  uint32_t page, line;
  size_t first_cell, cell_count; /* in the stream's cells */
} StreamRow;

/* The extent of a column of a grid, in points of the page; of a text both are its index. */
typedef struct {
  uint32_t left, right;
} StreamColumn;

typedef enum { STREAM_LINE, STREAM_TABLE } StreamKind;

typedef struct {
  StreamKind kind;
  uint32_t page;
  size_t first_row, row_count; /* in the stream's rows; a line has one */
  const StreamColumn *columns; /* of a table */
  size_t column_count;
} StreamItem;

/* Words that a producer itself leaves out, and why (msgid). */
typedef struct {
  StreamPlace place;
  const char *text;
  const char *why;
} StreamLeft;

typedef struct {
  Arena *arena;
  uint32_t page; /* the page being delivered; in the end the number of the last */
  /* Whether `last` of cells tells how far headings and merged cells reach. Of a text it does
   * not: a blank field beside a heading may belong to it or not. */
  bool spans_known;
  /* Whether lines carry the flags of paragraphs. */
  bool geometry_known;
  /* Whether places are lines of the file, that an editor can go to. */
  bool lines_known;
  VEC(StreamCell) cells;
  VEC(StreamRow) rows;
  VEC(StreamItem) items;
  VEC(StreamLeft) left;
} Stream;

Stream *stream_new(void);
void stream_free(Stream *stream); /* NULL is allowed */

void stream_page(Stream *stream, uint32_t number);
/* Starts a line, of the page last begun. `line`: its number, as in StreamPlace. */
void stream_line(Stream *stream, uint32_t line, unsigned flags);
/* Starts a table with a grid of `count` columns, from left to right. */
void stream_table(Stream *stream, const StreamColumn *columns, size_t count);
/* Starts a row of the table last begun. */
void stream_row(Stream *stream, uint32_t line, unsigned flags);
/* Adds a cell to the line or row last begun. `text` need not be terminated, and is copied. */
void stream_cell(Stream *stream, StreamCell cell, size_t length);
/* Names words that are in no cell. */
void stream_leave(Stream *stream, StreamPlace place, const char *text, size_t length,
                  const char *why);

#endif
