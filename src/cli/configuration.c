#include "cli/configuration.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/config_names.h"
#include "cli/message.h"

enum { FAULTS_KEPT = 20 };

/* ------------------------------------------------------------------ which file */

char *configuration_own_file(const char *name) {
  const char *directory = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
  Str file = STR_EMPTY;
  if (directory && *directory == '/')
    str_printf(&file, "%s/budgettui/%s", directory, name);
  else if (home && *home)
    str_printf(&file, "%s/.config/budgettui/%s", home, name);
  else
    return NULL;
  return str_take(&file);
}

static bool is_missing(const char *file) {
  return access(file, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* ------------------------------------------------------------------ reading */

static Status read_config(const char *file, Settings *settings, Limits *limits) {
  NamesOfConfig names;
  KeyChoices keys = {0};
  Diagnostics diagnostics;
  config_names_open(&names, &keys, &settings->styles, limits);
  diag_open(&diagnostics, file, FAULTS_KEPT);
  ReaderStatus status = config_file(file, names.fields, &settings->config, &diagnostics);
  message_faults(&diagnostics);
  diag_close(&diagnostics);
  config_names_close(&names);
  key_choices_apply(&keys, &settings->keys);
  key_choices_free(&keys);
  return status == READER_OK ? STATUS_OK : STATUS_USAGE;
}

static Status read_settings(const Options *options, Settings *settings, Limits *limits) {
  if (options->no_config)
    return STATUS_OK;
  if (options->config)
    return read_config(options->config, settings, limits);
  char *file = configuration_own_file("config.yaml");
  Status status = file && !is_missing(file) ? read_config(file, settings, limits) : STATUS_OK;
  memory_free(file);
  return status;
}

/* ------------------------------------------------------------------ what it says */

_Static_assert(SHARE_BAR == 0 && SHARE_OF_PARENT == 1 && SHARE_OF_WHOLE == 2 && SHARE_OFF == 3,
               "the words of the field \"share\" stand so");
_Static_assert(TERMINAL_COLOR_AUTO == 0 && TERMINAL_COLOR_ALWAYS == 1 && TERMINAL_COLOR_NEVER == 2,
               "the words of the field \"color\" stand so");

static void set_view(Options *options, const ConfigDisplay *display) {
  options->view = config_names_view((size_t)display->view);
}
static void set_unit(Options *options, const ConfigDisplay *display) {
  options->unit = display->unit - 1;
}
static void set_share(Options *options, const ConfigDisplay *display) {
  options->share = (ShareMode)display->share;
}
static void set_color(Options *options, const ConfigDisplay *display) {
  options->color = (TerminalColor)display->color;
}
static void set_ambiguous_width(Options *options, const ConfigDisplay *display) {
  options->ambiguous_width = display->ambiguous_width;
}
static void set_ascii(Options *options, const ConfigDisplay *display) {
  options->ascii = display->ascii;
}
static void set_plain(Options *options, const ConfigDisplay *display) {
  options->plain = display->plain;
}
static void set_mouse(Options *options, const ConfigDisplay *display) {
  options->no_mouse = !display->mouse;
}

/* Options of the command line go before what is configured. */
static void fill(Options *options, const ConfigDisplay *display) {
  static const struct {
    const char *option; /* NULL: none says it */
    void (*set)(Options *options, const ConfigDisplay *display);
  } settings[] = {
      {"view", set_view},   {"unit", set_unit},     {NULL, set_share},
      {"color", set_color}, {"ascii", set_ascii},   {"ambiguous-width", set_ambiguous_width},
      {"plain", set_plain}, {"no-mouse", set_mouse},
  };
  for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
    if (!settings[i].option || !options_given(options, settings[i].option))
      settings[i].set(options, display);
}

static void fill_limits(Options *options, const Limits *limits) {
  for (int i = 0; i < LIMIT_COUNT; i++)
    if (!(options->limits_given >> i & 1))
      options->limits.values[i] = limits->values[i];
}

/* ------------------------------------------------------------------ single rules of one's own */

typedef struct {
  const char *const *names;
  size_t count;
} Named;

static bool is_named(const Named *named, const LocalRule *rule) {
  for (size_t i = 0; i < named->count; i++)
    if (!strcmp(named->names[i], rule->id))
      return true;
  return false;
}

static Status unknown_rule(const char *name, const ConfigCheck *check) {
  VEC(Word) words = {0};
  for (size_t i = 0; i < check->rule_count; i++)
    vec_push(&words, (Word){check->rules[i].id, NULL});
  Vocabulary rules = {words.items, words.count};
  const char *nearest = vocabulary_nearest(&rules, name, strlen(name));
  Status status =
      nearest ? message_usage(_("the configuration has no rule '%s'; did you mean '%s'?"), name,
                              nearest)
              : message_usage(_("the configuration has no rule '%s'"), name);
  vec_free(&words);
  return status;
}

/* Whether the configuration has all the rules that are named. */
static Status check_named(const Named *named, const ConfigCheck *check) {
  for (size_t i = 0; i < named->count; i++) {
    size_t rule = 0;
    while (rule < check->rule_count && strcmp(check->rules[rule].id, named->names[i]) != 0)
      rule++;
    if (rule == check->rule_count)
      return unknown_rule(named->names[i], check);
  }
  return STATUS_OK;
}

/* Keeps those of the user's own rules that the command line wants. */
static Status choose_rules(Options *options, Settings *settings) {
  const Named on = {options->local_on.items, options->local_on.count};
  const Named off = {options->local_off.items, options->local_off.count};
  bool all = !on.count || options->rules_on & CHECK_LOCAL_RULES;
  ConfigCheck none = {0}, *check = settings->config ? &settings->config->check : &none;
  Status status = check_named(&on, check);
  if (status == STATUS_OK)
    status = check_named(&off, check);
  if (on.count)
    options->rules_on |= CHECK_LOCAL_RULES;
  if (status != STATUS_OK || !check->rule_count)
    return status;
  LocalRule *kept =
      arena_copy(settings->config->arena, check->rules, check->rule_count, sizeof *kept);
  size_t count = 0;
  for (size_t i = 0; i < check->rule_count; i++)
    if ((all || is_named(&on, &kept[i])) && !is_named(&off, &kept[i]))
      kept[count++] = kept[i];
  check->rules = kept;
  check->rule_count = count;
  return STATUS_OK;
}

Status configuration_open(Options *options, Settings *settings) {
  *settings = (Settings){0};
  keymap_open(&settings->keys);
  Limits limits = limits_standard();
  Status status = read_settings(options, settings, &limits);
  fill_limits(options, &limits);
  if (settings->config)
    fill(options, &settings->config->display);
  return status == STATUS_OK ? choose_rules(options, settings) : status;
}

void configuration_close(Settings *settings) {
  config_free(settings->config);
  keymap_close(&settings->keys);
}

Status configuration_print(void) {
  NamesOfConfig names;
  Str out = STR_EMPTY;
  config_names_open(&names, NULL, NULL, NULL);
  config_print(names.fields, &out);
  fputs(out.data, stdout);
  str_free(&out);
  config_names_close(&names);
  return fflush(stdout) ? message_output() : STATUS_OK;
}
