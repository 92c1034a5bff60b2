/* Account trees: one classification, built from one annex, or joined from its
 * basic and its project table; and the outline of any table by code or level.
 *
 * Node 0 is the root: the printed total row, or a derived one. A node stands for
 * one printed row (of a joined tree: one of each source). A parent that no table
 * prints is derived and named from the catalogue. A code printed twice gives two nodes.
 * Trees live in the arena they are built in. */
#ifndef BUDGETTUI_MODEL_TREE_H
#define BUDGETTUI_MODEL_TREE_H

#include "model/document.h"
#include "model/place.h"

enum { TREE_SOURCES = 2 };
#define NODE_NONE UINT32_MAX

typedef struct {
  uint32_t parent, first_child, next_sibling; /* NODE_NONE: none */
  uint32_t rows[TREE_SOURCES];                /* row of each source; NODE_NONE */
  uint32_t derived; /* index of what is derived of it; NODE_NONE: nothing (see tree_printed) */
  uint8_t depth;    /* 0 for the root */
} Node;

/* One amount column of a tree. */
typedef struct {
  Role role;
  const char *title; /* as printed; of a derived column: NULL */
  int source;        /* -1: the sum of the other columns, which no table prints */
  uint16_t leaf;
} TreeColumn;

/* A row by its panel. */
typedef struct {
  uint32_t table, row;
} TreeRow;

typedef struct {
  const Annex *annex;
  const Table *table;     /* of the annex; or the rows of all its panels, one after another */
  const TreeRow *printed; /* then: where each row is printed; else NULL */
} TreeSource;

typedef struct Tree {
  Classification classification;
  TreeSource sources[TREE_SOURCES];
  size_t source_count;
  Node *nodes;
  size_t node_count;
  TreeColumn *columns;
  size_t column_count;
  struct DerivedAccount *derived;
  size_t derived_count;
  /* For tree.c and its neighbours. */
  uint32_t root_row;                 /* the row that is the root; NODE_NONE: a derived root */
  uint32_t *row_nodes[TREE_SOURCES]; /* of a joined tree: the node of each row */
  const char **codes;                /* by node, where a code is not its cell's own text; or NULL */
  int basic_leaf; /* of a joined tree: the leaf with the basic table's own total, or -1 */
} Tree;

/* What a tree shows in one column of one node. */
typedef struct {
  CellKind kind;     /* CELL_BLANK, CELL_MONEY, CELL_DASH, CELL_SLASH */
  Figure figure;     /* when CELL_MONEY */
  const char *text;  /* of a dash or slash */
  bool derived;      /* a sum that no table prints */
  const Annex *annex; /* whose cell it is; NULL: there is no cell, row and leaf mean nothing */
  uint32_t row;
  uint16_t leaf;
} TreeAmount;

/* How a table with codes becomes a tree: the parent of a row is the nearest account printed before
 * it whose code its own code goes on with (of level 类/款/项: 3, 5 and, functional, 7 digits); where
 * none stands on the way to it, the account wherever it is printed (the last one before the row,
 * else the first one after it); else a derived one, which stands where its first child stands. A
 * row without a code that is no total belongs to the account before it. The total row before or
 * after all accounts is the root.
 *
 * In a joined tree an account that one source leaves out shows in that source's columns the sum of
 * its children, derived. The derived total is the basic table's own total (personnel and operating
 * where it prints none) and the project amount, in the basic table's unit. Accounts of the project
 * table alone stand after the account that precedes them by code.
 *
 * Panels of one annex with the same columns and accounts (301 … | 302 …) are one tree; where each
 * has a total of its own, or that of a part (人员经费合计), the root is derived.
 *
 * document->trees has, by classification, for the functional one a tree of each annex that holds it
 * (general public expenditure first); for each economic one a tree joined from the basic and the
 * project table, then one of every other annex. They are built by build_finish (model/build.h),
 * which reports sums that overflow. */

/* The outline of one table: by codes, else by row levels. For views; single source. The
 * tree is allocated in `arena`. */
Tree *tree_of_table(Arena *arena, const Annex *annex, const Table *table);

/* The trees of one classification: the nth, or NULL. */
const Tree *document_tree(const Document *document, Classification classification, size_t nth);

/* Whether any table prints this account. */
static inline bool tree_printed(const Tree *tree, uint32_t node) {
  return tree->nodes[node].rows[0] != NODE_NONE || tree->nodes[node].rows[1] != NODE_NONE;
}
/* The node behind this one, parents before their children; NODE_NONE: it is the last. */
uint32_t tree_next(const Tree *tree, uint32_t node);
/* Whether an annex prints a part of the tree. */
bool tree_is_of(const Tree *tree, const Annex *annex);
/* Whether it is a total row, in the first table that prints it. */
bool tree_is_total(const Tree *tree, uint32_t node);
/* "" for a total row and for a row without a code. Valid as long as the document; codes split over
 * columns are joined once, at building. */
const char *tree_code(const Tree *tree, uint32_t node);
const char *tree_name(const Tree *tree, uint32_t node);
TreeAmount tree_amount(const Tree *tree, uint32_t node, size_t column);
/* The cell in which an amount of the tree is printed; PLACE_NONE: no table prints it. */
Place tree_place(const Document *document, const Tree *tree, const TreeAmount *amount);
/* The column of whole amounts, of which others are parts: the first one where none says so, which
 * is none where the tree has no columns. */
size_t tree_total_column(const Tree *tree);
/* Where a row of a source is printed; without a column. */
Place tree_row_place(const Document *document, const TreeSource *source, uint32_t row);
/* The node of the row at a place, and the source that prints it; NODE_NONE: it is of another
 * table. */
uint32_t tree_node_of_place(const Document *document, const Tree *tree, const Place *place,
                            size_t *source);
/* The node of a source's row, or NODE_NONE. */
uint32_t tree_node_of_row(const Tree *tree, size_t source, uint32_t row);
/* The first node with exactly this code, or NODE_NONE. */
uint32_t tree_find(const Tree *tree, const char *code);

#endif
