#include "view/annex_list.h"

#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "text/width.h"
#include "view/extent.h"
#include "view/highlight.h"
#include "view/place_text.h"

enum { KIND_MOST = 32, COMMON_LEAST = 6, TITLE_LEAST = 20, GAP = 2, HEADER_ROWS = 1 };

/* ---- what all titles begin with */

static size_t common_bytes(const Document *document) {
  const char *first = document->annex_count > 1 ? document->annexes[0].title : "";
  size_t common = strlen(first);
  for (size_t i = 1; i < document->annex_count; i++) {
    const char *title = document->annexes[i].title;
    size_t same = 0;
    while (same < common && title[same] == first[same])
      same++;
    common = same;
  }
  while (common > 0 && ((unsigned char)first[common] & 0xC0) == 0x80)
    common--; /* whole characters */
  return width_text(first, common) < COMMON_LEAST ? 0 : common;
}

void annex_list_open(AnnexList *list, Session *session) {
  *list = (AnnexList){.session = session, .window = {.height = 1}};
  list->common = common_bytes(session->document);
  window_set_count(&list->window, session->document->annex_count);
}

/* ---- columns */

typedef struct {
  int number, title, kind, unit, rows; /* widths; kind 0: not shown */
  bool whole;                          /* titles with what they all begin with */
} ListLayout;

static size_t count_rows(const Annex *annex) {
  size_t rows = 0;
  for (size_t i = 0; i < annex->table_count; i++)
    if (annex->tables[i].row_count > rows)
      rows = annex->tables[i].row_count;
  for (size_t i = 0; i < annex->target_count; i++)
    rows += annex->targets[i].indicators.row_count;
  return rows;
}

static void write_number(Str *out, const Document *document, size_t index) {
  Place place = {.kind = PLACE_ANNEX, .annex = (uint32_t)index};
  str_clear(out);
  place_write_annex(out, document, &place);
}

static void write_unit(Str *out, Unit unit, bool printed) {
  str_clear(out);
  str_printf(out, printed ? "%s" : "(%s)", unit_name(unit));
}

/* Annexes of one title differ by their subtitles. */
static void write_title(Str *out, const Annex *annex) {
  str_clear(out);
  str_add_text(out, annex->title);
  if (annex->subtitle != NULL)
    str_printf(out, " %s", annex->subtitle);
}

static void write_rows(Str *out, size_t rows) {
  str_clear(out);
  str_printf(out, "%zu", rows);
}

static const char *kind_title(Kind kind) { return _(kind_words.words[kind].meaning); }

static void widen(int *width, int wanted) {
  if (wanted > *width)
    *width = wanted;
}

/* What many annexes have in common is measured once. */
typedef struct {
  bool kinds[KIND_COUNT], units[UNIT_COUNT][2];
  size_t rows;   /* the most */
  size_t number; /* the annex with the widest one */
} ListContents;

static void measure_contents(AnnexListWidths *widths, const Document *document,
                             const ListContents *contents) {
  Str text = STR_EMPTY;
  for (int i = 0; i < KIND_COUNT; i++)
    if (contents->kinds[i])
      widen(&widths->kind, width_of(kind_title((Kind)i)));
  for (int i = 0; i < 2 * UNIT_COUNT; i++)
    if (contents->units[i / 2][i % 2]) {
      write_unit(&text, (Unit)(i / 2), i % 2);
      widen(&widths->unit, width_of(text.data));
    }
  write_rows(&text, contents->rows);
  widen(&widths->rows, width_of(text.data));
  if (document->annex_count > 0)
    write_number(&text, document, contents->number);
  widths->number = width_of(text.data);
  str_free(&text);
}

static AnnexListWidths measure(const Document *document) {
  AnnexListWidths widths = {.ambiguous = width_ambiguous(),
                            .rows = width_of(_("rows")),
                            .unit = width_of(_("unit"))};
  ListContents contents = {0};
  int widest = -1;
  Str text = STR_EMPTY;
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    size_t rows = count_rows(annex);
    int number = width_of(annex->number);
    contents.kinds[annex->kind] = contents.units[annex->unit][annex->unit_printed] = true;
    contents.rows = rows > contents.rows ? rows : contents.rows;
    contents.number = number > widest ? i : contents.number;
    widen(&widest, number);
    write_title(&text, annex);
    widen(&widths.title, width_of(text.data));
  }
  str_free(&text);
  measure_contents(&widths, document, &contents);
  return widths;
}

/* The kind goes first, then what all titles begin with, where there is little room. */
static ListLayout lay_out(AnnexList *list, int width) {
  const Document *document = list->session->document;
  if (list->widths.ambiguous != width_ambiguous())
    list->widths = measure(document);
  const AnnexListWidths *natural = &list->widths;
  ListLayout layout = {.number = smaller(natural->number, KIND_MOST),
                       .kind = smaller(natural->kind, KIND_MOST),
                       .unit = smaller(natural->unit, KIND_MOST),
                       .rows = smaller(natural->rows, KIND_MOST)};
  int whole = smaller(natural->title, width), missing = width_of(_("not included"));
  if (layout.unit + GAP + layout.rows < missing)
    layout.unit = missing - GAP - layout.rows;
  int room = width - 2 - layout.number - GAP - GAP - layout.unit - GAP - layout.rows;
  layout.whole = whole <= room;
  const char *first = document->annex_count > 0 ? document->annexes[0].title : "";
  int stripped = whole - (int)width_text(first, list->common);
  int needed = layout.whole ? whole : stripped;
  if (room - layout.kind - GAP < needed)
    layout.kind = 0;
  layout.title = room - (layout.kind > 0 ? layout.kind + GAP : 0);
  if (layout.title > whole)
    layout.title = whole;
  return layout;
}

/* ---- painting */

static int draw_column(Area area, int row, int left, int width, int style, FitAlign align,
                       const char *text) {
  if (width > 0)
    area_fit(area, row, left, width, style, align, text, strlen(text));
  return width > 0 ? left + width + GAP : left;
}

static void draw_title(const AnnexList *list, Area area, int row, int left,
                       const ListLayout *layout, int style, const Str *text) {
  const char *title = text->data;
  size_t length = text->length, from = layout->whole ? 0 : list->common;
  int start = left;
  if (from > 0)
    start += area_glyph(area, row, left, STYLE_DIM, GLYPH_ELLIPSIS);
  int room = layout->title - (start - left);
  if (room <= 0)
    return;
  area_fit(area, row, start, room, style, FIT_LEFT, title + from, length - from);
  size_t shown = fit_prefix(title + from, length - from, (size_t)room, NULL);
  highlight_mark(list->session, area, row, start, title, length, from, from + shown);
}

static void draw_annex(const AnnexList *list, Area area, int row, size_t index,
                       const ListLayout *layout) {
  const Annex *annex = &list->session->document->annexes[index];
  int style = annex->included ? STYLE_NORMAL : STYLE_DIM;
  Str text = STR_EMPTY;
  write_number(&text, list->session->document, index);
  int left = draw_column(area, row, 1, layout->number, annex->included ? STYLE_CODE : STYLE_DIM,
                         FIT_LEFT, text.data);
  write_title(&text, annex);
  draw_title(list, area, row, left, layout, style, &text);
  left += layout->title + GAP;
  left = draw_column(area, row, left, layout->kind, STYLE_DIM, FIT_LEFT, kind_title(annex->kind));
  if (annex->included) {
    write_unit(&text, annex->unit, annex->unit_printed);
    left = draw_column(area, row, left, layout->unit, style, FIT_LEFT, text.data);
    write_rows(&text, count_rows(annex));
    draw_column(area, row, left, layout->rows, style, FIT_RIGHT, text.data);
  } else {
    draw_column(area, row, left, layout->unit + GAP + layout->rows, STYLE_DIM, FIT_RIGHT,
                _("not included"));
  }
  str_free(&text);
}

static void draw_header(Area area, const ListLayout *layout) {
  int left = draw_column(area, 0, 1, layout->number, STYLE_HEADING, FIT_LEFT, _("no."));
  left = draw_column(area, 0, left, layout->title, STYLE_HEADING, FIT_LEFT, _("title"));
  left = draw_column(area, 0, left, layout->kind, STYLE_HEADING, FIT_LEFT, _("kind"));
  left = draw_column(area, 0, left, layout->unit, STYLE_HEADING, FIT_LEFT, _("unit"));
  draw_column(area, 0, left, layout->rows, STYLE_HEADING, FIT_RIGHT, _("rows"));
}

void annex_list_draw(AnnexList *list, Area area, bool focused) {
  Window *window = &list->window;
  area_fill(area, STYLE_NORMAL);
  if (window->count == 0) {
    area_text(area, 0, 1, STYLE_DIM, _("none"));
    return;
  }
  ListLayout layout = lay_out(list, area.width);
  draw_header(area, &layout);
  Area body = area_part(area, HEADER_ROWS, 0, area.height - HEADER_ROWS, area.width);
  window_set_height(window, (size_t)body.height);
  for (size_t i = 0; i < window->height && window->top + i < window->count; i++) {
    draw_annex(list, body, (int)i, window->top + i, &layout);
    if (focused && window->top + i == window->cursor)
      area_mark(body, (int)i, 0, body.width, STYLE_SELECTED);
  }
}

bool annex_list_click(AnnexList *list, int row) {
  return window_click(&list->window, row - HEADER_ROWS);
}

void annex_list_status(const AnnexList *list, Str *out) {
  const Document *document = list->session->document;
  if (list->window.cursor >= document->annex_count)
    return;
  const Annex *annex = &document->annexes[list->window.cursor];
  write_number(out, document, list->window.cursor);
  str_printf(out, " %s", annex->title);
  if (annex->subtitle != NULL)
    str_printf(out, " %s", annex->subtitle);
  if (!annex->included)
    str_printf(out, " · %s", _("listed, but not included in the document"));
  if (annex->listed_as != NULL &&
      !fold_equal(annex->listed_as, strlen(annex->listed_as), annex->title, strlen(annex->title))) {
    str_add_text(out, " · ");
    str_printf(out, _("listed as: %s"), annex->listed_as);
  }
}
