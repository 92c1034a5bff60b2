/* Everything that can be found in a document, as numbered entries in document
 * order: titles of annexes, headings of columns, rows, lines of targets, headings and paragraphs,
 * with the texts of each. Codes of accounts are not among the texts: they are found
 * through the code index. */
#ifndef BUDGETTUI_SEARCH_CORPUS_H
#define BUDGETTUI_SEARCH_CORPUS_H

#include "base/progress.h"
#include "search/search.h"
#include "search/texts.h"

/* Entries of one kind that follow each other. */
typedef struct {
  PlaceKind kind;
  uint32_t annex; /* annex_count in the narrative */
  uint32_t table;
  uint32_t section;
  uint32_t first; /* its first entry */
} Segment;

typedef struct {
  const Document *document;
  VEC(Segment) segments;
  VEC(uint32_t) annex_rows; /* for each annex the entry of its first row, if it has one */
  Texts texts;
  VEC(uint32_t) parts;  /* the texts of the entries, one entry behind the other */
  VEC(uint32_t) starts; /* where each entry's parts begin; one more for the end */
  const Progress *progress; /* while it is opened */
  uint64_t rows;
  bool stopped;
} Corpus;

/* False: the progress (NULL: nobody waits) stopped it, and there is nothing to be closed. */
bool corpus_open(Corpus *corpus, const Document *document, const Progress *progress);
void corpus_close(Corpus *corpus);
size_t corpus_count(const Corpus *corpus);
/* The place of an entry, without a column. */
Place corpus_place(const Corpus *corpus, size_t entry);
/* The entry of a place; the first one for a place that is none of the document's. */
size_t corpus_entry(const Corpus *corpus, const Place *place);
/* What is best known of the parts of an entry, of which `known` has a byte for each text: the
 * smallest one but 0; 0 if there is no other. */
static inline unsigned char corpus_best(const Corpus *corpus, const unsigned char *known,
                                        size_t entry) {
  unsigned char best = 0;
  for (uint32_t i = corpus->starts.items[entry]; i < corpus->starts.items[entry + 1]; i++) {
    unsigned char one = known[corpus->parts.items[i]];
    best = one && (one < best || !best) ? one : best;
  }
  return best;
}

#endif
