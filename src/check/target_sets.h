/* The sets of performance targets of a document, one after the other. For src/check only. */
#ifndef BUDGETTUI_CHECK_TARGET_SETS_H
#define BUDGETTUI_CHECK_TARGET_SETS_H

#include "check/run.h"
#include "model/targets.h"

/* What the tables tell, looked up once for all sets, and what these come to: known to the rules
 * that compare them. */
typedef struct TargetsTold TargetsTold;

/* A set of targets with its place. */
typedef struct {
  const Annex *annex;
  const Targets *targets;
  uint32_t annex_index;
  size_t set;
  size_t indicators;       /* the line of the first one (model/targets.h) */
  TargetsTold *told;       /* for the rules that compare with tables; NULL */
} TargetSet;

typedef void VisitTargetSet(CheckRun *run, const CheckRule *rule, const TargetSet *set);

/* Visits every set, in the order of the document; `told` NULL: the rule compares with no table. */
void target_sets_visit(CheckRun *run, const CheckRule *rule, VisitTargetSet *visit,
                       TargetsTold *told);

#endif
