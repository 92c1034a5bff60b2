/* The screen in memory: cells of clusters, widths and semantic styles.
 *
 * Views paint an Area, a rectangle of a canvas; whatever lies outside is
 * clipped. A wide character that would be cut in half, at an edge or by what is
 * painted over it, leaves blanks, never half a cell. Text is made safe by text/cluster.h. */
#ifndef BUDGETTUI_VIEW_CANVAS_H
#define BUDGETTUI_VIEW_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/cluster.h"
#include "text/fit.h"

typedef enum {
  STYLE_NORMAL,
  STYLE_TITLE,    /* the line that names document and unit */
  STYLE_TAB,
  STYLE_TAB_OPEN,
  STYLE_RULE,     /* lines */
  STYLE_HEADING,  /* headings of columns and sections */
  STYLE_CODE,
  STYLE_AMOUNT,
  STYLE_NEGATIVE,
  STYLE_TOTAL,    /* total rows */
  STYLE_DERIVED,  /* what no table prints */
  STYLE_LINK,     /* in a text, what leads elsewhere */
  STYLE_BAR,
  STYLE_DIM,
  STYLE_KEY,      /* a key in the hint line */
  STYLE_HINT,     /* what it does */
  STYLE_STATUS,   /* the line about the selected thing */
  STYLE_MESSAGE,
  STYLE_WARNING,
  STYLE_ERROR,
  STYLE_PROMPT,
  STYLE_TAGGED,   /* rows that are added up */
  STYLE_COUNT,
  /* Added to any of them: */
  STYLE_MATCH = 0x40,
  STYLE_SELECTED = 0x80
} Style;

typedef struct {
  uint32_t chars[CLUSTER_MARKS + 1]; /* chars[0] == 0: the right half of a wide cluster */
  uint8_t width;
  uint8_t style;
} CanvasCell;

typedef struct {
  int height, width;
  CanvasCell *cells;
  int cursor_row, cursor_column; /* where the terminal's cursor belongs; -1: hidden */
  bool ascii;                    /* frames, bars and signs in ASCII */
  bool plain;                    /* neither rules nor bars, and the cursor at the selected row: for
                                    who hears or feels the screen line by line */
} Canvas;

typedef struct {
  Canvas *canvas;
  int top, left, height, width;
} Area;

/* Signs of the program's own; one table has each in Unicode and ASCII. Where
 * ambiguous characters are two columns wide the ASCII ones are painted. */
typedef enum {
  GLYPH_HORIZONTAL, GLYPH_VERTICAL, GLYPH_CROSS_DOWN, /* ─ │ ┬ */ GLYPH_CROSS, /* ┼ */
  GLYPH_BRANCH, GLYPH_LAST, GLYPH_TRUNK,              /* ├ └ │ of a tree */
  GLYPH_OPEN, GLYPH_CLOSED,                           /* ▾ ▸ */
  GLYPH_ELLIPSIS, GLYPH_MORE_LEFT, GLYPH_MORE_RIGHT,  /* … < > */
  GLYPH_ASCENDING, GLYPH_DESCENDING,                  /* ▲ ▼ */
  GLYPH_DERIVED,                                      /* ∑ : no table prints it */
  GLYPH_CONVERTED,                                    /* * : shown in another unit than printed */
  GLYPH_ROUNDED, GLYPH_MISMATCH, GLYPH_SEPARATOR,     /* ≈ ✗ · */
  GLYPH_ENTER, GLYPH_BACKSPACE,                       /* ↵ ⌫ */
  GLYPH_STEP,                                         /* › : from an account to what is in it */
  GLYPH_TAGGED,                                       /* ✓ : a row that is added up */
  GLYPH_COUNT
} Glyph;

void canvas_init(Canvas *canvas, int height, int width);
void canvas_resize(Canvas *canvas, int height, int width); /* contents are cleared */
void canvas_free(Canvas *canvas);
void canvas_clear(Canvas *canvas);
Area canvas_area(Canvas *canvas);

/* A part of an area, clipped to it. */
Area area_part(Area area, int row, int column, int height, int width);
/* Whether a cell of the canvas lies in it. */
bool area_holds(Area area, int row, int column);
void area_fill(Area area, Style style); /* blanks in this style */

/* Each paints at (row, column) of the area, clipped at its right edge, and returns the columns
 * painted. */
int area_text(Area area, int row, int column, int style, const char *text);
int area_bytes(Area area, int row, int column, int style, const char *text, size_t length);
int area_printf(Area area, int row, int column, int style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
int area_glyph(Area area, int row, int column, int style, Glyph glyph);
/* Exactly `width` columns: padded or cut with an ellipsis. */
int area_fit(Area area, int row, int column, int width, int style, FitAlign align, const char *text,
             size_t length);
/* A bar of `permille`/1000 of `width` columns, in eighths. */
int area_bar(Area area, int row, int column, int width, int style, int64_t permille);
/* A sign one column wide, `width` times; the line of a rule, all across. */
void area_repeat(Area area, int row, int column, int width, int style, const char *sign);
void area_rule(Area area, int row, int style);
/* Adds style bits to cells that are painted already. On a plain canvas the first that are
 * selected get the cursor, until something else takes it. */
void area_mark(Area area, int row, int column, int width, int bits);

/* Whether signs are painted in ASCII. */
bool glyph_ascii(const Canvas *canvas);
const char *glyph_text(const Canvas *canvas, Glyph glyph);
int glyph_width(const Canvas *canvas, Glyph glyph);

/* The canvas as lines of text (spaces at line ends left out). */
void canvas_write(const Canvas *canvas, Str *out);
/* The styled runs of the canvas: "ROW:COLUMN-END style[+match][+selected]" lines, 0-based
 * columns. */
void canvas_write_styles(const Canvas *canvas, Str *out);

#endif
