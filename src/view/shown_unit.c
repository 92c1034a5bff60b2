#include "view/shown_unit.h"

#include <string.h>

#include "base/i18n.h"

const ShownUnit shown_units[] = {
    {UNIT_YUAN, "元", "yuan", N_("yuan")},
    {UNIT_WAN, "万元", "wan", N_("ten thousand yuan")},
    {UNIT_YI, "亿元", "yi", N_("hundred million yuan")},
    {-1, "printed", "printed", N_("amounts as printed")},
};
const size_t shown_unit_count = sizeof shown_units / sizeof *shown_units;

int shown_unit_next(int unit) {
  for (size_t i = 0; i < shown_unit_count; i++)
    if (shown_units[i].unit == unit)
      return shown_units[(i + 1) % shown_unit_count].unit;
  return -1; /* after one that only an option chooses */
}

const ShownUnit *shown_unit_named(const char *name) {
  for (size_t i = 0; i < shown_unit_count; i++)
    if (strcmp(name, shown_units[i].name) == 0 || strcmp(name, shown_units[i].latin) == 0)
      return &shown_units[i];
  return NULL;
}

void shown_unit_set(Session *session, int unit) {
  session->unit = unit;
  if (unit < 0)
    session_say(session, "%s", _("amounts as printed"));
  else
    session_say(session, _("amounts in %s"), unit_name((Unit)unit));
}
