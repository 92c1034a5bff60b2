#include "view/finder.h"

#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/highlight.h"
#include "view/place_text.h"

enum { LABEL_WIDTH = 9, CODE_WIDTH = 10, AMOUNT_WIDTH = 17, WIDE = 60 };

static void list(Finder *finder, size_t count) {
  finder->window.cursor = finder->window.top = 0;
  window_set_count(&finder->window, count);
}

void finder_run(Finder *finder, const char *query, size_t length) {
  list(finder, search_run(finder->session->search, query, length));
}

void finder_run_codes(Finder *finder, const char *digits) {
  Term term = {.needle = STR_EMPTY};
  str_add_text(&term.needle, digits);
  list(finder, search_all(finder->session->search, &term, SCOPE_CODE));
  str_free(&term.needle);
}

/* Where to show a long paragraph from, so that the match is seen in `width` columns. */
static size_t snippet(const Finder *finder, const char *text, size_t length, size_t width) {
  size_t start, end;
  if (!search_find(finder->session->search, text, length, 0, &start, &end) ||
      width_text(text, end) < width)
    return 0;
  size_t from = start;
  while (from > 0 && width_text(text + from, start - from) < width / 3)
    from = cluster_before(text, from);
  return from;
}

static void draw_text(const Finder *finder, Area area, int row, int column, int width,
                      const char *text) {
  if (width < 1)
    return;
  size_t length = strlen(text), from = snippet(finder, text, length, (size_t)width);
  size_t shown = fit_prefix(text + from, length - from, (size_t)width, NULL);
  area_fit(area, row, column, width, STYLE_NORMAL, FIT_LEFT, text + from, length - from);
  highlight_mark(finder->session, area, row, column, text, length, from, from + shown);
}

static void draw_code(const Finder *finder, Area area, int row, int column, int width,
                      const Str *code) {
  size_t shown = fit_prefix(code->data, code->length, (size_t)width, NULL);
  area_fit(area, row, column, width, STYLE_CODE, FIT_LEFT, code->data, code->length);
  highlight_mark(finder->session, area, row, column, code->data, code->length, 0, shown);
}

static void draw_hit(const Finder *finder, Area area, int row, size_t index) {
  const Document *document = finder->session->document;
  Place place = search_hit(finder->session->search, index);
  PlaceLine line = place_line(document, &place);
  Str label = STR_EMPTY;
  place_write_annex(&label, document, &place);
  bool wide = area.width >= WIDE;
  int left = 1, right = area.width - 1;
  left += area_fit(area, row, left, LABEL_WIDTH, STYLE_DIM, FIT_LEFT, label.data, label.length) + 1;
  if (wide || line.code.length > 0) {
    draw_code(finder, area, row, left, CODE_WIDTH, &line.code);
    left += CODE_WIDTH + 1;
  }
  if (line.amount != NULL && wide) {
    Amount amount = amount_of_cell(line.amount, line.unit);
    right -= AMOUNT_WIDTH;
    amount_draw(finder->session, area, row, right, AMOUNT_WIDTH, STYLE_AMOUNT, &amount);
  }
  draw_text(finder, area, row, left, right - left - 1, line.text);
  place_line_free(&line);
  str_free(&label);
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
  if (needle_length == 0 && count == 0) {
    str_add_text(out, _("type an account code or its beginning, a name or its pinyin, or any text"));
    return;
  }
  if (count == 0) {
    str_add_text(out, _("nothing found"));
    return;
  }
  str_printf(out, "%zu/%zu ", finder->window.cursor + 1, count);
  for (size_t i = 0; i <= document->annex_count; i++) {
    size_t hits = search_annex_count(search, i);
    if (hits == 0)
      continue;
    Place place = {.kind = i == document->annex_count ? PLACE_PARAGRAPH : PLACE_ANNEX,
                   .annex = (uint32_t)i};
    str_add_char(out, ' ');
    place_write_annex(out, document, &place);
    str_printf(out, ":%zu", hits);
  }
}
