/* What the tests of the export share. */
#ifndef BUDGETTUI_TEST_EXPORT_H
#define BUDGETTUI_TEST_EXPORT_H

#include "export/format.h"

/* The beginning of a document up to its annexes. */
#define EXPORT_HEAD             \
  "format: budgettui/1\n"       \
  "title: 某局2023年部门预算\n" \
  "organization: {name: 某局}\n" \
  "year: 2023\n"                \
  "unit: 万元\n"                \
  "annexes:\n"

/* A SinkWrite that adds to a Str. */
bool collect_text(void *context, const char *bytes, size_t length);
/* Asserts that the document is read; the caller frees. */
Document *read_yaml(const char *yaml);
/* A document, or its annex of this number, in a format; freed with str_free. */
Str exported(const char *yaml, const char *format, const FormatOptions *how, const char *number);

#endif
