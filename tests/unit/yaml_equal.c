#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "model/tree.h"
#include "test_yaml.h"

/* Where two documents differ is told by a path: "annexes[3].title". */
typedef struct {
  Str path;
  Str fault; /* the first difference */
} Compare;

static void differ(Compare *compare, const char *what, const char *a, const char *b) {
  if (!compare->fault.length)
    str_printf(&compare->fault, "%s.%s: “%s” and “%s”", compare->path.data, what, a ? a : "(none)",
               b ? b : "(none)");
}

static void texts(Compare *compare, const char *what, const char *a, const char *b) {
  if (!a != !b || (a && strcmp(a, b)))
    differ(compare, what, a, b);
}

static void numbers(Compare *compare, const char *what, long long a, long long b) {
  char texts[2][24];
  if (a == b)
    return;
  snprintf(texts[0], sizeof texts[0], "%lld", a);
  snprintf(texts[1], sizeof texts[1], "%lld", b);
  differ(compare, what, texts[0], texts[1]);
}

static size_t enter(Compare *compare, const char *name, size_t index) {
  size_t length = compare->path.length;
  str_printf(&compare->path, ".%s[%zu]", name, index);
  return length;
}

static void leave(Compare *compare, size_t length) { str_cut(&compare->path, length); }

static void cells(Compare *compare, const Cell *a, const Cell *b) {
  numbers(compare, "kind", a->kind, b->kind);
  if (a->kind != b->kind)
    return;
  if (a->kind == CELL_MONEY)
    numbers(compare, "money", a->money.fen, b->money.fen);
  else if (a->kind == CELL_NUMBER)
    numbers(compare, "number", a->number, b->number);
  else if (a->kind != CELL_BLANK && a->kind != CELL_MERGED) {
    texts(compare, "text", a->text, b->text);
    numbers(compare, "length", a->length, b->length);
  }
  if (a->kind == CELL_MONEY || a->kind == CELL_NUMBER)
    numbers(compare, "decimals", a->decimals, b->decimals);
}

static void columns(Compare *compare, const Column *a, const Column *b, size_t count) {
  for (size_t i = 0; i < count && !compare->fault.length; i++) {
    size_t here = enter(compare, "columns", i);
    texts(compare, "title", a[i].title, b[i].title);
    numbers(compare, "role", a[i].role, b[i].role);
    numbers(compare, "first_leaf", (long long)a[i].first_leaf, (long long)b[i].first_leaf);
    numbers(compare, "leaf_count", (long long)a[i].leaf_count, (long long)b[i].leaf_count);
    numbers(compare, "column_count", (long long)a[i].column_count, (long long)b[i].column_count);
    if (!compare->fault.length)
      columns(compare, a[i].columns, b[i].columns, a[i].column_count);
    leave(compare, here);
  }
}

static void rows(Compare *compare, const Table *a, const Table *b) {
  for (size_t i = 0; i < a->row_count && !compare->fault.length; i++) {
    size_t here = enter(compare, "rows", i);
    numbers(compare, "level", a->rows[i].level, b->rows[i].level);
    numbers(compare, "total", a->rows[i].total, b->rows[i].total);
    for (size_t k = 0; k < a->leaf_count; k++) {
      size_t cell = enter(compare, "cells", k);
      cells(compare, &a->rows[i].cells[k], &b->rows[i].cells[k]);
      leave(compare, cell);
    }
    leave(compare, here);
  }
}

static void tables(Compare *compare, const Table *a, const Table *b) {
  texts(compare, "title", a->title, b->title);
  numbers(compare, "leaf_count", (long long)a->leaf_count, (long long)b->leaf_count);
  numbers(compare, "header_depth", (long long)a->header_depth, (long long)b->header_depth);
  numbers(compare, "column_count", (long long)a->column_count, (long long)b->column_count);
  numbers(compare, "row_count", (long long)a->row_count, (long long)b->row_count);
  if (compare->fault.length)
    return;
  columns(compare, a->columns, b->columns, a->column_count);
  rows(compare, a, b);
}

static void labelled(Compare *compare, const char *name, const Labelled *a, size_t a_count,
                     const Labelled *b, size_t b_count) {
  numbers(compare, name, (long long)a_count, (long long)b_count);
  for (size_t i = 0; i < a_count && !compare->fault.length; i++) {
    size_t here = enter(compare, name, i);
    texts(compare, "label", a[i].label, b[i].label);
    numbers(compare, "role", a[i].role, b[i].role);
    cells(compare, &a[i].value, &b[i].value);
    labelled(compare, "parts", a[i].parts, a[i].part_count, b[i].parts, b[i].part_count);
    leave(compare, here);
  }
}

static void targets(Compare *compare, const Targets *a, const Targets *b) {
  labelled(compare, "subject", a->subject, a->subject_count, b->subject, b->subject_count);
  labelled(compare, "funds", a->funds, a->fund_count, b->funds, b->fund_count);
  texts(compare, "goal_heading", a->goal_heading, b->goal_heading);
  texts(compare, "goal_label", a->goal_label, b->goal_label);
  texts(compare, "goal", a->goal, b->goal);
  texts(compare, "notes_heading", a->notes_heading, b->notes_heading);
  texts(compare, "notes_label", a->notes_label, b->notes_label);
  texts(compare, "notes", a->notes, b->notes);
  texts(compare, "indicators_title", a->indicators_title, b->indicators_title);
  tables(compare, &a->indicators, &b->indicators);
}

static void annexes(Compare *compare, const Annex *a, const Annex *b) {
  texts(compare, "number", a->number, b->number);
  texts(compare, "title", a->title, b->title);
  texts(compare, "subtitle", a->subtitle, b->subtitle);
  texts(compare, "listed_as", a->listed_as, b->listed_as);
  texts(compare, "note", a->note, b->note);
  numbers(compare, "kind", a->kind, b->kind);
  numbers(compare, "classification", a->classification, b->classification);
  numbers(compare, "unit", a->unit, b->unit);
  numbers(compare, "unit_printed", a->unit_printed, b->unit_printed);
  numbers(compare, "included", a->included, b->included);
  numbers(compare, "table_count", (long long)a->table_count, (long long)b->table_count);
  numbers(compare, "target_count", (long long)a->target_count, (long long)b->target_count);
  if (compare->fault.length)
    return;
  for (size_t i = 0; i < a->table_count; i++) {
    size_t here = enter(compare, "tables", i);
    tables(compare, &a->tables[i], &b->tables[i]);
    leave(compare, here);
  }
  for (size_t i = 0; i < a->target_count; i++) {
    size_t here = enter(compare, "targets", i);
    targets(compare, &a->targets[i], &b->targets[i]);
    leave(compare, here);
  }
}

static void sections(Compare *compare, const Section *a, size_t a_count, const Section *b,
                     size_t b_count) {
  numbers(compare, "sections", (long long)a_count, (long long)b_count);
  for (size_t i = 0; i < a_count && !compare->fault.length; i++) {
    size_t here = enter(compare, "sections", i);
    texts(compare, "heading", a[i].heading, b[i].heading);
    numbers(compare, "paragraphs", (long long)a[i].paragraph_count, (long long)b[i].paragraph_count);
    for (size_t k = 0; k < a[i].paragraph_count && !compare->fault.length; k++)
      texts(compare, "paragraph", a[i].paragraphs[k], b[i].paragraphs[k]);
    sections(compare, a[i].sections, a[i].section_count, b[i].sections, b[i].section_count);
    leave(compare, here);
  }
}

static void heads(Compare *compare, const Document *a, const Document *b) {
  texts(compare, "title", a->title, b->title);
  texts(compare, "source", a->source, b->source);
  texts(compare, "code", a->organization.code, b->organization.code);
  texts(compare, "name", a->organization.name, b->organization.name);
  texts(compare, "short", a->organization.short_name, b->organization.short_name);
  texts(compare, "contact.name", a->contact.name, b->contact.name);
  texts(compare, "contact.phone", a->contact.phone, b->contact.phone);
  numbers(compare, "year", a->year, b->year);
  numbers(compare, "stage", a->stage, b->stage);
  numbers(compare, "unit", a->unit, b->unit);
  numbers(compare, "annexes", (long long)a->annex_count, (long long)b->annex_count);
  numbers(compare, "trees", (long long)a->tree_count, (long long)b->tree_count);
}

char *documents_differ(const Document *a, const Document *b) {
  Compare compare = {.path = STR_EMPTY, .fault = STR_EMPTY};
  heads(&compare, a, b);
  sections(&compare, a->sections, a->section_count, b->sections, b->section_count);
  for (size_t i = 0; i < a->annex_count && !compare.fault.length; i++) {
    size_t here = enter(&compare, "annexes", i);
    annexes(&compare, &a->annexes[i], &b->annexes[i]);
    leave(&compare, here);
  }
  str_free(&compare.path);
  return compare.fault.length ? str_take(&compare.fault) : NULL;
}

static bool collect(void *context, const char *bytes, size_t length) {
  str_add(context, bytes, length);
  return true;
}

Str document_as_yaml(const Document *document, const Annex *only) {
  Str out = STR_EMPTY;
  Sink sink;
  sink_open(&sink, collect, &out);
  writer_document(document, only, &sink);
  cr_assert(sink_close(&sink));
  return out;
}

void expect_round_trip(const Document *document) {
  Str text = document_as_yaml(document, NULL);
  Outcome again = outcome_of_bytes(text.data, text.length);
  cr_assert_eq(again.diagnostics.list.count, 0, "%u:%u: %s: %s\n%s",
               again.diagnostics.list.items[0].at.line, again.diagnostics.list.items[0].at.column,
               again.diagnostics.list.items[0].message,
               again.diagnostics.list.items[0].excerpt ? again.diagnostics.list.items[0].excerpt : "",
               text.length < 4000 ? text.data : "");
  char *difference = documents_differ(document, again.document);
  cr_assert_null(difference, "%s\n%s", difference, text.length < 4000 ? text.data : "");
  Str once_more = document_as_yaml(again.document, NULL);
  cr_assert_str_eq(once_more.data, text.data);
  str_free(&once_more);
  str_free(&text);
  outcome_free(&again);
}
