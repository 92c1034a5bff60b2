/* Keys stand in any order: what is read by something that comes after it is read right all the same. */
#include <criterion/criterion.h>
#include <string.h>

#include "test_yaml.h"
#include "yaml/input.h"

#define TOP "format: budgettui/1\ntitle: 甲\norganization: {name: 乙}\nyear: 2023\n"

Test(yaml_order, rows_before_columns) {
  static const char *const texts[] = {
      HEAD "  - number: \"1\"\n    rows:\n      - [\"201\", 甲, 12.50]\n      # 注\n      - [~, 乙, 2]\n"
           "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n    title: 表\n",
      HEAD "  - number: \"1\"\n    rows:\n    - [\"201\", 甲, 12.50]\n    - [~, 乙, 2]\n"
           "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n    title: 表\n",
      HEAD "  - {rows: [[\"201\", 甲, 12.50],\n [~,\n 乙, 2]], number: \"1\", columns: [{title: 科目编码},"
           " {title: 科目名称}, {title: 合计}], title: 表}\n",
      HEAD "  - number: \"1\"\n    rows:\n      -\n        - \"201\"\n        - 甲\n        - 12.50\n"
           "      - - ~\n        - 乙\n        - 2\n"
           "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n    title: 表\n",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Outcome outcome = expect_well(texts[i]);
    cr_assert_eq(outcome.document->annexes[0].tables[0].row_count, 2);
    cr_assert_eq(fen_at(&outcome, 0, 0, 2), 12500000);
    cr_assert_eq(fen_at(&outcome, 0, 1, 2), 2000000);
    outcome_free(&outcome);
  }
}

Test(yaml_order, places_in_rows_read_late) {
  expect_fault(HEAD "  - number: \"1\"\n    rows:\n      - [~, 甲, 1]\n      - [~, 乙, 约2]\n"
                    "    columns: [{title: 科目编码}, {title: 科目名称}, {title: 合计}]\n"
                    "    title: 表\n",
               11, 16, "“约2”");
  expect_fault(HEAD "  - {number: \"1\", rows: [[~, 甲, 约1]], title: 表,\n     columns: [{title: 科目编码}"
                    ", {title: 科目名称}, {title: 合计}]}\n",
               8, 33, "“约1”");
  Outcome outcome = expect_well(
      HEAD "  - {number: \"1\", rows: [[~, 甲, 1],\n  [~, 乙, 2]], title: 表,\n     columns: [{title: "
           "科目编码}, {title: 科目名称}, {title: 合计}]}\n");
  const Row *rows = outcome.document->annexes[0].tables[0].rows;
  cr_assert_eq(rows[0].line, 8);
  cr_assert_eq(rows[0].column, 26);
  cr_assert_eq(rows[0].cells[2].column, 33);
  cr_assert_eq(rows[1].line, 9);
  cr_assert_eq(rows[1].column, 3);
  outcome_free(&outcome);
}

Test(yaml_order, the_documents_unit_last) {
  Outcome outcome = expect_well("annexes:\n" ANNEX "      - [~, 甲, 12.50]\n      - [~, 乙, 0.001]\n"
                                TOP "unit: 亿元\n");
  cr_assert_eq(fen_at(&outcome, 0, 0, 2), 125000000000);
  cr_assert_eq(fen_at(&outcome, 0, 1, 2), 10000000);
  cr_assert_eq(outcome.document->annexes[0].tables[0].rows[1].line, 7);
  outcome_free(&outcome);
}

Test(yaml_order, the_annexes_unit_last) {
  /* 0.001 元 is no whole number of fen: nothing is told of the reading in 元. */
  Outcome outcome = expect_well(TOP "unit: 元\nannexes:\n" ANNEX "      - [~, 甲, 0.001]\n"
                                    "    unit: 万元\n");
  cr_assert_eq(fen_at(&outcome, 0, 0, 2), 1000);
  cr_assert_eq(outcome.document->annexes[0].unit, UNIT_WAN);
  outcome_free(&outcome);
  expect_fault(TOP "unit: 万元\nannexes:\n" ANNEX "      - [~, 甲, 0.001]\n    unit: 元\n", 11, 16,
               "whole number of fen");
}

Test(yaml_order, faults_outside_what_is_read_again_stay) {
  Outcome outcome = outcome_of_text(TOP "unit: 元\nannexes:\n" ANNEX "      - [~, 甲, 0.001]\n"
                                        "    tittle: 乙\n    unit: 万元\n");
  cr_assert_eq(outcome.diagnostics.errors, 1);
  expect_at(&outcome, 0, 12, 5, "tittle");
  outcome_free(&outcome);
}

Test(yaml_order, panels_and_targets_before_the_unit) {
  Outcome outcome = expect_well(
      TOP "unit: 元\nannexes:\n"
          "  - number: \"1\"\n    title: 表\n    panels:\n"
          "      - rows: [[甲, 0.01]]\n        columns: [{title: 项目}, {title: 预算数}]\n"
          "    unit: 亿元\n"
          "  - number: \"2\"\n    title: 表\n    targets:\n"
          "      - funds: [{label: 合计, role: total, amount: 3}]\n"
          "    unit: 千元\n");
  cr_assert_eq(fen_at(&outcome, 0, 0, 1), 100000000);
  cr_assert_eq(outcome.document->annexes[1].targets[0].funds[0].value.money.fen, 300000);
  outcome_free(&outcome);
}

Test(yaml_order, everything_the_other_way_round) {
  Outcome outcome = expect_well(
      "annexes:\n- columns: [{title: 项目}, {title: 合计}]\n  kind: procurement\n  number: '1'\n"
      "  rows:\n  - [甲, 0.01]\n  - cells: [乙, 2]\n    level: 2\n    total: true\n  title: 表\n"
      "  unit: 千元\nformat: budgettui/1\norganization: {name: 乙}\ntitle: 甲\nunit: 万元\n"
      "year: 2023\n");
  cr_assert_eq(fen_at(&outcome, 0, 0, 1), 1000);
  cr_assert_eq(fen_at(&outcome, 0, 1, 1), 200000);
  const Row *row = &outcome.document->annexes[0].tables[0].rows[1];
  cr_assert_eq(row->level, 2);
  cr_assert(row->total);
  outcome_free(&outcome);
}

Test(yaml_order, an_anchor_in_what_is_read_again_is_told_once) {
  expect_fault(HEAD "  - number: \"1\"\n    title: 表\n    rows: [[&a 甲]]\n"
                    "    columns: [{title: 项目}]\n",
               10, 13, "an anchor");
}

Test(yaml_order, no_columns_at_all_is_told_once) {
  expect_fault(HEAD "  - {number: \"1\", title: 表, rows: [[甲, 约]]}\n", 8, 5, "missing “columns”");
}
