/* What no table prints: the sums of derived accounts, and of accounts that one
 * source of a joined tree leaves out. */
#include "base/i18n.h"
#include "model/tree_build.h"

static void add_figure(DerivedSum *sum, const Figure *figure, Unit unit) {
  int decimals = figure_decimals(*figure, unit);
  if (decimals > sum->decimals)
    sum->decimals = (uint8_t)decimals;
  if (sum->part == PART_BLANK)
    sum->part = PART_FIGURE;
  if (!money_add(sum->money, figure->money, &sum->money))
    sum->part = PART_LOST;
}

/* A total among the children is none of the things to be added. */
static bool counts(const Tree *tree, uint32_t node) {
  for (size_t i = 0; i < tree->source_count; i++) {
    uint32_t row = tree->nodes[node].rows[i];
    if (row != NODE_NONE && tree->sources[i].table->rows[row].total && !*tree_code(tree, node))
      return false;
  }
  return true;
}

/* The row by which a message tells where a node stands. */
static Position position_of(const Tree *tree, uint32_t node) {
  while (!tree_printed(tree, node) && tree->nodes[node].first_child != NODE_NONE)
    node = tree->nodes[node].first_child;
  for (size_t i = 0; i < tree->source_count; i++) {
    uint32_t row = tree->nodes[node].rows[i];
    if (row != NODE_NONE)
      return (Position){tree->sources[i].table->rows[row].line,
                        tree->sources[i].table->rows[row].column};
  }
  return (Position){0};
}

static void report_overflow(const TreeBuilder *builder, uint32_t node) {
  if (!builder->diagnostics)
    return;
  Position at = position_of(builder->tree, node);
  const char *code = tree_code(builder->tree, node);
  if (*code)
    diag_add(builder->diagnostics, DIAG_WARNING, at,
             _("the sum for account %s is too large; it stays blank"), code);
  else
    diag_add(builder->diagnostics, DIAG_WARNING, at,
             _("the sum of the accounts is too large; it stays blank"));
}

static DerivedSum sum_children(const TreeBuilder *builder, uint32_t node, size_t column) {
  const Tree *tree = builder->tree;
  Unit unit = tree->sources[tree_column_source(tree, column)].annex->unit;
  DerivedSum sum = {0};
  bool lost_below = false;
  for (uint32_t child = tree->nodes[node].first_child; child != NODE_NONE;
       child = tree->nodes[child].next_sibling) {
    Figure figure;
    Part part = tree_part(tree, child, column, &figure);
    lost_below |= part == PART_LOST;
    if (part == PART_FIGURE && sum.part != PART_LOST && counts(tree, child))
      add_figure(&sum, &figure, unit);
  }
  if (sum.part == PART_LOST)
    report_overflow(builder, node);
  if (lost_below)
    sum.part = PART_LOST;
  return sum;
}

/* The account in which the sums of a node are kept. */
static DerivedAccount *account_of(TreeBuilder *builder, uint32_t node) {
  Node *of = &builder->tree->nodes[node];
  if (of->derived == NODE_NONE) {
    of->derived = (uint32_t)builder->derived.count;
    vec_push(&builder->derived, (DerivedAccount){0});
    builder->tree->derived = builder->derived.items;
  }
  DerivedAccount *account = &builder->derived.items[of->derived];
  if (!account->sums)
    account->sums = arena_array(builder->arena, builder->tree->column_count + 1,
                                sizeof *account->sums);
  return account;
}

/* Columns of whose source no row stands in the node get the sum of its children. */
static void sum_node(TreeBuilder *builder, uint32_t node) {
  const Tree *tree = builder->tree;
  size_t columns = tree->column_count + (tree->source_count > 1);
  for (size_t column = 0; column < columns; column++) {
    int source = tree_column_source(tree, column);
    if (source < 0 || tree->nodes[node].rows[source] != NODE_NONE)
      continue;
    DerivedSum sum = sum_children(builder, node, column);
    if (sum.part != PART_BLANK)
      account_of(builder, node)->sums[column] = sum;
  }
}

/* Parts that fit may make a total that does not; lost parts were reported where they are. */
static void check_total(const TreeBuilder *builder, uint32_t node) {
  const Tree *tree = builder->tree;
  Figure figure;
  if (tree_total(tree, node, &figure) != PART_LOST)
    return;
  for (size_t column = 0; column <= tree->column_count; column++)
    if (tree_column_source(tree, column) >= 0 &&
        tree_part(tree, node, column, &figure) == PART_LOST)
      return;
  report_overflow(builder, node);
}

static void leave_node(TreeBuilder *builder, uint32_t node) {
  if (builder->tree->nodes[node].first_child != NODE_NONE)
    sum_node(builder, node);
  if (builder->tree->source_count > 1)
    check_total(builder, node);
}

static uint8_t deeper(uint8_t depth) {
  return (uint8_t)(depth + (depth < UINT8_MAX));
}

/* Gives every node its depth, and leaves it after all that is below it. */
static void walk(TreeBuilder *builder) {
  Node *nodes = builder->tree->nodes;
  uint32_t node = 0;
  for (;;) {
    for (uint32_t child; (child = nodes[node].first_child) != NODE_NONE; node = child)
      nodes[child].depth = deeper(nodes[node].depth);
    leave_node(builder, node);
    while (node && nodes[node].next_sibling == NODE_NONE)
      leave_node(builder, node = nodes[node].parent);
    if (!node)
      return;
    uint32_t next = nodes[node].next_sibling;
    nodes[next].depth = nodes[node].depth;
    node = next;
  }
}

void tree_build_sums(TreeBuilder *builder) {
  builder->tree->derived = builder->derived.items;
  if (builder->derived.count || builder->joined || builder->orphans)
    walk(builder);
}
