#include "view/findings.h"

#include "base/i18n.h"
#include "check/describe.h"

/* Documents up to this many coded rows are checked without being asked for. */
enum { AT_ONCE = 20000 };

const Checks *findings_of(Session *session) {
  CheckOptions options = {0};
  CheckDesk *desk = session->desk;
  if (desk->options != NULL)
    options = *desk->options;
  options.exact = true;
  options.progress = session->progress;
  if (desk->checks == NULL)
    desk->checks = check_run(session->document, &options);
  return desk->checks;
}

bool findings_at_once(const Document *document) {
  size_t rows = 0;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t k = 0; k < document->annexes[i].table_count; k++)
      rows += document->annexes[i].tables[k].row_count;
  return rows <= AT_ONCE;
}

/* The checks where they cost no time that one would notice; NULL: not yet. */
static const Checks *checks_at_hand(Session *session) {
  bool cheap = session->desk->checks != NULL || findings_at_once(session->document);
  return cheap ? findings_of(session) : NULL;
}

const char *findings_sign(const Canvas *canvas, CheckOutcome outcome) {
  const OutcomeWords *words = &check_outcomes[outcome];
  return glyph_ascii(canvas) ? words->ascii : words->sign;
}

int findings_style(CheckOutcome outcome) {
  static const int styles[CHECK_OUTCOME_COUNT] = {
      [CHECK_EXACT] = STYLE_NORMAL,          [CHECK_ROUNDING] = STYLE_DIM,
      [CHECK_MISMATCH] = STYLE_ERROR,        [CHECK_NOT_APPLICABLE] = STYLE_DIM,
      [CHECK_WARNING] = STYLE_WARNING,       [CHECK_NOTE] = STYLE_NORMAL,
  };
  return styles[outcome];
}

const Finding *findings_of_figure(Session *session, const Place *place) {
  const Checks *checks = checks_at_hand(session);
  const Finding *finding = checks == NULL ? NULL : check_at(checks, place);
  bool marks = finding != NULL &&
               (finding->outcome == CHECK_ROUNDING || finding->outcome == CHECK_MISMATCH);
  return marks ? finding : NULL;
}

/* A figure may be what another one is held against, which its own sentence does not say. */
static bool same_figure(const Place *a, const Place *b) {
  return a->kind == b->kind && a->annex == b->annex && a->table == b->table && a->row == b->row &&
         a->leaf == b->leaf;
}

void findings_write_figure(Session *session, const Place *place, Str *out) {
  const Finding *finding = findings_of_figure(session, place);
  if (finding == NULL)
    return;
  if (out->length > 0)
    str_add_text(out, " · ");
  if (!same_figure(place, &finding->place)) {
    check_spot(out, session->document, &finding->place);
    str_add_text(out, _(": "));
  }
  check_sentence(out, session->document, finding);
}

void findings_write_counts(Session *session, const Canvas *canvas, Str *out) {
  static const CheckOutcome counted[] = {CHECK_ROUNDING, CHECK_MISMATCH};
  const Checks *checks = checks_at_hand(session);
  for (size_t i = 0; checks != NULL && i < sizeof counted / sizeof *counted; i++)
    str_printf(out, "%s%s%zu", i > 0 ? " " : "", findings_sign(canvas, counted[i]),
               checks->totals[counted[i]]);
}
