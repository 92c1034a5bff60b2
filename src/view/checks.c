/* View 8: what was checked, what holds exactly, within rounding, or not. */
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "text/width.h"
#include "text/wrap.h"
#include "view/extent.h"
#include "view/findings.h"
#include "view/place_carry.h"
#include "view/place_text.h"
#include "view/window.h"

/* Columns; TEXT_LEFT is where a finding goes on below its first line. */
enum { SIGN_WIDTH = 2, LABEL_WIDTH = 9, TEXT_LEFT = 1 + SIGN_WIDTH };

/* What is listed: bits of outcomes. The first shows what asks for attention. */
typedef struct {
  const char *title; /* msgid; NULL: the outcome's own */
  unsigned outcomes;
} Filter;

#define BIT(outcome) (1u << (outcome))
static const Filter filters[] = {
    {N_("to look at"),
     BIT(CHECK_MISMATCH) | BIT(CHECK_ROUNDING) | BIT(CHECK_WARNING) | BIT(CHECK_NOTE)},
    {NULL, BIT(CHECK_MISMATCH)},
    {NULL, BIT(CHECK_ROUNDING)},
    {NULL, BIT(CHECK_WARNING)},
    {NULL, BIT(CHECK_NOTE)},
    {NULL, BIT(CHECK_EXACT)},
    {NULL, BIT(CHECK_NOT_APPLICABLE)},
};
enum { FILTER_COUNT = sizeof filters / sizeof *filters };

/* A line of the list: the first of a finding, or where its text goes on. */
typedef struct {
  const Finding *finding;
  uint32_t part;       /* from 0 */
  size_t start, bytes; /* of its text; TO_THE_END: the text is not wrapped */
} Line;

#define TO_THE_END SIZE_MAX

typedef struct {
  Session *session;
  const Checks *checks;
  size_t filter;
  bool whole; /* findings are wrapped, not cut */
  int width;  /* columns, as last drawn; 0: not yet */
  VEC(Line) lines;
  size_t findings; /* in them */
  Window window;
  int filter_end[FILTER_COUNT]; /* columns, as last drawn */
  int first_row;                /* of the lines */
} View;

static bool is_listed(const View *view, const Finding *finding, int weight) {
  return (filters[view->filter].outcomes & BIT(finding->outcome)) != 0 &&
         check_weight(finding->outcome) == weight;
}

/* What it is about, and the sentence. */
static void write_finding(const View *view, const Finding *finding, Str *out) {
  const Document *document = view->session->document;
  if (finding->place.kind != PLACE_ANNEX && finding->place.kind != PLACE_NONE) {
    check_about(out, document, &finding->place);
    if (out->length > 0)
      str_add_text(out, _(": "));
  }
  check_sentence(out, document, finding);
}

/* Where the text of a line begins. */
static int text_left(uint32_t part) { return part > 0 ? TEXT_LEFT : TEXT_LEFT + LABEL_WIDTH + 1; }

static void add_wrapped(View *view, const Finding *finding) {
  Str text = STR_EMPTY;
  Line line = {.finding = finding};
  write_finding(view, finding, &text);
  for (size_t next; line.part == 0 || line.start < text.length; line.start += next, line.part++) {
    int room = larger(view->width - text_left(line.part) - 1, 1);
    line.bytes =
        wrap_line(text.data + line.start, text.length - line.start, (size_t)room, &next);
    vec_push(&view->lines, line);
  }
  str_free(&text);
}

static void add_lines(View *view, const Finding *finding) {
  view->findings++;
  if (view->whole && view->width > 0)
    add_wrapped(view, finding);
  else
    vec_push(&view->lines, (Line){.finding = finding, .bytes = TO_THE_END});
}

/* What weighs most stands first, and among its like in the order of the document. */
static void list(View *view) {
  size_t count = view->checks != NULL ? view->checks->count : 0;
  view->lines.count = view->findings = 0;
  for (int weight = CHECK_OUTCOME_COUNT - 1; weight >= 0; weight--)
    for (size_t i = 0; i < count; i++)
      if (is_listed(view, &view->checks->findings[i], weight))
        add_lines(view, &view->checks->findings[i]);
  view->window.cursor = view->window.top = 0;
  window_set_count(&view->window, view->lines.count);
}

static const Finding *selected(const View *view) {
  return view->window.count > 0 ? view->lines.items[view->window.cursor].finding : NULL;
}

/* The lines of the finding that a line belongs to: its first, and the one behind its last. */
static size_t first_of(const View *view, size_t line) {
  return line - view->lines.items[line].part;
}

static size_t end_of(const View *view, size_t line) {
  do
    line++;
  while (line < view->lines.count && view->lines.items[line].part > 0);
  return line;
}

/* No room to see all of it at once. */
static bool is_tall(const View *view, size_t line) {
  return end_of(view, line) - first_of(view, line) > view->window.height;
}

/* Goes to the finding of a line: to its first, with all of it in sight; to the line itself where
 * it is too tall for that. */
static void go_to(View *view, size_t line) {
  if (!is_tall(view, line)) {
    window_move(&view->window, end_of(view, line) - 1);
    line = first_of(view, line);
  }
  window_move(&view->window, line);
}

/* The line of a finding that stands for a part of it, or the last before that; the first of all
 * lines if the finding is not listed. */
static size_t line_of(const View *view, const Finding *finding, uint32_t part) {
  size_t line = 0;
  for (size_t i = 0; i < view->lines.count; i++)
    if (view->lines.items[i].finding == finding && view->lines.items[i].part <= part)
      line = i;
  return line;
}

/* Lays the lines out anew; the cursor stays at its finding, and that where it is on the screen. */
static void lay_out(View *view, bool whole, int width) {
  Window old = view->window;
  Line line = {.finding = NULL};
  if (old.count > 0)
    line = view->lines.items[old.cursor];
  view->whole = whole;
  view->width = width;
  list(view);
  if (old.count == 0)
    return;
  window_carry(&view->window, &old, line_of(view, line.finding, line.part));
  go_to(view, view->window.cursor);
}

static void *checks_open(Session *session) {
  View *view = memory_zero(1, sizeof *view);
  view->session = session;
  view->checks = findings_of(session);
  view->window.height = 1;
  list(view);
  return view;
}

static void checks_close(void *state) {
  View *view = state;
  vec_free(&view->lines);
  memory_free(view);
}

/* ---- painting */

static CheckOutcome outcome_of(const Filter *filter) {
  return (CheckOutcome)__builtin_ctz(filter->outcomes);
}

static size_t count_of(const View *view, const Filter *filter) {
  size_t count = 0;
  for (int outcome = 0; outcome < CHECK_OUTCOME_COUNT; outcome++)
    if (filter->outcomes & BIT(outcome))
      count += view->checks->totals[outcome];
  return count;
}

/* One filter: its sign and title, as far as there is room, and how many there are. */
static void write_filter(const View *view, Area area, size_t index, bool titles, Str *out) {
  const Filter *filter = &filters[index];
  bool chosen = index == view->filter;
  str_add_text(out, chosen ? "[" : " ");
  if (filter->title == NULL)
    str_printf(out, "%s ", findings_sign(area.canvas, outcome_of(filter)));
  if (titles || filter->title != NULL || chosen)
    str_printf(out, "%s ",
               _(filter->title ? filter->title : check_outcomes[outcome_of(filter)].title));
  str_printf(out, "%zu%s", count_of(view, filter), chosen ? "]" : " ");
}

static int filters_width(const View *view, Area area, size_t first, size_t last, bool titles) {
  Str text = STR_EMPTY;
  for (size_t i = first; i <= last; i++)
    write_filter(view, area, i, titles, &text);
  int width = (int)width_text(text.data, text.length);
  str_free(&text);
  return width;
}

/* The first that is drawn, so that the chosen one is seen whole, with the signs of more. */
static size_t first_filter(const View *view, Area area, bool titles) {
  size_t first = 0, last = FILTER_COUNT - 1;
  if (filters_width(view, area, first, last, titles) <= area.width)
    return first;
  while (first < view->filter && filters_width(view, area, first, view->filter, titles) +
                                         (first > 0) + (view->filter < last) >
                                     area.width)
    first++;
  return first;
}

/* Filters are drawn whole or not at all; `<` and `>` tell of those that are not. */
static void draw_filters(View *view, Area area) {
  bool titles = filters_width(view, area, 0, FILTER_COUNT - 1, true) <= area.width;
  size_t first = first_filter(view, area, titles);
  int left = first > 0 ? area_text(area, 0, 0, STYLE_DIM, "<") : 0;
  Str text = STR_EMPTY;
  for (size_t i = 0; i < FILTER_COUNT; i++)
    view->filter_end[i] = i < first ? (i + 1 == first) : area.width;
  for (size_t i = first; i < FILTER_COUNT; i++) {
    int style = i == view->filter ? STYLE_TAB_OPEN : STYLE_TAB;
    str_clear(&text);
    write_filter(view, area, i, titles, &text);
    int end = left + (int)width_text(text.data, text.length);
    if (i > view->filter && end + (i + 1 < FILTER_COUNT) > area.width) {
      area_text(area, 0, area.width - 1, STYLE_DIM, ">");
      break;
    }
    area_text(area, 0, left, style, text.data);
    view->filter_end[i] = left = end;
  }
  str_free(&text);
}

static void draw_head(const View *view, Area area, int row, const Finding *finding) {
  Str label = STR_EMPTY;
  area_text(area, row, 1, findings_style(finding->outcome),
            findings_sign(area.canvas, finding->outcome));
  if (finding->place.kind != PLACE_NONE)
    place_write_annex(&label, view->session->document, &finding->place);
  area_fit(area, row, TEXT_LEFT, LABEL_WIDTH, STYLE_DIM, FIT_LEFT, label.data, label.length);
  str_free(&label);
}

/* The lines in sight; the text of a finding is written once for all of its own. */
static void draw_lines(const View *view, Area area, bool focused) {
  const Window *window = &view->window;
  Str text = STR_EMPTY;
  for (size_t i = 0; i < window->height && window->top + i < window->count; i++) {
    const Line *line = &view->lines.items[window->top + i];
    int row = (int)i, left = text_left(line->part);
    if (i == 0 || line->finding != line[-1].finding) {
      str_clear(&text);
      write_finding(view, line->finding, &text);
    }
    if (line->part == 0)
      draw_head(view, area, row, line->finding);
    area_fit(area, row, left, area.width - left - 1, STYLE_NORMAL, FIT_LEFT,
             text.data + line->start, at_most(line->bytes, text.length - line->start));
    if (focused && line->finding == selected(view))
      area_mark(area, row, 0, area.width, STYLE_SELECTED);
  }
  str_free(&text);
}

static void checks_draw(void *state, Area area, bool focused) {
  View *view = state;
  Window *window = &view->window;
  area_fill(area, STYLE_NORMAL);
  if (view->checks == NULL) {
    area_text(area, 0, 1, STYLE_WARNING, _("the checks were interrupted; Enter runs them again"));
    return;
  }
  draw_filters(view, area);
  int gap = view->first_row = area.height >= FILTER_COUNT + 3 ? 2 : 1;
  Area lines = area_part(area, gap, 0, area.height - gap, area.width);
  window_set_height(window, lines.height > 0 ? (size_t)lines.height : 1);
  if (view->width != area.width)
    lay_out(view, view->whole, area.width);
  if (window->count == 0)
    area_text(lines, 0, 1, STYLE_DIM, _("nothing of this kind was found"));
  draw_lines(view, lines, focused);
}

/* ---- acting */

static Outcome choose(View *view, size_t filter) {
  view->filter = filter % FILTER_COUNT;
  list(view);
  return OUTCOME_DONE;
}

static Outcome run_again(View *view) {
  view->checks = findings_of(view->session);
  list(view);
  return OUTCOME_DONE;
}

static Outcome enter(View *view) {
  const Finding *finding = selected(view);
  if (view->checks == NULL)
    return run_again(view);
  if (finding == NULL || finding->place.kind == PLACE_NONE) {
    str_add_text(&view->session->message, _("this concerns the whole document"));
    return OUTCOME_DONE;
  }
  view->session->target = finding->place;
  return OUTCOME_GO;
}

static Outcome unfold(View *view, bool whole) {
  lay_out(view, whole, view->width);
  return OUTCOME_DONE;
}

/* From finding to finding, and line by line through one that is too tall to be seen at once. */
static Outcome next_finding(View *view) {
  size_t cursor = view->window.cursor, below = view->window.top + view->window.height;
  size_t end = end_of(view, cursor);
  if (is_tall(view, cursor) && below < end)
    window_move(&view->window, below);
  else
    go_to(view, end < view->lines.count ? end : cursor);
  return OUTCOME_DONE;
}

static Outcome previous_finding(View *view) {
  size_t cursor = view->window.cursor, top = view->window.top, first = first_of(view, cursor);
  if (is_tall(view, cursor) && first < top)
    window_move(&view->window, top - 1);
  else
    go_to(view, first > 0 ? first - 1 : cursor);
  return OUTCOME_DONE;
}

static Outcome checks_act(void *state, Action action) {
  View *view = state;
  if (view->lines.count > 0 && action == ACTION_DOWN)
    return next_finding(view);
  if (view->lines.count > 0 && action == ACTION_UP)
    return previous_finding(view);
  if (window_act(&view->window, action))
    return OUTCOME_DONE;
  switch (action) {
  case ACTION_ENTER: return enter(view);
  case ACTION_RIGHT: return choose(view, view->filter + 1);
  case ACTION_PANE:
    choose(view, view->filter + 1);
    return view->filter > 0 ? OUTCOME_DONE : OUTCOME_LEAVE;
  case ACTION_LEFT: return choose(view, view->filter + FILTER_COUNT - 1);
  case ACTION_UNFOLD_ALL: return unfold(view, true);
  case ACTION_FOLD_ALL: return unfold(view, false);
  case ACTION_UP_LEVEL:
  case ACTION_LEAVE: return OUTCOME_LEAVE;
  default: return OUTCOME_IGNORED;
  }
}

static bool checks_click(void *state, int row, int column) {
  View *view = state;
  if (view->checks == NULL)
    return true;
  if (row > 0)
    return window_click(&view->window, row - view->first_row);
  size_t filter = 0;
  while (filter < FILTER_COUNT && column >= view->filter_end[filter])
    filter++;
  if (filter < FILTER_COUNT)
    choose(view, filter);
  return false;
}

static void checks_status(void *state, Str *out) {
  const View *view = state;
  const Finding *finding = selected(view);
  if (finding == NULL)
    return;
  write_finding(view, finding, out);
  str_printf(out, " [%s]", finding->rule->id);
}

static void checks_caption(void *state, Str *out) {
  const View *view = state;
  if (view->checks == NULL)
    return;
  size_t count = count_of(view, &filters[view->filter]);
  if (count > view->findings)
    str_printf(out, _("%zu more findings are not listed"), count - view->findings);
}

static void checks_about(void *state, Place *place, Place *other) {
  const Finding *finding = selected(state);
  if (finding != NULL) {
    *place = finding->place;
    *other = finding->other;
  }
}

/* Findings are about places; none is a place of its own. */
static bool checks_show(void *state, const Place *place) {
  (void)state, (void)place;
  return false;
}

static bool checks_where(void *state, Place *place) {
  (void)state, (void)place;
  return false;
}

/* The line of the finding of the same rule about the same place; `line` if there is none. */
static size_t line_of_same(const View *view, const CheckRule *rule, const Place *place,
                           size_t line) {
  for (size_t i = 0; i < view->lines.count; i++) {
    const Finding *finding = view->lines.items[i].finding;
    if (strcmp(finding->rule->id, rule->id) == 0 && place_equal(&finding->place, place))
      return i;
  }
  return line;
}

static void checks_carry(const void *opened, void *opened_anew) {
  const View *old = opened;
  View *fresh = opened_anew;
  const Finding *finding = selected(old);
  size_t line = old->window.cursor;
  fresh->whole = old->whole;
  fresh->width = old->width;
  choose(fresh, old->filter);
  if (finding != NULL) {
    Place place =
        place_carry(old->session->document, fresh->session->document, &finding->place);
    line = line_of_same(fresh, finding->rule, &place, line);
  }
  window_carry(&fresh->window, &old->window, line);
}

const ViewType view_checks = {
    .name = "checks",
    .title = N_("Checks"),
    .contexts = CONTEXT_LIST | CONTEXT_PANES | CONTEXT_GROUPS,
    .open = checks_open,
    .close = checks_close,
    .draw = checks_draw,
    .act = checks_act,
    .status = checks_status,
    .caption = checks_caption,
    .show = checks_show,
    .where = checks_where,
    .about = checks_about,
    .click = checks_click,
    .carry = checks_carry,
};
