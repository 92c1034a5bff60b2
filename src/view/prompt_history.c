/* Earlier lines of a prompt. */
#include <string.h>

#include "text/cluster.h"
#include "base/limits.h"
#include "text/fold.h"
#include "text/width.h"
#include "view/prompt.h"

static size_t count_of(const Prompt *prompt) {
  return prompt->history != NULL ? prompt->history->lines[prompt->kind].count : 0;
}

static const char *line_of(const Prompt *prompt, size_t index) {
  return index == count_of(prompt) ? prompt->draft.data
                                   : prompt->history->lines[prompt->kind].items[index];
}

void prompt_remember(Prompt *prompt) {
  if (prompt->history != NULL)
    history_remember(prompt->history, prompt->kind, prompt->line.data);
}

/* The line that is being typed waits while earlier ones are shown. */
static void keep_draft(Prompt *prompt) {
  if (prompt->recalled < count_of(prompt))
    return;
  str_clear(&prompt->draft);
  str_add(&prompt->draft, prompt->line.data, prompt->line.length);
}

static void show(Prompt *prompt, size_t index) {
  prompt->recalled = index;
  str_clear(&prompt->line);
  str_add_text(&prompt->line, line_of(prompt, index));
  prompt->cursor = prompt->line.length;
}

bool prompt_recall(Prompt *prompt, bool earlier, bool alike) {
  size_t count = count_of(prompt), at = prompt->recalled;
  keep_draft(prompt);
  while (earlier ? at > 0 : at < count) {
    at += earlier ? (size_t)-1 : 1;
    const char *line = line_of(prompt, at);
    bool begins = strncmp(line, prompt->draft.data, prompt->draft.length) == 0;
    if (at == count || ((begins || !alike) && strcmp(line, prompt->line.data) != 0)) {
      show(prompt, at);
      return true;
    }
  }
  return false;
}

/* ---- looking for one */

/* From one line on, that one included. */
static void look(Prompt *prompt, size_t from, bool earlier) {
  Str needle = STR_EMPTY;
  size_t count = count_of(prompt), start, end;
  fold_text(&needle, prompt->sought.data, prompt->sought.length);
  prompt->missed = needle.length > 0;
  for (size_t i = from; prompt->missed && i < count; i += earlier ? (size_t)-1 : 1) {
    const char *line = line_of(prompt, i);
    if (!fold_find(line, strlen(line), 0, needle.data, needle.length, &start, &end))
      continue;
    prompt->missed = false;
    show(prompt, i);
  }
  str_free(&needle);
}

void prompt_seek(Prompt *prompt) {
  keep_draft(prompt);
  prompt->seeking = true;
  prompt->missed = false;
  str_clear(&prompt->sought);
}

static PromptResult stop(Prompt *prompt) {
  prompt->seeking = false;
  show(prompt, count_of(prompt));
  return PROMPT_CHANGED;
}

static PromptResult seek_on(Prompt *prompt, bool earlier) {
  look(prompt, prompt->recalled + (earlier ? (size_t)-1 : 1), earlier);
  return PROMPT_CHANGED;
}

static PromptResult seek_again(Prompt *prompt) {
  if (prompt->sought.length == 0)
    return stop(prompt);
  str_cut(&prompt->sought, cluster_before(prompt->sought.data, prompt->sought.length));
  if (prompt->sought.length == 0)
    show(prompt, count_of(prompt));
  look(prompt, count_of(prompt) - 1, true);
  return PROMPT_CHANGED;
}

static PromptResult seek_more(Prompt *prompt, Key key) {
  char bytes[UTF8_MOST];
  size_t last = count_of(prompt) - 1;
  str_add(&prompt->sought, bytes, utf8_encode(key, bytes));
  look(prompt, prompt->recalled < last ? prompt->recalled : last, true);
  return PROMPT_CHANGED;
}

PromptResult prompt_seek_key(Prompt *prompt, Key key) {
  if (key == KEYCODE_ESCAPE || key == KEY_CONTROL('g'))
    return stop(prompt);
  if (key == KEY_CONTROL('r') || key == KEY_CONTROL('s'))
    return seek_on(prompt, key == KEY_CONTROL('r'));
  if (key == KEYCODE_BACKSPACE)
    return seek_again(prompt);
  if (key < KEYCODE_NONE && !width_is_unsafe(key) && prompt->sought.length < LIMIT_TYPED)
    return seek_more(prompt, key);
  prompt->seeking = false;
  return PROMPT_IGNORED;
}
