#include "view/finder.h"

#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "text/width.h"
#include "view/grid.h"
#include "view/place_text.h"

enum { LABEL_WIDTH = 8, CODE_WIDTH = 10, AMOUNT_WIDTH = 16 };

void finder_run(Finder *finder, const char *query, size_t length) {
  size_t count = search_run(finder->session->search, query, length);
  finder->window.cursor = finder->window.top = 0;
  window_set_count(&finder->window, count);
}

/* Marks the query in a text painted whole or cut in `width` columns. */
static void mark_match(const Finder *finder, Area area, int row, int column, int width,
                       const char *text, size_t length) {
  size_t needle_length, start, end;
  const char *needle = search_needle(finder->session->search, &needle_length);
  if (needle_length == 0 || !fold_find(text, length, 0, needle, needle_length, &start, &end)) return;
  size_t before = width_text(text, start), wide = width_text(text + start, end - start);
  if (before >= (size_t)width) return;
  if (before + wide > (size_t)width) wide = (size_t)width - before;
  area_mark(area, row, column + (int)before, (int)wide, STYLE_MATCH);
}

/* A long paragraph is shown from shortly before the match on. */
static const char *snippet(const Finder *finder, const char *text, size_t width) {
  size_t needle_length, start, end, length = strlen(text);
  const char *needle = search_needle(finder->session->search, &needle_length);
  if (needle_length == 0 || !fold_find(text, length, 0, needle, needle_length, &start, &end) ||
      width_text(text, end) <= width)
    return text;
  size_t from = start;
  while (from > 0 && width_text(text + from, start - from) < width / 3)
    from = cluster_before(text, from);
  return text + from;
}

static void draw_hit(const Finder *finder, Area area, int row, size_t index) {
  const Document *document = finder->session->document;
  Place place = search_hit(finder->session->search, index);
  PlaceLine line = place_line(document, &place);
  Str label = STR_EMPTY, amount = STR_EMPTY;
  place_write_annex(&label, document, &place);
  bool wide = area.width >= 60;
  int left = 1, right = area.width - 1;
  area_fit(area, row, left, LABEL_WIDTH, STYLE_DIM, FIT_LEFT, label.data, label.length);
  left += LABEL_WIDTH + 1;
  int code_width = wide || line.code.length > 0 ? CODE_WIDTH : 0;
  area_fit(area, row, left, code_width, STYLE_CODE, FIT_LEFT, line.code.data, line.code.length);
  mark_match(finder, area, row, left, code_width, line.code.data, line.code.length);
  left += code_width + (code_width > 0);
  if (line.amount != NULL && wide) {
    Figure figure;
    cell_figure(line.amount, line.unit, &figure);
    bool converted = grid_figure(finder->session, figure, &amount);
    right -= AMOUNT_WIDTH;
    area_fit(area, row, right, AMOUNT_WIDTH - 1, STYLE_AMOUNT, FIT_RIGHT, amount.data, amount.length);
    if (converted) area_glyph(area, row, right + AMOUNT_WIDTH - 1, STYLE_DIM, GLYPH_CONVERTED);
  }
  int room = right - left - 1;
  if (room > 0) {
    const char *text = snippet(finder, line.text, (size_t)room);
    area_fit(area, row, left, room, STYLE_NORMAL, FIT_LEFT, text, strlen(text));
    mark_match(finder, area, row, left, room, text, strlen(text));
  }
  place_line_free(&line);
  str_free(&label);
  str_free(&amount);
}

void finder_draw(Finder *finder, Area area) {
  Window *window = &finder->window;
  area_fill(area, STYLE_NORMAL);
  window_set_height(window, (size_t)area.height);
  for (size_t i = 0; i < window->height && window->top + i < window->count; i++) {
    draw_hit(finder, area, (int)i, window->top + i);
    if (window->top + i == window->cursor)
      area_mark(area, (int)i, 0, area.width, STYLE_SELECTED);
  }
}

void finder_status(const Finder *finder, Str *out) {
  const Document *document = finder->session->document;
  const Search *search = finder->session->search;
  size_t needle_length, count = search_count(search);
  search_needle(search, &needle_length);
  if (needle_length == 0) {
    str_add_text(out, _("type an account code or its beginning, a name, or any text"));
    return;
  }
  if (count == 0) {
    str_add_text(out, _("nothing found"));
    return;
  }
  str_printf(out, "%zu/%zu ", finder->window.cursor + 1, count);
  for (size_t i = 0; i <= document->annex_count; i++) {
    size_t hits = search_annex_count(search, i);
    if (hits == 0) continue;
    Place place = {.kind = i == document->annex_count ? PLACE_PARAGRAPH : PLACE_ANNEX,
                   .annex = (uint32_t)i};
    str_add_char(out, ' ');
    place_write_annex(out, document, &place);
    str_printf(out, ":%zu", hits);
  }
}
