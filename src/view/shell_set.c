/* What can be set while the program runs: for what is seen, by a key or a command of its own, or
 * for all documents that are or will be open. */
#include <string.h>

#include "base/i18n.h"
#include "view/shell_parts.h"
#include "view/shown_unit.h"

/* ---- units */

static void offer_units(const char *typed, Candidates *out) {
  for (const ShownUnit *unit = shown_units; unit < shown_units + shown_unit_count; unit++)
    candidates_offer(out, typed, unit->name, _(unit->meaning), NULL);
  for (const ShownUnit *unit = shown_units; unit < shown_units + shown_unit_count; unit++)
    if (typed[0] != '\0' && strcmp(unit->name, unit->latin) != 0)
      candidates_offer(out, typed, unit->latin, _(unit->meaning), NULL);
}

void shell_offer_units(Shell *shell, const char *typed, Candidates *out) {
  (void)shell;
  offer_units(typed, out);
}

EventResult shell_unit_named(Shell *shell, const char *name) {
  const ShownUnit *unit = shown_unit_named(name);
  if (unit != NULL)
    shown_unit_set(shell_session(shell), unit->unit);
  else
    shell_say(shell, _("there is no unit '%s': 元, 千元, 万元, 亿元 or printed"), name);
  return RESULT_GO_ON;
}

EventResult shell_next_unit(Shell *shell, Action action) {
  Session *session = shell_session(shell);
  (void)action;
  shown_unit_set(session, shown_unit_next(session->unit));
  return RESULT_GO_ON;
}

static bool set_unit(Shell *shell, const char *value) {
  const ShownUnit *unit = shown_unit_named(value);
  if (unit == NULL)
    return false;
  shell->set.unit = unit->unit;
  shell->set.last = SETTING_UNIT;
  shown_unit_set(shell_session(shell), unit->unit);
  return true;
}

/* ---- shares */

static const Word share_words[SHARE_COUNT] = {
    [SHARE_BAR] = {"bar", N_("share of the parent as a bar")},
    [SHARE_OF_PARENT] = {"parent", N_("share of the parent")},
    [SHARE_OF_WHOLE] = {"whole", N_("share of the whole")},
    [SHARE_OFF] = {"off", N_("no shares")},
};

static void show_share(Shell *shell, ShareMode share) {
  shell_session(shell)->share = share;
  shell_say(shell, "%s", _(share_words[share].meaning));
}

EventResult shell_next_share(Shell *shell, Action action) {
  (void)action;
  show_share(shell, (ShareMode)((shell_session(shell)->share + 1) % SHARE_COUNT));
  return RESULT_GO_ON;
}

static void offer_shares(const char *typed, Candidates *out) {
  for (size_t i = 0; i < SHARE_COUNT; i++)
    candidates_offer(out, typed, share_words[i].name, _(share_words[i].meaning), NULL);
}

static bool set_share(Shell *shell, const char *value) {
  for (size_t i = 0; i < SHARE_COUNT; i++)
    if (strcmp(value, share_words[i].name) == 0) {
      shell->set.share = (ShareMode)i;
      shell->set.last = SETTING_SHARE;
      show_share(shell, (ShareMode)i);
      return true;
    }
  return false;
}

/* ---- signs */

static void offer_switch(const char *typed, Candidates *out) {
  candidates_offer(out, typed, "on", "", NULL);
  candidates_offer(out, typed, "off", "", NULL);
}

/* The configuration's words for a switch, too. */
static bool set_ascii(Shell *shell, const char *value) {
  bool on = strcmp(value, "on") == 0 || strcmp(value, "true") == 0;
  if (!on && strcmp(value, "off") != 0 && strcmp(value, "false") != 0)
    return false;
  shell->set.signs = on ? SIGNS_ASCII : SIGNS_UNICODE;
  shell->set.last = SETTING_SIGNS;
  return true;
}

/* ---- all of them */

static const struct {
  const char *name, *meaning; /* msgid */
  bool (*set)(Shell *shell, const char *value); /* false: not such a value */
  void (*offer)(const char *typed, Candidates *out);
} settings[] = {
    {"unit", N_("Unit of amounts: 元, 千元, 万元, 亿元, or printed"), set_unit, offer_units},
    {"share", N_("Shares: as bars, of the parent, of the whole, off"), set_share, offer_shares},
    {"ascii", N_("Boxes, bars and signs with ASCII characters only: on or off"), set_ascii,
     offer_switch},
};
enum { SETTINGS = sizeof settings / sizeof *settings };

static size_t find_setting(const char *name, size_t length) {
  size_t i = 0;
  while (i < SETTINGS &&
         (strlen(settings[i].name) != length || memcmp(settings[i].name, name, length) != 0))
    i++;
  return i;
}

void shell_offer_settings(Shell *shell, const char *typed, Candidates *out) {
  size_t length = strcspn(typed, " "), value = length + strspn(typed + length, " ");
  size_t setting = find_setting(typed, length);
  (void)shell;
  if (value > length && setting < SETTINGS) {
    out->start += value;
    settings[setting].offer(typed + value, out);
  }
  for (size_t i = 0; i < SETTINGS && value == length; i++)
    candidates_offer(out, typed, settings[i].name, _(settings[i].meaning), "VALUE");
}

static void say_no_value(Shell *shell, size_t setting, const char *value) {
  Candidates words = {.start = 0};
  Str list = STR_EMPTY;
  settings[setting].offer("", &words);
  for (size_t i = 0; i < words.items.count; i++)
    str_printf(&list, "%s %s", i > 0 ? "," : "", words.items.items[i].text);
  if (value[0] == '\0')
    shell_say(shell, _("'%s' needs a value; there are:%s"), settings[setting].name, list.data);
  else
    shell_say(shell, _("'%s' is no value of '%s'; there are:%s"), value, settings[setting].name,
              list.data);
  str_free(&list);
  candidates_free(&words);
}

EventResult shell_set(Shell *shell, const char *argument) {
  size_t length = strcspn(argument, " ");
  const char *value = argument + length + strspn(argument + length, " ");
  size_t setting = find_setting(argument, length);
  if (setting == SETTINGS)
    shell_say(shell, _("there is no setting '%.*s': unit, share or ascii"), (int)length, argument);
  else if (!settings[setting].set(shell, value))
    say_no_value(shell, setting, value);
  else
    return RESULT_SET;
  return RESULT_GO_ON;
}

void shell_apply_setting(const Shell *shell, Session *session) {
  if (shell->set.last == SETTING_UNIT)
    session->unit = shell->set.unit;
  else if (shell->set.last == SETTING_SHARE)
    session->share = shell->set.share;
}
