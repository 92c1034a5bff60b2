#include "view/browser_command.h"

#include <string.h>

#include "base/i18n.h"
#include "model/vocabulary.h"
#include "view/browser_parts.h"

static const char digits[] = "0123456789";

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

static Candidates candidates_of(Browser *browser, const char *text) {
  Candidates found = {.start = 0};
  Line line = line_open(text);
  const BrowserCommand *command = browser_command_find(line.name.data);
  found.start = line.named ? line.argument_at : line.name_at;
  if (!line.named)
    candidates_of_name(line.name.data, &found);
  else if (command != NULL && command->offer != NULL)
    command->offer(browser, text + line.argument_at, &found);
  line_free(&line);
  return found;
}

static void say_no_command(Browser *browser, const char *name) {
  Str search = browser_key_of(browser, ACTION_SEARCH);
  if (search.length > 0)
    browser_say(browser, _("there is no command '%s'; Tab lists them, %s searches"), name,
                search.data);
  else
    browser_say(browser, _("there is no command '%s'"), name);
  str_free(&search);
}

static void say_unknown(Browser *browser, const char *name, const Candidates *fitting) {
  VEC(Word) words = {0};
  for (size_t i = 0; i < browser_command_count; i++)
    vec_push(&words, (Word){browser_commands[i].name, NULL});
  for (size_t i = 0; i < action_list_count; i++)
    vec_push(&words, (Word){action_list[i].name, NULL});
  const char *nearest =
      fitting->items.count > 0
          ? fitting->items.items[0].text
          : vocabulary_nearest(&(Vocabulary){words.items, words.count}, name, strlen(name));
  if (nearest != NULL)
    browser_say(browser, _("there is no command '%s'; did you mean '%s'?"), name, nearest);
  else
    say_no_command(browser, name);
  vec_free(&words);
}

static EventResult run(Browser *browser, const char *name, const char *argument) {
  const BrowserCommand *command = browser_command_find(name);
  const ActionInfo *action = action_named(name);
  bool given = argument[0] != '\0', takes = command != NULL && command->argument != NULL;
  bool optional = takes && command->argument[0] == '[';
  if (command != NULL && (given == takes || optional))
    return command->run(browser, argument);
  if (given)
    browser_say(browser, _("nothing follows '%s'"), name);
  else if (action != NULL)
    return browser_act(browser, action->action);
  else
    browser_say(browser, "%s %s: %s", name, command->argument, _(command->meaning));
  return RESULT_GO_ON;
}

/* A name that only one command begins with stands for it. */
static EventResult run_line(Browser *browser, const char *text) {
  EventResult result = RESULT_GO_ON;
  Line line = line_open(text);
  Candidates fitting = {.start = 0};
  candidates_of_name(line.name.data, &fitting);
  const char *name = fitting.items.count == 1 ? fitting.items.items[0].text : line.name.data;
  if (browser_command_find(name) != NULL || action_named(name) != NULL)
    result = run(browser, name, line.argument.data);
  else if (line.name.length > 0)
    say_unknown(browser, line.name.data, &fitting);
  candidates_free(&fitting);
  line_free(&line);
  return result;
}

/* ---- accounts by their code */

static const char no_account[] = N_("no account has a code that begins with %s");

static bool is_code(const Str *line) {
  return line->length > 0 && strspn(line->data, digits) == line->length;
}

static const Str *typed(const Browser *browser) { return browser_typed(browser, HISTORY_COMMAND); }

static Window *list(Browser *browser) {
  return is_code(typed(browser)) ? &browser_pane(browser)->finder.window : NULL;
}

/* Gives the search back to the last query. */
static void end_listing(Browser *browser) {
  if (browser->accounts_listed)
    search_run(browser_session(browser)->search, browser_pane(browser)->query.data,
               browser_pane(browser)->query.length);
  browser->accounts_listed = false;
}

static void changed(Browser *browser) {
  browser->completion.chosen = 0;
  if (!is_code(typed(browser))) {
    end_listing(browser);
    return;
  }
  finder_run_codes(&browser_pane(browser)->finder, typed(browser)->data);
  browser->accounts_listed = true;
}

static void go_to_account(Browser *browser, const char *code) {
  Search *search = browser_session(browser)->search;
  if (search_count(search) == 0) {
    browser_say(browser, _(no_account), code);
    return;
  }
  Place place = search_hit(search, browser_pane(browser)->finder.window.cursor);
  browser_close_help(browser);
  if (!browser_go(browser, &place, false))
    browser_say(browser, "%s", _("no view shows that place"));
}

/* ---- keys */

/* What the line does may be to type another one. */
static EventResult accepted(Browser *browser) {
  EventResult result = RESULT_GO_ON;
  Str line = STR_EMPTY;
  bool code = is_code(typed(browser));
  str_add(&line, typed(browser)->data, typed(browser)->length);
  if (code)
    go_to_account(browser, line.data);
  end_listing(browser);
  if (!code)
    result = run_line(browser, line.data);
  str_free(&line);
  return result;
}

static void complete(Browser *browser, bool backwards) {
  Prompt *prompt = &browser->prompts[HISTORY_COMMAND];
  Candidates fitting = candidates_of(browser, completion_typed(&browser->completion, prompt));
  completion_step(&browser->completion, prompt, &fitting, backwards);
  candidates_free(&fitting);
}

static bool take_key(Browser *browser, Key key) {
  bool completes = key == KEYCODE_TAB || key == KEYCODE_BACK_TAB;
  if (completes)
    complete(browser, key == KEYCODE_BACK_TAB);
  else
    browser->completion.chosen = 0;
  return completes;
}

/* ---- the status line */

static void write_meaning(const char *text, Str *out) {
  Line line = line_open(text);
  const BrowserCommand *command = browser_command_find(line.name.data);
  if (command != NULL)
    candidate_write(command->name, command->argument, _(command->meaning), out);
  else
    str_printf(out, _("there is no command '%s'"), line.name.data);
  line_free(&line);
}

static void status(Browser *browser, Str *out) {
  const Completion *completion = &browser->completion;
  const char *text = completion_typed(completion, &browser->prompts[HISTORY_COMMAND]);
  if (is_code(typed(browser))) {
    if (search_count(browser_session(browser)->search) == 0)
      str_printf(out, _(no_account), text);
    else
      finder_status(&browser_pane(browser)->finder, out);
    return;
  }
  if (text[0] == '\0' && completion->chosen == 0) {
    str_add_text(out, _("type the code of an account or a command; Tab completes"));
    return;
  }
  Candidates fitting = candidates_of(browser, text);
  if (fitting.items.count > 0)
    candidates_write(&fitting, completion->chosen, out);
  else
    write_meaning(text, out);
  candidates_free(&fitting);
}

static const Typing command_line = {
    .sign = ":",
    .kind = HISTORY_COMMAND,
    .key = take_key,
    .changed = changed,
    .accepted = accepted,
    .cancelled = end_listing,
    .list = list,
    .status = status,
};

EventResult browser_start_command(Browser *browser, Action action) {
  (void)action;
  browser->completion.chosen = 0;
  browser_start_typing(browser, &command_line);
  return RESULT_GO_ON;
}
