#include <string.h>

#include "base/i18n.h"
#include "view/browser_parts.h"

static EventResult open_annex(Shell *shell, const char *argument) {
  Browser *browser = browser_of(shell);
  const Document *document = browser_session(browser)->document;
  const Annex *annex = document_annex(document, argument);
  if (annex == NULL) {
    browser_say(browser, _("there is no annex %s"), argument);
    shell_hint(shell, ACTION_VIEW_2, _("lists the annexes"));
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

static EventResult export_new(Shell *shell, const char *argument) {
  return browser_write(browser_of(shell), argument, WRITE_DOCUMENT, false);
}

static EventResult export_over(Shell *shell, const char *argument) {
  return browser_write(browser_of(shell), argument, WRITE_DOCUMENT, true);
}

static EventResult export_annex_new(Shell *shell, const char *argument) {
  return browser_write(browser_of(shell), argument, WRITE_ANNEX, false);
}

static EventResult export_annex_over(Shell *shell, const char *argument) {
  return browser_write(browser_of(shell), argument, WRITE_ANNEX, true);
}

static EventResult write_new(Shell *shell, const char *argument) {
  return browser_write(browser_of(shell), argument, WRITE_YAML, false);
}

static EventResult write_over(Shell *shell, const char *argument) {
  return browser_write(browser_of(shell), argument, WRITE_YAML, true);
}

static EventResult open_checks(Shell *shell, const char *argument) {
  (void)argument;
  return shell_act(shell, ACTION_VIEW_8);
}

static EventResult next_document(Shell *shell, const char *argument) {
  (void)argument;
  return shell_act(shell, ACTION_NEXT_DOCUMENT);
}

static EventResult previous_document(Shell *shell, const char *argument) {
  (void)argument;
  return shell_act(shell, ACTION_PREVIOUS_DOCUMENT);
}

/* A letter may follow at once, or as the next key. */
static EventResult mark(Browser *browser, Action action, const char *letter) {
  EventResult result = shell_act(browser->shell, action);
  if (letter[0] == '\0' || browser->shell->awaiting != action)
    return result;
  shell_end_wait(browser->shell);
  browser_mark_key(browser, action,
                   letter[1] == '\0' ? (Key)(unsigned char)letter[0] : KEYCODE_NONE);
  return RESULT_GO_ON;
}

static EventResult filter(Shell *shell, const char *text) {
  return shell_act_on_text(shell, ACTION_FILTER, text);
}

static EventResult set_mark(Shell *shell, const char *letter) {
  Browser *browser = browser_of(shell);
  return mark(browser, ACTION_MARK, letter);
}

static EventResult go_to_mark(Shell *shell, const char *letter) {
  Browser *browser = browser_of(shell);
  return mark(browser, ACTION_GO_MARK, letter);
}

static EventResult split(Shell *shell, const char *name) {
  Browser *browser = browser_of(shell);
  const ActionInfo *info = action_named(name);
  if (name[0] == '\0')
    return shell_act(browser->shell, ACTION_SPLIT);
  shell_close_help(browser->shell);
  if (name[0] >= '1' && name[0] < '1' + BROWSER_VIEWS && name[1] == '\0')
    browser_open_beside(browser, (size_t)(name[0] - '1'));
  else if (info != NULL && action_opens_view(info->action))
    browser_open_beside(browser, (size_t)(info->action - ACTION_VIEW_1));
  else
    browser_say(browser, _("there is no view '%s'; Tab lists them"), name);
  return RESULT_GO_ON;
}

const ShellCommand browser_commands[] = {
    {"annex", "N", N_("An annex by its number"), open_annex, browser_offer_annexes},
    {"split", "[VIEW]",
     N_("Two views side by side: the second one by its name or number; as its key does where none "
        "is named"),
     split, browser_offer_views},
    {"filter", "[TEXT]", N_("Keep only what holds a text, with the accounts above it"), filter,
     NULL},
    {"mark", "[LETTER]", N_("Mark this place with a letter"), set_mark, NULL},
    {"go-to-mark", "[LETTER]", N_("Go to the mark of a letter"), go_to_mark, NULL},
    {"export", "FILE", N_("Write the document to a new file, in the format that its ending names"),
     export_new, browser_offer_files},
    {"export!", "FILE", N_("Write the document to a file, and replace one that exists"),
     export_over, browser_offer_files},
    {"export-annex", "FILE",
     N_("Write the annex of the selected line to a new file, in the format that its ending names"),
     export_annex_new, browser_offer_files},
    {"export-annex!", "FILE", N_("Write that annex to a file, and replace one that exists"),
     export_annex_over, browser_offer_files},
    {"w", "FILE", N_("Write the document to a new file, as YAML that reads back to it"), write_new,
     browser_offer_files},
    {"w!", "FILE", N_("Write the document as YAML, and replace a file that exists"), write_over,
     browser_offer_files},
    {"check", NULL, N_("Checks: do the figures hold together"), open_checks, NULL},
    {"n", NULL, N_("The next document of the list, at the same account"), next_document, NULL},
    {"p", NULL, N_("The document before it in the list, at the same account"), previous_document,
     NULL},
    {.name = NULL},
};
