/* The descriptor of a data package. */
#include <ctype.h>
#include <string.h>

#include "export/csv_export.h"
#include "export/datapackage.h"
#include "export/json.h"

/* ---------------------------------------------------------------------------- fields */

static void write_field(Json *json, const char *name, const char *type, const char *column_type) {
  json_object(json, NULL);
  json_compact(json, true);
  json_text(json, "name", name);
  json_text(json, "type", type);
  if (column_type)
    json_text(json, "columnType", column_type);
  json_end(json);
  json_compact(json, false);
}

/* Dashes and slashes that stand in columns of amounts or numbers. */
typedef struct {
  VEC(const char *) list;
} Marks;

static void add_mark(Marks *marks, const Cell *cell) {
  if (cell->kind != CELL_DASH && cell->kind != CELL_SLASH)
    return;
  for (size_t i = 0; i < marks->list.count; i++)
    if (!strcmp(marks->list.items[i], cell->text))
      return;
  vec_push(&marks->list, cell->text);
}

static void add_table_marks(Marks *marks, const Table *table) {
  for (size_t row = 0; row < table->row_count; row++)
    for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
      add_mark(marks, &table->rows[row].cells[leaf]);
}

static void add_fund_marks(Marks *marks, const Labelled *funds, size_t count) {
  for (size_t i = 0; i < count; i++) {
    add_mark(marks, &funds[i].value);
    add_fund_marks(marks, funds[i].parts, funds[i].part_count);
  }
}

static void add_annex_marks(Marks *marks, const Annex *annex) {
  for (size_t i = 0; i < annex->table_count; i++)
    add_table_marks(marks, &annex->tables[i]);
  for (size_t i = 0; i < annex->target_count; i++) {
    add_table_marks(marks, &annex->targets[i].indicators);
    add_fund_marks(marks, annex->targets[i].funds, annex->targets[i].fund_count);
  }
}

/* What a number's cell may hold instead of one. */
static void write_missing(Json *json, const Marks *marks) {
  json_array(json, "missingValues");
  json_compact(json, true);
  json_text(json, NULL, "");
  for (size_t i = 0; i < marks->list.count; i++)
    json_text(json, NULL, marks->list.items[i]);
  json_end(json);
  json_compact(json, false);
}

/* ------------------------------------------------------------------------- resources */

static void open_resource(Json *json, const char *name, const char *title) {
  Str path = STR_EMPTY;
  str_printf(&path, "%s.csv", name);
  json_object(json, NULL);
  json_text(json, "name", name);
  json_text(json, "path", path.data);
  json_text(json, "title", title);
  json_text(json, "profile", "tabular-data-resource");
  json_text(json, "format", "csv");
  json_text(json, "mediatype", "text/csv");
  json_text(json, "encoding", "utf-8");
  json_object(json, "dialect");
  json_text(json, "lineTerminator", "\r\n");
  json_end(json);
  json_object(json, "schema");
  json_array(json, "fields");
  str_free(&path);
}

static void close_resource(Json *json) {
  json_end(json);
  json_end(json);
}

static void write_amounts(Json *json, const Document *document) {
  Marks marks = {0};
  for (size_t i = 0; i < document->annex_count; i++)
    add_annex_marks(&marks, &document->annexes[i]);
  open_resource(json, "amounts", document->title);
  for (size_t i = 0; i < csv_long_count; i++) {
    const char *name = csv_long_titles[i];
    const char *figure = !strcmp(name, "amount") ? "number" : "string";
    write_field(json, name, !strcmp(name, "row") ? "integer" : figure, NULL);
  }
  json_end(json);
  write_missing(json, &marks);
  close_resource(json);
  vec_free(&marks.list);
}

static void write_constant(Json *json, const char *name, const char *column_type,
                           const char *value) {
  json_object(json, NULL);
  json_compact(json, true);
  json_text(json, "name", name);
  json_text(json, "type", "string");
  json_text(json, "columnType", column_type);
  json_text(json, "constant", value);
  json_end(json);
  json_compact(json, false);
}

/* What all lines of a fiscal table have in common: whose budget it is. */
static void write_office(Json *json, const Document *document) {
  json_array(json, "extraFields");
  if (document->organization.code)
    write_constant(json, "office_code", "administrative-classification:generic:code",
                   document->organization.code);
  write_constant(json, "office", "administrative-classification:generic:label",
                 document->organization.name);
  json_end(json);
}

static void write_fiscal(Json *json, const Document *document, Classification classification) {
  Str room = STR_EMPTY;
  open_resource(json, package_classification(classification),
                classification_words.words[classification].meaning);
  for (size_t i = 0; i < FISCAL_FIELDS; i++)
    write_field(json, fiscal_fields[i].name, fiscal_fields[i].type,
                fiscal_column_type(&fiscal_fields[i], classification, &room));
  json_end(json);
  write_office(json, document);
  close_resource(json);
  str_free(&room);
}

static void write_annex(Json *json, const Annex *annex, size_t index) {
  static const char *const types[] = {
      [CONTENT_TEXT] = "string", [CONTENT_MONEY] = "number", [CONTENT_NUMBER] = "number"};
  Str name = STR_EMPTY;
  CsvColumns columns;
  Marks marks = {0};
  package_annex(index, &name);
  csv_columns_open(&columns, annex, true);
  add_annex_marks(&marks, annex);
  open_resource(json, name.data, annex->title);
  for (size_t i = 0; i < columns.list.count; i++)
    write_field(json, columns.list.items[i].title, types[columns.list.items[i].content], NULL);
  json_end(json);
  write_missing(json, &marks);
  close_resource(json);
  vec_free(&marks.list);
  csv_columns_close(&columns);
  str_free(&name);
}

static void write_resources(Json *json, const Document *document) {
  json_array(json, "resources");
  write_amounts(json, document);
  for (int i = CLASSIFICATION_FUNCTIONAL; i < CLASSIFICATION_COUNT; i++)
    if (fiscal_any(document, (Classification)i))
      write_fiscal(json, document, (Classification)i);
  for (size_t i = 0; i < document->annex_count; i++)
    if (package_holds(&document->annexes[i]))
      write_annex(json, &document->annexes[i], i);
  json_end(json);
}

/* ----------------------------------------------------------------------------- whole */

/* "budget-128-2023": small letters, digits and dashes only. */
static void write_name(Json *json, const Document *document) {
  const char *code = document->organization.code ? document->organization.code : "";
  Str name = STR_EMPTY;
  str_add_text(&name, stage_words.words[document->stage].name);
  for (const char *at = code; *at; at++) {
    if (at == code)
      str_add_char(&name, '-');
    bool kept = (unsigned char)*at < 0x80 && isalnum((unsigned char)*at);
    str_add_char(&name, kept ? (char)tolower((unsigned char)*at) : '-');
  }
  str_printf(&name, "-%d", document->year);
  json_text(json, "name", name.data);
  str_free(&name);
}

static void write_source(Json *json, const Document *document) {
  json_array(json, "sources");
  json_object(json, NULL);
  json_text(json, "title", document->source ? document->source : document->title);
  json_end(json);
  json_end(json);
  json_array(json, "contributors");
  json_object(json, NULL);
  json_text(json, "title", document->organization.name);
  json_text(json, "role", "publisher");
  json_end(json);
  json_end(json);
}

void package_descriptor(const Document *document, Sink *sink) {
  Json json;
  json_open_sink(&json, sink);
  json_object(&json, NULL);
  json_text(&json, "profile", "tabular-data-package");
  write_name(&json, document);
  json_text(&json, "title", document->title);
  write_source(&json, document);
  write_resources(&json, document);
  json_close(&json);
}
