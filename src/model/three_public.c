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

/* What the headings over a column of amounts say. */
typedef struct {
  Role role;
  const char *label;
  bool budget, executed;
} Leaf;

static bool is_expense(Role role) {
  for (size_t i = 0; i < LINE_COUNT; i++)
    if (lines[i].role == role)
      return true;
  return false;
}

/* Expenses may stand over 预算数 and 决算数, or below them. */
static Leaf read_leaf(const Table *table, size_t index) {
  Leaf leaf = {.role = table->leaves[index]->role, .label = table->leaves[index]->title};
  const char *name = NULL, *above = NULL;
  const Column *heading = NULL, *last = NULL;
  for (size_t depth = 0; (heading = table_heading(table, index, depth)) != NULL; depth++) {
    if (heading == last || !heading->title)
      continue;
    last = heading;
    Role role = role_of_title(heading->title, NULL);
    leaf.budget = leaf.budget || role == ROLE_AMOUNT;
    leaf.executed = leaf.executed || role == ROLE_EXECUTED;
    if (role == ROLE_AMOUNT || role == ROLE_EXECUTED)
      continue;
    above = name;
    name = heading->title;
  }
  if (!name)
    return leaf;
  if (!is_expense(leaf.role))
    leaf.role = role_of_title(name, above);
  /* A part's own total (小计) says less than the heading above it. */
  bool total = leaf.role != ROLE_TOTAL && role_of_title(name, NULL) == ROLE_TOTAL;
  leaf.label = total && above ? above : name;
  return leaf;
}

/* The leaves of one expense: what is shown, and what was budgeted beside it; -1: none. */
typedef struct {
  int shown, budget;
  const char *label;
} Leaves;

/* Of a final account the first one that says what was spent, where none says so the last one; else
 * the first. */
static Leaves leaves_of(const Table *table, Role role, Stage stage) {
  Leaves found = {-1, -1, NULL};
  bool executed = false;
  for (size_t i = 0; i < table->leaf_count; i++) {
    Leaf leaf = read_leaf(table, i);
    if (leaf.role != role || role_content(table->leaves[i]->role) != CONTENT_MONEY)
      continue;
    if (found.budget < 0 && leaf.budget && !leaf.executed)
      found.budget = (int)i;
    if (found.shown >= 0 && (stage != STAGE_FINAL || executed))
      continue;
    executed = leaf.executed;
    found.shown = (int)i;
    found.label = leaf.label;
  }
  if (stage != STAGE_FINAL || found.budget == found.shown)
    found.budget = -1;
  return found;
}

static void add_line(ThreePublic *expenses, const Line *line, uint32_t row, const Leaves *leaves) {
  const Annex *annex = expenses->annex;
  const Cell *cells = annex->tables->rows[row].cells;
  ThreePublicLine *added = &expenses->lines[expenses->count++];
  *added = (ThreePublicLine){.label = leaves->label,
                             .role = line->role,
                             .depth = line->depth,
                             .cell = &cells[leaves->shown],
                             .row = row,
                             .leaf = (uint16_t)leaves->shown};
  cell_figure(added->cell, annex->unit, &added->figure);
  if (leaves->budget < 0)
    return;
  added->budget = &cells[leaves->budget];
  added->budget_leaf = (uint16_t)leaves->budget;
  cell_figure(added->budget, annex->unit, &added->budget_figure);
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
    Leaves leaves = leaves_of(table, lines[i].role, stage);
    if (leaves.shown >= 0)
      add_line(expenses, &lines[i], row, &leaves);
  }
}

/* A row for each expense. */
static void read_rows(ThreePublic *expenses, Stage stage) {
  const Table *table = expenses->annex->tables;
  Leaves leaves = {amount_leaf(table, stage), -1, NULL};
  if (leaves.shown < 0)
    return;
  if (stage == STAGE_FINAL && table_leaf(table, ROLE_AMOUNT) != leaves.shown)
    leaves.budget = table_leaf(table, ROLE_AMOUNT);
  for (size_t i = 0; i < LINE_COUNT; i++)
    for (size_t row = 0; row < table->row_count; row++) {
      const char *name = table_row_name(table, &table->rows[row]);
      if (*name && role_of_item(name) == lines[i].role) {
        leaves.label = name;
        add_line(expenses, &lines[i], (uint32_t)row, &leaves);
        break;
      }
    }
}

static bool has_expense_columns(const Table *table) {
  static const Role roles[] = {ROLE_ABROAD, ROLE_RECEPTION, ROLE_VEHICLE, ROLE_VEHICLE_OPERATION};
  for (size_t i = 0; i < table->leaf_count; i++) {
    Role role = read_leaf(table, i).role;
    for (size_t j = 0; j < sizeof roles / sizeof *roles; j++)
      if (role == roles[j])
        return true;
  }
  return false;
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

bool three_public_budgeted(const ThreePublic *expenses) {
  for (size_t i = 0; i < expenses->count; i++)
    if (expenses->lines[i].budget)
      return true;
  return false;
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
