#include "view/key_choice.h"

#include <string.h>

#include "base/i18n.h"
#include "model/vocabulary.h"

void key_choices_free(KeyChoices *choices) { vec_free(&choices->chosen); }

void key_choices_begin(KeyChoices *choices, Action action) { choices->told[action] = true; }

/* ---- conflicts */

static bool share_a_view(Action one, Action other) {
  return (action_info(one)->contexts & action_info(other)->contexts) != 0;
}

/* Whether the one would hide the other: they are the same, or one begins the other. */
static bool collide(Key one, Key other) {
  return one == other || (KEY_IS_PAIR(one) && KEY_FIRST(one) == other) ||
         (KEY_IS_PAIR(other) && KEY_FIRST(other) == one);
}

static bool is_free(const KeyChoices *choices, Action action, Key key, Str *why) {
  for (size_t i = 0; i < choices->chosen.count; i++) {
    const Binding *other = &choices->chosen.items[i];
    if (!collide(other->key, key) || !share_a_view(other->action, action))
      continue;
    Str written = STR_EMPTY, taken = STR_EMPTY;
    key_write(&written, key);
    key_write(&taken, other->key);
    if (key == other->key)
      str_printf(why, _("the key “%s” is that of “%s” already"), written.data,
                 action_info(other->action)->name);
    else
      str_printf(why, _("the key “%s” cannot stand beside “%s”, that of “%s”"), written.data,
                 taken.data, action_info(other->action)->name);
    str_free(&taken);
    str_free(&written);
    return false;
  }
  return true;
}

/* ---- names */

/* The nearest name of a key that has one; empty: none is near. */
static Str nearest_name(const char *word) {
  VEC(Word) words = {0};
  VEC(char *) texts = {0};
  Str nearest = STR_EMPTY, name = STR_EMPTY;
  for (Key key = KEYCODE_NONE + 1; key <= KEYCODE_LAST + 1; key++) {
    key_write(&name, key > KEYCODE_LAST ? ' ' : key);
    char *text = str_take(&name);
    vec_push(&texts, text);
    vec_push(&words, (Word){text, NULL});
  }
  Vocabulary names = {words.items, words.count};
  const char *found = vocabulary_nearest(&names, word, strlen(word));
  if (found != NULL)
    str_add_text(&nearest, found);
  for (size_t i = 0; i < texts.count; i++)
    memory_free(texts.items[i]);
  vec_free(&texts);
  vec_free(&words);
  return nearest;
}

static void refuse(const char *word, Str *why) {
  Str nearest = nearest_name(word);
  if (nearest.length > 0)
    str_printf(why, _("there is no key “%s”; did you mean “%s”?"), word, nearest.data);
  else
    str_printf(why, _("there is no key “%s”; keys are written as the help writes them"), word);
  str_free(&nearest);
}

/* A terminal sends the same for both. */
static Key as_typed(Key key) {
  static const struct {
    Key control, key;
  } same[] = {{KEY_CONTROL('h'), KEYCODE_BACKSPACE}, {KEY_CONTROL('i'), KEYCODE_TAB},
              {KEY_CONTROL('j'), KEYCODE_ENTER},     {KEY_CONTROL('m'), KEYCODE_ENTER},
              {KEY_CONTROL('['), KEYCODE_ESCAPE}};
  for (size_t i = 0; i < sizeof same / sizeof *same; i++)
    if (same[i].control == key)
      return same[i].key;
  return key;
}

bool key_choices_add(KeyChoices *choices, Action action, const char *word, Str *why) {
  Key key;
  if (!key_parse(word, strlen(word), &key) || key == 0) {
    refuse(word, why);
    return false;
  }
  if (key == KEY_CONTROL('c')) {
    str_printf(why, _("the key “%s” always leaves the program"), word);
    return false;
  }
  key = as_typed(key);
  if (!is_free(choices, action, key, why))
    return false;
  vec_push(&choices->chosen, (Binding){key, action});
  return true;
}

/* ---- the key map */

static bool gives_way(const KeyChoices *choices, Action action, Key key) {
  for (size_t i = 0; i < choices->chosen.count; i++)
    if (collide(choices->chosen.items[i].key, key) &&
        share_a_view(choices->chosen.items[i].action, action))
      return true;
  return false;
}

static void apply_one(const KeyChoices *choices, const ActionInfo *info, Keymap *keymap) {
  VEC(Key) keys = {0};
  for (size_t i = 0; choices->told[info->action] && i < choices->chosen.count; i++)
    if (choices->chosen.items[i].action == info->action)
      vec_push(&keys, choices->chosen.items[i].key);
  for (size_t i = 0; !choices->told[info->action] && i < ACTION_KEYS && info->keys[i] != 0; i++)
    if (!gives_way(choices, info->action, info->keys[i]))
      vec_push(&keys, info->keys[i]);
  keymap_bind(keymap, info->action, keys.items, keys.count);
  vec_free(&keys);
}

void key_choices_apply(const KeyChoices *choices, Keymap *keymap) {
  for (size_t i = 0; i < action_list_count; i++)
    apply_one(choices, &action_list[i], keymap);
}
