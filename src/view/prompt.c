#include "view/prompt.h"

#include <string.h>

#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

void prompt_init(Prompt *prompt) {
  *prompt = (Prompt){.line = STR_EMPTY, .killed = STR_EMPTY, .draft = STR_EMPTY};
}

void prompt_free(Prompt *prompt) {
  str_free(&prompt->line);
  str_free(&prompt->killed);
  str_free(&prompt->draft);
  for (size_t i = 0; i < prompt->history.count; i++)
    memory_free(prompt->history.items[i]);
  vec_free(&prompt->history);
}

void prompt_start(Prompt *prompt) {
  str_clear(&prompt->line);
  str_clear(&prompt->draft);
  prompt->cursor = 0;
  prompt->recalled = prompt->history.count;
}

void prompt_remember(Prompt *prompt) {
  size_t count = prompt->history.count;
  if (prompt->line.length == 0)
    return;
  if (count > 0 && strcmp(prompt->history.items[count - 1], prompt->line.data) == 0)
    return;
  vec_push(&prompt->history, memory_copy(prompt->line.data, prompt->line.length));
}

/* Where the cursor lands one cluster further, and one word or cluster back. */
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

static size_t word_before(const Prompt *prompt) {
  const char *line = prompt->line.data;
  size_t at = prompt->cursor;
  while (at > 0 && line[at - 1] == ' ')
    at--;
  while (at > 0 && line[at - 1] != ' ')
    at--;
  return at;
}

static void erase(Prompt *prompt, size_t from, size_t to) {
  str_splice(&prompt->line, from, to - from, "", 0);
  prompt->cursor = from;
}

static void kill_range(Prompt *prompt, size_t from, size_t to) {
  if (from == to)
    return;
  str_clear(&prompt->killed);
  str_add(&prompt->killed, prompt->line.data + from, to - from);
  erase(prompt, from, to);
}

static void insert(Prompt *prompt, const char *text, size_t length) {
  str_splice(&prompt->line, prompt->cursor, 0, text, length);
  prompt->cursor += length;
}

static void go_left(Prompt *prompt) { prompt->cursor = before(prompt); }
static void go_right(Prompt *prompt) { prompt->cursor = after(prompt); }
static void go_home(Prompt *prompt) { prompt->cursor = 0; }
static void go_end(Prompt *prompt) { prompt->cursor = prompt->line.length; }
static void erase_before(Prompt *prompt) { erase(prompt, before(prompt), prompt->cursor); }
static void erase_under(Prompt *prompt) { erase(prompt, prompt->cursor, after(prompt)); }
static void kill_word(Prompt *prompt) { kill_range(prompt, word_before(prompt), prompt->cursor); }
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
    {KEY_CONTROL('w'), kill_word, true},
    {KEY_CONTROL('u'), kill_start, true},
    {KEY_CONTROL('k'), kill_end, true},
    {KEY_CONTROL('y'), yank, true},
};

PromptResult prompt_key(Prompt *prompt, Key key) {
  for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
    if (edits[i].key == key) {
      edits[i].edit(prompt);
      return edits[i].changes ? PROMPT_CHANGED : PROMPT_MOVED;
    }
  if (key < ' ' || key == 0x7f || key >= KEYCODE_NONE)
    return PROMPT_IGNORED;
  char bytes[UTF8_MOST];
  insert(prompt, bytes, utf8_encode(key, bytes));
  return PROMPT_CHANGED;
}

bool prompt_recall(Prompt *prompt, bool earlier) {
  size_t count = prompt->history.count;
  if (earlier ? prompt->recalled == 0 : prompt->recalled >= count)
    return false;
  if (prompt->recalled == count) {
    str_clear(&prompt->draft);
    str_add(&prompt->draft, prompt->line.data, prompt->line.length);
  }
  prompt->recalled += earlier ? (size_t)-1 : 1;
  str_clear(&prompt->line);
  str_add_text(&prompt->line, prompt->recalled == count ? prompt->draft.data
                                                        : prompt->history.items[prompt->recalled]);
  prompt->cursor = prompt->line.length;
  return true;
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
  bool lists = list != NULL && list->count > 0;
  bool earlier = key == KEY_CONTROL('p') || (key == KEYCODE_UP && (!lists || list->cursor == 0));
  bool later = key == KEY_CONTROL('n') || (key == KEYCODE_DOWN && !lists);
  if (earlier || later)
    return prompt_recall(prompt, earlier) ? PROMPT_CHANGED : PROMPT_IGNORED;
  if (lists && window_act(list, motion_in_list(key)))
    return PROMPT_MOVED;
  return prompt_key(prompt, key);
}

void prompt_draw(const Prompt *prompt, Area area, const char *sign) {
  area_fill(area_part(area, 0, 0, 1, area.width), STYLE_PROMPT);
  int left = area_text(area, 0, 0, STYLE_PROMPT, sign);
  int room = area.width - left - 1; /* the last column is left to the cursor */
  if (room < 1)
    return;
  const char *line = prompt->line.data;
  size_t start = 0;
  while (start < prompt->cursor && width_text(line + start, prompt->cursor - start) > (size_t)room)
    start += cluster_first(line + start, prompt->line.length - start).bytes;
  size_t shown = fit_prefix(line + start, prompt->line.length - start, (size_t)room, NULL);
  area_bytes(area, 0, left, STYLE_PROMPT, line + start, shown);
  if (start > 0)
    area_glyph(area, 0, left - 1, STYLE_DIM, GLYPH_MORE_LEFT);
  area.canvas->cursor_row = area.top;
  area.canvas->cursor_column =
      area.left + left + (int)width_text(line + start, prompt->cursor - start);
}
