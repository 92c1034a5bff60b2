/* Figures found by the kind of their annex and the role of their column, never by an annex's
 * number. For src/check only. */
#ifndef BUDGETTUI_CHECK_FACTS_H
#define BUDGETTUI_CHECK_FACTS_H

#include "check/run.h"

/* What a table tells about one thing. A blank is told: it adds nothing, and agrees with 0. */
typedef struct {
  bool told;
  Sum sum; /* count 0: told by a blank or an absent row */
  Place place;
} Fact;

/* The total of a table in the column with this role (ROLE_TOTAL: its main amounts); the sum of its
 * accounts where no total row is printed; of panels that share the accounts of one annex, that of
 * them all. `sheet` may be NULL: nothing is told. */
Fact fact_total(const CheckRun *run, const Sheet *sheet, Role role);
/* The same of a leaf; -1: nothing is told. */
Fact fact_total_leaf(const Sheet *sheet, int leaf);
Fact fact_of_kind(const CheckRun *run, Kind kind, Classification classification, Role role);
/* One cell; `leaf` -1 or `row` NO_ROW: nothing is told. */
Fact fact_cell(const Sheet *sheet, uint32_t row, int leaf);
/* An outermost account with this name (see class_name); an absent row is told as a blank. */
Fact fact_class(CheckRun *run, const Sheet *sheet, const char *folded, int leaf);
/* A line of the three public expenses. */
Fact fact_expense(const CheckRun *run, Role role);
/* The sum of an account's cells over all tables of a kind and classification. */
Fact fact_account(const CheckRun *run, Kind kind, Classification classification, const char *code);

/* The income or the expenditure side of a balance; sheet NULL: there is none. */
Side side_of(const CheckRun *run, Kind kind, bool income);
Fact side_total(const Side *side);
/* What came in or went out this year, without what was carried over; told where a row of its own
 * prints it. */
Fact side_this_year(const Side *side);
/* The row of a source of funds. */
Fact side_source(const Side *side, Role role);
/* Whether a table of income counts this year's alone, not what was carried over. */
bool income_this_year(const CheckRun *run, const Sheet *income);

/* Compares two facts, unless nothing is printed on either side. False: nothing to compare. */
bool facts_compare(CheckRun *run, const CheckRule *rule, const Fact *printed, const Fact *computed,
                   CheckRelation relation, const char *reason);

#endif
