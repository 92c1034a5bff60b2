/* Events: which key does what, pairs of keys, what is pasted. */
#include "base/i18n.h"
#include "base/limits.h"
#include "view/browser_parts.h"

static void say_useless(Browser *browser, Key key) {
  Str name = STR_EMPTY, help = browser_key_of(browser, ACTION_HELP);
  key_write(&name, key);
  if (help.length > 0)
    browser_say(browser, _("%s does nothing here; %s lists the keys"), name.data, help.data);
  else
    browser_say(browser, _("%s does nothing here"), name.data);
  str_free(&help);
  str_free(&name);
}

/* The first key of a pair waits for the second, and the status line says so. */
static EventResult run_key(Browser *browser, Key key) {
  unsigned contexts = browser_key_contexts(browser);
  Key first = browser->first_key;
  browser->first_key = 0;
  if (first != 0 && key == KEYCODE_ESCAPE)
    return RESULT_GO_ON;
  Key wanted = first != 0 && key < 0x80 ? KEY_PAIR(first, key) : key;
  Action action = keymap_action(browser->keys, wanted, contexts);
  if (action != ACTION_NONE)
    return browser_do(browser, action);
  if (first != 0 || !keymap_begins(browser->keys, key, contexts)) {
    say_useless(browser, wanted);
    return RESULT_GO_ON;
  }
  browser->first_key = key;
  keymap_write_pairs(browser->keys, key, contexts, &browser_session(browser)->message);
  return RESULT_GO_ON;
}

static EventResult run_awaiting(Browser *browser, Key key) {
  Action action = browser->awaiting;
  browser->awaiting = ACTION_NONE;
  if (action == ACTION_SPLIT)
    browser_split_key(browser, key);
  else
    browser_mark_key(browser, action, key);
  return RESULT_GO_ON;
}

void browser_end_wait(Browser *browser) {
  browser->awaiting = ACTION_NONE;
  browser->first_key = 0;
}

EventResult browser_key(Browser *browser, Key key) {
  bool goes_on = key == KEY_CONTROL('z') || key == KEY_CONTROL('l');
  str_clear(&browser_session(browser)->message);
  if (goes_on) {
    browser_end_wait(browser);
    return run_key(browser, key);
  }
  if (browser->typing != NULL)
    return browser_typing_key(browser, key);
  return browser->awaiting != ACTION_NONE ? run_awaiting(browser, key) : run_key(browser, key);
}

/* Where nothing is being typed, what is pasted is searched for: never are its characters taken for
 * keys. */
static EventResult paste(Browser *browser, const char *text, size_t length) {
  str_clear(&browser_session(browser)->message);
  browser_end_wait(browser);
  if (browser->typing == NULL)
    browser_start_search(browser, ACTION_SEARCH);
  if (!browser_typing_paste(browser, text, length))
    browser_say(browser, _("a line holds no more than %d bytes; the rest was left out"),
                LIMIT_TYPED);
  return RESULT_GO_ON;
}

EventResult browser_event(Browser *browser, const Event *event) {
  switch (event->kind) {
  case EVENT_KEY:
    return browser_key(browser, event->key);
  case EVENT_MOUSE:
    str_clear(&browser_session(browser)->message);
    return browser_mouse(browser, &event->mouse);
  case EVENT_PASTE:
    return paste(browser, event->text, event->length);
  }
  return RESULT_GO_ON;
}
