/* How far a long work is, told to whoever waits for it, who may stop it.
 *
 * A work that can take long is given a Progress (NULL: nobody waits) and calls progress_step now
 * and then: often enough to stop within a tenth of a second, seldom enough to cost nothing. */
#ifndef BUDGETTUI_BASE_PROGRESS_H
#define BUDGETTUI_BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  WORK_READING,   /* bytes of a file */
  WORK_SEARCHING, /* texts */
  WORK_SORTING,   /* accounts */
  WORK_CHECKING,  /* accounts */
  WORK_IMPORTING, /* pages */
  WORK_COUNT
} Work;

typedef struct {
  /* False: stop. `total` is 0 where it is not known. */
  bool (*step)(void *context, Work work, uint64_t done, uint64_t total);
  void *context;
} Progress;

/* Whether to go on. */
static inline bool progress_step(const Progress *progress, Work work, uint64_t done,
                                 uint64_t total) {
  return progress == NULL || progress->step(progress->context, work, done, total);
}

#endif
