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

typedef struct {
  const PdfBands *bands;
  VEC(PdfPiece) pieces; /* by band, then from left to right */
  VEC(size_t) starts;   /* of each block, its first piece; one more at the end */
} PdfForm;

void pdf_form_open(PdfForm *form, const PdfBands *bands, const PdfRegion *region);
void pdf_form_close(PdfForm *form);

/* What two texts that stand over each other have in common, at least. */
enum { PDF_OVERLAP = BBOX_POINT };

/* The words of a piece. */
static inline const PdfWord *pdf_form_words(const PdfForm *form, const PdfPiece *piece) {
  return form->bands->pages->words.items + piece->first;
}
bool pdf_form_contains(const PdfForm *form, const PdfPiece *piece, const char *text);
/* Whether a piece stands over two pieces of one band among [first, end). */
bool pdf_form_over_two(const PdfForm *form, const PdfPiece *piece, size_t first, size_t end);
/* Whether the band of a piece heads indicators: 一级指标, 二级指标, … */
bool pdf_form_heads_levels(const PdfForm *form, size_t first);

#endif
