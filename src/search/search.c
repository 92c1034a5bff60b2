#include "search/search.h"

#include <string.h>

#include "model/code_index.h"
#include "model/row_code.h"
#include "model/targets.h"
#include "search/corpus.h"
#include "text/fold.h"

#define NO_HIT ((size_t)-1)

struct Search {
  const Document *document;
  Corpus corpus;
  bool folded;        /* the corpus is there */
  Str needle;         /* folded query */
  VEC(uint32_t) hits; /* entries: `direct` by code or amount, then by text, each ascending */
  size_t direct;
  unsigned char *marks; /* a bit for each entry that is a hit */
  size_t *annex_hits;   /* for each annex, and the narrative */
};

Search *search_new(const Document *document) {
  Search *search = memory_zero(1, sizeof *search);
  search->document = document;
  search->needle = (Str)STR_EMPTY;
  search->annex_hits = memory_zero(document->annex_count + 1, sizeof *search->annex_hits);
  return search;
}

void search_free(Search *search) {
  if (search == NULL)
    return;
  if (search->folded)
    corpus_close(&search->corpus);
  str_free(&search->needle);
  vec_free(&search->hits);
  memory_free(search->marks);
  memory_free(search->annex_hits);
  memory_free(search);
}

static size_t mark_bytes(const Search *search) { return corpus_count(&search->corpus) / 8 + 1; }

static void fold_corpus(Search *search) {
  if (search->folded)
    return;
  corpus_open(&search->corpus, search->document);
  search->marks = memory_zero(mark_bytes(search), 1);
  search->folded = true;
}

static bool marked(const Search *search, size_t entry) {
  return (search->marks[entry / 8] >> (entry % 8) & 1) != 0;
}

static void mark(Search *search, size_t entry) {
  search->marks[entry / 8] |= (unsigned char)(1u << (entry % 8));
}

static void add_hit(Search *search, size_t entry) { vec_push(&search->hits, (uint32_t)entry); }

/* Marked entries in ascending order become hits. */
static void collect_marked(Search *search) {
  size_t bytes = mark_bytes(search);
  for (size_t i = 0; i < bytes; i++)
    for (unsigned bits = search->marks[i]; bits != 0; bits &= bits - 1)
      add_hit(search, i * 8 + (size_t)__builtin_ctz(bits));
}

static bool is_code(const Str *needle) {
  return code_is_plain(needle->data, needle->length);
}

static void find_codes(Search *search) {
  size_t first, count = code_index_prefix(search->document, search->needle.data, &first);
  const CodeEntry *entries = search->document->codes->entries + first;
  const uint32_t *annex_rows = search->corpus.annex_rows.items;
  for (size_t i = 0; i < count; i++)
    mark(search, (size_t)annex_rows[entries[i].annex] + entries[i].row);
  collect_marked(search);
  search->direct = search->hits.count;
}

/* The column of a row that prints exactly this amount; PLACE_NO_LEAF. */
static uint16_t leaf_of_amount(const Table *table, const Row *row, Money money) {
  for (size_t i = 0; i < table->leaf_count; i++)
    if (row->cells[i].kind == CELL_MONEY && row->cells[i].money.fen == money.fen)
      return (uint16_t)i;
  return PLACE_NO_LEAF;
}

/* The amount that the query means in an annex of this unit. */
static bool amount_of_needle(const Str *needle, Unit unit, Money *money) {
  uint8_t decimals;
  return money_parse(needle->data, needle->length, unit, money, &decimals) == MONEY_OK;
}

static bool is_amount(const Str *needle) {
  return strpbrk(needle->data, ".,") != NULL &&
         strspn(needle->data, "-0123456789.,") == needle->length;
}

static void find_amounts(Search *search) {
  for (size_t i = 0; i < search->corpus.segments.count; i++) {
    const Segment *segment = &search->corpus.segments.items[i];
    if (segment->kind != PLACE_ROW)
      continue;
    const Annex *annex = &search->document->annexes[segment->annex];
    const Table *table = &annex->tables[segment->table];
    Money money;
    if (!amount_of_needle(&search->needle, annex->unit, &money))
      continue;
    for (size_t row = 0; row < table->row_count; row++)
      if (leaf_of_amount(table, &table->rows[row], money) != PLACE_NO_LEAF)
        mark(search, segment->first + row);
  }
}

static bool find_needle(const void *context, const char *text, size_t length, size_t from,
                        size_t *start) {
  const Str *needle = context;
  const char *found = memmem(text + from, length - from, needle->data, needle->length);
  if (found == NULL)
    return false;
  *start = (size_t)(found - text);
  return true;
}

/* Entries that are no hits yet. */
static void find_text(Search *search, CorpusFind *find, const void *context) {
  const Corpus *corpus = &search->corpus;
  size_t count = corpus_count(corpus);
  for (size_t entry = corpus_find(corpus, 0, find, context); entry < count;
       entry = corpus_find(corpus, entry + 1, find, context))
    if (!marked(search, entry))
      add_hit(search, entry);
}

/* Keeps the hits by text of the last query that hold the longer one too. */
static void narrow_text(Search *search) {
  const Corpus *corpus = &search->corpus;
  size_t kept = 0;
  for (size_t i = 0; i < search->hits.count; i++) {
    uint32_t entry = search->hits.items[i];
    size_t start = corpus->starts.items[entry], end = corpus->starts.items[entry + 1];
    if (memmem(corpus->text.data + start, end - start, search->needle.data, search->needle.length))
      search->hits.items[kept++] = entry;
  }
  search->hits.count = kept;
}

static void count_annexes(Search *search) {
  memset(search->annex_hits, 0, (search->document->annex_count + 1) * sizeof *search->annex_hits);
  const Segment *segments = search->corpus.segments.items;
  size_t segment_count = search->corpus.segments.count, segment = 0;
  for (size_t i = 0; i < search->hits.count; i++) {
    uint32_t entry = search->hits.items[i];
    if (i == search->direct)
      segment = 0;
    while (segment + 1 < segment_count && segments[segment + 1].first <= entry)
      segment++;
    search->annex_hits[segments[segment].annex]++;
  }
}

size_t search_run(Search *search, const char *query, size_t length) {
  Str needle = STR_EMPTY;
  fold_text(&needle, query, length);
  bool narrows = search->folded && search->needle.length > 0 && !is_code(&search->needle) &&
                 !is_amount(&search->needle) && !is_amount(&needle) &&
                 needle.length >= search->needle.length &&
                 memcmp(needle.data, search->needle.data, search->needle.length) == 0;
  str_free(&search->needle);
  search->needle = needle;
  search->direct = 0;
  if (narrows) {
    narrow_text(search);
  } else {
    search->hits.count = 0;
    if (needle.length > 0) {
      fold_corpus(search);
      memset(search->marks, 0, mark_bytes(search));
      if (is_code(&needle))
        find_codes(search);
      if (is_amount(&needle)) {
        find_amounts(search);
        collect_marked(search);
        search->direct = search->hits.count;
      }
      find_text(search, find_needle, &search->needle);
    }
  }
  if (search->folded)
    count_annexes(search);
  return search->hits.count;
}

static bool find_term(const void *context, const char *text, size_t length, size_t from,
                      size_t *start) {
  size_t end;
  return term_find_folded(context, text, length, from, start, &end);
}

/* Marks the rows whose codes an expression finds. */
static void find_codes_by(Search *search, const Term *term) {
  const Document *document = search->document;
  const CodeEntry *entries = document->codes->entries;
  const uint32_t *annex_rows = search->corpus.annex_rows.items;
  size_t start, end;
  for (size_t i = 0; i < document->codes->count; i++) {
    size_t row;
    Str room = STR_EMPTY;
    const Table *table = code_index_place(document, &entries[i], &row);
    CodeColumns columns = code_columns(table);
    RowCode code = row_code(&columns, &table->rows[row], &room);
    if (term_find_code(term, code.text, code.length, &start, &end))
      mark(search, (size_t)annex_rows[entries[i].annex] + entries[i].row);
    str_free(&room);
  }
}

static void keep_scope(Search *search, const Term *term, TermScope scope) {
  size_t kept = 0;
  for (size_t i = 0; i < search->hits.count; i++) {
    Place place = corpus_place(&search->corpus, search->hits.items[i]);
    if (term_at_place(term, search->document, &place, scope))
      search->hits.items[kept++] = search->hits.items[i];
  }
  search->hits.count = kept;
}

size_t search_all(Search *search, const Term *term, TermScope scope) {
  if (term->expression == NULL) {
    search_run(search, term->needle.data, term->needle.length);
    for (size_t i = 0; i < search->hits.count; i++)
      mark(search, search->hits.items[i]);
  } else {
    fold_corpus(search);
    memset(search->marks, 0, mark_bytes(search));
    find_codes_by(search, term);
    size_t count = corpus_count(&search->corpus);
    for (size_t i = 0; (i = corpus_find(&search->corpus, i, find_term, term)) < count; i++)
      mark(search, i);
  }
  search->hits.count = search->direct = 0;
  collect_marked(search);
  keep_scope(search, term, scope);
  str_clear(&search->needle); /* no query that could be narrowed */
  count_annexes(search);
  return search->hits.count;
}

size_t search_count(const Search *search) { return search->hits.count; }

size_t search_annex_count(const Search *search, size_t annex) { return search->annex_hits[annex]; }

const char *search_needle(const Search *search, size_t *length) {
  *length = search->needle.length;
  return search->needle.data;
}

/* The column of a row that the query was found in. */
static uint16_t leaf_of_hit(const Search *search, const Annex *annex, const Table *table,
                            const Row *row, bool direct) {
  Money money;
  if (direct && is_amount(&search->needle) &&
      amount_of_needle(&search->needle, annex->unit, &money))
    return leaf_of_amount(table, row, money);
  size_t start, end;
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Cell *cell = &row->cells[i];
    if (cell->kind == CELL_TEXT && fold_find(cell->text, cell->length, 0, search->needle.data,
                                             search->needle.length, &start, &end))
      return (uint16_t)i;
  }
  return PLACE_NO_LEAF;
}

Place search_hit(const Search *search, size_t index) {
  Place place = corpus_place(&search->corpus, search->hits.items[index]);
  if (place.kind == PLACE_ROW) {
    const Annex *annex = &search->document->annexes[place.annex];
    const Table *table = &annex->tables[place.table];
    place.leaf = leaf_of_hit(search, annex, table, &table->rows[place.row], index < search->direct);
  }
  return place;
}

/* The first hit of [from, to) whose entry is at least `entry`; `to` if there is none. */
static size_t hit_from(const Search *search, size_t from, size_t to, size_t entry) {
  while (from < to) {
    size_t middle = from + (to - from) / 2;
    if (search->hits.items[middle] < entry)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

/* The nearer of two hits in the direction, where NO_HIT stands for none. */
static size_t nearer(const Search *search, size_t a, size_t b, bool backwards) {
  if (a == NO_HIT || b == NO_HIT)
    return a == NO_HIT ? b : a;
  bool a_first = search->hits.items[a] < search->hits.items[b];
  return a_first != backwards ? a : b;
}

/* The nearest hit with an entry in [low, high). */
static size_t hit_between(const Search *search, size_t low, size_t high, bool backwards) {
  size_t best = NO_HIT, parts[] = {0, search->direct, search->hits.count};
  for (size_t i = 0; i < 2; i++) {
    size_t first = hit_from(search, parts[i], parts[i + 1], low);
    size_t end = hit_from(search, parts[i], parts[i + 1], high);
    if (first < end)
      best = nearer(search, best, backwards ? end - 1 : first, backwards);
  }
  return best;
}

size_t search_next(const Search *search, const Place *place, bool backwards, bool *wrapped) {
  *wrapped = false;
  if (search->hits.count == 0)
    return NO_HIT;
  size_t all = corpus_count(&search->corpus);
  size_t entry = place->kind == PLACE_NONE ? 0 : corpus_entry(&search->corpus, place);
  size_t hit = backwards
                   ? hit_between(search, 0, entry, true)
                   : hit_between(search, place->kind == PLACE_NONE ? 0 : entry + 1, all, false);
  if (hit != NO_HIT)
    return hit;
  *wrapped = true;
  return hit_between(search, 0, all, backwards);
}
