#include "cli/configuration.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"
#include "check/check.h"
#include "cli/message.h"
#include "text/report.h"

enum { FAULTS_KEPT = 20 };

/* ------------------------------------------------------------------ which file */

/* The user's own file, or NULL when nothing tells where it would be; a relative directory in the
 * environment does not count. Freed with memory_free. */
static char *own_file(void) {
  const char *directory = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
  Str file = STR_EMPTY;
  if (directory && *directory == '/')
    str_printf(&file, "%s/budgettui/config.yaml", directory);
  else if (home && *home)
    str_printf(&file, "%s/.config/budgettui/config.yaml", home);
  else
    return NULL;
  return str_take(&file);
}

static bool is_missing(const char *file) {
  return access(file, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* ------------------------------------------------------------------ names of rules */

typedef struct {
  VEC(Word) words;
  VEC(char *) groups;
} Names;

/* All rules, and the groups that their names begin with. */
static void names_open(Names *names) {
  *names = (Names){0};
  vec_push(&names->words, (Word){"local", NULL});
  for (size_t i = 0; i < check_rule_count; i++) {
    const char *id = check_rules[i].id;
    size_t length = strcspn(id, "/");
    vec_push(&names->words, (Word){id, NULL});
    if (i && !strncmp(check_rules[i - 1].id, id, length + 1))
      continue;
    Str group = STR_EMPTY;
    str_add(&group, id, length);
    char *text = str_take(&group);
    vec_push(&names->groups, text);
    vec_push(&names->words, (Word){text, NULL});
  }
}

static void names_close(Names *names) {
  for (size_t i = 0; i < names->groups.count; i++)
    memory_free(names->groups.items[i]);
  vec_free(&names->groups);
  vec_free(&names->words);
}

/* ------------------------------------------------------------------ reading */

static Status read_config(const char *file, Config **config) {
  Names names;
  Diagnostics diagnostics;
  names_open(&names);
  diag_open(&diagnostics, file, FAULTS_KEPT);
  Vocabulary rules = {names.words.items, names.words.count};
  ReaderStatus status = config_file(file, &rules, config, &diagnostics);
  Str report = STR_EMPTY;
  report_all(&report, &diagnostics, 0);
  fputs(report.data, stderr);
  str_free(&report);
  diag_close(&diagnostics);
  names_close(&names);
  return status == READER_OK ? STATUS_OK : STATUS_USAGE;
}

Status configuration_open(const Options *options, Config **config) {
  *config = NULL;
  if (options->no_config)
    return STATUS_OK;
  if (options->config)
    return read_config(options->config, config);
  char *file = own_file();
  Status status = file && !is_missing(file) ? read_config(file, config) : STATUS_OK;
  memory_free(file);
  return status;
}

Status configuration_print(void) {
  Str out = STR_EMPTY;
  config_print(&out);
  fputs(out.data, stdout);
  str_free(&out);
  return fflush(stdout) ? message_output() : STATUS_OK;
}
