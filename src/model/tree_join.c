/* The basic and the project table of one classification as one list of rows:
 * the basic table's in its printed order, each with the project table's row of the same
 * code; accounts of the project table alone after the account before them by code. */
#include <string.h>

#include "model/code_sort.h"
#include "model/tree_build.h"

/* The rows of one table. */
typedef struct {
  const Table *table;
  CodeColumns columns;
  CodeEntry *entries; /* of its accounts, by code */
  size_t entry_count;
  bool *coded;   /* by row */
  uint32_t root; /* the total row, or NODE_NONE */
} Side;

typedef VEC(JoinedRow) JoinedRows;

typedef struct {
  Side basic, project;
  uint32_t *partner;    /* by basic row: the project row of the same account */
  uint32_t *slot_first; /* by basic row + 1: the first project account to stand after it; */
  uint32_t *slot_last;  /*   in slot 0 are those that stand before all accounts */
  uint32_t *slot_next;  /* by project row */
  bool front_done;
  JoinedRows rows;
  Tree *tree;
} Join;

static RowCode code_in_side(const void *context, const CodeEntry *entry, Str *room) {
  const Side *side = context;
  return row_code(&side->columns, &side->table->rows[entry->row], room);
}

static uint32_t root_of(TreeBuilder *builder, size_t source) {
  Tree alone = {.sources = {builder->tree->sources[source]}, .source_count = 1};
  TreeBuilder one = {.tree = &alone,
                     .columns = {builder->columns[source]},
                     .row_count = alone.sources[0].table->row_count,
                     .room = STR_EMPTY};
  uint32_t root =
      panels_have_totals(&alone.sources[0]) ? NODE_NONE : builder_find_root(&one);
  str_free(&one.room);
  return root;
}

static void side_open(Side *side, TreeBuilder *builder, size_t source) {
  const Table *table = builder->tree->sources[source].table;
  *side = (Side){.table = table,
                 .columns = builder->columns[source],
                 .entries = memory_zero(table->row_count, sizeof *side->entries),
                 .coded = memory_zero(table->row_count, sizeof *side->coded),
                 .root = root_of(builder, source)};
  for (size_t i = 0; i < table->row_count; i++) {
    RowCode code = row_code(&side->columns, &table->rows[i], &builder->room);
    side->coded[i] = code.length > 0;
    if (code.length)
      side->entries[side->entry_count++] = code_entry(&code, 0, i);
  }
  code_sort(side->entries, side->entry_count, code_in_side, side);
}

static void side_close(Side *side) {
  memory_free(side->entries);
  memory_free(side->coded);
}

static int compare_entries(const Side *a, const CodeEntry *left, const Side *b,
                           const CodeEntry *right) {
  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  if (!left->long_code && !right->long_code)
    return 0;
  Str rooms[2] = {STR_EMPTY, STR_EMPTY};
  RowCode left_code = code_in_side(a, left, &rooms[0]);
  RowCode right_code = code_in_side(b, right, &rooms[1]);
  int order = code_compare(&left_code, &right_code);
  str_free(&rooms[0]);
  str_free(&rooms[1]);
  return order;
}

static void put_in_slot(Join *join, size_t slot, uint32_t row) {
  if (join->slot_first[slot] == NODE_NONE)
    join->slot_first[slot] = row;
  else
    join->slot_next[join->slot_last[slot]] = row;
  join->slot_last[slot] = row;
}

/* Pairs accounts of one code, the first with the first and so on, and gives the
 * others of the project table their slots. */
static void match_accounts(Join *join) {
  const Side *basic = &join->basic, *project = &join->project;
  size_t next = 0, slot = 0;
  for (size_t i = 0; i < project->entry_count; i++) {
    const CodeEntry *entry = &project->entries[i];
    int order = 1;
    while (next < basic->entry_count &&
           (order = compare_entries(basic, &basic->entries[next], project, entry)) < 0)
      slot = (size_t)basic->entries[next++].row + 1;
    if (order) {
      put_in_slot(join, slot, entry->row);
      continue;
    }
    join->partner[basic->entries[next].row] = entry->row;
    slot = (size_t)basic->entries[next++].row + 1;
  }
}

static void emit(Join *join, uint32_t basic, uint32_t project) {
  uint32_t row = (uint32_t)join->rows.count;
  if (basic != NODE_NONE)
    join->tree->row_nodes[0][basic] = row;
  if (project != NODE_NONE)
    join->tree->row_nodes[1][project] = row;
  vec_push(&join->rows, (JoinedRow){{basic, project}});
}

/* Rows without a code after a row of the project table, up to its next account. */
static void emit_notes(Join *join, size_t row) {
  const Side *project = &join->project;
  for (; row < project->table->row_count && !project->coded[row] && row != project->root; row++)
    emit(join, NODE_NONE, (uint32_t)row);
}

static void emit_slot(Join *join, size_t slot) {
  for (uint32_t row = join->slot_first[slot]; row != NODE_NONE; row = join->slot_next[row]) {
    emit(join, NODE_NONE, row);
    emit_notes(join, (size_t)row + 1);
  }
}

/* What stands before the first account of the basic table. */
static void emit_front(Join *join) {
  if (join->front_done)
    return;
  join->front_done = true;
  emit_notes(join, 0);
  emit_slot(join, 0);
}

static void emit_root(Join *join) {
  uint32_t project = join->project.root;
  if (join->basic.root == NODE_NONE && project == NODE_NONE)
    return;
  join->tree->root_row = (uint32_t)join->rows.count;
  emit(join, join->basic.root, project);
  if (project != NODE_NONE)
    emit_notes(join, (size_t)project + 1);
}

/* Whatever of the project table belongs right after an account of the basic table and its notes. */
static void emit_rest(Join *join, uint32_t account) {
  if (account == NODE_NONE)
    return;
  if (join->partner[account] != NODE_NONE)
    emit_notes(join, (size_t)join->partner[account] + 1);
  emit_slot(join, (size_t)account + 1);
}

static void emit_all(Join *join) {
  uint32_t account = NODE_NONE, root = join->basic.root;
  if (root == NODE_NONE)
    emit_root(join);
  for (uint32_t row = 0; row < join->basic.table->row_count; row++) {
    if (join->basic.coded[row] || row == root) {
      emit_rest(join, account);
      account = NODE_NONE;
    }
    if (row == root) {
      emit_root(join);
      continue;
    }
    if (join->basic.coded[row]) {
      emit_front(join);
      account = row;
    }
    emit(join, row, account == row ? join->partner[row] : NODE_NONE);
  }
  emit_rest(join, account);
  emit_front(join);
}

static uint32_t *none_array(size_t count) {
  return memset(memory_alloc(count * sizeof(uint32_t)), 0xff, count * sizeof(uint32_t));
}

void tree_join_rows(TreeBuilder *builder) {
  Tree *tree = builder->tree;
  Join join = {.tree = tree};
  side_open(&join.basic, builder, 0);
  side_open(&join.project, builder, 1);
  size_t basic_count = join.basic.table->row_count, project_count = join.project.table->row_count;
  join.partner = none_array(basic_count);
  join.slot_first = none_array(basic_count + 1);
  join.slot_last = none_array(basic_count + 1);
  join.slot_next = none_array(project_count);
  tree->row_nodes[0] = arena_array(builder->arena, basic_count, sizeof(uint32_t));
  tree->row_nodes[1] = arena_array(builder->arena, project_count, sizeof(uint32_t));
  tree->root_row = NODE_NONE;
  match_accounts(&join);
  emit_all(&join);
  memory_free(join.partner);
  memory_free(join.slot_first);
  memory_free(join.slot_last);
  memory_free(join.slot_next);
  side_close(&join.basic);
  side_close(&join.project);
  builder->joined = join.rows.items;
  builder->row_count = join.rows.count;
}

void tree_join_nodes(TreeBuilder *builder) {
  Tree *tree = builder->tree;
  for (size_t i = 0; i < TREE_SOURCES; i++)
    for (size_t row = 0; row < tree->sources[i].table->row_count; row++)
      tree->row_nodes[i][row] = builder_node(builder, tree->row_nodes[i][row]);
}

/* The leaf with the first of these roles that the table has, or its first one with money. */
static int find_leaf(const Table *table, const Role *roles, size_t count) {
  int leaf = table_leaf_among(table, roles, count);
  return leaf < 0 ? table_money_leaf(table) : leaf;
}

static void add_column(Tree *tree, int source, Role role, int leaf) {
  if (leaf >= 0)
    tree->columns[tree->column_count++] =
        (TreeColumn){.role = role,
                     .title = tree->sources[source].table->leaves[leaf]->title,
                     .source = source,
                     .leaf = (uint16_t)leaf};
}

void tree_join_columns(TreeBuilder *builder) {
  static const Role basic_roles[] = {ROLE_BASIC, ROLE_TOTAL, ROLE_AMOUNT};
  static const Role project_roles[] = {ROLE_PROJECT, ROLE_TOTAL, ROLE_AMOUNT};
  static const Role own_total[] = {ROLE_TOTAL, ROLE_BASIC};
  enum { COLUMNS = 4, ROLES = 3 };
  Tree *tree = builder->tree;
  const Table *basic = tree->sources[0].table, *project = tree->sources[1].table;
  tree->columns = arena_array(builder->arena, COLUMNS, sizeof *tree->columns);
  tree->columns[tree->column_count++] = (TreeColumn){.role = ROLE_TOTAL, .source = -1};
  int personnel = table_leaf(basic, ROLE_PERSONNEL), operating = table_leaf(basic, ROLE_OPERATING);
  bool split = tree->classification == CLASSIFICATION_DEPARTMENT_ECONOMIC &&
               (personnel >= 0 || operating >= 0);
  if (split) {
    add_column(tree, 0, ROLE_PERSONNEL, personnel);
    add_column(tree, 0, ROLE_OPERATING, operating);
    tree->basic_leaf = table_leaf_among(basic, own_total, sizeof own_total / sizeof *own_total);
  } else {
    add_column(tree, 0, ROLE_BASIC, find_leaf(basic, basic_roles, ROLES));
  }
  add_column(tree, 1, ROLE_PROJECT, find_leaf(project, project_roles, ROLES));
}
