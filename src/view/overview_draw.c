/* The lines of the first view, painted: the office, figures with their shares, annexes. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/overview_parts.h"

enum {
  GUTTER = 3,      /* between two columns side by side */
  INDENT = 2,
  SHARE_WIDTH = 8, /* a space and 100.0% */
  BAR_LEAST = 4,
  BAR_MOST = 24,
  LABEL_LEAST = 16
};

/* Labels have what they want as far as the amounts leave it; bars take what is left. */
static OverviewColumns columns_for(const Overview *overview, int width) {
  int wanted = LABEL_LEAST, amount_most = 0;
  for (size_t i = 0; i < overview->page.summary.lines.count; i++) {
    const SummaryLine *line = &overview->page.summary.lines.items[i];
    const char *label = overview_label(line);
    int room = INDENT * (line->depth + 1) + (int)width_text(label, strlen(label));
    room += *line->code ? (int)strlen(line->code) + 1 : 0;
    Amount amount = overview_amount(overview, line);
    int needed = amount_width(overview->session, &amount);
    wanted = room > wanted ? room : wanted;
    amount_most = needed > amount_most ? needed : amount_most;
  }
  OverviewColumns columns = {.amount = amount_most + 1};
  columns.share = overview->session->share == SHARE_OFF ? 0 : SHARE_WIDTH;
  int room = width - columns.amount - columns.share;
  if (room < LABEL_LEAST) {
    room += columns.share;
    columns.share = 0;
  }
  columns.label = wanted < room ? wanted : room;
  columns.bar = columns.share ? room - columns.label - 1 : 0;
  columns.bar = columns.bar < BAR_LEAST ? 0 : columns.bar > BAR_MOST ? BAR_MOST : columns.bar;
  return columns;
}

static void draw_share(Area area, const OverviewColumns *columns, const SummaryLine *line) {
  int at = columns->label + columns->amount;
  Str share = STR_EMPTY;
  share_write(&share, line->permille);
  area_fit(area, 0, at, columns->share - 1, STYLE_DIM, FIT_RIGHT, share.data, share.length);
  str_free(&share);
  if (columns->bar)
    area_bar(area, 0, at + columns->share, columns->bar, STYLE_BAR, line->permille);
}

static void draw_figure(const Overview *overview, Area area, const PageLine *page_line) {
  const SummaryLine *line = overview_summary_line(overview, page_line);
  const char *label = overview_label(line);
  OverviewColumns columns = overview->columns;
  Amount amount = overview_amount(overview, line);
  int left = INDENT * (line->depth + 1);
  bool total = line->group == SUMMARY_TOTAL;
  if (*line->code)
    left += area_printf(area, 0, left, STYLE_CODE, "%s ", line->code);
  area_fit(area, 0, left, columns.label - left, total ? STYLE_TOTAL : STYLE_NORMAL, FIT_LEFT, label,
           strlen(label));
  amount_draw(overview->session, area, 0, columns.label, columns.amount,
              total ? STYLE_TOTAL : STYLE_NORMAL, &amount);
  if (line->place.kind == PLACE_ROW)
    amount_draw_finding(overview->session, area, 0, columns.label + columns.amount - 1,
                        &line->place);
  if (line->has_share && columns.share)
    draw_share(area, &columns, line);
}

static void draw_annex(const Overview *overview, Area area, const PageLine *line) {
  enum { NUMBER_WIDTH = 3 };
  const Annex *annex = &overview->page.document->annexes[line->index];
  int style = annex->included ? STYLE_NORMAL : STYLE_DIM, left = INDENT;
  left += area_fit(area, 0, left, NUMBER_WIDTH, STYLE_CODE, FIT_RIGHT, annex->number,
                   strlen(annex->number));
  Str text = STR_EMPTY;
  str_printf(&text, "%s%s%s", line->text, annex->subtitle ? " " : "",
             annex->subtitle ? annex->subtitle : "");
  const char *absent = annex->included ? "" : _("not included");
  int right = (int)width_text(absent, strlen(absent)), room = area.width - left - 1;
  int wanted = (int)width_text(text.data, text.length);
  if (right)
    room -= right + 2;
  area_fit(area, 0, left + 1, wanted < room ? wanted : room, style, FIT_LEFT, text.data,
           text.length);
  if (right)
    area_text(area, 0, left + 1 + (wanted < room ? wanted : room) + 2, STYLE_WARNING, absent);
  str_free(&text);
}

static void draw_office(const Overview *overview, Area area, const PageLine *line) {
  const char *name = overview->page.document->organization.name;
  (void)line;
  area_fit(area, 0, 1, area.width - 1, STYLE_TOTAL, FIT_LEFT, name, strlen(name));
}

static int draw_separator(Area area, int left) {
  int start = left;
  left += area_text(area, 0, left, STYLE_DIM, " ");
  left += area_glyph(area, 0, left, STYLE_DIM, GLYPH_SEPARATOR);
  return left + area_text(area, 0, left, STYLE_DIM, " ") - start;
}

/* How far an imported document is to be trusted. */
static void draw_import(const Document *document, Area area, int left) {
  if (!document->imported)
    return;
  left += draw_separator(area, left);
  if (document->uncertain)
    area_printf(area, 0, left, STYLE_WARNING,
                ngettext("imported: %zu place uncertain", "imported: %zu places uncertain",
                         document->uncertain),
                document->uncertain);
  else
    area_printf(area, 0, left, STYLE_DIM, "%s", _("imported: nothing uncertain"));
}

static void draw_facts(const Overview *overview, Area area, const PageLine *line) {
  static const char *const stages[STAGE_COUNT] = {
      [STAGE_BUDGET] = N_("departmental budget %d"),
      [STAGE_FINAL] = N_("departmental final accounts %d"),
  };
  const Document *document = overview->page.document;
  int left = 1;
  (void)line;
  if (document->organization.code) {
    left += area_printf(area, 0, left, STYLE_DIM, _("code %s"), document->organization.code);
    left += draw_separator(area, left);
  }
  Str stage = STR_EMPTY;
  str_printf(&stage, _(stages[document->stage]), document->year);
  left += area_text(area, 0, left, STYLE_DIM, stage.data);
  str_free(&stage);
  draw_import(document, area, left);
}

static void draw_gap(const Overview *overview, Area area, const PageLine *line) {
  (void)overview, (void)area, (void)line;
}

static void draw_heading(const Overview *overview, Area area, const PageLine *line) {
  (void)overview;
  area_fit(area, 0, 1, area.width - 1, STYLE_HEADING, FIT_LEFT, line->text, strlen(line->text));
}

static void draw_section(const Overview *overview, Area area, const PageLine *line) {
  int left = INDENT * (line->depth + 1);
  (void)overview;
  area_fit(area, 0, left, area.width - left, STYLE_NORMAL, FIT_LEFT, line->text,
           strlen(line->text));
}

static void draw_nothing(const Overview *overview, Area area, const PageLine *line) {
  (void)overview, (void)line;
  area_text(area, 0, INDENT, STYLE_DIM, _("none"));
}

typedef void LineDrawer(const Overview *overview, Area area, const PageLine *line);

static LineDrawer *const drawers[] = {
    [PAGE_OFFICE] = draw_office,   [PAGE_FACTS] = draw_facts,     [PAGE_GAP] = draw_gap,
    [PAGE_HEADING] = draw_heading, [PAGE_FIGURE] = draw_figure,   [PAGE_SECTION] = draw_section,
    [PAGE_ANNEX] = draw_annex,     [PAGE_NOTHING] = draw_nothing,
};

/* The columns of the screen that lines on the left take. */
static int left_width(const Overview *overview, Area area) {
  return overview->page.sides == 1 ? area.width - 1 : (area.width - GUTTER) / 2;
}

Area overview_line_area(const Overview *overview, Area area, const PageLine *line) {
  int row = (int)(line->row - overview->window.top);
  bool whole = line->kind == PAGE_OFFICE || line->kind == PAGE_FACTS || overview->page.sides == 1;
  int half = left_width(overview, area);
  if (whole)
    return area_part(area, row, 0, 1, area.width - 1);
  return line->side ? area_part(area, row, half + GUTTER, 1, area.width - half - GUTTER - 1)
                    : area_part(area, row, 0, 1, half);
}

void overview_draw_lines(Overview *overview, Area area, bool focused) {
  overview->columns = columns_for(overview, left_width(overview, area));
  const Window *window = &overview->window;
  for (size_t i = 0; i < overview->page.lines.count; i++) {
    const PageLine *line = &overview->page.lines.items[i];
    if (line->row < window->top || line->row - window->top >= (size_t)area.height)
      continue;
    Area part = overview_line_area(overview, area, line);
    drawers[line->kind](overview, part, line);
    if (i == overview->selected && focused)
      area_mark(part, 0, 0, part.width, STYLE_SELECTED);
  }
}
