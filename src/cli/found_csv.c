/* Matches as comma-separated values (RFC 4180), one record for each. */
#include <string.h>

#include "cli/found.h"
#include "text/fit.h"

static void add_safe(Csv *csv, const char *text) {
  Str safe = STR_EMPTY;
  if (text)
    fit_whole(&safe, text, strlen(text));
  csv_text(csv, safe.data, safe.length);
  str_free(&safe);
}

static void add_number(Csv *csv, size_t number) {
  if (number)
    csv_number(csv, number);
  else
    csv_plain(csv, NULL);
}

static void add_texts(Csv *csv, const Found *found) {
  Str all = STR_EMPTY;
  for (size_t i = 0; i < found->texts.count; i++)
    str_printf(&all, "%s%s", i ? "; " : "", found->texts.items[i]);
  add_safe(csv, all.data);
  str_free(&all);
}

/* "小计=68.54; 基本支出=68.54" */
static void add_amounts(Csv *csv, const Found *found) {
  Str all = STR_EMPTY;
  for (size_t i = 0; i < found->amounts.count; i++) {
    const FoundAmount *amount = &found->amounts.items[i];
    str_printf(&all, "%s%s%s", i ? "; " : "", amount->column ? amount->column : "",
               amount->column ? "=" : "");
    found_amount(&all, found, amount, false);
  }
  add_safe(csv, all.data);
  csv_plain(csv, found->amounts.count ? unit_name(found->annex->unit) : NULL);
  str_free(&all);
}

static void begin(Listing *listing) {
  static const char *const titles[] = {"file", "kind", "annex", "section", "part",    "row",
                                       "line", "code", "name",  "text",    "amounts", "unit"};
  sink_open(&listing->sink, found_write, listing);
  listing->csv = (Csv){.sink = &listing->sink};
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    csv_plain(&listing->csv, titles[i]);
  csv_end(&listing->csv);
}

static void end(Listing *listing) { sink_close(&listing->sink); }

static void add(Listing *listing, const Found *found) {
  Csv *csv = &listing->csv;
  add_safe(csv, found->file);
  csv_plain(csv, found->kind);
  add_safe(csv, found->annex ? found->annex->number : NULL);
  add_safe(csv, found->section ? found->section->heading : NULL);
  add_safe(csv, found->part);
  add_number(csv, found->row);
  add_number(csv, found->line);
  add_safe(csv, found->code.data);
  add_safe(csv, found->name);
  add_texts(csv, found);
  add_amounts(csv, found);
  csv_end(csv);
}

const FoundFormat found_csv = {.name = "csv", .begin = begin, .add = add, .end = end};
