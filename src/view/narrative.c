/* The narrative, set as text: a measure that reads well, headings to jump between. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/figure_carry.h"
#include "view/findings.h"
#include "view/highlight.h"
#include "view/narrative_text.h"
#include "view/place_carry.h"
#include "view/place_text.h"
#include "view/view.h"
#include "view/window.h"

enum {
  MEASURE = 76, /* columns of text at most */
  MARGIN = 1,   /* on each side, at least */
  FIRST_MEASURE = 76 /* until it is drawn */
};

typedef struct {
  Session *session;
  NarrativeText text;
  Window window; /* over the lines */
  /* What the cursor's line was gone to for, so that any number of widths keeps it. */
  struct { uint32_t section, paragraph; size_t at; } anchor;
  int left;      /* columns before the text, as last drawn */
  size_t figure; /* the one chosen, of the narrative's; of use while the cursor is on its line */
} Narrative;

static const TextLine *line_at(const Narrative *narrative, size_t line) {
  return &narrative->text.lines.items[line];
}

static void anchor_line(Narrative *narrative) {
  if (!narrative->text.lines.count)
    return;
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  narrative->anchor.section = line->section;
  narrative->anchor.paragraph = line->paragraph;
  narrative->anchor.at = line->start;
}

/* Breaks the text anew and keeps the place of the cursor. */
static void set_measure(Narrative *narrative, size_t measure) {
  if (narrative->text.measure == measure)
    return;
  bool first = narrative->text.lines.count == 0;
  size_t above = narrative->window.cursor - narrative->window.top;
  narrative_text_set(&narrative->text, measure);
  window_set_count(&narrative->window, narrative->text.lines.count);
  if (first) {
    anchor_line(narrative);
    return;
  }
  size_t line = narrative_text_find(&narrative->text, narrative->anchor.section,
                                    narrative->anchor.paragraph, narrative->anchor.at);
  narrative->window.top = line > above ? line - above : 0;
  window_move(&narrative->window, line);
}

static void *narrative_open(Session *session) {
  Narrative *narrative = memory_zero(1, sizeof *narrative);
  narrative->session = session;
  narrative->figure = SIZE_MAX;
  narrative_text_open(&narrative->text, session->document);
  window_set_height(&narrative->window, 1);
  set_measure(narrative, FIRST_MEASURE);
  return narrative;
}

static void narrative_close(void *view) {
  Narrative *narrative = view;
  narrative_text_close(&narrative->text);
  memory_free(narrative);
}

/* ------------------------------------------------------------------ figures */

static const FigurePlaces *figures_of(const Narrative *narrative) {
  return search_figures(narrative->session->search);
}

/* The figure by its number if some of it stands on a line; NULL. */
static const NarrativeFigure *figure_on(const Narrative *narrative, const TextLine *line,
                                        size_t index) {
  const FigurePlaces *figures = figures_of(narrative);
  if (line->blank || index >= figures->items.count)
    return NULL;
  const NarrativeFigure *figure = &figures->items.items[index];
  return figure->section == line->section && figure->paragraph == line->paragraph &&
                 figure->start < line->end && figure->end > line->start
             ? figure
             : NULL;
}

static size_t first_figure(const Narrative *narrative, const TextLine *line) {
  return figure_places_from(figures_of(narrative), line->section, line->paragraph, line->start);
}

/* The figure meant: the one chosen; else the first of the cursor's line that leads somewhere; else
 * the first one. SIZE_MAX: the line has none. */
static size_t current_figure(const Narrative *narrative) {
  if (!narrative->text.lines.count)
    return SIZE_MAX;
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  const NarrativeFigure *figure;
  size_t first = first_figure(narrative, line);
  if (figure_on(narrative, line, narrative->figure))
    return narrative->figure;
  for (size_t i = first; (figure = figure_on(narrative, line, i)) != NULL; i++)
    if (figure->cell.kind != PLACE_NONE)
      return i;
  return figure_on(narrative, line, first) ? first : SIZE_MAX;
}

static const NarrativeFigure *figure_here(const Narrative *narrative) {
  size_t index = current_figure(narrative);
  return index == SIZE_MAX ? NULL : &figures_of(narrative)->items.items[index];
}

/* ------------------------------------------------------------------ painting */

/* Where bytes of a line stand in it, for those of a figure that go beyond it, too. */
static int column_of(const char *words, const TextLine *line, size_t at) {
  size_t inside = at < line->start ? line->start : at > line->end ? line->end : at;
  return (int)width_text(words + line->start, inside - line->start);
}

static void draw_figures(const Narrative *narrative, Area area, int row, int column,
                         const char *words, const TextLine *line) {
  const NarrativeFigure *figure;
  for (size_t i = first_figure(narrative, line);
       (figure = figure_on(narrative, line, i)) != NULL; i++) {
    size_t start = figure->start > line->start ? figure->start : line->start;
    size_t end = figure->end < line->end ? figure->end : line->end;
    if (figure->cell.kind != PLACE_NONE)
      area_bytes(area, row, column + column_of(words, line, start), STYLE_LINK, words + start,
                 end - start);
  }
}

/* The cursor's line, but for the figure meant. */
static void draw_cursor(const Narrative *narrative, Area area, int row, int left, int measure) {
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  const NarrativeFigure *figure = figure_here(narrative);
  int start = 0, end = 0, begin = left - MARGIN, width = measure + 2 * MARGIN;
  if (figure) {
    const char *words = narrative_text_of(&narrative->text, line);
    start = left + line->indent + column_of(words, line, figure->start) - begin;
    end = left + line->indent + column_of(words, line, figure->end) - begin;
  }
  area_mark(area, row, begin, start, STYLE_SELECTED);
  area_mark(area, row, begin + end, width - end, STYLE_SELECTED);
}

static void draw_line(const Narrative *narrative, Area area, int row, int left,
                      const TextLine *line) {
  if (line->blank)
    return;
  const char *words = narrative_text_of(&narrative->text, line);
  int style = line->paragraph == PLACE_HEADING ? STYLE_HEADING : STYLE_NORMAL;
  int column = left + line->indent;
  area_bytes(area, row, column, style, words + line->start, line->end - line->start);
  draw_figures(narrative, area, row, column, words, line);
  highlight_mark(narrative->session, area, row, column, words, strlen(words), line->start,
                 line->end);
}

static void narrative_draw(void *view, Area area, bool focused) {
  Narrative *narrative = view;
  int room = area.width - 2 * MARGIN, measure = room < MEASURE ? room : MEASURE;
  int left = narrative->left = (area.width - measure) / 2;
  area_fill(area, STYLE_NORMAL);
  window_set_height(&narrative->window, area.height > 0 ? (size_t)area.height : 1);
  set_measure(narrative, measure > 0 ? (size_t)measure : 1);
  if (!narrative->text.lines.count) {
    area_text(area, 0, MARGIN, STYLE_DIM, _("This document has no narrative."));
    return;
  }
  const Window *window = &narrative->window;
  size_t stop = window->top + (size_t)area.height;
  if (stop > window->count)
    stop = window->count;
  for (size_t line = window->top; line < stop; line++)
    draw_line(narrative, area, (int)(line - window->top), left, line_at(narrative, line));
  if (focused)
    draw_cursor(narrative, area, (int)(window->cursor - window->top), left, measure);
}

/* ------------------------------------------------------------------ acting */

static bool same_text(const TextLine *a, const TextLine *b) {
  return a->section == b->section && a->paragraph == b->paragraph;
}

static bool is_heading(const Narrative *narrative, size_t line) {
  const TextLine *here = line_at(narrative, line);
  return !here->blank && here->paragraph == PLACE_HEADING &&
         (!line || !same_text(here, line_at(narrative, line - 1)) ||
          line_at(narrative, line - 1)->blank);
}

/* A section that is gone to begins at the top. */
static void go_to_heading(Narrative *narrative, size_t line) {
  narrative->window.top = line;
  window_move(&narrative->window, line);
  anchor_line(narrative);
}

static Outcome next_heading(Narrative *narrative) {
  for (size_t line = narrative->window.cursor + 1; line < narrative->window.count; line++)
    if (is_heading(narrative, line)) {
      go_to_heading(narrative, line);
      break;
    }
  return OUTCOME_DONE;
}

static Outcome previous_heading(Narrative *narrative) {
  for (size_t line = narrative->window.cursor; line-- > 0;)
    if (is_heading(narrative, line)) {
      go_to_heading(narrative, line);
      break;
    }
  return OUTCOME_DONE;
}

/* The cursor does not rest on an empty line; there is none at either end. */
static void leave_blank(Narrative *narrative, bool upwards) {
  if (!narrative->window.count || !line_at(narrative, narrative->window.cursor)->blank)
    return;
  size_t cursor = narrative->window.cursor;
  window_move(&narrative->window, upwards ? cursor - 1 : cursor + 1);
}

/* A figure that the annexes print, too, leads to its cell. */
static Outcome enter(Narrative *narrative) {
  const NarrativeFigure *figure = figure_here(narrative);
  if (figure && figure->cell.kind != PLACE_NONE) {
    narrative->session->target = figure->cell;
    return OUTCOME_GO;
  }
  session_say(narrative->session, "%s", _("no figure of this line stands in an annex"));
  return OUTCOME_DONE;
}

static void go_to_figure(Narrative *narrative, size_t index) {
  const NarrativeFigure *figure = &figures_of(narrative)->items.items[index];
  narrative->figure = index;
  window_move(&narrative->window, narrative_text_find(&narrative->text, figure->section,
                                                      figure->paragraph, figure->start));
  anchor_line(narrative);
  narrative->anchor.at = figure->start;
}

/* From the figure meant, or from the cursor's line where there is none. */
static Outcome next_figure(Narrative *narrative, bool backwards) {
  size_t index = current_figure(narrative), count = figures_of(narrative)->items.count;
  if (!narrative->window.count)
    return OUTCOME_DONE;
  if (index != SIZE_MAX)
    index += backwards ? (size_t)-1 : 1;
  else
    index = first_figure(narrative, line_at(narrative, narrative->window.cursor)) - backwards;
  if (index < count)
    go_to_figure(narrative, index);
  return OUTCOME_DONE;
}

static Outcome narrative_act(void *view, Action action) {
  Narrative *narrative = view;
  size_t before = narrative->window.cursor;
  switch (action) {
    case ACTION_SIBLING_NEXT: return next_heading(narrative);
    case ACTION_SIBLING_PREVIOUS: return previous_heading(narrative);
    case ACTION_LEFT: return next_figure(narrative, true);
    case ACTION_RIGHT: return next_figure(narrative, false);
    case ACTION_ENTER: return enter(narrative);
    case ACTION_LEAVE:
    case ACTION_UP_LEVEL: return OUTCOME_LEAVE;
    default: break;
  }
  if (!window_act(&narrative->window, action))
    return OUTCOME_IGNORED;
  leave_blank(narrative, narrative->window.cursor < before);
  if (narrative->window.cursor != before)
    anchor_line(narrative);
  return OUTCOME_DONE;
}

/* The figure that stands at a column of a line becomes the one meant. */
static void choose_figure(Narrative *narrative, const TextLine *line, int column) {
  const char *words = narrative_text_of(&narrative->text, line);
  const NarrativeFigure *figure;
  column -= narrative->left + line->indent;
  for (size_t i = first_figure(narrative, line);
       (figure = figure_on(narrative, line, i)) != NULL; i++)
    if (column >= column_of(words, line, figure->start) &&
        column < column_of(words, line, figure->end))
      narrative->figure = i;
}

static bool narrative_click(void *view, int row, int column) {
  Narrative *narrative = view;
  size_t line = narrative->window.top + (size_t)row;
  if (line >= narrative->window.count || line_at(narrative, line)->blank)
    return false;
  window_move(&narrative->window, line);
  anchor_line(narrative);
  choose_figure(narrative, line_at(narrative, line), column);
  return true;
}

/* ------------------------------------------------------------------ telling */

static void write_path(const Narrative *narrative, size_t section, Str *out) {
  const TextSection *here = &narrative->text.sections.items[section];
  if (here->parent != SIZE_MAX) {
    write_path(narrative, here->parent, out);
    str_add_text(out, " · ");
  }
  str_add_text(out, here->section->heading);
}

static Place line_place(const TextLine *line) {
  return (Place){.kind = PLACE_PARAGRAPH,
                 .leaf = PLACE_NO_LEAF,
                 .section = line->section,
                 .paragraph = line->paragraph};
}

/* The figure meant and what prints it. */
static void write_figure(const Narrative *narrative, const TextLine *here, Str *out) {
  const Document *document = narrative->session->document;
  const NarrativeFigure *figure = figure_here(narrative);
  if (!figure)
    return;
  const char *words = narrative_text_of(&narrative->text, here) + figure->start;
  int length = (int)(figure->end - figure->start);
  if (figure->cell.kind == PLACE_NONE) {
    str_printf(out, _("%.*s stands in no annex"), length, words);
    str_add_text(out, " · ");
    return;
  }
  PlaceLine line = place_line(document, &figure->cell);
  str_printf(out, "%.*s = ", length, words);
  place_write_annex(out, document, &figure->cell);
  str_printf(out, "%s%s%s%s · ", line.code.length ? " " : "", line.code.data,
             *line.text ? " " : "", line.text);
  place_line_free(&line);
}

static void narrative_status(void *view, Str *out) {
  const Narrative *narrative = view;
  if (!narrative->text.lines.count)
    return;
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  const Section *section = narrative->text.sections.items[line->section].section;
  bool heading = line->paragraph == PLACE_HEADING;
  write_figure(narrative, line, out);
  write_path(narrative, line->section, out);
  if (!heading && !figure_here(narrative)) {
    str_add_text(out, " · ");
    str_printf(out, _("paragraph %u of %zu"), line->paragraph + 1, section->paragraph_count);
  }
  Position at = heading ? section->at : section->paragraph_at[line->paragraph];
  if (at.line) {
    str_add_text(out, " · ");
    str_printf(out, _("line %u of the file"), at.line);
  }
  Place place = line_place(line);
  findings_write_figure(narrative->session, &place, out);
}

/* How far the text has been read. */
static void narrative_caption(void *view, Str *out) {
  const Narrative *narrative = view;
  const Window *window = &narrative->window;
  if (window->count > window->height)
    str_printf(out, "%zu%%", (window->cursor + 1) * 100 / window->count);
}

/* Where the search's text stands in a paragraph; its beginning when it does not. */
static size_t first_match(const Narrative *narrative, const Place *place) {
  size_t start = 0, end;
  if (!narrative->session->highlight)
    return 0;
  const Section *section = narrative->text.sections.items[place->section].section;
  const char *words =
      place->paragraph == PLACE_HEADING ? section->heading : section->paragraphs[place->paragraph];
  return search_find(narrative->session->search, words, strlen(words), 0, &start, &end) ? start : 0;
}

static bool narrative_show(void *view, const Place *place) {
  Narrative *narrative = view;
  if (place->kind != PLACE_PARAGRAPH ||
      narrative_text_find(&narrative->text, place->section, place->paragraph, 0) == SIZE_MAX)
    return false;
  size_t at = place->at ? place->at : first_match(narrative, place);
  narrative->figure = place->at ? figure_places_from(figures_of(narrative), place->section,
                                                     place->paragraph, place->at)
                                : SIZE_MAX;
  window_move(&narrative->window,
              narrative_text_find(&narrative->text, place->section, place->paragraph, at));
  anchor_line(narrative);
  narrative->anchor.at = at;
  return true;
}

static bool narrative_where(void *view, Place *place) {
  const Narrative *narrative = view;
  if (!narrative->text.lines.count)
    return false;
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  const NarrativeFigure *figure = figure_here(narrative);
  *place = line_place(line);
  place->at = figure ? figure->start : (uint32_t)line->start;
  return true;
}

/* The figure chosen in the old version stays chosen, on whatever line it stands now. */
static void carry_figure(const Narrative *old, Narrative *fresh) {
  if (!figure_on(old, line_at(old, old->window.cursor), old->figure))
    return;
  size_t index = figure_carry(old->session, fresh->session, old->figure);
  if (index == SIZE_MAX || figure_on(fresh, line_at(fresh, fresh->window.cursor), index))
    fresh->figure = index;
  else
    go_to_figure(fresh, index);
}

static void narrative_carry(const void *opened, void *opened_anew) {
  const Narrative *old = opened;
  Narrative *fresh = opened_anew;
  Place place = {.kind = PLACE_PARAGRAPH,
                 .section = old->anchor.section,
                 .paragraph = old->anchor.paragraph};
  set_measure(fresh, old->text.measure);
  if (!old->text.lines.count || !fresh->text.lines.count)
    return;
  place = place_carry(old->session->document, fresh->session->document, &place);
  size_t line = narrative_text_find(&fresh->text, place.section, place.paragraph, old->anchor.at);
  if (place.kind != PLACE_PARAGRAPH || line == SIZE_MAX)
    return;
  window_carry(&fresh->window, &old->window, line);
  anchor_line(fresh);
  carry_figure(old, fresh);
}

const ViewType view_narrative = {
    .name = "narrative",
    .title = N_("Text"),
    .contexts = CONTEXT_TEXT,
    .open = narrative_open,
    .close = narrative_close,
    .draw = narrative_draw,
    .act = narrative_act,
    .status = narrative_status,
    .caption = narrative_caption,
    .show = narrative_show,
    .where = narrative_where,
    .click = narrative_click,
    .carry = narrative_carry,
};
