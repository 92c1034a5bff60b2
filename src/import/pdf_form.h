/* Forms: tables whose grid changes from part to part, as those of performance targets, with labels
 * beside their values, paragraphs, and indicators whose levels are merged over several rows.
 *
 * A form is parted into blocks, each with a grid of its own: a new block begins where a text stands
 * over two that stand beside each other in the block. In a block, what stands in the middle of
 * several rows of its neighbour stands over them all. */
#ifndef BUDGETTUI_IMPORT_PDF_FORM_H
#define BUDGETTUI_IMPORT_PDF_FORM_H

#include "import/pdf_bands.h"

/* Words that stand close together on a band. */
typedef struct {
  Points left, right, middle, size;
  size_t band; /* of the region */
  size_t first, count; /* words */
  size_t column;
  size_t next; /* the piece that is the next line of its cell; its own number: none */
  bool rest;   /* is the next line of another one */
  bool odd;    /* stands over two others that stand beside each other */
} PdfPiece;

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

typedef struct {
  const PdfBands *bands;
  VEC(PdfPiece) pieces; /* by band, then from left to right */
  VEC(size_t) starts;   /* of each block, its first piece; one more at the end */
} PdfForm;

void pdf_form_open(PdfForm *form, const PdfBands *bands, const PdfRegion *region);
void pdf_form_close(PdfForm *form);
/* The cells of one of its blocks. */
void pdf_block_open(PdfBlock *block, PdfForm *form, size_t number);
void pdf_block_close(PdfBlock *block);

#endif
