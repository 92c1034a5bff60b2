#include "view/highlight.h"

#include "text/width.h"

/* What looks for matches: a search, or a term. */
typedef struct {
  const Search *search; /* NULL: the term does */
  const Term *term;
  size_t needle_length;
} Seeker;

static bool inside_character(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

static bool find(const Seeker *seeker, const char *text, size_t length, size_t from, size_t *start,
                 size_t *end) {
  if (seeker->search != NULL)
    return search_find(seeker->search, text, length, from, start, end);
  return from < length && term_find(seeker->term, text, length, from, start, end);
}

static void mark(const Seeker *seeker, Area area, int row, int column, const char *text,
                 size_t length, size_t start, size_t end) {
  enum { AROUND = 64 }; /* spaces that a match may hold, and a needle's longest original form */
  size_t from, to, around = AROUND + 4 * seeker->needle_length;
  size_t at = start > around ? start - around : 0;
  size_t stop = length - end < around ? length : end + around;
  while (at > 0 && inside_character(text[at]))
    at--;
  while (stop < length && inside_character(text[stop]))
    stop++;
  for (; at < end && find(seeker, text, stop, at, &from, &to); at = to) {
    from = from > start ? from : start;
    size_t shown = to < end ? to : end;
    if (from < shown)
      area_mark(area, row, column + (int)width_text(text + start, from - start),
                (int)width_text(text + from, shown - from), STYLE_MATCH);
  }
}

void highlight_mark(const Session *session, Area area, int row, int column, const char *text,
                    size_t length, size_t start, size_t end) {
  Seeker seeker = {.search = session->search};
  if (!session->highlight)
    return;
  search_needle(session->search, &seeker.needle_length);
  mark(&seeker, area, row, column, text, length, start, end);
}

void highlight_mark_term(const Term *term, Area area, int row, int column, const char *text,
                         size_t length, size_t start, size_t end) {
  Seeker seeker = {.term = term, .needle_length = term->needle.length};
  if (term->needle.length > 0)
    mark(&seeker, area, row, column, text, length, start, end);
}
