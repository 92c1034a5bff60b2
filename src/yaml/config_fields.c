/* The fields of the configuration. */
#include <string.h>

#include "base/i18n.h"
#include "yaml/config.h"

#define FIELDS(list) .fields = list, .count = sizeof list / sizeof *list

static bool is_kind(int word) { return word != KIND_OTHER; }

static const char *expect_id(const char *text) {
  static const char begin[] = "local/", letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
  const char *name = text + strlen(begin);
  if (!strncmp(text, begin, strlen(begin)) && *name && strspn(name, letters) == strlen(name))
    return NULL;
  return N_("“local/” and a name of small letters, digits and hyphens");
}

static const char *expect_words(const char *text) {
  return *text ? NULL : N_("a sentence");
}

static const char *expect_column(const char *text) {
  int role = vocabulary_find(&role_words, text, strlen(text));
  return role < 0 || role_content((Role)role) == CONTENT_MONEY
             ? NULL
             : N_("the role of a column of amounts, or a title");
}

/* ------------------------------------------------------------------- figures */

#define FIGURE_FIELDS(kind_required)                                                              \
  {.name = "kind", .type = FIELD_WORD, .required = kind_required, .words = &kind_words,           \
   .accepts = is_kind, .initial = KIND_OTHER, .offset = offsetof(LocalFigure, kind),              \
   .meaning = N_("The kind of the annex; budgettui(5) lists them.")},                             \
  {.name = "classification", .type = FIELD_WORD, .words = &classification_words,                  \
   .initial = CLASSIFICATION_NONE, .standard = N_("any"),                                         \
   .offset = offsetof(LocalFigure, classification),                                               \
   .meaning = N_("The classification of the annex, where several have the same kind.")},          \
  {.name = "row", .type = FIELD_TEXT, .standard = N_("the total"),                                \
   .offset = offsetof(LocalFigure, row),                                                          \
   .meaning = N_("The account code or the name of the row. A row that is not printed counts as "  \
                 "a blank.")},                                                                    \
  {.name = "column", .type = FIELD_TEXT, .standard = N_("the amounts that count"),                \
   .offset = offsetof(LocalFigure, column), .expects = expect_column,                             \
   .meaning = N_("The role of the column, as budgettui(5) lists them, or its title.")}

static const Field term_fields[] = {FIGURE_FIELDS(true)};

const MappingType config_term_type = {
    .name = "figure", .phrase = N_("a figure"), FIELDS(term_fields),
    .size = sizeof(LocalFigure), .at = FIELD_NOWHERE,
    .meaning = N_("A printed figure, found by what it is and never by an annex's number."),
};

static const Field side_fields[] = {
    FIGURE_FIELDS(false),
    {.name = "sum", .type = FIELD_LIST, .of = &config_term_type, .without = "kind",
     .offset = offsetof(LocalFigure, sum),
     .meaning = N_("Figures that are added up, in place of a kind, a row and a column.")},
};
_Static_assert(offsetof(LocalFigure, sum_count) ==
                   offsetof(LocalFigure, sum) + offsetof(FieldList, count),
               "a sum is a FieldList");

const MappingType config_side_type = {
    .name = "side", .phrase = N_("a side of a rule"), FIELDS(side_fields),
    .size = sizeof(LocalFigure), .at = FIELD_NOWHERE,
    .meaning = N_("A printed figure, or the sum of several."),
};

/* ------------------------------------------------------------------- rules */

static const Field rule_fields[] = {
    {.name = "id", .type = FIELD_TEXT, .required = true, .offset = offsetof(LocalRule, id),
     .expects = expect_id,
     .meaning = N_("The name of the rule: local/ and small letters, digits and hyphens.")},
    {.name = "asserts", .type = FIELD_TEXT, .required = true,
     .offset = offsetof(LocalRule, asserts), .expects = expect_words,
     .meaning = N_("What the rule asserts, in your words; each finding of it says so.")},
    {.name = "left", .type = FIELD_MAPPING, .required = true, .of = &config_side_type,
     .offset = offsetof(LocalRule, left),
     .meaning = N_("The figure that is judged.")},
    {.name = "relation", .type = FIELD_WORD, .words = &local_relation_words,
     .initial = RELATION_EQUAL,
     .standard = N_("equal"), .offset = offsetof(LocalRule, relation),
     .meaning = N_("What the left side has to be to the right one.")},
    {.name = "right", .type = FIELD_MAPPING, .required = true, .of = &config_side_type,
     .offset = offsetof(LocalRule, right),
     .meaning = N_("What it is held against.")},
};

const MappingType config_rule_type = {
    .name = "rule", .phrase = N_("a rule"), FIELDS(rule_fields),
    .size = sizeof(LocalRule), .at = FIELD_NOWHERE,
    .meaning = N_("A comparison of printed figures. Its outcome is exact, within rounding, or a "
                  "mismatch; where an annex or a column is not printed, it is not applicable."),
};

static const Field check_fields[] = {
    {.name = "off", .type = FIELD_NAMES, .names = CONFIG_RULES, .standard = "[]",
     .offset = offsetof(ConfigCheck, off),
     .meaning = N_("Rules that are left out: names from budgettui-checks(7), or those of whole "
                   "groups. The option --rule goes before it.")},
    {.name = "tolerance", .type = FIELD_INTEGER, .least = 0, .most = 99, .standard = "0",
     .offset = offsetof(ConfigCheck, tolerance),
     .meaning = N_("By how many of its last printed digits a figure may be off, in addition to "
                   "rounding. Such a difference is within rounding.")},
    {.name = "rules", .type = FIELD_LIST, .of = &config_rule_type, .standard = "[]",
     .offset = offsetof(ConfigCheck, rules),
     .meaning = N_("Rules of your own, judged after all others.")},
};
_Static_assert(offsetof(ConfigCheck, off_count) ==
                   offsetof(ConfigCheck, off) + offsetof(FieldList, count),
               "off is a FieldList");
_Static_assert(offsetof(ConfigCheck, rule_count) ==
                   offsetof(ConfigCheck, rules) + offsetof(FieldList, count),
               "rules are a FieldList");

const MappingType config_check_type = {
    .name = "check", .phrase = N_("the checks"), FIELDS(check_fields),
    .size = sizeof(ConfigCheck), .at = FIELD_NOWHERE,
    .meaning = N_("Which rules hold the figures together, and how strictly."),
};

/* ------------------------------------------------------------------- display */

/* A Unit and 1. */
static const Word units[] = {
    {"printed", N_("as the tables print them")}, {"元", N_("yuan")},
    {"千元", N_("thousand yuan")},        {"万元", N_("ten thousand yuan")},
    {"亿元", N_("hundred million yuan")},
};
static const Vocabulary shown_unit_words = {units, sizeof units / sizeof *units};

static const Word shares[] = {
    {"bar", N_("a bar")},
    {"parent", N_("percent of the account above")},
    {"whole", N_("percent of the whole")},
    {"off", N_("no column of shares")},
};
static const Vocabulary share_words = {shares, sizeof shares / sizeof *shares};

static const Word colors[] = {
    {"auto", N_("as many as the terminal has, none where NO_COLOR is set")},
    {"always", N_("whatever NO_COLOR says")},
    {"never", N_("no colours")},
};
static const Vocabulary color_words = {colors, sizeof colors / sizeof *colors};

static const Word widths[] = {
    {"auto", N_("the terminal is asked")},
    {"1", N_("one column")},
    {"2", N_("two columns")},
};
static const Vocabulary width_words = {widths, sizeof widths / sizeof *widths};

static const Field display_fields[] = {
    {.name = "view", .type = FIELD_NAME, .names = CONFIG_VIEWS, .standard = "overview",
     .offset = offsetof(ConfigDisplay, view),
     .meaning = N_("The view that is open at first.")},
    {.name = "unit", .type = FIELD_WORD, .words = &shown_unit_words, .standard = "printed",
     .offset = offsetof(ConfigDisplay, unit),
     .meaning = N_("The unit in which amounts are shown.")},
    {.name = "share", .type = FIELD_WORD, .words = &share_words, .standard = "bar",
     .offset = offsetof(ConfigDisplay, share),
     .meaning = N_("What the trees show of an account's share.")},
    {.name = "color", .type = FIELD_WORD, .words = &color_words, .standard = "auto",
     .offset = offsetof(ConfigDisplay, color),
     .meaning = N_("Whether there are colours.")},
    {.name = "ambiguous-width", .type = FIELD_WORD, .words = &width_words, .standard = "auto",
     .offset = offsetof(ConfigDisplay, ambiguous_width),
     .meaning = N_("How wide the terminal draws characters like “ — ①.")},
    {.name = "ascii", .type = FIELD_BOOLEAN, .standard = "false",
     .offset = offsetof(ConfigDisplay, ascii),
     .meaning = N_("Whether boxes, bars and signs are drawn with ASCII characters only.")},
    {.name = "plain", .type = FIELD_BOOLEAN, .standard = "false",
     .offset = offsetof(ConfigDisplay, plain),
     .meaning = N_("Whether neither boxes nor bars are drawn and the cursor stays in the selected "
                   "line, for screen readers.")},
    {.name = "mouse", .type = FIELD_BOOLEAN, .initial = true, .standard = "true",
     .offset = offsetof(ConfigDisplay, mouse),
     .meaning = N_("Whether the mouse selects and scrolls; else it is left to the terminal.")},
};

const MappingType config_display_type = {
    .name = "display", .phrase = N_("the display"), FIELDS(display_fields),
    .size = sizeof(ConfigDisplay), .at = FIELD_NOWHERE,
    .meaning = N_("How budgets are shown. The options of the command line go before it."),
};

static const Field config_fields[] = {
    {.name = "display", .type = FIELD_MAPPING, .of = &config_display_type,
     .offset = offsetof(Config, display),
     .meaning = N_("How budgets are shown. The options of the command line go before it.")},
    {.name = "history", .type = FIELD_BOOLEAN, .initial = true, .standard = "true",
     .offset = offsetof(Config, history),
     .meaning = N_("Whether what is typed at the prompts of the browser is kept for later runs.")},
    {.name = "keys", .type = FIELD_CHOICES, .names = CONFIG_ACTIONS,
     .meaning = N_("Keys of the browser: the name of an action, and the key or the list of keys "
                   "that it has in place of its usual ones. A key is written as help shows it; "
                   "punctuation is quoted. With none the action has no key.")},
    {.name = "colors", .type = FIELD_CHOICES, .names = CONFIG_STYLES,
     .meaning = N_("Colours of the browser: the name of a style, and a word or a list of words. "
                   "A word is bold, dim, underline, reverse or a colour: black, red, green, "
                   "yellow, blue, magenta, cyan, white, one of these behind bright-, a number "
                   "from 0 to 255, or default, the terminal's own. The first colour is that of "
                   "the text, the second that behind it.")},
    {.name = "limits", .type = FIELD_SETTINGS, .names = CONFIG_LIMITS,
     .meaning = N_("How much is read: the name of a limit, and its value, as budgettui(1) lists "
                   "them. The option --limit goes before it.")},
    {.name = "check", .type = FIELD_MAPPING, .of = &config_check_type,
     .offset = offsetof(Config, check),
     .meaning = N_("Which rules hold the figures together, and how strictly.")},
};

const MappingType config_type = {
    .name = "configuration", .phrase = N_("the configuration"), FIELDS(config_fields),
    .size = sizeof(Config), .at = FIELD_NOWHERE,
    .meaning = N_("What a user prefers."),
};

const MappingType *const config_types[] = {
    &config_type, &config_display_type, &config_check_type, &config_rule_type, &config_side_type,
    &config_term_type,
};
const size_t config_type_count = sizeof config_types / sizeof *config_types;

const char *const config_example[] = {
    "display:",
    "  view: functional",
    "  unit: 万元",
    "keys:",
    "  sort: [s, F2]",
    "  next-hit: [n, ^G]",
    "  suspend: none",
    "colors:",
    "  negative: [red, bold]",
    "  match: [black, yellow]",
    "limits:",
    "  columns: 8192",
    "  import-pdf: 1G",
    "check:",
    "  off: [form, targets/indicator-level]",
    "  tolerance: 1",
    "  rules:",
    "    - id: local/reception",
    "      asserts: 公务接待费不少于基本支出中的30217",
    "      left: {kind: three-public, column: reception}",
    "      relation: at-least",
    "      right:",
    "        kind: basic-expenditure",
    "        classification: department-economic",
    "        row: 30217",
    "    - id: local/whole",
    "      asserts: 支出总计等于基本支出加项目支出",
    "      left: {kind: department-expenditure}",
    "      right:",
    "        sum:",
    "          - {kind: department-expenditure, column: basic}",
    "          - {kind: department-expenditure, column: 项目支出}",
    NULL,
};
