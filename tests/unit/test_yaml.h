/* What the tests of the reader share: documents as texts, and what reading them tells. */
#ifndef BUDGETTUI_TEST_YAML_H
#define BUDGETTUI_TEST_YAML_H

#include "base/diag.h"
#include "base/str.h"
#include "model/document.h"
#include "yaml/reader.h"
#include "yaml/writer.h"

typedef struct {
  Document *document;
  Diagnostics diagnostics;
  ReaderStatus status;
} Outcome;

/* The beginning of a document up to its annexes: seven lines. */
#define HEAD                       \
  "format: budgettui/1\n"          \
  "title: 某局2023年部门预算\n"    \
  "organization: {name: 某局}\n"   \
  "year: 2023\n"                   \
  "unit: 万元\n"                   \
  "narrative: []\n"                \
  "annexes:\n"
/* An annex with three columns up to its rows: lines 8 to 11. */
#define ANNEX                                                            \
  "  - number: \"1\"\n"                                                  \
  "    title: 支出预算表\n"                                              \
  "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n" \
  "    rows:\n"

Outcome outcome_of_bytes(const char *bytes, size_t length);
Outcome outcome_of_text(const char *text);
Outcome outcome_of_file(const char *file);
void outcome_free(Outcome *outcome);

/* Asserts one diagnostic: its place and a part of its message. */
void expect_at(const Outcome *outcome, size_t index, uint32_t line, uint32_t column,
               const char *fragment);
/* Asserts that the text has exactly this one fault, and that it is an error. */
void expect_fault(const char *text, uint32_t line, uint32_t column, const char *fragment);
/* Asserts that the text is read without a word; the caller frees. */
Outcome expect_well(const char *text);
/* A money cell of the first table of an annex. */
int64_t fen_at(const Outcome *outcome, size_t annex, size_t row, size_t leaf);

/* The first difference of two documents, places in the file left aside; NULL: they are equal. Freed
 * with memory_free. */
char *documents_differ(const Document *a, const Document *b);
Str document_as_yaml(const Document *document, const Annex *only);
/* Asserts that a document, written and read, is equal, and gives the same bytes when written again. */
void expect_round_trip(const Document *document);

#endif
