#include "view/highlight.h"

#include "text/width.h"

static bool inside_character(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

void highlight_mark(const Session *session, Area area, int row, int column, const char *text,
                    size_t length, size_t start, size_t end) {
  enum { AROUND = 64 }; /* spaces that a match may hold, and a needle's longest original form */
  size_t needle_length, from, to;
  if (!session->highlight)
    return;
  search_needle(session->search, &needle_length);
  size_t around = AROUND + 4 * needle_length;
  size_t at = start > around ? start - around : 0, stop = length - end < around ? length : end + around;
  while (at > 0 && inside_character(text[at]))
    at--;
  while (stop < length && inside_character(text[stop]))
    stop++;
  for (; at < end && search_find(session->search, text, stop, at, &from, &to); at = to) {
    from = from > start ? from : start;
    size_t shown = to < end ? to : end;
    if (from < shown)
      area_mark(area, row, column + (int)width_text(text + start, from - start),
                (int)width_text(text + from, shown - from), STYLE_MATCH);
  }
}
