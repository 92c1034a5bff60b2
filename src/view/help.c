#include "view/help.h"

#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "text/width.h"

enum { KEYS_WIDTH = 18 };

static bool holds(const Help *help, const ActionInfo *info, const Str *needle) {
  Str text = STR_EMPTY;
  keymap_write(help->keys, info->action, &text);
  str_printf(&text, "\t%s\t%s", info->name, _(info->help));
  size_t start, end;
  bool found = needle->length == 0 ||
               fold_find(text.data, text.length, 0, needle->data, needle->length, &start, &end);
  str_free(&text);
  return found;
}

static void add_group(Help *help, ActionGroup group, const Str *needle) {
  bool first = true;
  for (size_t i = 0; i < action_list_count; i++) {
    const ActionInfo *info = &action_list[i];
    if (info->group != group || (info->contexts & help->contexts) == 0 || !holds(help, info, needle))
      continue;
    if (first)
      vec_push(&help->lines, NULL);
    vec_push(&help->lines, info);
    first = false;
  }
}

void help_narrow(Help *help, const char *text) {
  Str needle = STR_EMPTY;
  fold_text(&needle, text, strlen(text));
  help->lines.count = 0;
  help->narrowed = needle.length > 0;
  for (int group = 0; group < GROUP_COUNT; group++)
    add_group(help, (ActionGroup)group, &needle);
  help->window.cursor = help->window.top = 0;
  window_set_count(&help->window, help->lines.count);
  str_free(&needle);
}

void help_open(Help *help, const Keymap *keys, unsigned contexts) {
  *help = (Help){.keys = keys, .contexts = contexts, .window = {.height = 1}};
  help_narrow(help, "");
}

void help_close(Help *help) { vec_free(&help->lines); }

static void draw_line(const Help *help, Area area, int row, size_t index) {
  const ActionInfo *info = help->lines.items[index];
  if (info == NULL) {
    ActionGroup group = help->lines.items[index + 1]->group;
    area_text(area, row, 1, STYLE_HEADING, _(action_group_title(group)));
    return;
  }
  Str keys = STR_EMPTY;
  keymap_write(help->keys, info->action, &keys);
  int width = area.width < 60 ? KEYS_WIDTH / 2 : KEYS_WIDTH;
  int wanted = (int)width_text(keys.data, keys.length);
  if (wanted > width)
    width = wanted;
  area_fit(area, row, 3, width, STYLE_KEY, FIT_LEFT, keys.data, keys.length);
  const char *text = _(info->help);
  area_fit(area, row, width + 4, area.width - width - 5, STYLE_NORMAL, FIT_LEFT, text,
           strlen(text));
  str_free(&keys);
}

bool help_click(Help *help, int row) {
  return window_click(&help->window, row) && help_selected(help) != NULL;
}

const ActionInfo *help_selected(const Help *help) {
  return help->lines.count > 0 ? help->lines.items[help->window.cursor] : NULL;
}

void help_draw(Help *help, Area area) {
  Window *window = &help->window;
  area_fill(area, STYLE_NORMAL);
  window_set_height(window, (size_t)area.height);
  for (size_t i = 0; i < window->height && window->top + i < window->count; i++) {
    draw_line(help, area, (int)i, window->top + i);
    if (window->top + i == window->cursor)
      area_mark(area, (int)i, 0, area.width, STYLE_SELECTED);
  }
}

void help_status(const Help *help, Str *out) {
  if (help->lines.count == 0) {
    str_add_text(out, _("nothing found"));
    return;
  }
  const ActionInfo *info = help->lines.items[help->window.cursor];
  if (info == NULL)
    info = help->lines.items[help->window.cursor + 1];
  str_printf(out, "%s: %s", info->name, _(info->help));
}
