/* The `:` prompt of the list: the actions of the list by their names. */
#include <string.h>

#include "base/i18n.h"
#include "view/application_parts.h"

static bool is_for_list(const ActionInfo *info) { return (info->contexts & CONTEXT_FILES) != 0; }

/* The nth action of the list whose name begins so; NULL. `count` (may be NULL): how many do. */
static const ActionInfo *fitting(const char *typed, size_t nth, size_t *count) {
  const ActionInfo *found = NULL;
  size_t fit = 0;
  for (size_t i = 0; i < action_list_count; i++)
    if (is_for_list(&action_list[i]) && strncmp(action_list[i].name, typed, strlen(typed)) == 0 &&
        fit++ == nth)
      found = &action_list[i];
  if (count != NULL)
    *count = fit;
  return found;
}

/* By its whole name, or by a beginning that no other has. */
static const ActionInfo *action_of(const char *typed) {
  const ActionInfo *named = action_named(typed);
  size_t count;
  if (named != NULL && is_for_list(named))
    return named;
  const ActionInfo *first = fitting(typed, 0, &count);
  return count == 1 ? first : NULL;
}

static BrowserResult accept(Application *application) {
  List *list = &application->list;
  Str line = STR_EMPTY;
  BrowserResult result = BROWSER_GO_ON;
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

/* Puts what fits in the place of what is typed, one after the other. */
static void complete(List *list, bool backwards) {
  Prompt *prompt = &list->command;
  size_t count, last = list->chosen;
  if (last == 0) {
    str_clear(&list->typed);
    str_add(&list->typed, prompt->line.data, prompt->line.length);
  }
  fitting(list->typed.data, 0, &count);
  if (count == 0)
    return;
  list->chosen = backwards ? (last > 1 ? last - 1 : count) : last % count + 1;
  str_clear(&prompt->line);
  str_add_text(&prompt->line, fitting(list->typed.data, list->chosen - 1, NULL)->name);
  prompt->cursor = prompt->line.length;
}

BrowserResult list_command_key(Application *application, Key key) {
  List *list = &application->list;
  if (key == KEYCODE_TAB || key == KEYCODE_BACK_TAB) {
    complete(list, key == KEYCODE_BACK_TAB);
    return BROWSER_GO_ON;
  }
  list->chosen = 0;
  PromptResult result = prompt_key_beside(&list->command, NULL, key);
  if (result == PROMPT_ACCEPTED)
    return accept(application);
  if (result == PROMPT_CANCELLED)
    list->typing = LIST_KEYS;
  return BROWSER_GO_ON;
}

void list_command_status(const List *list, Str *out) {
  enum { MOST = 12 };
  const char *typed = list->chosen > 0 ? list->typed.data : list->command.line.data;
  size_t count, first = list->chosen > 0 ? list->chosen - 1 : 0;
  fitting(typed, 0, &count);
  if (count == 0)
    str_printf(out, _("there is no command '%s'"), typed);
  if (list->chosen > 0)
    str_printf(out, "%zu/%zu ", list->chosen, count);
  for (size_t i = 0; i < count && i < MOST; i++) {
    const ActionInfo *info = fitting(typed, (first + i) % count, NULL);
    str_printf(out, "%s%s: %s", i > 0 ? " | " : "", info->name, _(info->help));
  }
}
