/* The budget document: what one office printed, nothing inferred.
 *
 * Built once by a reader through model/build.h, never changed afterwards. One
 * arena holds it; document_free frees it whole. All texts are NUL-terminated
 * UTF-8, as printed, and hostile until shown through text/cluster.h.
 * Everything derived (trees, sums, shares) is computed from it. */
#ifndef BUDGETTUI_MODEL_DOCUMENT_H
#define BUDGETTUI_MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/money.h"
#include "model/vocabulary.h"

typedef enum {
  CELL_BLANK,  /* nothing printed; never zero */
  CELL_TEXT,
  CELL_MONEY,
  CELL_NUMBER, /* an exact number that is no money: a weight, a count */
  CELL_DASH,   /* –, -, — as printed in an amount column; `text` keeps it */
  CELL_SLASH,  /* / */
  CELL_MERGED  /* continues the cell above; of an indicator, `number` rows above */
} CellKind;

typedef struct {
  union {
    Money money;
    int64_t number;
    const char *text;
  };
  uint32_t length;  /* bytes of text */
  uint16_t column;  /* of its place in the file, on its row's line; 0: not there */
  uint8_t kind;     /* CellKind */
  uint8_t decimals; /* printed, of money and number */
} Cell;

typedef struct {
  const Cell *cells; /* one for each leaf of the table */
  uint32_t line;
  uint16_t column;
  uint8_t level; /* 1 is outermost; 0: not given */
  bool total;    /* given or told by its title */
} Row;

/* A column, or a group of columns under one heading. */
typedef struct Column {
  const char *title;
  const struct Column *columns; /* of a group; NULL for a leaf */
  size_t column_count;
  size_t first_leaf, leaf_count;
  Role role; /* of a leaf */
} Column;

/* One table: an annex has one, or one for each panel printed side by side. */
typedef struct {
  const char *title; /* of a panel, may be NULL */
  const Column *columns;
  size_t column_count;
  const Column *const *leaves; /* leaf columns from left to right */
  size_t leaf_count;
  size_t header_depth; /* rows of headings */
  const Row *rows;
  size_t row_count;
  const uint32_t *pages; /* by row, of one imported from pages without lines: its page, from 1; 0:
                            not known. NULL: rows have their own lines */
} Table;

/* A figure or text under a printed label. */
typedef struct Labelled {
  const char *label;
  Position at;
  int role; /* SubjectRole of a subject's items, Role of funds */
  Cell value;
  const struct Labelled *parts; /* of funds: what they are made of */
  size_t part_count;
} Labelled;

/* Funds in a line of their own, and how deep in other funds they stand. */
typedef struct {
  const Labelled *fund;
  int depth;
} FundLine;

/* Performance targets (绩效目标) of a department or one project. */
typedef struct {
  const Labelled *subject;
  size_t subject_count;
  const Labelled *funds;
  size_t fund_count;
  const FundLine *fund_lines; /* derived: the funds with all their parts, in printed order */
  size_t fund_line_count;
  const char *name; /* derived: of the project, else of the department; "" */
  const char *goal_heading, *goal_label, *goal; /* NULL where not printed */
  const char *notes_heading, *notes_label, *notes;
  const char *indicators_title;
  Table indicators;
  Position at;
} Targets;

typedef struct {
  const char *number, *title, *subtitle, *listed_as, *note; /* NULL where not printed */
  Kind kind;
  Classification classification;
  Unit unit;
  bool unit_printed;
  bool included;
  const Table *tables; /* none, one, or one for each panel */
  size_t table_count;
  const Targets *targets;
  size_t target_count;
  Position at;
} Annex;

/* A section of the narrative with its paragraphs and the sections in it. */
typedef struct Section {
  const char *heading;
  const char *const *paragraphs;
  const Position *paragraph_at;
  size_t paragraph_count;
  const struct Section *sections;
  size_t section_count;
  Position at;
} Section;

struct Tree;
struct CodeIndex;

typedef struct Document {
  Arena *arena;
  const char *file; /* as named by the user */
  const char *title, *source;
  struct { const char *code, *name, *short_name; } organization;
  struct { const char *name, *phone; } contact;
  int year;
  Stage stage;
  Unit unit;
  bool imported;    /* from a published file, not read from a document */
  size_t uncertain; /* then: places that somebody should look at */
  const Section *sections; /* the narrative */
  size_t section_count;
  const Annex *annexes;
  size_t annex_count;
  /* Derived once when the document is complete (model/tree.h, model/code_index.h). */
  struct Tree *trees;
  size_t tree_count;
  struct CodeIndex *codes;
  const Section *const *numbered; /* the sections in reading order (model/sections.h) */
  size_t numbered_count;
} Document;

/* An empty document in an arena of its own: document->arena holds the document too. */
Document *document_new(const char *file);
void document_free(Document *document); /* NULL is allowed */

/* The index of the leaf with this role, or -1. */
int table_leaf(const Table *table, Role role);
/* What stands over a leaf: the group or, last, the leaf itself in the row of headings `depth`, from
 * 0; NULL below the leaf. */
const Column *table_heading(const Table *table, size_t leaf, size_t depth);
/* The index of the leaf with the first of these roles that the table has, or -1. */
int table_leaf_among(const Table *table, const Role *roles, size_t count);
/* The index of the first leaf that holds money, or -1. */
int table_money_leaf(const Table *table);
/* The account code of a row, over its one or three code columns (model/row_code.h does this for
 * many rows): the length of the code, of which at most size - 1 bytes and a NUL go to `out`; 0 when
 * the row has none. A code is digits only (full-width digits are made plain). */
size_t table_row_code(const Table *table, const Row *row, char *out, size_t size);
/* The text of a row's name: its name or item cell, else the code cell's text when
 * that is no code (合计 in the code column). "" when there is none. */
const char *table_row_name(const Table *table, const Row *row);
/* Whether all cells of a row are blank. */
bool table_row_is_blank(const Table *table, const Row *row);
/* The money of a cell with its unit; false when it holds none. */
bool cell_figure(const Cell *cell, Unit unit, Figure *figure);
/* The annex of that number ("5", "附件5" or "表5"), or NULL. */
const Annex *document_annex(const Document *document, const char *number);
/* The organization's short name, or its name. */
const char *document_office(const Document *document);

#endif
