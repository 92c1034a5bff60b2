#include "view/prompt.h"

#include <string.h>

#include "base/i18n.h"
#include "base/limits.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/word.h"

void prompt_init(Prompt *prompt, History *history, HistoryKind kind) {
  *prompt = (Prompt){.line = STR_EMPTY,
                     .killed = STR_EMPTY,
                     .history = history,
                     .kind = kind,
                     .draft = STR_EMPTY,
                     .sought = STR_EMPTY};
}

void prompt_free(Prompt *prompt) {
  str_free(&prompt->line);
  str_free(&prompt->killed);
  str_free(&prompt->draft);
  str_free(&prompt->sought);
}

/* What is typed from now on is a line of its own. */
static void leave_history(Prompt *prompt) {
  prompt->recalled = prompt->history != NULL ? prompt->history->lines[prompt->kind].count : 0;
}

void prompt_start(Prompt *prompt) {
  str_clear(&prompt->line);
  str_clear(&prompt->draft);
  prompt->cursor = prompt->scrolled = 0;
  prompt->seeking = false;
  leave_history(prompt);
}

/* ---- editing */

/* Where the cursor lands one cluster further, and one back. */
static size_t after(const Prompt *prompt) {
  const Str *line = &prompt->line;
  if (prompt->cursor >= line->length)
    return line->length;
  return prompt->cursor +
         cluster_first(line->data + prompt->cursor, line->length - prompt->cursor).bytes;
}

static size_t before(const Prompt *prompt) {
  return prompt->cursor == 0 ? 0 : cluster_before(prompt->line.data, prompt->cursor);
}

static size_t last_word(const Prompt *prompt) {
  return word_before(prompt->line.data, prompt->cursor);
}

static size_t next_word(const Prompt *prompt) {
  return word_after(prompt->line.data, prompt->line.length, prompt->cursor);
}

/* A mark may stand behind the cursor now that belongs to what is before it. */
static void settle(Prompt *prompt) {
  const Str *line = &prompt->line;
  size_t cluster = before(prompt);
  if (prompt->cursor == 0)
    return;
  size_t end = cluster + cluster_first(line->data + cluster, line->length - cluster).bytes;
  if (end > prompt->cursor)
    prompt->cursor = end;
}

static void erase(Prompt *prompt, size_t from, size_t to) {
  str_splice(&prompt->line, from, to - from, "", 0);
  prompt->cursor = from;
  settle(prompt);
}

static void kill_range(Prompt *prompt, size_t from, size_t to) {
  if (from == to)
    return;
  str_clear(&prompt->killed);
  str_add(&prompt->killed, prompt->line.data + from, to - from);
  erase(prompt, from, to);
}

/* What does not fit into the line is left out, in whole clusters. */
static bool insert(Prompt *prompt, const char *text, size_t length) {
  size_t taken = prompt->line.length, fits = length;
  size_t room = taken < LIMIT_TYPED ? LIMIT_TYPED - taken : 0;
  while (fits > room)
    fits = cluster_before(text, fits);
  str_splice(&prompt->line, prompt->cursor, 0, text, fits);
  prompt->cursor += fits;
  settle(prompt);
  return fits == length;
}

/* Adds the text as a line may hold it, blanks at its ends left out, until `most` bytes are
 * passed. */
static void clean(Str *out, const char *text, size_t length, size_t most) {
  bool blank = false;
  for (size_t at = 0; at < length && out->length <= most;) {
    uint32_t character;
    size_t taken = utf8_decode(text + at, length - at, &character);
    if (character == '\n' || character == '\t' || character == '\r' || character == ' ') {
      blank = out->length > 0;
    } else if (character != UTF8_REPLACEMENT && !width_is_unsafe(character)) {
      if (blank)
        str_add_char(out, ' ');
      str_add(out, text + at, taken);
      blank = false;
    }
    at += taken;
  }
}

bool prompt_paste(Prompt *prompt, const char *text, size_t length) {
  Str line = STR_EMPTY;
  prompt->seeking = false;
  clean(&line, text, length, LIMIT_TYPED);
  bool all = insert(prompt, line.data, line.length);
  leave_history(prompt);
  str_free(&line);
  return all;
}

static void go_left(Prompt *prompt) { prompt->cursor = before(prompt); }
static void go_right(Prompt *prompt) { prompt->cursor = after(prompt); }
static void go_home(Prompt *prompt) { prompt->cursor = 0; }
static void go_end(Prompt *prompt) { prompt->cursor = prompt->line.length; }
static void erase_before(Prompt *prompt) { erase(prompt, before(prompt), prompt->cursor); }
static void erase_under(Prompt *prompt) { erase(prompt, prompt->cursor, after(prompt)); }
static void go_last_word(Prompt *prompt) { prompt->cursor = last_word(prompt); }
static void go_next_word(Prompt *prompt) { prompt->cursor = next_word(prompt); }
static void kill_last_word(Prompt *prompt) {
  kill_range(prompt, last_word(prompt), prompt->cursor);
}
static void kill_next_word(Prompt *prompt) {
  kill_range(prompt, prompt->cursor, next_word(prompt));
}
static void kill_start(Prompt *prompt) { kill_range(prompt, 0, prompt->cursor); }
static void kill_end(Prompt *prompt) { kill_range(prompt, prompt->cursor, prompt->line.length); }
static void yank(Prompt *prompt) { insert(prompt, prompt->killed.data, prompt->killed.length); }

static const struct {
  Key key;
  void (*edit)(Prompt *prompt);
  bool changes;
} edits[] = {
    {KEYCODE_LEFT, go_left, false},
    {KEY_CONTROL('b'), go_left, false},
    {KEYCODE_RIGHT, go_right, false},
    {KEY_CONTROL('f'), go_right, false},
    {KEYCODE_HOME, go_home, false},
    {KEY_CONTROL('a'), go_home, false},
    {KEYCODE_END, go_end, false},
    {KEY_CONTROL('e'), go_end, false},
    {KEYCODE_BACKSPACE, erase_before, true},
    {KEYCODE_DELETE, erase_under, true},
    {KEY_CONTROL('d'), erase_under, true},
    {KEYCODE_WORD_LEFT, go_last_word, false},
    {KEYCODE_WORD_RIGHT, go_next_word, false},
    {KEY_CONTROL('w'), kill_last_word, true},
    {KEYCODE_WORD_DELETE, kill_next_word, true},
    {KEY_CONTROL('u'), kill_start, true},
    {KEY_CONTROL('k'), kill_end, true},
    {KEY_CONTROL('y'), yank, true},
    {KEY_CONTROL('r'), prompt_seek, false},
};

static PromptResult edit(Prompt *prompt, Key key) {
  for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
    if (edits[i].key == key) {
      edits[i].edit(prompt);
      return edits[i].changes ? PROMPT_CHANGED : PROMPT_MOVED;
    }
  char bytes[UTF8_MOST];
  if (key >= KEYCODE_NONE || width_is_unsafe(key) ||
      !insert(prompt, bytes, utf8_encode(key, bytes)))
    return PROMPT_IGNORED;
  return PROMPT_CHANGED;
}

static bool accepts(Key key) { return key == KEYCODE_ENTER || key == '\r' || key == '\n'; }

static bool cancels(const Prompt *prompt, Key key) {
  return key == KEYCODE_ESCAPE || key == KEY_CONTROL('g') ||
         (key == KEYCODE_BACKSPACE && prompt->line.length == 0);
}

PromptResult prompt_key(Prompt *prompt, Key key) {
  PromptResult result = prompt->seeking ? prompt_seek_key(prompt, key) : PROMPT_IGNORED;
  if (result != PROMPT_IGNORED)
    return result;
  if (accepts(key))
    return PROMPT_ACCEPTED;
  if (cancels(prompt, key))
    return PROMPT_CANCELLED;
  result = edit(prompt, key);
  if (result == PROMPT_CHANGED)
    leave_history(prompt);
  return result;
}

static Action motion_in_list(Key key) {
  static const struct {
    Key key;
    Action action;
  } motions[] = {
      {KEYCODE_UP, ACTION_UP},
      {KEYCODE_DOWN, ACTION_DOWN},
      {KEYCODE_PAGE_UP, ACTION_PAGE_UP},
      {KEYCODE_PAGE_DOWN, ACTION_PAGE_DOWN},
  };
  for (size_t i = 0; i < sizeof motions / sizeof *motions; i++)
    if (motions[i].key == key)
      return motions[i].action;
  return ACTION_NONE;
}

PromptResult prompt_key_beside(Prompt *prompt, Window *list, Key key) {
  bool lists = list != NULL && list->count > 0 && !prompt->seeking;
  bool all = key == KEY_CONTROL('p') || key == KEY_CONTROL('n');
  bool earlier = key == KEY_CONTROL('p') || (key == KEYCODE_UP && (!lists || list->cursor == 0));
  bool later = key == KEY_CONTROL('n') || (key == KEYCODE_DOWN && !lists);
  if (earlier || later) {
    prompt->seeking = false;
    return prompt_recall(prompt, earlier, !all) ? PROMPT_CHANGED : PROMPT_IGNORED;
  }
  if (lists && window_act(list, motion_in_list(key)))
    return PROMPT_MOVED;
  return prompt_key(prompt, key);
}

/* ---- painting */

/* Where clusters begin that take at most so many columns before `at`. */
static size_t columns_before(const char *line, size_t at, size_t columns) {
  for (size_t taken = 0; at > 0;) {
    size_t cluster = cluster_before(line, at);
    taken += width_text(line + cluster, at - cluster);
    if (taken > columns)
      break;
    at = cluster;
  }
  return at;
}

/* The byte that is seen first, so that the cursor is seen and no room is left unused; it moves only
 * when it must. One column at each end is for a mark or the cursor. */
static size_t scroll(const Prompt *prompt, size_t room) {
  const char *line = prompt->line.data;
  size_t length = prompt->line.length, cursor = prompt->cursor;
  if (width_text(line, length) < room)
    return 0;
  size_t under = width_text(line + cursor, after(prompt) - cursor), least = 0;
  if (width_text(line, cursor) + under >= room)
    least = columns_before(line, cursor, under < room - 2 ? room - 2 - under : 0);
  size_t most = columns_before(line, length, room - 2);
  size_t start = prompt->scrolled;
  if (start > cursor)
    start = columns_before(line, cursor, room / 3);
  if (start > most)
    start = most;
  return start < least ? least : start;
}

/* ^R tells what is looked for before the line; it may take half of the row. */
static int draw_sought(const Prompt *prompt, Area area, int left) {
  Str label = STR_EMPTY;
  str_printf(&label, prompt->missed ? _("none earlier with '%s':") : _("earlier with '%s':"),
             prompt->sought.data);
  int wanted = (int)width_text(label.data, label.length), half = area.width / 2;
  int shown =
      area_fit(area, 0, left, wanted < half ? wanted : half,
               prompt->missed ? STYLE_WARNING : STYLE_DIM, FIT_LEFT, label.data, label.length);
  str_free(&label);
  return shown + 1;
}

void prompt_draw(Prompt *prompt, Area area, const char *sign) {
  enum { LEAST_ROOM = 3 }; /* a mark at each end, and the cursor */
  area_fill(area_part(area, 0, 0, 1, area.width), STYLE_PROMPT);
  int left = area_text(area, 0, 0, STYLE_PROMPT, sign);
  if (prompt->seeking)
    left += draw_sought(prompt, area, left);
  /* The corner stays blank: where a terminal cannot be written there, ncurses inserts what stands
   * before it, which takes a wide character apart. */
  int width = area.width - 1, room = width - left;
  area.canvas->cursor_row = area.top;
  area.canvas->cursor_column = area.left + (width > 0 ? width : 0);
  if (room < LEAST_ROOM)
    return;
  const char *line = prompt->line.data;
  size_t start = prompt->scrolled = scroll(prompt, (size_t)room);
  if (start > 0)
    left += area_glyph(area, 0, left, STYLE_DIM, GLYPH_MORE_LEFT);
  size_t rest = prompt->line.length - start;
  size_t shown = fit_prefix(line + start, rest, (size_t)(width - left - 1), NULL);
  area_bytes(area, 0, left, STYLE_PROMPT, line + start, shown);
  if (shown < rest)
    area_glyph(area, 0, width - 1, STYLE_DIM, GLYPH_MORE_RIGHT);
  area.canvas->cursor_column =
      area.left + left + (int)width_text(line + start, prompt->cursor - start);
}
