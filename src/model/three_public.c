#include "model/three_public.h"

#include <string.h>

#include "base/str.h"
#include "model/amount_leaf.h"
#include "text/fold.h"

/* The lines in their order, by the words that an item's printed name has. The words of
 * vehicles stand before those of their parts, since its title names both. */
typedef struct {
  Role role;
  int depth;
  const char *words[2]; /* all of them, in folded text */
} Line;

static const Line lines[] = {
    {ROLE_TOTAL, 0, {"三公", NULL}},
    {ROLE_ABROAD, 1, {"出国", NULL}},
    {ROLE_VEHICLE, 1, {"购置", "运行"}},
    {ROLE_VEHICLE_PURCHASE, 2, {"购置", NULL}},
    {ROLE_VEHICLE_OPERATION, 2, {"运行", NULL}},
    {ROLE_RECEPTION, 1, {"接待", NULL}},
    {ROLE_MEETING, 0, {"会议费", NULL}},
    {ROLE_TRAINING, 0, {"培训费", NULL}},
};
#define LINE_COUNT (sizeof lines / sizeof *lines)
_Static_assert(LINE_COUNT == THREE_PUBLIC_LINES, "each line has its room");

static bool has_words(const char *text, const char *const words[2]) {
  for (size_t i = 0; i < 2 && words[i]; i++)
    if (!strstr(text, words[i]))
      return false;
  return true;
}

/* What an item printed on a row of its own is about; ROLE_TEXT when it is none of ours. */
static Role role_of_item(const char *name) {
  if (title_is_total(name, strlen(name)))
    return ROLE_TOTAL;
  Str folded = STR_EMPTY;
  fold_text(&folded, name, strlen(name));
  Role role = strstr(folded.data, "用车") ? ROLE_VEHICLE : ROLE_TEXT;
  for (size_t i = 0; i < LINE_COUNT; i++)
    if (has_words(folded.data, lines[i].words)) {
      role = lines[i].role;
      break;
    }
  str_free(&folded);
  return role;
}

/* The leaf with this role: of a final account the last one, where budgeted and spent stand side by
 * side; else the first. */
static int leaf_of(const Table *table, Role role, Stage stage) {
  int found = -1;
  for (size_t i = 0; i < table->leaf_count; i++)
    if (table->leaves[i]->role == role) {
      found = (int)i;
      if (stage != STAGE_FINAL)
        break;
    }
  return found;
}

/* The heading right above a leaf; NULL when it has none. */
static const char *group_of(const Column *columns, size_t count, size_t leaf) {
  for (size_t i = 0; i < count; i++) {
    const Column *column = &columns[i];
    if (!column->column_count || leaf < column->first_leaf ||
        leaf >= column->first_leaf + column->leaf_count)
      continue;
    const char *inner = group_of(column->columns, column->column_count, leaf);
    return inner ? inner : column->title;
  }
  return NULL;
}

/* A part's own total (小计) says less than the heading above it. */
static const char *label_of_leaf(const Table *table, size_t leaf) {
  const Column *column = table->leaves[leaf];
  if (column->role == ROLE_TOTAL || role_of_title(column->title, NULL) != ROLE_TOTAL)
    return column->title;
  const char *group = group_of(table->columns, table->column_count, leaf);
  return group ? group : column->title;
}

static void add_line(ThreePublic *expenses, const Line *line, const char *label, uint32_t row,
                     size_t leaf) {
  const Annex *annex = expenses->annex;
  ThreePublicLine *added = &expenses->lines[expenses->count++];
  *added = (ThreePublicLine){.label = label,
                             .role = line->role,
                             .depth = line->depth,
                             .cell = &annex->tables->rows[row].cells[leaf],
                             .row = row,
                             .leaf = (uint16_t)leaf};
  cell_figure(added->cell, annex->unit, &added->figure);
}

/* A column for each expense: the figures stand in the total row, else in the first. */
static void read_columns(ThreePublic *expenses, Stage stage) {
  const Table *table = expenses->annex->tables;
  uint32_t row = 0;
  for (size_t i = 0; i < table->row_count; i++)
    if (table->rows[i].total) {
      row = (uint32_t)i;
      break;
    }
  for (size_t i = 0; i < LINE_COUNT; i++) {
    int leaf = leaf_of(table, lines[i].role, stage);
    if (leaf >= 0)
      add_line(expenses, &lines[i], label_of_leaf(table, (size_t)leaf), row, (size_t)leaf);
  }
}

/* A row for each expense. */
static void read_rows(ThreePublic *expenses, Stage stage) {
  const Table *table = expenses->annex->tables;
  int leaf = amount_leaf(table, stage);
  if (leaf < 0)
    return;
  for (size_t i = 0; i < LINE_COUNT; i++)
    for (size_t row = 0; row < table->row_count; row++) {
      const char *name = table_row_name(table, &table->rows[row]);
      if (*name && role_of_item(name) == lines[i].role) {
        add_line(expenses, &lines[i], name, (uint32_t)row, (size_t)leaf);
        break;
      }
    }
}

static bool has_expense_columns(const Table *table) {
  return table_leaf(table, ROLE_ABROAD) >= 0 || table_leaf(table, ROLE_RECEPTION) >= 0 ||
         table_leaf(table, ROLE_VEHICLE) >= 0 || table_leaf(table, ROLE_VEHICLE_OPERATION) >= 0;
}

/* Parts of vehicles without vehicles themselves stand where those would. */
static void raise_parts(ThreePublic *expenses) {
  if (three_public_line(expenses, ROLE_VEHICLE))
    return;
  for (size_t i = 0; i < expenses->count; i++)
    if (expenses->lines[i].depth == 2)
      expenses->lines[i].depth = 1;
}

static bool has_table(const Annex *annex) {
  return annex->table_count && annex->tables->row_count;
}

ThreePublic three_public_of(const Document *document) {
  ThreePublic expenses = {0};
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    if (annex->kind != KIND_THREE_PUBLIC || (expenses.annex && !has_table(annex)))
      continue;
    expenses.annex = annex;
    expenses.annex_index = (uint32_t)i;
    if (has_table(annex))
      break;
  }
  if (!expenses.annex || !has_table(expenses.annex))
    return expenses;
  if (has_expense_columns(expenses.annex->tables))
    read_columns(&expenses, document->stage);
  else
    read_rows(&expenses, document->stage);
  raise_parts(&expenses);
  return expenses;
}

const ThreePublicLine *three_public_line(const ThreePublic *expenses, Role role) {
  for (size_t i = 0; i < expenses->count; i++)
    if (expenses->lines[i].role == role)
      return &expenses->lines[i];
  return NULL;
}

bool three_public_share(const ThreePublic *expenses, const ThreePublicLine *line,
                        int64_t *permille) {
  const ThreePublicLine *total = three_public_line(expenses, ROLE_TOTAL);
  return total && line->depth && total->cell->kind == CELL_MONEY &&
         line->cell->kind == CELL_MONEY &&
         money_share(line->figure.money, total->figure.money, permille);
}
