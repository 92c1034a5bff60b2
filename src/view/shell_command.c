/* The `:` prompt: one of the commands of the content or of all, or an action by its name. */
#include <string.h>

#include "base/i18n.h"
#include "model/vocabulary.h"
#include "view/shell_parts.h"

/* ---- the line */

/* A line in two: a name and what follows it, without the spaces around. */
typedef struct {
  Str name, argument;
  size_t name_at, argument_at;
  bool named; /* a space ends the name */
} Line;

static Line line_open(const char *text) {
  Line line = {.name = STR_EMPTY, .argument = STR_EMPTY, .name_at = strspn(text, " ")};
  size_t end = line.name_at + strcspn(text + line.name_at, " "), length = strlen(text);
  line.argument_at = end + strspn(text + end, " ");
  line.named = line.argument_at > end;
  while (length > line.argument_at && text[length - 1] == ' ')
    length--;
  str_add(&line.name, text + line.name_at, end - line.name_at);
  str_add(&line.argument, text + line.argument_at, length - line.argument_at);
  return line;
}

static void line_free(Line *line) {
  str_free(&line->name);
  str_free(&line->argument);
}

/* ---- what there is */

static const ShellCommand *find_in(const ShellCommand *commands, const char *name) {
  while (commands->name != NULL && strcmp(commands->name, name) != 0)
    commands++;
  return commands->name != NULL ? commands : NULL;
}

/* What a name stands for: a command, the content's own before those of all, and an action that the
 * content can ever do, which is done where nothing follows. Both NULL: for nothing. */
typedef struct {
  const ShellCommand *command;
  const ActionInfo *action;
} Named;

static Named find(const Shell *shell, const char *name) {
  const ShellCommand *own = find_in(shell->type->commands, name);
  const ShellCommand *command = own != NULL ? own : find_in(shell_commands, name);
  const ActionInfo *action = action_named(name);
  bool can = action != NULL && (action->contexts & shell->type->reach) != 0;
  return (Named){command, can ? action : NULL};
}

static bool is_found(const Named *named) { return named->command != NULL || named->action != NULL; }

static const char *name_of(const Named *named) {
  return named->command != NULL ? named->command->name : named->action->name;
}

static void offer_commands(const ShellCommand *commands, const char *typed, Candidates *out) {
  for (; commands->name != NULL; commands++)
    candidates_offer(out, typed, commands->name, _(commands->meaning), commands->argument);
}

/* The names of commands and actions that begin with `typed`. */
static void offer_names(const Shell *shell, const char *typed, Candidates *out) {
  offer_commands(shell->type->commands, typed, out);
  offer_commands(shell_commands, typed, out);
  for (size_t i = 0; i < action_list_count; i++) {
    Named named = find(shell, action_list[i].name);
    if (named.command == NULL && named.action != NULL)
      candidates_offer(out, typed, named.action->name, _(named.action->help), NULL);
  }
}

/* The same; a name that only one begins with stands for it. */
static Named find_meant(const Shell *shell, const char *name) {
  Named named = find(shell, name);
  Candidates fitting = {.start = 0};
  offer_names(shell, name, &fitting);
  if (!is_found(&named) && fitting.items.count == 1)
    named = find(shell, fitting.items.items[0].text);
  candidates_free(&fitting);
  return named;
}

static Candidates candidates_of(Shell *shell, const char *text) {
  Candidates found = {.start = 0};
  Line line = line_open(text);
  const ShellCommand *command = find_meant(shell, line.name.data).command;
  found.start = line.named ? line.argument_at : line.name_at;
  if (!line.named)
    offer_names(shell, line.name.data, &found);
  else if (command != NULL && command->offer != NULL)
    command->offer(shell, text + line.argument_at, &found);
  line_free(&line);
  return found;
}

/* ---- running it */

static void say_no_command(Shell *shell, const char *name) {
  shell_say(shell, _("there is no command '%s'; Tab lists them"), name);
  shell_hint(shell, ACTION_SEARCH, _("searches"));
}

/* What was meant, perhaps. */
static Named find_nearest(const Shell *shell, const char *name) {
  VEC(Word) words = {0};
  Candidates all = {.start = 0};
  Named found = {NULL, NULL};
  offer_names(shell, "", &all);
  for (size_t i = 0; i < all.items.count; i++)
    vec_push(&words, (Word){all.items.items[i].text, NULL});
  const char *nearest =
      vocabulary_nearest(&(Vocabulary){words.items, words.count}, name, strlen(name));
  if (nearest != NULL)
    found = find(shell, nearest);
  vec_free(&words);
  candidates_free(&all);
  return found;
}

/* Whether a document has it: a command, an action, a code. */
static bool is_known(const char *name) {
  return action_named(name) != NULL || find_in(browser_commands, name) != NULL ||
         name[strspn(name, "0123456789")] == '\0';
}

static void say_unknown(Shell *shell, const char *name) {
  Candidates fitting = {.start = 0};
  offer_names(shell, name, &fitting);
  bool begins = fitting.items.count > 0;
  Named near = begins ? find(shell, fitting.items.items[0].text) : find_nearest(shell, name);
  candidates_free(&fitting);
  if (!begins && is_known(name))
    shell_say(shell, _("'%s' is for a document that is open"), name);
  else if (is_found(&near))
    shell_say(shell, _("there is no command '%s'; did you mean '%s'?"), name, name_of(&near));
  else
    say_no_command(shell, name);
}

static EventResult run(Shell *shell, const Named *named, const char *argument) {
  const ShellCommand *command = named->command;
  bool given = argument[0] != '\0', takes = command != NULL && command->argument != NULL;
  bool optional = takes && command->argument[0] == '[';
  if (command != NULL && (given == takes || optional))
    return command->run(shell, argument);
  if (given)
    shell_say(shell, _("nothing follows '%s'"), name_of(named));
  else if (named->action != NULL)
    return shell_act(shell, named->action->action);
  else
    shell_say(shell, "%s %s: %s", command->name, command->argument, _(command->meaning));
  return RESULT_GO_ON;
}

static EventResult run_line(Shell *shell, const char *text) {
  EventResult result = RESULT_GO_ON;
  Line line = line_open(text);
  Named named = find_meant(shell, line.name.data);
  if (is_found(&named))
    result = run(shell, &named, line.argument.data);
  else if (line.name.length > 0)
    say_unknown(shell, line.name.data);
  line_free(&line);
  return result;
}

/* ---- the prompt */

/* What the line does may be to type another one. */
static EventResult accepted(Shell *shell) {
  Str line = STR_EMPTY;
  const Str *typed = shell_typed(shell, HISTORY_COMMAND);
  str_add(&line, typed->data, typed->length);
  EventResult result = run_line(shell, line.data);
  str_free(&line);
  return result;
}

static void changed(Shell *shell) { shell->completion.chosen = 0; }

static void cancelled(Shell *shell) { (void)shell; }

static void complete(Shell *shell, bool backwards) {
  Prompt *prompt = &shell->prompts[HISTORY_COMMAND];
  Candidates fitting = candidates_of(shell, completion_typed(&shell->completion, prompt));
  completion_step(&shell->completion, prompt, &fitting, backwards);
  candidates_free(&fitting);
}

static bool take_key(Shell *shell, Key key) {
  bool completes = key == KEYCODE_TAB || key == KEYCODE_BACK_TAB;
  if (completes)
    complete(shell, key == KEYCODE_BACK_TAB);
  else
    shell->completion.chosen = 0;
  return completes;
}

static void write_meaning(const Shell *shell, const char *text, Str *out) {
  Line line = line_open(text);
  Named named = find_meant(shell, line.name.data);
  if (named.command != NULL)
    candidate_write(named.command->name, named.command->argument, _(named.command->meaning), out);
  else if (named.action != NULL)
    candidate_write(named.action->name, NULL, _(named.action->help), out);
  else
    str_printf(out, _("there is no command '%s'"), line.name.data);
  line_free(&line);
}

static void status(Shell *shell, Str *out) {
  const Completion *completion = &shell->completion;
  const char *text = completion_typed(completion, &shell->prompts[HISTORY_COMMAND]);
  if (text[0] == '\0' && completion->chosen == 0) {
    str_add_text(out, _("type a command; Tab completes"));
    return;
  }
  Candidates fitting = candidates_of(shell, text);
  if (fitting.items.count > 0)
    candidates_write(&fitting, completion->chosen, out);
  else
    write_meaning(shell, text, out);
  candidates_free(&fitting);
}

const Typing shell_command_line = {
    .sign = ":",
    .kind = HISTORY_COMMAND,
    .key = take_key,
    .changed = changed,
    .accepted = accepted,
    .cancelled = cancelled,
    .status = status,
};

/* ---- commands that all have */

/* Narrowed to the word. */
static EventResult open_help(Shell *shell, const char *word) {
  shell_close_help(shell);
  shell_toggle_help(shell, ACTION_HELP);
  if (word[0] != '\0')
    help_narrow(&shell->help, word);
  return RESULT_GO_ON;
}

static EventResult search(Shell *shell, const char *text) {
  return shell_act_on_text(shell, ACTION_SEARCH, text);
}

static EventResult quit(Shell *shell, const char *argument) {
  (void)argument;
  return shell_act(shell, ACTION_QUIT);
}

EventResult shell_act_on_text(Shell *shell, Action action, const char *text) {
  EventResult result = shell_act(shell, action);
  if (text[0] != '\0' && shell->typing != NULL)
    shell_typing_paste(shell, text, strlen(text));
  return result;
}

const ShellCommand shell_commands[] = {
    {"unit", "UNIT", N_("Unit of amounts: 元, 千元, 万元, 亿元, or printed"), shell_unit_named,
     shell_offer_units},
    {"set", "NAME VALUE", N_("Set unit, share or ascii, for all documents"), shell_set,
     shell_offer_settings},
    {"sort", "[COLUMN] [up|down|printed]",
     N_("Sort by a column: its title, a part of it, or its number; as its key does where none is "
        "named"),
     shell_sort, shell_offer_sort},
    {"search", "[TEXT]", N_("Search for a text"), search, NULL},
    {"help", "[WORD]", N_("The help, or its lines that hold a word"), open_help, NULL},
    {"q", NULL, N_("Leave the program"), quit, NULL},
    {"q!", NULL, N_("Leave the program"), quit, NULL},
    {"qa", NULL, N_("Leave the program"), quit, NULL},
    {.name = NULL},
};
