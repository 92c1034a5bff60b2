/* Stages of a program that stages.sh has callgrind count: what is done from one next_stage to the
 * next. */
#ifndef BUDGETTUI_BENCH_STAGE_H
#define BUDGETTUI_BENCH_STAGE_H

/* Prints what begins, and by what its cost is divided: `units` (0: the rows of the document) and
 * what one of them is called. NULL: only the last one ends. */
void next_stage(const char *name, unsigned units, const char *unit);

#endif
