/* A form while it is read, for the files that read its parts. */
#ifndef BUDGETTUI_IMPORT_FORM_PARTS_H
#define BUDGETTUI_IMPORT_FORM_PARTS_H

#include "import/sheets.h"

typedef VEC(Labelled) Items;

/* Funds in one of several columns of a form, from their total downwards. */
typedef struct {
  uint16_t first; /* column of its labels */
  Items funds;
} FundColumn;

typedef VEC(FundColumn) Columns;

/* A form being read. */
typedef struct {
  Job *job;
  const Sheet *sheet;
  Unit unit;
  Targets *targets;
  Items subject, funds, parts;
  size_t group;      /* of funds: the one whose parts are collected, from 1; 0: none */
  Columns sides;     /* of funds side by side, each under its total */
} Form;

typedef enum { LABEL_IS_NONE, LABEL_IS_SUBJECT, LABEL_IS_FUND, LABEL_IS_GOAL, LABEL_IS_NOTES,
               LABEL_IS_OTHER } LabelSort;

/* Tells of the colon behind a label, which the document does without. */
void form_leave_colon(Job *job, const StreamCell *cell, const char *colon);
/* Takes a label: its text, as above. The colon is told of. */
const char *form_take_label(Job *job, const StreamCell *label);
/* What a cell is; `role`: a SubjectRole of a subject's label, a Role of one for funds, else 0. */
LabelSort form_label_sort(const Form *form, const StreamCell *cell, int *role);
/* The value behind a label of a row; NULL: there is a label again, or nothing. */
const StreamCell *form_value_of(const Form *form, const StreamRow *row, size_t label);
Position form_position(const Form *form, const StreamCell *cell);

/* Adds funds, to their group or side where one is open; `value` may be NULL. False: it is no
 * amount. */
bool form_add_fund(Form *form, const StreamCell *label, const StreamCell *value, int role);
/* Funds that follow are parts of those with this label, until the group is closed. */
void form_open_group(Form *form, const StreamCell *label);
void form_close_group(Form *form);
/* A row with two totals begins columns of funds, until they are closed. */
void form_open_sides(Form *form, const StreamRow *row);
void form_close_sides(Form *form);
/* The rows from `row` of a part on that are funds under headings: two and more headings a row, then
 * one row of amounts; 0: none. */
size_t form_fund_rows(const Form *form, const StreamItem *item, size_t row);
void form_read_funds(Form *form, const StreamItem *item, size_t row, size_t rows);

#endif
