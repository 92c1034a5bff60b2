/* Events: which key does what, pairs of keys, what is pasted. */
#include "base/i18n.h"
#include "base/limits.h"
#include "view/shell_parts.h"

static void say_useless(Shell *shell, Key key) {
  Str name = STR_EMPTY;
  key_write(&name, key);
  shell_say(shell, _("%s does nothing here"), name.data);
  shell_hint(shell, ACTION_HELP, _("lists the keys"));
  str_free(&name);
}

/* The first key of a pair waits for the second, and the status line says so. */
static EventResult run_key(Shell *shell, Key key) {
  unsigned contexts = shell_contexts(shell);
  Key first = shell->first_key;
  shell->first_key = 0;
  if (first != 0 && key == KEYCODE_ESCAPE)
    return RESULT_GO_ON;
  Key wanted = first != 0 && key < 0x80 ? KEY_PAIR(first, key) : key;
  Action action = keymap_action(shell->keys, wanted, contexts);
  if (action != ACTION_NONE)
    return shell_do(shell, action);
  if (first != 0 || !keymap_begins(shell->keys, key, contexts)) {
    say_useless(shell, wanted);
    return RESULT_GO_ON;
  }
  shell->first_key = key;
  keymap_write_pairs(shell->keys, key, contexts, &shell_session(shell)->message);
  return RESULT_GO_ON;
}

static EventResult run_awaiting(Shell *shell, Key key) {
  Action action = shell->awaiting;
  shell->awaiting = ACTION_NONE;
  shell->type->take_key(shell->content, action, key);
  return RESULT_GO_ON;
}

void shell_await(Shell *shell, Action action) { shell->awaiting = action; }

void shell_end_wait(Shell *shell) {
  shell->awaiting = ACTION_NONE;
  shell->first_key = 0;
}

EventResult shell_key(Shell *shell, Key key) {
  bool goes_on = key == KEY_CONTROL('z') || key == KEY_CONTROL('l');
  str_clear(&shell_session(shell)->message);
  if (goes_on) {
    shell_end_wait(shell);
    return run_key(shell, key);
  }
  if (shell->typing != NULL)
    return shell_typing_key(shell, key);
  return shell->awaiting != ACTION_NONE ? run_awaiting(shell, key) : run_key(shell, key);
}

/* Where nothing is being typed, what is pasted is searched for: never are its characters taken for
 * keys. */
static EventResult paste(Shell *shell, const char *text, size_t length) {
  str_clear(&shell_session(shell)->message);
  shell_end_wait(shell);
  if (shell->typing == NULL)
    shell_act(shell, ACTION_SEARCH);
  if (shell->typing != NULL && !shell_typing_paste(shell, text, length))
    shell_say(shell, _("a line holds no more than %d bytes; the rest was left out"),
              LIMIT_TYPED);
  return RESULT_GO_ON;
}

EventResult shell_event(Shell *shell, const Event *event) {
  switch (event->kind) {
  case EVENT_KEY:
    return shell_key(shell, event->key);
  case EVENT_MOUSE:
    str_clear(&shell_session(shell)->message);
    return shell_mouse(shell, &event->mouse);
  case EVENT_PASTE:
    return paste(shell, event->text, event->length);
  }
  return RESULT_GO_ON;
}
