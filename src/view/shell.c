#include "view/shell_parts.h"

#include "base/i18n.h"

/* ---- opening and closing */

Shell *shell_open(const ShellStart *start) {
  static const ShellStart usual = {0};
  Shell *shell = memory_zero(1, sizeof *shell);
  shell->start = start != NULL ? *start : usual;
  shell->set = (Settings){.unit = shell->start.unit - 1, .share = shell->start.share};
  keymap_open(&shell->usual_keys);
  shell->keys = shell->start.keys != NULL ? shell->start.keys : &shell->usual_keys;
  history_open(&shell->usual_history);
  shell->history = shell->start.history != NULL ? shell->start.history : &shell->usual_history;
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    prompt_init(&shell->prompts[kind], shell->history, (HistoryKind)kind);
  shell->completion.typed = (Str)STR_EMPTY;
  shell->copied = (Str)STR_EMPTY;
  return shell;
}

void shell_close(Shell *shell) {
  if (shell == NULL)
    return;
  shell_close_help(shell);
  for (int kind = 0; kind < HISTORY_KINDS; kind++)
    prompt_free(&shell->prompts[kind]);
  str_free(&shell->completion.typed);
  str_free(&shell->copied);
  history_close(&shell->usual_history);
  keymap_close(&shell->usual_keys);
  memory_free(shell);
}

void shell_show(Shell *shell, const ContentType *type, void *content) {
  shell->type = type;
  shell->content = content;
}

unsigned shell_contexts(Shell *shell) {
  return shell->helping ? CONTEXT_HELP : shell->type->contexts(shell->content);
}

bool shell_was_led(const Shell *shell) {
  const ContentType *type = shell->type;
  return !shell->helping && type->was_led != NULL && type->was_led(shell->content);
}

const Str *shell_copied(const Shell *shell) { return &shell->copied; }

/* ---- saying */

void shell_say(Shell *shell, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  session_vsay(shell_session(shell), format, arguments);
  va_end(arguments);
}

void shell_message(Shell *shell, const char *text) { shell_say(shell, "%s", text); }

void shell_hint(Shell *shell, Action action, const char *does) {
  Str key = STR_EMPTY;
  key_write(&key, keymap_key(shell->keys, action, 0));
  if (key.length > 0)
    str_printf(&shell_session(shell)->message, _("; %s %s"), key.data, does);
  str_free(&key);
}

void shell_say_elsewhere(Shell *shell) {
  shell_say(shell, "%s", _("not in this view"));
  shell_hint(shell, ACTION_HELP, _("lists what there is"));
}

/* ---- actions */

/* What only the caller can do. */
static EventResult ask(Shell *shell, Action action) {
  static const struct {
    Action action;
    EventResult result;
  } asked[] = {
      {ACTION_QUIT, RESULT_QUIT},     {ACTION_SUSPEND, RESULT_SUSPEND},
      {ACTION_REDRAW, RESULT_REDRAW}, {ACTION_EDIT, RESULT_EDIT},
      {ACTION_RELOAD, RESULT_RELOAD}, {ACTION_NEXT_DOCUMENT, RESULT_NEXT},
      {ACTION_PREVIOUS_DOCUMENT, RESULT_PREVIOUS},
  };
  size_t i = 0;
  (void)shell;
  while (asked[i].action != action)
    i++;
  return asked[i].result;
}

static EventResult start_command(Shell *shell, Action action) {
  const Typing *own = shell->type->command_line;
  (void)action;
  shell_start_typing(shell, own != NULL ? own : &shell_command_line);
  return RESULT_GO_ON;
}

static const struct {
  Action action;
  EventResult (*run)(Shell *shell, Action action);
} own_actions[] = {
    {ACTION_HELP, shell_toggle_help}, {ACTION_COMMAND, start_command},
    {ACTION_UNIT, shell_next_unit},   {ACTION_SHARE, shell_next_share},
    {ACTION_QUIT, ask},               {ACTION_SUSPEND, ask},
    {ACTION_REDRAW, ask},             {ACTION_EDIT, ask},
    {ACTION_RELOAD, ask},             {ACTION_NEXT_DOCUMENT, ask},
    {ACTION_PREVIOUS_DOCUMENT, ask},
};

/* The help is asked first, or what lies over the content; an action of the content itself closes
 * the help. */
EventResult shell_do(Shell *shell, Action action) {
  EventResult result;
  const ContentType *type = shell->type;
  if (shell->helping && shell_act_in_help(shell, action, &result))
    return result;
  if (!shell->helping && type->over != NULL && type->over(shell->content, action))
    return RESULT_GO_ON;
  for (size_t i = 0; i < sizeof own_actions / sizeof *own_actions; i++)
    if (own_actions[i].action == action)
      return own_actions[i].run(shell, action);
  shell_close_help(shell);
  if ((action_info(action)->contexts & type->reach) != 0)
    return type->act(shell->content, action);
  shell_say_elsewhere(shell);
  return RESULT_GO_ON;
}

EventResult shell_act(Shell *shell, Action action) {
  if ((action_info(action)->contexts & shell_contexts(shell)) != 0)
    return shell_do(shell, action);
  shell_say_elsewhere(shell);
  return RESULT_GO_ON;
}
