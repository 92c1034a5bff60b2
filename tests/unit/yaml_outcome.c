#include <criterion/criterion.h>
#include <string.h>

#include "test_yaml.h"

Outcome outcome_of_bytes(const char *bytes, size_t length) {
  Outcome outcome;
  diag_open(&outcome.diagnostics, "test.yaml", 20);
  outcome.status =
      reader_bytes("test.yaml", bytes, length, NULL, &outcome.document, &outcome.diagnostics);
  return outcome;
}

Outcome outcome_of_text(const char *text) {
  return outcome_of_bytes(text, strlen(text));
}

Outcome outcome_of_file(const char *file) {
  Outcome outcome;
  diag_open(&outcome.diagnostics, file, 20);
  outcome.status = reader_file(file, NULL, &outcome.document, &outcome.diagnostics, NULL);
  return outcome;
}

void outcome_free(Outcome *outcome) {
  document_free(outcome->document);
  diag_close(&outcome->diagnostics);
}

void expect_at(const Outcome *outcome, size_t index, uint32_t line, uint32_t column,
               const char *fragment) {
  cr_assert_lt(index, outcome->diagnostics.list.count, "diagnostic %zu is missing: %s", index,
               fragment);
  const Diagnostic *one = &outcome->diagnostics.list.items[index];
  cr_assert_eq(one->at.line, line, "%u:%u instead of line %u: %s", one->at.line, one->at.column,
               line, one->message);
  cr_assert_eq(one->at.column, column, "%u:%u instead of column %u: %s", one->at.line,
               one->at.column, column, one->message);
  cr_assert(strstr(one->message, fragment), "“%s” is not in “%s”", fragment, one->message);
  cr_assert_eq(one->excerpt != NULL, line > 0, "%s", one->message);
}

void expect_fault(const char *text, uint32_t line, uint32_t column, const char *fragment) {
  Outcome outcome = outcome_of_text(text);
  expect_at(&outcome, 0, line, column, fragment);
  cr_assert_eq(outcome.diagnostics.list.count, 1, "more than one: %s",
               outcome.diagnostics.list.items[outcome.diagnostics.list.count - 1].message);
  cr_assert_eq(outcome.diagnostics.errors, 1);
  cr_assert_eq(outcome.status, READER_BAD);
  cr_assert_null(outcome.document);
  outcome_free(&outcome);
}

Outcome expect_well(const char *text) {
  Outcome outcome = outcome_of_text(text);
  cr_assert_eq(outcome.diagnostics.list.count, 0, "%s", outcome.diagnostics.list.items[0].message);
  cr_assert_eq(outcome.status, READER_OK);
  cr_assert_not_null(outcome.document);
  return outcome;
}

int64_t fen_at(const Outcome *outcome, size_t annex, size_t row, size_t leaf) {
  const Table *table = &outcome->document->annexes[annex].tables[0];
  cr_assert_lt(row, table->row_count);
  cr_assert_lt(leaf, table->leaf_count);
  const Cell *cell = &table->rows[row].cells[leaf];
  cr_assert_eq(cell->kind, CELL_MONEY);
  return cell->money.fen;
}
