/* What can be set while the browser runs. */
#include <string.h>

#include "base/i18n.h"
#include "view/browser_command.h"
#include "view/browser_parts.h"
#include "view/shown_unit.h"

/* ---- units */

static void offer_units(const char *typed, Candidates *out) {
  for (const ShownUnit *unit = shown_units; unit < shown_units + shown_unit_count; unit++)
    candidates_offer(out, typed, unit->name, _(unit->meaning), NULL);
  for (const ShownUnit *unit = shown_units; unit < shown_units + shown_unit_count; unit++)
    if (typed[0] != '\0' && strcmp(unit->name, unit->latin) != 0)
      candidates_offer(out, typed, unit->latin, _(unit->meaning), NULL);
}

static bool set_unit(Browser *browser, const char *value) {
  const ShownUnit *unit = shown_unit_named(value);
  if (unit != NULL)
    shown_unit_set(browser_session(browser), unit->unit);
  return unit != NULL;
}

void browser_offer_units(Browser *browser, const char *typed, Candidates *out) {
  (void)browser;
  offer_units(typed, out);
}

EventResult browser_unit_named(Browser *browser, const char *name) {
  if (!set_unit(browser, name))
    browser_say(browser, _("there is no unit '%s': 元, 万元, 亿元 or printed"), name);
  return RESULT_GO_ON;
}

/* ---- shares */

static const Word share_words[SHARE_COUNT] = {
    [SHARE_BAR] = {"bar", N_("share of the parent as a bar")},
    [SHARE_OF_PARENT] = {"parent", N_("share of the parent")},
    [SHARE_OF_WHOLE] = {"whole", N_("share of the whole")},
    [SHARE_OFF] = {"off", N_("no shares")},
};

void browser_set_share(Browser *browser, ShareMode share) {
  browser_session(browser)->share = share;
  browser_say(browser, "%s", _(share_words[share].meaning));
}

static void offer_shares(const char *typed, Candidates *out) {
  for (size_t i = 0; i < SHARE_COUNT; i++)
    candidates_offer(out, typed, share_words[i].name, _(share_words[i].meaning), NULL);
}

static bool set_share(Browser *browser, const char *value) {
  for (size_t i = 0; i < SHARE_COUNT; i++)
    if (strcmp(value, share_words[i].name) == 0) {
      browser_set_share(browser, (ShareMode)i);
      return true;
    }
  return false;
}

/* ---- signs */

static void offer_switch(const char *typed, Candidates *out) {
  candidates_offer(out, typed, "on", "", NULL);
  candidates_offer(out, typed, "off", "", NULL);
}

static bool set_ascii(Browser *browser, const char *value) {
  bool on = strcmp(value, "on") == 0;
  if (!on && strcmp(value, "off") != 0)
    return false;
  browser->signs = on ? SIGNS_ASCII : SIGNS_UNICODE;
  return true;
}

/* ---- all of them */

static const struct {
  const char *name, *meaning; /* msgid */
  bool (*set)(Browser *browser, const char *value); /* false: not such a value */
  void (*offer)(const char *typed, Candidates *out);
} settings[] = {
    {"unit", N_("Unit of amounts: 元, 万元, 亿元, or printed"), set_unit, offer_units},
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

void browser_offer_settings(Browser *browser, const char *typed, Candidates *out) {
  size_t length = strcspn(typed, " "), value = length + strspn(typed + length, " ");
  size_t setting = find_setting(typed, length);
  (void)browser;
  if (value > length && setting < SETTINGS) {
    out->start += value;
    settings[setting].offer(typed + value, out);
  }
  for (size_t i = 0; i < SETTINGS && value == length; i++)
    candidates_offer(out, typed, settings[i].name, _(settings[i].meaning), "VALUE");
}

EventResult browser_set(Browser *browser, const char *argument) {
  size_t length = strcspn(argument, " ");
  const char *value = argument + length + strspn(argument + length, " ");
  size_t setting = find_setting(argument, length);
  if (setting == SETTINGS)
    browser_say(browser, _("there is no setting '%.*s': unit, share or ascii"), (int)length,
                argument);
  else if (!settings[setting].set(browser, value))
    browser_say(browser, _("'%s' is no value of '%s': %s"), value, settings[setting].name,
                _(settings[setting].meaning));
  return RESULT_GO_ON;
}
