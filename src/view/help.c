#include "view/help.h"

#include <string.h>

#include "base/i18n.h"
#include "text/fold.h"
#include "text/width.h"

enum { KEYS_WIDTH = 18 };

/* ---- what is no action */

const Habit habit_list[] = {
    {N_("While typing"), "Enter", N_("Go to what is selected, or do what is typed")},
    {NULL, "Esc ^G ^C", N_("Give up: all is as before")},
    {NULL, "Up Down", N_("Choose in the list; beyond its ends, earlier lines that begin alike")},
    {NULL, "^P ^N", N_("Earlier lines, whatever they begin with")},
    {NULL, "^R", N_("Look for an earlier line by what stands in it; again: one before")},
    {NULL, "Tab", N_("Complete a command; again: the next that fits")},
    {NULL, "^A ^E Home End", N_("To the beginning, to the end of the line")},
    {NULL, "Ctrl-Left Ctrl-Right", N_("A word back, a word forward")},
    {NULL, "^W Alt-d", N_("Take away the word before, behind the cursor")},
    {NULL, "^U ^K", N_("Take away all before, all behind the cursor")},
    {NULL, "^Y", N_("Put in what was taken away last")},
    {N_("Mouse"), N_("click"),
     N_("Select; on a tab, a hint, a heading, a sign of folding: what that stands for")},
    {NULL, N_("double click"), N_("Go in")},
    {NULL, N_("wheel"), N_("Scroll what is under the pointer")},
    {NULL, N_("paste"), N_("Into the line that is typed; without one, search for it")},
};
const size_t habit_count = sizeof habit_list / sizeof *habit_list;

/* What may follow the key of an action that waits for more. */
static const struct {
  Action action;
  const char *example;
} examples[] = {
    {ACTION_MARK, "a"},    {ACTION_GO_MARK, "a"},   {ACTION_SPLIT, "4"},
    {ACTION_SEARCH, "201"}, {ACTION_FILTER, "201"}, {ACTION_COMMAND, "annex 5"},
};

static const char *example_of(Action action) {
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
    if (examples[i].action == action)
      return examples[i].example;
  return NULL;
}

/* The keys of an action, each with what may follow it. */
static void write_keys(const Help *help, Action action, Str *out) {
  const char *example = example_of(action);
  Key key;
  for (size_t i = 0; (key = keymap_key(help->keys, action, i)) != KEYCODE_NONE; i++) {
    if (i > 0)
      str_add_char(out, ' ');
    key_write(out, key);
    if (example != NULL)
      str_printf(out, " %s", example);
  }
}

/* ---- lines */

static void add(Help *help, const HelpLine *line, const Str *needle) {
  Str text = STR_EMPTY;
  size_t start, end;
  if (line->info != NULL) {
    write_keys(help, line->info->action, &text);
    str_printf(&text, "\t%s\t%s", line->info->name, _(line->info->help));
  } else {
    str_printf(&text, "%s\t%s", _(line->habit->keys), _(line->habit->meaning));
  }
  bool found = needle->length == 0 ||
               fold_find(text.data, text.length, 0, needle->data, needle->length, &start, &end);
  if (found && line->heading != NULL)
    vec_push(&help->lines, (HelpLine){.heading = line->heading});
  if (found)
    vec_push(&help->lines, (HelpLine){.info = line->info, .habit = line->habit});
  str_free(&text);
}

/* The heading stands above the first line under it that is shown. */
static void add_below(Help *help, size_t before, const char *heading, HelpLine line,
                      const Str *needle) {
  line.heading = help->lines.count == before ? heading : NULL;
  add(help, &line, needle);
}

static void add_group(Help *help, ActionGroup group, const Str *needle) {
  size_t before = help->lines.count;
  for (size_t i = 0; i < action_list_count; i++) {
    const ActionInfo *info = &action_list[i];
    if (info->group == group && (info->contexts & help->contexts) != 0)
      add_below(help, before, _(action_group_title(group)), (HelpLine){.info = info}, needle);
  }
}

static void add_habits(Help *help, const Str *needle) {
  const char *heading = NULL;
  size_t before = 0;
  for (size_t i = 0; i < habit_count; i++) {
    if (habit_list[i].heading != NULL) {
      heading = _(habit_list[i].heading);
      before = help->lines.count;
    }
    add_below(help, before, heading, (HelpLine){.habit = &habit_list[i]}, needle);
  }
}

static void add_others(Help *help, const Str *needle) {
  size_t before = help->lines.count;
  for (size_t i = 0; i < action_list_count; i++)
    if ((action_list[i].contexts & help->contexts) == 0)
      add_below(help, before, _("In other views"), (HelpLine){.info = &action_list[i]}, needle);
}

void help_narrow(Help *help, const char *text) {
  Str needle = STR_EMPTY;
  fold_text(&needle, text, strlen(text));
  help->lines.count = 0;
  help->narrowed = needle.length > 0;
  for (int group = 0; group < GROUP_COUNT; group++)
    add_group(help, (ActionGroup)group, &needle);
  add_habits(help, &needle);
  add_others(help, &needle);
  help->window.cursor = help->window.top = 0;
  window_set_count(&help->window, help->lines.count);
  str_free(&needle);
}

void help_open(Help *help, const Keymap *keys, unsigned contexts) {
  *help = (Help){.keys = keys, .contexts = contexts, .window = {.height = 1}};
  help_narrow(help, "");
}

void help_close(Help *help) { vec_free(&help->lines); }

/* ---- painting */

static void draw_line(const Help *help, Area area, int row, size_t index) {
  const HelpLine *line = &help->lines.items[index];
  if (line->heading != NULL) {
    area_text(area, row, 1, STYLE_HEADING, line->heading);
    return;
  }
  Str keys = STR_EMPTY;
  if (line->info != NULL)
    write_keys(help, line->info->action, &keys);
  else
    str_add_text(&keys, _(line->habit->keys));
  int width = area.width < 60 ? KEYS_WIDTH / 2 : KEYS_WIDTH;
  int wanted = (int)width_text(keys.data, keys.length);
  if (wanted > width)
    width = wanted;
  area_fit(area, row, 3, width, STYLE_KEY, FIT_LEFT, keys.data, keys.length);
  const char *text = line->info != NULL ? _(line->info->help) : _(line->habit->meaning);
  area_fit(area, row, width + 4, area.width - width - 5, STYLE_NORMAL, FIT_LEFT, text,
           strlen(text));
  str_free(&keys);
}

const ActionInfo *help_selected(const Help *help) {
  return help->lines.count > 0 ? help->lines.items[help->window.cursor].info : NULL;
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

static void write_way(const Help *help, Str *out) {
  Str search = STR_EMPTY, enter = STR_EMPTY;
  key_write(&search, keymap_key(help->keys, ACTION_SEARCH, 0));
  key_write(&enter, keymap_key(help->keys, ACTION_ENTER, 0));
  str_printf(out, _("%s searches here, %s does a line"), search.data, enter.data);
  str_free(&search);
  str_free(&enter);
}

void help_status(const Help *help, Str *out) {
  if (help->lines.count == 0) {
    str_add_text(out, _("nothing found"));
    return;
  }
  const HelpLine *line = &help->lines.items[help->window.cursor];
  if (line->info != NULL)
    str_printf(out, "%s: %s", line->info->name, _(line->info->help));
  else if (line->habit != NULL)
    str_printf(out, "%s: %s", _(line->habit->keys), _(line->habit->meaning));
  else
    write_way(help, out);
}
