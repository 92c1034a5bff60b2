#include <criterion/criterion.h>
#include <string.h>

#include "view/keymap.h"

/* Every action has one line in the list, with a key. */
Test(action, each_is_listed_once) {
  for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
    size_t found = 0;
    for (size_t i = 0; i < action_list_count; i++)
      if (action_list[i].action == (Action)action)
        found++;
    cr_expect_eq(found, 1, "action %d is listed %zu times", action, found);
    cr_expect_neq(action_info((Action)action)->keys[0], 0);
  }
}

/* No key means two things in one kind of view. */
Test(action, keys_do_not_collide) {
  Keymap keys;
  keymap_open(&keys);
  for (size_t i = 0; i < action_list_count; i++)
    for (size_t k = 0; k < ACTION_KEYS && action_list[i].keys[k] != 0; k++)
      for (unsigned context = 1; context <= CONTEXT_ANY; context <<= 1)
        if ((action_list[i].contexts & context) != 0)
          cr_expect_eq(keymap_action(&keys, action_list[i].keys[k], context), action_list[i].action,
                       "%s in context %u", action_list[i].name, context);
  keymap_close(&keys);
}

Test(action, names_are_unique) {
  for (size_t i = 0; i < action_list_count; i++)
    for (size_t k = 0; k < i; k++)
      cr_expect_str_neq(action_list[i].name, action_list[k].name);
}

Test(action, keys_have_the_names_of_the_help) {
  static const struct {
    Key key;
    const char *name;
  } names[] = {
      {'j', "j"},     {KEY_CONTROL('f'), "^F"}, {' ', "Space"}, {KEYCODE_PAGE_DOWN, "PgDn"},
      {0x79d1, "科"},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    Str name = STR_EMPTY;
    key_write(&name, names[i].key);
    cr_expect_str_eq(name.data, names[i].name);
    str_free(&name);
  }
}
