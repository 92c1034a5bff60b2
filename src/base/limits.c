#include "base/limits.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"

#define KIB UINT64_C(1024)
#define MIB (1024 * KIB)
#define GIB (1024 * MIB)
#define TIB (1024 * GIB)

/* The most of each is what has been tried, or what the shapes of the model can hold: a place has 16
 * bits for a column, an order of rows 31 for a row, a place in a text 32 once it is folded, which
 * may make eleven of one byte; and what nests is read and shown by functions that call themselves,
 * for which the stack must do (tests/hostile). */
const LimitInfo limit_list[LIMIT_COUNT] = {
    [LIMIT_NESTING] = {"nesting", LIMITED_NUMBER, 64, 8, 1000,
                       N_("lists and mappings of a document, within each other")},
    [LIMIT_TEXT] = {"text", LIMITED_BYTES, 16 * MIB, KIB, 256 * MIB, N_("one text of a document")},
    [LIMIT_COLUMNS] = {"columns", LIMITED_NUMBER, 4096, 1, 65535, N_("columns of a table")},
    [LIMIT_ROWS] = {"rows", LIMITED_NUMBER, 100000000, 1, 2000000000, N_("rows of a table")},
    [LIMIT_PIPE] = {"pipe", LIMITED_BYTES, GIB, KIB, TIB,
                    N_("a document that comes through a pipe; a file may have any size")},
    [LIMIT_IMPORT_TEXT] = {"import-text", LIMITED_BYTES, 4 * MIB, KIB, 64 * MIB,
                           N_("an extracted text to import")},
    [LIMIT_IMPORT_PDF] = {"import-pdf", LIMITED_BYTES, 512 * MIB, KIB, TIB, N_("a PDF to import")},
    [LIMIT_IMPORT_TABLES] = {"import-tables", LIMITED_NUMBER, 500, 1, 10000,
                             N_("tables of what is imported")},
    [LIMIT_IMPORT_CELLS] = {"import-cells", LIMITED_NUMBER, 4000000, 1, 100000000,
                            N_("cells of a table of what is imported, blank ones counted")},
    [LIMIT_PDFTOTEXT_SECONDS] = {"pdftotext-seconds", LIMITED_SECONDS, 60, 1, 86400,
                                 N_("time that pdftotext may take, by its processor and by the "
                                    "clock")},
    [LIMIT_PDFTOTEXT_MEMORY] = {"pdftotext-memory", LIMITED_BYTES, 2 * GIB, 64 * MIB, TIB,
                                N_("memory that pdftotext may take")},
    [LIMIT_PDFTOTEXT_OUTPUT] = {"pdftotext-output", LIMITED_BYTES, 256 * MIB, KIB, 16 * GIB,
                                N_("what pdftotext may print: words and where they stand")},
    [LIMIT_EXPRESSION_STATES] = {"expression-states", LIMITED_NUMBER, 4000, 1, 200000,
                                 N_("states of a regular expression, repetitions written out")},
};

const FixedLimit fixed_limits[] = {
    {INT64_MAX, LIMITED_FEN, N_("an amount, in yuan")},
    {LIMIT_IMPORT_COLUMNS, LIMITED_NUMBER, N_("columns of a table in an extracted text")},
    {LIMIT_IMPORT_SECTIONS, LIMITED_NUMBER,
     N_("headings of an imported narrative, within each other")},
    {LIMIT_IMPORT_LISTED, LIMITED_NUMBER,
     N_("entries of the table of contents of what is imported")},
    {LIMIT_IMPORT_ALIASES, LIMITED_BYTES, N_("a file of wordings for the import")},
    {LIMIT_EXPRESSION_REPEATS, LIMITED_NUMBER, N_("a number in braces in a regular expression")},
    {LIMIT_EXPRESSION_NESTING, LIMITED_NUMBER,
     N_("groups of a regular expression, within each other")},
    {LIMIT_TYPED, LIMITED_BYTES, N_("a line at a prompt")},
    {LIMIT_HISTORY, LIMITED_NUMBER, N_("lines kept of each prompt")},
    {LIMIT_PASTE, LIMITED_BYTES, N_("a text that is pasted")},
    {LIMIT_CLIPBOARD, LIMITED_BYTES, N_("a text that is copied")},
};
const size_t fixed_limit_count = sizeof fixed_limits / sizeof *fixed_limits;

Limits limits_standard(void) {
  Limits limits;
  for (int i = 0; i < LIMIT_COUNT; i++)
    limits.values[i] = limit_list[i].standard;
  return limits;
}

/* ------------------------------------------------------------------- writing */

/* What a letter behind a number of bytes multiplies it by. */
static const struct {
  char letter;
  uint64_t bytes;
} suffixes[] = {{'T', TIB}, {'G', GIB}, {'M', MIB}, {'K', KIB}};
enum { SUFFIXES = sizeof suffixes / sizeof *suffixes };

void limit_write(Str *out, LimitUnit unit, uint64_t value) {
  size_t i = 0;
  if (unit == LIMITED_FEN) {
    str_printf(out, "%" PRIu64 ".%02u", value / 100, (unsigned)(value % 100));
    return;
  }
  while (i < SUFFIXES && (!value || value % suffixes[i].bytes))
    i++;
  if (unit == LIMITED_BYTES && i < SUFFIXES)
    str_printf(out, "%" PRIu64 "%c", value / suffixes[i].bytes, suffixes[i].letter);
  else
    str_printf(out, "%" PRIu64, value);
}

/* At least what is needed, by doubling, so that the next document of its kind is read, too. */
static uint64_t larger(const Limits *limits, Limit limit, uint64_t needed) {
  uint64_t value = limit_of(limits, limit), most = limit_list[limit].most;
  do
    value = value < most / 2 ? 2 * value : most;
  while (value < needed && value < most);
  return value;
}

void limit_advise(Str *out, const Limits *limits, Limit limit, uint64_t needed) {
  const LimitInfo *info = &limit_list[limit];
  Str value = STR_EMPTY, proposal = STR_EMPTY;
  limit_write(&value, info->unit, limit_of(limits, limit));
  limit_write(&proposal, info->unit, larger(limits, limit, needed));
  if (limit_of(limits, limit) < info->most && needed <= info->most)
    str_printf(out, _("at most %s; to read it all the same, use '--limit %s=%s'"), value.data,
               info->key, proposal.data);
  else
    str_printf(out, _("at most %s; the limit '%s' cannot be set high enough"), value.data,
               info->key);
  str_free(&value);
  str_free(&proposal);
}

/* ------------------------------------------------------------------- reading */

static uint64_t factor(LimitUnit unit, char letter) {
  for (size_t i = 0; unit == LIMITED_BYTES && i < SUFFIXES; i++)
    if ((letter & ~0x20) == suffixes[i].letter)
      return suffixes[i].bytes;
  return 0;
}

/* Digits, and of bytes a letter behind them. */
static bool parse(LimitUnit unit, const char *text, size_t length, uint64_t *value) {
  size_t digits = 0;
  *value = 0;
  for (; digits < length && text[digits] >= '0' && text[digits] <= '9'; digits++)
    if (__builtin_mul_overflow(*value, 10, value) ||
        __builtin_add_overflow(*value, (uint64_t)(text[digits] - '0'), value))
      return false;
  if (digits + 1 == length)
    return digits && factor(unit, text[digits]) &&
           !__builtin_mul_overflow(*value, factor(unit, text[digits]), value);
  return digits && digits == length;
}

bool limits_set(Limits *limits, Limit limit, const char *text, size_t length, Str *why) {
  enum { SHOWN = 40 };
  const LimitInfo *info = &limit_list[limit];
  uint64_t value;
  if (parse(info->unit, text, length, &value) && value >= info->least && value <= info->most) {
    limits->values[limit] = value;
    return true;
  }
  Str least = STR_EMPTY, most = STR_EMPTY;
  limit_write(&least, info->unit, info->least);
  limit_write(&most, info->unit, info->most);
  str_printf(why,
             info->unit == LIMITED_BYTES
                 ? _("the limit '%s' is a number of bytes from %s to %s, such as 512M; "
                     "found '%.*s'")
             : info->unit == LIMITED_SECONDS
                 ? _("the limit '%s' is a number of seconds from %s to %s; found '%.*s'")
                 : _("the limit '%s' is a whole number from %s to %s; found '%.*s'"),
             info->key, least.data, most.data, length < SHOWN ? (int)length : SHOWN, text);
  str_free(&least);
  str_free(&most);
  return false;
}
