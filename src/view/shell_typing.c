/* Lines that are typed: what is alike for queries, filters and commands. */
#include "view/shell_parts.h"

void shell_start_typing(Shell *shell, const Typing *typing) {
  prompt_start(&shell->prompts[typing->kind]);
  shell->completion.chosen = 0;
  shell->typing = typing;
}

Window *shell_typing_list(Shell *shell) {
  const Typing *typing = shell->typing;
  return typing != NULL && typing->list != NULL ? typing->list(shell) : NULL;
}

static EventResult accept(Shell *shell, const Typing *typing) {
  prompt_remember(&shell->prompts[typing->kind]);
  shell->typing = NULL;
  return typing->accepted(shell);
}

static EventResult cancel(Shell *shell, const Typing *typing) {
  shell->typing = NULL;
  typing->cancelled(shell);
  return RESULT_GO_ON;
}

EventResult shell_typing_key(Shell *shell, Key key) {
  const Typing *typing = shell->typing;
  if (typing->key != NULL && typing->key(shell, key))
    return RESULT_GO_ON;
  Window *list = shell_typing_list(shell);
  PromptResult result = prompt_key_beside(&shell->prompts[typing->kind], list, key);
  if (result == PROMPT_ACCEPTED)
    return accept(shell, typing);
  if (result == PROMPT_CANCELLED)
    return cancel(shell, typing);
  if (result == PROMPT_CHANGED)
    typing->changed(shell);
  return RESULT_GO_ON;
}

bool shell_typing_paste(Shell *shell, const char *text, size_t length) {
  bool all = prompt_paste(&shell->prompts[shell->typing->kind], text, length);
  shell->typing->changed(shell);
  return all;
}
