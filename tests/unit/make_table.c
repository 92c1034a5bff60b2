#include "make_table.h"

#include <stdlib.h>
#include <string.h>

#include "model/build.h"

static Column *make_columns(Arena *arena, const char *columns, size_t *count) {
  *count = 1;
  for (const char *at = columns; *at; at++)
    *count += *at == ',';
  Column *made = arena_array(arena, *count, sizeof *made);
  for (size_t i = 0; i < *count; i++) {
    size_t length = strcspn(columns, ",");
    int role = vocabulary_find(&role_words, columns, length);
    if (role < 0)
      abort();
    made[i] = (Column){.title = arena_text(arena, columns, length), .role = (Role)role};
    columns += length + 1;
  }
  return made;
}

static Cell make_cell(Arena *arena, Unit unit, Role role, const char *text, size_t length) {
  Cell cell = {.kind = CELL_TEXT, .length = (uint32_t)length};
  if (!length)
    return (Cell){.kind = CELL_BLANK};
  cell.text = arena_text(arena, text, length);
  bool dash = !strcmp(cell.text, "-") || !strcmp(cell.text, "–");
  if (!strcmp(cell.text, "^"))
    cell.kind = CELL_MERGED;
  else if (role_content(role) != CONTENT_TEXT && (dash || !strcmp(cell.text, "/")))
    cell.kind = dash ? CELL_DASH : CELL_SLASH;
  else if (role_content(role) == CONTENT_MONEY) {
    cell.kind = CELL_MONEY;
    if (money_parse(text, length, unit, &cell.money, &cell.decimals) != MONEY_OK)
      abort();
  } else if (role_content(role) == CONTENT_NUMBER) {
    cell.kind = CELL_NUMBER;
    if (number_parse(text, length, &cell.number, &cell.decimals) != MONEY_OK)
      abort();
  }
  return cell;
}

static Row make_row(Arena *arena, Unit unit, const Table *table, const char *text) {
  Row row = {.column = 1};
  if (text[0] >= '1' && text[0] <= '9' && text[1] == '>') {
    row.level = (uint8_t)(text[0] - '0');
    text += 2;
  }
  row.total = *text == '!';
  text += row.total;
  Cell *cells = arena_array(arena, table->leaf_count, sizeof *cells);
  for (size_t i = 0; i < table->leaf_count; i++) {
    size_t length = strcspn(text, "|");
    cells[i] = make_cell(arena, unit, table->leaves[i]->role, text, length);
    text += length + (text[length] == '|');
  }
  row.cells = cells;
  return row;
}

Table *make_rows(Arena *arena, Unit unit, const char *columns, const char *const *rows,
                 size_t count) {
  Table *table = arena_array(arena, 1, sizeof *table);
  size_t column_count;
  Column *made = make_columns(arena, columns, &column_count);
  build_header(arena, table, made, column_count);
  Row *filled = arena_array(arena, count, sizeof *filled);
  for (size_t i = 0; i < count; i++) {
    filled[i] = make_row(arena, unit, table, rows[i]);
    filled[i].line = (uint32_t)i + 1;
  }
  table->rows = filled;
  table->row_count = count;
  return table;
}

Table *make_table(Arena *arena, Unit unit, const char *columns, const char *const *rows) {
  size_t count = 0;
  while (rows[count])
    count++;
  return make_rows(arena, unit, columns, rows, count);
}

Document *make_document(Arena *arena, const Annex *annexes, size_t count,
                        Diagnostics *diagnostics) {
  Document *document = arena_array(arena, 1, sizeof *document);
  Annex *copies = arena_array(arena, count, sizeof *copies);
  for (size_t i = 0; i < count; i++)
    copies[i] = annexes[i];
  *document = (Document){.arena = arena, .annexes = copies, .annex_count = count};
  build_finish(document, diagnostics);
  return document;
}
