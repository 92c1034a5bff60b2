/* What the rules share: the document laid out for them, and how they tell what they find. For
 * src/check only. */
#ifndef BUDGETTUI_CHECK_RUN_H
#define BUDGETTUI_CHECK_RUN_H

#include "base/vec.h"
#include "check/check.h"
#include "check/sum.h"
#include "model/row_code.h"
#include "model/three_public.h"
#include "model/tree.h"

#define NO_ROW UINT32_MAX

/* What a column of amounts that sums up others is made of. */
typedef enum {
  COLUMNS_BASIC_PROJECT,
  COLUMNS_PERSONNEL_OPERATING,
  COLUMNS_GROUP,
  COLUMNS_THREE_PUBLIC,
  COLUMNS_VEHICLES,
  COLUMNS_CHANGE
} ColumnSumKind;

typedef struct {
  ColumnSumKind kind;
  uint16_t total;
  uint16_t count, known;
  uint16_t *leaves;  /* addends, the `known` ones first: those whose titles are known */
  uint16_t subtract; /* PLACE_NO_LEAF, or the leaf that is taken off (the year before) */
} ColumnSum;

/* A table of an annex, laid out once. */
typedef struct {
  const Annex *annex;
  const Table *table;
  uint32_t annex_index;
  uint32_t table_index;
  uint8_t decimals;   /* the most that any of its amounts is printed with */
  bool filled;        /* some amount is printed */
  uint16_t *money;    /* leaves that hold money */
  size_t money_count;
  const Tree *tree;   /* by codes; NULL: the table has none */
  ColumnSum *sums;
  size_t sum_count;
  CodeColumns codes;
} Sheet;

/* Rows by their name as it is compared, sorted by it and then as printed. */
typedef struct {
  const char *name;
  uint32_t row;
} NamedRow;
typedef struct {
  NamedRow *rows;
  size_t count;
  bool made;
} Names;

/* One side of a balance: the row of each source, made once. */
typedef struct {
  const Sheet *sheet;
  int leaf;
  bool carries; /* it holds an amount carried over, from the year before or into the next */
  uint32_t total; /* NO_ROW */
  uint32_t this_year; /* 本年收入合计, where that is not the total; NO_ROW */
  uint32_t roles[ROLE_COUNT]; /* NO_ROW */
} Side;

/* What a form left in a text: a placeholder, or an instruction to whoever filled it in. */
typedef enum { LEFT_PLACEHOLDER, LEFT_INSTRUCTION, LEFT_COUNT } LeftoverKind;
typedef struct {
  LeftoverKind kind;
  Place place;
  const char *text; /* in the document */
  size_t length;
} Leftover;

typedef struct CheckRun {
  const Document *document;
  CheckOptions options;
  Checks *checks;
  Arena *work; /* freed when all rules have run */
  VEC(Finding) kept[CHECK_OUTCOME_COUNT]; /* checks->count in all */
  Sheet *sheets;
  size_t sheet_count;
  Names *names; /* one for each sheet */
  ThreePublic expenses;
  VEC(Leftover) leftovers; /* in all texts, once `scanned` */
  bool scanned;
  uint64_t rows, rows_done; /* for the progress: all, and those of the rules that are through */
  uint32_t compared;        /* since it was told */
  bool stopped;             /* by it: what is still found is of no use */
} CheckRun;

typedef struct {
  Place place, other;
  CheckRelation relation;
  Sum printed, computed;
  const char *quote;  /* may be NULL */
  const char *reason; /* may be NULL */
} Comparison;

/* Judges, counts and keeps. */
CheckOutcome run_compare(CheckRun *run, const CheckRule *rule, const Comparison *comparison);
/* The same for an outcome that is known to be exact: nothing but its count, unless exact ones
 * are kept. */
static inline bool run_skips_exact(const CheckRun *run) { return !run->options.exact; }
void run_count(CheckRun *run, const CheckRule *rule, CheckOutcome outcome);
/* Keeps a finding; its rule is set here. */
void run_find(CheckRun *run, const CheckRule *rule, Finding finding);
/* Words of the document in the checks' arena. */
const char *run_words(CheckRun *run, const char *text, size_t length);

/* Lays out all tables. */
void sheets_build(CheckRun *run);
/* Where the sheets of an annex begin: one for each of its tables, in their order. */
size_t run_first_sheet(const CheckRun *run, uint32_t annex);
/* The columns of a sheet that sum up others. */
void sheet_find_sums(CheckRun *run, Sheet *sheet);
/* The figure of a cell; a zero has the decimals of its table, since its own may have been left
 * out. False: the cell holds no money. */
static inline bool sheet_figure(const Sheet *sheet, uint32_t row, size_t leaf, Figure *figure) {
  const Cell *cell = &sheet->table->rows[row].cells[leaf];
  if (cell->kind != CELL_MONEY)
    return false;
  bool bare = !cell->money.fen && cell->decimals < sheet->decimals;
  *figure = (Figure){cell->money, sheet->annex->unit, bare ? sheet->decimals : cell->decimals};
  return true;
}
Place sheet_place(const Sheet *sheet, uint32_t row, size_t leaf);
/* Whether a row is a total, by its mark or its title. */
bool sheet_is_total(const Sheet *sheet, uint32_t row);
/* The first sheet of this kind and classification (CLASSIFICATION_NONE: any); NULL. */
const Sheet *run_sheet(const CheckRun *run, Kind kind, Classification classification);
/* The index of the row whose folded name is this, among the outermost accounts of a sheet with
 * codes; NO_ROW. */
uint32_t run_class(CheckRun *run, const Sheet *sheet, const char *folded);
void names_sort(Names *names);
/* The first row of this name; `count` where there is none. */
size_t names_first(const Names *names, const char *name);
/* A name as classes are compared by: folded, without an enumeration before and 支出 behind it. */
void class_name(Str *out, const char *name);

Place place_of_annex(uint32_t annex);
Place place_of_target(uint32_t annex, size_t set, size_t line);
extern const Place place_none;

#endif
