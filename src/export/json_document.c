#include "export/json_document.h"

#include <string.h>

#include "export/format.h"
#include "export/plain.h"
#include "model/row_code.h"
#include "yaml/given.h"

typedef struct {
  Json json;
  const Document *document;
  const Annex *only; /* NULL: all annexes */
  Unit unit;         /* of amounts here */
} Writer;

static void write_fields(Writer *writer, const MappingType *type, const char *whole);

/* --------------------------------------------------------------------------- tables */

static void write_column(Json *json, const Column *column) {
  json_object(json, NULL);
  json_text(json, "title", column->title);
  if (column->column_count)
    json_array(json, "columns");
  else
    json_text(json, "role", role_words.words[column->role].name);
  for (size_t i = 0; i < column->column_count; i++)
    write_column(json, &column->columns[i]);
  if (column->column_count)
    json_end(json);
  json_end(json);
}

static void write_columns(Writer *writer, const Field *field, const char *at) {
  const Table *table = (const Table *)(const void *)at;
  json_array(&writer->json, field->name);
  for (size_t i = 0; i < table->column_count; i++)
    write_column(&writer->json, &table->columns[i]);
  json_end(&writer->json);
}

static void write_code(Json *json, RowCode code) {
  str_add(json_open_text(json, "code"), code.text, code.length);
  json_close_text(json);
}

static void write_row(Writer *writer, PlainTable *plain, const Row *row, RowCode code) {
  Json *json = &writer->json;
  json_object(json, NULL);
  json_compact(json, true);
  if (row->level)
    json_integer(json, "level", row->level);
  json_boolean(json, "total", row->total);
  if (code.length)
    write_code(json, code);
  json_array(json, "cells");
  for (size_t leaf = 0; leaf < plain->table->leaf_count; leaf++)
    json_cell(json, NULL, &row->cells[leaf], writer->unit, plain_cell(plain, row, leaf));
  json_end(json);
  json_end(json);
  json_compact(json, false);
}

static void write_rows(Writer *writer, const Field *field, const char *at) {
  const Table *table = (const Table *)(const void *)at;
  CodeColumns codes = code_columns(table);
  Str room = STR_EMPTY;
  PlainTable plain;
  plain_open(&plain, table, NULL);
  json_array(&writer->json, field->name);
  for (size_t i = 0; i < table->row_count && !writer->json.stopped; i++) {
    const Row *row = &table->rows[i];
    write_row(writer, &plain, row, row_code(&codes, row, &room));
  }
  json_end(&writer->json);
  plain_close(&plain);
  str_free(&room);
}

/* ------------------------------------------------------------------------------ lists */

static void write_annex(Writer *writer, const Annex *annex) {
  AnnexDraft draft = given_annex(writer->document, annex);
  draft.unit = (int)annex->unit;
  writer->unit = annex->unit;
  write_fields(writer, &annex_type, (const char *)&draft);
}

static void write_list(Writer *writer, const Field *field, const char *at) {
  FieldList list = given_list(at);
  json_array(&writer->json, field->name);
  for (size_t i = 0; i < list.count && !writer->json.stopped; i++) {
    const char *item = (const char *)list.items + i * given_size(field->of);
    if (field->of == &annex_type && writer->only && (const void *)writer->only != item)
      continue;
    json_object(&writer->json, NULL);
    if (field->of == &annex_type)
      write_annex(writer, (const Annex *)(const void *)item);
    else
      write_fields(writer, field->of, item);
    json_end(&writer->json);
  }
  json_end(&writer->json);
}

/* ---------------------------------------------------------------------- simple values */

static void write_format(Writer *writer, const Field *field, const char *at) {
  (void)at;
  json_text(&writer->json, field->name, EXPORT_NAME);
}

static void write_text(Writer *writer, const Field *field, const char *at) {
  json_text(&writer->json, field->name, given_text(at));
}

static void write_integer(Writer *writer, const Field *field, const char *at) {
  json_integer(&writer->json, field->name, given_int(at));
}

static void write_boolean(Writer *writer, const Field *field, const char *at) {
  json_boolean(&writer->json, field->name, given_int(at) != 0);
}

static void write_word(Writer *writer, const Field *field, const char *at) {
  json_text(&writer->json, field->name, field->words->words[given_int(at)].name);
}

static void write_paragraphs(Writer *writer, const Field *field, const char *at) {
  const Section *section = (const Section *)(const void *)at;
  json_array(&writer->json, field->name);
  for (size_t i = 0; i < section->paragraph_count; i++)
    json_text(&writer->json, NULL, section->paragraphs[i]);
  json_end(&writer->json);
}

static void write_labelled(Writer *writer, const Field *field, const char *at) {
  json_cell(&writer->json, field->name, (const Cell *)(const void *)at, writer->unit, NULL);
}

static void write_mapping(Writer *writer, const Field *field, const char *at) {
  json_object(&writer->json, field->name);
  write_fields(writer, field->of, at);
  json_end(&writer->json);
}

/* ------------------------------------------------------------------------------ whole */

/* What a document may leave out, but means all the same, is written. */
static bool is_written(const MappingType *type, const Field *field, const char *whole) {
  if (field->type == FIELD_BOOLEAN)
    return true;
  if (field->type == FIELD_WORD && field->standard)
    return *field->words->words[given_int(whole + field->offset)].name;
  return given_field(type, field, whole);
}

static void write_fields(Writer *writer, const MappingType *type, const char *whole) {
  typedef void WriteValue(Writer *writer, const Field *field, const char *at);
  static WriteValue *const writes[FIELD_TYPE_COUNT] = {
      [FIELD_FORMAT] = write_format,
      [FIELD_TEXT] = write_text,
      [FIELD_INTEGER] = write_integer,
      [FIELD_BOOLEAN] = write_boolean,
      [FIELD_WORD] = write_word,
      [FIELD_PARAGRAPHS] = write_paragraphs,
      [FIELD_VALUE] = write_labelled,
      [FIELD_AMOUNT] = write_labelled,
      [FIELD_MAPPING] = write_mapping,
      [FIELD_LIST] = write_list,
      [FIELD_COLUMNS] = write_columns,
      [FIELD_ROWS] = write_rows,
  };
  for (size_t i = 0; i < type->count; i++)
    if (is_written(type, &type->fields[i], whole))
      writes[type->fields[i].type](writer, &type->fields[i], whole + type->fields[i].offset);
}

bool format_json(const Document *document, const FormatOptions *options, Sink *sink, Str *error) {
  Writer writer = {.document = document, .only = options->annex, .unit = document->unit};
  (void)error;
  json_open_sink(&writer.json, sink);
  json_object(&writer.json, NULL);
  write_fields(&writer, &document_type, (const char *)document);
  json_trees(&writer.json, document, options->annex);
  json_close(&writer.json);
  return true;
}
