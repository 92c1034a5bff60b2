/* The indicators of a set of performance targets: a table inside a form, its headings in one row.
 */
#ifndef BUDGETTUI_IMPORT_INDICATORS_H
#define BUDGETTUI_IMPORT_INDICATORS_H

#include "import/job.h"

typedef struct {
  Job *job;
  bool begun, ended;
  const StreamCell *title; /* over them; NULL */
  const StreamRow *heading;
  VEC(const StreamRow *) rows;
} Indicators;

/* Whether a row heads indicators. */
bool indicators_is_heading(Job *job, const StreamRow *row);
/* Whether a row of the form belongs to the indicators. */
bool indicators_take(Indicators *indicators, const StreamRow *row);
/* Fills in the indicators of the targets, and frees what was collected. */
void indicators_finish(Indicators *indicators, Targets *targets);

#endif
