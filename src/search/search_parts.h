/* What a search is made of. For search.c and search_next.c only. */
#ifndef BUDGETTUI_SEARCH_SEARCH_PARTS_H
#define BUDGETTUI_SEARCH_SEARCH_PARTS_H

#include "search/corpus.h"
#include "search/search.h"

/* Hits are four lists, one behind the other; NOWHERE is known of a text that makes none. */
enum { BY_CODE, BY_AMOUNT, BY_TEXT, BY_READING, HIT_LISTS, NOWHERE = 0 };

struct Search {
  const Document *document;
  Corpus corpus;
  bool folded;            /* the corpus is there */
  const Progress *progress;
  bool stopped;           /* the last search, by it */
  Term term;              /* of the last query; its needle is empty if there is none */
  VEC(uint32_t) hits;     /* entries, ascending in each list */
  size_t ends[HIT_LISTS]; /* of the lists */
  unsigned char *known; /* of each text: in what way the last query was found there */
  unsigned char *marks; /* a bit for each entry that is a hit */
  size_t *annex_hits;   /* for each annex, and the narrative */
  FigurePlaces figures;
  bool has_figures;
};

#endif
