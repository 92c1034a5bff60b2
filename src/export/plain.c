#include "export/plain.h"

#include <string.h>

#include "model/decimal.h"

char *plain_join(const char *parent, const char *title) {
  Str out = STR_EMPTY;
  str_reserve(&out, 0);
  if (parent && *parent)
    str_printf(&out, "%s / ", parent);
  str_add_text(&out, title);
  return str_take(&out);
}

static void add_titles(PlainTable *plain, const Column *columns, size_t count, const char *parent) {
  for (size_t i = 0; i < count; i++) {
    char *title = plain_join(parent, columns[i].title);
    if (columns[i].column_count) {
      add_titles(plain, columns[i].columns, columns[i].column_count, title);
      memory_free(title);
    } else {
      plain->titles[columns[i].first_leaf] = title;
    }
  }
}

void plain_open(PlainTable *plain, const Table *table, const char *panel) {
  *plain = (PlainTable){.table = table,
                        .titles = memory_zero(table->leaf_count + 1, sizeof *plain->titles),
                        .above = memory_zero(table->leaf_count + 1, sizeof *plain->above)};
  add_titles(plain, table->columns, table->column_count, panel);
}

void plain_close(PlainTable *plain) {
  for (size_t i = 0; i < plain->table->leaf_count; i++)
    memory_free(plain->titles[i]);
  memory_free(plain->titles);
  memory_free((void *)plain->above);
}

const Cell *plain_cell(PlainTable *plain, const Row *row, size_t leaf) {
  const Cell *cell = &row->cells[leaf];
  if (cell->kind == CELL_MERGED)
    return plain->above[leaf] ? plain->above[leaf] : cell;
  plain->above[leaf] = cell;
  return cell;
}

void plain_write(Str *out, const Cell *cell, Unit unit) {
  switch ((CellKind)cell->kind) {
  case CELL_BLANK:
  case CELL_MERGED: break;
  case CELL_TEXT:
  case CELL_DASH:
  case CELL_SLASH: str_add(out, cell->text, cell->length); break;
  case CELL_MONEY: decimal_figure(out, (Figure){cell->money, unit, cell->decimals}); break;
  case CELL_NUMBER: decimal_number(out, cell->number, cell->decimals); break;
  }
}
