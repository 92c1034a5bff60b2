#include "view/shown_unit.h"

#include <string.h>

#include "base/i18n.h"

const ShownUnit shown_units[] = {
    {UNIT_YUAN, "元", "yuan", N_("yuan"), true},
    {UNIT_THOUSAND, "千元", "qian", N_("thousand yuan"), false},
    {UNIT_WAN, "万元", "wan", N_("ten thousand yuan"), true},
    {UNIT_YI, "亿元", "yi", N_("hundred million yuan"), true},
    {-1, "printed", "printed", N_("amounts as printed"), true},
};
const size_t shown_unit_count = sizeof shown_units / sizeof *shown_units;

int shown_unit_next(int unit) {
  size_t i = 0;
  while (i < shown_unit_count && shown_units[i].unit != unit)
    i++;
  do
    i = (i + 1) % shown_unit_count;
  while (!shown_units[i].in_turn);
  return shown_units[i].unit;
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
