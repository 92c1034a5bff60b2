/* The first view: who, how much, for what; and what else the document holds. */
#include <string.h>

#include "base/i18n.h"
#include "view/findings.h"
#include "view/overview_parts.h"
#include "view/place_text.h"

enum {
  WIDE = 100,      /* columns from which two columns stand side by side */
  FIRST_WIDTH = 80 /* until it is drawn */
};

const SummaryLine *overview_summary_line(const Overview *overview, const PageLine *line) {
  return &overview->page.summary.lines.items[line->index];
}

Amount overview_amount(const Overview *overview, const SummaryLine *line) {
  return (Amount){.kind = line->kind,
                  .figure = line->figure,
                  .text = line->text,
                  .derived = line->derived,
                  .change = line->group == SUMMARY_CHANGE,
                  .unit = overview->mixed && overview->session->unit < 0};
}

const char *overview_label(const SummaryLine *line) {
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

static void overview_draw(void *view, Area area, bool focused) {
  Overview *overview = view;
  overview->area = area;
  area_fill(area, STYLE_NORMAL);
  window_set_height(&overview->window, area.height > 0 ? (size_t)area.height : 1);
  lay_out(overview, area.width);
  select_line(overview, overview->selected);
  overview_draw_lines(overview, area, focused);
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
        area_holds(overview_line_area(overview, area, line), area.top + row, area.left + column)) {
      select_line(overview, i);
      return true;
    }
  }
  return false;
}

/* ------------------------------------------------------------------ telling */

static void figure_status(const Overview *overview, const PageLine *page_line, Str *out) {
  const SummaryLine *line = overview_summary_line(overview, page_line);
  Amount amount = overview_amount(overview, line);
  if (line->place.kind != PLACE_NONE) {
    place_write_annex(out, overview->page.document, &line->place);
    str_add_text(out, " · ");
  }
  str_printf(out, "%s%s%s", line->code, *line->code ? " " : "", overview_label(line));
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
  const SummaryLine *one = overview_summary_line(old, a), *other = overview_summary_line(fresh, b);
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
