/* Which keys do what: the usual ones of the action list, and what a user has changed. */
#ifndef BUDGETTUI_VIEW_KEYMAP_H
#define BUDGETTUI_VIEW_KEYMAP_H

#include "base/str.h"
#include "base/vec.h"
#include "view/action.h"

typedef struct {
  Key key;
  Action action;
} Binding;

/* In the order of the action list; the first key of an action is the one that hints name. */
typedef struct {
  VEC(Binding) bindings;
} Keymap;

/* The usual keys. */
void keymap_open(Keymap *keymap);
void keymap_close(Keymap *keymap);
/* Gives an action these keys in place of those it has; none: it has none. */
void keymap_bind(Keymap *keymap, Action action, const Key *keys, size_t count);

/* The action of a key in a view of these contexts; ACTION_NONE. */
Action keymap_action(const Keymap *keymap, Key key, unsigned contexts);
/* Whether a pair of keys that does something there begins with this one. */
bool keymap_begins(const Keymap *keymap, Key key, unsigned contexts);
/* The nth key of an action, from 0 on; KEYCODE_NONE when it has no more. */
Key keymap_key(const Keymap *keymap, Action action, size_t nth);
/* Adds what the pairs of keys do that begin with a key: "yy copy-row  yc copy-code". */
void keymap_write_pairs(const Keymap *keymap, Key first, unsigned contexts, Str *out);

#endif
