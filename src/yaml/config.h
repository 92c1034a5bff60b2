/* The configuration: a YAML file read by tables of fields, as documents are.
 *
 * Every field has a default, so an empty file is a good one. budgettui-config(5)
 * and `budgettui --print-config` are made from the tables. Faults go to the caller's diagnostics,
 * each with its place; a file with one gives no configuration. */
#ifndef BUDGETTUI_YAML_CONFIG_H
#define BUDGETTUI_YAML_CONFIG_H

#include "base/arena.h"
#include "base/str.h"
#include "model/local_rule.h"
#include "yaml/fields.h"
#include "yaml/reader.h"

typedef struct {
  const char *const *off; /* rules and groups that are left out */
  size_t off_count;
  int tolerance; /* last printed digits that a figure may be off, beside rounding */
  const LocalRule *rules;
  size_t rule_count;
} ConfigCheck;

/* Each what the option of this name takes. */
typedef struct {
  int view;            /* an index among the names of views */
  int unit;            /* a Unit and 1; 0: as printed */
  int share;           /* as the words of the field stand */
  int color;
  int ambiguous_width; /* 1, 2; 0: the terminal is asked */
  int ascii, plain, mouse;
} ConfigDisplay;

/* What the caller of the reader knows the names of. */
typedef enum {
  CONFIG_RULES,   /* rules and groups of them that can be switched off */
  CONFIG_VIEWS,
  CONFIG_ACTIONS, /* with their keys */
  CONFIG_STYLES,  /* with their colours */
  CONFIG_LIMITS,  /* with their values */
  CONFIG_NAMES
} ConfigNames;

typedef struct Config {
  ConfigCheck check;
  ConfigDisplay display;
  int history; /* whether what is typed at prompts is kept between runs */
  Arena *arena; /* of all texts */
} Config;

extern const MappingType config_type, config_check_type, config_rule_type, config_side_type,
    config_term_type, config_display_type;
/* All types of mapping, the configuration first, each after one that holds it. */
extern const MappingType *const config_types[];
extern const size_t config_type_count;
/* A configuration with every field, line by line; the last one is NULL. */
extern const char *const config_example[];

/* Reads a file. `names` has CONFIG_NAMES elements; keys and colours go to those who take them. On
 * READER_OK *config is the caller's to free; else it is NULL. */
ReaderStatus config_file(const char *file, const FieldNames *names, Config **config,
                         Diagnostics *diagnostics);
/* The same for bytes in memory; they need not outlive the call. */
ReaderStatus config_bytes(const char *bytes, size_t length, const FieldNames *names,
                          Config **config, Diagnostics *diagnostics);
void config_free(Config *config); /* NULL is allowed */
/* Adds the defaults as a file, with what each field means in comments. */
void config_print(const FieldNames *names, Str *out);

#endif
