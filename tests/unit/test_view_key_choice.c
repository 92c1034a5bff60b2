/* Keys that a user gives to actions. */
#include <criterion/criterion.h>
#include <string.h>

#include "view/key_choice.h"

static KeyChoices choices;

static void choose(Action action, const char *word) {
  Str why = STR_EMPTY;
  key_choices_begin(&choices, action);
  cr_assert(key_choices_add(&choices, action, word, &why), "%s", why.data);
  str_free(&why);
}

static void refused(Action action, const char *word, const char *fragment) {
  Str why = STR_EMPTY;
  cr_expect(!key_choices_add(&choices, action, word, &why), "%s is taken", word);
  cr_expect(strstr(why.data, fragment), "“%s” is not in “%s”", fragment, why.data);
  str_free(&why);
}

static Keymap applied(void) {
  Keymap keymap;
  keymap_open(&keymap);
  key_choices_apply(&choices, &keymap);
  return keymap;
}

static void expect(const Keymap *keymap, Key key, unsigned contexts, Action action) {
  Action found = keymap_action(keymap, key, contexts);
  cr_expect_eq(found, action, "action %d, not %d", found, action);
}

Test(view_key_choice, usual_keys_stay) {
  Keymap keymap = applied();
  for (size_t i = 0; i < action_list_count; i++)
    for (size_t nth = 0; nth < ACTION_KEYS && action_list[i].keys[nth]; nth++)
      cr_expect_eq(keymap_key(&keymap, action_list[i].action, nth), action_list[i].keys[nth]);
  keymap_close(&keymap);
}

Test(view_key_choice, keys_replace_the_usual_ones) {
  choose(ACTION_SORT, "F2");
  choose(ACTION_SORT, "^S");
  choose(ACTION_NEXT, "ff");
  key_choices_begin(&choices, ACTION_SUSPEND);
  Keymap keymap = applied();
  expect(&keymap, KEYCODE_F1 + 1, CONTEXT_TREE, ACTION_SORT);
  expect(&keymap, KEY_CONTROL('s'), CONTEXT_TREE, ACTION_SORT);
  expect(&keymap, 's', CONTEXT_TREE, ACTION_NONE);
  expect(&keymap, KEY_CONTROL('z'), CONTEXT_TREE, ACTION_NONE);
  expect(&keymap, KEY_PAIR('f', 'f'), CONTEXT_TREE, ACTION_NEXT);
  keymap_close(&keymap);
  key_choices_free(&choices);
}

Test(view_key_choice, usual_keys_give_way) {
  choose(ACTION_SORT, "n");
  choose(ACTION_HELP, "y");
  Keymap keymap = applied();
  expect(&keymap, 'n', CONTEXT_TREE, ACTION_SORT);
  expect(&keymap, 'n', CONTEXT_TEXT, ACTION_NONE);
  expect(&keymap, 'N', CONTEXT_TREE, ACTION_PREVIOUS);
  expect(&keymap, 'y', CONTEXT_TREE, ACTION_HELP);
  cr_expect(!keymap_begins(&keymap, 'y', CONTEXT_TREE), "yy and yc give way to y");
  keymap_close(&keymap);
  key_choices_free(&choices);
}

Test(view_key_choice, faults) {
  choose(ACTION_SORT, "a");
  choose(ACTION_HELP, "bb");
  refused(ACTION_NEXT, "a", "the key “a” is that of “sort” already");
  refused(ACTION_SORT, "a", "the key “a” is that of “sort” already");
  refused(ACTION_NEXT, "b", "the key “b” cannot stand beside “bb”, that of “help”");
  refused(ACTION_NEXT, "ab", "the key “ab” cannot stand beside “a”, that of “sort”");
  refused(ACTION_NEXT, "F22", "did you mean “F2”?");
  refused(ACTION_NEXT, "PageDwn", "there is no key “PageDwn”");
  refused(ACTION_NEXT, "Entre", "did you mean “Enter”?");
  refused(ACTION_NEXT, "", "there is no key “”");
  refused(ACTION_NEXT, "^@", "there is no key “^@”");
  refused(ACTION_NEXT, "^C", "always leaves the program");
  key_choices_free(&choices);
}

/* What a terminal sends for both is one key. */
Test(view_key_choice, one_key_of_two_names) {
  choose(ACTION_SORT, "^M");
  refused(ACTION_NEXT, "Enter", "the key “Enter” is that of “sort” already");
  Keymap keymap = applied();
  expect(&keymap, KEYCODE_ENTER, CONTEXT_TREE, ACTION_SORT);
  keymap_close(&keymap);
  key_choices_free(&choices);
}

/* One key may do one thing in trees and another in texts. */
Test(view_key_choice, other_views_other_actions) {
  choose(ACTION_SHARE, "a");
  Str why = STR_EMPTY;
  const ActionInfo *split = NULL;
  for (size_t i = 0; i < action_list_count && !split; i++)
    if (!(action_list[i].contexts & action_info(ACTION_SHARE)->contexts))
      split = &action_list[i];
  cr_assert_not_null(split);
  cr_expect(key_choices_add(&choices, split->action, "a", &why), "%s", why.data);
  str_free(&why);
  key_choices_free(&choices);
}
