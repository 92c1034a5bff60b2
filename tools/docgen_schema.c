/* The JSON Schema (draft 7, which editors know) of the format, from its table of fields. */
#include <stdbool.h>
#include <string.h>

#include "docgen.h"
#include "yaml/fields.h"

/* ------------------------------------------------------------------ writing JSON */

typedef struct {
  FILE *out;
  int depth;
  bool begun; /* something stands before in this object or array */
} Json;

static void text(Json *json, const char *string) {
  fputc('"', json->out);
  for (; *string; string++) {
    if (*string == '"' || *string == '\\')
      fputc('\\', json->out);
    fputc(*string, json->out);
  }
  fputc('"', json->out);
}

static void new_line(Json *json) {
  fprintf(json->out, "\n%*s", json->depth * 2, "");
}

static void next(Json *json, const char *key) {
  if (json->begun)
    fputc(',', json->out);
  if (json->depth)
    new_line(json);
  json->begun = true;
  if (!key)
    return;
  text(json, key);
  fputs(": ", json->out);
}

static void open(Json *json, const char *key, char bracket) {
  next(json, key);
  fputc(bracket, json->out);
  json->depth++;
  json->begun = false;
}

static void close(Json *json, char bracket) {
  json->depth--;
  if (json->begun)
    new_line(json);
  fputc(bracket, json->out);
  json->begun = true;
}

static void string(Json *json, const char *key, const char *value) {
  next(json, key);
  text(json, value);
}

static void number(Json *json, const char *key, int value) {
  next(json, key);
  fprintf(json->out, "%d", value);
}

/* "key": ["a", "b"]; a single text stands alone. NULL ends the list. */
static void texts(Json *json, const char *key, const char *const *values) {
  next(json, key);
  fputs("[", json->out);
  for (size_t i = 0; values[i]; i++) {
    fputs(i ? ", " : "", json->out);
    text(json, values[i]);
  }
  fputs("]", json->out);
}

/* --------------------------------------------------------------------- values */

static void type(Json *json, const char *one, const char *other, bool nullable) {
  const char *types[4];
  size_t count = 0;
  types[count++] = one;
  if (other)
    types[count++] = other;
  if (nullable)
    types[count++] = "null";
  types[count] = NULL;
  if (count == 1)
    string(json, "type", one);
  else
    texts(json, "type", types);
}

static void reference(Json *json, const MappingType *of) {
  char path[64];
  snprintf(path, sizeof path, "#/definitions/%s", of->name);
  string(json, "$ref", path);
}

static void words(Json *json, const Field *field, bool nullable) {
  open(json, "enum", '[');
  for (size_t i = 0; i < field->words->count; i++)
    if (*field->words->words[i].name && (!field->accepts || field->accepts((int)i)))
      string(json, NULL, field->words->words[i].name);
  if (nullable) {
    next(json, NULL);
    fputs("null", json->out);
  }
  close(json, ']');
}

/* A word that is not known is a warning to the reader, so the schema lets it pass:
 * editors still offer the known ones. */
static void word_value(Json *json, const Field *field) {
  if (!field->open) {
    words(json, field, !field->required);
    return;
  }
  open(json, "anyOf", '[');
  open(json, NULL, '{');
  words(json, field, false);
  close(json, '}');
  open(json, NULL, '{');
  type(json, "string", NULL, !field->required);
  close(json, '}');
  close(json, ']');
}

static void list_value(Json *json, const MappingType *of, int least) {
  string(json, "type", "array");
  if (least)
    number(json, "minItems", least);
  open(json, "items", '{');
  reference(json, of);
  close(json, '}');
}

static void text_item(Json *json) {
  open(json, NULL, '{');
  type(json, "string", "number", true);
  close(json, '}');
}

static void paragraphs_value(Json *json) {
  open(json, "anyOf", '[');
  text_item(json);
  open(json, NULL, '{');
  string(json, "type", "array");
  open(json, "items", '{');
  type(json, "string", "number", true);
  close(json, '}');
  close(json, '}');
  close(json, ']');
}

static void cells_value(Json *json) {
  string(json, "type", "array");
  open(json, "items", '{');
  string(json, "$ref", "#/definitions/cell");
  close(json, '}');
}

static void rows_value(Json *json, const MappingType *of) {
  string(json, "type", "array");
  open(json, "items", '{');
  open(json, "anyOf", '[');
  open(json, NULL, '{');
  cells_value(json);
  close(json, '}');
  open(json, NULL, '{');
  reference(json, of);
  close(json, '}');
  close(json, ']');
  close(json, '}');
}

static void value(Json *json, const Field *field) {
  bool nullable = !field->required;
  switch (field->type) {
  case FIELD_FORMAT: string(json, "const", FORMAT_NAME); break;
  case FIELD_TEXT:
  case FIELD_VALUE: type(json, "string", "number", nullable); break;
  case FIELD_AMOUNT: type(json, "number", "string", nullable); break;
  case FIELD_BOOLEAN: type(json, "boolean", NULL, nullable); break;
  case FIELD_INTEGER:
    type(json, "integer", NULL, nullable);
    number(json, "minimum", field->least);
    number(json, "maximum", field->most);
    break;
  case FIELD_WORD: word_value(json, field); break;
  case FIELD_PARAGRAPHS: paragraphs_value(json); break;
  case FIELD_MAPPING:
    open(json, "allOf", '[');
    open(json, NULL, '{');
    reference(json, field->of);
    close(json, '}');
    close(json, ']');
    break;
  case FIELD_LIST: list_value(json, field->of, 0); break;
  case FIELD_COLUMNS: list_value(json, field->of, 1); break;
  case FIELD_ROWS: rows_value(json, field->of); break;
  case FIELD_CELLS: cells_value(json); break;
  case FIELD_NAME: /* of the configuration only */
  case FIELD_NAMES:
  case FIELD_CHOICES:
  case FIELD_SETTINGS:
  case FIELD_TYPE_COUNT: break;
  }
}

/* ------------------------------------------------------------------- mappings */

static void required(Json *json, const MappingType *of) {
  const char *names[32];
  size_t count = 0;
  for (size_t i = 0; i < of->count; i++)
    if (of->fields[i].required)
      names[count++] = of->fields[i].name;
  names[count] = NULL;
  if (count)
    texts(json, "required", names);
}

/* {"required": [...]} for the fields of one body. */
static void requires_body(Json *json, const MappingType *of, Body body) {
  const char *names[8];
  size_t count = 0;
  for (size_t i = 0; i < of->count; i++)
    if (of->fields[i].body == body)
      names[count++] = of->fields[i].name;
  names[count] = NULL;
  texts(json, "required", names);
}

/* "not": any field of a body other than this one; BODY_NONE: of any body. */
static void excludes_bodies(Json *json, const MappingType *of, Body except) {
  open(json, "not", '{');
  open(json, "anyOf", '[');
  for (size_t i = 0; i < of->count; i++) {
    const char *name[] = {of->fields[i].name, NULL};
    if (of->fields[i].body == BODY_NONE || of->fields[i].body == except)
      continue;
    open(json, NULL, '{');
    texts(json, "required", name);
    close(json, '}');
  }
  close(json, ']');
  close(json, '}');
}

/* One body, or none in an annex that is not included. */
static void bodies(Json *json, const MappingType *of) {
  static const char *const status[] = {"status", NULL};
  open(json, "if", '{');
  open(json, "properties", '{');
  open(json, "status", '{');
  string(json, "const", status_words.words[STATUS_NOT_INCLUDED].name);
  close(json, '}');
  close(json, '}');
  texts(json, "required", status);
  close(json, '}');
  open(json, "then", '{');
  excludes_bodies(json, of, BODY_NONE);
  close(json, '}');
  open(json, "else", '{');
  open(json, "anyOf", '[');
  for (Body body = BODY_TABLE; body <= BODY_TARGETS; body++) {
    open(json, NULL, '{');
    requires_body(json, of, body);
    excludes_bodies(json, of, body);
    close(json, '}');
  }
  close(json, ']');
  close(json, '}');
}

/* Two fields that cannot stand side by side; in funds, one of them must. */
static void exclusion(Json *json, const MappingType *of, const Field *field) {
  const char *both[] = {field->name, field->without, NULL};
  open(json, "not", '{');
  texts(json, "required", both);
  close(json, '}');
  if (of != &fund_type)
    return;
  open(json, "anyOf", '[');
  for (size_t i = 0; i < 2; i++) {
    const char *one[] = {both[i], NULL};
    open(json, NULL, '{');
    texts(json, "required", one);
    close(json, '}');
  }
  close(json, ']');
}

static void mapping(Json *json, const MappingType *of) {
  bool has_body = false;
  string(json, "description", of->meaning);
  string(json, "type", "object");
  next(json, "additionalProperties");
  fputs("false", json->out);
  required(json, of);
  open(json, "properties", '{');
  for (size_t i = 0; i < of->count; i++) {
    const Field *field = &of->fields[i];
    has_body = has_body || field->body != BODY_NONE;
    open(json, field->name, '{');
    string(json, "description", field->meaning);
    value(json, field);
    close(json, '}');
  }
  close(json, '}');
  for (size_t i = 0; i < of->count; i++)
    if (of->fields[i].without)
      exclusion(json, of, &of->fields[i]);
  if (has_body)
    bodies(json, of);
}

static void cell_definition(Json *json) {
  open(json, "cell", '{');
  string(json, "description",
         "What a table prints in one place: an amount, a number or a text; null for a blank, a "
         "dash or a slash in an amount column, ^ where a cell of indicators continues the one above.");
  type(json, "string", "number", true);
  close(json, '}');
}

void docgen_schema(FILE *out) {
  Json json = {.out = out};
  open(&json, NULL, '{');
  string(&json, "$schema", "http://json-schema.org/draft-07/schema#");
  string(&json, "title", FORMAT_NAME);
  mapping(&json, &document_type);
  open(&json, "definitions", '{');
  for (size_t i = 1; i < mapping_type_count; i++) {
    open(&json, mapping_types[i]->name, '{');
    mapping(&json, mapping_types[i]);
    close(&json, '}');
  }
  cell_definition(&json);
  close(&json, '}');
  close(&json, '}');
  fputc('\n', out);
}
