#include "view/keymap.h"

#include "base/i18n.h"

static void add(Keymap *keymap, Action action, const Key *keys, size_t count) {
  for (size_t i = 0; i < count && keys[i] != 0; i++)
    vec_push(&keymap->bindings, (Binding){keys[i], action});
}

void keymap_open(Keymap *keymap) {
  *keymap = (Keymap){0};
  for (size_t i = 0; i < action_list_count; i++)
    add(keymap, action_list[i].action, action_list[i].keys, ACTION_KEYS);
}

void keymap_close(Keymap *keymap) { vec_free(&keymap->bindings); }

void keymap_bind(Keymap *keymap, Action action, const Key *keys, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < keymap->bindings.count; i++)
    if (keymap->bindings.items[i].action != action)
      keymap->bindings.items[kept++] = keymap->bindings.items[i];
  keymap->bindings.count = kept;
  add(keymap, action, keys, count);
}

Action keymap_action(const Keymap *keymap, Key key, unsigned contexts) {
  for (size_t i = 0; i < keymap->bindings.count; i++) {
    const Binding *binding = &keymap->bindings.items[i];
    if (binding->key == key && (action_info(binding->action)->contexts & contexts) != 0)
      return binding->action;
  }
  return ACTION_NONE;
}

static bool begins(const Binding *binding, Key first, unsigned contexts) {
  return KEY_IS_PAIR(binding->key) && KEY_FIRST(binding->key) == first &&
         (action_info(binding->action)->contexts & contexts) != 0;
}

bool keymap_begins(const Keymap *keymap, Key key, unsigned contexts) {
  for (size_t i = 0; i < keymap->bindings.count; i++)
    if (begins(&keymap->bindings.items[i], key, contexts))
      return true;
  return false;
}

void keymap_write_pairs(const Keymap *keymap, Key first, unsigned contexts, Str *out) {
  for (size_t i = 0; i < keymap->bindings.count; i++) {
    const Binding *binding = &keymap->bindings.items[i];
    if (!begins(binding, first, contexts))
      continue;
    if (out->length > 0)
      str_add_text(out, "  ");
    key_write(out, binding->key);
    str_printf(out, " %s", _(action_info(binding->action)->help));
  }
}

Key keymap_key(const Keymap *keymap, Action action, size_t nth) {
  for (size_t i = 0; i < keymap->bindings.count; i++)
    if (keymap->bindings.items[i].action == action && nth-- == 0)
      return keymap->bindings.items[i].key;
  return KEYCODE_NONE;
}
