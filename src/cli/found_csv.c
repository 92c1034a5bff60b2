/* Matches as comma-separated values (RFC 4180), one record for each. */
#include <string.h>

#include "cli/found.h"
#include "text/fit.h"

static void add_field(Str *out, const char *text) {
  Str safe = STR_EMPTY;
  fit_whole(&safe, text, strlen(text));
  bool quoted = strpbrk(safe.data, "\",\r\n") != NULL;
  if (quoted)
    str_add_char(out, '"');
  for (size_t i = 0; i < safe.length; i++) {
    if (safe.data[i] == '"')
      str_add_char(out, '"');
    str_add_char(out, safe.data[i]);
  }
  if (quoted)
    str_add_char(out, '"');
  str_free(&safe);
}

static void next_field(Str *out, const char *text) {
  str_add_char(out, ',');
  if (text)
    add_field(out, text);
}

static void next_number(Str *out, size_t number) {
  str_add_char(out, ',');
  if (number)
    str_printf(out, "%zu", number);
}

static void next_texts(Str *out, const Found *found) {
  Str all = STR_EMPTY;
  for (size_t i = 0; i < found->texts.count; i++)
    str_printf(&all, "%s%s", i ? "; " : "", found->texts.items[i]);
  next_field(out, all.data);
  str_free(&all);
}

/* "小计=68.54; 基本支出=68.54" */
static void next_amounts(Str *out, const Found *found) {
  Str all = STR_EMPTY;
  for (size_t i = 0; i < found->amounts.count; i++) {
    const FoundAmount *amount = &found->amounts.items[i];
    str_printf(&all, "%s%s%s", i ? "; " : "", amount->column ? amount->column : "",
               amount->column ? "=" : "");
    found_amount(&all, found, amount, false);
  }
  next_field(out, all.data);
  next_field(out, found->amounts.count ? unit_name(found->annex->unit) : NULL);
  str_free(&all);
}

static void begin(Listing *listing) {
  str_add_text(&listing->out,
               "file,kind,annex,section,part,row,line,code,name,text,amounts,unit\r\n");
}

static void add(Listing *listing, const Found *found) {
  Str *out = &listing->out;
  add_field(out, found->file);
  next_field(out, found->kind);
  next_field(out, found->annex ? found->annex->number : NULL);
  next_field(out, found->section ? found->section->heading : NULL);
  next_field(out, found->part);
  next_number(out, found->row);
  next_number(out, found->line);
  next_field(out, found->code.data);
  next_field(out, found->name);
  next_texts(out, found);
  next_amounts(out, found);
  str_add_text(out, "\r\n");
}

const FoundFormat found_csv = {.name = "csv", .begin = begin, .add = add};
