/* What is taken away: to the clipboard, or to an editor. */
#include "base/i18n.h"
#include "check/describe.h"
#include "view/browser_parts.h"
#include "view/copy.h"

static const struct {
  Action action;
  CopyPart part;
  const char *nothing; /* msgid */
} copies[] = {
    {ACTION_COPY_ROW, COPY_ROW, N_("there is no row to copy here")},
    {ACTION_COPY_CODE, COPY_CODE, N_("there is no account code to copy here")},
    {ACTION_COPY_AMOUNT, COPY_AMOUNT, N_("there is no amount to copy here")},
    {ACTION_COPY_PATH, COPY_PATH, N_("there is no name to copy here")},
};

EventResult browser_copy(Browser *browser, Action action) {
  Visit here = browser_here(browser);
  size_t i = 0;
  while (copies[i].action != action)
    i++;
  str_clear(&browser->shell->copied);
  if (!copy_part(browser_session(browser)->document, &here.place, copies[i].part,
                 &browser->shell->copied)) {
    browser_say(browser, "%s", _(copies[i].nothing));
    return RESULT_GO_ON;
  }
  browser_say(browser, _("copied: %s"), browser->shell->copied.data);
  return RESULT_COPY;
}

uint32_t browser_line(Browser *browser) {
  Visit here = browser_here(browser);
  return here.place.kind == PLACE_NONE
             ? 0
             : check_position(browser_session(browser)->document, &here.place).line;
}
