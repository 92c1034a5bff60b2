/* The first view: who, how much, for what; and what else the document holds. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/amount.h"
#include "view/findings.h"
#include "view/overview_page.h"
#include "view/place_text.h"
#include "view/view.h"
#include "view/window.h"

enum {
  WIDE = 100,       /* columns from which two columns stand side by side */
  GUTTER = 3,
  INDENT = 2,
  SHARE_WIDTH = 8,  /* a space and 100.0% */
  BAR_LEAST = 4,
  BAR_MOST = 24,
  LABEL_LEAST = 16,
  FIRST_WIDTH = 80  /* until it is drawn */
};

/* The columns of the lines with figures. */
typedef struct {
  int label, amount, share, bar;
} Columns;

typedef struct {
  Session *session;
  Page page;
  Window window;   /* over the rows of the page */
  size_t selected; /* line; SIZE_MAX: nothing to select */
  Columns columns; /* as last painted */
  Area area;       /* as last drawn; for clicks, never painted again */
  bool mixed;      /* figures in several units: each is written with its own */
} Overview;

static const SummaryLine *summary_line(const Overview *overview, const PageLine *line) {
  return &overview->page.summary.lines.items[line->index];
}

static Amount line_amount(const Overview *overview, const SummaryLine *line) {
  return (Amount){.kind = line->kind,
                  .figure = line->figure,
                  .text = line->text,
                  .derived = line->derived,
                  .change = line->group == SUMMARY_CHANGE,
                  .unit = overview->mixed && overview->session->unit < 0};
}

static const char *line_label(const SummaryLine *line) {
  return line->translate ? _(line->label) : line->label;
}

/* ------------------------------------------------------------------ laying out */

static bool has_mixed_units(const Summary *summary) {
  const SummaryLine *first = NULL;
  for (size_t i = 0; i < summary->lines.count; i++) {
    const SummaryLine *line = &summary->lines.items[i];
    if (line->kind != CELL_MONEY)
      continue;
    if (first && line->figure.unit != first->figure.unit)
      return true;
    first = line;
  }
  return false;
}

static void lay_out(Overview *overview, int width) {
  int sides = width >= WIDE ? 2 : 1;
  if (sides != overview->page.sides)
    page_lay_out(&overview->page, sides);
  window_set_count(&overview->window, overview->page.height);
}

static void select_line(Overview *overview, size_t line) {
  if (line == SIZE_MAX)
    return;
  overview->selected = line;
  window_move(&overview->window, overview->page.lines.items[line].row);
}

static void *overview_open(Session *session) {
  Overview *overview = memory_zero(1, sizeof *overview);
  overview->session = session;
  page_open(&overview->page, session->document);
  overview->mixed = has_mixed_units(&overview->page.summary);
  window_set_height(&overview->window, 1);
  lay_out(overview, FIRST_WIDTH);
  overview->selected = page_next(&overview->page, 0);
  return overview;
}

static void overview_close(void *view) {
  Overview *overview = view;
  page_close(&overview->page);
  memory_free(overview);
}

/* ------------------------------------------------------------------ painting */

/* Labels have what they want as far as the amounts leave it; bars take what is left. */
static Columns columns_for(const Overview *overview, int width) {
  int wanted = LABEL_LEAST, amount_most = 0;
  for (size_t i = 0; i < overview->page.summary.lines.count; i++) {
    const SummaryLine *line = &overview->page.summary.lines.items[i];
    const char *label = line_label(line);
    int room = INDENT * (line->depth + 1) + (int)width_text(label, strlen(label));
    room += *line->code ? (int)strlen(line->code) + 1 : 0;
    Amount amount = line_amount(overview, line);
    int needed = amount_width(overview->session, &amount);
    wanted = room > wanted ? room : wanted;
    amount_most = needed > amount_most ? needed : amount_most;
  }
  Columns columns = {.amount = amount_most + 1};
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

static void draw_share(Area area, const Columns *columns, const SummaryLine *line) {
  int at = columns->label + columns->amount;
  Str share = STR_EMPTY;
  share_write(&share, line->permille);
  area_fit(area, 0, at, columns->share - 1, STYLE_DIM, FIT_RIGHT, share.data, share.length);
  str_free(&share);
  if (columns->bar)
    area_bar(area, 0, at + columns->share, columns->bar, STYLE_BAR, line->permille);
}

static void draw_figure(const Overview *overview, Area area, const PageLine *page_line) {
  const SummaryLine *line = summary_line(overview, page_line);
  const char *label = line_label(line);
  Columns columns = overview->columns;
  Amount amount = line_amount(overview, line);
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

/* Columns of the lines with figures. */
static int left_width(const Overview *overview, Area area) {
  return overview->page.sides == 1 ? area.width - 1 : (area.width - GUTTER) / 2;
}

/* The part of the area that a line of this kind and side takes. */
static Area line_area(const Overview *overview, Area area, const PageLine *line) {
  int row = (int)(line->row - overview->window.top);
  bool whole = line->kind == PAGE_OFFICE || line->kind == PAGE_FACTS || overview->page.sides == 1;
  int half = left_width(overview, area);
  if (whole)
    return area_part(area, row, 0, 1, area.width - 1);
  return line->side ? area_part(area, row, half + GUTTER, 1, area.width - half - GUTTER - 1)
                    : area_part(area, row, 0, 1, half);
}

static void overview_draw(void *view, Area area, bool focused) {
  Overview *overview = view;
  overview->area = area;
  area_fill(area, STYLE_NORMAL);
  window_set_height(&overview->window, area.height > 0 ? (size_t)area.height : 1);
  lay_out(overview, area.width);
  select_line(overview, overview->selected);
  overview->columns = columns_for(overview, left_width(overview, area));
  const Window *window = &overview->window;
  for (size_t i = 0; i < overview->page.lines.count; i++) {
    const PageLine *line = &overview->page.lines.items[i];
    if (line->row < window->top || line->row - window->top >= (size_t)area.height)
      continue;
    Area part = line_area(overview, area, line);
    drawers[line->kind](overview, part, line);
    if (i == overview->selected && focused)
      area_mark(part, 0, 0, part.width, STYLE_SELECTED);
  }
}

/* ------------------------------------------------------------------ acting */

static Outcome enter(Overview *overview) {
  if (overview->selected == SIZE_MAX)
    return OUTCOME_DONE;
  overview->session->target = overview->page.lines.items[overview->selected].place;
  return OUTCOME_GO;
}

/* To the line beside the selected one, where there are two columns. */
static Outcome cross(Overview *overview, int side) {
  if (overview->page.sides == 1)
    return OUTCOME_IGNORED;
  if (overview->selected != SIZE_MAX)
    select_line(overview, page_nearest(&overview->page, side,
                                       overview->page.lines.items[overview->selected].row));
  return OUTCOME_DONE;
}

/* A motion over rows ends at the nearest line that can be selected. */
static Outcome move(Overview *overview, Action action) {
  if (overview->selected == SIZE_MAX)
    return window_act(&overview->window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
  int side = overview->page.lines.items[overview->selected].side;
  if (!window_act(&overview->window, action))
    return OUTCOME_IGNORED;
  select_line(overview, page_nearest(&overview->page, side, overview->window.cursor));
  return OUTCOME_DONE;
}

/* Above the first line stands what cannot be selected: it comes into sight again. */
static Outcome step_up(Overview *overview) {
  size_t line = overview->selected == SIZE_MAX
                    ? SIZE_MAX
                    : page_previous(&overview->page, overview->selected);
  if (line == SIZE_MAX || page_previous(&overview->page, line) == SIZE_MAX)
    window_move(&overview->window, 0);
  select_line(overview, line);
  return OUTCOME_DONE;
}

static Outcome overview_act(void *view, Action action) {
  Overview *overview = view;
  switch (action) {
    case ACTION_DOWN:
      if (overview->selected != SIZE_MAX)
        select_line(overview, page_next(&overview->page, overview->selected + 1));
      return OUTCOME_DONE;
    case ACTION_UP: return step_up(overview);
    case ACTION_LEFT: return cross(overview, 0);
    case ACTION_RIGHT: return cross(overview, 1);
    case ACTION_FIRST:
      window_move(&overview->window, 0);
      select_line(overview, page_next(&overview->page, 0));
      return OUTCOME_DONE;
    case ACTION_LAST:
      select_line(overview, page_previous(&overview->page, overview->page.lines.count));
      return OUTCOME_DONE;
    case ACTION_ENTER: return enter(overview);
    case ACTION_LEAVE:
    case ACTION_UP_LEVEL: return OUTCOME_LEAVE;
    default: return move(overview, action);
  }
}

static bool overview_click(void *view, int row, int column) {
  Overview *overview = view;
  Area area = overview->area;
  for (size_t i = 0; i < overview->page.lines.count; i++) {
    const PageLine *line = &overview->page.lines.items[i];
    if (line->place.kind != PLACE_NONE && line->row == overview->window.top + (size_t)row &&
        area_holds(line_area(overview, area, line), area.top + row, area.left + column)) {
      select_line(overview, i);
      return true;
    }
  }
  return false;
}

/* ------------------------------------------------------------------ telling */

static void figure_status(const Overview *overview, const PageLine *page_line, Str *out) {
  const SummaryLine *line = summary_line(overview, page_line);
  Amount amount = line_amount(overview, line);
  if (line->place.kind != PLACE_NONE) {
    place_write_annex(out, overview->page.document, &line->place);
    str_add_text(out, " · ");
  }
  str_printf(out, "%s%s%s", line->code, *line->code ? " " : "", line_label(line));
  if (line->kind == CELL_MONEY) {
    str_add_text(out, " · ");
    amount_write_printed(out, &amount);
  }
  if (line->has_share) {
    str_add_text(out, " · ");
    share_write(out, line->permille);
  }
  if (line->place.kind == PLACE_ROW)
    findings_write_figure(overview->session, &line->place, out);
}

static void overview_status(void *view, Str *out) {
  const Overview *overview = view;
  if (overview->selected == SIZE_MAX)
    return;
  const PageLine *line = &overview->page.lines.items[overview->selected];
  const Annex *annex =
      line->kind == PAGE_ANNEX ? &overview->page.document->annexes[line->index] : NULL;
  if (line->kind == PAGE_FIGURE) {
    figure_status(overview, line, out);
    return;
  }
  place_write_annex(out, overview->page.document, &line->place);
  str_printf(out, " · %s", annex ? annex->title : line->text);
  if (annex && annex->subtitle)
    str_printf(out, " %s", annex->subtitle);
  if (annex && !annex->included)
    str_printf(out, " · %s", _("not included"));
}

static void overview_caption(void *view, Str *out) {
  const Overview *overview = view;
  const Session *session = overview->session;
  if (session->unit >= 0)
    str_add_text(out, unit_name((Unit)session->unit));
  else if (!overview->mixed)
    str_add_text(out, unit_name(overview->page.document->unit));
}

/* Only what overview_where told: places themselves are shown by other views. */
static bool overview_show(void *view, const Place *place) {
  Overview *overview = view;
  for (size_t i = 0; place->listed && i < overview->page.lines.count; i++) {
    Place led_to = overview->page.lines.items[i].place;
    led_to.listed = true;
    if (led_to.kind == PLACE_NONE || !place_equal(&led_to, place))
      continue;
    select_line(overview, i);
    return true;
  }
  return false;
}

/* Where the selected line leads to, as the line that it is. */
static bool overview_where(void *view, Place *place) {
  const Overview *overview = view;
  if (overview->selected == SIZE_MAX)
    return false;
  *place = overview->page.lines.items[overview->selected].place;
  place->listed = true;
  return true;
}

/* Whether two lines of two versions tell of the same thing. */
static bool same_line(const Overview *old, const PageLine *a, const Overview *fresh,
                      const PageLine *b) {
  if (a->kind != b->kind)
    return false;
  if (a->kind == PAGE_ANNEX)
    return strcmp(old->page.document->annexes[a->index].number,
                  fresh->page.document->annexes[b->index].number) == 0;
  if (a->kind != PAGE_FIGURE)
    return a->text == b->text || (a->text && b->text && strcmp(a->text, b->text) == 0);
  const SummaryLine *one = summary_line(old, a), *other = summary_line(fresh, b);
  return one->group == other->group && strcmp(one->code, other->code) == 0 &&
         strcmp(one->label, other->label) == 0;
}

/* The line that stands for the selected one of the old version; else one as far down. */
static size_t line_for(const Overview *old, const Overview *fresh) {
  const PageLine *selected = &old->page.lines.items[old->selected];
  for (size_t i = page_next(&fresh->page, 0); i != SIZE_MAX; i = page_next(&fresh->page, i + 1))
    if (same_line(old, selected, fresh, &fresh->page.lines.items[i]))
      return i;
  return page_nearest(&fresh->page, selected->side, selected->row);
}

static void overview_carry(const void *opened, void *opened_anew) {
  const Overview *old = opened;
  Overview *fresh = opened_anew;
  page_lay_out(&fresh->page, old->page.sides);
  window_set_count(&fresh->window, fresh->page.height);
  window_carry(&fresh->window, &old->window, old->window.cursor);
  if (old->selected == SIZE_MAX)
    return;
  size_t line = line_for(old, fresh);
  if (line == SIZE_MAX)
    return;
  fresh->selected = line;
  window_carry(&fresh->window, &old->window, fresh->page.lines.items[line].row);
}

const ViewType view_overview = {
    .name = "overview",
    .title = N_("Overview"),
    .contexts = CONTEXT_LIST,
    .open = overview_open,
    .close = overview_close,
    .draw = overview_draw,
    .act = overview_act,
    .status = overview_status,
    .caption = overview_caption,
    .show = overview_show,
    .where = overview_where,
    .click = overview_click,
    .carry = overview_carry,
};
