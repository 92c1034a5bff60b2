/* Accounts in printed order: nearly always each row's parent is on the way from
 * the root to the row before it, and one look at that way links the row. */
#include "model/tree_build.h"

#include <string.h>

/* A node on the way from the root to the present row. */
typedef struct {
  RowCode code; /* no digits: the root */
  uint32_t node, last_child;
} Step;

typedef VEC(Step) Path;

const char *builder_keep_code(TreeBuilder *builder, size_t row, const RowCode *code) {
  Tree *tree = builder->tree;
  uint32_t node = builder_node(builder, row);
  if (!code->length)
    return NULL;
  if (!tree->codes)
    tree->codes = arena_array(builder->arena, tree->node_count, sizeof *tree->codes);
  if (!tree->codes[node])
    tree->codes[node] = arena_text(builder->arena, code->text, code->length);
  return tree->codes[node];
}

static bool is_total(TreeBuilder *builder, size_t row) {
  size_t source;
  const Row *printed = builder_row(builder, row, &source);
  if (printed->total)
    return true;
  const char *name = table_row_name(builder->tree->sources[source].table, printed);
  return title_is_total(name, strlen(name));
}

/* A total of all: that of a part (人员经费合计) stands beside others. */
static bool is_whole(TreeBuilder *builder, size_t row) {
  size_t source;
  const Row *printed = builder_row(builder, row, &source);
  const char *name = table_row_name(builder->tree->sources[source].table, printed);
  Role role = role_of_total(name, strlen(name));
  return role == ROLE_TOTAL || (role == ROLE_TEXT && printed->total);
}

static bool has_code(TreeBuilder *builder, size_t row) {
  size_t source;
  const Row *printed = builder_row(builder, row, &source);
  return row_code(&builder->columns[source], printed, &builder->room).length > 0;
}

uint32_t builder_find_root(TreeBuilder *builder) {
  size_t first = 0, last = builder->row_count;
  for (; first < builder->row_count && !has_code(builder, first); first++)
    if (is_whole(builder, first))
      return (uint32_t)first;
  for (; last > first && !has_code(builder, last - 1); last--)
    if (is_whole(builder, last - 1))
      return (uint32_t)(last - 1);
  return NODE_NONE;
}

static void make_nodes(TreeBuilder *builder) {
  Tree *tree = builder->tree;
  tree->node_count = builder->row_count + (tree->root_row == NODE_NONE);
  tree->nodes = arena_alloc(builder->arena, tree->node_count * sizeof *tree->nodes, _Alignof(Node));
  tree->nodes[0] = (Node){.parent = NODE_NONE,
                          .first_child = NODE_NONE,
                          .next_sibling = NODE_NONE,
                          .rows = {NODE_NONE, NODE_NONE},
                          .derived = NODE_NONE};
  if (tree->root_row != NODE_NONE)
    return;
  vec_push(&builder->derived, (DerivedAccount){.code = "", .name = ""});
  tree->nodes[0].derived = 0;
}

static inline JoinedRow rows_of(const TreeBuilder *builder, size_t row) {
  return builder->joined ? builder->joined[row] : (JoinedRow){{(uint32_t)row, NODE_NONE}};
}

static inline void make_node(const TreeBuilder *builder, size_t row, uint32_t number,
                             uint32_t parent, unsigned depth) {
  JoinedRow rows = rows_of(builder, row);
  builder->tree->nodes[number] = (Node){.parent = parent,
                                        .first_child = NODE_NONE,
                                        .next_sibling = NODE_NONE,
                                        .rows = {rows.rows[0], rows.rows[1]},
                                        .derived = NODE_NONE,
                                        .depth = (uint8_t)(depth < UINT8_MAX ? depth : UINT8_MAX)};
}

/* Makes the node of a row the last child of a node on the path. */
static inline uint32_t add_node(const TreeBuilder *builder, size_t row, Step *parent) {
  Node *nodes = builder->tree->nodes;
  uint32_t number = builder_node(builder, row);
  make_node(builder, row, number, parent->node, nodes[parent->node].depth + 1U);
  if (parent->last_child == NODE_NONE)
    nodes[parent->node].first_child = number;
  else
    nodes[parent->last_child].next_sibling = number;
  parent->last_child = number;
  return number;
}

/* An account becomes a child of the nearest step that its code goes on with; without a parent of
 * the right level on the way to the row before it, it waits for tree_build_parents. */
static inline void add_account(TreeBuilder *builder, size_t row, const RowCode *code, Path *path) {
  Step *top = &path->items[path->count - 1];
  while (!code_begins(code, &top->code) || top->code.length == code->length)
    top--;
  path->count = (size_t)(top - path->items) + 1;
  uint32_t node;
  if (top->code.length >= tree_level_above(builder->tree->classification, code->length)) {
    node = add_node(builder, row, top);
  } else {
    builder->orphans = true;
    node = builder_node(builder, row);
    make_node(builder, row, node, NODE_NONE, 0);
  }
  vec_push(path, (Step){*code, node, NODE_NONE});
}

static void add_other(TreeBuilder *builder, size_t row, Path *path) {
  bool total = is_total(builder, row);
  add_node(builder, row, &path->items[total ? 0 : path->count - 1]);
}

static void add_root(TreeBuilder *builder, Path *path) {
  JoinedRow rows = rows_of(builder, builder->tree->root_row);
  memcpy(builder->tree->nodes[0].rows, rows.rows, sizeof rows.rows);
  path->count = 1; /* a note under the total is no part of the account before it */
}

void tree_build_accounts(TreeBuilder *builder) {
  make_nodes(builder);
  Path path = {0};
  vec_push(&path, (Step){.last_child = NODE_NONE});
  for (size_t i = 0; i < builder->row_count; i++) {
    RowCode code = builder_code(builder, i);
    if (code.length)
      add_account(builder, i, &code, &path);
    else if (i == builder->tree->root_row)
      add_root(builder, &path);
    else
      add_other(builder, i, &path);
  }
  vec_free(&path);
}

/* A blank row belongs where the row after the blanks does, so that it neither
 * ends a group nor moves away from its printed place. */
static uint8_t level_of(const Row *row) {
  return row->level ? row->level : 1;
}

/* The first row from `row` on that is not blank. */
static size_t after_blanks(const Table *table, size_t row) {
  while (row < table->row_count && table_row_is_blank(table, &table->rows[row]) &&
         !table->rows[row].level)
    row++;
  return row;
}

/* The last node on the path whose level is less. */
static Step *step_above(Path *path, const uint8_t *levels, uint8_t level) {
  while (path->count > 1 && levels[path->count - 1] >= level)
    path->count--;
  return &path->items[path->count - 1];
}

void tree_build_levels(TreeBuilder *builder) {
  const Table *table = builder->tree->sources[0].table;
  builder->tree->root_row = NODE_NONE;
  make_nodes(builder);
  uint8_t levels[UINT8_MAX + 2] = {0}; /* they rise along the path, so it cannot be longer */
  Path path = {0};
  vec_push(&path, (Step){.last_child = NODE_NONE});
  for (size_t i = 0; i < table->row_count; i++) {
    size_t next = after_blanks(table, i);
    uint8_t level = next < table->row_count ? level_of(&table->rows[next]) : 1;
    Step *above = step_above(&path, levels, level);
    for (; i < next; i++)
      add_node(builder, i, above);
    if (i == table->row_count)
      break;
    uint32_t node = add_node(builder, i, above);
    if (table->rows[i].total)
      continue;
    levels[path.count] = level;
    vec_push(&path, (Step){.node = node, .last_child = NODE_NONE});
  }
  vec_free(&path);
}
