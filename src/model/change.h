/* Sentences that tell how a figure changed: “收入较 2022 年增加 66.62 万元”.
 *
 * A clause says 增加 or 减少 (or the like) and an amount with its unit; the comparison
 * (较, 比, 与 and a year) stands in it or earlier in the same sentence. What changed is
 * named before the comparison, or in a clause before it:
 * “基本支出 646.51 万元，比 2022 年增加 88.59 万元”. */
#ifndef BUDGETTUI_MODEL_CHANGE_H
#define BUDGETTUI_MODEL_CHANGE_H

#include "model/money.h"

typedef struct {
  size_t subject, subject_length; /* bytes of the text: what changed; length 0: not told */
  int year;                       /* compared with; 0: the year before (上年, 去年) */
  Figure change;                  /* negative for 减少 */
} Change;

/* The next such clause of `text` from byte `*at` on, which moves behind it; false when there is
 * none. */
bool change_read(const char *text, size_t length, size_t *at, Change *change);

#endif
