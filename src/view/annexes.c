/* The annexes: their list, then any of them. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "view/annex_body.h"
#include "view/annex_list.h"
#include "view/place_text.h"

typedef struct {
  Session *session;
  AnnexList list;
  const AnnexBody *body; /* of the annex under the list's cursor; NULL: the list is shown */
  void *opened;
  int heading_rows; /* above it, as last drawn */
} AnnexesView;

/* ---- opening */

static void *open_view(Session *session) {
  AnnexesView *view = memory_zero(1, sizeof *view);
  view->session = session;
  annex_list_open(&view->list, session);
  return view;
}

static void close_annex(AnnexesView *view) {
  if (view->body != NULL)
    view->body->close(view->opened);
  view->body = NULL;
}

static void close_view(void *opened) {
  close_annex(opened);
  memory_free(opened);
}

static const Annex *annex_at_cursor(const AnnexesView *view) {
  return &view->session->document->annexes[view->list.window.cursor];
}

/* False, with a message, when the document does not include it. */
static bool open_annex(AnnexesView *view, size_t index) {
  if (view->body != NULL && view->list.window.cursor == index)
    return true;
  close_annex(view);
  window_move(&view->list.window, index);
  const Annex *annex = annex_at_cursor(view);
  if (!annex->included || (annex->table_count == 0 && annex->target_count == 0)) {
    session_say(view->session, _("annex %s is listed, but not included in the document"),
               annex->number);
    return false;
  }
  view->body = annex->target_count > 0 ? &annex_targets : &annex_table;
  view->opened = view->body->open(view->session, annex);
  return true;
}

/* ---- painting */

static void write_unit(Str *out, const Session *session, const Annex *annex) {
  bool converted = session->unit >= 0 && session->unit != (int)annex->unit;
  if (converted && annex->unit_printed)
    str_printf(out, _("printed in %s"), unit_name(annex->unit));
  else
    str_printf(out, annex->unit_printed ? _("unit: %s") : _("unit not printed (%s)"),
             unit_name(annex->unit));
}

/* Title, subtitle and unit, in one line if there is room; what is left below. */
static Area draw_heading(AnnexesView *view, Area area) {
  enum { SECOND_LINE_FROM = 12 };
  const Annex *annex = annex_at_cursor(view);
  const char *subtitle = annex->subtitle != NULL ? annex->subtitle : "";
  Place place = {.kind = PLACE_ANNEX, .annex = (uint32_t)view->list.window.cursor};
  Str title = STR_EMPTY, unit = STR_EMPTY;
  place_write_annex(&title, view->session->document, &place);
  str_printf(&title, "  %s", annex->title);
  write_unit(&unit, view->session, annex);
  int wide = (int)width_text(unit.data, unit.length), room = area.width - wide - 4;
  bool one_line = subtitle[0] == '\0' && (int)width_text(title.data, title.length) <= room;
  int lines = one_line || area.height < SECOND_LINE_FROM ? 1 : 2;
  area_fit(area, 0, 1, area.width - 2, STYLE_TITLE, FIT_LEFT, title.data, title.length);
  if (lines == 2)
    area_fit(area, 1, 1, room, STYLE_DIM, FIT_LEFT, subtitle, strlen(subtitle));
  if (one_line || lines == 2)
    area_bytes(area, lines - 1, area.width - 1 - wide, STYLE_DIM, unit.data, unit.length);
  str_free(&title);
  str_free(&unit);
  view->heading_rows = lines;
  return area_part(area, lines, 0, area.height - lines, area.width);
}

static void draw(void *opened, Area area, bool focused) {
  AnnexesView *view = opened;
  area_fill(area, STYLE_NORMAL);
  if (view->body == NULL)
    annex_list_draw(&view->list, area, focused);
  else
    view->body->draw(view->opened, draw_heading(view, area), focused);
}

static void write_status(void *opened, Str *out) {
  AnnexesView *view = opened;
  if (view->body == NULL)
    annex_list_status(&view->list, out);
  else
    view->body->status(view->opened, out);
}

static void write_caption(void *opened, Str *out) {
  AnnexesView *view = opened;
  if (view->body == NULL)
    return;
  const Annex *annex = annex_at_cursor(view);
  int unit = view->session->unit;
  Place place = {.kind = PLACE_ANNEX, .annex = (uint32_t)view->list.window.cursor};
  place_write_annex(out, view->session->document, &place);
  str_printf(out, " · %s", unit_name(unit >= 0 ? (Unit)unit : annex->unit));
}

/* ---- actions */

static Outcome act(void *opened, Action action) {
  AnnexesView *view = opened;
  Window *window = &view->list.window;
  if (view->body != NULL) {
    Outcome outcome = view->body->act(view->opened, action);
    if (outcome != OUTCOME_LEAVE)
      return outcome;
    close_annex(view);
    return OUTCOME_DONE;
  }
  if (action == ACTION_LEAVE || action == ACTION_UP_LEVEL)
    return OUTCOME_LEAVE;
  if (action == ACTION_ENTER && window->count > 0) {
    open_annex(view, window->cursor);
    return OUTCOME_DONE;
  }
  return window_act(window, action) ? OUTCOME_DONE : OUTCOME_IGNORED;
}

static bool click(void *opened, int row, int column) {
  AnnexesView *view = opened;
  if (view->body == NULL)
    return annex_list_click(&view->list, row);
  return view->body->click != NULL &&
         view->body->click(view->opened, row - view->heading_rows, column);
}

/* ---- places */

static bool show(void *opened, const Place *place) {
  AnnexesView *view = opened;
  if (place->kind == PLACE_NONE || place->kind == PLACE_PARAGRAPH)
    return false;
  if (place->kind == PLACE_ANNEX && place->listed) {
    close_annex(view);
    window_move(&view->list.window, place->annex);
    return true;
  }
  bool open = open_annex(view, place->annex);
  return place->kind == PLACE_ANNEX || (open && view->body->show(view->opened, place));
}

static bool where(void *opened, Place *place) {
  AnnexesView *view = opened;
  if (view->list.window.count == 0)
    return false;
  *place = (Place){.kind = PLACE_ANNEX, .annex = (uint32_t)view->list.window.cursor,
                   .listed = view->body == NULL};
  if (view->body != NULL)
    view->body->where(view->opened, place);
  return true;
}

static unsigned context(void *opened) {
  AnnexesView *view = opened;
  return view->body == NULL ? (unsigned)CONTEXT_LIST : view->body->context(view->opened);
}

/* ---- what the open annex can do */

static bool point(void *opened, int row, int column) {
  AnnexesView *view = opened;
  return view->body != NULL && view->body->point != NULL &&
         view->body->point(view->opened, row - view->heading_rows, column);
}

static size_t filter(void *opened, const char *text) {
  AnnexesView *view = opened;
  bool can = view->body != NULL && view->body->filter != NULL;
  return can ? view->body->filter(view->opened, text) : 0;
}

static const char *filtered(void *opened) {
  AnnexesView *view = opened;
  bool can = view->body != NULL && view->body->filtered != NULL;
  return can ? view->body->filtered(view->opened) : "";
}

static struct Grid *grid(void *opened) {
  AnnexesView *view = opened;
  bool can = view->body != NULL && view->body->grid != NULL;
  return can ? view->body->grid(view->opened) : NULL;
}

/* The annex of the same number; of several the one in the same place among them; annex_count. */
static size_t same_annex(const Document *from, size_t index, const Document *to) {
  const char *number = from->annexes[index].number;
  size_t before = 0, at = to->annex_count;
  for (size_t i = 0; i < index; i++)
    before += strcmp(from->annexes[i].number, number) == 0;
  for (size_t i = 0; i < to->annex_count; i++)
    if (strcmp(to->annexes[i].number, number) == 0) {
      at = i;
      if (before-- == 0)
        break;
    }
  return at;
}

static void carry(const void *opened, void *opened_anew) {
  const AnnexesView *old = opened;
  AnnexesView *fresh = opened_anew;
  const Document *from = old->session->document, *to = fresh->session->document;
  if (old->list.window.count == 0)
    return;
  size_t annex = same_annex(from, old->list.window.cursor, to);
  if (annex == to->annex_count)
    return;
  fresh->list.window.height = old->list.window.height;
  fresh->list.window.top = old->list.window.top;
  window_move(&fresh->list.window, annex);
  if (old->body == NULL || !open_annex(fresh, annex) || fresh->body != old->body)
    return;
  if (fresh->body->carry != NULL)
    fresh->body->carry(old->opened, fresh->opened);
}

const ViewType view_annexes = {
    .name = "annexes", .title = N_("Tables"), .contexts = CONTEXT_LIST, .open = open_view,
    .close = close_view, .draw = draw, .act = act, .status = write_status, .caption = write_caption,
    .show = show, .where = where, .context = context, .click = click, .point = point, 
    .filter = filter, .filtered = filtered, .grid = grid, .carry = carry,
};
