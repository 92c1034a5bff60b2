/* Findings as JUnit's XML: a suite for each document, a test for each rule. */
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "cli/report.h"
#include "text/fit.h"

static void begin(Report *report) {
  str_add_text(&report->text,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"budgettui\">\n");
}

static void end(Report *report) {
  str_add_text(&report->text, "</testsuites>\n");
  report_flush(report);
}

/* Text that XML can hold: control characters are replaced first, as for a terminal. */
static void add_escaped(Str *out, const char *text) {
  Str safe = STR_EMPTY;
  fit_whole(&safe, text, strlen(text));
  for (const char *at = safe.data; *at; at++)
    switch (*at) {
      case '&': str_add_text(out, "&amp;"); break;
      case '<': str_add_text(out, "&lt;"); break;
      case '>': str_add_text(out, "&gt;"); break;
      case '"': str_add_text(out, "&quot;"); break;
      default: str_add_char(out, *at);
    }
  str_free(&safe);
}

static size_t failures(const Report *report, const size_t *counts) {
  size_t count = 0;
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    if (report_fails(report, (CheckOutcome)i))
      count += counts[i];
  return count;
}

/* Nothing but what did not apply. */
static bool skipped(const size_t *counts) {
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    if (i != CHECK_NOT_APPLICABLE && counts[i])
      return false;
  return counts[CHECK_NOT_APPLICABLE] > 0;
}

static void add_finding(Str *out, const Document *document, const Finding *finding) {
  Str line = STR_EMPTY;
  Position at = check_position(document, &finding->place);
  str_printf(&line, "%s %s:", check_outcomes[finding->outcome].name, document->file);
  if (at.line)
    str_printf(&line, "%u:%u:", (unsigned)at.line, (unsigned)at.column);
  str_add_char(&line, ' ');
  report_add_page(&line, document, &finding->place);
  report_add_about(&line, document, &finding->place);
  check_sentence(&line, document, finding);
  add_escaped(out, line.data);
  str_add_char(out, '\n');
  str_free(&line);
}

/* The findings of a rule that fail, or that do not. */
static void add_findings(Report *report, const Checks *checks, const CheckRule *rule,
                         bool failing) {
  for (size_t i = 0; i < checks->count; i++)
    if (checks->findings[i].rule == rule &&
        report_fails(report, checks->findings[i].outcome) == failing)
      add_finding(&report->text, checks->document, &checks->findings[i]);
}

static void add_rule(Report *report, const Checks *checks, size_t index) {
  const CheckRule *rule = check_rule_at(checks, index);
  const size_t *counts = checks->by_rule[index];
  size_t failed = failures(report, counts), others = 0;
  for (int i = CHECK_EXACT + 1; i < CHECK_OUTCOME_COUNT; i++)
    others += counts[i];
  Str *out = &report->text;
  str_printf(out, "    <testcase classname=\"budgettui.%.*s\" name=\"", (int)strcspn(rule->id, "/"),
             rule->id);
  add_escaped(out, rule->id);
  str_add_text(out, "\">\n");
  if (failed) {
    str_printf(out, "      <failure message=\"");
    add_escaped(out, _(rule->asserts));
    str_printf(out, "\" type=\"%s\">", check_outcomes[rule->severity].name);
    add_findings(report, checks, rule, true);
    str_add_text(out, "</failure>\n");
  } else if (skipped(counts)) {
    str_add_text(out, "      <skipped/>\n");
  }
  if (others > failed) {
    str_add_text(out, "      <system-out>");
    add_findings(report, checks, rule, false);
    str_add_text(out, "</system-out>\n");
  }
  str_add_text(out, "    </testcase>\n");
  report_flush(report);
}

static void add(Report *report, const Checks *checks) {
  size_t failed = 0, skips = 0;
  for (size_t i = 0; i < checks->rule_count; i++) {
    failed += failures(report, checks->by_rule[i]) > 0;
    skips += skipped(checks->by_rule[i]) && !failures(report, checks->by_rule[i]);
  }
  str_add_text(&report->text, "  <testsuite name=\"");
  add_escaped(&report->text, checks->document->file);
  str_printf(&report->text, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\">\n",
             checks->rule_count, failed, skips);
  for (size_t i = 0; i < checks->rule_count; i++)
    add_rule(report, checks, i);
  str_add_text(&report->text, "  </testsuite>\n");
}

/* A suite of one test: that the document can be read. */
static void fault(Report *report, const Diagnostics *diagnostics) {
  const Diagnostic *first = report_first_error(diagnostics);
  Str *out = &report->text;
  str_add_text(out, "  <testsuite name=\"");
  add_escaped(out, diagnostics->file);
  str_add_text(out, "\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
                    "    <testcase classname=\"budgettui.read\" name=\"read\">\n"
                    "      <error type=\"unreadable\" message=\"");
  add_escaped(out, first ? first->message : "");
  str_add_text(out, "\">");
  for (size_t i = 0; i < diagnostics->list.count; i++) {
    const Diagnostic *one = &diagnostics->list.items[i];
    add_escaped(out, diagnostics->file);
    str_printf(out, ":%u:%u: ", (unsigned)one->at.line, (unsigned)one->at.column);
    add_escaped(out, one->message);
    str_add_char(out, '\n');
  }
  str_add_text(out, "</error>\n    </testcase>\n  </testsuite>\n");
  report_flush(report);
}

const ReportFormat report_junit = {"junit", begin, add, fault, end};
