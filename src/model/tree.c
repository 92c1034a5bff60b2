#include "model/tree.h"

#include <string.h>

#include "model/build.h"
#include "model/code_index.h"
#include "model/sections.h"
#include "model/tree_build.h"

const Tree *document_tree(const Document *document, Classification classification, size_t nth) {
  size_t first = 0, end = document->tree_count;
  while (first < end) { /* trees stand by classification */
    size_t middle = first + (end - first) / 2;
    if (document->trees[middle].classification < classification)
      first = middle + 1;
    else
      end = middle;
  }
  if (nth >= document->tree_count - first)
    return NULL;
  const Tree *tree = &document->trees[first + nth];
  return tree->classification == classification ? tree : NULL;
}

static const DerivedAccount *account_of(const Tree *tree, uint32_t node) {
  uint32_t derived = tree->nodes[node].derived;
  return derived == NODE_NONE ? NULL : &tree->derived[derived];
}

/* The first source's row, or NULL of a node that no table prints. */
static const Row *row_of(const Tree *tree, uint32_t node, size_t *source) {
  for (*source = 0; *source < tree->source_count; ++*source) {
    uint32_t row = tree->nodes[node].rows[*source];
    if (row != NODE_NONE)
      return &tree->sources[*source].table->rows[row];
  }
  return NULL;
}

const char *tree_code(const Tree *tree, uint32_t node) {
  size_t source;
  const Row *row = row_of(tree, node, &source);
  if (!row)
    return account_of(tree, node)->code;
  if (tree->codes && tree->codes[node])
    return tree->codes[node];
  int leaf = table_leaf(tree->sources[source].table, ROLE_CODE);
  if (leaf < 0 || row->cells[leaf].kind != CELL_TEXT ||
      !code_is_plain(row->cells[leaf].text, row->cells[leaf].length))
    return "";
  return row->cells[leaf].text;
}

uint32_t tree_next(const Tree *tree, uint32_t node) {
  if (tree->nodes[node].first_child != NODE_NONE)
    return tree->nodes[node].first_child;
  while (node != NODE_NONE && tree->nodes[node].next_sibling == NODE_NONE)
    node = tree->nodes[node].parent;
  return node == NODE_NONE ? NODE_NONE : tree->nodes[node].next_sibling;
}

bool tree_is_of(const Tree *tree, const Annex *annex) {
  for (size_t i = 0; i < tree->source_count; i++)
    if (tree->sources[i].annex == annex)
      return true;
  return false;
}

bool tree_is_total(const Tree *tree, uint32_t node) {
  size_t source;
  const Row *row = row_of(tree, node, &source);
  return row && row->total;
}

const char *tree_name(const Tree *tree, uint32_t node) {
  size_t source;
  const Row *row = row_of(tree, node, &source);
  return row ? table_row_name(tree->sources[source].table, row) : account_of(tree, node)->name;
}

size_t tree_total_column(const Tree *tree) {
  static const Role whole[] = {ROLE_TOTAL, ROLE_AMOUNT};
  for (size_t r = 0; r < sizeof whole / sizeof *whole; r++)
    for (size_t i = 0; i < tree->column_count; i++)
      if (tree->columns[i].role == whole[r])
        return i;
  return 0;
}

int tree_column_source(const Tree *tree, size_t column) {
  return column < tree->column_count ? tree->columns[column].source : 0;
}

static Part derived_part(const Tree *tree, uint32_t node, size_t column, Figure *figure) {
  const DerivedAccount *account = account_of(tree, node);
  if (!account || !account->sums)
    return PART_BLANK;
  const DerivedSum *sum = &account->sums[column];
  *figure = (Figure){.money = sum->money,
                     .unit = tree->sources[tree_column_source(tree, column)].annex->unit,
                     .decimals = sum->decimals};
  return (Part)sum->part;
}

static Part add_parts(Part a, Figure *sum, Part b, const Figure *figure) {
  if (a == PART_LOST || b != PART_FIGURE)
    return a == PART_LOST || b == PART_BLANK ? a : PART_LOST;
  if (a == PART_BLANK) {
    *sum = *figure;
    return PART_FIGURE;
  }
  int decimals = figure_decimals(*figure, sum->unit);
  if (decimals > sum->decimals)
    sum->decimals = (uint8_t)decimals;
  return money_add(sum->money, figure->money, &sum->money) ? PART_FIGURE : PART_LOST;
}

/* The sum of the columns of one source. */
static Part source_part(const Tree *tree, uint32_t node, int source, Figure *sum) {
  Part part = PART_BLANK;
  for (size_t column = 0; column < tree->column_count; column++) {
    Figure figure;
    if (tree->columns[column].source == source)
      part = add_parts(part, sum, tree_part(tree, node, column, &figure), &figure);
  }
  return part;
}

static Part basic_part(const Tree *tree, uint32_t node, Figure *figure) {
  const TreeSource *basic = &tree->sources[0];
  const Cell *cells = basic->table->rows[tree->nodes[node].rows[0]].cells;
  if (tree->basic_leaf >= 0 && cell_figure(&cells[tree->basic_leaf], basic->annex->unit, figure))
    return PART_FIGURE;
  return source_part(tree, node, 0, figure);
}

Part tree_part(const Tree *tree, uint32_t node, size_t column, Figure *figure) {
  int source = tree_column_source(tree, column);
  uint32_t row = tree->nodes[node].rows[source];
  if (row == NODE_NONE)
    return derived_part(tree, node, column, figure);
  if (column == tree->column_count)
    return basic_part(tree, node, figure);
  const TreeSource *from = &tree->sources[source];
  const Cell *cell = &from->table->rows[row].cells[tree->columns[column].leaf];
  return cell_figure(cell, from->annex->unit, figure) ? PART_FIGURE : PART_BLANK;
}

Part tree_total(const Tree *tree, uint32_t node, Figure *figure) {
  Figure project;
  *figure = (Figure){.unit = tree->sources[0].annex->unit};
  Part basic = tree_part(tree, node, tree->column_count, figure);
  Part other = source_part(tree, node, 1, &project);
  if (basic == PART_BLANK && other == PART_FIGURE) {
    *figure = (Figure){.unit = tree->sources[0].annex->unit};
    basic = PART_FIGURE;
  }
  return add_parts(basic, figure, other, &project);
}

static TreeAmount computed_amount(const Tree *tree, uint32_t node, size_t column) {
  TreeAmount amount = {.kind = CELL_BLANK, .row = NODE_NONE};
  Part part = tree->columns[column].source < 0 ? tree_total(tree, node, &amount.figure)
                                               : tree_part(tree, node, column, &amount.figure);
  amount.derived = part == PART_FIGURE;
  if (amount.derived)
    amount.kind = CELL_MONEY;
  return amount;
}

TreeAmount tree_amount(const Tree *tree, uint32_t node, size_t column) {
  const TreeColumn *of = &tree->columns[column];
  uint32_t row = of->source < 0 ? NODE_NONE : tree->nodes[node].rows[of->source];
  if (row == NODE_NONE)
    return computed_amount(tree, node, column);
  const TreeSource *source = &tree->sources[of->source];
  const Cell *cell = &source->table->rows[row].cells[of->leaf];
  TreeAmount amount = {
      .kind = (CellKind)cell->kind, .annex = source->annex, .row = row, .leaf = of->leaf};
  if (cell->kind == CELL_DASH || cell->kind == CELL_SLASH)
    amount.text = cell->text;
  else if (!cell_figure(cell, source->annex->unit, &amount.figure))
    amount.kind = CELL_BLANK;
  return amount;
}

Place tree_place(const Document *document, const Tree *tree, const TreeAmount *amount) {
  Place place = {.kind = PLACE_NONE};
  for (size_t i = 0; i < tree->source_count && !amount->derived; i++)
    if (tree->sources[i].annex == amount->annex)
      place = tree_row_place(document, &tree->sources[i], amount->row);
  if (place.kind == PLACE_ROW)
    place.leaf = amount->leaf;
  return place;
}

uint32_t tree_node_of_row(const Tree *tree, size_t source, uint32_t row) {
  if (source >= tree->source_count || row >= tree->sources[source].table->row_count)
    return NODE_NONE;
  if (tree->row_nodes[source])
    return tree->row_nodes[source][row];
  return row == tree->root_row ? 0 : row + (row < tree->root_row);
}

/* The next node in printed order that is not below `node`, or NODE_NONE. */
static uint32_t skip_node(const Tree *tree, uint32_t node) {
  while (node && tree->nodes[node].next_sibling == NODE_NONE)
    node = tree->nodes[node].parent;
  return node ? tree->nodes[node].next_sibling : NODE_NONE;
}

/* A node has its code's beginnings above it, so that most of the tree is passed over. */
uint32_t tree_find(const Tree *tree, const char *code) {
  uint32_t node = tree->nodes[0].first_child;
  if (!*code)
    return NODE_NONE;
  while (node != NODE_NONE) {
    const char *own = tree_code(tree, node);
    size_t length = strlen(own);
    if (!length || strncmp(own, code, length)) {
      node = skip_node(tree, node);
      continue;
    }
    if (!code[length])
      return node;
    uint32_t child = tree->nodes[node].first_child;
    node = child == NODE_NONE ? skip_node(tree, node) : child;
  }
  return NODE_NONE;
}

/* Every column that holds money, as printed. */
static void take_columns(TreeBuilder *builder) {
  Tree *tree = builder->tree;
  const Table *table = tree->sources[0].table;
  tree->columns = arena_array(builder->arena, table->leaf_count, sizeof *tree->columns);
  for (size_t i = 0; i < table->leaf_count; i++)
    if (role_content(table->leaves[i]->role) == CONTENT_MONEY)
      tree->columns[tree->column_count++] = (TreeColumn){
          .role = table->leaves[i]->role, .title = table->leaves[i]->title, .leaf = (uint16_t)i};
}

static bool has_codes(const Table *table) {
  CodeColumns columns = code_columns(table);
  Str room = STR_EMPTY;
  bool found = false;
  for (size_t i = 0; i < table->row_count && !found && code_columns_any(&columns); i++)
    found = row_code(&columns, &table->rows[i], &room).length > 0;
  str_free(&room);
  return found;
}

static void build(TreeBuilder *builder, bool by_code) {
  Tree *tree = builder->tree;
  for (size_t i = 0; i < tree->source_count; i++)
    builder->columns[i] = code_columns(tree->sources[i].table);
  if (builder->joined)
    tree_join_columns(builder);
  else
    take_columns(builder);
  if (by_code) {
    if (!builder->joined)
      tree->root_row = panels_have_totals(&tree->sources[0]) ? NODE_NONE
                                                              : builder_find_root(builder);
    tree_build_accounts(builder);
    if (builder->orphans)
      tree_build_parents(builder);
    tree_build_sums(builder);
  } else {
    tree_build_levels(builder);
  }
  tree->derived_count = builder->derived.count;
  tree->derived = arena_copy(builder->arena, builder->derived.items, tree->derived_count,
                             sizeof *tree->derived);
  vec_free(&builder->derived);
  str_free(&builder->room);
}

/* A tree of one table, into *tree. */
static void build_one(Tree *tree, Arena *arena, TreeSource source, Diagnostics *diagnostics) {
  const Annex *annex = source.annex;
  const Table *table = source.table;
  TreeBuilder builder = {.arena = arena,
                         .diagnostics = diagnostics,
                         .tree = tree,
                         .row_count = table->row_count,
                         .room = STR_EMPTY};
  *tree = (Tree){.classification = annex->classification,
                 .sources = {source},
                 .source_count = 1,
                 .basic_leaf = -1};
  CodeColumns columns = code_columns(table);
  bool by_code = annex->classification == CLASSIFICATION_NONE ? has_codes(table)
                                                              : code_columns_any(&columns);
  build(&builder, by_code);
}

static void build_joined(Tree *tree, Arena *arena, const TreeSource *basic,
                         const TreeSource *project, Diagnostics *diagnostics) {
  TreeBuilder builder = {
      .arena = arena, .diagnostics = diagnostics, .tree = tree, .room = STR_EMPTY};
  *tree = (Tree){.classification = basic->annex->classification,
                 .sources = {*basic, *project},
                 .source_count = 2,
                 .basic_leaf = -1};
  for (size_t i = 0; i < tree->source_count; i++)
    builder.columns[i] = code_columns(tree->sources[i].table);
  tree_join_rows(&builder);
  build(&builder, true);
  tree_join_nodes(&builder);
  memory_free(builder.joined);
}

Tree *tree_of_table(Arena *arena, const Annex *annex, const Table *table) {
  Tree *tree = arena_array(arena, 1, sizeof *tree);
  build_one(tree, arena, (TreeSource){.annex = annex, .table = table}, NULL);
  return tree;
}

/* The tables of a document that hold a classification, by codes. */
typedef VEC(TreeSource) Sources;

static void collect_sources(const Document *document, Classification classification,
                            Sources *sources) {
  for (size_t i = 0; i < document->annex_count; i++) {
    const Annex *annex = &document->annexes[i];
    if (annex->classification != classification)
      continue;
    if (panels_share_accounts(annex)) {
      vec_push(sources, panels_source(document->arena, annex));
      continue;
    }
    for (size_t j = 0; j < annex->table_count; j++) {
      CodeColumns columns = code_columns(&annex->tables[j]);
      if (code_columns_any(&columns))
        vec_push(sources, (TreeSource){.annex = annex, .table = &annex->tables[j]});
    }
  }
}

static size_t find_source(const Sources *sources, Kind kind) {
  size_t i = 0;
  while (i < sources->count && sources->items[i].annex->kind != kind)
    i++;
  return i;
}

static TreeSource take_source(Sources *sources, size_t index) {
  TreeSource taken = sources->items[index];
  sources->count--;
  memmove(sources->items + index, sources->items + index + 1,
          (sources->count - index) * sizeof *sources->items);
  return taken;
}

static void put_first(Sources *sources, Kind kind) {
  size_t index = find_source(sources, kind);
  if (index == sources->count)
    return;
  TreeSource first = take_source(sources, index);
  memmove(sources->items + 1, sources->items, sources->count * sizeof *sources->items);
  sources->items[0] = first;
  sources->count++;
}

static void build_classification(Document *document, Classification classification,
                                 Sources *sources, Diagnostics *diagnostics) {
  size_t basic = find_source(sources, KIND_BASIC_EXPENDITURE);
  size_t project = find_source(sources, KIND_PROJECT_EXPENDITURE);
  if (classification == CLASSIFICATION_FUNCTIONAL) {
    put_first(sources, KIND_GENERAL_PUBLIC_EXPENDITURE);
  } else if (basic < sources->count && project < sources->count) {
    TreeSource joined[] = {sources->items[basic], sources->items[project]};
    take_source(sources, basic > project ? basic : project);
    take_source(sources, basic > project ? project : basic);
    build_joined(&document->trees[document->tree_count++], document->arena, &joined[0], &joined[1],
                 diagnostics);
  } else {
    put_first(sources, basic < sources->count ? KIND_BASIC_EXPENDITURE : KIND_PROJECT_EXPENDITURE);
  }
  for (size_t i = 0; i < sources->count; i++)
    build_one(&document->trees[document->tree_count++], document->arena, sources->items[i],
              diagnostics);
}

static void build_trees(Document *document, Diagnostics *diagnostics) {
  Sources sources[CLASSIFICATION_COUNT] = {{0}};
  size_t count = 0;
  for (int i = CLASSIFICATION_FUNCTIONAL; i < CLASSIFICATION_COUNT; i++) {
    collect_sources(document, (Classification)i, &sources[i]);
    count += sources[i].count;
  }
  document->trees = arena_array(document->arena, count, sizeof *document->trees);
  document->tree_count = 0;
  for (int i = CLASSIFICATION_FUNCTIONAL; i < CLASSIFICATION_COUNT; i++) {
    build_classification(document, (Classification)i, &sources[i], diagnostics);
    vec_free(&sources[i]);
  }
}

void build_finish(Document *document, Diagnostics *diagnostics) {
  build_trees(document, diagnostics);
  document->codes = code_index_build(document);
  sections_number(document);
}
