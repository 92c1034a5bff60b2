/* The names that a configuration may use and the yaml room does not know: rules, views, actions,
 * styles and limits; and who takes the keys, colours and values that it gives them. */
#ifndef BUDGETTUI_CLI_CONFIG_NAMES_H
#define BUDGETTUI_CLI_CONFIG_NAMES_H

#include "base/limits.h"
#include "base/vec.h"
#include "view/key_choice.h"
#include "view/style_choice.h"
#include "yaml/config.h"

typedef struct {
  FieldNames fields[CONFIG_NAMES];
  VEC(Word) rules, views, actions, limits;
  VEC(char *) groups; /* names of groups of rules */
} NamesOfConfig;

/* `keys`, `styles` and `limits` get what is chosen; NULL: the names are only listed. Must be
 * closed.
 */
void config_names_open(NamesOfConfig *names, KeyChoices *keys, StyleChoices *styles,
                       Limits *limits);
void config_names_close(NamesOfConfig *names);
/* The action that opens a view, by its index among the views. */
Action config_names_view(size_t index);

#endif
