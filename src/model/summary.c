#include <string.h>

#include "base/i18n.h"
#include "model/amount_leaf.h"
#include "model/summary_parts.h"
#include "model/three_public.h"
#include "model/tree.h"

static const char *const group_titles[SUMMARY_GROUP_COUNT] = {
    [SUMMARY_TOTAL] = N_("Income and expenditure"),
    [SUMMARY_SOURCE] = N_("Income by source"),
    [SUMMARY_FUNCTION] = N_("Expenditure by function"),
    [SUMMARY_NATURE] = N_("Basic and project expenditure"),
    [SUMMARY_THREE_PUBLIC] = N_("Three public expenses"),
    [SUMMARY_THREE_PUBLIC_BUDGET] = N_("Budgeted for the three public expenses"),
    [SUMMARY_CHANGE] = N_("Change against the year before"),
};

const char *summary_title(SummaryGroup group) {
  return group_titles[group];
}

size_t summary_group(const Summary *summary, SummaryGroup group, size_t *first) {
  size_t start = 0, count = 0;
  while (start < summary->lines.count && summary->lines.items[start].group != group)
    start++;
  while (start + count < summary->lines.count && summary->lines.items[start + count].group == group)
    count++;
  *first = start;
  return count;
}

static void set_share(SummaryLine *line, const Figure *whole) {
  line->has_share = whole && line->kind == CELL_MONEY &&
                    money_share(line->figure.money, whole->money, &line->permille);
}

/* ------------------------------------------------------------------ panels of a balance */

/* One side of a balance. */
typedef struct {
  const Annex *annex;
  uint32_t annex_index;
  uint32_t table;
  int leaf;
  size_t total; /* row; SIZE_MAX: none */
} Panel;

static bool contains(const char *text, const char *word) {
  return text && strstr(text, word);
}

static const char *row_name(const Panel *panel, size_t row) {
  const Table *table = &panel->annex->tables[panel->table];
  return table_row_name(table, &table->rows[row]);
}

static const Cell *panel_cell(const Panel *panel, size_t row) {
  return &panel->annex->tables[panel->table].rows[row].cells[panel->leaf];
}

/* The last total that holds a figure: 总计 stands below 本年收入合计. */
static size_t panel_total(const Panel *panel) {
  const Table *table = &panel->annex->tables[panel->table];
  size_t found = SIZE_MAX;
  for (size_t i = 0; i < table->row_count; i++)
    if (table->rows[i].total && panel_cell(panel, i)->kind == CELL_MONEY)
      found = i;
  return found;
}

/* The panel whose title says `word`; without such a title, income stands on the left. */
static bool find_side(const Annex *annex, const char *word, size_t fallback, size_t *table) {
  for (size_t i = 0; i < annex->table_count; i++)
    if (contains(annex->tables[i].title, word)) {
      *table = i;
      return true;
    }
  *table = fallback;
  return annex->table_count == 2 && !annex->tables[fallback].title;
}

/* The side of the whole department's balance, else of the fiscal one, that holds a total. */
static bool find_panel(const Document *document, const char *word, size_t fallback, Panel *panel) {
  static const Kind kinds[] = {KIND_DEPARTMENT_BALANCE, KIND_FISCAL_BALANCE};
  for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
    for (size_t i = 0; i < document->annex_count; i++) {
      const Annex *annex = &document->annexes[i];
      size_t table;
      if (annex->kind != kinds[kind] || !find_side(annex, word, fallback, &table))
        continue;
      *panel = (Panel){.annex = annex,
                       .annex_index = (uint32_t)i,
                       .table = (uint32_t)table,
                       .leaf = amount_leaf(&annex->tables[table], document->stage)};
      panel->total = panel->leaf < 0 ? SIZE_MAX : panel_total(panel);
      if (panel->total != SIZE_MAX)
        return true;
    }
  return false;
}

static SummaryLine *add_panel_line(Summary *summary, const Panel *panel, SummaryGroup group,
                                   size_t row) {
  SummaryLine line = {.group = group,
                      .code = "",
                      .label = row_name(panel, row),
                      .kind = CELL_MONEY,
                      .place = {.kind = PLACE_ROW,
                                .annex = panel->annex_index,
                                .table = panel->table,
                                .leaf = (uint16_t)panel->leaf,
                                .row = (uint32_t)row}};
  if (!cell_figure(panel_cell(panel, row), panel->annex->unit, &line.figure))
    return NULL;
  vec_push(&summary->lines, line);
  return &summary->lines.items[summary->lines.count - 1];
}

/* A heading over its parts (一、本年收入) says no source or function itself. */
static bool is_heading(const Panel *panel, size_t row) {
  const Table *table = &panel->annex->tables[panel->table];
  return (row + 1 < table->row_count && table->rows[row + 1].level > table->rows[row].level &&
          !contains(row_name(panel, row), "结转")) ||
         contains(row_name(panel, row), "本年收入") || contains(row_name(panel, row), "本年支出");
}

/* The parts of a panel's total that hold a figure. What is carried over counts as one line. */
static void add_panel_parts(Summary *summary, const Panel *panel, SummaryGroup group) {
  const Table *table = &panel->annex->tables[panel->table];
  Figure whole;
  cell_figure(panel_cell(panel, panel->total), panel->annex->unit, &whole);
  bool carried = false;
  for (size_t i = 0; i < table->row_count; i++) {
    const Row *row = &table->rows[i];
    if (row->level <= 1)
      carried = contains(row_name(panel, i), "结转");
    if (row->total || is_heading(panel, i) || (carried && row->level > 1))
      continue;
    SummaryLine *line = add_panel_line(summary, panel, group, i);
    if (line)
      set_share(line, &whole);
  }
}

/* ------------------------------------------------------------------ trees */

static size_t column_of(const Tree *tree, Role role) {
  for (size_t i = 0; i < tree->column_count; i++)
    if (tree->columns[i].role == role)
      return i;
  return SIZE_MAX;
}

static bool has_money(const Tree *tree, size_t column) {
  return column < tree->column_count && tree_amount(tree, 0, column).kind == CELL_MONEY;
}

/* How well a tree stands for all that the department spends. */
static int tree_worth(const Tree *tree) {
  switch (tree->sources[0].annex->kind) {
    case KIND_DEPARTMENT_EXPENDITURE: return 3;
    case KIND_GENERAL_PUBLIC_EXPENDITURE: return 2;
    default: return 1;
  }
}

static const Tree *functional_tree(const Document *document) {
  const Tree *best = NULL, *tree;
  for (size_t n = 0; (tree = document_tree(document, CLASSIFICATION_FUNCTIONAL, n)) != NULL; n++)
    if (has_money(tree, tree_total_column(tree)) && (!best || tree_worth(tree) > tree_worth(best)))
      best = tree;
  return best;
}

static Place amount_place(const Document *document, const Tree *tree, TreeAmount amount) {
  if (!amount.annex)
    return (Place){.kind = PLACE_NONE, .leaf = PLACE_NO_LEAF};
  int source = amount.annex == tree->sources[0].annex ? 0 : 1;
  Place place = tree_row_place(document, &tree->sources[source], amount.row);
  place.leaf = amount.leaf;
  return place;
}

/* A line of a tree's amount; NULL when it is no money. */
static SummaryLine *add_tree_line(Summary *summary, const Document *document, const Tree *tree,
                                  SummaryGroup group, uint32_t node, size_t column) {
  TreeAmount amount = tree_amount(tree, node, column);
  if (amount.kind != CELL_MONEY)
    return NULL;
  SummaryLine line = {.group = group,
                      .code = tree_code(tree, node),
                      .label = tree_name(tree, node),
                      .kind = CELL_MONEY,
                      .figure = amount.figure,
                      .derived = amount.derived,
                      .place = amount_place(document, tree, amount)};
  vec_push(&summary->lines, line);
  return &summary->lines.items[summary->lines.count - 1];
}

static void name_line(SummaryLine *line, const char *message) {
  line->code = "";
  line->label = message;
  line->translate = true;
}

/* ------------------------------------------------------------------ the groups */

static const char income_label[] = N_("Total income");
static const char expenditure_label[] = N_("Total expenditure");

const SummaryLine *summary_total(const Summary *summary, bool income) {
  size_t first, count = summary_group(summary, SUMMARY_TOTAL, &first);
  for (size_t i = first; i < first + count; i++)
    if (summary->lines.items[i].label == (income ? income_label : expenditure_label))
      return &summary->lines.items[i];
  return NULL;
}

static void add_totals(Summary *summary, const Document *document, const Tree *tree) {
  Panel panel;
  if (find_panel(document, "收入", 0, &panel))
    name_line(add_panel_line(summary, &panel, SUMMARY_TOTAL, panel.total), income_label);
  SummaryLine *line = NULL;
  if (find_panel(document, "支出", 1, &panel))
    line = add_panel_line(summary, &panel, SUMMARY_TOTAL, panel.total);
  else if (tree)
    line = add_tree_line(summary, document, tree, SUMMARY_TOTAL, 0, tree_total_column(tree));
  if (line)
    name_line(line, expenditure_label);
}

static void add_sources(Summary *summary, const Document *document) {
  Panel panel;
  if (find_panel(document, "收入", 0, &panel))
    add_panel_parts(summary, &panel, SUMMARY_SOURCE);
}

static void add_functions(Summary *summary, const Document *document, const Tree *tree) {
  Panel panel;
  if (!tree) {
    if (find_panel(document, "支出", 1, &panel))
      add_panel_parts(summary, &panel, SUMMARY_FUNCTION);
    return;
  }
  enum { CLASSES = 256 }; /* the national classification has some thirty; more are no overview */
  size_t column = tree_total_column(tree), room = summary->lines.count + CLASSES;
  TreeAmount whole = tree_amount(tree, 0, column);
  for (uint32_t node = tree->nodes[0].first_child;
       node != NODE_NONE && summary->lines.count < room;
       node = tree->nodes[node].next_sibling) {
    SummaryLine *line = add_tree_line(summary, document, tree, SUMMARY_FUNCTION, node, column);
    if (line)
      set_share(line, &whole.figure);
  }
}

/* A tree that tells basic and project expenditure: the functional one, else any. */
static const Tree *nature_tree(const Document *document, const Tree *functional) {
  if (functional && (has_money(functional, column_of(functional, ROLE_BASIC)) ||
                     has_money(functional, column_of(functional, ROLE_PROJECT))))
    return functional;
  for (size_t i = 0; i < document->tree_count; i++) {
    const Tree *tree = &document->trees[i];
    if (has_money(tree, column_of(tree, ROLE_BASIC)) &&
        has_money(tree, column_of(tree, ROLE_PROJECT)))
      return tree;
  }
  return NULL;
}

static void add_nature(Summary *summary, const Document *document, const Tree *functional) {
  static const struct {
    Role role;
    const char *label;
  } parts[] = {{ROLE_BASIC, N_("Basic expenditure")}, {ROLE_PROJECT, N_("Project expenditure")}};
  const Tree *tree = nature_tree(document, functional);
  if (!tree)
    return;
  TreeAmount whole = tree_amount(tree, 0, tree_total_column(tree));
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    size_t column = column_of(tree, parts[i].role);
    SummaryLine *line =
        column < tree->column_count
            ? add_tree_line(summary, document, tree, SUMMARY_NATURE, 0, column)
            : NULL;
    if (!line)
      continue;
    name_line(line, parts[i].label);
    set_share(line, whole.kind == CELL_MONEY ? &whole.figure : NULL);
  }
}

/* What was budgeted, where it is an amount: the lines above it tell which there are. */
static void add_expense_budgets(Summary *summary, const ThreePublic *expenses) {
  for (size_t i = 0; i < expenses->count; i++) {
    const ThreePublicLine *from = &expenses->lines[i];
    if (!from->budget || from->budget->kind != CELL_MONEY)
      continue;
    SummaryLine line = {.group = SUMMARY_THREE_PUBLIC_BUDGET,
                        .code = "",
                        .label = from->label,
                        .depth = from->depth,
                        .kind = CELL_MONEY,
                        .figure = from->budget_figure,
                        .place = {.kind = PLACE_ROW,
                                  .annex = expenses->annex_index,
                                  .row = from->row,
                                  .leaf = from->budget_leaf}};
    vec_push(&summary->lines, line);
  }
}

static void add_three_public(Summary *summary, const Document *document) {
  ThreePublic expenses = three_public_of(document);
  for (size_t i = 0; i < expenses.count; i++) {
    const ThreePublicLine *from = &expenses.lines[i];
    SummaryLine line = {.group = SUMMARY_THREE_PUBLIC,
                        .code = "",
                        .label = from->label,
                        .depth = from->depth,
                        .kind = from->cell->kind,
                        .figure = from->figure,
                        .place = {.kind = PLACE_ROW,
                                  .annex = expenses.annex_index,
                                  .row = from->row,
                                  .leaf = from->leaf}};
    if (line.kind == CELL_DASH || line.kind == CELL_SLASH)
      line.text = from->cell->text;
    line.has_share = three_public_share(&expenses, from, &line.permille);
    vec_push(&summary->lines, line);
  }
  add_expense_budgets(summary, &expenses);
}

void summary_open(Summary *summary, const Document *document) {
  *summary = (Summary){0};
  const Tree *functional = functional_tree(document);
  add_totals(summary, document, functional);
  add_sources(summary, document);
  add_functions(summary, document, functional);
  add_nature(summary, document, functional);
  add_three_public(summary, document);
  summary_add_changes(summary, document);
}

void summary_close(Summary *summary) {
  vec_free(&summary->lines);
}
