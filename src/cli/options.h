/* The options of the command line: one table from which parsing, --help and the manual are made. */
#ifndef BUDGETTUI_CLI_OPTIONS_H
#define BUDGETTUI_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/limits.h"
#include "base/vec.h"
#include "check/check.h"
#include "cli/names.h"
#include "cli/status.h"
#include "search/term.h"
#include "tui/terminal.h"

struct Settings;

/* The commands an option is for, as bits. */
enum {
  FOR_BROWSE = 1,
  FOR_SHOW = 2,
  FOR_HELP = 4,
  FOR_CHECK = 8,
  FOR_EXPORT = 16,
  FOR_SEARCH = 32,
  FOR_IMPORT = 64,
  FOR_ALL = 127,
  /* Those that read documents, and the configuration. */
  FOR_DOCUMENTS = FOR_ALL & ~FOR_HELP
};

typedef struct {
  const char *code;    /* NULL: none */
  int ambiguous_width; /* 1, 2; 0: not told */
  bool ascii, plain, no_mouse;
  Action view;         /* open at first; ACTION_NONE: the usual one */
  ShareMode share;
  TerminalColor color;
  size_t width, depth; /* 0: natural; all */
  bool depth_given;
  int unit;            /* a Unit, or -1: as printed */
  const char *format;  /* of what is written; NULL: the command's own */
  bool strict, exact;
  CheckRuleSet rules_on, rules_off; /* rules_on 0: all */
  VEC(const char *) local_on, local_off; /* single rules of the user's own */
  TermScope scope;     /* of a search */
  bool expression;     /* the term is a regular expression */
  bool pinyin;         /* Chinese that is read as the term, too */
  bool count, files;   /* only the number of matches, only the names of files */
  const char *annex;   /* number of the only annex to export; NULL: all */
  const char *output;  /* file to write; NULL or "-": standard output */
  bool bom, no_formulas, force;
  const char *report;  /* file for what an import left out; NULL: none */
  Limits limits;
  uint32_t limits_given; /* a bit for each that an option set */
  const char *config;  /* the file to read in place of the user's own; NULL */
  bool no_config, print_config;
  const struct Settings *settings; /* read for the command; NULL: it reads none */
  bool help, version;
  char **operands;     /* of main's arguments; the first may name a command */
  size_t operand_count;
  uint64_t given;       /* a bit for each option of option_list that was given */
  Str why;              /* what is wrong with the value of an option that tells it itself */
} Options;

typedef struct {
  const char *name;     /* without the dashes */
  char letter;          /* of the short form; 0: none */
  const char *argument; /* what follows, for the help; NULL: nothing; "FILE": a file */
  const char *meaning;  /* msgid */
  unsigned commands;    /* FOR_* */
  bool (*take)(Options *options, const char *value); /* false: not such a value. NULL: */
  size_t at;            /* where in Options its bool is set or, with an argument, its text kept */
  const char *expected; /* msgid: what value it takes */
  NameAt *values;       /* what completion proposes; NULL: nothing */
} OptionInfo;

extern const OptionInfo option_list[];
extern const size_t option_count;

/* Reads the command line. STATUS_OK, or STATUS_USAGE after saying what is wrong. Must be freed. */
Status options_read(int argc, char **argv, Options *options);
void options_free(Options *options);
/* Whether the option of this name was given. */
bool options_given(const Options *options, const char *name);
/* Says that an option given is not for this command (a FOR_*); STATUS_OK if none is. */
Status options_check(const Options *options, unsigned command, const char *name);

#endif
