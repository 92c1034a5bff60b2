/* The narrative, set as text: a measure that reads well, headings to jump between. */
#include <string.h>

#include "base/i18n.h"
#include "model/figure_places.h"
#include "view/findings.h"
#include "view/highlight.h"
#include "view/narrative_text.h"
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

/* ------------------------------------------------------------------ painting */

static void draw_line(const Narrative *narrative, Area area, int row, int left, const TextLine *line) {
  if (line->blank)
    return;
  const char *words = narrative_text_of(&narrative->text, line);
  int style = line->paragraph == PLACE_HEADING ? STYLE_HEADING : STYLE_NORMAL;
  int column = left + line->indent;
  area_bytes(area, row, column, style, words + line->start, line->end - line->start);
  highlight_mark(narrative->session, area, row, column, words, strlen(words), line->start, line->end);
}

static void narrative_draw(void *view, Area area, bool focused) {
  Narrative *narrative = view;
  int room = area.width - 2 * MARGIN, measure = room < MEASURE ? room : MEASURE;
  int left = (area.width - measure) / 2;
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
    area_mark(area, (int)(window->cursor - window->top), left - MARGIN, measure + 2 * MARGIN,
              STYLE_SELECTED);
}

/* ------------------------------------------------------------------ acting */

static bool same_text(const TextLine *a, const TextLine *b) {
  return a->section == b->section && a->paragraph == b->paragraph;
}

static bool is_heading(const Narrative *narrative, size_t line) {
  const TextLine *here = line_at(narrative, line);
  return !here->blank && here->paragraph == PLACE_HEADING &&
         (!line || !same_text(here, line_at(narrative, line - 1)) || line_at(narrative, line - 1)->blank);
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

/* The first figure of the line that a table prints, too, leads to its cell. */
static Outcome enter(Narrative *narrative) {
  if (!narrative->window.count)
    return OUTCOME_DONE;
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  const char *words = narrative_text_of(&narrative->text, line);
  Money money;
  for (size_t at = line->start; figure_next(words, strlen(words), &at, line->end, &money);)
    if (figure_place(narrative->session->document, money, &narrative->session->target))
      return OUTCOME_GO;
  str_clear(&narrative->session->message);
  str_add_text(&narrative->session->message, _("no figure of this line stands in a table"));
  return OUTCOME_DONE;
}

static Outcome narrative_act(void *view, Action action) {
  Narrative *narrative = view;
  size_t before = narrative->window.cursor;
  switch (action) {
    case ACTION_SIBLING_NEXT: return next_heading(narrative);
    case ACTION_SIBLING_PREVIOUS: return previous_heading(narrative);
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

static bool narrative_click(void *view, int row, int column) {
  Narrative *narrative = view;
  size_t line = narrative->window.top + (size_t)row;
  (void)column;
  if (line >= narrative->window.count || line_at(narrative, line)->blank)
    return false;
  window_move(&narrative->window, line);
  anchor_line(narrative);
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

static void narrative_status(void *view, Str *out) {
  const Narrative *narrative = view;
  if (!narrative->text.lines.count)
    return;
  const TextLine *line = line_at(narrative, narrative->window.cursor);
  const Section *section = narrative->text.sections.items[line->section].section;
  bool heading = line->paragraph == PLACE_HEADING;
  write_path(narrative, line->section, out);
  if (!heading) {
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
  size_t at = first_match(narrative, place);
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
  *place = line_place(line_at(narrative, narrative->window.cursor));
  return true;
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
};
