/* Matches as one list of JSON objects; amounts are texts, exact. */
#include "cli/found.h"

#include "model/vocabulary.h"

static void begin(Listing *listing) {
  json_open(&listing->json, found_write, listing);
  json_array(&listing->json, NULL);
}

static void end(Listing *listing) { json_close(&listing->json); }

/* Nothing is written for what is not there. */
static void add_text(Json *json, const char *key, const char *text) {
  if (text && *text)
    json_text(json, key, text);
}

static void add_amounts(Json *json, const Found *found) {
  json_array(json, "amounts");
  for (size_t i = 0; i < found->amounts.count; i++) {
    const FoundAmount *amount = &found->amounts.items[i];
    Str digits = STR_EMPTY;
    found_amount(&digits, found, amount, false);
    json_object(json, NULL);
    add_text(json, "column", amount->column);
    add_text(json, "role", role_words.words[amount->role].name);
    json_text(json, "amount", digits.data);
    if (amount->cell->kind == CELL_MONEY)
      json_text(json, "unit", unit_name(found->annex->unit));
    json_end(json);
    str_free(&digits);
  }
  json_end(json);
}

static void add_texts(Json *json, const Found *found) {
  json_array(json, "texts");
  for (size_t i = 0; i < found->texts.count; i++)
    json_text(json, NULL, found->texts.items[i]);
  json_end(json);
}

static void add(Listing *listing, const Found *found) {
  Json *json = &listing->json;
  json_object(json, NULL);
  json_text(json, "file", found->file);
  json_text(json, "kind", found->kind);
  add_text(json, "annex", found->annex ? found->annex->number : NULL);
  add_text(json, "section", found->section ? found->section->heading : NULL);
  add_text(json, "part", found->part);
  if (found->row)
    json_integer(json, "row", (int64_t)found->row);
  json_integer(json, "line", found->line);
  add_text(json, "code", found->code.data);
  add_text(json, "name", found->name);
  if (found->texts.count)
    add_texts(json, found);
  if (found->amounts.count)
    add_amounts(json, found);
  json_end(json);
}

const FoundFormat found_json = {"json", begin, add, end};
