/* Every fault of a document ends with its place and what to do. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "test_yaml.h"

#define ROWS(rows) HEAD ANNEX rows

Test(yaml_faults, of_yaml_itself) {
  expect_fault("format: budgettui/1\ntitle: 甲: 乙\n", 2, 9, "cannot stand here");
  expect_fault(ROWS("      - [\"201\", %, 1]\n"), 12, 17, "“%” must be quoted");
  expect_fault(ROWS("      - [\"201\", 名称:, 1]\n"), 12, 19, "must be quoted");
  expect_fault(ROWS("      - [\"201\", , 1]\n"), 12, 17, "a blank is written ~");
  expect_fault(ROWS("      - [\"201\", 甲, 1\n"), 12, 9, "never closed");
  expect_fault(ROWS("      - [\"201\", \"甲\"乙, 1]\n"), 12, 20, "“,” or “]”");
  expect_fault(HEAD "  - {number: \"1\", title: 甲\n", 8, 5, "never closed");
  expect_fault(HEAD "  - {number: \"1\"2}\n", 8, 17, "“,” or “}”");
  expect_fault("title: \"某局\nyear: 2023\n", 1, 8, "never closed");
  expect_fault("title: \"\\q\"\n", 1, 9, "unknown escape");
  expect_fault("title: 某局\n\tyear: 2023\n", 2, 1, "a tab in the indentation");
  expect_fault("title: 某局\nyear\n", 2, 1, "“:” after it");
  expect_fault("title: '某局's'\n", 1, 12, "closing quote");
}

Test(yaml_faults, of_characters) {
  expect_fault("title: 某\x01局\n", 1, 9, "U+0001");
  expect_fault("title: 某\xC2\x85局\xC2\x86\n", 1, 11, "U+0086");
  expect_fault("title: 某\xED\xA0\x80\n", 1, 9, "the byte ED");
  expect_fault("title: 某\xC0\xAF\n", 1, 9, "the byte C0");
  expect_fault("a: 1\ntitle: 某\xFF\n", 2, 9, "the byte FF");
  static const char nul[] = "title: 某\0局\n", utf16[] = "\xFF\xFEt\0i\0";
  Outcome outcome = outcome_of_bytes(nul, sizeof nul - 1);
  expect_at(&outcome, 0, 1, 9, "U+0000");
  outcome_free(&outcome);
  outcome = outcome_of_bytes(utf16, sizeof utf16 - 1);
  expect_at(&outcome, 0, 1, 1, "UTF-16");
  outcome_free(&outcome);
  outcome = outcome_of_bytes("f\0o\0", 4);
  expect_at(&outcome, 0, 1, 2, "UTF-16");
  outcome_free(&outcome);
}

/* What is opened by mistake is called what it is; no character of it is at fault. */
Test(yaml_faults, of_files_of_other_programs) {
  static const char *const files[][2] = {
      {"PK\3\4rest of it", "(.xlsx, .docx); save what it holds as PDF"},
      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "(.doc, .xls); save it as PDF"},
      {"%PDF-1.7\n", "ends in .pdf is imported"},
      {"\x89PNG\r\n\x1a\n", "an image"},
      {"\x1f\x8b\x08rest of it", "unpack it"},
  };
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    expect_fault(files[i][0], 0, 0, files[i][1]);
  Outcome outcome = outcome_of_bytes("PK\3", 3);
  expect_at(&outcome, 0, 1, 3, "U+0003");
  outcome_free(&outcome);
}

Test(yaml_faults, of_keys) {
  expect_fault(HEAD "  []\nanexes: 1\n", 9, 1, "did you mean “annexes”?");
  expect_fault(HEAD "  []\nyear: 2024\n", 9, 1, "stands twice");
  expect_fault(HEAD "  []\n[甲]: 1\n", 9, 1, "expected a key, found a list");
  expect_fault(HEAD "  - {number: \"1\", title: 甲, status: not-included, 备注栏目: 1}\n", 8, 51,
               "unknown key “备注栏目” in an annex");
}

Test(yaml_faults, of_missing_fields) {
  expect_fault("title: 甲\norganization: {name: 乙}\nyear: 2023\nunit: 元\nannexes: []\n", 1, 1,
               "missing “format” in the document");
  expect_fault(HEAD "  - {title: 甲, status: not-included}\n", 8, 5, "missing “number”");
  expect_fault(HEAD "  - {number: ~, title: 甲, status: not-included}\n", 8, 14, "“number”");
  expect_fault(HEAD "  - {number: \"1\", title: 甲}\n", 8, 5, "missing “columns” and “rows”");
  expect_fault(HEAD "  - {number: \"1\", title: 甲, rows: [[1]]}\n", 8, 5, "missing “columns”");
  expect_fault(HEAD "  - {number: \"1\", title: 甲, columns: [{title: 乙}]}\n", 8, 5,
               "missing “rows”");
  expect_fault(ROWS("      - {level: 1}\n"), 12, 9, "missing “cells” in a row");
}

Test(yaml_faults, of_types) {
  expect_fault("甲\n", 1, 1, "found the text “甲”");
  expect_fault("- 甲\n", 1, 1, "found a list");
  expect_fault(HEAD "  甲\n", 8, 3, "“annexes” is a list");
  expect_fault(HEAD "  []\nsource: [甲]\n", 9, 9, "expected a text, found a list");
  expect_fault(HEAD "  []\ncontact: 甲\n", 9, 10, "expected a mapping");
  expect_fault(HEAD "  []\nstage: draft\n", 9, 8, "budget, final");
  expect_fault(ROWS("      - 甲\n"), 12, 9, "expected a row");
  expect_fault(ROWS("      - {total: maybe, cells: [~, ~, ~]}\n"), 12, 17, "true or false");
  expect_fault(ROWS("      - {level: 100, cells: [~, ~, ~]}\n"), 12, 17, "from 1 to 99");
  expect_fault(ROWS("      - [~, {a: 1}, ~]\n"), 12, 13, "expected a cell, found a mapping");
  expect_fault(ROWS("      - [~, 名称: 乙, ~]\n"), 12, 13, "must be quoted");
  expect_fault(ROWS("      - [~, \"\\0\", ~]\n"), 12, 13, "U+0000");
}

Test(yaml_faults, of_the_year) {
  expect_fault("format: budgettui/1\ntitle: 甲\norganization: {name: 乙}\nyear: 1948\nunit: 元\n"
               "annexes: []\n",
               4, 7, "from 1949 to 2999");
  expect_fault("format: budgettui/1\ntitle: 甲\norganization: {name: 乙}\nyear: \"2023\"\nunit: 元\n"
               "annexes: []\n",
               4, 7, "without quotes");
  expect_fault("format: budgettui/1\ntitle: 甲\norganization: {name: 乙}\nyear: 99999999999\n"
               "unit: 元\nannexes: []\n",
               4, 7, "99999999999");
}

Test(yaml_faults, of_amounts) {
  expect_fault(ROWS("      - [~, ~, 12.5.0]\n"), 12, 16, "expected an amount, found “12.5.0”");
  expect_fault(ROWS("      - [~, ~, 0.0000001]\n"), 12, 16, "whole number of fen");
  expect_fault(ROWS("      - [~, ~, 9223372036855]\n"), 12, 16, "does not fit");
  expect_fault(ROWS("      - [~, ~, ^]\n"), 12, 16, "expected an amount");
  expect_fault(HEAD "  - number: \"1\"\n    title: 甲\n    columns: [{title: 权重}]\n"
                    "    rows: [[十]]\n",
               11, 13, "expected a number");
}

Test(yaml_faults, of_the_number_of_cells) {
  expect_fault(ROWS("      - [~, ~]\n"), 12, 9, "a row of 2 cells; the table has 3 columns");
  expect_fault(ROWS("      - [~, ~, ~, 甲, 乙]\n"), 12, 19, "5 cells; the table has 3 columns");
  expect_fault(ROWS("      - [~, ~, 1,600.00]\n"), 12, 18, "must be quoted");
  expect_fault(ROWS("      - {level: 1, cells: [~]}\n"), 12, 27, "a row of 1 cell;");
}

Test(yaml_faults, of_bodies) {
  expect_fault(HEAD ANNEX "      []\n    targets: []\n", 13, 5, "beside another body");
  expect_fault(HEAD ANNEX "      []\n    status: not-included\n", 8, 5, "not-included");
  expect_fault(HEAD "  - {number: \"1\", title: 甲, columns: [], rows: []}\n", 8, 38, "empty");
  expect_fault(HEAD "  - number: \"1\"\n    title: 甲\n    columns: [{title: 乙, columns: []}]\n"
                    "    rows: []\n",
               10, 15, "at least one column");
}

Test(yaml_faults, of_what_the_format_refuses_of_yaml) {
  expect_fault(HEAD "  []\nsource: *甲\n", 9, 9, "must be quoted");
  expect_fault(HEAD "  []\nsource: *a\n", 9, 9, "an alias (*a)");
  expect_fault(HEAD "  []\nsource: &a 甲\n", 9, 9, "an anchor (&a)");
  expect_fault(HEAD "  []\nsource: !a 甲\n", 9, 9, "a tag (!a)");
  expect_fault(HEAD "  &a []\n", 8, 3, "an anchor");
  expect_fault(HEAD "  []\n---\ntitle: 甲\n", 9, 1, "a second document");
}

Test(yaml_faults, of_the_format_end_the_reading) {
  expect_fault("format: budgettui/2\nfoo: 1\n", 1, 9, "unknown format “budgettui/2”");
}

Test(yaml_faults, of_nothing) {
  expect_fault("", 0, 0, "empty");
  expect_fault("\xEF\xBB\xBF", 0, 0, "empty");
  expect_fault("# 无\n\n", 0, 0, "empty");
}

Test(yaml_faults, of_unknown_words_are_warnings) {
  Outcome outcome = outcome_of_text(
      HEAD "  - number: \"1\"\n    title: 甲\n    kind: procurment\n"
           "    columns: [{title: 乙, role: totl}]\n    rows: [[丙]]\n");
  cr_assert_eq(outcome.status, READER_OK);
  cr_assert_eq(outcome.diagnostics.warnings, 2);
  expect_at(&outcome, 0, 10, 11, "did you mean “procurement”?");
  expect_at(&outcome, 1, 11, 32, "did you mean “total”?");
  cr_assert_eq(outcome.document->annexes[0].kind, KIND_OTHER);
  cr_assert_eq(outcome.document->annexes[0].tables[0].leaves[0]->role, ROLE_TEXT);
  outcome_free(&outcome);
}

Test(yaml_faults, several_are_told_in_their_order) {
  Outcome outcome = outcome_of_text(
      "format: budgettui/1\n"
      "organization: {nam: 甲}\n"
      "year: 二〇二三\n"
      "unit: 美元\n"
      "annexes:\n" ANNEX "      - [~, ~, 约12]\n"
      "      - [~]\n");
  expect_at(&outcome, 0, 1, 1, "missing “title”");
  expect_at(&outcome, 1, 2, 15, "missing “name”");
  expect_at(&outcome, 2, 2, 16, "did you mean “name”?");
  expect_at(&outcome, 3, 3, 7, "“二〇二三”");
  expect_at(&outcome, 4, 4, 7, "元, 千元, 万元, 亿元");
  expect_at(&outcome, 5, 10, 16, "“约12”");
  expect_at(&outcome, 6, 11, 9, "1 cell;");
  cr_assert_eq(outcome.diagnostics.errors, 7);
  outcome_free(&outcome);
}

Test(yaml_faults, beyond_the_limit_are_counted) {
  Str text = STR_EMPTY;
  str_add_text(&text, ROWS());
  for (int i = 0; i < 30; i++)
    str_add_text(&text, "      - [~]\n");
  Outcome outcome = outcome_of_text(text.data);
  cr_assert_eq(outcome.diagnostics.list.count, 20);
  cr_assert_eq(outcome.diagnostics.errors, 30);
  str_free(&text);
  outcome_free(&outcome);
}

Test(yaml_faults, mark_the_text_meant) {
  Outcome outcome = outcome_of_text(ROWS("      - [合计, ~, 约十二元]\r\n"));
  const Diagnostic *one = &outcome.diagnostics.list.items[0];
  cr_assert_str_eq(one->excerpt, "      - [合计, ~, 约十二元]");
  cr_assert_eq(one->caret, strlen("      - [合计, ~, "));
  cr_assert_eq(one->span, strlen("约十二元"));
  outcome_free(&outcome);
}

/* ------------------------------------------------------------- documents of the data */

/* Compares one file with the expectations in its first lines. */
static void check_file(const char *path) {
  FILE *file = fopen(path, "rb");
  cr_assert_not_null(file, "%s", path);
  Outcome outcome = outcome_of_file(path);
  char line[512];
  size_t expected = 0;
  while (fgets(line, sizeof line, file)) {
    const char *expectation = strstr(line, "# expect: ");
    if (!expectation)
      break;
    expectation += strlen("# expect: ");
    unsigned row = 0, column = 0;
    char severity[16] = "", fragment[256] = "";
    if (!strncmp(expectation, "ok", 2)) {
      cr_assert_eq(outcome.diagnostics.list.count, 0, "%s", path);
      cr_assert_eq(outcome.status, READER_OK, "%s", path);
      break;
    }
    int fields = sscanf(expectation, "%u:%u %15s %255[^\r\n]", &row, &column, severity, fragment);
    cr_assert_geq(fields, 3, "%s: %s", path, line);
    cr_assert_lt(expected, outcome.diagnostics.list.count, "%s: missing: %s", path, line);
    const Diagnostic *one = &outcome.diagnostics.list.items[expected++];
    cr_assert(!row || one->at.line == row, "%s:%u:%u: %s", path, one->at.line, one->at.column, line);
    cr_assert(!column || one->at.column == column, "%s:%u:%u: %s", path, one->at.line,
              one->at.column, line);
    cr_assert(strstr(one->message, fragment), "%s: %s: %s", path, one->message, line);
    cr_assert_eq(one->severity, strcmp(severity, "error") ? DIAG_WARNING : DIAG_ERROR, "%s", path);
  }
  if (expected)
    cr_assert_eq(outcome.diagnostics.list.count, expected, "%s", path);
  outcome_free(&outcome);
  fclose(file);
}

Test(yaml_faults, of_the_files_of_bad_documents) {
  const char *directory = TEST_SRCDIR "/tests/data/bad";
  DIR *files = opendir(directory);
  cr_assert_not_null(files);
  size_t checked = 0;
  for (struct dirent *entry; (entry = readdir(files));) {
    if (!strstr(entry->d_name, ".yaml"))
      continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
    check_file(path);
    checked++;
  }
  closedir(files);
  cr_assert_gt(checked, 50);
}
