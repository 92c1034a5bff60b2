/* Findings as SARIF 2.1.0, for editors and code hosts. */
#include <string.h>

#include "base/i18n.h"
#include "check/describe.h"
#include "cli/report.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION VERSION
#endif

/* SARIF's kind and level; a level stands only where something failed. */
static const struct {
  const char *kind, *level;
} outcomes[CHECK_OUTCOME_COUNT] = {
    [CHECK_EXACT] = {"pass", "none"},
    [CHECK_ROUNDING] = {"fail", "note"},
    [CHECK_MISMATCH] = {"fail", "error"},
    [CHECK_NOT_APPLICABLE] = {"notApplicable", "none"},
    [CHECK_WARNING] = {"fail", "warning"},
    [CHECK_NOTE] = {"informational", "none"},
};

static void add_message(Json *json, const char *key, const char *text) {
  json_object(json, key);
  json_text(json, "text", text);
  json_end(json);
}

static void add_rule(Json *json, const CheckRule *rule) {
  const char *level = outcomes[rule->severity].level;
  json_object(json, NULL);
  json_text(json, "id", rule->id);
  add_message(json, "shortDescription", _(rule->asserts));
  add_message(json, "fullDescription", _(rule->source));
  json_object(json, "defaultConfiguration");
  json_text(json, "level", strcmp(level, "none") ? level : "note");
  json_end(json);
  json_end(json);
}

/* In the order of a run's rules. */
static void add_rules(Json *json, const Report *report) {
  json_array(json, "rules");
  for (size_t i = 0; i < check_rule_count; i++)
    add_rule(json, &check_rules[i]);
  for (size_t i = 0; i < report->local_count; i++) {
    CheckRule rule = check_rule_of_local(&report->local[i]);
    add_rule(json, &rule);
  }
  json_end(json);
}

static void begin(Report *report) {
  Json *json = &report->json;
  json_open(json, report_write, report);
  json_object(json, NULL);
  json_text(json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json_text(json, "version", "2.1.0");
  json_array(json, "runs");
  json_object(json, NULL);
  json_object(json, "tool");
  json_object(json, "driver");
  json_text(json, "name", "budgettui");
  json_text(json, "version", PACKAGE_VERSION);
  add_rules(json, report);
  json_end(json);
  json_end(json);
  json_text(json, "columnKind", "unicodeCodePoints");
  json_array(json, "results");
}

/* A file's name as a relative or absolute reference of a URI. */
static void add_uri(Str *out, const char *file) {
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  if (!strcmp(file, "-"))
    file = "stdin";
  for (; *file; file++)
    if (strchr(plain, *file))
      str_add_char(out, *file);
    else
      str_printf(out, "%%%02X", (unsigned)(unsigned char)*file);
}

/* A region begins with a line: a page, where only that is known, is a property of the place. */
static void add_physical(Json *json, const char *file, Position at, uint32_t page) {
  Str uri = STR_EMPTY;
  json_object(json, "physicalLocation");
  json_object(json, "artifactLocation");
  add_uri(&uri, file);
  json_text(json, "uri", uri.data);
  json_end(json);
  if (at.line) {
    json_object(json, "region");
    json_integer(json, "startLine", at.line);
    if (at.column)
      json_integer(json, "startColumn", at.column);
    json_end(json);
  }
  if (page) {
    json_object(json, "properties");
    json_integer(json, "page", page);
    json_end(json);
  }
  json_end(json);
  str_free(&uri);
}

static void add_location(Json *json, const Document *document, const Place *place, int64_t id) {
  Str text = STR_EMPTY;
  json_object(json, NULL);
  if (id)
    json_integer(json, "id", id);
  add_physical(json, document->file, check_position(document, place), check_page(document, place));
  report_add_page(&text, document, place);
  check_about(&text, document, place);
  if (id && text.length)
    add_message(json, "message", text.data);
  json_end(json);
  str_free(&text);
}

static void add_text(Json *json, const Document *document, const Finding *finding) {
  Str text = STR_EMPTY;
  report_add_page(&text, document, &finding->place);
  report_add_about(&text, document, &finding->place);
  check_sentence(&text, document, finding);
  add_message(json, "message", text.data);
  str_free(&text);
}

static void add_finding(Json *json, const Checks *checks, const Finding *finding) {
  const Document *document = checks->document;
  json_object(json, NULL);
  json_text(json, "ruleId", finding->rule->id);
  json_integer(json, "ruleIndex", (int64_t)check_rule_index(checks, finding->rule));
  json_text(json, "kind", outcomes[finding->outcome].kind);
  json_text(json, "level", outcomes[finding->outcome].level);
  add_text(json, document, finding);
  json_array(json, "locations");
  add_location(json, document, &finding->place, 0);
  json_end(json);
  if (finding->other.kind != PLACE_NONE) {
    json_array(json, "relatedLocations");
    add_location(json, document, &finding->other, 1);
    json_end(json);
  }
  json_object(json, "properties");
  json_text(json, "outcome", check_outcomes[finding->outcome].name);
  json_end(json);
  json_end(json);
}

static void add(Report *report, const Checks *checks) {
  for (size_t i = 0; i < checks->count; i++)
    add_finding(&report->json, checks, &checks->findings[i]);
}

/* ------------------------------------------------------------------ what cannot be read */

/* It has no results: the run tells of it at its end. */
static void fault(Report *report, const Diagnostics *diagnostics) {
  (void)report, (void)diagnostics;
}

static void add_notification(Json *json, const char *file, const Diagnostic *error) {
  json_object(json, NULL);
  json_text(json, "level", "error");
  add_message(json, "message", error->message);
  json_array(json, "locations");
  json_object(json, NULL);
  add_physical(json, file, error->at, 0);
  json_end(json);
  json_end(json);
  json_end(json);
}

static void add_invocation(Json *json, const Report *report) {
  json_object(json, NULL);
  json_boolean(json, "executionSuccessful", report->faulty.count == 0);
  json_array(json, "toolExecutionNotifications");
  for (size_t i = 0; i < report->faulty.count; i++) {
    const Diagnostics *faults = &report->faulty.items[i];
    for (size_t k = 0; k < faults->list.count; k++)
      if (faults->list.items[k].severity == DIAG_ERROR)
        add_notification(json, faults->file, &faults->list.items[k]);
  }
  json_end(json);
  json_end(json);
}

static void end(Report *report) {
  Json *json = &report->json;
  json_end(json);
  json_array(json, "invocations");
  add_invocation(json, report);
  json_close(json);
}

const ReportFormat report_sarif = {"sarif", begin, add, fault, end};
