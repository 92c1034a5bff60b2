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

enum { TREE_SOURCES = 2 };
#define NODE_NONE UINT32_MAX

typedef struct {
  uint32_t parent, first_child, next_sibling; /* NODE_NONE: none */
  uint32_t rows[TREE_SOURCES];                /* row of each source; NODE_NONE */
  uint32_t derived; /* index of its derived code and name; NODE_NONE when printed */
  uint8_t depth;    /* 0 for the root */
} Node;

/* One amount column of a tree. */
typedef struct {
  Role role;
  const char *title; /* as printed; of a derived column: NULL */
  int source;        /* -1: the sum of the other columns, which no table prints */
  uint16_t leaf;
} TreeColumn;

typedef struct {
  const Annex *annex;
  const Table *table;
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
} Tree;

/* What a tree shows in one column of one node. */
typedef struct {
  CellKind kind;     /* CELL_BLANK, CELL_MONEY, CELL_DASH, CELL_SLASH */
  Figure figure;     /* when CELL_MONEY */
  const char *text;  /* of a dash or slash */
  bool derived;      /* computed; no table prints it */
  const Annex *annex; /* whose cell it is; NULL when derived */
  uint32_t row;
  uint16_t leaf;
} TreeAmount;

/* Builds document->trees: for the functional classification one of each annex that holds it
 * (general public expenditure first); for each economic one a tree joined from the basic and the
 * project table, then one of every other annex. Sums that overflow are
 * reported. Called once, by model/build.h. */
void tree_build_all(Document *document, Diagnostics *diagnostics);
/* The outline of one table: by codes, else by row levels. For views; single source. The
 * tree is allocated in `arena`. */
Tree *tree_of_table(Arena *arena, const Annex *annex, const Table *table);

/* The trees of one classification: the nth, or NULL. */
const Tree *document_tree(const Document *document, Classification classification, size_t nth);

/* "" for a total row and for a row without a code. Valid as long as the document; codes split over
 * columns are joined once, at building. */
const char *tree_code(const Tree *tree, uint32_t node);
const char *tree_name(const Tree *tree, uint32_t node);
TreeAmount tree_amount(const Tree *tree, uint32_t node, size_t column);
/* The node of the printed row, or NODE_NONE. */
uint32_t tree_node_of_row(const Tree *tree, size_t source, uint32_t row);
/* The first node with exactly this code, or NODE_NONE. */
uint32_t tree_find(const Tree *tree, const char *code);

#endif
