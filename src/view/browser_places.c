/* Going to places, back and forward again, and to marks. */
#include <string.h>

#include "base/i18n.h"
#include "model/code_index.h"
#include "model/tree.h"
#include "text/fit.h"
#include "view/browser_parts.h"
#include "view/place_text.h"

Visit browser_here(Browser *browser) {
  Pane *pane = browser_pane(browser);
  Visit visit = {.view = pane->open};
  if (!browser_type(pane)->where(browser_view(pane, pane->open), &visit.place))
    visit.place.kind = PLACE_NONE;
  return visit;
}

static bool show_in(Browser *browser, size_t index, const Place *place) {
  Pane *pane = browser_pane(browser);
  if (!browser_types[index]->show(browser_view(pane, index), place))
    return false;
  pane->open = index;
  return true;
}

/* Trees show most of a place, then the views for certain annexes, then the annexes themselves. */
static bool show_elsewhere(Browser *browser, const Place *place) {
  static const size_t order[] = {2, 3, 4, 5, 6, 1, 0};
  size_t open = browser_pane(browser)->open;
  for (size_t i = 0; i < sizeof order / sizeof *order; i++)
    if (order[i] != open && show_in(browser, order[i], place))
      return true;
  return false;
}

bool browser_show_place(Browser *browser, const Place *place) {
  return show_in(browser, browser_pane(browser)->open, place) || show_elsewhere(browser, place);
}

/* Somewhere else has been gone to `from` a visit. */
static void leave_place(Browser *browser, Visit from) {
  Pane *pane = browser_pane(browser);
  visits_leave(&pane->visits, from);
  pane->led = 0;
}

bool browser_go(Browser *browser, const Place *place, bool elsewhere) {
  Visit from = browser_here(browser);
  if (!(elsewhere ? show_elsewhere : browser_show_place)(browser, place))
    return false;
  leave_place(browser, from);
  return true;
}

/* So many visits lead back, or all there are. */
static void keep_way_back(Pane *pane, size_t count) {
  pane->led = count < pane->visits.at ? count : pane->visits.at;
}

void browser_led(Browser *browser, size_t before) {
  Pane *pane = browser_pane(browser);
  pane->visits.path.items[pane->visits.at - 1].led = true;
  keep_way_back(pane, before + 1);
  pane->inside = 0;
}

bool browser_go_found(Browser *browser, const Place *place) {
  Pane *pane = browser_pane(browser);
  size_t led = pane->led, open = pane->open;
  if (!browser_go(browser, place, false))
    return false;
  if (pane->open != open)
    browser_led(browser, led);
  else if (led > 0)
    keep_way_back(pane, led + 1);
  return true;
}

bool browser_go_annexes(Browser *browser, const Place *place) {
  enum { ANNEXES = ACTION_VIEW_2 - ACTION_VIEW_1 };
  Visit from = browser_here(browser);
  shell_close_help(browser->shell);
  if (!show_in(browser, ANNEXES, place))
    return false;
  leave_place(browser, from);
  return true;
}

/* Whether the annex is (a part of) the tree that is shown first of its classification. */
static bool leads(const Document *document, const Annex *annex) {
  const Tree *tree = document_tree(document, annex->classification, 0);
  for (size_t i = 0; tree != NULL && i < tree->source_count; i++)
    if (tree->sources[i].annex == annex)
      return true;
  return false;
}

const CodeEntry *browser_leading_row(const Document *document, const CodeEntry *entries,
                                     size_t count) {
  for (size_t i = 0; i < count && entries[i].key == entries[0].key; i++)
    if (leads(document, &document->annexes[entries[i].annex]))
      return &entries[i];
  return entries;
}

Place browser_row_place(const Document *document, const CodeEntry *entry) {
  size_t row;
  const Table *table = code_index_place(document, entry, &row);
  return (Place){.kind = PLACE_ROW,
                 .annex = entry->annex,
                 .leaf = PLACE_NO_LEAF,
                 .table = (uint32_t)(table - document->annexes[entry->annex].tables),
                 .row = (uint32_t)row};
}

bool browser_goto_code(Browser *browser, const char *code) {
  size_t first, length = strlen(code);
  const Document *document = browser_session(browser)->document;
  if (length == 0 || strspn(code, "0123456789") != length)
    return false;
  size_t count = code_index_prefix(document, code, &first);
  if (count == 0)
    return false;
  Place place = browser_row_place(
      document, browser_leading_row(document, document->codes->entries + first, count));
  return browser_show_place(browser, &place);
}

/* ---- back, forward, marks */

static void return_to(Browser *browser, const Visit *visit) {
  browser_pane(browser)->open = visit->view;
  if (visit->place.kind != PLACE_NONE)
    show_in(browser, visit->view, &visit->place);
}

EventResult browser_step(Browser *browser, Action action) {
  bool back = action == ACTION_BACK;
  Pane *pane = browser_pane(browser);
  Visit there;
  if (visits_step(&pane->visits, back, browser_here(browser), &there)) {
    return_to(browser, &there);
    pane->led -= back && pane->led > 0;
    pane->inside = 0;
  } else
    browser_say(browser, "%s", back ? _("no place to go back to") : _("no place to go forward to"));
  return RESULT_GO_ON;
}

/* Those in between lie ahead then, for going forward again. */
void browser_return(Browser *browser) {
  Pane *pane = browser_pane(browser);
  Visit there = browser_here(browser);
  do
    visits_step(&pane->visits, true, there, &there);
  while (--pane->led > 0 && !there.led);
  return_to(browser, &there);
  pane->inside = 0;
}

/* What stands at a place, in a few words. */
static void write_visit(const Browser *browser, const Visit *visit, Str *out) {
  enum { WORDS = 14 };
  const Document *document = browser->panes[0].session.document;
  if (visit->place.kind == PLACE_NONE || visit->place.listed)
    str_printf(out, "%s ", _(browser_types[visit->view]->title));
  if (visit->place.kind == PLACE_NONE)
    return;
  PlaceLine line = place_line(document, &visit->place);
  if (line.code.length > 0)
    str_printf(out, "%s ", line.code.data);
  else
    place_write_annex(out, document, &visit->place);
  size_t length = strlen(line.text), taken = fit_prefix(line.text, length, WORDS, NULL);
  if (line.code.length == 0)
    str_add_char(out, ' ');
  str_add(out, line.text, taken);
  str_add_text(out, taken < length ? "…" : "");
  place_line_free(&line);
}

static void write_marks(const Browser *browser, Str *out) {
  for (int i = 0; i < BROWSER_MARKS; i++) {
    if (!browser->marked[i])
      continue;
    int half = BROWSER_MARKS / 2;
    str_printf(out, " | %c ", i < half ? 'a' + i : 'A' + i - half);
    write_visit(browser, &browser->marks[i], out);
  }
}

EventResult browser_mark(Browser *browser, Action action) {
  Str marks = STR_EMPTY;
  shell_await(browser->shell, action);
  write_marks(browser, &marks);
  browser_say(browser, "%s%s",
              action == ACTION_MARK ? _("mark: a letter")
                                    : _("go to mark: its letter, or ' for the place before"),
              marks.data);
  str_free(&marks);
  return RESULT_GO_ON;
}

/* The number of a mark; -1 for what is no letter. */
static int mark_of(Key key) {
  if (key >= 'a' && key <= 'z')
    return (int)(key - 'a');
  return key >= 'A' && key <= 'Z' ? (int)(key - 'A') + BROWSER_MARKS / 2 : -1;
}

static void set_mark(Browser *browser, int mark, char letter) {
  browser->marks[mark] = browser_here(browser);
  browser->marked[mark] = true;
  browser_say(browser, _("mark %c is set"), letter);
}

static void go_to_mark(Browser *browser, int mark, char letter) {
  if (!browser->marked[mark]) {
    browser_say(browser, _("mark %c is not set"), letter);
    shell_hint(browser->shell, ACTION_MARK, _("and a letter sets one"));
    return;
  }
  leave_place(browser, browser_here(browser));
  shell_close_help(browser->shell);
  return_to(browser, &browser->marks[mark]);
}

/* To where one was before going to a place, and from there back again. */
static void go_to_last(Browser *browser) {
  Visits *visits = &browser_pane(browser)->visits;
  if (visits->at == 0) {
    browser_say(browser, "%s", _("no place to go back to"));
    return;
  }
  Visit last = visits->path.items[visits->at - 1];
  leave_place(browser, browser_here(browser));
  shell_close_help(browser->shell);
  return_to(browser, &last);
}

void browser_mark_key(Browser *browser, Action action, Key key) {
  int mark = mark_of(key);
  if (mark >= 0)
    (action == ACTION_MARK ? set_mark : go_to_mark)(browser, mark, (char)key);
  else if (action == ACTION_GO_MARK && (key == '\'' || key == '`'))
    go_to_last(browser);
  else if (key != KEYCODE_ESCAPE)
    browser_say(browser, "%s", _("a mark is a letter from a to z or from A to Z"));
}
