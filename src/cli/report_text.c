/* Findings as lines for people, grouped by annex, and how many there are of each outcome. */
#include "base/i18n.h"
#include "check/describe.h"
#include "cli/report.h"
#include "text/fit.h"

enum { PIECE = 1 << 15 };

static void begin(Report *report) { (void)report; }

static void end(Report *report) { report_flush(report); }

/* A line of what may hold any text of the document. */
static void add_line(Report *report, Str *line) {
  fit_whole(&report->text, line->data, line->length);
  str_add_char(&report->text, '\n');
  str_clear(line);
  if (report->text.length > PIECE)
    report_flush(report);
}

static bool same_part(const Finding *a, const Finding *b) {
  bool paragraph = a->place.kind == PLACE_PARAGRAPH, none = a->place.kind == PLACE_NONE;
  if (paragraph || none || b->place.kind == PLACE_PARAGRAPH || b->place.kind == PLACE_NONE)
    return a->place.kind == b->place.kind;
  return a->place.annex == b->place.annex;
}

static void add_heading(Report *report, const Document *document, const Place *place, Str *line) {
  if (place->kind == PLACE_PARAGRAPH) {
    str_add_text(line, _("Narrative"));
  } else if (place->kind == PLACE_NONE) {
    str_add_text(line, _("Whole document"));
  } else {
    const Annex *annex = &document->annexes[place->annex];
    str_printf(line, _("annex %s"), annex->number);
    str_printf(line, "  %s", annex->title);
  }
  add_line(report, line);
}

/* FILE:LINE:COLUMN: what it is about: the sentence [rule] */
static void add_finding(Report *report, const Document *document, const Finding *finding,
                        Str *line) {
  const OutcomeWords *words = &check_outcomes[finding->outcome];
  Position at = check_position(document, &finding->place);
  str_printf(line, "  %s %s:", report->ascii ? words->ascii : words->sign, document->file);
  if (at.line)
    str_printf(line, "%u:%u:", (unsigned)at.line, (unsigned)at.column);
  str_add_char(line, ' ');
  report_add_page(line, document, &finding->place);
  if (finding->place.kind != PLACE_ANNEX)
    report_add_about(line, document, &finding->place);
  check_sentence(line, document, finding);
  str_printf(line, " [%s]", finding->rule->id);
  add_line(report, line);
}

static void add_counts(Report *report, const Checks *checks, Str *line) {
  if (checks->left_out) {
    str_printf(line, _("%zu more findings are not listed"), checks->left_out);
    add_line(report, line);
  }
  str_printf(line, "%s: ", checks->document->file);
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    str_printf(line, "%s%s %zu", i ? ", " : "", _(check_outcomes[i].title), checks->totals[i]);
  add_line(report, line);
}

static void add(Report *report, const Checks *checks) {
  Str line = STR_EMPTY;
  if (report->documents)
    str_add_char(&report->text, '\n');
  for (size_t i = 0; i < checks->count; i++) {
    if (!i || !same_part(&checks->findings[i - 1], &checks->findings[i]))
      add_heading(report, checks->document, &checks->findings[i].place, &line);
    add_finding(report, checks->document, &checks->findings[i], &line);
  }
  add_counts(report, checks, &line);
  str_free(&line);
}

/* Standard error tells all that is wrong with it, which may be read elsewhere. */
static void fault(Report *report, const Diagnostics *diagnostics) {
  const Diagnostic *first = report_first_error(diagnostics);
  Str line = STR_EMPTY;
  if (report->documents)
    str_add_char(&report->text, '\n');
  str_printf(&line, _("%s: cannot be read, and was not checked"), diagnostics->file);
  if (first)
    str_printf(&line, "%s%s", _(": "), first->message);
  add_line(report, &line);
  str_free(&line);
}

const ReportFormat report_text = {"text", begin, add, fault, end};
