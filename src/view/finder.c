#include "view/finder.h"

#include <string.h>

#include "base/i18n.h"
#include "model/targets.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/highlight.h"
#include "view/place_text.h"

enum { LABEL_WIDTH = 9, CODE_WIDTH = 10, AMOUNT_WIDTH = 17, NAME_WIDTH = 12, WIDE = 60 };

static void list(Finder *finder, const References *listed, size_t count) {
  finder->listed = listed;
  finder->window.cursor = finder->window.top = 0;
  window_set_count(&finder->window, count);
}

void finder_run(Finder *finder, const char *query, size_t length) {
  list(finder, NULL, search_run(finder->session->search, query, length));
}

void finder_run_codes(Finder *finder, const char *digits) {
  Term term = TERM_EMPTY;
  str_add_text(&term.needle, digits);
  list(finder, NULL, search_all(finder->session->search, &term, SCOPE_CODE));
  str_free(&term.needle);
}

void finder_list(Finder *finder, const References *references) {
  list(finder, references, references->places.count);
  window_move(&finder->window, references->here == 0 ? 1 : 0);
}

static Place place_at(const Finder *finder, size_t index) {
  return finder->listed ? finder->listed->places.items[index]
                        : search_hit(finder->session->search, index);
}

Place finder_selected(const Finder *finder) { return place_at(finder, finder->window.cursor); }

/* What is to be seen of a text: the figure meant, or what was searched for. */
static bool find_part(const Finder *finder, const Place *place, const char *text, size_t length,
                      size_t *start, size_t *end) {
  Money money;
  if (!finder->listed)
    return search_find(finder->session->search, text, length, 0, start, end);
  *end = place->at;
  return place->kind == PLACE_PARAGRAPH && figure_next(text, length, end, length, start, &money);
}

/* Where to show a long paragraph from, so that a part of it is seen in `width` columns. */
static size_t snippet(const char *text, size_t start, size_t end, size_t width) {
  if (width_text(text, end) < width)
    return 0;
  size_t from = start;
  while (from > 0 && width_text(text + from, start - from) < width / 3)
    from = cluster_before(text, from);
  return from;
}

static void draw_text(const Finder *finder, Area area, int row, int column, int width,
                      const Place *place, const char *text) {
  if (width < 1)
    return;
  size_t length = strlen(text), start = 0, end = 0;
  bool found = find_part(finder, place, text, length, &start, &end);
  size_t from = found ? snippet(text, start, end, (size_t)width) : 0;
  size_t shown = fit_prefix(text + from, length - from, (size_t)width, NULL);
  area_fit(area, row, column, width, STYLE_NORMAL, FIT_LEFT, text + from, length - from);
  if (!finder->listed)
    highlight_mark(finder->session, area, row, column, text, length, from, from + shown);
  else if (found && end <= from + shown)
    area_mark(area, row, column + (int)width_text(text + from, start - from),
              (int)width_text(text + start, end - start), STYLE_MATCH);
}

static void draw_code(const Finder *finder, Area area, int row, int column, int width,
                      const Str *code) {
  size_t shown = fit_prefix(code->data, code->length, (size_t)width, NULL);
  area_fit(area, row, column, width, STYLE_CODE, FIT_LEFT, code->data, code->length);
  if (!finder->listed)
    highlight_mark(finder->session, area, row, column, code->data, code->length, 0, shown);
}

static bool holds(const Finder *finder, const char *text) {
  size_t start, end;
  return text != NULL &&
         search_find(finder->session->search, text, strlen(text), 0, &start, &end);
}

/* The cell of a row in which the query was found; NULL. */
static const char *cell_with_match(const Finder *finder, const Table *table, const Row *row) {
  for (size_t i = 0; i < table->leaf_count; i++)
    if (row->cells[i].kind == CELL_TEXT && holds(finder, row->cells[i].text))
      return row->cells[i].text;
  return NULL;
}

/* What else of a line of targets the query was found in; NULL. */
static const char *target_with_match(const Finder *finder, const Place *place) {
  const Annex *annex = &finder->session->document->annexes[place->annex];
  const Targets *targets = &annex->targets[place->table];
  TargetLine line = targets_line(targets, place->row);
  if (line.part == TARGET_INDICATOR)
    return cell_with_match(finder, &targets->indicators, &targets->indicators.rows[line.row]);
  return holds(finder, line.label) ? line.label : NULL;
}

/* What was found, where it is not what the line shows already; NULL. */
static const char *other_match(const Finder *finder, const Place *place, const PlaceLine *line) {
  const Document *document = finder->session->document;
  if (finder->listed || holds(finder, line->text))
    return NULL;
  if (place->kind == PLACE_TARGET)
    return target_with_match(finder, place);
  if (place->kind != PLACE_ROW || place->leaf == PLACE_NO_LEAF)
    return NULL;
  const Table *table = &document->annexes[place->annex].tables[place->table];
  const Cell *cell = &table->rows[place->row].cells[place->leaf];
  return cell->kind == CELL_TEXT && !role_is_code(table->leaves[place->leaf]->role) ? cell->text
                                                                                     : NULL;
}

/* What a line does not show of what was found stands behind it. The same amount may stand in
 * several columns of a row: their headings tell which is meant. */
static void write_text(const Finder *finder, const Place *place, const PlaceLine *line, Str *out) {
  const char *match = other_match(finder, place, line);
  str_add_text(out, line->text);
  if (match != NULL)
    str_printf(out, "%s%s", *line->text ? " · " : "", match);
  if (!finder->listed || finder->listed->code.length || place->kind != PLACE_ROW ||
      place->leaf == PLACE_NO_LEAF)
    return;
  const Table *table = &finder->session->document->annexes[place->annex].tables[place->table];
  const char *title = table->leaves[place->leaf]->title;
  str_printf(out, "%s%s", *line->text && *title ? " · " : "", title);
}

/* Whether there is room for an amount; headings, which end in what tells them apart, go first. */
static bool has_room(const Place *place, const Str *text, bool wide, int room) {
  if (place->kind == PLACE_COLUMN)
    return (int)width_text(text->data, text->length) < room - AMOUNT_WIDTH;
  return wide || room - AMOUNT_WIDTH > NAME_WIDTH;
}

static void draw_hit(const Finder *finder, Area area, int row, size_t index) {
  const Document *document = finder->session->document;
  Place place = place_at(finder, index);
  PlaceLine line = place_line(document, &place);
  Str label = STR_EMPTY, text = STR_EMPTY;
  write_text(finder, &place, &line, &text);
  place_write_annex(&label, document, &place);
  bool wide = area.width >= WIDE;
  int left = 1, right = area.width - 1;
  if (finder->listed && index == finder->listed->here)
    area_glyph(area, row, 0, STYLE_NORMAL, GLYPH_STEP);
  left += area_fit(area, row, left, LABEL_WIDTH, STYLE_DIM, FIT_LEFT, label.data, label.length) + 1;
  if (wide || line.code.length > 0) {
    draw_code(finder, area, row, left, CODE_WIDTH, &line.code);
    left += CODE_WIDTH + 1;
  }
  if (line.amount != NULL && has_room(&place, &text, wide, right - left)) {
    Amount amount = amount_of_cell(line.amount, line.unit);
    right -= AMOUNT_WIDTH;
    amount_draw(finder->session, area, row, right, AMOUNT_WIDTH, STYLE_AMOUNT, &amount);
  }
  draw_text(finder, area, row, left, right - left - 1, &place, text.data);
  place_line_free(&line);
  str_free(&text);
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

/* How many places each annex has, and the narrative: those of an annex follow each other. */
static void write_counts(const Finder *finder, Str *out) {
  const References *references = finder->listed;
  size_t count = references->places.count, next;
  for (size_t i = 0; i < count; i = next) {
    const Place *place = &references->places.items[i];
    bool narrative = i >= references->cells;
    for (next = i + 1; next < (narrative ? count : references->cells); next++)
      if (references->places.items[next].annex != place->annex)
        break;
    str_add_char(out, ' ');
    place_write_annex(out, finder->session->document, place);
    str_printf(out, ":%zu", next - i);
  }
}

static void write_listed(const Finder *finder, Str *out) {
  const References *references = finder->listed;
  if (references->code.length > 0)
    str_printf(out, "%s  ", references->code.data);
  str_printf(out, "%zu/%zu ", finder->window.cursor + 1, finder->window.count);
  write_counts(finder, out);
}

void finder_status(const Finder *finder, Str *out) {
  if (finder->listed) {
    write_listed(finder, out);
    return;
  }
  const Document *document = finder->session->document;
  const Search *search = finder->session->search;
  size_t needle_length, count = search_count(search);
  search_needle(search, &needle_length);
  if (search_stopped(search)) {
    str_add_text(out, _("the search was interrupted"));
    return;
  }
  if (needle_length == 0 && count == 0) {
    str_add_text(out,
                 _("type an account code or its beginning, a name or its pinyin, or any text"));
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
