#include "check/target_sets.h"

static size_t indicator_line(const Targets *targets) {
  return targets->subject_count + targets->fund_line_count +
         (targets->goal || targets->goal_label);
}

void target_sets_visit(CheckRun *run, const CheckRule *rule, VisitTargetSet *visit,
                       TargetsTold *told) {
  const Document *document = run->document;
  for (size_t i = 0; i < document->annex_count; i++)
    for (size_t j = 0; j < document->annexes[i].target_count; j++)
      visit(run, rule, &(TargetSet){.annex = &document->annexes[i],
                                    .targets = &document->annexes[i].targets[j],
                                    .annex_index = (uint32_t)i,
                                    .set = j,
                                    .indicators = indicator_line(&document->annexes[i].targets[j]),
                                    .told = told});
}
