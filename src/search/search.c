#include "search/search.h"

#include <string.h>

#include "base/bits.h"
#include "model/code_index.h"
#include "model/row_code.h"
#include "model/targets.h"
#include "search/number.h"
#include "search/search_parts.h"
#include "text/fold.h"

Search *search_new(const Document *document) {
  Search *search = memory_zero(1, sizeof *search);
  search->document = document;
  search->term = (Term)TERM_EMPTY;
  search->annex_hits = memory_zero(document->annex_count + 1, sizeof *search->annex_hits);
  return search;
}

void search_free(Search *search) {
  if (search == NULL)
    return;
  if (search->folded)
    corpus_close(&search->corpus);
  figure_places_close(&search->figures);
  term_close(&search->term);
  vec_free(&search->hits);
  memory_free(search->known);
  memory_free(search->marks);
  memory_free(search->annex_hits);
  memory_free(search);
}

static size_t entry_count(const Search *search) { return corpus_count(&search->corpus); }

void search_watch(Search *search, const Progress *progress) { search->progress = progress; }

bool search_stopped(const Search *search) { return search->stopped; }

/* Texts of `count` were looked at. False: stop. */
static bool go_on(Search *search, size_t done, size_t count) {
  if (!search->stopped && !progress_step(search->progress, WORK_SEARCHING, done, count))
    search->stopped = true;
  return !search->stopped;
}

static void fold_corpus(Search *search) {
  if (search->folded)
    return;
  if (!corpus_open(&search->corpus, search->document, search->progress)) {
    search->stopped = true;
    return;
  }
  search->known = memory_zero(texts_count(&search->corpus.texts) + 1, 1);
  search->marks = bits_new(entry_count(search));
  search->folded = true;
}

static bool marked(const Search *search, size_t entry) { return bits_get(search->marks, entry); }

static void mark(Search *search, size_t entry) { bits_set(search->marks, entry, true); }

static void mark_hits(Search *search) {
  bits_fill(search->marks, entry_count(search), false);
  for (size_t i = 0; i < search->hits.count; i++)
    mark(search, search->hits.items[i]);
}

static void add_hit(Search *search, size_t entry) { vec_push(&search->hits, (uint32_t)entry); }

/* Marked entries in ascending order become hits. */
static void collect_marked(Search *search) {
  size_t bytes = bits_bytes(entry_count(search));
  for (size_t i = 0; i < bytes; i++)
    for (unsigned bits = search->marks[i]; bits != 0; bits &= bits - 1)
      add_hit(search, i * 8 + (size_t)__builtin_ctz(bits));
}

static bool is_code(const Str *needle) {
  return code_is_plain(needle->data, needle->length);
}

static void find_codes(Search *search) {
  size_t first, count = code_index_prefix(search->document, search->term.needle.data, &first);
  const CodeEntry *entries = search->document->codes->entries + first;
  const uint32_t *annex_rows = search->corpus.annex_rows.items;
  for (size_t i = 0; i < count; i++)
    mark(search, (size_t)annex_rows[entries[i].annex] + entries[i].row);
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
  return strpbrk(needle->data, "0123456789") != NULL &&
         strspn(needle->data, "-0123456789.,") == needle->length;
}

static void add_amount(Search *search, size_t entry) {
  if (!marked(search, entry)) {
    mark(search, entry);
    add_hit(search, entry);
  }
}

static void find_in_table(Search *search, const Table *table, size_t first, Money money) {
  for (size_t row = 0; row < table->row_count; row++)
    if (leaf_of_amount(table, &table->rows[row], money) != PLACE_NO_LEAF)
      add_amount(search, first + row);
}

static void find_in_targets(Search *search, const Targets *targets, size_t first, Money money) {
  size_t count = targets_line_count(targets);
  for (size_t i = 0; i < count; i++) {
    TargetLine line = targets_line(targets, i);
    const Table *table = &targets->indicators;
    if (line.part == TARGET_INDICATOR
            ? leaf_of_amount(table, &table->rows[line.row], money) != PLACE_NO_LEAF
            : line.value && line.value->kind == CELL_MONEY && line.value->money.fen == money.fen)
      add_amount(search, first + i);
  }
}

static void find_amounts(Search *search) {
  for (size_t i = 0; i < search->corpus.segments.count; i++) {
    const Segment *segment = &search->corpus.segments.items[i];
    if (segment->kind != PLACE_ROW && segment->kind != PLACE_TARGET)
      continue;
    const Annex *annex = &search->document->annexes[segment->annex];
    Money money;
    if (!amount_of_needle(&search->term.needle, annex->unit, &money))
      continue;
    if (segment->kind == PLACE_ROW)
      find_in_table(search, &annex->tables[segment->table], segment->first, money);
    else
      find_in_targets(search, &annex->targets[segment->table], segment->first, money);
  }
}

/* Finds something in folded text from byte `from` on: where it begins. */
typedef bool Find(const Term *term, const char *text, size_t length, size_t from, size_t *start);

static bool find_needle(const Term *term, const char *text, size_t length, size_t from,
                        size_t *start) {
  const char *found =
      memmem(text + from, length - from, term->needle.data, term->needle.length);
  if (found == NULL)
    return false;
  *start = (size_t)(found - text);
  return true;
}

static bool find_number(const Term *term, const char *text, size_t length, size_t from,
                        size_t *start) {
  size_t end;
  return number_find(&term->number, text, length, from, start, &end);
}

static bool find_reading(const Term *term, const char *text, size_t length, size_t from,
                         size_t *start) {
  size_t end;
  return term->pinyin && pinyin_find(term->pinyin, text, length, from, start, &end);
}

static bool find_term(const Term *term, const char *text, size_t length, size_t from,
                      size_t *start) {
  size_t end;
  return term_find_folded(term, text, length, from, start, &end);
}

/* Notes of which texts in [at, end) nothing is known yet in what way the term is found there. */
static void look_through_some(Search *search, const Term *term, Find *find, unsigned char list,
                              size_t i, size_t at, size_t end) {
  const Texts *texts = &search->corpus.texts;
  const Str *all = &texts->text;
  size_t start;
  while (at < end && find(term, all->data, end, at, &start)) {
    i = texts_at(texts, i, start);
    if (search->known[i] == NOWHERE)
      search->known[i] = list;
    at = texts_end_of(texts, i);
  }
}

/* The same of all texts, as many at once as take no time that one would notice. */
static void look_through(Search *search, const Term *term, Find *find, unsigned char list) {
  enum { AT_ONCE = 256 * 1024 };
  const Texts *texts = &search->corpus.texts;
  size_t length = texts->text.length, count = texts_count(texts), end;
  for (size_t at = 0, i = 0; at < length && go_on(search, i, count); at = end) {
    size_t last = texts_at(texts, i, at + AT_ONCE);
    end = texts_end_of(texts, last);
    look_through_some(search, term, find, list, i, at, end);
    i = last;
  }
}

/* The same among the texts in which the last query was found: what was found by its text may now
 * be found by its reading, as "appj" is in APP建设. */
static void look_again(Search *search) {
  enum { TOLD_AFTER = 4096 };
  const Texts *texts = &search->corpus.texts;
  const Term *term = &search->term;
  size_t length, at, count = texts_count(texts);
  for (size_t i = 0; i < count; i++) {
    if (i % TOLD_AFTER == 0 && !go_on(search, i, count))
      return;
    if (search->known[i] == NOWHERE)
      continue;
    const char *text = texts_nth(texts, i, &length);
    search->known[i] = find_needle(term, text, length, 0, &at)    ? BY_TEXT
                       : find_reading(term, text, length, 0, &at) ? BY_READING
                                                                  : NOWHERE;
  }
}

static void know_nothing(Search *search) {
  memset(search->known, NOWHERE, texts_count(&search->corpus.texts));
}

/* Entries become hits by what is known of their texts, unless they are by value. */
static void collect_known(Search *search) {
  const Corpus *corpus = &search->corpus;
  size_t count = corpus_count(corpus);
  VEC(uint32_t) read = {0};
  for (size_t entry = 0; entry < count; entry++) {
    unsigned char list = corpus_best(corpus, search->known, entry);
    if (list == NOWHERE || marked(search, entry))
      continue;
    if (list == BY_READING)
      vec_push(&read, (uint32_t)entry);
    else
      add_hit(search, entry);
  }
  search->ends[BY_TEXT] = search->hits.count;
  for (size_t i = 0; i < read.count; i++)
    add_hit(search, read.items[i]);
  search->ends[BY_READING] = search->hits.count;
  vec_free(&read);
}

static void find_all(Search *search, bool narrows) {
  const Term *term = &search->term;
  fold_corpus(search);
  if (!search->folded)
    return;
  bits_fill(search->marks, entry_count(search), false);
  search->hits.count = 0;
  if (is_code(&term->needle))
    find_codes(search);
  collect_marked(search);
  search->ends[BY_CODE] = search->hits.count;
  if (is_amount(&term->needle))
    find_amounts(search);
  search->ends[BY_AMOUNT] = search->hits.count;
  if (narrows) {
    look_again(search);
  } else {
    know_nothing(search);
    look_through(search, term, find_needle, BY_TEXT);
    if (term->number.length > 0)
      look_through(search, term, find_number, BY_TEXT);
    look_through(search, term, find_reading, BY_READING);
  }
  collect_known(search);
}

static void count_annexes(Search *search) {
  memset(search->annex_hits, 0, (search->document->annex_count + 1) * sizeof *search->annex_hits);
  const Segment *segments = search->corpus.segments.items;
  size_t segment_count = search->corpus.segments.count, segment = 0;
  for (size_t i = 0; i < search->hits.count; i++) {
    uint32_t entry = search->hits.items[i];
    for (int list = 0; list < HIT_LISTS; list++)
      if (i == search->ends[list])
        segment = 0;
    while (segment + 1 < segment_count && segments[segment + 1].first <= entry)
      segment++;
    search->annex_hits[segments[segment].annex]++;
  }
}

/* Whether all hits of `needle` are among those of the last query. An apostrophe, which readings do
 * without, may keep out what the characters behind it let in. */
static bool continues(const Search *search, const Str *needle) {
  const Str *last = &search->term.needle;
  return search->folded && last->length > 0 && !is_code(last) && !is_amount(last) &&
         !is_amount(needle) && !strchr(last->data, '\'') && needle->length >= last->length &&
         memcmp(needle->data, last->data, last->length) == 0;
}

/* No hits, and no query that could be narrowed. */
static void forget(Search *search) {
  search->hits.count = 0;
  memset(search->ends, 0, sizeof search->ends);
  term_close(&search->term);
  search->term = (Term)TERM_EMPTY;
}

static void run(Search *search, const char *query, size_t length, TermKind kind) {
  Term term;
  Str error = STR_EMPTY;
  search->stopped = false;
  if (term_open(&term, query, length, kind, NULL, &error)) {
    bool narrows = continues(search, &term.needle);
    term_close(&search->term);
    search->term = term;
    find_all(search, narrows);
  } else {
    forget(search);
  }
  str_free(&error);
  if (search->stopped)
    forget(search);
  if (search->folded)
    count_annexes(search);
}

size_t search_run(Search *search, const char *query, size_t length) {
  run(search, query, length, TERM_PINYIN);
  return search->hits.count;
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
  search->stopped = false;
  fold_corpus(search);
  forget(search);
  if (!search->folded)
    return 0;
  if (term->expression == NULL) {
    run(search, term->needle.data, term->needle.length, term->pinyin ? TERM_PINYIN : TERM_PLAIN);
    mark_hits(search);
  } else {
    bits_fill(search->marks, entry_count(search), false);
    know_nothing(search);
    look_through(search, term, find_term, BY_TEXT);
    collect_known(search);
    mark_hits(search);
    find_codes_by(search, term);
  }
  forget(search);
  if (search->stopped) {
    count_annexes(search);
    return 0;
  }
  collect_marked(search);
  keep_scope(search, term, scope);
  search->ends[BY_TEXT] = search->ends[BY_READING] = search->hits.count;
  count_annexes(search);
  return search->hits.count;
}

size_t search_count(const Search *search) { return search->hits.count; }

size_t search_annex_count(const Search *search, size_t annex) { return search->annex_hits[annex]; }

const char *search_needle(const Search *search, size_t *length) {
  *length = search->term.needle.length;
  return search->term.needle.data;
}

bool search_find(const Search *search, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end) {
  return search->term.needle.length > 0 && from < length &&
         term_find(&search->term, text, length, from, start, end);
}

const FigurePlaces *search_figures(Search *search) {
  if (!search->has_figures)
    figure_places_open(&search->figures, search->document);
  search->has_figures = true;
  return &search->figures;
}

/* The column of a row that the query was found in. */
static uint16_t leaf_of_hit(const Search *search, const Annex *annex, const Table *table,
                            const Row *row, bool direct) {
  Money money;
  if (direct && is_amount(&search->term.needle) &&
      amount_of_needle(&search->term.needle, annex->unit, &money)) {
    uint16_t leaf = leaf_of_amount(table, row, money);
    if (leaf != PLACE_NO_LEAF)
      return leaf;
  }
  size_t start, end;
  for (size_t i = 0; i < table->leaf_count; i++) {
    const Cell *cell = &row->cells[i];
    if (cell->kind == CELL_TEXT && search_find(search, cell->text, cell->length, 0, &start, &end))
      return (uint16_t)i;
  }
  return PLACE_NO_LEAF;
}

Place search_hit_place(const Search *search, size_t index) {
  return corpus_place(&search->corpus, search->hits.items[index]);
}

Place search_hit(const Search *search, size_t index) {
  Place place = search_hit_place(search, index);
  if (place.kind == PLACE_ROW) {
    const Annex *annex = &search->document->annexes[place.annex];
    const Table *table = &annex->tables[place.table];
    bool direct = index >= search->ends[BY_CODE] && index < search->ends[BY_AMOUNT];
    place.leaf = leaf_of_hit(search, annex, table, &table->rows[place.row], direct);
  }
  return place;
}
