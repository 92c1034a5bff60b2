/* In another document the same that is seen in this one: to compare years, or offices. */
#include <string.h>

#include "base/i18n.h"
#include "model/code_index.h"
#include "view/browser_parts.h"
#include "view/copy.h"
#include "view/place_carry.h"

/* Of the rows of an account the one in a table of the same kind; else the one that is shown first.
 * False: the account has no row. */
static bool find_account(const Document *document, const char *code, const Annex *alike,
                         Place *place) {
  size_t first, count = code_index_prefix(document, code, &first);
  const CodeEntry *entries = document->codes->entries + first;
  if (count == 0 || code_entry_digits(entries) != strlen(code))
    return false;
  const CodeEntry *found = browser_leading_row(document, entries, count);
  for (size_t i = count; i-- > 0;) {
    const Annex *annex = &document->annexes[entries[i].annex];
    if (entries[i].key == entries[0].key && annex->kind == alike->kind &&
        annex->classification == alike->classification)
      found = &entries[i];
  }
  *place = browser_row_place(document, found);
  return true;
}

/* The account, or the nearest one above it that the document has; says when it has not the account
 * itself. */
static void find_nearest(Browser *browser, Str *code, const Annex *alike, Place *place) {
  const Document *document = browser_session(browser)->document;
  if (find_account(document, code->data, alike, place))
    return;
  browser_say(browser, _("account %s stands nowhere in the document"), code->data);
  while (code->length > 1) {
    str_cut(code, code->length - 1);
    if (find_account(document, code->data, alike, place))
      return;
  }
}

static void carry_query(const Pane *from, Pane *to) {
  if (from->query.length == 0)
    return;
  str_clear(&to->query);
  str_add(&to->query, from->query.data, from->query.length);
  to->hit.kind = PLACE_NONE;
  to->session.highlight = from->session.highlight;
  search_run(to->session.search, to->query.data, to->query.length);
}

void browser_show_alike(Browser *browser, Browser *from) {
  const Document *old = browser_session(from)->document;
  const Document *document = browser_session(browser)->document;
  Visit seen = browser_here(from);
  Place place = {.kind = PLACE_NONE};
  Str code = STR_EMPTY;
  carry_query(browser_pane(from), browser_pane(browser));
  browser_open_view(browser, seen.view);
  if (seen.place.kind != PLACE_NONE && copy_part(old, &seen.place, COPY_CODE, &code))
    find_nearest(browser, &code, &old->annexes[seen.place.annex], &place);
  else if (seen.place.kind != PLACE_NONE)
    place = place_carry(old, document, &seen.place);
  if (place.kind != PLACE_NONE)
    browser_types[seen.view]->show(browser_view(browser_pane(browser), seen.view), &place);
  str_free(&code);
}
