/* Findings as JSON: what each rule counted, and each finding with its figures, exact. */
#include <string.h>

#include "check/describe.h"
#include "cli/report.h"
#include "model/targets.h"

static void begin(Report *report) {
  json_open(&report->json, report_write, report);
  json_object(&report->json, NULL);
  json_text(&report->json, "format", "budgettui-check/1");
  json_array(&report->json, "documents");
}

static void end(Report *report) { json_close(&report->json); }

static void add_counts(Json *json, const char *key, const size_t *counts) {
  json_object(json, key);
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++)
    json_integer(json, check_outcomes[i].name, (int64_t)counts[i]);
  json_end(json);
}

static void add_rules(Json *json, const Checks *checks) {
  json_array(json, "rules");
  for (size_t i = 0; i < checks->rule_count; i++) {
    json_object(json, NULL);
    json_text(json, "rule", check_rule_at(checks, i)->id);
    add_counts(json, "outcomes", checks->by_rule[i]);
    json_end(json);
  }
  json_end(json);
}

/* The decimals as printed, without separators. */
static void add_value(Json *json, const char *key, const CheckValue *value) {
  Str digits = STR_EMPTY;
  if (value->kind == CELL_BLANK)
    return;
  if (value->kind == CELL_NUMBER)
    number_write(&digits, value->number, value->decimals);
  else
    figure_write(&digits, value->figure, value->figure.unit);
  for (char *comma; (comma = strchr(digits.data, ',')) != NULL;)
    str_splice(&digits, (size_t)(comma - digits.data), 1, "", 0);
  json_object(json, key);
  json_text(json, "amount", digits.data);
  if (value->kind == CELL_MONEY) {
    json_text(json, "unit", unit_name(value->figure.unit));
    json_integer(json, "fen", value->figure.money.fen);
  }
  json_end(json);
  str_free(&digits);
}

static void add_row(Json *json, const Document *document, const Place *place) {
  enum { CODE = 64 };
  const Table *table = &document->annexes[place->annex].tables[place->table];
  const Row *row = &table->rows[place->row];
  char code[CODE];
  json_integer(json, "table", place->table + 1);
  json_integer(json, "row", (int64_t)place->row + 1);
  if (table_row_code(table, row, code, sizeof code))
    json_text(json, "code", code);
  json_text(json, "name", table_row_name(table, row));
}

static void add_place(Json *json, const char *key, const Document *document, const Place *place) {
  static const char *const kinds[] = {[PLACE_NONE] = "document",   [PLACE_ANNEX] = "annex",
                                      [PLACE_ROW] = "row",         [PLACE_TARGET] = "target",
                                      [PLACE_PARAGRAPH] = "paragraph", [PLACE_COLUMN] = "column"};
  Position at = check_position(document, place);
  Str about = STR_EMPTY;
  json_object(json, key);
  json_text(json, "kind", kinds[place->kind]);
  if (at.line) {
    json_integer(json, "line", at.line);
    json_integer(json, "column", at.column);
  }
  if (check_page(document, place))
    json_integer(json, "page", check_page(document, place));
  if (place->kind != PLACE_NONE && place->kind != PLACE_PARAGRAPH)
    json_text(json, "annex", document->annexes[place->annex].number);
  if (place->kind == PLACE_ROW)
    add_row(json, document, place);
  if (check_column(document, place))
    json_text(json, "heading", check_column(document, place));
  check_about(&about, document, place);
  json_text(json, "about", about.data);
  json_end(json);
  str_free(&about);
}

static void add_finding(Json *json, const Document *document, const Finding *finding) {
  static const char *const relations[] = {"equal", "at-most", "at-least"};
  Str sentence = STR_EMPTY;
  json_object(json, NULL);
  json_text(json, "rule", finding->rule->id);
  json_text(json, "outcome", check_outcomes[finding->outcome].name);
  add_place(json, "place", document, &finding->place);
  if (finding->other.kind != PLACE_NONE)
    add_place(json, "other", document, &finding->other);
  if (finding->computed.kind != CELL_BLANK)
    json_text(json, "relation", relations[finding->relation]);
  add_value(json, "printed", &finding->printed);
  add_value(json, "computed", &finding->computed);
  add_value(json, "difference", &finding->difference);
  if (finding->quote)
    json_text(json, "quote", finding->quote);
  check_sentence(&sentence, document, finding);
  json_text(json, "message", sentence.data);
  json_end(json);
  str_free(&sentence);
}

static void add(Report *report, const Checks *checks) {
  Json *json = &report->json;
  const Document *document = checks->document;
  json_object(json, NULL);
  json_text(json, "file", document->file);
  json_text(json, "status", "checked");
  json_text(json, "title", document->title);
  json_text(json, "organization", document->organization.name);
  json_integer(json, "year", document->year);
  add_counts(json, "outcomes", checks->totals);
  json_integer(json, "left_out", (int64_t)checks->left_out);
  add_rules(json, checks);
  json_array(json, "findings");
  for (size_t i = 0; i < checks->count; i++)
    add_finding(json, document, &checks->findings[i]);
  json_end(json);
  json_end(json);
}

static void add_error(Json *json, const Diagnostic *error) {
  json_object(json, NULL);
  if (error->at.line) {
    json_integer(json, "line", error->at.line);
    json_integer(json, "column", error->at.column);
  }
  json_text(json, "message", error->message);
  json_end(json);
}

/* It has no findings, so that a reader may ask every document for them. */
static void fault(Report *report, const Diagnostics *diagnostics) {
  Json *json = &report->json;
  const Diagnostic *first = report_first_error(diagnostics);
  json_object(json, NULL);
  json_text(json, "file", diagnostics->file);
  json_text(json, "status", "unreadable");
  json_text(json, "message", first ? first->message : NULL);
  json_array(json, "errors");
  for (size_t i = 0; i < diagnostics->list.count; i++)
    if (diagnostics->list.items[i].severity == DIAG_ERROR)
      add_error(json, &diagnostics->list.items[i]);
  json_end(json);
  json_array(json, "findings");
  json_end(json);
  json_end(json);
}

const ReportFormat report_json = {"json", begin, add, fault, end};
