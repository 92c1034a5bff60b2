/* Lines that are typed: what is alike for queries, filters and commands. */
#include "view/browser_parts.h"

void browser_start_typing(Browser *browser, const Typing *typing) {
  prompt_start(&browser->prompts[typing->kind]);
  browser->typing = typing;
}

Window *browser_typing_list(Browser *browser) {
  const Typing *typing = browser->typing;
  return typing != NULL && typing->list != NULL ? typing->list(browser) : NULL;
}

static EventResult accept(Browser *browser, const Typing *typing) {
  prompt_remember(&browser->prompts[typing->kind]);
  browser->typing = NULL;
  return typing->accepted(browser);
}

static EventResult cancel(Browser *browser, const Typing *typing) {
  browser->typing = NULL;
  typing->cancelled(browser);
  return RESULT_GO_ON;
}

EventResult browser_typing_key(Browser *browser, Key key) {
  const Typing *typing = browser->typing;
  if (typing->key != NULL && typing->key(browser, key))
    return RESULT_GO_ON;
  Window *list = browser_typing_list(browser);
  PromptResult result = prompt_key_beside(&browser->prompts[typing->kind], list, key);
  if (result == PROMPT_ACCEPTED)
    return accept(browser, typing);
  if (result == PROMPT_CANCELLED)
    return cancel(browser, typing);
  if (result == PROMPT_CHANGED)
    typing->changed(browser);
  return RESULT_GO_ON;
}

bool browser_typing_paste(Browser *browser, const char *text, size_t length) {
  bool all = prompt_paste(&browser->prompts[browser->typing->kind], text, length);
  browser->typing->changed(browser);
  return all;
}
