/* The `:` prompt of the list: the actions of the list by their names. */
#include <string.h>

#include "base/i18n.h"
#include "view/application_parts.h"

static bool is_for_list(const ActionInfo *info) { return (info->contexts & CONTEXT_FILES) != 0; }

static Candidates candidates_of(const char *typed) {
  Candidates found = {.start = strspn(typed, " ")};
  for (size_t i = 0; i < action_list_count; i++)
    if (is_for_list(&action_list[i]))
      candidates_offer(&found, typed + found.start, action_list[i].name, _(action_list[i].help),
                       NULL);
  return found;
}

/* By its whole name, or by a beginning that no other has; NULL. */
static const ActionInfo *action_of(const char *typed) {
  const ActionInfo *named = action_named(typed);
  Candidates fitting = candidates_of(typed);
  if (fitting.items.count == 1)
    named = action_named(fitting.items.items[0].text);
  candidates_free(&fitting);
  return named != NULL && is_for_list(named) ? named : NULL;
}

static EventResult accept(Application *application) {
  List *list = &application->list;
  Str line = STR_EMPTY;
  EventResult result = RESULT_GO_ON;
  const char *typed = list->command.line.data;
  size_t start = strspn(typed, " ");
  str_add(&line, typed + start, strcspn(typed + start, " "));
  prompt_remember(&list->command);
  list->typing = LIST_KEYS;
  const ActionInfo *action = action_of(line.data);
  if (line.length > 0 && action != NULL)
    result = list_act(application, action->action);
  else if (line.length > 0)
    session_say(&list->files.session, _("there is no command '%s'"), line.data);
  str_free(&line);
  return result;
}

static void complete(List *list, bool backwards) {
  Candidates fitting = candidates_of(completion_typed(&list->completion, &list->command));
  completion_step(&list->completion, &list->command, &fitting, backwards);
  candidates_free(&fitting);
}

EventResult list_command_key(Application *application, Key key) {
  List *list = &application->list;
  if (key == KEYCODE_TAB || key == KEYCODE_BACK_TAB) {
    complete(list, key == KEYCODE_BACK_TAB);
    return RESULT_GO_ON;
  }
  list->completion.chosen = 0;
  PromptResult result = prompt_key_beside(&list->command, NULL, key);
  if (result == PROMPT_ACCEPTED)
    return accept(application);
  if (result == PROMPT_CANCELLED)
    list->typing = LIST_KEYS;
  return RESULT_GO_ON;
}

void list_command_status(const List *list, Str *out) {
  const char *typed = completion_typed(&list->completion, &list->command);
  Candidates fitting = candidates_of(typed);
  if (fitting.items.count == 0)
    str_printf(out, _("there is no command '%s'"), typed);
  candidates_write(&fitting, list->completion.chosen, out);
  candidates_free(&fitting);
}
