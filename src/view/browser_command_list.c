#include <string.h>

#include "base/i18n.h"
#include "view/browser_command.h"
#include "view/browser_parts.h"

static void say_no_annex(Browser *browser, const char *number) {
  Str key = browser_key_of(browser, ACTION_VIEW_2);
  if (key.length > 0)
    browser_say(browser, _("there is no annex %s; %s lists the annexes"), number, key.data);
  else
    browser_say(browser, _("there is no annex %s"), number);
  str_free(&key);
}

static EventResult open_annex(Browser *browser, const char *argument) {
  const Document *document = browser_session(browser)->document;
  const Annex *annex = document_annex(document, argument);
  if (annex == NULL) {
    say_no_annex(browser, argument);
    return RESULT_GO_ON;
  }
  Place place = {.kind = PLACE_ANNEX,
                 .annex = (uint32_t)(annex - document->annexes),
                 .leaf = PLACE_NO_LEAF,
                 .listed = !annex->included};
  browser_go_annexes(browser, &place);
  if (!annex->included)
    browser_say(browser, _("annex %s is listed, but not included"), annex->number);
  return RESULT_GO_ON;
}

static EventResult export_new(Browser *browser, const char *argument) {
  return browser_save(browser, argument, NULL, false);
}

static EventResult export_over(Browser *browser, const char *argument) {
  return browser_save(browser, argument, NULL, true);
}

static EventResult write_new(Browser *browser, const char *argument) {
  return browser_save(browser, argument, "yaml", false);
}

static EventResult write_over(Browser *browser, const char *argument) {
  return browser_save(browser, argument, "yaml", true);
}

static EventResult open_checks(Browser *browser, const char *argument) {
  (void)argument;
  return browser_act(browser, ACTION_VIEW_8);
}

/* Narrowed to the word. */
static EventResult open_help(Browser *browser, const char *word) {
  browser_close_help(browser);
  browser_act(browser, ACTION_HELP);
  if (word[0] != '\0')
    help_narrow(&browser->help, word);
  return RESULT_GO_ON;
}

/* A letter may follow at once, or as the next key. */
static EventResult mark(Browser *browser, Action action, const char *letter) {
  EventResult result = browser_act(browser, action);
  if (letter[0] == '\0' || browser->awaiting != action)
    return result;
  browser->awaiting = ACTION_NONE;
  browser_mark_key(browser, action,
                   letter[1] == '\0' ? (Key)(unsigned char)letter[0] : KEYCODE_NONE);
  return RESULT_GO_ON;
}

/* The line of the action is opened with the text in it, as if it had been typed there. */
static EventResult typed(Browser *browser, Action action, const char *text) {
  EventResult result = browser_act(browser, action);
  if (text[0] != '\0' && browser->typing != NULL)
    browser_typing_paste(browser, text, strlen(text));
  return result;
}

static EventResult search(Browser *browser, const char *text) {
  return typed(browser, ACTION_SEARCH, text);
}

static EventResult filter(Browser *browser, const char *text) {
  return typed(browser, ACTION_FILTER, text);
}

static EventResult set_mark(Browser *browser, const char *letter) {
  return mark(browser, ACTION_MARK, letter);
}

static EventResult go_to_mark(Browser *browser, const char *letter) {
  return mark(browser, ACTION_GO_MARK, letter);
}

static EventResult split(Browser *browser, const char *name) {
  const ActionInfo *info = action_named(name);
  if (name[0] == '\0')
    return browser_act(browser, ACTION_SPLIT);
  browser_close_help(browser);
  if (info != NULL && action_opens_view(info->action))
    browser_open_beside(browser, (size_t)(info->action - ACTION_VIEW_1));
  else
    browser_say(browser, _("there is no view '%s'; Tab lists them"), name);
  return RESULT_GO_ON;
}

const BrowserCommand browser_commands[] = {
    {"annex", "N", N_("An annex by its number"), open_annex, browser_offer_annexes},
    {"sort", "[COLUMN] [up|down|printed]",
     N_("Sort by a column: its title, a part of it, or its number; as its key does where none is "
        "named"),
     browser_sort, browser_offer_sort},
    {"unit", "UNIT", N_("Unit of amounts: 元, 万元, 亿元, or printed"), browser_unit_named,
     browser_offer_units},
    {"set", "NAME VALUE", N_("Set unit, share or ascii"), browser_set, browser_offer_settings},
    {"split", "[VIEW]", N_("Two views side by side: the second one by its name; without, one again"),
     split, browser_offer_views},
    {"search", "[TEXT]", N_("Search for a text"), search, NULL},
    {"filter", "[TEXT]", N_("Keep only what holds a text, with the accounts above it"), filter, NULL},
    {"mark", "[LETTER]", N_("Mark this place with a letter"), set_mark, NULL},
    {"go-to-mark", "[LETTER]", N_("Go to the mark of a letter"), go_to_mark, NULL},
    {"export", "FILE", N_("Write the document to a new file, in the format that its ending names"),
     export_new, browser_offer_files},
    {"export!", "FILE", N_("Write the document to a file, and replace one that exists"),
     export_over, browser_offer_files},
    {"w", "FILE", N_("Write the document to a new file, as YAML that reads back to it"), write_new,
     browser_offer_files},
    {"w!", "FILE", N_("Write the document as YAML, and replace a file that exists"), write_over,
     browser_offer_files},
    {"check", NULL, N_("Checks: do the figures hold together"), open_checks, NULL},
    {"help", "[WORD]", N_("The help, or its lines that hold a word"), open_help, NULL},
};
const size_t browser_command_count = sizeof browser_commands / sizeof *browser_commands;

const BrowserCommand *browser_command_find(const char *name) {
  for (size_t i = 0; i < browser_command_count; i++)
    if (strcmp(browser_commands[i].name, name) == 0)
      return &browser_commands[i];
  return NULL;
}

void candidates_of_name(const char *typed, Candidates *out) {
  for (size_t i = 0; i < browser_command_count; i++) {
    const BrowserCommand *command = &browser_commands[i];
    candidates_offer(out, typed, command->name, _(command->meaning), command->argument);
  }
  for (size_t i = 0; i < action_list_count; i++)
    if (browser_command_find(action_list[i].name) == NULL)
      candidates_offer(out, typed, action_list[i].name, _(action_list[i].help), NULL);
}
