/* The configuration: what a good one holds, and each fault with its place. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/diag.h"
#include "yaml/config.h"

#define WORDS(list) { list, sizeof list / sizeof *list }

static const Word rules[] = {{"table", NULL},
                             {"table/panels", NULL},
                             {"form", NULL},
                             {"targets/indicator-level", NULL}};
static const Word views[] = {{"overview", "a"}, {"functional", "b"}, {"checks", "c"}};
static const Word actions[] = {{"sort", "a"}, {"next-hit", "b"}, {"suspend", "c"}};
static const Word limits[] = {{"columns", "a"}, {"import-pdf", "b"}};
static const Word styles[] = {{"title", "a"}, {"negative", "b"}, {"match", "c"}};

/* Writes down what it is given; refuses words with an x. */
static bool take(void *context, size_t name, const char *word, Str *why) {
  if (word && strchr(word, 'x')) {
    str_printf(why, "no “%s”", word);
    return false;
  }
  if (word)
    str_printf(context, " %s", word);
  else
    str_printf(context, ";%s", styles[name].name);
  return true;
}

static bool take_limit(void *context, size_t name, const char *word, Str *why) {
  (void)name, (void)why;
  if (word && *word == 'x') {
    str_add_text(why, "no number");
    return false;
  }
  str_printf(context, "%s;", word ? word : "-");
  return true;
}

static bool take_nothing(void *context, size_t name, const char *word, Str *why) {
  (void)context, (void)name, (void)word, (void)why;
  return true;
}

typedef struct {
  Config *config;
  Str taken, limits;
  Diagnostics diagnostics;
  ReaderStatus status;
} Read;

static Read read_bytes(const char *text, size_t length) {
  Read read = {.taken = STR_EMPTY, .limits = STR_EMPTY};
  const FieldNames names[CONFIG_NAMES] = {
      [CONFIG_RULES] = {.words = WORDS(rules)},
      [CONFIG_VIEWS] = {.words = WORDS(views)},
      [CONFIG_ACTIONS] = {.words = WORDS(actions), .take = take_nothing},
      [CONFIG_LIMITS] = {.words = WORDS(limits), .take = take_limit, .context = &read.limits},
      [CONFIG_STYLES] = {.words = WORDS(styles), .take = take, .context = &read.taken}};
  diag_open(&read.diagnostics, "config.yaml", 20);
  read.status = config_bytes(text, length, names, &read.config, &read.diagnostics);
  return read;
}

static void read_free(Read *read) {
  config_free(read->config);
  str_free(&read->taken);
  str_free(&read->limits);
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

Test(yaml_config, limits_have_one_value_each) {
  Read read = expect_good("limits:\n  columns: 8192\n  import-pdf: \"1G\"\n");
  cr_expect_str_eq(read.limits.data, "8192;1G;");
  read_free(&read);
  expect_bad("limits:\n  columns: x\n", 2, 12, "no number");
  expect_bad("limits:\n  colums: 1\n", 2, 3, "unknown name “colums” in “limits”; did you mean “columns”?");
  expect_bad("limits:\n  columns: 1\n  columns: 2\n", 3, 3, "the key “columns” stands twice in limits");
  expect_bad("limits:\n  columns:\n", 2, 11, "expected a value, found nothing");
  expect_bad("limits:\n  columns: ~\n", 2, 12, "expected a value, found nothing");
  expect_bad("limits:\n  columns: [1, 2]\n", 2, 12, "expected a value, found a list");
  expect_bad("limits: 5\n", 1, 9, "expected a mapping, found the text “5”");
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

Test(yaml_config, display) {
  static const char *const empty[] = {"", "display:\n", "check: {}\n", "display: {mouse: ~}\n"};
  for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
    Read read = expect_good(empty[i]);
    const ConfigDisplay *display = &read.config->display;
    cr_expect(!display->view && !display->unit && !display->share && !display->color &&
              !display->ambiguous_width && !display->ascii && !display->plain && display->mouse);
    read_free(&read);
  }
  Read read = expect_good("display: {view: checks, unit: 万元, share: off, color: never,\n"
                          "          ambiguous-width: 2, ascii: true, plain: true, mouse: false}\n");
  const ConfigDisplay *display = &read.config->display;
  cr_expect_eq(display->view, 2);
  cr_expect_eq(display->unit, UNIT_WAN + 1);
  cr_expect_eq(display->share, 3);
  cr_expect_eq(display->color, 2);
  cr_expect_eq(display->ambiguous_width, 2);
  cr_expect(display->ascii && display->plain && !display->mouse);
  read_free(&read);
  expect_bad("display: {view: functonal}\n", 1, 17, "did you mean “functional”?");
  expect_bad("display: {view: nowhere}\n", 1, 17, "“nowhere” in “view”; budgettui-config(5) lists them");
  expect_bad("display: {view: [checks]}\n", 1, 17, "expected a name, found a list");
  expect_bad("display: {unit: 百元}\n", 1, 17, "expected one of: printed, 元, 千元, 万元, 亿元");
  expect_bad("display:\n  ambiguous-width: 3\n", 2, 20, "expected one of: auto, 1, 2");
  expect_bad("display: {mouse: yes}\n", 1, 18, "“mouse” is true or false");
}

Test(yaml_config, choices) {
  static const struct {
    const char *text, *taken;
  } cases[] = {
      {"colors:\n", ""},
      {"colors: {}\n", ""},
      {"colors: {title: bold}\n", ";title bold"},
      {"colors: {title: [bold, 208], match: none}\n", ";title bold 208;match"},
      {"colors: {match: [], title: ~}\n", ";match;title"},
      {"colors: {match: \"~\"}\n", ";match ~"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Read read = expect_good(cases[i].text);
    cr_expect_str_eq(read.taken.data, cases[i].taken);
    read_free(&read);
  }
  expect_bad("colors: {titel: bold}\n", 1, 10, "“titel” in “colors”; did you mean “title”?");
  expect_bad("colors: {title: [bold, xx]}\n", 1, 24, "no “xx”");
  expect_bad("colors:\n  title: red\n  title: red\n", 3, 3, "the key “title” stands twice");
  expect_bad("colors: {title: {a: b}}\n", 1, 17, "expected a word or a list of words");
  expect_bad("colors: {title: [[red]]}\n", 1, 18, "expected a word, found a list");
  expect_bad("colors: [title]\n", 1, 9, "expected a mapping, found a list");
  expect_bad("colors: {[title]: red}\n", 1, 10, "expected a key");
  expect_bad("colors: {title: \"a\\0b\"}\n", 1, 17, "U+0000");
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
             3, 5, "two rules are called “local/a”");
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

static void add_standard(size_t name, Str *out) { str_printf(out, "[%s]", styles[name].name); }

static void add_limit(size_t name, Str *out) { str_add_text(out, limits[name].name); }

Test(yaml_config, example_and_defaults_are_good) {
  const FieldNames names[CONFIG_NAMES] = {
      [CONFIG_VIEWS] = {.words = WORDS(views)},
      [CONFIG_LIMITS] = {.words = WORDS(limits), .standard = add_limit},
      [CONFIG_STYLES] = {.words = WORDS(styles), .standard = add_standard}};
  Str text = STR_EMPTY;
  for (const char *const *line = config_example; *line; line++)
    str_printf(&text, "%s\n", *line);
  Read example = expect_good(text.data);
  cr_expect_eq(example.config->check.rule_count, 2);
  read_free(&example);
  str_clear(&text);
  config_print(names, &text);
  Read read = expect_good(text.data);
  cr_expect_eq(read.config->check.rule_count, 0);
  cr_expect_eq(read.config->display.mouse, true);
  cr_expect_str_eq(read.taken.data, ";title title;negative negative;match match");
  for (const char *at = text.data; *at; at = strchr(at, '\n') + 1)
    cr_expect_leq(strcspn(at, "\n"), 100, "%s", at);
  read_free(&read);
  str_free(&text);
}

Test(yaml_config, files_that_cannot_be_read) {
  static const char *const files[] = {"/nonexistent/config.yaml", "/"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    Config *config;
    Diagnostics diagnostics;
    diag_open(&diagnostics, files[i], 20);
    cr_expect_eq(config_file(files[i], NULL, &config, &diagnostics), READER_UNAVAILABLE);
    cr_expect_null(config);
    cr_expect_eq(diagnostics.errors, 1);
    diag_close(&diagnostics);
  }
}

/* Every beginning of a good file, and every file with one byte of it changed, is read or refused. */
Test(yaml_config, damaged_files) {
  static const char changes[] = "[]{}:,-#'\"&*!|>%?~\n\t 0\x01\xff";
  Str text = STR_EMPTY;
  size_t bad = 0;
  for (const char *const *line = config_example; *line; line++)
    str_printf(&text, "%s\n", *line);
  for (size_t length = 0; length < text.length; length++) {
    Read read = read_bytes(text.data, length);
    bad += read.status == READER_BAD;
    cr_assert_eq(read.config == NULL, read.diagnostics.errors > 0);
    read_free(&read);
  }
  for (size_t at = 0; at < text.length; at++) {
    char kept = text.data[at];
    text.data[at] = changes[at % sizeof changes]; /* NUL, too */
    Read read = read_bytes(text.data, text.length);
    bad += read.status == READER_BAD;
    cr_assert_eq(read.config == NULL, read.diagnostics.errors > 0);
    read_free(&read);
    text.data[at] = kept;
  }
  cr_expect_gt(bad, text.length / 2);
  str_free(&text);
}
