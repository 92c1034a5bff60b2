#include "cli/options.h"

#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/vec.h"
#include "cli/message.h"
#include "cli/names.h"
#include "model/money.h"
#include "view/action.h"
#include "view/shown_unit.h"

/* ------------------------------------------------------------------ values */

/* The name at an index of an array of names. */
#define NAME_OF(names, index) ((index) < sizeof(names) / sizeof *(names) ? (names)[index] : NULL)

static const char *width_name(size_t index) {
  static const char *const names[] = {"1", "2"};
  return NAME_OF(names, index);
}

static bool take_ambiguous_width(Options *options, const char *value) {
  options->ambiguous_width = value[0] - '0';
  return (value[0] == '1' || value[0] == '2') && !value[1];
}

static const char *view_name(size_t index) {
  Action action = (Action)(ACTION_VIEW_1 + index);
  return action_opens_view(action) ? action_info(action)->name : NULL;
}

static bool take_view(Options *options, const char *value) {
  int view = names_find(view_name, value);
  options->view = (Action)(ACTION_VIEW_1 + view);
  return view >= 0;
}

static const char *color_name(size_t index) {
  static const char *const names[] = {[TERMINAL_COLOR_AUTO] = "auto",
                                      [TERMINAL_COLOR_ALWAYS] = "always",
                                      [TERMINAL_COLOR_NEVER] = "never"};
  return NAME_OF(names, index);
}

static bool take_color(Options *options, const char *value) {
  int color = names_find(color_name, value);
  options->color = (TerminalColor)color;
  return color >= 0;
}

static bool take_count(size_t *count, const char *value) {
  enum { DIGITS = 6 };
  size_t length = strspn(value, "0123456789");
  if (!length || value[length] || length > DIGITS)
    return false;
  *count = (size_t)strtoul(value, NULL, 10);
  return true;
}

static bool take_width(Options *options, const char *value) {
  return take_count(&options->width, value);
}

static bool take_depth(Options *options, const char *value) {
  options->depth_given = true;
  return take_count(&options->depth, value);
}

static const char *unit_latin_name(size_t index) {
  return index < shown_unit_count ? shown_units[index].latin : NULL;
}

static bool take_unit(Options *options, const char *value) {
  const ShownUnit *unit = shown_unit_named(value);
  if (unit != NULL)
    options->unit = unit->unit;
  return unit != NULL;
}

/* A single rule of the user's own: whether there is one is not known yet. */
static bool is_local(const char *value) {
  static const char begin[] = "local/";
  return !strncmp(value, begin, sizeof begin - 1);
}

static const char *rule_name(size_t index) {
  static const char *const groups[] = {"table", "between", "targets", "text", "form", "local"};
  enum { GROUPS = sizeof groups / sizeof *groups };
  if (index < GROUPS)
    return groups[index];
  return index - GROUPS < check_rule_count ? check_rules[index - GROUPS].id : NULL;
}

static bool take_rule(Options *options, const char *value) {
  if (is_local(value)) {
    vec_push(&options->local_on, value);
    return true;
  }
  CheckRuleSet named = check_rules_named(value);
  options->rules_on |= named;
  return named != 0;
}

static bool take_no_rule(Options *options, const char *value) {
  if (is_local(value)) {
    vec_push(&options->local_off, value);
    return true;
  }
  CheckRuleSet named = check_rules_named(value);
  options->rules_off |= named;
  return named != 0;
}

static const char *scope_name(size_t index) {
  static const char *const names[SCOPE_COUNT] = {
      [SCOPE_ALL] = "all", [SCOPE_CODE] = "code", [SCOPE_NAME] = "name", [SCOPE_TEXT] = "text"};
  return NAME_OF(names, index);
}

static bool take_scope(Options *options, const char *value) {
  int scope = names_find(scope_name, value);
  options->scope = (TermScope)scope;
  return scope >= 0;
}

static const char *limit_name(size_t index) {
  return index < LIMIT_COUNT ? limit_list[index].key : NULL;
}

static void refuse_limit(Options *options, const char *key) {
  Str proposal = STR_EMPTY;
  names_propose(limit_name, "", key, &proposal);
  str_printf(&options->why, _("there is no limit '%s'%s"), key, proposal.data);
  str_free(&proposal);
}

/* KEY=VALUE. */
static bool take_limit(Options *options, const char *value) {
  size_t length = strcspn(value, "=");
  if (!value[length])
    return false;
  Str key = STR_EMPTY;
  str_add(&key, value, length);
  int limit = names_find(limit_name, key.data);
  const char *number = value + length + 1;
  bool taken = limit >= 0 && limits_set(&options->limits, (Limit)limit, number, strlen(number),
                                        &options->why);
  if (limit < 0)
    refuse_limit(options, key.data);
  else
    options->limits_given |= UINT32_C(1) << limit;
  str_free(&key);
  return taken;
}
_Static_assert(LIMIT_COUNT <= 32, "Options.limits_given has a bit for each");

/* A flag is set, and a text that is not empty kept, where it stands; other values are taken by a
 * function. */
#define TO(member) NULL, offsetof(Options, member)
#define BY(function) function, 0

const OptionInfo option_list[] = {
    {"code", 'c', "CODE",
     N_("open at, or show only, the account with this code, or the first whose code begins so"),
     FOR_BROWSE | FOR_SHOW, TO(code), N_("an account code"), NULL},
    {"view", 0, "VIEW", N_("open this view first: overview, annexes, functional, checks, ..."),
     FOR_BROWSE, BY(take_view), N_("the name of a view, as budgettui(1) lists them"),
     view_name},
    {"unit", 'u', "UNIT", N_("amounts in 元, 千元, 万元 or 亿元 (yuan, qian, wan, yi), or printed"),
     FOR_BROWSE | FOR_SHOW, BY(take_unit), N_("元, 千元, 万元, 亿元, yuan, qian, wan, yi or printed"),
     unit_latin_name},
    {"depth", 'd', "N", N_("levels of accounts below the root, or below CODE; 0: all"), FOR_SHOW,
     BY(take_depth), N_("a number"), NULL},
    {"width", 'w', "N", N_("keep to N columns: names become shorter, amounts never; 0: any width"),
     FOR_SHOW, BY(take_width), N_("a number"), NULL},
    {"ambiguous-width", 0, "1|2",
     N_("columns of characters like “ — ①; else the terminal is asked, and text takes 1"),
     FOR_BROWSE | FOR_SHOW, BY(take_ambiguous_width), N_("1 or 2"),
     width_name},
    {"ascii", 0, NULL, N_("draw with ASCII characters only"), FOR_BROWSE | FOR_SHOW | FOR_CHECK,
     TO(ascii), NULL, NULL},
    {"plain", 0, NULL,
     N_("draw neither boxes nor bars, and keep the cursor in the selected line, for screen "
        "readers"),
     FOR_BROWSE, TO(plain), NULL, NULL},
    {"no-mouse", 0, NULL, N_("leave the mouse to the terminal"), FOR_BROWSE, TO(no_mouse), NULL,
     NULL},
    {"color", 0, "WHEN", N_("colours: auto, always or never; NO_COLOR means never"),
     FOR_BROWSE | FOR_SEARCH, BY(take_color), N_("auto, always or never"),
     color_name},
    {"format", 'f', "FORMAT",
     N_("what is written: by check text, json, sarif or junit; by search text, json or csv; by "
        "export one of its formats"),
     FOR_CHECK | FOR_SEARCH | FOR_EXPORT, TO(format), N_("the name of a format"), NULL},
    {"strict", 0, NULL, N_("rounding and warnings change the status, too"), FOR_CHECK,
     TO(strict), NULL, NULL},
    {"exact", 0, NULL, N_("list comparisons that are exact, too"), FOR_CHECK, TO(exact), NULL,
     NULL},
    {"rule", 0, "RULE", N_("check only this rule, or this group of rules; may be repeated"),
     FOR_CHECK, BY(take_rule),
     N_("a rule of budgettui-checks(7), or a group: table, between, targets, text, form, local"),
     rule_name},
    {"no-rule", 0, "RULE", N_("leave out this rule, or this group of rules; may be repeated"),
     FOR_CHECK, BY(take_no_rule),
     N_("a rule of budgettui-checks(7), or a group: table, between, targets, text, form, local"),
     rule_name},
    {"extended-regexp", 'E', NULL,
     N_("TERM is an extended regular expression, matched whatever the width, case and spaces"),
     FOR_SEARCH, TO(expression), NULL, NULL},
    {"pinyin", 'p', NULL,
     N_("find Chinese text that is read as TERM, too: xzyx, xingzheng or xzyunxing for 行政运行"),
     FOR_SEARCH, TO(pinyin), NULL, NULL},
    {"in", 'i', "WHAT", N_("look only at codes, at names, or at texts: code, name, text or all"),
     FOR_SEARCH, BY(take_scope), N_("code, name, text or all"),
     scope_name},
    {"count", 0, NULL, N_("print the number of matches of each file"), FOR_SEARCH,
     TO(count), NULL, NULL},
    {"files-with-matches", 'l', NULL, N_("print the names of files with matches"), FOR_SEARCH,
     TO(files), NULL, NULL},
    {"annex", 'a', "N", N_("only the annex with this number"), FOR_EXPORT, TO(annex),
     N_("the number of an annex"), NULL},
    {"output", 'o', "FILE",
     N_("write to FILE, which appears only when all of it is written; '-' is standard output"),
     FOR_EXPORT | FOR_IMPORT, TO(output), N_("the name of a file"), NULL},
    {"force", 0, NULL, N_("replace a file that exists"), FOR_EXPORT | FOR_IMPORT,
     TO(force), NULL, NULL},
    {"report", 0, "FILE",
     N_("write to FILE, as JSON, what an import left out or was not sure of, and why"), FOR_IMPORT,
     TO(report), N_("the name of a file"), NULL},
    {"bom", 0, NULL, N_("begin csv with a byte order mark, by which spreadsheets know UTF-8"),
     FOR_EXPORT, TO(bom), NULL, NULL},
    {"no-formulas", 0, NULL,
     N_("in csv, put ' before texts that a spreadsheet would take for formulas"), FOR_EXPORT,
     TO(no_formulas), NULL, NULL},
    {"limit", 0, "KEY=VALUE",
     N_("read what is beyond the usual limits, as --limit columns=8192; may be repeated"),
     FOR_DOCUMENTS, BY(take_limit),
     N_("the name of a limit, =, and a number, as budgettui(1) lists them"), limit_name},
    {"config", 0, "FILE", N_("read FILE in place of the user's configuration"),
     FOR_DOCUMENTS, TO(config), N_("the name of a file"), NULL},
    {"no-config", 0, NULL, N_("read no configuration"), FOR_DOCUMENTS, TO(no_config), NULL, NULL},
    {"print-config", 0, NULL, N_("print a configuration with the defaults, commented"), FOR_BROWSE,
     TO(print_config), NULL, NULL},
    {"help", 'h', NULL, N_("print this help"), FOR_ALL, TO(help), NULL, NULL},
    {"version", 'V', NULL, N_("print the version"), FOR_ALL, TO(version), NULL, NULL},
};
const size_t option_count = sizeof option_list / sizeof *option_list;
_Static_assert(sizeof option_list / sizeof *option_list <= 64, "Options.given has a bit for each");

/* ------------------------------------------------------------------ reading */

enum { FIRST_VALUE = 256 }; /* what getopt returns for option_list[0]: no character */

typedef struct {
  VEC(struct option) longs;
  Str letters;
} GetoptTables;

static void table_open(GetoptTables *table) {
  *table = (GetoptTables){.letters = STR_EMPTY};
  str_add_char(&table->letters, ':');
  for (size_t i = 0; i < option_count; i++) {
    const OptionInfo *info = &option_list[i];
    int argument = info->argument ? required_argument : no_argument;
    vec_push(&table->longs, (struct option){info->name, argument, NULL, FIRST_VALUE + (int)i});
    if (info->letter) {
      str_add_char(&table->letters, info->letter);
      str_add_text(&table->letters, info->argument ? ":" : "");
    }
  }
  vec_push(&table->longs, (struct option){0});
}

static void table_close(GetoptTables *table) {
  vec_free(&table->longs);
  str_free(&table->letters);
}

/* The option that getopt's value stands for; NULL: none. */
static const OptionInfo *find_option(int value) {
  for (size_t i = 0; i < option_count; i++)
    if (value == FIRST_VALUE + (int)i || (value && value == option_list[i].letter))
      return &option_list[i];
  return NULL;
}

static const char *option_name(size_t index) {
  return index < option_count ? option_list[index].name : NULL;
}

static Status unknown_option(const char *text) {
  Str name = STR_EMPTY;
  str_add(&name, text, strcspn(text, "="));
  Status status = names_unknown(option_name, "--", name.data, _("unknown option '--%s'%s"));
  str_free(&name);
  return status;
}

/* What getopt could not make sense of: `value` is ':' or '?'. */
static Status refuse(int value, char **argv) {
  const OptionInfo *info = optopt ? find_option(optopt) : NULL;
  const char *last = optind > 0 ? argv[optind - 1] : "";
  if (info && value == ':')
    return message_usage(_("option '--%s' needs a value: %s"), info->name, _(info->expected));
  if (info)
    return message_usage(_("option '--%s' takes no value"), info->name);
  if (optopt)
    return message_usage(_("unknown option '-%c'"), optopt);
  return unknown_option(last + strspn(last, "-"));
}

/* False: not such a value. */
static bool put(Options *options, const OptionInfo *info, const char *value) {
  void *at = (char *)options + info->at;
  if (info->take)
    return info->take(options, value);
  if (info->argument)
    *(const char **)at = value;
  else
    *(bool *)at = true;
  return !info->argument || *value;
}

static Status take(Options *options, const OptionInfo *info, const char *value) {
  options->given |= UINT64_C(1) << (info - option_list);
  if (put(options, info, value))
    return STATUS_OK;
  if (options->why.length)
    return message_usage("--%s: %s", info->name, options->why.data);
  Str proposal = STR_EMPTY;
  if (info->values && names_find(info->values, value) < 0)
    names_propose(info->values, "", value, &proposal);
  Status status = message_usage(_("option '--%s' cannot be '%s': it takes %s%s"), info->name, value,
                                _(info->expected), proposal.data);
  str_free(&proposal);
  return status;
}

Status options_read(int argc, char **argv, Options *options) {
  *options = (Options){.unit = -1, .limits = limits_standard(), .why = STR_EMPTY};
  GetoptTables table;
  table_open(&table);
  Status status = STATUS_OK;
  int value;
  opterr = 0;
  while (status == STATUS_OK &&
         (value = getopt_long(argc, argv, table.letters.data, table.longs.items, NULL)) != -1) {
    const OptionInfo *info = value == ':' || value == '?' ? NULL : find_option(value);
    status = info ? take(options, info, optarg) : refuse(value, argv);
  }
  table_close(&table);
  options->operands = argv + optind;
  options->operand_count = (size_t)(argc - optind);
  return status;
}

void options_free(Options *options) {
  vec_free(&options->local_on);
  vec_free(&options->local_off);
  str_free(&options->why);
}

bool options_given(const Options *options, const char *name) {
  int index = names_find(option_name, name);
  return index >= 0 && options->given >> index & 1;
}

Status options_check(const Options *options, unsigned command, const char *name) {
  for (size_t i = 0; i < option_count; i++)
    if (options->given >> i & 1 && !(option_list[i].commands & command))
      return message_usage(_("option '--%s' is not for '%s'"), option_list[i].name, name);
  return STATUS_OK;
}
