/* Search over everything in a document: account codes by prefix, names, cells,
 * headings, paragraphs and targets by folded text (text/fold.h), and amounts.
 *
 * A Search belongs to one document. Texts are folded when first needed. Hits
 * come in document order; when the query is digits, accounts whose code
 * begins with them come first. A query that is a number, with or without decimals
 * and separators, also finds the cells and funds that hold that amount, in the unit of their
 * annex: 1600 finds 1,600.00; they come behind the accounts. Texts that write the number
 * otherwise are found with those that write it so. A query with letters also finds
 * Chinese text that is read so (text/pinyin.h), behind what holds the letters. */
#ifndef BUDGETTUI_SEARCH_SEARCH_H
#define BUDGETTUI_SEARCH_SEARCH_H

#include "base/progress.h"
#include "model/document.h"
#include "model/figure_places.h"
#include "model/place.h"
#include "search/term.h"

typedef struct Search Search;

Search *search_new(const Document *document);
void search_free(Search *search); /* NULL is allowed */

/* What searches tell how far they are (WORK_SEARCHING), and by what they can be stopped: then they
 * find nothing. It must outlive the search. */
void search_watch(Search *search, const Progress *progress);
/* Whether the last search was stopped. */
bool search_stopped(const Search *search);

/* Runs a query. One that continues the last one narrows its result. Returns the number of hits. */
size_t search_run(Search *search, const char *query, size_t length);
/* Everything in which the term is found, in document order, for a listing: a plain term as
 * search_run finds it, but by readings only if the term asks for it, within `scope`. The hits name
 * no columns. */
size_t search_all(Search *search, const Term *term, TermScope scope);
size_t search_count(const Search *search);
Place search_hit(const Search *search, size_t index);
/* The same without the column, which costs more than all the rest. */
Place search_hit_place(const Search *search, size_t index);
/* Hits in one annex (index), or in the narrative (index annex_count). */
size_t search_annex_count(const Search *search, size_t annex);
/* The folded query of the last run. */
const char *search_needle(const Search *search, size_t *length);
/* Where what the last run looked for stands in an original text, for highlighting: the first match
 * from byte `from` on, whole clusters. */
bool search_find(const Search *search, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end);
/* The narrative's figures, found when first asked for; they belong to the search. */
const FigurePlaces *search_figures(Search *search);
/* The hit that follows `place` in document order (or comes before it), wrapping
 * round at the end; (size_t)-1 when there are no hits. */
size_t search_next(const Search *search, const Place *place, bool backwards, bool *wrapped);

#endif
