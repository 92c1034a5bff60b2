/* Sets of performance targets: forms of labels with values beside them, and a table of
 * indicators. */
#ifndef BUDGETTUI_IMPORT_FORM_H
#define BUDGETTUI_IMPORT_FORM_H

#include "import/sheets.h"

/* Whether a sheet is such a form: a row of it is headed 一级指标, 二级指标, … */
bool form_is(Job *job, const Sheet *sheet);
/* The unit printed in brackets at its labels, as in 总体资金情况(元). */
bool form_unit(Job *job, const Sheet *sheet, Unit *unit);
/* The largest number beside its labels for funds, as if in 元; 0: none. */
Money form_largest(Job *job, const Sheet *sheet);
/* Fills in a set of targets. */
void form_build(Job *job, const Sheet *sheet, Unit unit, Targets *targets);

#endif
