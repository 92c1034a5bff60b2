#include "yaml/writer.h"

#include <string.h>

#include "model/decimal.h"
#include "yaml/given.h"
#include "yaml/scalar.h"
#include "yaml/totals.h"

typedef struct {
  Sink *sink;
  const Document *document;
  const Annex *only; /* NULL: all annexes */
  Unit unit;         /* of amounts here */
  size_t indent;
  bool flow;  /* within brackets or braces: all on one line */
  bool begun; /* on this line or within these brackets something stands already */
} Writer;

static void write_value(Writer *writer, const Field *field, const char *at);

static void add(Writer *writer, const char *text) {
  str_add_text(&writer->sink->text, text);
}

static void add_text(Writer *writer, const char *text) {
  scalar_write(&writer->sink->text, text, strlen(text), writer->flow);
}

/* ----------------------------------------------------------------- lines and brackets */

/* Before an entry: a comma in flow style, else a line of its own. What follows a "- " stands on
 * the line of the dash. */
static void next_entry(Writer *writer) {
  if (writer->flow) {
    add(writer, writer->begun ? ", " : "");
  } else if (writer->begun) {
    str_add_char(&writer->sink->text, '\n');
    str_add_fill(&writer->sink->text, ' ', writer->indent);
  }
  writer->begun = true;
}

static void add_key(Writer *writer, const char *name) {
  next_entry(writer);
  add(writer, name);
  add(writer, ":");
}

/* What a list or mapping inside another one must give back. */
static Writer enter(Writer *writer, size_t indent, const char *bracket) {
  Writer outer = *writer;
  writer->indent += indent;
  if (*bracket) {
    add(writer, bracket);
    writer->flow = true;
    writer->begun = false;
  }
  return outer;
}

static void leave(Writer *writer, const Writer *outer, const char *bracket) {
  add(writer, bracket);
  *writer = *outer;
}

/* The dash of an item in block style; what follows stands beside it. */
static Writer enter_item(Writer *writer) {
  next_entry(writer);
  if (!writer->flow)
    add(writer, "- ");
  Writer outer = enter(writer, 2, "");
  writer->begun = false;
  return outer;
}

/* --------------------------------------------------------------------------- cells */

static void write_cell(Writer *writer, const Cell *cell) {
  Str *out = &writer->sink->text;
  switch ((CellKind)cell->kind) {
  case CELL_BLANK: str_add_char(out, '~'); break;
  case CELL_TEXT: scalar_write(out, cell->text, cell->length, true); break;
  case CELL_MONEY: decimal_figure(out, (Figure){cell->money, writer->unit, cell->decimals}); break;
  case CELL_NUMBER: decimal_number(out, cell->number, cell->decimals); break;
  case CELL_DASH:
  case CELL_SLASH: scalar_quote(out, cell->text, cell->length); break;
  case CELL_MERGED: str_add_char(out, '^'); break;
  }
}

static void write_cells(Writer *writer, const Table *table, const Row *row) {
  Writer outer = enter(writer, 0, "[");
  for (size_t i = 0; i < table->leaf_count; i++) {
    next_entry(writer);
    write_cell(writer, &row->cells[i]);
  }
  leave(writer, &outer, "]");
}

static void write_row(Writer *writer, const Table *table, const TitleLeaves *titles,
                      const Row *row) {
  bool told = titles_tell_total(titles, row->cells);
  if (!row->level && row->total == told) {
    write_cells(writer, table, row);
    return;
  }
  Writer outer = enter(writer, 0, "{");
  if (row->level) {
    add_key(writer, "level");
    str_printf(&writer->sink->text, " %d", row->level);
  }
  if (row->total != told) {
    add_key(writer, "total");
    add(writer, row->total ? " true" : " false");
  }
  add_key(writer, "cells");
  add(writer, " ");
  write_cells(writer, table, row);
  leave(writer, &outer, "}");
}

static void write_rows(Writer *writer, const Field *field, const char *at) {
  (void)field;
  const Table *table = (const Table *)(const void *)at;
  TitleLeaves titles = title_leaves(table);
  if (!table->row_count)
    add(writer, " []");
  Writer outer = enter(writer, 2, "");
  for (size_t i = 0; i < table->row_count && sink_pour(writer->sink); i++) {
    Writer list = enter_item(writer);
    write_row(writer, table, &titles, &table->rows[i]);
    leave(writer, &list, "");
  }
  leave(writer, &outer, "");
}

/* ------------------------------------------------------------------------- columns */

static void write_column(Writer *writer, const Column *column, const char *group) {
  Writer outer = enter(writer, 0, "{");
  add_key(writer, "title");
  add(writer, " ");
  add_text(writer, column->title);
  if (column->column_count) {
    add_key(writer, "columns");
    Writer list = enter(writer, 0, " [");
    for (size_t i = 0; i < column->column_count; i++) {
      next_entry(writer);
      write_column(writer, &column->columns[i], column->title);
    }
    leave(writer, &list, "]");
  } else if (column->role != role_of_title(column->title, group)) {
    add_key(writer, "role");
    add(writer, " ");
    add(writer, role_words.words[column->role].name);
  }
  leave(writer, &outer, "}");
}

static void write_columns(Writer *writer, const Field *field, const char *at) {
  (void)field;
  const Table *table = (const Table *)(const void *)at;
  Writer outer = enter(writer, 2, "");
  for (size_t i = 0; i < table->column_count; i++) {
    Writer list = enter_item(writer);
    write_column(writer, &table->columns[i], NULL);
    leave(writer, &list, "");
  }
  leave(writer, &outer, "");
}

/* ------------------------------------------------------------------- simple values */

static void write_format(Writer *writer, const Field *field, const char *at) {
  (void)field;
  (void)at;
  add(writer, " " FORMAT_NAME);
}

static void write_text(Writer *writer, const Field *field, const char *at) {
  (void)field;
  add(writer, " ");
  add_text(writer, given_text(at));
}

static void write_integer(Writer *writer, const Field *field, const char *at) {
  (void)field;
  str_printf(&writer->sink->text, " %d", given_int(at));
}

static void write_boolean(Writer *writer, const Field *field, const char *at) {
  (void)field;
  add(writer, given_int(at) ? " true" : " false");
}

static void write_word(Writer *writer, const Field *field, const char *at) {
  add(writer, " ");
  add(writer, field->words->words[given_int(at)].name);
}

static void write_paragraphs(Writer *writer, const Field *field, const char *at) {
  (void)field;
  const Section *section = (const Section *)(const void *)at;
  Writer outer = enter(writer, 2, "");
  for (size_t i = 0; i < section->paragraph_count && sink_pour(writer->sink); i++) {
    Writer list = enter_item(writer);
    add_text(writer, section->paragraphs[i]);
    leave(writer, &list, "");
  }
  leave(writer, &outer, "");
}

static void write_labelled(Writer *writer, const Field *field, const char *at) {
  (void)field;
  add(writer, " ");
  write_cell(writer, (const Cell *)(const void *)at);
}

/* ------------------------------------------------------------------------ mappings */

/* Short mappings stand on one line. */
static bool is_short(const MappingType *type, const char *whole) {
  return type == &organization_type || type == &contact_type || type == &subject_type ||
         (type == &fund_type && !((const Labelled *)(const void *)whole)->part_count) ||
         !given_any(type, whole);
}

static void write_fields(Writer *writer, const MappingType *type, const char *whole) {
  for (size_t i = 0; i < type->count; i++) {
    const Field *field = &type->fields[i];
    if (!given_field(type, field, whole))
      continue;
    add_key(writer, field->name);
    write_value(writer, field, whole + field->offset);
  }
}

static void write_mapping(Writer *writer, const MappingType *type, const char *whole) {
  bool brackets = is_short(type, whole);
  Writer outer = enter(writer, 0, brackets ? "{" : "");
  write_fields(writer, type, whole);
  leave(writer, &outer, brackets ? "}" : "");
}

static void write_nested(Writer *writer, const Field *field, const char *at) {
  if (is_short(field->of, at))
    add(writer, " ");
  Writer outer = enter(writer, 2, "");
  write_mapping(writer, field->of, at);
  leave(writer, &outer, "");
}

/* --------------------------------------------------------------------------- lists */

static void write_annex(Writer *writer, const Annex *annex) {
  AnnexDraft draft = given_annex(writer->document, annex);
  writer->unit = annex->unit;
  write_mapping(writer, &annex_type, (const char *)&draft);
}

static void write_item(Writer *writer, const MappingType *type, const char *item) {
  if (type == &annex_type)
    write_annex(writer, (const Annex *)(const void *)item);
  else
    write_mapping(writer, type, item);
}

static void write_list(Writer *writer, const Field *field, const char *at) {
  FieldList list = given_list(at);
  if (!list.count)
    add(writer, " []");
  Writer outer = enter(writer, 2, "");
  for (size_t i = 0; i < list.count && sink_pour(writer->sink); i++) {
    const char *item = (const char *)list.items + i * given_size(field->of);
    if (field->of == &annex_type && writer->only && (const void *)writer->only != item)
      continue;
    Writer inside = enter_item(writer);
    write_item(writer, field->of, item);
    leave(writer, &inside, "");
  }
  leave(writer, &outer, "");
}

/* --------------------------------------------------------------------------- whole */

typedef void WriteValue(Writer *writer, const Field *field, const char *at);

static void write_value(Writer *writer, const Field *field, const char *at) {
  static WriteValue *const writes[FIELD_TYPE_COUNT] = {
      [FIELD_FORMAT] = write_format,
      [FIELD_TEXT] = write_text,
      [FIELD_INTEGER] = write_integer,
      [FIELD_BOOLEAN] = write_boolean,
      [FIELD_WORD] = write_word,
      [FIELD_PARAGRAPHS] = write_paragraphs,
      [FIELD_VALUE] = write_labelled,
      [FIELD_AMOUNT] = write_labelled,
      [FIELD_MAPPING] = write_nested,
      [FIELD_LIST] = write_list,
      [FIELD_COLUMNS] = write_columns,
      [FIELD_ROWS] = write_rows,
  };
  writes[field->type](writer, field, at);
}

void writer_document(const Document *document, const Annex *only, Sink *sink) {
  Writer writer = {.sink = sink, .document = document, .only = only, .unit = document->unit};
  write_fields(&writer, &document_type, (const char *)document);
  add(&writer, "\n");
}
