/* The configuration: what a good one holds, and each fault with its place. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "yaml/config.h"

static const Word names[] = {{"table", NULL}, {"table/panels", NULL}, {"form", NULL}};
static const Vocabulary rules = {names, sizeof names / sizeof *names};

typedef struct {
  Config *config;
  Diagnostics diagnostics;
  ReaderStatus status;
} Read;

static Read read_bytes(const char *text, size_t length) {
  Read read;
  diag_open(&read.diagnostics, "config.yaml", 20);
  read.status = config_bytes(text, length, &rules, &read.config, &read.diagnostics);
  return read;
}

static void read_free(Read *read) {
  config_free(read->config);
  diag_close(&read->diagnostics);
}

static Read expect_good(const char *text) {
  Read read = read_bytes(text, strlen(text));
  cr_assert_eq(read.diagnostics.list.count, 0, "%s", read.diagnostics.list.items[0].message);
  cr_assert_eq(read.status, READER_OK);
  cr_assert_not_null(read.config);
  return read;
}

static void expect_one(const Read *read, size_t index, uint32_t line, uint32_t column,
                       const char *fragment) {
  cr_assert_lt(index, read->diagnostics.list.count, "nothing is told: %s", fragment);
  const Diagnostic *one = &read->diagnostics.list.items[index];
  cr_assert(one->at.line == line && one->at.column == column, "%u:%u, not %u:%u: %s", one->at.line,
            one->at.column, line, column, one->message);
  cr_assert(strstr(one->message, fragment), "“%s” is not in “%s”", fragment, one->message);
  cr_assert_not_null(one->excerpt);
}

/* Exactly one fault, and no configuration. */
static void expect_bad(const char *text, uint32_t line, uint32_t column, const char *fragment) {
  Read read = read_bytes(text, strlen(text));
  expect_one(&read, 0, line, column, fragment);
  cr_assert_eq(read.diagnostics.list.count, 1, "one more: %s",
               read.diagnostics.list.items[read.diagnostics.list.count - 1].message);
  cr_assert_eq(read.status, READER_BAD);
  cr_assert_null(read.config);
  read_free(&read);
}

Test(yaml_config, defaults) {
  static const char *const texts[] = {"", "# nothing\n", "---\n", "~\n", "check:\n",
                                      "check: {}\n", "check:\n  # off\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Read read = expect_good(texts[i]);
    cr_expect_eq(read.config->check.off_count, 0);
    cr_expect_eq(read.config->check.tolerance, 0);
    cr_expect_eq(read.config->check.rule_count, 0);
    read_free(&read);
  }
}

Test(yaml_config, values) {
  Read read = expect_good("check:\n"
                          "  off: [form, table/panels]\n"
                          "  tolerance: 2\n"
                          "  rules:\n"
                          "    - id: local/one-2\n"
                          "      asserts: 甲等于乙\n"
                          "      left: {kind: three-public, column: reception, row: 201}\n"
                          "      relation: at-least\n"
                          "      right: {sum: [{kind: basic-expenditure,\n"
                          "                     classification: department-economic},\n"
                          "                    {kind: procurement, column: 合 计}]}\n");
  const ConfigCheck *check = &read.config->check;
  cr_assert_eq(check->off_count, 2);
  cr_expect_str_eq(check->off[0], "form");
  cr_expect_str_eq(check->off[1], "table/panels");
  cr_expect_eq(check->tolerance, 2);
  cr_assert_eq(check->rule_count, 1);
  const LocalRule *rule = &check->rules[0];
  cr_expect_str_eq(rule->id, "local/one-2");
  cr_expect_str_eq(rule->asserts, "甲等于乙");
  cr_expect_eq(rule->relation, RELATION_AT_LEAST);
  cr_expect_eq(rule->left.kind, KIND_THREE_PUBLIC);
  cr_expect_str_eq(rule->left.row, "201");
  cr_expect_str_eq(rule->left.column, "reception");
  cr_expect_eq(rule->left.sum_count, 0);
  cr_assert_eq(rule->right.sum_count, 2);
  cr_expect_eq(rule->right.sum[0].classification, CLASSIFICATION_DEPARTMENT_ECONOMIC);
  cr_expect_null(rule->right.sum[0].column);
  cr_expect_eq(rule->right.sum[1].kind, KIND_PROCUREMENT);
  cr_expect_str_eq(rule->right.sum[1].column, "合 计");
  read_free(&read);
}

Test(yaml_config, keys) {
  expect_bad("chekc: {}\n", 1, 1, "did you mean “check”?");
  expect_bad("check:\n  tolerence: 1\n", 2, 3, "did you mean “tolerance”?");
  expect_bad("check:\n  tolerance: 1\n  tolerance: 2\n", 3, 3, "stands twice");
  expect_bad("check: {}\n---\ncheck: {}\n", 2, 1, "a second document");
  expect_bad("- check\n", 1, 1, "expected a mapping, found a list");
  expect_bad("check: 3\n", 1, 8, "expected a mapping");
  expect_bad("check: {off: [form\n", 1, 14, "never closed");
}

Test(yaml_config, values_of_wrong_types) {
  expect_bad("check: {off: form}\n", 1, 14, "expected a list of names");
  expect_bad("check: {off: [form, from]}\n", 1, 21, "did you mean “form”?");
  expect_bad("check:\n  off:\n    - table/pannels\n", 3, 7, "did you mean “table/panels”?");
  expect_bad("check: {off: [[form]]}\n", 1, 15, "expected a name, found a list");
  expect_bad("check: {tolerance: -1}\n", 1, 20, "from 0 to 99");
  expect_bad("check: {tolerance: \"1\"}\n", 1, 20, "without quotes");
  expect_bad("check: {rules: local/a}\n", 1, 16, "“rules” is a list");
}

#define RULE(id, asserts, left, relation, right)                                 \
  "check:\n  rules:\n    - id: " id "\n      asserts: " asserts "\n"             \
  "      left: " left "\n      relation: " relation "\n      right: " right "\n"
#define GOOD "{kind: procurement}"

Test(yaml_config, rules_of_ones_own) {
  expect_bad(RULE("mine", "甲", GOOD, "equal", GOOD), 3, 11, "“local/” and a name");
  expect_bad(RULE("local/", "甲", GOOD, "equal", GOOD), 3, 11, "“local/” and a name");
  expect_bad(RULE("local/甲", "甲", GOOD, "equal", GOOD), 3, 11, "“local/” and a name");
  expect_bad(RULE("local/a", "''", GOOD, "equal", GOOD), 4, 16, "“asserts” is a sentence");
  expect_bad(RULE("local/a", "甲", "{kind: procurment}", "equal", GOOD), 5, 20,
             "did you mean “procurement”?");
  expect_bad(RULE("local/a", "甲", "{row: 3}", "equal", GOOD), 5, 13, "missing “kind”");
  expect_bad(RULE("local/a", "甲", "{kind: ~}", "equal", GOOD), 5, 13, "missing “kind”");
  expect_bad(RULE("local/a", "甲", "{sum: []}", "equal", GOOD), 5, 13, "or “sum”");
  expect_bad(RULE("local/a", "甲", "~", "equal", GOOD), 5, 13, "“left” in a rule must have");
  expect_bad(RULE("local/a", "甲", GOOD, "same", GOOD), 6, 17, "equal, at-most, at-least");
  expect_bad(RULE("local/a", "甲", GOOD, "equal", "{kind: procurement, column: name}"), 7, 42,
             "“column” is the role of a column of amounts");
  expect_bad(RULE("local/a", "甲", GOOD, "equal", "{sum: [{row: 1}]}"), 7, 21, "missing “kind”");
  expect_bad(RULE("local/a", "甲", GOOD, "equal", "{kind: procurement, sum: [" GOOD "]}"), 7, 39,
             "cannot stand beside “kind”");
  expect_bad(RULE("local/a", "甲", GOOD, "equal", "{row: 1, sum: [" GOOD "]}"), 7, 14,
             "“row” cannot stand beside “sum”");
  expect_bad("check: {rules: [{id: local/a, asserts: 甲, left: " GOOD "}]}\n", 1, 17,
             "missing “right”");
  expect_bad("check:\n  rules: [{id: local/a, asserts: 甲, left: " GOOD ", right: " GOOD "},\n"
             "    {id: local/a, asserts: 甲, left: " GOOD ", right: " GOOD "}]\n",
             2, 3, "two rules are called “local/a”");
}

Test(yaml_config, all_faults_are_told) {
  static const char text[] = "chekc: 1\ncheck:\n  tolerance: x\n  off: [frm]\n";
  Read read = read_bytes(text, sizeof text - 1);
  cr_assert_eq(read.diagnostics.errors, 3);
  expect_one(&read, 0, 1, 1, "chekc");
  expect_one(&read, 1, 3, 14, "tolerance");
  expect_one(&read, 2, 4, 9, "frm");
  read_free(&read);
}

static void expect_lines_good(const char *const *lines) {
  Str text = STR_EMPTY;
  for (; *lines; lines++)
    str_printf(&text, "%s\n", *lines);
  static const Word all[] = {{"form", NULL}, {"targets/indicator-level", NULL}};
  Diagnostics diagnostics;
  Config *config;
  diag_open(&diagnostics, "example", 20);
  config_bytes(text.data, text.length, &(Vocabulary){all, 2}, &config, &diagnostics);
  cr_assert_eq(diagnostics.list.count, 0, "%s", diagnostics.list.items[0].message);
  cr_expect_eq(config->check.rule_count, 2);
  config_free(config);
  diag_close(&diagnostics);
  str_free(&text);
}

Test(yaml_config, example_and_defaults_are_good) {
  expect_lines_good(config_example);
  Str printed = STR_EMPTY;
  config_print(&printed);
  Read read = expect_good(printed.data);
  cr_expect_eq(read.config->check.rule_count, 0);
  for (const char *at = printed.data; *at; at = strchr(at, '\n') + 1)
    cr_expect_leq(strcspn(at, "\n"), 100, "%s", at);
  read_free(&read);
  str_free(&printed);
}

Test(yaml_config, files_that_cannot_be_read) {
  static const char *const files[] = {"/nonexistent/config.yaml", "/"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    Config *config;
    Diagnostics diagnostics;
    diag_open(&diagnostics, files[i], 20);
    cr_expect_eq(config_file(files[i], &rules, &config, &diagnostics), READER_UNAVAILABLE);
    cr_expect_null(config);
    cr_expect_eq(diagnostics.errors, 1);
    diag_close(&diagnostics);
  }
}
