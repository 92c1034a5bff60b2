/* A set of performance targets set in rows: the lines of model/targets.h broken
 * to a width, indicators grouped by their first level. Texts are the document's. */
#ifndef BUDGETTUI_VIEW_TARGETS_ROWS_H
#define BUDGETTUI_VIEW_TARGETS_ROWS_H

#include "base/vec.h"
#include "model/targets.h"

typedef enum {
  TARGETS_GAP,       /* an empty row */
  TARGETS_HEADING,   /* what is printed over a goal or notes */
  TARGETS_LABELLED,  /* a subject, goal or notes: a row of its text, the label on the first */
  TARGETS_FUND,
  TARGETS_HEAD,      /* the headings of the indicators */
  TARGETS_GROUP,     /* a first level over its indicators */
  TARGETS_INDICATOR, /* second level, value, weight; and the third level's text if it is beside */
  TARGETS_CONTINUED, /* the rest of an indicator's text */
  TARGETS_SUM
} TargetsRowKind;

typedef struct {
  TargetsRowKind kind;
  size_t line;       /* of model/targets.h; of a group: its first; SIZE_MAX for gap and head */
  size_t group;      /* of a group and its indicators */
  size_t start, end; /* bytes of the line's text on this row */
  bool first;        /* of its line */
} TargetsRow;

/* Indicators that follow each other under the same first level. */
typedef struct {
  const char *title; /* NULL: none is printed */
  uint32_t first, count;
  bool folded;
} TargetsGroup;

/* The columns of a set laid out to a width; `level3` < 0: the text stands below, not beside. */
typedef struct {
  int width;
  int label, fund, text;          /* widths of labels of texts and of funds; of the text */
  int level2, level3, value, weight; /* widths */
} TargetsColumns;

typedef struct {
  const Targets *targets;
  TargetsColumns columns;
  VEC(TargetsGroup) groups;
  VEC(TargetsRow) rows;
} TargetsRows;

void targets_rows_open(TargetsRows *rows, const Targets *targets);
void targets_rows_close(TargetsRows *rows);
/* Sets everything to `width` columns, folded groups without their indicators. */
void targets_rows_set(TargetsRows *rows, int width);
/* The row of a line, its group's row when that is folded. SIZE_MAX: no such line. */
size_t targets_rows_find(const TargetsRows *rows, size_t line);
/* The text that a line's rows show, "" when it has none: a value, a goal, an indicator's third
 * level. */
const char *targets_rows_text(const TargetsRows *rows, size_t line);

/* The cell of an indicator in the column with this role; NULL without such a column. */
const Cell *targets_cell(const Targets *targets, uint32_t row, Role role);
/* Adds what a cell holds as text: numbers exactly, merged cells and blanks as nothing. */
void targets_write_cell(Str *out, const Cell *cell);
/* Adds relation, value and measure of an indicator: ≥ 95%, = 4420 台/套. */
void targets_write_value(Str *out, const Targets *targets, uint32_t row);
/* The exact sum of the weights; false when there are none or it does not fit. */
bool targets_weight_sum(const Targets *targets, int64_t *digits, uint8_t *decimals);

#endif
