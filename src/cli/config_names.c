#include "cli/config_names.h"

#include <string.h>

#include "check/check.h"
#include "yaml/scalar.h"

/* ------------------------------------------------------------------ rules */

/* All rules, and the groups that their names begin with. */
static void add_rules(NamesOfConfig *names) {
  vec_push(&names->rules, (Word){"local", NULL});
  for (size_t i = 0; i < check_rule_count; i++) {
    const char *id = check_rules[i].id;
    size_t length = strcspn(id, "/");
    vec_push(&names->rules, (Word){id, NULL});
    if (i && !strncmp(check_rules[i - 1].id, id, length + 1))
      continue;
    Str group = STR_EMPTY;
    str_add(&group, id, length);
    char *text = str_take(&group);
    vec_push(&names->groups, text);
    vec_push(&names->rules, (Word){text, NULL});
  }
}

/* ------------------------------------------------------------------ views */

static void add_views(NamesOfConfig *names) {
  for (Action view = ACTION_VIEW_1; action_opens_view(view); view++)
    vec_push(&names->views, (Word){action_info(view)->name, action_info(view)->help});
}

Action config_names_view(size_t index) { return (Action)(ACTION_VIEW_1 + index); }

/* ------------------------------------------------------------------ keys */

static void add_actions(NamesOfConfig *names) {
  for (size_t i = 0; i < action_list_count; i++)
    vec_push(&names->actions, (Word){action_list[i].name, action_list[i].help});
}

static bool take_key(void *context, size_t name, const char *word, Str *why) {
  Action action = action_list[name].action;
  if (word)
    return key_choices_add(context, action, word, why);
  key_choices_begin(context, action);
  return true;
}

static void add_usual_keys(size_t name, Str *out) {
  const ActionInfo *info = &action_list[name];
  Str key = STR_EMPTY;
  str_add_char(out, '[');
  for (size_t i = 0; i < ACTION_KEYS && info->keys[i]; i++) {
    str_clear(&key);
    key_write(&key, info->keys[i]);
    str_add_text(out, i ? ", " : "");
    scalar_write(out, key.data, key.length, true);
  }
  str_add_char(out, ']');
  str_free(&key);
}

/* ------------------------------------------------------------------ styles */

static bool take_style(void *context, size_t name, const char *word, Str *why) {
  StyleChoice *choice = &((StyleChoices *)context)->choices[name];
  if (word)
    return style_choice_add(choice, word, why);
  *choice = style_choice_plain();
  return true;
}

/* ------------------------------------------------------------------ limits */

static void add_limits(NamesOfConfig *names) {
  for (int i = 0; i < LIMIT_COUNT; i++)
    vec_push(&names->limits, (Word){limit_list[i].key, limit_list[i].meaning});
}

static bool take_limit(void *context, size_t name, const char *word, Str *why) {
  return limits_set(context, (Limit)name, word, strlen(word), why);
}

static void add_usual_limit(size_t name, Str *out) {
  limit_write(out, limit_list[name].unit, limit_list[name].standard);
}

/* ------------------------------------------------------------------ all */

void config_names_open(NamesOfConfig *names, KeyChoices *keys, StyleChoices *styles,
                       Limits *limits) {
  *names = (NamesOfConfig){0};
  add_rules(names);
  add_views(names);
  add_actions(names);
  add_limits(names);
  names->fields[CONFIG_RULES].words = (Vocabulary){names->rules.items, names->rules.count};
  names->fields[CONFIG_VIEWS].words = (Vocabulary){names->views.items, names->views.count};
  names->fields[CONFIG_ACTIONS] =
      (FieldNames){.words = {names->actions.items, names->actions.count},
                   .take = take_key,
                   .standard = add_usual_keys,
                   .context = keys};
  names->fields[CONFIG_STYLES] =
      (FieldNames){.words = style_words, .take = take_style, .context = styles};
  names->fields[CONFIG_LIMITS] = (FieldNames){.words = {names->limits.items, names->limits.count},
                                              .take = take_limit,
                                              .standard = add_usual_limit,
                                              .context = limits};
}

void config_names_close(NamesOfConfig *names) {
  for (size_t i = 0; i < names->groups.count; i++)
    memory_free(names->groups.items[i]);
  vec_free(&names->groups);
  vec_free(&names->limits);
  vec_free(&names->actions);
  vec_free(&names->views);
  vec_free(&names->rules);
}
