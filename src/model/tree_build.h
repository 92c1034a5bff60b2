/* What the files that build trees share. For src/model only. */
#ifndef BUDGETTUI_MODEL_TREE_BUILD_H
#define BUDGETTUI_MODEL_TREE_BUILD_H

#include "base/vec.h"
#include "model/row_code.h"
#include "model/tree.h"

/* What is known of an amount in one place. */
typedef enum {
  PART_BLANK,
  PART_FIGURE,
  PART_LOST /* a sum that does not fit */
} Part;

typedef struct {
  Money money;
  uint8_t decimals;
  uint8_t part; /* Part */
} DerivedSum;

/* What no table prints of a node: its code and name, and sums. */
typedef struct DerivedAccount {
  const char *code, *name; /* NULL for a node that one source prints */
  DerivedSum *sums;        /* one for each column, and one for the basic part; NULL: none known */
} DerivedAccount;

/* The rows of both sources that are one node. */
typedef struct {
  uint32_t rows[TREE_SOURCES];
} JoinedRow;

/* A tree being built. Its rows are the table's, or the joined ones. */
typedef struct {
  Arena *arena;
  Diagnostics *diagnostics; /* may be NULL */
  Tree *tree;
  CodeColumns columns[TREE_SOURCES];
  JoinedRow *joined; /* NULL: one source, whose rows are the rows */
  size_t row_count;
  bool orphans; /* some accounts are still without a parent */
  Str room;
  VEC(DerivedAccount) derived;
} TreeBuilder;

enum { LEVEL_LENGTHS = 9 };

/* The level of codes at which a parent belongs, in digits: the nearest of 类, 款, 项 above a code of
 * this length, 0 for the root. */
static inline size_t tree_level_above(Classification classification, size_t length) {
  static const uint8_t levels[2][LEVEL_LENGTHS] = {{0, 0, 0, 0, 3, 3, 5, 5, 7},
                                                   {0, 0, 0, 0, 3, 3, 5, 5, 5}};
  bool economic = classification == CLASSIFICATION_DEPARTMENT_ECONOMIC ||
                  classification == CLASSIFICATION_GOVERNMENT_ECONOMIC;
  return levels[economic][length < LEVEL_LENGTHS ? length : LEVEL_LENGTHS - 1];
}

/* The node of a row: the root is the first, the other rows follow in their order. */
static inline uint32_t builder_node(const TreeBuilder *builder, size_t row) {
  uint32_t root = builder->tree->root_row;
  return row == root ? 0 : (uint32_t)row + (row < root);
}

/* The row of the first source that has it. */
static inline const Row *builder_row(const TreeBuilder *builder, size_t row, size_t *source) {
  *source = 0;
  if (builder->joined) {
    const JoinedRow *joined = &builder->joined[row];
    *source = joined->rows[0] == NODE_NONE;
    row = joined->rows[*source];
  }
  return &builder->tree->sources[*source].table->rows[row];
}

/* Keeps a code that its cell does not hold as it is. */
const char *builder_keep_code(TreeBuilder *builder, size_t row, const RowCode *code);

/* The code of a row; its text stays where it is as long as the tree. */
static inline RowCode builder_code(TreeBuilder *builder, size_t row) {
  size_t source;
  const Row *printed = builder_row(builder, row, &source);
  RowCode code = row_code(&builder->columns[source], printed, &builder->room);
  if (code.text == builder->room.data)
    code.text = builder_keep_code(builder, row, &code);
  return code;
}

/* The row of the total before all accounts, else the last one after them all; NODE_NONE. */
uint32_t builder_find_root(TreeBuilder *builder);
/* Whether the panels of an annex hold accounts in the same columns. */
bool panels_share_accounts(const Annex *annex);
/* Their rows as one source; those in which nothing stands are left out. */
TreeSource panels_source(Arena *arena, const Annex *annex);
/* Whether a source has several panels with a total each, so that none is that of all. */
bool panels_have_totals(const TreeSource *source);
/* Nodes of a table with codes, in the printed order, linked as far as that order tells; the tree's
 * root_row is set. */
void tree_build_accounts(TreeBuilder *builder);
/* Finds or derives the parents that are still missing, and links all nodes anew. */
void tree_build_parents(TreeBuilder *builder);
/* Nodes of a table without codes, by the levels of its rows. */
void tree_build_levels(TreeBuilder *builder);
/* Depths where tree_build_accounts could not tell them, and the sums of derived accounts. */
void tree_build_sums(TreeBuilder *builder);

/* Puts the rows of both tables into one order: builder->joined (freed by the caller with
 * memory_free), builder->row_count, the tree's root_row, and its row_nodes, which hold the index of
 * the joined row. */
void tree_join_rows(TreeBuilder *builder);
/* After tree_build_accounts: row_nodes get the nodes. */
void tree_join_nodes(TreeBuilder *builder);
/* The columns of a joined tree. */
void tree_join_columns(TreeBuilder *builder);

/* The amount of a node in a column that comes from a source; in the one behind the last: the part
 * of a derived total that comes from the basic table. */
Part tree_part(const Tree *tree, uint32_t node, size_t column, Figure *figure);
/* The derived total of a node of a joined tree. */
Part tree_total(const Tree *tree, uint32_t node, Figure *figure);
/* The source of a column, or of the basic part; -1 of the derived total. */
int tree_column_source(const Tree *tree, size_t column);

#endif
