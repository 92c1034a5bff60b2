#include <string.h>

#include "export/csv.h"
#include "export/datapackage.h"
#include "export/plain.h"
#include "model/decimal.h"
#include "model/row_code.h"
#include "model/tree.h"

/* A concept that begins with a colon is one of the classification. */
const FiscalField fiscal_fields[FISCAL_FIELDS] = {
    {"annex", "string", NULL},
    {"row", "integer", NULL},
    {"fiscal_year", "integer", "date:fiscal-year"},
    {"phase", "string", "phase:id"},
    {"direction", "string", "direction"},
    {"code", "string", ":code"},
    {"name", "string", ":label"},
    {"column", "string", NULL},
    {"role", "string", NULL},
    {"aggregate", "boolean", NULL},
    {"amount", "number", NULL},
    {"unit", "string", NULL},
    {"value", "number", "value"},
    {"currency", "string", "value-currency:code"},
};

const char *fiscal_column_type(const FiscalField *field, Classification classification, Str *room) {
  if (!field->concept || *field->concept != ':')
    return field->concept;
  str_clear(room);
  str_printf(room, "%s-classification:generic%s",
             classification == CLASSIFICATION_FUNCTIONAL ? "functional" : "economic",
             field->concept);
  return room->data;
}

/* A table with accounts, while its lines are written. */
typedef struct {
  Csv csv;
  const Document *document;
  const Annex *annex;
  const Tree *tree;
  PlainTable plain;
  size_t amounts; /* columns of amounts of this year */
} Fiscal;

static bool is_change(Role role) { return role == ROLE_CHANGE; }

static bool is_of_year(Role role) {
  return role_content(role) == CONTENT_MONEY && !is_change(role) && role != ROLE_PREVIOUS_YEAR;
}

static const char *phase_of(const Fiscal *fiscal, Role role) {
  if (role == ROLE_EXECUTED || fiscal->document->stage == STAGE_FINAL)
    return "final";
  return "budgeted";
}

static const char *direction_of(const Annex *annex) {
  return annex->kind == KIND_DEPARTMENT_INCOME ? "revenue" : "expenditure";
}

/* Whether a line is the sum of others: of the accounts below it, or of other columns. */
static bool is_sum(const Fiscal *fiscal, size_t row, Role role) {
  uint32_t node = tree_node_of_row(fiscal->tree, 0, (uint32_t)row);
  return (node != NODE_NONE && fiscal->tree->nodes[node].first_child != NODE_NONE) ||
         fiscal->plain.table->rows[row].total || (role == ROLE_TOTAL && fiscal->amounts > 1);
}

static void add_text(Csv *csv, const char *text) { csv_text(csv, text, strlen(text)); }

static void add_decimal(Csv *csv, Figure figure, bool yuan) {
  Str text = STR_EMPTY;
  if (yuan)
    decimal_yuan(&text, figure.money);
  else
    decimal_figure(&text, figure);
  csv_plain(csv, text.data);
  str_free(&text);
}

static void write_line(Fiscal *fiscal, size_t row, RowCode code, size_t leaf, Figure figure) {
  const Table *table = fiscal->plain.table;
  Role role = table->leaves[leaf]->role;
  Csv *csv = &fiscal->csv;
  add_text(csv, fiscal->annex->number);
  csv_number(csv, row + 1);
  csv_number(csv, (size_t)(fiscal->document->year - (role == ROLE_PREVIOUS_YEAR)));
  csv_plain(csv, phase_of(fiscal, role));
  csv_plain(csv, direction_of(fiscal->annex));
  csv_text(csv, code.text, code.length);
  add_text(csv, table_row_name(table, &table->rows[row]));
  add_text(csv, fiscal->plain.titles[leaf]);
  csv_plain(csv, role_words.words[role].name);
  csv_plain(csv, is_sum(fiscal, row, role) ? "true" : "false");
  add_decimal(csv, figure, false);
  csv_plain(csv, unit_name(figure.unit));
  add_decimal(csv, figure, true);
  csv_plain(csv, "CNY");
  csv_end(csv);
}

static void write_row(Fiscal *fiscal, size_t row, RowCode code) {
  const Table *table = fiscal->plain.table;
  for (size_t leaf = 0; leaf < table->leaf_count; leaf++) {
    Figure figure;
    if (!is_change(table->leaves[leaf]->role) &&
        cell_figure(&table->rows[row].cells[leaf], fiscal->annex->unit, &figure))
      write_line(fiscal, row, code, leaf, figure);
  }
}

static void write_table(Fiscal *fiscal, const Table *table) {
  Arena *arena = arena_new();
  Str room = STR_EMPTY;
  CodeColumns codes = code_columns(table);
  fiscal->tree = tree_of_table(arena, fiscal->annex, table);
  fiscal->amounts = 0;
  for (size_t leaf = 0; leaf < table->leaf_count; leaf++)
    fiscal->amounts += is_of_year(table->leaves[leaf]->role);
  plain_open(&fiscal->plain, table, table->title);
  for (size_t row = 0; row < table->row_count && !fiscal->csv.sink->stopped; row++) {
    RowCode code = row_code(&codes, &table->rows[row], &room);
    if (code.length)
      write_row(fiscal, row, code);
  }
  plain_close(&fiscal->plain);
  str_free(&room);
  arena_free(arena);
}

bool fiscal_any(const Document *document, Classification classification) {
  for (size_t i = 0; i < document->annex_count; i++)
    if (document->annexes[i].classification == classification && document->annexes[i].table_count)
      return true;
  return false;
}

void fiscal_write(const Document *document, Classification classification, Sink *sink) {
  Fiscal fiscal = {.csv = {.sink = sink}, .document = document};
  for (size_t i = 0; i < FISCAL_FIELDS; i++)
    csv_plain(&fiscal.csv, fiscal_fields[i].name);
  csv_end(&fiscal.csv);
  for (size_t i = 0; i < document->annex_count; i++) {
    fiscal.annex = &document->annexes[i];
    if (fiscal.annex->classification != classification)
      continue;
    for (size_t k = 0; k < fiscal.annex->table_count; k++)
      write_table(&fiscal, &fiscal.annex->tables[k]);
  }
}
