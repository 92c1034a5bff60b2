/* Keys that a user gives to actions, in words: "s", "F2", "yy". A key does one thing in each view:
 * two actions that the user gives the same one are a fault, a usual key gives way. */
#ifndef BUDGETTUI_VIEW_KEY_CHOICE_H
#define BUDGETTUI_VIEW_KEY_CHOICE_H

#include "base/str.h"
#include "view/keymap.h"

typedef struct {
  VEC(Binding) chosen;
  bool told[ACTION_COUNT]; /* actions whose usual keys are replaced */
} KeyChoices;

/* A cleared one is empty. */
void key_choices_free(KeyChoices *choices);
/* The action has the keys that follow, and no others. */
void key_choices_begin(KeyChoices *choices, Action action);
/* False: `why` (translated) tells what is wrong with the key. */
bool key_choices_add(KeyChoices *choices, Action action, const char *word, Str *why);
/* Puts them in place of the usual keys of a key map. */
void key_choices_apply(const KeyChoices *choices, Keymap *keymap);

#endif
