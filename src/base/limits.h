/* The bounds of what is accepted, in one table: of documents, of what is imported, of expressions.
 *
 * Limits is a value; whoever reads something gets it by a pointer, where NULL stands for the
 * defaults. Those of the table can be changed, by `--limit` and by the configuration, since a
 * document that somebody needs may be beyond them; the manual, the help and the completion are made
 * from the table. The others are constants below, and listed for the manual. */
#ifndef BUDGETTUI_BASE_LIMITS_H
#define BUDGETTUI_BASE_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

typedef enum {
  LIMIT_NESTING,
  LIMIT_TEXT,
  LIMIT_COLUMNS,
  LIMIT_ROWS,
  LIMIT_PIPE,
  LIMIT_IMPORT_TEXT,
  LIMIT_IMPORT_PDF,
  LIMIT_IMPORT_TABLES,
  LIMIT_IMPORT_CELLS,
  LIMIT_PDFTOTEXT_SECONDS,
  LIMIT_PDFTOTEXT_MEMORY,
  LIMIT_PDFTOTEXT_OUTPUT,
  LIMIT_EXPRESSION_STATES,
  LIMIT_COUNT
} Limit;

/* What a limit counts; bytes are written with K, M, G and T, each 1024 times the one before. */
typedef enum { LIMITED_NUMBER, LIMITED_BYTES, LIMITED_SECONDS, LIMITED_FEN } LimitUnit;

typedef struct {
  const char *key;
  LimitUnit unit;
  uint64_t standard, least, most; /* the default, and what it may be set to */
  const char *meaning;            /* msgid: what is bounded, a phrase */
} LimitInfo;

extern const LimitInfo limit_list[LIMIT_COUNT];

typedef struct {
  uint64_t values[LIMIT_COUNT];
} Limits;

Limits limits_standard(void);

static inline uint64_t limit_of(const Limits *limits, Limit limit) {
  return limits ? limits->values[limit] : limit_list[limit].standard;
}

/* Sets a limit to what a text says. False: `why` gets what it takes and what was found,
 * translated. */
bool limits_set(Limits *limits, Limit limit, const char *text, size_t length, Str *why);
/* Adds a value as it is written: 512M. */
void limit_write(Str *out, LimitUnit unit, uint64_t value);
/* Adds, translated, what a message about something beyond a limit ends with: "at most 4096; to read
 * it all the same, use '--limit columns=8192'". `needed` is what would do; 0: that is not known. */
void limit_advise(Str *out, const Limits *limits, Limit limit, uint64_t needed);

/* ------------------------------------------------------------------- not to be changed */

enum {
  LIMIT_IMPORT_COLUMNS = 256,         /* of a table in an extracted text */
  LIMIT_IMPORT_SECTIONS = 16,         /* headings of an imported narrative, within each other */
  LIMIT_IMPORT_LISTED = 300,          /* entries of the table of contents of what is imported */
  LIMIT_IMPORT_ALIASES = 1 << 20,     /* bytes of the user's own wordings */
  LIMIT_EXPRESSION_REPEATS = 255,     /* the largest number in {} */
  LIMIT_EXPRESSION_NESTING = 100,     /* groups of an expression, within each other */
  LIMIT_TYPED = 4096,                 /* bytes of a line at a prompt */
  LIMIT_HISTORY = 500,                /* lines kept of each prompt */
  LIMIT_PASTE = 64 * 1024,            /* bytes of a paste */
  LIMIT_CLIPBOARD = 56 * 1024         /* bytes that are copied: more than that, terminals drop */
};

typedef struct {
  uint64_t value;
  LimitUnit unit;
  const char *meaning; /* msgid, a phrase */
} FixedLimit;

extern const FixedLimit fixed_limits[];
extern const size_t fixed_limit_count;

#endif
