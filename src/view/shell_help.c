/* The help over the content, and the line that it is searched with. */
#include "view/shell_parts.h"

void shell_close_help(Shell *shell) {
  if (shell->helping)
    help_close(&shell->help);
  shell->helping = false;
}

EventResult shell_toggle_help(Shell *shell, Action action) {
  bool closes = shell->helping;
  (void)action;
  shell_close_help(shell);
  if (closes)
    return RESULT_GO_ON;
  help_open(&shell->help, shell->keys, shell_contexts(shell));
  shell->helping = true;
  return RESULT_GO_ON;
}

/* ---- searching it */

static const Str *typed(const Shell *shell) { return shell_typed(shell, HISTORY_SEARCH); }

static void changed(Shell *shell) { help_narrow(&shell->help, typed(shell)->data); }

static EventResult accepted(Shell *shell) {
  (void)shell;
  return RESULT_GO_ON;
}

static void cancelled(Shell *shell) { help_narrow(&shell->help, ""); }

static Window *list(Shell *shell) { return &shell->help.window; }

static void status(Shell *shell, Str *out) { help_status(&shell->help, out); }

static const Typing word_line = {
    .sign = "/",
    .kind = HISTORY_SEARCH,
    .changed = changed,
    .accepted = accepted,
    .cancelled = cancelled,
    .list = list,
    .status = status,
};

/* ---- actions */

/* The line of the help is done where one came from. */
static EventResult do_selected(Shell *shell) {
  const ActionInfo *selected = help_selected(&shell->help);
  if (selected == NULL)
    return RESULT_GO_ON;
  shell_close_help(shell);
  return shell_act(shell, selected->action);
}

static void step_out(Shell *shell) {
  if (shell->help.narrowed)
    help_narrow(&shell->help, "");
  else
    shell_close_help(shell);
}

bool shell_act_in_help(Shell *shell, Action action, EventResult *result) {
  *result = RESULT_GO_ON;
  switch (action) {
  case ACTION_ENTER: *result = do_selected(shell); return true;
  case ACTION_SEARCH: shell_start_typing(shell, &word_line); return true;
  case ACTION_UP_LEVEL:
  case ACTION_BACK:
  case ACTION_CANCEL: step_out(shell); return true;
  case ACTION_LEAVE: shell_close_help(shell); return true;
  default: return window_act(&shell->help.window, action);
  }
}
