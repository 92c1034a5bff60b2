#include "model/document.h"

#include <string.h>

#include "model/build.h"
#include "model/row_code.h"
#include "text/fold.h"

Document *document_new(const char *file) {
  Arena *arena = arena_new();
  Document *document = arena_array(arena, 1, sizeof *document);
  document->arena = arena;
  document->file = arena_text(arena, file, strlen(file));
  return document;
}

void document_free(Document *document) {
  if (document)
    arena_free(document->arena);
}

/* Leaves and depth of a header while they are counted. */
typedef struct {
  const Column **leaves; /* NULL on the first pass, which counts only */
  size_t count, depth;
} Header;

static void lay_out(Header *header, Column *columns, size_t count, size_t depth) {
  if (depth > header->depth)
    header->depth = depth;
  for (size_t i = 0; i < count; i++) {
    Column *column = &columns[i];
    column->first_leaf = header->count;
    if (column->column_count)
      lay_out(header, (Column *)column->columns, column->column_count, depth + 1);
    else if (header->leaves)
      header->leaves[header->count++] = column;
    else
      header->count++;
    column->leaf_count = header->count - column->first_leaf;
  }
}

void build_header(Arena *arena, Table *table, Column *columns, size_t count) {
  Header header = {0};
  lay_out(&header, columns, count, count ? 1 : 0);
  header.leaves = arena_array(arena, header.count, sizeof *header.leaves);
  table->leaf_count = header.count;
  table->header_depth = header.depth;
  header.count = 0;
  lay_out(&header, columns, count, 0);
  table->columns = columns;
  table->column_count = count;
  table->leaves = header.leaves;
}

const Column *table_heading(const Table *table, size_t leaf, size_t depth) {
  const Column *columns = table->columns;
  while (columns) {
    const Column *column = columns;
    while (column->first_leaf + column->leaf_count <= leaf)
      column++;
    if (!depth--)
      return column;
    columns = column->columns;
  }
  return NULL;
}

int table_leaf(const Table *table, Role role) {
  for (size_t i = 0; i < table->leaf_count; i++)
    if (table->leaves[i]->role == role)
      return (int)i;
  return -1;
}

int table_leaf_among(const Table *table, const Role *roles, size_t count) {
  int leaf = -1;
  for (size_t i = 0; i < count && leaf < 0; i++)
    leaf = table_leaf(table, roles[i]);
  return leaf;
}

int table_money_leaf(const Table *table) {
  for (size_t i = 0; i < table->leaf_count; i++)
    if (role_content(table->leaves[i]->role) == CONTENT_MONEY)
      return (int)i;
  return -1;
}

size_t table_row_code(const Table *table, const Row *row, char *out, size_t size) {
  CodeColumns columns = code_columns(table);
  Str room = STR_EMPTY;
  RowCode code = row_code(&columns, row, &room);
  if (size) {
    size_t taken = code.length < size ? code.length : size - 1;
    if (taken)
      memcpy(out, code.text, taken);
    out[taken] = '\0';
  }
  str_free(&room);
  return code.length;
}

/* The text of the first leaf with this role that has one; NULL when there is none. */
static const char *text_in_role(const Table *table, const Row *row, Role role) {
  int leaf = table_leaf(table, role);
  if (leaf < 0 || row->cells[leaf].kind != CELL_TEXT || !row->cells[leaf].length)
    return NULL;
  return row->cells[leaf].text;
}

const char *table_row_name(const Table *table, const Row *row) {
  static const Role named[] = {ROLE_NAME, ROLE_ITEM};
  static const Role coded[] = {ROLE_CODE, ROLE_CODE_CLASS, ROLE_CODE_SECTION, ROLE_CODE_ITEM};
  const char *text = NULL;
  for (size_t i = 0; i < sizeof named / sizeof *named && !text; i++)
    text = text_in_role(table, row, named[i]);
  if (text || table_row_code(table, row, NULL, 0))
    return text ? text : "";
  for (size_t i = 0; i < sizeof coded / sizeof *coded && !text; i++)
    text = text_in_role(table, row, coded[i]);
  return text ? text : "";
}

bool table_row_is_blank(const Table *table, const Row *row) {
  for (size_t i = 0; i < table->leaf_count; i++)
    if (row->cells[i].kind != CELL_BLANK)
      return false;
  return true;
}

bool cell_figure(const Cell *cell, Unit unit, Figure *figure) {
  if (cell->kind != CELL_MONEY)
    return false;
  *figure = (Figure){.money = cell->money, .unit = unit, .decimals = cell->decimals};
  return true;
}

/* What stands after the word that annex numbers are printed with. */
static const char *bare_number(const char *number) {
  static const char *const words[] = {"附件", "附表", "表"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t length = strlen(words[i]);
    if (!strncmp(number, words[i], length) && number[length])
      return number + length;
  }
  return number;
}

const Annex *document_annex(const Document *document, const char *number) {
  for (size_t i = 0; i < document->annex_count; i++)
    if (!strcmp(document->annexes[i].number, number))
      return &document->annexes[i];
  const char *wanted = bare_number(number);
  for (size_t i = 0; i < document->annex_count; i++) {
    const char *bare = bare_number(document->annexes[i].number);
    if (fold_equal(bare, strlen(bare), wanted, strlen(wanted)))
      return &document->annexes[i];
  }
  return NULL;
}

const char *document_office(const Document *document) {
  const char *short_name = document->organization.short_name;
  return short_name && *short_name ? short_name : document->organization.name;
}
