/* Documents made to hurt: too deep, too wide, too long. */
#include <criterion/criterion.h>
#include <string.h>

#include "test_yaml.h"

enum { COLUMNS = 4096 }; /* the default */

static void repeat(Str *out, const char *text, size_t count) {
  for (size_t i = 0; i < count; i++)
    str_add_text(out, text);
}

Test(yaml_hostile, depth) {
  static const char *const openings[] = {"[", "{a: ", "- "};
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    Str text = STR_EMPTY;
    str_add_text(&text, HEAD "  ");
    repeat(&text, openings[i], 10000);
    Outcome outcome = outcome_of_text(text.data);
    cr_assert_eq(outcome.status, READER_BAD);
    const Diagnostics *all = &outcome.diagnostics;
    cr_assert(strstr(all->list.items[all->list.count - 1].message, "too many lists and mappings in each other: at most 64"), "%s",
              all->list.items[all->list.count - 1].message);
    outcome_free(&outcome);
    str_free(&text);
  }
}

Test(yaml_hostile, depth_of_sections_and_columns) {
  Str text = STR_EMPTY;
  str_add_text(&text, "narrative: ");
  repeat(&text, "[{heading: 甲, sections: ", 100);
  expect_fault(text.data, 1, 12 + 31 * 24 + 1, "too many lists and mappings in each other: at most 64");
  str_free(&text);
}

Test(yaml_hostile, columns) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  - number: \"1\"\n    title: 甲\n    columns:\n");
  repeat(&text, "      - {title: 乙}\n", 100000);
  str_add_text(&text, "    rows: []\n");
  expect_fault(text.data, 11 + COLUMNS, 9, "too many columns in a table: at most 4096; to read it all the same, "
               "use '--limit columns=8192'");
  str_free(&text);
}

Test(yaml_hostile, columns_as_many_as_allowed) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  - number: \"1\"\n    title: 甲\n    columns:\n");
  repeat(&text, "      - {title: 乙}\n", COLUMNS);
  str_add_text(&text, "    rows:\n      - [丙");
  repeat(&text, ", ~", COLUMNS - 1);
  str_add_text(&text, "]\n");
  Outcome outcome = expect_well(text.data);
  cr_assert_eq(outcome.document->annexes[0].tables[0].leaf_count, COLUMNS);
  outcome_free(&outcome);
  str_free(&text);
}

Test(yaml_hostile, cells) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD ANNEX "      - [~, ~, ~");
  repeat(&text, ", 甲", 100000);
  str_add_text(&text, "]\n");
  expect_fault(text.data, 12, 19, "a row of 100003 cells");
  str_free(&text);
}

Test(yaml_hostile, a_text_of_a_mebibyte) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  []\nsource: ");
  repeat(&text, "甲乙", 1 << 18);
  str_add_text(&text, "\n");
  Outcome outcome = expect_well(text.data);
  cr_assert_eq(strlen(outcome.document->source), 6 << 18);
  outcome_free(&outcome);
  str_free(&text);
}

Test(yaml_hostile, a_text_beyond_the_limit) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  []\nsource: ");
  str_add_fill(&text, 'x', (16 << 20) + 1);
  expect_fault(text.data, 9, 9, "at most 16M; to read it all the same, use '--limit text=32M'");
  str_free(&text);
}

Test(yaml_hostile, unknown_keys_of_any_length) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD "  []\n");
  repeat(&text, "甲", 300);
  str_add_text(&text, ": 1\n");
  Outcome outcome = outcome_of_text(text.data);
  expect_at(&outcome, 0, 9, 1, "甲…” in the document");
  outcome_free(&outcome);
  str_free(&text);
}

Test(yaml_hostile, every_beginning_of_a_document_ends_well) {
  Str text = STR_EMPTY;
  str_add_text(&text, HEAD ANNEX "      - {level: 1, cells: [\"201\", '甲', 1.00]}\n"
                                 "      - [~, \"乙\\u4E59\", ^]\n    note: |\n      丙\n      丁\n");
  for (size_t length = 0; length <= text.length; length++) {
    Outcome outcome = outcome_of_bytes(text.data, length);
    cr_assert_eq(outcome.status, outcome.document ? READER_OK : READER_BAD, "%zu", length);
    cr_assert_eq(outcome.diagnostics.errors > 0, !outcome.document);
    cr_assert(!outcome.document || length > strlen(HEAD ANNEX));
    outcome_free(&outcome);
  }
  str_free(&text);
}

Test(yaml_hostile, any_byte_in_any_place_ends_well) {
  static const char good[] = HEAD ANNEX "      - {level: 1, cells: [\"201\", '甲', 1.00]}\n";
  static const char bytes[] = {'\0', '\n', '\t', '"', '[', ']', '{', ':', '-', '&', '*', '\xC2', '\xFF', '\x85'};
  Str text = STR_EMPTY;
  for (size_t i = 0; i < sizeof good - 1; i++)
    for (size_t k = 0; k < sizeof bytes; k++) {
      str_clear(&text);
      str_add(&text, good, sizeof good - 1);
      text.data[i] = bytes[k];
      Outcome outcome = outcome_of_bytes(text.data, text.length);
      cr_assert_eq(outcome.document != NULL, outcome.status == READER_OK);
      cr_assert_eq(outcome.diagnostics.errors == 0, outcome.status == READER_OK);
      outcome_free(&outcome);
    }
  str_free(&text);
}
