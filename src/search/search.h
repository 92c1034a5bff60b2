/* Search over everything in a document: account codes by prefix, names, cells,
 * headings, paragraphs and targets, by folded text (text/fold.h).
 *
 * A Search belongs to one document. Texts are folded when first needed. Hits
 * come in document order: codes before other text when the query is digits. */
#ifndef BUDGETTUI_SEARCH_SEARCH_H
#define BUDGETTUI_SEARCH_SEARCH_H

#include "model/document.h"

typedef enum { PLACE_NONE, PLACE_ANNEX, PLACE_ROW, PLACE_PARAGRAPH, PLACE_TARGET } PlaceKind;

/* Somewhere in a document, by numbers that hold as long as the document. */
typedef struct {
  PlaceKind kind;
  uint32_t annex; /* PLACE_ANNEX, PLACE_ROW, PLACE_TARGET */
  uint16_t table; /* PLACE_ROW: the panel; PLACE_TARGET: the set of targets */
  uint16_t leaf;  /* the column; UINT16_MAX: none */
  uint32_t row;   /* PLACE_ROW; PLACE_TARGET: line of the set (model/targets.h) */
  uint32_t section, paragraph; /* PLACE_PARAGRAPH: section in reading order; paragraph UINT32_MAX: its heading */
} Place;

typedef struct Search Search;

Search *search_new(const Document *document);
void search_free(Search *search);

/* Runs a query (any text; folded inside). Typing one character more narrows the
 * last result instead of starting over. Returns the number of hits. */
size_t search_run(Search *search, const char *query, size_t length);
size_t search_count(const Search *search);
Place search_hit(const Search *search, size_t index);
/* Hits in one annex (index), or in the narrative (annex_count). */
size_t search_annex_count(const Search *search, size_t annex);
/* The folded query of the last run, for highlighting with fold_find. */
const char *search_needle(const Search *search, size_t *length);
/* The first hit at or after `place` in document order; wraps round. */
size_t search_next(const Search *search, const Place *place, bool backwards, bool *wrapped);

#endif
