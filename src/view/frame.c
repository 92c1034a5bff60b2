#include "view/frame.h"

#include <string.h>

#include "base/i18n.h"
#include "base/memory.h"
#include "text/wrap.h"
#include "view/extent.h"

enum { RULED_HEIGHT = 14, TAB_TITLE_WIDTH = 40 };

static void draw_too_small(Area area) {
  Str text = STR_EMPTY;
  str_printf(&text, _("too small: at least %d×%d"), FRAME_MIN_WIDTH, FRAME_MIN_HEIGHT);
  size_t at = 0, next;
  for (int row = 0; row < area.height && area.width > 0 && at < text.length; row++, at += next) {
    size_t taken = wrap_line(text.data + at, text.length - at, (size_t)area.width, &next);
    area_bytes(area, row, 0, STYLE_WARNING, text.data + at, taken);
  }
  str_free(&text);
}

bool frame_open(Canvas *canvas, Frame *frame) {
  Area all = canvas_area(canvas);
  if (all.height < FRAME_MIN_HEIGHT || all.width < FRAME_MIN_WIDTH) {
    draw_too_small(all);
    return false;
  }
  int rule = all.height >= RULED_HEIGHT;
  frame->title = area_part(all, 0, 0, 1, all.width);
  frame->tabs = area_part(all, 1, 0, 1, all.width);
  frame->body = area_part(all, 2 + rule, 0, all.height - 4 - 2 * rule, all.width);
  frame->rule = area_part(all, all.height - 3, 0, rule, all.width);
  frame->status = area_part(all, all.height - 2, 0, 1, all.width);
  frame->hints = area_part(all, all.height - 1, 0, 1, all.width);
  if (rule) {
    area_rule(all, 2, STYLE_RULE);
    area_rule(all, all.height - 3, STYLE_RULE);
  }
  return true;
}

static const char *const stage_titles[STAGE_COUNT] = {
    [STAGE_BUDGET] = N_("budget %d"),
    [STAGE_FINAL] = N_("final accounts %d"),
};

/* The columns that a text takes where it is cut to `room`. */
static int cut_width(const char *text, int room) {
  size_t taken, length = strlen(text);
  if ((int)width_text(text, length) <= room)
    return (int)width_text(text, length);
  fit_prefix(text, length, room > 1 ? (size_t)room - 1 : 0, &taken);
  return (int)taken + 1;
}

/* The columns of a mark, and of the blanks behind it where something follows. */
static int mark_width(const char *mark, const char *caption) {
  enum { GAP = 2 };
  return width_of(mark) + (caption[0] != '\0' ? GAP : 0);
}

/* The form that has room beside the caption and, while there is one for that, beside the stage,
 * which loses its columns where there is none; the shortest form at last. */
static const char *choose_mark(const char *const *forms, const char *caption, int room,
                               int *stage) {
  for (int columns[] = {*stage, 0}, i = 0; i < 2; i++)
    for (const char *const *form = forms; *form != NULL; form++) {
      *stage = columns[i];
      if (columns[i] + mark_width(*form, caption) + width_of(caption) <= room)
        return *form;
    }
  while (forms[1] != NULL)
    forms++;
  return forms[0];
}

/* Office and stage, with `room` columns for the office: where it has few of them it gives way, and
 * with it its separator. */
static void draw_document(Area area, const char *office, const char *stage, int room) {
  enum { OFFICE_MIN = 8, AROUND_SEPARATOR = 3 };
  int left = 1;
  room -= AROUND_SEPARATOR;
  if (width_of(office) <= room || room >= OFFICE_MIN) {
    int shown = cut_width(office, room);
    left += area_fit(area, 0, left, shown, STYLE_TITLE, FIT_LEFT, office, strlen(office)) + 1;
    left += area_glyph(area, 0, left, STYLE_TITLE, GLYPH_SEPARATOR) + 1;
  }
  area_text(area, 0, left, STYLE_TITLE, stage);
}

/* Where there is room for little, the office gives way first, then for a mark the stage, then the
 * caption. */
void frame_title(const Frame *frame, const Document *document, const char *caption,
                 const char *const *mark) {
  enum { MARGIN = 1 };
  Area area = frame->title;
  Str stage = STR_EMPTY;
  str_printf(&stage, _(stage_titles[document->stage]), document->year);
  int named = width_of(stage.data) + 1, room = area.width - 2 * MARGIN;
  const char *said = mark != NULL ? choose_mark(mark, caption, room, &named) : "";
  int marked = mark != NULL ? mark_width(said, caption) : 0;
  int shown = smaller(width_of(caption), room - named - marked);
  area_fill(area, STYLE_TITLE);
  if (named > 0)
    draw_document(area, document_office(document), stage.data, room - named - marked - shown);
  area_text(area, 0, MARGIN + room - shown - marked, STYLE_WARNING, said);
  area_fit(area, 0, MARGIN + room - shown, shown, STYLE_TITLE, FIT_RIGHT, caption,
           strlen(caption));
  str_free(&stage);
}

void frame_name(const Frame *frame, const char *name, const char *caption) {
  Area area = frame->title;
  int right = (int)width_text(caption, strlen(caption)) + 1, room = area.width - right - 2;
  area_fill(area, STYLE_TITLE);
  area_fit(area, 0, 1, room, STYLE_TITLE, FIT_LEFT, name, strlen(name));
  area_text(area, 0, area.width - right, STYLE_TITLE, caption);
}

/* The tabs as they have room: each title is as wide as it wants, or as closed ones may be. */
typedef struct {
  const ViewType *const *types;
  size_t count, open;
  int limit;   /* columns that closed ones have for their titles */
  int *wanted; /* columns of each title */
} Tabs;

static int tab_width(const Tabs *tabs, size_t tab) {
  int wanted = tabs->wanted[tab];
  return tab == tabs->open ? wanted + 3 : smaller(wanted, tabs->limit) + 1;
}

/* Columns that all tabs and the blanks between them take. */
static int tabs_width(const Tabs *tabs) {
  int width = 1;
  for (size_t i = 0; i < tabs->count; i++)
    width += tab_width(tabs, i) + 1;
  return width - 1;
}

static Tabs tabs_open(const Frame *frame, const ViewType *const *types, size_t count, size_t open) {
  Tabs tabs = {types, count, open, TAB_TITLE_WIDTH, memory_zero(count, sizeof *tabs.wanted)};
  for (size_t i = 0; i < count; i++)
    tabs.wanted[i] = width_of(_(types[i]->title));
  while (tabs.limit > 0 && tabs_width(&tabs) > frame->tabs.width)
    tabs.limit--;
  if (tabs.limit < 3)
    tabs.limit = 0; /* what is left of a title would tell nothing */
  return tabs;
}

static void tabs_close(Tabs *tabs) { memory_free(tabs->wanted); }

static void draw_tab(Area area, int left, const Tabs *tabs, size_t tab) {
  const char *title = _(tabs->types[tab]->title);
  bool open = tab == tabs->open;
  int style = open ? STYLE_TAB_OPEN : STYLE_TAB, shown = tab_width(tabs, tab) - 1;
  if (open)
    left += area_text(area, 0, left, style, "[");
  left += area_printf(area, 0, left, open ? STYLE_TAB_OPEN : STYLE_KEY, "%zu", tab + 1);
  left += area_fit(area, 0, left, open ? shown - 2 : shown, style, FIT_LEFT, title, strlen(title));
  if (open)
    area_text(area, 0, left, style, "]");
}

void frame_tabs(const Frame *frame, const ViewType *const *types, size_t count, size_t open) {
  Tabs tabs = tabs_open(frame, types, count, open);
  int left = 1;
  area_fill(frame->tabs, STYLE_TAB);
  for (size_t i = 0; i < count; i++) {
    draw_tab(frame->tabs, left, &tabs, i);
    left += tab_width(&tabs, i) + 1;
  }
  tabs_close(&tabs);
}

size_t frame_tab_at(const Frame *frame, const ViewType *const *types, size_t count, size_t open,
                    int column) {
  Tabs tabs = tabs_open(frame, types, count, open);
  size_t found = count;
  int left = 1;
  for (size_t i = 0; i < count && found == count; i++) {
    if (column >= left && column < left + tab_width(&tabs, i))
      found = i;
    left += tab_width(&tabs, i) + 1;
  }
  tabs_close(&tabs);
  return found;
}

/* One line of a text; of the last one what is left is cut. Returns where the next begins. */
static size_t status_line(Area area, int style, const char *text, size_t at, bool last) {
  size_t length = strlen(text), next = length, room = (size_t)area.width - 2, taken = length - at;
  bool whole = width_text(text + at, taken) <= room;
  if (!last && !whole) {
    taken = wrap_line(text + at, length - at, room, &next);
    next += at;
  }
  area_fill(area, STYLE_STATUS);
  area_fit(area, 0, 1, area.width - 2, style, FIT_LEFT, text + at, taken);
  return next;
}

static size_t count_lines(const char *text, size_t room, size_t most) {
  size_t length = strlen(text), count = 0, next;
  for (size_t at = 0; at < length && count < most; at += next, count++) {
    next = length - at;
    if (width_text(text + at, next) > room)
      wrap_line(text + at, length - at, room, &next);
  }
  return count;
}

bool frame_status(const Frame *frame, int style, const char *text, bool below) {
  const Area *rows[3] = {&frame->status};
  size_t count = 1, at = 0;
  size_t lines = count_lines(text, (size_t)frame->status.width - 2, 3);
  bool goes_below = below && lines > 1;
  if (goes_below)
    rows[count++] = &frame->hints;
  if (lines > count && frame->rule.height > 0) {
    memmove(rows + 1, rows, count++ * sizeof *rows);
    rows[0] = &frame->rule;
  }
  for (size_t i = 0; i < count; i++)
    at = status_line(*rows[i], style, text, at, i + 1 == count);
  return goes_below;
}

/* Keys that have a sign of their own where the canvas can show it. */
static void write_hint_key(const Canvas *canvas, Str *out, Key key) {
  if (key == KEYCODE_ENTER)
    str_add_text(out, glyph_text(canvas, GLYPH_ENTER));
  else if (key == KEYCODE_BACKSPACE)
    str_add_text(out, glyph_text(canvas, GLYPH_BACKSPACE));
  else
    key_write(out, key);
}

typedef struct {
  const ActionInfo *info;
  int left, width;
} Hint;
typedef VEC(Hint) Hints;

static int hint_columns(const Canvas *canvas, const Keymap *keys, const ActionInfo *info) {
  Str key = STR_EMPTY;
  const char *hint = _(info->hint);
  write_hint_key(canvas, &key, keymap_key(keys, info->action, 0));
  int columns = (int)(width_text(key.data, key.length) + 1 + width_text(hint, strlen(hint)));
  str_free(&key);
  return columns;
}

static bool is_hinted(const ActionInfo *info, const Keymap *keys, unsigned contexts) {
  return info->hint != NULL && (info->contexts & contexts) != 0 &&
         keymap_key(keys, info->action, 0) != KEYCODE_NONE;
}

/* Adds one where it fits, with `reserved` columns behind it. */
static void add_hint(Hints *hints, const Frame *frame, const Keymap *keys, const ActionInfo *info,
                     int reserved) {
  enum { GAP = 2 };
  const Hint *last = hints->count > 0 ? &hints->items[hints->count - 1] : NULL;
  int left = last != NULL ? last->left + last->width + GAP : 1;
  int width = hint_columns(frame->hints.canvas, keys, info);
  if (left + width + (reserved > 0 ? reserved + GAP : 0) <= frame->hints.width)
    vec_push(hints, (Hint){info, left, width});
}

/* Those that fit, from left to right; help stands last, and has its room kept. */
static Hints lay_out_hints(const Frame *frame, const Keymap *keys, unsigned contexts, bool back) {
  const ActionInfo *first = action_info(ACTION_BACK), *last = action_info(ACTION_HELP);
  int reserved = hint_columns(frame->hints.canvas, keys, last);
  Hints hints = {0};
  if (back && is_hinted(first, keys, contexts))
    add_hint(&hints, frame, keys, first, reserved);
  for (size_t i = 0; i < action_list_count; i++) {
    const ActionInfo *info = &action_list[i];
    if (info != first && info != last && is_hinted(info, keys, contexts))
      add_hint(&hints, frame, keys, info, reserved);
  }
  if (is_hinted(last, keys, contexts))
    add_hint(&hints, frame, keys, last, 0);
  return hints;
}

void frame_hints(const Frame *frame, const Keymap *keys, unsigned contexts, bool back) {
  Area area = frame->hints;
  Hints hints = lay_out_hints(frame, keys, contexts, back);
  area_fill(area, STYLE_HINT);
  for (size_t i = 0; i < hints.count; i++) {
    const Hint *hint = &hints.items[i];
    Str key = STR_EMPTY;
    write_hint_key(area.canvas, &key, keymap_key(keys, hint->info->action, 0));
    int left = hint->left + area_bytes(area, 0, hint->left, STYLE_KEY, key.data, key.length) + 1;
    area_text(area, 0, left, STYLE_HINT, _(hint->info->hint));
    str_free(&key);
  }
  vec_free(&hints);
}

Action frame_hint_at(const Frame *frame, const Keymap *keys, unsigned contexts, bool back,
                     int column) {
  Hints hints = lay_out_hints(frame, keys, contexts, back);
  Action action = ACTION_NONE;
  for (size_t i = 0; i < hints.count; i++)
    if (column >= hints.items[i].left && column < hints.items[i].left + hints.items[i].width)
      action = hints.items[i].info->action;
  vec_free(&hints);
  return action;
}
