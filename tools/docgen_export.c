/* The JSON Schema (draft 7) of what "export --format json" writes: the fields of the format, as
 * that export has them, with its cells and trees. */
#include "docgen.h"
#include "export/json_document.h"
#include "model/money.h"
#include "yaml/fields.h"

#define DECIMAL "^-?[0-9]+([.][0-9]+)?$"

static void reference(Json *json, const char *key, const char *name) {
  char path[64];
  snprintf(path, sizeof path, "#/definitions/%s", name);
  if (key)
    json_object(json, key);
  json_text(json, "$ref", path);
  if (key)
    json_end(json);
}

static void simple(Json *json, const char *key, const char *type) {
  json_object(json, key);
  json_text(json, "type", type);
  json_end(json);
}

static void texts(Json *json, const char *key, const char *const *values) {
  json_array(json, key);
  json_compact(json, true);
  for (size_t i = 0; values[i]; i++)
    json_text(json, NULL, values[i]);
  json_end(json);
  json_compact(json, false);
}

static void list_of(Json *json, const char *name) {
  json_text(json, "type", "array");
  reference(json, "items", name);
}

static void words(Json *json, const Vocabulary *vocabulary, bool (*accepts)(int word)) {
  json_array(json, "enum");
  for (size_t i = 0; i < vocabulary->count; i++)
    if (*vocabulary->words[i].name && (!accepts || accepts((int)i)))
      json_text(json, NULL, vocabulary->words[i].name);
  json_end(json);
}

/* ------------------------------------------------------------------------ the format */

static void value(Json *json, const Field *field) {
  switch (field->type) {
  case FIELD_FORMAT: json_text(json, "const", EXPORT_NAME); break;
  case FIELD_TEXT: json_text(json, "type", "string"); break;
  case FIELD_INTEGER: json_text(json, "type", "integer"); break;
  case FIELD_BOOLEAN: json_text(json, "type", "boolean"); break;
  case FIELD_WORD: words(json, field->words, field->accepts); break;
  case FIELD_PARAGRAPHS:
    json_text(json, "type", "array");
    simple(json, "items", "string");
    break;
  case FIELD_MAPPING: reference(json, NULL, field->of->name); break;
  case FIELD_LIST:
  case FIELD_COLUMNS:
  case FIELD_ROWS: list_of(json, field->of->name); break;
  case FIELD_CELLS: list_of(json, "cell"); break;
  case FIELD_VALUE:
  case FIELD_AMOUNT: reference(json, NULL, "cell"); break;
  case FIELD_NAME: /* of the configuration only */
  case FIELD_NAMES:
  case FIELD_CHOICES:
  case FIELD_SETTINGS:
  case FIELD_TYPE_COUNT: break;
  }
}

/* Fields that the export always writes: those that must stand there, and those whose absence means
 * a word or a boolean. */
static bool is_always(const Field *field) {
  if (field->required || field->type == FIELD_BOOLEAN)
    return true;
  return field->type == FIELD_WORD && field->standard && !field->without &&
         (field->initial < 0 || *field->words->words[field->initial].name);
}

static void required(Json *json, const MappingType *of, const char *more) {
  const char *names[32];
  size_t count = 0;
  for (size_t i = 0; i < of->count; i++)
    if (is_always(&of->fields[i]))
      names[count++] = of->fields[i].name;
  if (more)
    names[count++] = more;
  names[count] = NULL;
  if (count)
    texts(json, "required", names);
}

static void property(Json *json, const Field *field) {
  json_object(json, field->name);
  if (field->type != FIELD_MAPPING) /* beside a reference nothing else counts */
    json_text(json, "description", field->meaning);
  value(json, field);
  json_end(json);
}

static void open_mapping(Json *json, const MappingType *of, const char *more) {
  json_text(json, "description", of->meaning);
  json_text(json, "type", "object");
  json_boolean(json, "additionalProperties", false);
  required(json, of, more);
  json_object(json, "properties");
  for (size_t i = 0; i < of->count; i++)
    property(json, &of->fields[i]);
}

/* ------------------------------------------------------------------ cells and trees */

static void decimal(Json *json, const char *key, const char *meaning) {
  json_object(json, key);
  json_text(json, "description", meaning);
  json_text(json, "type", "string");
  json_text(json, "pattern", DECIMAL);
  json_end(json);
}

static void open_object(Json *json, const char *key, const char *const *keys) {
  json_object(json, key);
  json_text(json, "type", "object");
  json_boolean(json, "additionalProperties", false);
  texts(json, "required", keys);
  json_object(json, "properties");
}

static void close_object(Json *json) {
  json_end(json);
  json_end(json);
}

static void amount_and_yuan(Json *json) {
  decimal(json, "amount", "As printed, in the unit of the annex.");
  decimal(json, "yuan", "The same in yuan.");
}

static void cell(Json *json) {
  static const char *const either[] = {"string", "null", NULL};
  json_object(json, "cell");
  json_text(json, "description",
            "What is printed in one place. Null is a blank, which is not zero.");
  json_array(json, "anyOf");
  json_object(json, NULL);
  texts(json, "type", either);
  json_end(json);
  open_object(json, NULL, json_cell_keys[JSON_AMOUNT]);
  amount_and_yuan(json);
  close_object(json);
  open_object(json, NULL, json_cell_keys[JSON_NUMBER]);
  decimal(json, "number", "A number that is no money.");
  close_object(json);
  open_object(json, NULL, json_cell_keys[JSON_MARK]);
  simple(json, "mark", "string");
  close_object(json);
  open_object(json, NULL, json_cell_keys[JSON_MERGED]);
  json_object(json, "merged");
  json_text(json, "description", "The text of the cell that this one continues.");
  texts(json, "type", either);
  json_end(json);
  close_object(json);
  json_end(json);
  json_end(json);
}

static void tree_amount_definition(Json *json) {
  static const char *const keys[] = {"amount", "unit", "yuan", "derived", NULL};
  json_object(json, "tree-amount");
  json_array(json, "anyOf");
  simple(json, NULL, "null");
  open_object(json, NULL, keys);
  amount_and_yuan(json);
  json_object(json, "unit");
  words(json, &unit_words, NULL);
  json_end(json);
  json_object(json, "derived");
  json_text(json, "description", "A sum that no table prints.");
  json_text(json, "type", "boolean");
  json_end(json);
  close_object(json);
  open_object(json, NULL, json_cell_keys[JSON_MARK]);
  simple(json, "mark", "string");
  close_object(json);
  json_end(json);
  json_end(json);
}

static void nullable(Json *json, const char *key, const char *type, const char *meaning) {
  const char *const types[] = {type, "null", NULL};
  json_object(json, key);
  json_text(json, "description", meaning);
  texts(json, "type", types);
  json_end(json);
}

static void tree_column(Json *json) {
  static const char *const keys[] = {"role", "title", "annex", NULL};
  open_object(json, "tree-column", keys);
  json_object(json, "role");
  words(json, &role_words, NULL);
  json_end(json);
  nullable(json, "title", "string", "As printed; null for a sum of other columns.");
  nullable(json, "annex", "string", "The number of the annex whose column it is.");
  close_object(json);
}

static void account(Json *json) {
  static const char *const keys[] = {"depth", "parent", "code",    "name",
                                     "printed", "rows", "amounts", NULL};
  static const char *const row_keys[] = {"annex", "row", NULL};
  open_object(json, "account", keys);
  simple(json, "depth", "integer");
  nullable(json, "parent", "integer", "Its parent's place in the list of accounts, from 0.");
  simple(json, "code", "string");
  simple(json, "name", "string");
  json_object(json, "printed");
  json_text(json, "description", "False for an account that no table prints.");
  json_text(json, "type", "boolean");
  json_end(json);
  json_object(json, "rows");
  json_text(json, "description", "Where it is printed: rows of annexes, from 1.");
  json_text(json, "type", "array");
  open_object(json, "items", row_keys);
  simple(json, "annex", "string");
  simple(json, "row", "integer");
  close_object(json);
  json_end(json);
  json_object(json, "amounts");
  json_text(json, "description", "One for each column of the tree.");
  list_of(json, "tree-amount");
  json_end(json);
  close_object(json);
}

static void tree(Json *json) {
  static const char *const keys[] = {"classification", "annexes", "columns", "accounts", NULL};
  open_object(json, "tree", keys);
  json_object(json, "classification");
  words(json, &classification_words, NULL);
  json_end(json);
  json_object(json, "annexes");
  json_text(json, "type", "array");
  simple(json, "items", "string");
  json_end(json);
  json_object(json, "columns");
  list_of(json, "tree-column");
  json_end(json);
  json_object(json, "accounts");
  json_text(json, "description", "The total first, each account before those below it.");
  list_of(json, "account");
  json_end(json);
  close_object(json);
}

/* ---------------------------------------------------------------------------- whole */

/* Of rows, the export writes the code as well. */
static void definition(Json *json, const MappingType *of) {
  json_object(json, of->name);
  open_mapping(json, of, NULL);
  if (of == &row_type)
    simple(json, "code", "string");
  json_end(json);
  json_end(json);
}

static bool write_piece(void *context, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, context) == length;
}

void docgen_export_schema(FILE *out) {
  Json json;
  json_open(&json, write_piece, out);
  json_object(&json, NULL);
  json_text(&json, "$schema", "http://json-schema.org/draft-07/schema#");
  json_text(&json, "title", EXPORT_NAME);
  open_mapping(&json, &document_type, "trees");
  json_object(&json, "trees");
  json_text(&json, "description", "The accounts of each classification.");
  list_of(&json, "tree");
  json_end(&json);
  json_end(&json);
  json_object(&json, "definitions");
  for (size_t i = 1; i < mapping_type_count; i++)
    definition(&json, mapping_types[i]);
  cell(&json);
  tree_amount_definition(&json);
  tree_column(&json);
  account(&json);
  tree(&json);
  json_close(&json);
}
