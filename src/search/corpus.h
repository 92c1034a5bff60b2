/* Everything that can be found in a document, as numbered entries in document
 * order: titles of annexes, rows, lines of targets, headings and paragraphs, with the
 * folded text of each. Codes of accounts are not in the text: they are found
 * through the code index. */
#ifndef BUDGETTUI_SEARCH_CORPUS_H
#define BUDGETTUI_SEARCH_CORPUS_H

#include "base/str.h"
#include "base/vec.h"
#include "search/search.h"

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
  Str text; /* folded; entries and their cells end in a newline, which folding never leaves */
  VEC(size_t) starts; /* where each entry's text begins; one more for the end */
} Corpus;

void corpus_open(Corpus *corpus, const Document *document);
void corpus_close(Corpus *corpus);
size_t corpus_count(const Corpus *corpus);
/* The place of an entry, without a column. */
Place corpus_place(const Corpus *corpus, size_t entry);
/* The entry of a place; the first one for a place that is none of the document's. */
size_t corpus_entry(const Corpus *corpus, const Place *place);
/* Finds something in folded text from byte `from` on: where it begins. */
typedef bool CorpusFind(const void *context, const char *text, size_t length, size_t from,
                        size_t *start);
/* The first entry from `entry` on in whose text something is found; corpus_count if there is
 * none. */
size_t corpus_find(const Corpus *corpus, size_t entry, CorpusFind *find, const void *context);

#endif
