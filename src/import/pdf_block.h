/* A block of a form (import/pdf_form.h): its columns, its cells of one or several printed lines,
 * its rows, and over which rows a merged cell stands. */
#ifndef BUDGETTUI_IMPORT_PDF_BLOCK_H
#define BUDGETTUI_IMPORT_PDF_BLOCK_H

#include "import/pdf_form.h"

/* A cell: a piece and its next lines. */
typedef struct {
  size_t piece;      /* the first one */
  size_t column;
  size_t row, rows;  /* of the block */
  Points top, bottom; /* middles of its first and last line */
} PdfFormCell;

typedef struct {
  bool indicators; /* headed by their levels: a row for each indicator */
  Points pitch;    /* the usual distance between the texts of its richest column */
  size_t column_count, row_count;
  Points *lefts, *rights;   /* of the columns */
  Points *heights;          /* middles of the rows */
  VEC(PdfFormCell) cells;   /* by row, then by column */
} PdfBlock;

/* Joins the block's pieces into cells; the caller closes it. */
void pdf_block_open(PdfBlock *block, PdfForm *form, size_t number);
void pdf_block_close(PdfBlock *block);

#endif
