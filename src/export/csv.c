#include "export/csv.h"

#include <string.h>

#include "model/money.h"

static bool is_number(const char *text, size_t length) {
  int64_t digits;
  uint8_t decimals;
  return number_parse(text, length, &digits, &decimals) == MONEY_OK;
}

/* Whether a spreadsheet may take a text for a formula. A sign alone is none. */
static bool is_formula(const char *text, size_t length) {
  static const char *const signs[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t sign = strlen(signs[i]);
    if (length > sign && !memcmp(text, signs[i], sign))
      return !is_number(text, length);
  }
  return false;
}

static void begin_field(Csv *csv, bool empty) {
  if (csv->fields++)
    str_add_char(&csv->sink->text, ',');
  csv->anything = csv->anything || !empty;
}

/* Quoted, each quote doubled. */
static void add_quoted(Str *out, const char *text, size_t length) {
  str_add_char(out, '"');
  for (const char *quote; (quote = memchr(text, '"', length)) != NULL;) {
    size_t taken = (size_t)(quote - text) + 1;
    str_add(out, text, taken);
    str_add_char(out, '"');
    text += taken;
    length -= taken;
  }
  str_add(out, text, length);
  str_add_char(out, '"');
}

static bool needs_quotes(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (text[i] == '"' || text[i] == ',' || text[i] == '\n' || text[i] == '\r')
      return true;
  return length && (text[0] == ' ' || text[length - 1] == ' ');
}

static void add_field(Csv *csv, const char *text, size_t length) {
  begin_field(csv, length == 0);
  if (needs_quotes(text, length))
    add_quoted(&csv->sink->text, text, length);
  else
    str_add(&csv->sink->text, text, length);
}

void csv_text(Csv *csv, const char *text, size_t length) {
  if (!csv->no_formulas || !is_formula(text, length)) {
    add_field(csv, text, length);
    return;
  }
  Str safe = STR_EMPTY;
  str_add_char(&safe, '\'');
  str_add(&safe, text, length);
  add_field(csv, safe.data, safe.length);
  str_free(&safe);
}

void csv_plain(Csv *csv, const char *text) {
  add_field(csv, text ? text : "", text ? strlen(text) : 0);
}

void csv_number(Csv *csv, size_t number) {
  begin_field(csv, false);
  str_add_number(&csv->sink->text, number, 1);
}

bool csv_end(Csv *csv) {
  /* A line with one empty field would be an empty line, which readers pass over. */
  if (csv->fields == 1 && !csv->anything)
    str_add_text(&csv->sink->text, "\"\"");
  str_add_text(&csv->sink->text, "\r\n");
  csv->fields = 0;
  csv->anything = false;
  return sink_pour(csv->sink);
}
